/*
 * Looks at every story of the built Storybook in five widths, with text as it is and at 200 %, and once with a finger in
 * place of a mouse; 200 % in 720 px is 400 % zoom of a 1440 px page and narrower. Says where something sticks out, is cut
 * off, is too small to be hit, or lies over something else that can be hit.
 *
 *   npm run build-storybook && npm run check:layout -- [--stories PART] [--language TAG] [--jobs 2]
 *
 * `--stories` takes those whose id has this in it. In the language `en-XA`, whose own texts stand in brackets, it also says
 * what is neither in brackets nor in the card's JSON: an own text that nobody can translate. Exits with 1 when there is a finding.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { allStories, serveStories } from './visual/stories.mjs';

const WIDTHS = [200, 320, 480, 720, 1200];
const TEXT = [100, 200];
const LOOKS = [
  ...WIDTHS.flatMap((width) => TEXT.map((text) => ({ width, text, touch: false }))),
  { width: 320, text: 100, touch: true },
];

const { values: options } = parseArgs({
  options: {
    stories: { type: 'string', default: '' },
    language: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
  },
});
const stories = allStories().filter(({ id }) => id.includes(options.stories));
const server = await serveStories();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const findings = new Map();
const notDrawn = [];
let looks = 0;
const waiting = [...stories];
await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
await browser.close();
await server.close();

for (const id of notDrawn) console.error(`✗ ${id} was not drawn`);
for (const [finding, where] of [...findings].sort(([, a], [, b]) => b.length - a.length))
  console.error(
    `✗ ${finding}\n    ${where.slice(0, 3).join(', ')}${where.length > 3 ? ` and ${where.length - 3} more` : ''}`,
  );
console.log(
  `${stories.length} stories, ${looks} looks (${WIDTHS.join(', ')} px; text at ${TEXT.join(' and ')} %; 320 px by touch): ${findings.size} kinds of findings`,
);
process.exitCode = findings.size + notDrawn.length > 0 || looks === 0 ? 1 : 0;

async function worker() {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const devtools = await page.context().newCDPSession(page);
  const byTouch = (enabled) => devtools.send('Emulation.setTouchEmulationEnabled', { enabled });
  for (let story = waiting.shift(); story; story = waiting.shift()) await look(page, story.id, byTouch);
}

async function look(page, id, byTouch) {
  await byTouch(false);
  await page.setViewportSize({ width: 720, height: 900 });
  const globals = options.language ? `&globals=language:${options.language}` : '';
  await page.goto(`${server.address}/iframe.html?id=${id}&viewMode=story${globals}`);
  try {
    await page.waitForFunction(
      () => /^(completed|finished|errored)$/.test(window.__STORYBOOK_PREVIEW__?.currentRender?.phase ?? ''),
      null,
      { timeout: 30_000 },
    );
  } catch {
    notDrawn.push(id);
    return;
  }
  // The whole page is the story's: no margin of Storybook, no width that the story has chosen.
  await page.addStyleTag({
    content: 'body { padding: 0 !important } [style*="max-inline-size"] { max-inline-size: none !important }',
  });
  if (options.language === 'en-XA') note(await page.evaluate(untranslated), id);
  for (const { width, text, touch } of LOOKS) {
    await byTouch(touch);
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate(measure, { text, touch });
    looks++;
    note(found, `${id} at ${width} px${text === 100 ? '' : `, ${text} %`}${touch ? ' by touch' : ''}`);
  }
}

function note(found, where) {
  for (const finding of new Set(found)) findings.set(finding, [...(findings.get(finding) ?? []), where]);
}

/**
 * In the page: what the elements show that is not in brackets. A connector's texts are left out, as a host's answers in the
 * play functions are, which are texts of that story; and what `Intl` writes of a date, a number or a size.
 */
