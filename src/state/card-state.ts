import type { Card, CardAction } from '../schema/model.js';
import { IDLE, type ActionStatus } from './action-lifecycle.js';

/** Why a card is no longer shown. */
export type RemovalReason = 'completed' | 'dismissed' | 'expired';

/** A fault of one input, as facts; the sentence is made when it is shown. */
export type InputFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-short'; readonly min: number; readonly count: number }
  | { readonly kind: 'too-long'; readonly max: number; readonly count: number }
  | { readonly kind: 'told'; readonly text: string };

/** What the user did to one card. Plain data: it can be cloned, stored and brought back. */
export interface CardState {
  /** Slot of the action whose form is open. */
  readonly openForm: string | null;
  /** What was typed or chosen, by action slot and input id. Untouched inputs are not in it. */
  readonly drafts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Faults shown, by action slot and input id. */
  readonly faults: Readonly<Record<string, Readonly<Record<string, InputFault>>>>;
  /** By action slot; an action that is not in it is idle. */
  readonly statuses: Readonly<Record<string, ActionStatus>>;
  /** Names of the parts that were opened with "Show more". */
  readonly expanded: readonly string[];
  readonly removed: RemovalReason | null;
}

export const UNTOUCHED: CardState = Object.freeze({
  openForm: null,
  drafts: {},
  faults: {},
  statuses: {},
  expanded: [],
  removed: null,
});

export function statusOf(state: CardState, action: CardAction): ActionStatus {
  return state.statuses[action.slot] ?? IDLE;
}

/**
 * What is in an action's inputs: what the user entered, else the preset.
 *
 * @returns by input id, an entry for each input.
 */
export function valuesOf(state: CardState, action: CardAction): Record<string, string> {
  const draft = state.drafts[action.slot];
  return Object.fromEntries(
    action.inputs.map(({ id, preset }) => [
      id,
      draft && Object.hasOwn(draft, id) ? (draft[id] ?? '') : preset,
    ]),
  );
}

/** Whether an action takes part in a press at all. */
export type Availability = 'free' | 'locked' | 'hidden' | 'done';

/**
 * How an action stands among the others of its card: one pending action locks all of them, and once one of an
 * exclusive set is done for good the others of the set are gone.
 */
export function availability(card: Card, state: CardState, action: CardAction): Availability {
  if (isDone(state, action)) return 'done';
  const set = action.exclusiveSet;
  if (set !== null && card.actions.some((other) => other.exclusiveSet === set && isDone(state, other)))
    return 'hidden';
  return card.actions.some((other) => statusOf(state, other).kind === 'pending') ? 'locked' : 'free';
}

/** Whether an action can be done now or later: it is not done, and no other of its set is. */
export function isLeft(card: Card, state: CardState, action: CardAction): boolean {
  const available = availability(card, state, action);
  return available === 'free' || available === 'locked';
}

function isDone(state: CardState, action: CardAction): boolean {
  const status = statusOf(state, action);
  return status.kind === 'done' && !status.repeatable;
}

/** Whether something was typed that has not been sent and still can be. */
export function hasUnsentInput(card: Card, state: CardState): boolean {
  return card.actions.some((action) => {
    const draft = state.drafts[action.slot];
    return (
      draft !== undefined &&
      isLeft(card, state, action) &&
      action.inputs.some(({ id, preset }) => Object.hasOwn(draft, id) && draft[id] !== preset)
    );
  });
}
