import type { Card } from '../schema/model.js';
import { isWire } from '../schema/wire.js';

/** Which of two cards comes first, as `Array.prototype.sort` has it. */
export type CardOrder = (a: Card, b: Card) => number;

/**
 * What needs attention first comes first: what is sticky now, then importance (0 first, none last), then what is due
 * soonest, then the newest. Cards that are alike in all of it stay as the connector has them.
 *
 * Source: `sticky`, `importance`, `due_date` and `creation_date` in the card response schema; that they are taken in
 * this order is our reading of it.
 *
 * @param now - in epoch milliseconds.
 */
export function byUrgency(now: number): CardOrder {
  return (a, b) =>
    rank(isSticky(b, now)) - rank(isSticky(a, now)) ||
    ascending(a.importance, b.importance) ||
    ascending(a.dueAt, b.dueAt) ||
    ascending(b.createdAt ?? -Infinity, a.createdAt ?? -Infinity);
}

function rank(first: boolean): number {
  return first ? 1 : 0;
}

/** What has none comes last. */
function ascending(a: number | null, b: number | null): number {
  const left = a ?? Infinity;
  const right = b ?? Infinity;
  return left === right ? 0 : left - right;
}

/** Whether a card asks to stand above all others. */
export function isSticky({ stickyUntil }: Card, now: number): boolean {
  return stickyUntil !== null && stickyUntil > now;
}

/** A copy in the order that was asked for; a comparator that throws, or compares nonsense, costs the order alone. */
export function inOrder(cards: readonly Card[], order: CardOrder | null): readonly Card[] {
  if (!order) return cards;
  try {
    return [...cards].sort(order);
  } catch {
    return cards;
  }
}

/**
 * About the order of {@link byUrgency}, of cards that have not been read yet: so the first ones to be shown can be read
 * first. Dates are compared as they are written, and whatever is odd comes somewhere.
 */
export function aboutByUrgency(a: unknown, b: unknown): number {
  if (!isWire(a) || !isWire(b)) return 0;
  return (
    rank(isWire(b.sticky)) - rank(isWire(a.sticky)) ||
    ascending(number(a.importance), number(b.importance)) ||
    alphabetic(a.due_date, b.due_date) ||
    alphabetic(b.creation_date, a.creation_date)
  );
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** What is no text comes last. */
function alphabetic(a: unknown, b: unknown): number {
  if (typeof a !== 'string') return typeof b === 'string' ? 1 : 0;
  if (typeof b !== 'string' || a < b) return -1;
  return a > b ? 1 : 0;
}
