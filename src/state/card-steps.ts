import type { ActionInput, CardAction } from '../schema/model.js';
import type { CardState, InputFault } from './card-state.js';
import { inputFault } from './check-values.js';

/*
 * What the user does to a card, each as a function from state to state. A step that changes nothing gives back
 * the same object.
 */

export function formOpened(state: CardState, { slot }: CardAction): CardState {
  return state.openForm === slot ? state : { ...state, openForm: slot };
}

/** What was typed stays; what was found wrong with it goes. */
export function formClosed(state: CardState, { slot }: CardAction): CardState {
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
  value: string,
): CardState {
  const { slot } = action;
  const drafts = { ...state.drafts, [slot]: { ...state.drafts[slot], [input.id]: value } };
  const faults = state.faults[slot] ?? {};
  const next = { ...state, drafts };
  return Object.hasOwn(faults, input.id) ? faultsShown(next, action, withFault(faults, input, value)) : next;
}

/** An input that was changed is judged when it is left; one that was only visited is not. */
export function inputLeft(state: CardState, action: CardAction, input: ActionInput): CardState {
  const draft = state.drafts[action.slot];
  const value = draft && Object.hasOwn(draft, input.id) ? draft[input.id] : undefined;
  const faults = state.faults[action.slot] ?? {};
  if (value === undefined || Object.hasOwn(faults, input.id) || !inputFault(input, value)) return state;
  return faultsShown(state, action, withFault(faults, input, value));
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

function withFault(faults: Readonly<Record<string, InputFault>>, input: ActionInput, value: string) {
  const { [input.id]: _before, ...others } = faults;
  const fault = inputFault(input, value);
  return fault ? { ...others, [input.id]: fault } : others;
}
