import { contentDigest } from '../schema/card-key.js';
import type { Card } from '../schema/model.js';
import { sameWire } from '../schema/same-wire.js';

/*
 * From what a feed shows and what it should show to what it shows next. What the user is looking at, pointing at or
 * typing into must not move, so there is a line: what stands above it waits.
 */

/** One place in a feed. */
export interface FeedPlace {
  readonly card: Card;
  /** Heading it stands under; `null` for none. */
  readonly group: string | null;
  /** Its card is no longer wanted; the place is kept so that nothing moves. */
  readonly gone: boolean;
}

export interface FeedArrangement {
  readonly places: readonly FeedPlace[];
  /** Keys of cards that were not there before and wait to be let in. */
  readonly waiting: readonly string[];
  /** Whether anything else waits: a change, a removal or another order above the line. */
  readonly isHeld: boolean;
}

/** A card that should be shown, and its heading. */
export interface WantedCard {
  readonly card: Card;
  readonly group: string | null;
}

export interface Holding {
  /** Key of the last card that must not move; with those above it. `null` when all may. */
  readonly upTo: string | null;
  /** Keys of cards that wait to be let in until the user asks. */
  readonly waiting: ReadonlySet<string>;
  /** Whether cards come that the user has asked for, or the first ones: they wait for nobody, and follow those above the line. */
  readonly letsIn: boolean;
  /** Whether the user has made this card go: then it does not wait. */
  isDropped(card: Card): boolean;
}

/** What to show next. `wanted` is in its order; a key is in it once. */
export function arrange(
  shown: readonly FeedPlace[],
  wanted: readonly WantedCard[],
  { upTo, waiting, letsIn, isDropped }: Holding,
): FeedArrangement {
  const next = new Map(wanted.map((one) => [one.card.key, one]));
  const line = upTo === null ? -1 : shown.findIndex(({ card }) => card.key === upTo);
  const kept: FeedPlace[] = [];
  let isHeld = false;
  for (const place of shown.slice(0, line + 1)) {
    const { card, group } = place;
    const now = next.get(card.key);
    if (isDropped(card)) continue;
    if (!now) {
      kept.push(place.gone ? place : { ...place, gone: true });
      isHeld = true;
      continue;
    }
    // Above the line a new version may be higher or lower; the card on the line says itself when it is shown.
    const stays = card.key !== upTo && !isSameVersion(card, now.card);
    isHeld ||= stays || group !== now.group;
    const shows = stays ? card : now.card;
    kept.push(shows === card && !place.gone ? place : { card: shows, group, gone: false });
  }
  const above = new Set(kept.map(({ card }) => card.key));
  const known = new Set(shown.map(({ card }) => card.key));
  // Where nothing is left of what was shown there is nothing to wait for.
  const waits = kept.length > 0 || wanted.some(({ card }) => known.has(card.key));
  const late: string[] = [];
  const below: FeedPlace[] = [];
  const lowest = kept.at(-1)?.group;
  const passed = new Set(kept.map(({ group }) => group));
  for (const { card, group } of wanted) {
    const { key } = card;
    if (above.has(key)) continue;
    if (waits && !known.has(key) && (waiting.has(key) || (line >= 0 && !letsIn))) {
      late.push(key);
      continue;
    }
    // A group that has ended above the line can't get another card without moving what follows.
    below.push({
      card,
      group: line >= 0 && group !== lowest && passed.has(group) ? (lowest ?? null) : group,
      gone: false,
    });
  }
  return {
    places: kept.length ? inTurn(kept, below) : below,
    waiting: late,
    isHeld: isHeld || isOutOfOrder(kept, wanted),
  };
}

/** The places that stand under one heading. */
export interface PlaceGroup {
  /** `null` for those that stand under none. */
  readonly name: string | null;
  readonly places: readonly FeedPlace[];
}

export function underHeadings(places: readonly FeedPlace[]): readonly PlaceGroup[] {
  const groups = new Map<string | null, FeedPlace[]>();
  for (const place of places) {
    const group = groups.get(place.group);
    if (group) group.push(place);
    else groups.set(place.group, [place]);
  }
  // Without any card there is a list all the same, which says that it waits for them.
  if (groups.size === 0) return [{ name: null, places: [] }];
  return [...groups].map(([name, those]) => ({ name, places: those }));
}

/** Some connectors keep a hash although the content is another. */
function isSameVersion(a: Card, b: Card): boolean {
  return a === b || (a.hash === b.hash && contentDigest(a.source) === contentDigest(b.source));
}

/** Cards under the heading that the line lies in come first; the other groups follow as they are wanted. */
function inTurn(kept: readonly FeedPlace[], below: readonly FeedPlace[]): readonly FeedPlace[] {
  const open = kept.at(-1)?.group;
  return [
    ...kept,
    ...below.filter(({ group }) => group === open),
    ...below.filter(({ group }) => group !== open),
  ];
}

/** Whether the cards above the line would stand in another order, or lower, if they could. */
function isOutOfOrder(kept: readonly FeedPlace[], wanted: readonly WantedCard[]): boolean {
  return kept.some(({ card, gone }, i) => !gone && wanted[i]?.card.key !== card.key);
}

/** The cards that have come, and those before them that stay although they have not, each where it stood. */
export function withStaying(
  before: readonly Card[],
  after: readonly Card[],
  staying: ReadonlySet<string>,
): readonly Card[] {
  if (staying.size === 0) return after;
  const next = [...after];
  before.forEach((card, i) => {
    if (staying.has(card.key)) next.splice(i, 0, card);
  });
  return next;
}

/** Takes over the cards that are known and equal, so that equal data does no work. */
export function keepEqual(before: readonly Card[], after: readonly Card[]): readonly Card[] {
  const known = new Map(before.map((card) => [card.key, card]));
  return after.map((card) => {
    const old = known.get(card.key);
    return old && sameWire(old, card) ? old : card;
  });
}