function untranslated() {
  const found = [];
  const given = [];
  const roots = [];
  (function enter(root) {
    for (const element of root.querySelectorAll('*')) {
      if (/^mf-card/.test(element.localName)) given.push(JSON.stringify([element.card, element.cards]) ?? '');
      if (!element.shadowRoot) continue;
      if (/^mf-card/.test(element.localName)) roots.push(element.shadowRoot);
      enter(element.shadowRoot);
    }
  })(document);
  const data = plain(given.join(' '));
  for (const root of roots)
    for (const element of root.querySelectorAll(':not(style, time, .initials)')) {
      const own = Array.from(element.childNodes, (node) =>
        node instanceof Text ? node.data : '\u0000',
      ).join('');
      const attributes = ['aria-label', 'title', 'placeholder', 'alt'].map((name) =>
        element.getAttribute(name),
      );
      for (const text of [...own.split('\u0000'), ...attributes]) look(element, text ?? '');
    }
  return found;

  function look(element, text) {
    const outside = text.replace(/⟦[^⟧]*⟧/g, ' ').trim();
    if (!/\p{Letter}{2}/u.test(outside) || !isDrawnIn(element, 'en-XA')) return;
    // Kind and size of a file
    if (element.closest('time, .failure, .notice-text, [part~="attachment-details"]')) return;
    if (data.includes(plain(JSON.stringify(outside).slice(1, -1)))) return;
    const words = outside.split(/[\s·:,]+/).filter((word) => /\p{Letter}{2}/u.test(word));
    if (words.every((word) => data.includes(plain(word)))) return;
    found.push(`"${outside}" in ${element.getAttribute('part') ?? element.localName} can't be translated`);
  }

  /** A story can show a card in another language, and the author's findings are told in English. */
  function isDrawnIn(element, language) {
    const speaking = element.closest('[lang]');
    if (speaking) return speaking.lang === language;
    const { host } = element.getRootNode();
    return !host || isDrawnIn(host, language);
  }

  function plain(text) {
    return text.replace(/\\[nrt]|[\s\u2066-\u2069]+/g, '').toLowerCase();
  }
}

