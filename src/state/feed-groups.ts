import type { Card } from '../schema/model.js';
import { isSticky } from './feed-order.js';

/** The groups that are built in, in their order. */
export const URGENCY_GROUPS = ['priority', 'actionable', 'informational'] as const;

export type UrgencyGroup = (typeof URGENCY_GROUPS)[number];

export function isUrgencyGroup(name: string): name is UrgencyGroup {
  return (URGENCY_GROUPS as readonly string[]).includes(name);
}

/** The name of the group that a card belongs to; nothing for those that stand together at the end, without a heading. */
export type CardGrouping = (card: Card) => string | null | undefined;

/** A due date nearer than this makes a card urgent. */
const URGENT = 86_400_000;

/**
 * `priority`: sticky, of importance 0, or with something to do that is due within a day or overdue; `actionable`: with
 * something to do; `informational`: the rest.
 *
 * Source: the groups that the vendor's own client shows.
 */
export function urgencyGroup(card: Card, now: number): UrgencyGroup {
  const acts = needsAction(card);
  const isDue = card.dueAt !== null && card.dueAt - now < URGENT;
  if (isSticky(card, now) || card.importance === 0 || (acts && isDue)) return 'priority';
  return acts ? 'actionable' : 'informational';
}

/** Whether there is something to send. */
export function needsAction(card: Card): boolean {
  return card.actions.some(({ kind }) => kind === 'send');
}

/** Cards of one group, in their order. */
export interface CardGroup {
  /** `null` for those that belong to none. */
  readonly name: string | null;
  readonly cards: readonly Card[];
}

/** Groups in the order given by `first`, then in that of their first cards; cards of none come last. */
export function grouped(
  cards: readonly Card[],
  grouping: CardGrouping,
  first: readonly string[] = [],
): readonly CardGroup[] {
  const groups = new Map<string | null, Card[]>(first.map((name) => [name, []]));
  for (const card of cards) {
    const name = nameOf(card, grouping);
    const group = groups.get(name);
    if (group) group.push(card);
    else groups.set(name, [card]);
  }
  const none = groups.get(null);
  groups.delete(null);
  if (none) groups.set(null, none);
  return [...groups].filter(([, those]) => those.length > 0).map(([name, those]) => ({ name, cards: those }));
}

/** A function of the host's that throws costs the group alone; an empty name is no heading. */
function nameOf(card: Card, grouping: CardGrouping): string | null {
  try {
    const name = grouping(card);
    return name && /\S/.test(name) ? name : null;
  } catch {
    return null;
  }
}
