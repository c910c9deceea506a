import type { ActionInput, ActionValues, Card, CardAction, InputValue } from '../schema/model.js';
import { onSlider } from '../schema/slider.js';
import { IDLE, type ActionStatus } from './action-lifecycle.js';

/** Why a card is no longer shown. */
export type RemovalReason = 'completed' | 'dismissed' | 'expired';

/** A fault of one input, as facts; the sentence is made when it is shown. */
export type InputFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-short'; readonly min: number; readonly count: number }
  | { readonly kind: 'too-long'; readonly max: number; readonly count: number }
  | { readonly kind: 'too-low'; readonly min: number }
  | { readonly kind: 'too-high'; readonly max: number }
  /** Not what its format or a rule asks for. */
  | { readonly kind: 'not'; readonly what: FormatFault }
  | { readonly kind: 'told'; readonly text: string };

/** What a text should have been. */
export type FormatFault =
  'number' | 'digits' | 'ten-digits' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'datetime';

/** What the user did to one card. Plain data: it can be cloned, stored and brought back. */
export interface CardState {
  /** Slot of the action whose form is open. */
  readonly openForm: string | null;
  /** What was typed or chosen, by action slot and input id. Untouched inputs are not in it. */
  readonly drafts: Readonly<Record<string, ActionValues>>;
  /** The same of passwords, with an entry for each action that has sent one: a snapshot leaves them out. */
  readonly secrets: Readonly<Record<string, ActionValues>>;
  /** Faults shown, by action slot and input id. */
  readonly faults: Readonly<Record<string, Readonly<Record<string, InputFault>>>>;
  /** By action slot; an action that is not in it is idle. */
  readonly statuses: Readonly<Record<string, ActionStatus>>;
  /** Names of the parts that were opened with "Show more". */
  readonly expanded: readonly string[];
  /**
   * What is looked for in a long list of options, by action slot and input id, and what was chosen at that time: it stays
   * in sight, or who takes back a choice would have it vanish under the focus.
   */
  readonly filters: Readonly<
    Record<string, Readonly<Record<string, { readonly text: string; readonly kept: InputValue }>>>
  >;
  /** When the user dismissed the card, in epoch milliseconds: it goes for good 8 seconds later. */
  readonly dismissedAt: number | null;
  readonly removed: RemovalReason | null;
  /** The hash of the version that was dismissed or removed: the card comes back with another one. */
  readonly removedHash: string | null;
  /** Versions that were shown before this moment went with it: counted in cards that have gone. */
  readonly goneSince: number;
}

/** Milliseconds in which a dismissal can be undone. */
export const UNDO_TIME = 8000;

/** Milliseconds that a completed card stays, so that the result can be seen. */
export const RESULT_TIME = 2000;

export const UNTOUCHED: CardState = Object.freeze({
  openForm: null,
  drafts: {},
  secrets: {},
  faults: {},
  statuses: {},
  expanded: [],
  filters: {},
  dismissedAt: null,
  removed: null,
  removedHash: null,
  goneSince: 0,
});

/** A moment that is later with each card that goes. */
let moment = 0;

export function nextMoment(): number {
  return ++moment;
}

const shownSince = new WeakMap<Card, number>();

/** An element shows this version: another element may show another one while the user is done with the card. */
export function noteShown(card: Card): void {
  if (!shownSince.has(card)) shownSince.set(card, moment);
}

export function statusOf(state: CardState, { slot }: Pick<CardAction, 'slot'>): ActionStatus {
  return state.statuses[slot] ?? IDLE;
}

/**
 * Slots of actions that this version of the card does not have, as they were sent from another one, and of which there is
 * still something to tell: they have failed, wait for a sign-in, or can be given up.
 */
export function straySlots({ actions }: Card, { statuses }: CardState): string[] {
  return Object.entries(statuses).flatMap(([slot, status]) =>
    (status.kind === 'pending' ? status.slow : hasFailed(status)) &&
    !actions.some((action) => action.slot === slot)
      ? [slot]
      : [],
  );
}

/** Whether nothing came of it yet. */
export function hasFailed(
  status: ActionStatus,
): status is Extract<ActionStatus, { kind: 'failed' | 'auth-required' }> {
  return status.kind === 'failed' || status.kind === 'auth-required';
}

/**
 * What is in an action's inputs: what the user entered, else the preset.
 *
 * @returns by input id, an entry for each input.
 */
export function valuesOf(state: CardState, action: CardAction): ActionValues {
  return Object.fromEntries(
    action.inputs.map((input) => [
      input.id,
      shownValue(input, enteredValue(state, action, input) ?? input.preset),
    ]),
  );
}

/** What the user entered; `undefined` in an input that was left alone. */
export function enteredValue(
  { drafts, secrets }: CardState,
  { slot }: CardAction,
  { id, format }: ActionInput,
): InputValue | undefined {
  const values = (format === 'password' ? secrets : drafts)[slot];
  return values && Object.hasOwn(values, id) ? values[id] : undefined;
}

/**
 * A choice that is no longer offered can't be seen, so it isn't sent either; of a slider what is sent is where it stands.
 * Both count again when they come back.
 */
