import type { ActionInput, ActionValues, CardAction, InputRule, InputValue } from '../schema/model.js';
import { isPicked } from '../schema/picked-time.js';
import { isChoice, type FormatFault, type InputFault } from './card-state.js';

/** What keeps one input from being sent, the gravest first; `null` when nothing does. */
export function inputFault(input: ActionInput, value: InputValue): InputFault | null {
  const { format, required, minLength, maxLength, rules } = input;
  // A password may begin or end with a space.
  const text = typeof value === 'string' ? (format === 'password' ? value : value.trim()) : value.join();
  if (text === '') return required ? { kind: 'missing' } : null;
  if (isChoice(format) || format === 'range') return null;
  const count = format === 'password' ? text.length : lengthOf(text);
  // A date or a time has a fixed form, which has nothing to do with what a connector has room for.
  if (!isPicked(format)) {
    if (count < minLength) return { kind: 'too-short', min: minLength, count };
    if (maxLength > 0 && count > maxLength) return { kind: 'too-long', max: maxLength, count };
  }
  const broken = rules.find((rule) => !RULES[rule].test(text) || (rule === 'date' && !isDay(text)));
  if (broken) return { kind: 'not', what: FAULTS[broken] };
  if (!isOfFormat(input, text)) return { kind: 'not', what: format as FormatFault };
  return rangeFault(input, text);
}

const RULES: Readonly<Record<InputRule, RegExp>> = {
  numeric: /^\d+$/,
  phone: /^\d{10}$/,
  email: /^[^\s@]+@[^\s@]+$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

const FAULTS: Readonly<Record<InputRule, FormatFault>> = {
  numeric: 'digits',
  phone: 'ten-digits',
  email: 'email',
  date: 'date',
};

/** No stricter than what is certainly wrong: the connector has the last word. */
function isOfFormat({ format }: ActionInput, text: string): boolean {
  switch (format) {
    case 'number':
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
    case 'email':
      return RULES.email.test(text);
    case 'tel':
      return /^[\d\s().\-/+*#,;x]+$/i.test(text) && /\d/.test(text);
    case 'url':
      return URL.canParse(text);
    case 'date':
      return RULES.date.test(text) && isDay(text);
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d/.test(text);
    case 'datetime':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && isDay(text.slice(0, 10));
    default:
      return true;
  }
}

/** Whether the calendar has it: there is no 30 February. */
function isDay(text: string): boolean {
  const [day = 0, month = 0, year = 0] = text.split('-').map(Number).reverse();
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function rangeFault({ format, rules, min, max }: ActionInput, text: string): InputFault | null {
  if (format !== 'number' && !rules.includes('numeric')) return null;
  if (min !== null && Number(text) < min) return { kind: 'too-low', min };
  return max !== null && Number(text) > max ? { kind: 'too-high', max } : null;
}

/** The faults of a form by input id, in the order of its inputs; empty when it can be sent. */
export function checkValues(action: CardAction, values: ActionValues): Record<string, InputFault> {
  const faults = action.inputs.flatMap((input) => {
    const value = Object.hasOwn(values, input.id) ? values[input.id] : undefined;
    const fault = inputFault(input, value ?? '');
    return fault ? [[input.id, fault] as const] : [];
  });
  // Built from entries, as an input may be named `__proto__`.
  return Object.fromEntries(faults);
}

/** As connectors count: UTF-16 units of what is sent, so without the white space round it. */
export function lengthOf(value: string): number {
  return value.trim().replace(/\r\n?/g, '\n').length;
}