/** In the page. What is found is told without the story's own words, so that the same fault is told once. */
function measure({ text, touch }) {
  document.documentElement.style.fontSize = `${text}%`;
  if (touch !== matchMedia('(pointer: coarse)').matches) return ['the pointer could not be set'];
  const found = [];
  // What is far from view has not been laid out yet.
  for (const element of elementsIn(document.body))
    if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
  const all = elementsIn(document.body).filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth + 1) found.push(`the page is wider than its window: ${widest()}`);
  for (const element of all) {
    if (element.closest('svg') && element.localName !== 'svg') continue;
    const card = element.closest('article, .notice');
    if (card && !scrolls(element, card) && !element.closest('.said')) {
      const box = element.getBoundingClientRect();
      const within = card.getBoundingClientRect();
      if (box.width > 0 && (box.left < within.left - 1 || box.right > within.right + 1))
        found.push(`${name(element)} sticks out of its card`);
    }
    if (isCutOff(element)) found.push(`text of ${name(element)} is cut off`);
  }
  const targets = all.filter(isTarget).map((element) => ({ element, boxes: boxesOf(element) }));
  for (const [i, one] of targets.entries()) {
    const { width, height } = one.element.getBoundingClientRect();
    const isSmall = width < 24 || height < 24;
    if (isSmall && !isInText(one.element) && isCrowded(one, targets))
      found.push(`${name(one.element)} is too small a target, and others are near`);
    const isOwn = one.element.getRootNode() instanceof ShadowRoot;
    if (
      touch &&
      isOwn &&
      height < 43.5 &&
      one.element.matches('button, select, textarea, input, label, .action')
    )
      found.push(`${name(one.element)} is ${Math.round(height)} px high under a finger`);
    for (const other of targets.slice(i + 1))
      if (overlap(one, other)) found.push(`${name(one.element)} lies over ${name(other.element)}`);
  }
  return found;

  function elementsIn(root) {
    return Array.from((root.shadowRoot ?? root).querySelectorAll('*')).flatMap((element) => [
      element,
      ...(element.shadowRoot ? elementsIn(element) : []),
    ]);
  }

  function name(element) {
    const words = element.getAttribute('part') ?? element.localName;
    return words || element.localName;
  }

  function widest() {
    const out = all.find((element) => element.getBoundingClientRect().right > innerWidth + 1);
    return out ? name(out) : 'nothing that is visible';
  }

  /** Whether something between an element and its card can be scrolled to it. */
  function scrolls(element, card) {
    for (let here = element.parentElement; here && here !== card; here = here.parentElement)
      if (/auto|scroll/.test(getComputedStyle(here).overflowX)) return true;
    return false;
  }

  /** Words that lie outside of what clips them. What is folded on purpose has a button that unfolds it. */
  function isCutOff(element) {
    if (
      element.matches('.said, .clamped, option, select, style, script') ||
      element.closest('.said, .clamped')
    )
      return false;
    const words = Array.from(element.childNodes).filter((node) => node instanceof Text && node.data.trim());
    if (!words.length) return false;
    const clip = clipOf(element);
    if (!clip) return false;
    const { left, right, top, bottom } = clip.getBoundingClientRect();
    const range = document.createRange();
    return words.some((node) => {
      range.selectNodeContents(node);
      return Array.from(range.getClientRects()).some(
        (box) =>
          box.width > 1 &&
          (box.left < left - 1.5 || box.right > right + 1.5 || box.top < top - 3 || box.bottom > bottom + 3),
      );
    });
  }

  function scrollerOf(element) {
    for (let here = element.parentElement; here; here = here.parentElement)
      if (/auto|scroll/.test(getComputedStyle(here).overflowY) && here !== page) return here;
    return null;
  }

  function clipOf(element) {
    for (let here = element; here; here = here.parentElement ?? here.getRootNode().host) {
      const { overflowX, overflowY, display } = getComputedStyle(here);
      if (/auto|scroll/.test(overflowX + overflowY)) return null;
      if (/hidden|clip/.test(overflowX) && display !== 'inline') return here;
    }
    return null;
  }

  function isTarget(element) {
    if (element.matches('label')) return element.querySelector('input') !== null;
    if (!element.matches('a[href], button, input, select, textarea, summary')) return false;
    return !element.closest('label') && element.getBoundingClientRect().width > 0;
  }

  function boxesOf(element) {
    const list = scrollerOf(element)?.getBoundingClientRect();
    return Array.from(element.getClientRects()).filter(
      ({ width, height, top, bottom }) =>
        width > 0 && height > 0 && (!list || (bottom <= list.bottom && top >= list.top)),
    );
  }

  /** A link among words: WCAG leaves it as high as its line. */
  function isInText(element) {
    return (
      element.localName === 'a' &&
      Array.from(element.parentElement?.childNodes ?? []).some(
        (node) => node instanceof Text && node.data.trim(),
      )
    );
  }

  /** WCAG 2.2, 2.5.8: a circle of 24 px round its middle touches another target, or the circle of another small one. */
  function isCrowded({ element }, others) {
    const [x, y] = middle(element);
    return others.some(({ element: other, boxes }) => {
      if (other === element || other.contains(element) || element.contains(other)) return false;
      const { width, height } = other.getBoundingClientRect();
      const [otherX, otherY] = middle(other);
      if ((width < 24 || height < 24) && Math.hypot(x - otherX, y - otherY) < 23.5) return true;
      return boxes.some((box) => {
        const dx = Math.max(box.left - x, 0, x - box.right);
        const dy = Math.max(box.top - y, 0, y - box.bottom);
        return Math.hypot(dx, dy) < 11.5;
      });
    });
  }

  function middle(element) {
    const { left, width, top, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }

  function overlap(one, other) {
    if (one.element.contains(other.element) || other.element.contains(one.element)) return false;
    return one.boxes.some((a) =>
      other.boxes.some(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
      ),
    );
  }
}
