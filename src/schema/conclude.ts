import type { Facts } from '../diagnostics/diagnostic.js';
import type { Card } from './model.js';
import { quote } from './facts.js';
import type { Reading } from './reading.js';
import { ACTION_RULES, CARD_RULES, inAction } from './rules.js';
import { meant } from './spelling.js';
import { isWire } from './wire.js';

/** What is said of a card or a chat item once it is read: that there is nothing in it, or likely mistakes. */
export function conclude(reading: Reading, card: Card): void {
  if (isEmpty(card)) {
    reading.note('empty-card', inEmpty(card.source));
    return;
  }
  const now = Date.now();
  for (const { code, find } of CARD_RULES)
    for (const { path, facts } of find(card, now)) reading.note(code, facts, ...path);
  const { actions, chat } = card;
  for (const action of actions)
    for (const { code, is, member, inChat = member, facts: more } of ACTION_RULES)
      if (is(action, card)) {
        const { path, facts } = inAction(action, chat ? inChat : member, more?.(action));
        reading.note(code, facts, ...path);
      }
}

/** Why there may be nothing to see in it: a response lies in a list of cards, or in `data`, or its name is misspelt. */
function inEmpty(source: unknown): Facts {
  const from = isWire(source) ? source : {};
  const members = Object.keys(from).slice(0, 20);
  if (members.some((member) => ENVELOPES.includes(member))) return { repair: ['response-within'] };
  const wrapper = members.find((member) => holdsCards(from[member]));
  if (wrapper !== undefined) return { repair: ['card-within', quote(wrapper)] };
  const like = members.map((member) => meant(member, WHOLES)).find((name) => name !== null);
  return like ? { repair: ['did-you-mean', like] } : {};
}

function holdsCards(value: unknown): boolean {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isWire(one) && [...WHOLES, 'header', 'body'].some((member) => typeof one[member] === 'object');
}

const ENVELOPES = ['objects', 'results', 'cards'];

/** Members that hold all there is to see. */
const WHOLES = [...ENVELOPES, 'itemDetails'];

/** Whether a card has nothing that a user could see. */
export function isEmpty(card: Card): boolean {
  const { subtitles, links, banner, fields, actions } = card;
  return (
    (card.title ?? card.description ?? card.name) === null &&
    subtitles.length + links.length + banner.length + fields.length + actions.length === 0
  );
}