function shownValue({ format, options, min, max, preset }: ActionInput, value: InputValue): InputValue {
  if (format === 'range')
    return Number.isFinite(Number(value)) ? String(onSlider(Number(value), min ?? 0, max ?? 100)) : preset;
  const chosen = (typeof value === 'string' ? [value] : value).filter(
    (one) => !options.length || options.some((option) => option.value === one),
  );
  if (format === 'checkbox' && options.length) return chosen;
  if (isChoice(format)) return chosen[0] ?? '';
  // A line of text has no breaks: browsers leave those of a preset out.
  return format === 'textarea' ? String(value) : String(value).replace(/[\r\n]/g, '');
}

export function isChoice(format: ActionInput['format']): boolean {
  return format === 'select' || format === 'radio' || format === 'checkbox';
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
  // Also one that this version of the card does not have any more.
  return Object.values(state.statuses).some(({ kind }) => kind === 'pending') ? 'locked' : 'free';
}

/** Whether an action can be done now or later: it is not done, and no other of its set is. */
export function isLeft(card: Card, state: CardState, action: CardAction): boolean {
  const available = availability(card, state, action);
  return available === 'free' || available === 'locked';
}

/** Whether a form is open: of an action that is there and can still be done. */
export function hasOpenForm(card: Card, state: CardState): boolean {
  const { openForm } = state;
  return (
    openForm !== null &&
    card.actions.some((action) => action.slot === openForm && isLeft(card, state, action))
  );
}

function isDone(state: CardState, action: CardAction): boolean {
  const status = statusOf(state, action);
  return status.kind === 'done' && !status.repeatable;
}

/** Whether something was typed that has not been sent and still can be. */
export function hasUnsentInput(card: Card, state: CardState): boolean {
  return (
    !isGone(state) && card.actions.some((action) => isLeft(card, state, action) && isFilled(state, action))
  );
}

function isFilled(state: CardState, action: CardAction): boolean {
  return action.inputs.some((input) => {
    const entered = enteredValue(state, action, input);
    return entered !== undefined && String(entered) !== String(input.preset);
  });
}

/**
 * Whether the user is at it, so that nothing of the card may be taken from under their hands: an action is on its way,
 * or a form is open and something was typed into it.
 *
 * @param hasFocus - whether the focus is in an open form, or where it says that an action has failed: these count, too.
 */
export function isEditing(card: Card, state: CardState, hasFocus: boolean): boolean {
  if (state === UNTOUCHED || isGone(state)) return false;
  return card.actions.some((action) => {
    const status = statusOf(state, action);
    if (status.kind === 'pending') return true;
    if (!isLeft(card, state, action)) return false;
    if (state.openForm === action.slot) return hasFocus || isFilled(state, action);
    return hasFocus && hasFailed(status);
  });
}

/**
 * Whether a feed shows the card: it was not removed, it has not expired, and there is something to do. One that expires
 * while the user is at it stays until they are done; one that comes again with a later date is back.
 *
 * @param now - epoch milliseconds.
 *
 * Source: `expiration_date` in the card response schema; `is_actionable` as the first client of these cards had it.
 */
export function isShown(card: Card, state: CardState, now: number): boolean {
  if (!card.isActionable) return false;
  if (!isExpired(card, now)) return state.removed === 'expired' || !isRemoved(card, state);
  if (state.removed !== null) return false;
  return isEditing(card, state, true) || (departure(card, state, now, false)?.at ?? 0) > now;
}

export function isExpired({ expiresAt }: Card, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** Whether the user is done with it: it was dismissed, or removed for another reason than its time. */
export function isGone({ dismissedAt, removed }: CardState): boolean {
  return dismissedAt !== null || (removed !== null && removed !== 'expired');
}

/** Whether this version of the card was removed. */
export function isRemoved(card: Card, state: CardState): boolean {
  return state.removed !== null && !isAnother(card, state);
}

/**
 * Whether another version of the card was dismissed or removed, which this one is shown in spite of: it has come since, or
 * nobody has seen it before.
 */
export function isAnother(card: Card, { dismissedAt, removed, removedHash, goneSince }: CardState): boolean {
  const isGone = dismissedAt !== null || removed !== null;
  return isGone && removedHash !== card.hash && (shownSince.get(card) ?? Infinity) >= goneSince;
}

/**
 * Why and when (in epoch milliseconds; 0 is at once) a card that is still shown is going to be removed.
 *
 * @param editing - whether the user is at it: then an expired card stays, see {@link isEditing}.
 */
export function departure(
  card: Card,
  state: CardState,
  now: number,
  editing: boolean,
): { reason: RemovalReason; at: number } | null {
  if (state.removed !== null) return null;
  if (state.dismissedAt !== null) return { reason: 'dismissed', at: state.dismissedAt + UNDO_TIME };
  const expires = !editing && isExpired(card, now);
  for (const action of card.actions) {
    const status = statusOf(state, action);
    if (status.kind === 'done' && (action.removesCard || expires))
      return { reason: action.removesCard ? 'completed' : 'expired', at: status.at + RESULT_TIME };
  }
  return expires ? { reason: 'expired', at: 0 } : null;
}
