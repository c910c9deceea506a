import { act, pause } from '../acts.js';
import { cardWith, failureWith, POSITIONS } from '../hostile-card.js';
import { difference, harmless, shapeOf } from '../shape.js';

/**
 * Each payload in every place of a card: drawn, its form opened, sent and refused, all its elements acted on; then again
 * after a refresh with the same card, and after one with another.
 */
export async function measure({ items, rich }, { build, seen }) {
  await import(`${build}/mf-card.bundle.js`);
  const tag = 'mf-card';
  const found = [];
  for (const { id, payload } of items) {
    const before = seen.scripts.length;
    const text = payload.replaceAll('%TAG%', tag);
    const el = await shown(text, rich);
    const result = { id, positions: POSITIONS, elements: [], texts: [], left: [], urls: el.urls };
    await refused(el.card);
    if (!rich) {
      const like = await shown(harmless(text), false);
      await refused(like.card);
      const { elements, texts } = difference(
        shapeOf(el.card.shadowRoot),
        shapeOf(like.card.shadowRoot),
        text,
      );
      result.elements.push(...elements);
      result.texts.push(...texts);
      like.card.remove();
    }
    await act(el.card.parentNode);
    await pause(150);
    for (const next of [cardWith(text), { ...cardWith(text), hash: 'another', backend_id: 'another' }]) {
      el.card.card = next;
      await settled(el.card);
      await act(el.card.parentNode);
      await pause(150);
    }
    if (rich) result.left.push(...leftIn(el.card));
    el.card.remove();
    result.scripts = seen.scripts.slice(before);
    found.push(result);
  }
  return found;
}

async function shown(text, rich) {
  const card = document.createElement('mf-card');
  const urls = [];
  card.richText = rich;
  card.addEventListener('mf-action', (event) => event.respondWith(Promise.resolve(failureWith(text))));
  // A host that opens nothing by itself, so that the frame stays.
  for (const type of ['mf-open', 'mf-attachment'])
    card.addEventListener(type, (event) => {
      urls.push(event.url ?? event.attachment.url);
      event.preventDefault();
    });
  card.card = cardWith(text);
  document.getElementById('place').append(card);
  // A middle press is the browser's own, and no host is asked; WebKit takes a made up one for it.
  card.shadowRoot.addEventListener('auxclick', (event) => event.preventDefault(), true);
  await settled(card);
  return { card, urls };
}

/** Until a card is drawn, and what it loads for rich texts is, too. */
async function settled(card) {
  await card.updateComplete;
  await pause(0);
  await card.updateComplete;
}

/** With a form open, and below it what the host says of an action that it has refused. */
async function refused(card) {
  const [asking, sending] = card.shadowRoot.querySelectorAll('[part~=actions] button');
  sending?.click();
  await settled(card);
  await settled(card);
  asking?.click();
  await settled(card);
}

const KEPT = new Set(['part', 'href', 'data-open', 'target', 'rel']);

/** What rich text must not leave in: anything but plain elements, and links as the library makes them. */
function leftIn({ shadowRoot }) {
  const left = [];
  for (const text of shadowRoot.querySelectorAll('.rich-text'))
    for (const element of text.querySelectorAll('*')) {
      if (element.matches(FORBIDDEN)) left.push(`<${element.localName}>`);
      if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') left.push(element.namespaceURI);
      for (const { name, value } of element.attributes)
        if (element.localName !== 'a' || !KEPT.has(name)) left.push(`${element.localName} ${name}=${value}`);
      if (
        element.localName === 'a' &&
        !/^(?:https?:|mailto:|tel:|sms:|(?![a-z][a-z\d+.-]*:))/i.test(element.href)
      )
        left.push(element.href);
    }
  return left;
}

const FORBIDDEN =
  'script, style, link, meta, base, template, iframe, frame, object, embed, form, input, button, select, textarea, option, fieldset, ' +
  'label, output, img, picture, video, audio, source, track, svg, math, canvas, dialog, details, summary, slot, marquee';
