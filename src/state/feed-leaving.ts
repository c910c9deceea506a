import type { Card } from '../schema/model.js';
import { departure, isAnother, UNTOUCHED, type RemovalReason } from './card-state.js';
import type { CardStore } from './card-store.js';
import { now } from './clock.js';

/** A card that goes for good without anything on the page to tell of it. */
export interface LeavingCard {
  readonly card: Card;
  readonly reason: RemovalReason;
  /** When, in epoch milliseconds by the device's clock. */
  readonly at: number;
}

/** Cards that are done or dismissed, in this version, and are not shown any more before they are gone for good. */
export function leavingUnseen(
  cards: readonly Card[],
  store: CardStore,
  isShown: (key: string) => boolean,
): readonly LeavingCard[] {
  return cards.flatMap((card) => {
    const state = store.get(card.key);
    const next = state === UNTOUCHED || isAnother(card, state) ? null : departure(card, state, now(), true);
    return next && !isShown(card.key) ? [{ ...next, card }] : [];
  });
}

/**
 * When the next of a feed's cards is to go of itself, in epoch milliseconds by {@link now}; `Infinity` for never. A card
 * that has no element yet, waits to be let in or is filtered away can't tell that its time has passed.
 */
export function nextLeaving(cards: readonly Card[], unseen: readonly LeavingCard[]): number {
  const time = now();
  const ahead = time - Date.now();
  const expires = cards.reduce(
    (first, { expiresAt }) => (expiresAt !== null && expiresAt > time ? Math.min(first, expiresAt) : first),
    Infinity,
  );
  return Math.min(expires, ...unseen.map(({ at }) => at + ahead));
}
