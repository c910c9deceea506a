import type { At } from './at.js';
import type { ActionInput, InputFormat, InputOption, InputRule, InputValue } from './model.js';
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
      reading.note(
        'dropped-input',
        { up: here, step: 'id' },
        { member: quote(read.id), got: ['input-same-id'] },
      );
      return null;
    }
    seen.add(read.id);
    if (Object.hasOwn(request, read.id))
      reading.note('clashing-value', { up: here, step: 'id' }, { got: quote(read.id) });
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
  const { required, rules } = readRules(reading, from, at, id);
  const format = readFormat(reading, from, at, id, options, rules);
  const lengths = readLengths(reading, from, at, wording);
  const [min, max] = readRange(from, format);
  return {
    id,
    label: label ?? id,
    format,
    help: reading.text(from, 'display_content', at),
    options,
    required: required || lengths.minLength > 0,
    ...lengths,
    rules,
    min,
    max,
    preset: readPreset(reading, from, at, format, options, min),
  };
}

const FORMATS: readonly InputFormat[] = [
  'text',
  'textarea',
  'password',
  'number',
  'range',
  'email',
  'tel',
  'url',
  'date',
  'time',
  'datetime',
  'select',
  'radio',
  'checkbox',
];

/** What JSON Schema and HTML call some of them. */
const SAME_FORMATS: Readonly<Record<string, InputFormat>> = {
  'date-time': 'datetime',
  'datetime-local': 'datetime',
  integer: 'number',
  phone: 'tel',
  uri: 'url',
};

/** What a line of text is, by its rule. */
const FORMAT_OF_RULE = { numeric: 'number', phone: 'tel', email: 'email', date: 'date' } as const;

function readFormat(
  reading: Reading,
  from: Wire,
  at: At,
  id: string,
  options: readonly InputOption[],
  rules: readonly InputRule[],
): InputFormat {
  const word = (reading.text(from, 'format', at) ?? 'text').toLowerCase();
  const format = FORMATS.find((known) => known === word) ?? nameIn(SAME_FORMATS, word);
  if (!format) reading.note('unknown-format', { up: at, step: 'format' }, { got: quote(word) });
  if ((format === 'select' || format === 'radio') && options.length === 0) {
    reading.note('no-options', { up: at, step: 'options' }, { member: quote(id) });
    return 'text';
  }
  const [rule] = rules;
  return format === 'text' && rule ? FORMAT_OF_RULE[rule] : (format ?? 'text');
}

function nameIn<T>(names: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(names, word) ? names[word] : undefined;
}

/** `validation`: a list with commas, of old connectors. What is not known is not checked. */
function readRules(reading: Reading, from: Wire, at: At, id: string) {
  const words = (reading.text(from, 'validation', at) ?? '').toLowerCase().split(',');
  const rules: InputRule[] = [];
  let required = false;
  for (const word of words.map((each) => each.trim())) {
    if (word === 'required') required = true;
    else if (Object.hasOwn(FORMAT_OF_RULE, word)) rules.push(word as InputRule);
    else if (word !== '')
      reading.note('unknown-rule', { up: at, step: 'validation' }, { member: quote(id), got: quote(word) });
  }
  return { required, rules };
}

/** `range: [min, max]`; a slider without one goes from 0 to 100. */
function readRange(from: Wire, format: InputFormat): readonly [number | null, number | null] {
  const [min, max] = (Array.isArray(from.range) ? from.range : []).map((one: unknown) =>
    one === null || one === '' || !Number.isFinite(Number(one)) ? null : Number(one),
  );
  const [least, most] = [min ?? null, max ?? null];
  if (format !== 'range')
    return least !== null && most !== null && most < least ? [least, null] : [least, most];
  const start = least ?? 0;
  return [start, most !== null && most > start ? most : start + 100];
}

/** What an input holds at first: `value`, or `selected` as old connectors have it. */
function readPreset(
  reading: Reading,
  from: Wire,
  at: At,
  format: InputFormat,
  options: readonly InputOption[],
  min: number | null,
): InputValue {
  const member = reading.nameOf(from, 'value', 'selected', at);
  const offered = (value: string) => options.some((option) => option.value === value);
  if (format === 'checkbox' && options.length) {
    const list = from[member];
    if (Array.isArray(list)) return list.map(String).filter(offered);
    const text = reading.text(from, member, at) ?? '';
    return offered(text) ? [text] : text.split(',').filter(offered);
  }
  const text = reading.text(from, member, at) ?? '';
  if (format === 'checkbox') return text === 'true' ? text : '';
  if (format === 'range') return text !== '' && Number.isFinite(Number(text)) ? text : String(min ?? 0);
  return (format === 'select' || format === 'radio') && !offered(text) ? '' : text;
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
  at: At,
  wording: InputWording,
): { minLength: number; maxLength: number } {
  const minLength = length(reading.number(from, wording.minLength, at));
  const maxLength = length(reading.number(from, wording.maxLength, at));
  if (maxLength >= minLength || maxLength === 0) return { minLength, maxLength };
  reading.note(
    'min-over-max',
    { up: at, step: wording.maxLength },
    { member: wording.minLength, expected: String(minLength), got: String(maxLength) },
  );
  return { minLength, maxLength: 0 };
}

function length(value: number | null): number {
  return value !== null && value > 0 ? Math.floor(value) : 0;
}
