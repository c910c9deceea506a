/*
 * What a card is made of, as a list: each element, attribute, text and value in their order, with shadow roots.
 */

/** @returns `[kind, name, value]` of each. */
export function shapeOf(root) {
  const found = [];
  walk(root, found);
  return found;
}

function walk(node, found) {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      const last = found.at(-1);
      // Where one text ends and the next begins is of no account.
      if (last?.[0] === 'text') last[2] += child.data;
      else found.push(['text', '', child.data]);
    }
    if (child.nodeType !== 1) continue;
    found.push(['element', child.localName, '']);
    for (const { name, value } of child.attributes)
      if (!MADE.has(name)) found.push(['attribute', name, value]);
    if ('value' in child && typeof child.value === 'string')
      found.push(['value', child.localName, child.value]);
    if (child.shadowRoot) walk(child.shadowRoot, found);
    const from = found.length;
    walk(child, found);
    if (child.matches(DERIVED))
      found.splice(from, Infinity, ...found.slice(from).filter(([kind]) => kind !== 'text'));
    found.push(['end', child.localName, '']);
  }
}

/** What the library makes of texts for itself: a colour, the name of an action within its card. */
const MADE = new Set(['data-tint', 'data-slot']);

/** Where the words are made of a text, not the text itself: initials of a title, "PDF" of a media type. */
const DERIVED = '[part~=initials], [part~=attachment-details]';

/** Texts that are longer than this are cut, sooner or later: by the reader, in an announcement, in what a host answers. */
const READ = 2000;

/**
 * A text that is as long and as wide as another one, with its white space, that no markup, URL or date can be read in.
 */
export function harmless(text) {
  return text.replace(/[!-~]/g, LETTER);
}

const LETTER = '\ua66e';

/**
 * How the shape of a card with a text differs from that with its harmless likeness, but for the text itself.
 *
 * @returns `{ elements, texts }`: what there is more or less, and which texts are not what was given.
 */
export function difference(shape, likeness, text) {
  const elements = [];
  const texts = [];
  const names = (list) => list.map(([kind, name]) => `${kind} ${name}`);
  const [ours, theirs] = [names(shape), names(likeness)];
  const at = ours.findIndex((one, i) => one !== theirs[i]);
  if (at >= 0 || ours.length !== theirs.length)
    elements.push(`${ours[at] ?? 'the end'} for ${theirs[at] ?? 'the end'}`);
  else
    shape.forEach(([kind, name, value], i) => {
      const expected = likeness[i][2];
      if (value !== expected && !isLike(value, expected, text))
        texts.push(`${kind} ${name}: ${value.slice(0, 200)}`);
    });
  return { elements, texts };
}

/** Whether a value is what was expected once the harmless letters are the text again, whole or without its ends. */
function isLike(value, expected, text) {
  // A field for several lines has one kind of line ends.
  const given = [text, text.trim(), text.replace(/\r\n?/g, '\n')];
  return given.some((one) => {
    const likeness = harmless(one);
    if (likeness !== '' && expected.replaceAll(likeness, () => one) === value) return true;
    return (
      one.length > READ && harmless(value) === harmless(expected) && value.includes(one.slice(0, READ / 2))
    );
  });
}
