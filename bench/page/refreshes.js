/* global gc -- Chromium runs with --expose-gc */
import '/built/mf-card/index.js';
import { approvals, random } from '../make-cards.mjs';
import { afterPaint } from './moments.js';

/*
 * A feed that is refreshed over and over, for `refreshes.mjs`. What the page itself keeps does not grow.
 */

let feed, cards, size, next, kept;
let made = 0;

globalThis.feedLab = {
  async enter(count, seed) {
    next = random(seed);
    size = count;
    cards = Array.from({ length: count }, newCard);
    feed = document.createElement('mf-card-feed');
    document.body.append(feed);
    await show();
    await rest();
  },

  /**
   * Refreshes a number of times.
   *
   * @param leak - bytes to keep of each, on purpose: what looks for leaks must find this one.
   * @returns how many refreshes of each kind there were.
   */
  async refresh(times, leak) {
    const counts = {};
    for (let i = 0; i < times; i++) {
      const kind = pick(KINDS);
      counts[kind.name] = (counts[kind.name] ?? 0) + 1;
      kind();
      await show();
      // New cards may wait until the user lets them in.
      if (next() < 0.3) await letIn();
      if (leak) kept = { earlier: kept, numbers: new Array(Math.round(leak / 8)).fill(0.5) };
      // Most come before the one before is drawn; what the feed puts off must be done in the end all the same.
      if (i % 10 === 0) await afterPaint();
    }
    await rest();
    return counts;
  },

  /** How many cards there are, and how many that should be there are not. */
  shown() {
    const texts = [...feed.shadowRoot.querySelectorAll('mf-card')].map((card) => card.shadowRoot.textContent);
    const isThere = (words) => texts.some((text) => text.includes(words));
    const lacking = cards.filter(({ header, body }) => !isThere(header.title) || !isThere(body.description));
    return { count: texts.length, lacking: lacking.length };
  },
};

/** What a poll may bring; equal data more often than anything else. */
const KINDS = [equal, equal, equal, equal, change, change, change, comeOrGo, comeOrGo, exchange, shuffle];

/** The same cards; a connector may give new ids and dates all the same. */
function equal() {
  if (next() < 0.2) for (const card of cards) card.id = newCard().id;
}

/** One to three cards have another text and another hash. */
function change() {
  for (let i = next() * 3; i >= 0; i--) {
    const { hash, body } = newCard();
    Object.assign(pick(cards), { hash, body });
  }
}

/** One comes or goes; never far from the number that there were at first. */
function comeOrGo() {
  if (cards.length > size || (cards.length === size && next() < 0.5)) cards.splice(indexOfAny(), 1);
  else cards.unshift(newCard());
}

/** One comes as another one goes. */
function exchange() {
  cards[indexOfAny()] = newCard();
}

/** All are there, in another order. */
function shuffle() {
  for (let i = cards.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [cards[i], cards[j]] = [cards[j], cards[i]];
  }
}

async function show() {
  // As from the wire: nothing of it is known to the feed by identity.
  feed.cards = JSON.parse(JSON.stringify(cards));
  await feed.updateComplete;
}

/** As a user does, who then looks at the first card: those above one that is looked at, or has the focus, wait. */
async function letIn() {
  feed.shadowRoot.querySelector('[part~="news-action"]')?.click();
  await feed.updateComplete;
  await null;
  document.activeElement?.blur();
  scrollTo(0, 0);
  await feed.updateComplete;
}

/** Until all that was put off is done. */
async function rest() {
  await letIn();
  for (let i = 0; i < 5; i++) await afterPaint();
  await new Promise((done) => setTimeout(done, 100));
  gc();
}

function newCard() {
  const [card] = approvals(1, `${location.origin}/icon.svg`, ++made);
  card.header.title = `Approval ${made}`;
  card.backend_id = `r-${made}`;
  return card;
}

function indexOfAny() {
  return Math.floor(next() * cards.length);
}

function pick(list) {
  return list[Math.floor(next() * list.length)];
}
