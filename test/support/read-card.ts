import { readCards, type Card } from '../../src/schema/index.js';
import { action, card, type WireObject } from '../cards.js';

/** A card as it is after reading, with these actions. */
export function readCard(...actions: WireObject[]): Card {
  const [read] = readCards(card({ actions: actions.length > 0 ? actions : [action()] })).cards;
  if (!read) throw new Error('There is no card');
  return read;
}
