import 'mf-card';

let elements = [];
let feed = null;

export function start() {}

/** Each card in an element of its own, without the feed round them. */
export async function show(text, place) {
  elements = JSON.parse(text).map((card) => Object.assign(document.createElement('mf-card'), { card }));
  place.append(...elements);
  await Promise.all(elements.map(({ updateComplete }) => updateComplete));
}

export async function showFeed(text, place) {
  feed = Object.assign(document.createElement('mf-card-feed'), { cards: JSON.parse(text) });
  place.append(feed);
  await feed.updateComplete;
}

export function change(index, text) {
  elements[index].card = JSON.parse(text);
  return elements[index].updateComplete;
}

/** Of the cards that are there by now. */
export function roots() {
  const cards = feed ? [...feed.shadowRoot.querySelectorAll('mf-card')] : elements;
  return cards.map(({ shadowRoot }) => shadowRoot).filter((root) => root?.childElementCount);
}
