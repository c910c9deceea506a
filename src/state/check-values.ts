import type { ActionInput, ActionValues, CardAction } from '../schema/model.js';
import type { InputFault } from './card-state.js';

/** What keeps one input from being sent; `null` when nothing does. */
export function inputFault(input: ActionInput, value: string): InputFault | null {
  const count = lengthOf(value);
  if (count === 0) return input.minLength > 0 ? { kind: 'missing' } : null;
  if (count < input.minLength) return { kind: 'too-short', min: input.minLength, count };
  if (input.maxLength > 0 && count > input.maxLength)
    return { kind: 'too-long', max: input.maxLength, count };
  return null;
}

/** The faults of a form by input id, in the order of its inputs; empty when it can be sent. */
export function checkValues(action: CardAction, values: ActionValues): Record<string, InputFault> {
  const faults = action.inputs.flatMap((input) => {
    const value = Object.hasOwn(values, input.id) ? values[input.id] : '';
    const fault = inputFault(input, typeof value === 'string' ? value : '');
    return fault ? [[input.id, fault] as const] : [];
  });
  // Built from entries, as an input may be named `__proto__`.
  return Object.fromEntries(faults);
}

/** As connectors count: UTF-16 units of what is sent, so without the white space round it. */
export function lengthOf(value: string): number {
  return value.trim().replace(/\r\n?/g, '\n').length;
}
