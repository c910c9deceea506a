import type { At } from './at.js';
import type { ActionInput, InputFormat, InputOption } from './model.js';
import { isWire, type Reading, type Wire } from './reading.js';
import { quote } from './verdict.js';

/** The names that a format gives to the members of inputs. */
export interface InputWording {
  readonly inputs: string;
  readonly minLength: string;
  readonly maxLength: string;
}

/**
 * What an action asks for, in its order. An input without an id, or with the id of another one, is left out.
 *
 * @param request - the fixed values of the action, whose key space the answers share.
 */
export function readInputs(
  reading: Reading,
  from: Wire,
  at: At,
  request: Wire,
  wording: InputWording,
): ActionInput[] {
  const member = reading.nameOf(from, wording.inputs, 'user_input_field', at);
  if (from[member] === undefined) return [];
  const seen = new Set<string>();
  return reading.objects(from, member, at, (input, here) => {
    const read = readInput(reading, input, here, wording);
    if (!read) return null;
    if (seen.has(read.id)) {
      reading.note('dropped-input', here, { member: quote(read.id), got: ['input-same-id'] });
      return null;
    }
    seen.add(read.id);
    if (Object.hasOwn(request, read.id)) reading.note('clashing-value', here, { got: quote(read.id) });
    return read;
  });
}

function readInput(reading: Reading, from: Wire, at: At, wording: InputWording): ActionInput | null {
  const label = reading.label(from, reading.nameOf(from, 'label', 'water_mark', at), at);
  const id = reading.text(from, 'id', at);
  if (id === null) {
    reading.note('dropped-input', at, { member: quote(label ?? ''), got: ['input-no-id'] });
    return null;
  }
  const options = readOptions(reading, from, at);
  return {
    id,
    label: label ?? id,
    format: readFormat(reading, from, at, id, options),
    help: reading.text(from, 'display_content', at),
    options,
    ...readLengths(reading, from, wording),
    preset: reading.text(from, 'value', at) ?? '',
  };
}

function readFormat(
  reading: Reading,
  from: Wire,
  at: At,
  id: string,
  options: readonly InputOption[],
): InputFormat {
  const format = (reading.text(from, 'format', at) ?? 'text').toLowerCase();
  if (format === 'select' && options.length === 0) {
    reading.note('no-options', at, { member: quote(id) });
    return 'text';
  }
  if (format === 'text' || format === 'textarea' || format === 'select') return format;
  reading.note('unknown-format', { up: at, step: 'format' }, { got: quote(format) });
  return 'text';
}

/** A map from value to label (`options` of a card) or a list of `{value, label}` (`select` of a connector). */
function readOptions(reading: Reading, from: Wire, at: At): InputOption[] {
  const member = reading.nameOf(from, 'options', 'select', at);
  const here = { up: at, step: member };
  const options = from[member];
  if (Array.isArray(options)) {
    if (member === 'options') reading.readAs(here, ['choices']);
    return reading.objects(from, member, at, (option, optionAt) => {
      const value = reading.text(option, 'value', optionAt);
      return value === null ? null : { value, label: reading.label(option, 'label', optionAt) ?? value };
    });
  }
  if (!isWire(options)) return [];
  const entries = Object.entries(options);
  const { list } = reading.limits;
  if (entries.length > list) reading.note('too-many', here, { member, expected: String(list) });
  return entries
    .slice(0, list)
    .map(([value, label]) => ({ value, label: reading.asLabel(label, { up: here, step: value }) ?? value }));
}

/** Limits that can't be met (a maximum below the minimum, a negative number) are no limits. */
function readLengths(
  reading: Reading,
  from: Wire,
  wording: InputWording,
): { minLength: number; maxLength: number } {
  const minLength = length(reading.number(from, wording.minLength));
  const maxLength = length(reading.number(from, wording.maxLength));
  return { minLength, maxLength: maxLength < minLength ? 0 : maxLength };
}

function length(value: number | null): number {
  return value !== null && value > 0 ? Math.floor(value) : 0;
}
