import type { ActionInput, Card, CardAction, InputValue } from '../schema/model.js';
import { IDLE } from './action-lifecycle.js';
import {
  enteredValue,
  hasFailed,
  nextMoment,
  statusOf,
  straySlots,
  valuesOf,
  type CardState,
  type InputFault,
  type RemovalReason,
} from './card-state.js';
import { inputFault } from './check-values.js';

/*
 * What the user does to a card, each as a function from state to state. A step that changes nothing gives back
 * the same object.
 */

export function formOpened(state: CardState, { slot }: CardAction): CardState {
  return state.openForm === slot ? state : { ...state, openForm: slot };
}

/** What was typed stays; what was found wrong with it goes. */
export function formClosed(state: CardState, { slot }: Pick<CardAction, 'slot'>): CardState {
  return { ...state, openForm: null, faults: { ...state.faults, [slot]: {} } };
}

export function faultsShown(
  state: CardState,
  { slot }: CardAction,
  faults: Readonly<Record<string, InputFault>>,
): CardState {
  return { ...state, faults: { ...state.faults, [slot]: faults } };
}

/** Each stroke is kept. A fault that is shown follows what is typed, until it is mended. */
export function valueEntered(
  state: CardState,
  action: CardAction,
  input: ActionInput,
  value: InputValue,
): CardState {
  const { slot } = action;
  const kept = input.format === 'password' ? 'secrets' : 'drafts';
  const next = { ...state, [kept]: { ...state[kept], [slot]: { ...state[kept][slot], [input.id]: value } } };
  const faults = state.faults[slot] ?? {};
  return Object.hasOwn(faults, input.id) ? faultsShown(next, action, withFault(faults, input, value)) : next;
}

/**
 * An input that was changed is judged when it is left; one that was only visited is not. A fault that is shown is judged
 * again, as not all that is taken back is told as a change; what the connector said of the value stands until it is another.
 */
export function inputLeft(state: CardState, action: CardAction, input: ActionInput): CardState {
  const faults = state.faults[action.slot] ?? {};
  const shown = Object.hasOwn(faults, input.id) ? faults[input.id] : undefined;
  if (shown?.kind === 'told' || (!shown && enteredValue(state, action, input) === undefined)) return state;
  const value = valuesOf(state, action)[input.id] ?? '';
  if (inputFault(input, value)?.kind === shown?.kind) return state;
  return faultsShown(state, action, withFault(faults, input, value));
}

export function optionsFiltered(
  state: CardState,
  action: CardAction,
  { id }: ActionInput,
  text: string,
): CardState {
  const { slot } = action;
  const filter = { text, kept: valuesOf(state, action)[id] ?? '' };
  return { ...state, filters: { ...state.filters, [slot]: { ...state.filters[slot], [id]: filter } } };
}

/** Once it is sent, what was entered is no draft any more. */
export function formSent(state: CardState, { slot }: CardAction): CardState {
  const without = <T>({ [slot]: _, ...others }: Readonly<Record<string, T>>) => others;
  return {
    ...state,
    drafts: without(state.drafts),
    secrets: without(state.secrets),
    faults: without(state.faults),
    filters: without(state.filters),
    openForm: state.openForm === slot ? null : state.openForm,
  };
}

/** What went wrong with an action that this version of the card does not have is told until the user goes on. */
export function straysForgotten(state: CardState, card: Card): CardState {
  const strays = straySlots(card, state).filter((slot) => hasFailed(statusOf(state, { slot })));
  if (strays.length === 0) return state;
  return {
    ...state,
    statuses: { ...state.statuses, ...Object.fromEntries(strays.map((slot) => [slot, IDLE])) },
  };
}

/** It can be undone for a while: see `departure`. */
export function cardDismissed(state: CardState, { hash }: Card, at: number): CardState {
  return state.dismissedAt === null
    ? { ...state, dismissedAt: at, removedHash: hash, goneSince: nextMoment() }
    : state;
}

export function dismissalUndone(state: CardState): CardState {
  return state.dismissedAt === null ? state : { ...state, dismissedAt: null, removedHash: null };
}

export function cardRemoved(state: CardState, { hash }: Card, removed: RemovalReason): CardState {
  return state.dismissedAt === null
    ? { ...state, removed, removedHash: hash, goneSince: nextMoment() }
    : { ...state, removed };
}

/** It has come again with a later date: what was typed is still there. */
export function cardReturned(state: CardState): CardState {
  return { ...state, removed: null, removedHash: null };
}

/** Opening is all that an OPEN_IN action is. */
export function actionOpened(state: CardState, { slot, allowRepeated }: CardAction, at: number): CardState {
  return {
    ...state,
    statuses: { ...state.statuses, [slot]: { kind: 'done', at, repeatable: allowRepeated } },
  };
}

export function partToggled(state: CardState, part: string): CardState {
  const { expanded } = state;
  return {
    ...state,
    expanded: expanded.includes(part) ? expanded.filter((name) => name !== part) : [...expanded, part],
  };
}

function withFault(faults: Readonly<Record<string, InputFault>>, input: ActionInput, value: InputValue) {
  const { [input.id]: _before, ...others } = faults;
  const fault = inputFault(input, value);
  return fault ? { ...others, [input.id]: fault } : others;
}
