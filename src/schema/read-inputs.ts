import { NONE } from './blank.js';
import { quote } from './facts.js';
import { alias, also, as, leaf, list, object, see, type Element, type Members } from './form.js';
import type { ActionInput, InputFormat, InputOption, InputRule, InputValue } from './model.js';
import { isPicked, pickedTime } from './picked-time.js';
import { lastStep, readNumber, readText, within } from './read-values.js';
import type { Reading } from './reading.js';
import { onSlider } from './slider.js';
import { label, text } from './values.js';
import { isWire, type Wire } from './wire.js';

/** What was read of an input, before it is known what it amounts to. */
interface RawInput {
  readonly id: string | null;
  readonly label: string | null;
  readonly format: string | null;
  readonly help: string | null;
  readonly options: readonly InputOption[];
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly validation: string | null;
  readonly preset: unknown;
}

const blank = (): RawInput => ({
  id: null,
  label: null,
  format: null,
  help: null,
  options: NONE,
  minLength: null,
  maxLength: null,
  validation: null,
  preset: null,
});

/** Of the members that a card's input and a chat item's have, as the published schemas name them. */
interface InputWording {
  readonly required?: string;
  readonly minLength: string;
  readonly maxLength: string;
  /** What both lengths must be. */
  readonly length: string;
  /** Of those that only one of them names. */
  readonly members: Members;
}

/**
 * Something that an action asks for. An input without an id, or with the id of another one, is left out.
 */
export function input({ required, minLength, maxLength, length, members }: InputWording): Element {
  const size = leaf(length, readNumber);
  return object(
    blank,
    {
      id: text,
      label,
      format: text,
      display_content: as(also(text), 'help'),
      options: choices('object'),
      [minLength]: as(size, 'minLength'),
      [maxLength]: as(size, 'maxLength'),
      value: as(also(preset), 'preset'),
      selected: alias('value', preset, 'preset'),
      range: as(also(text), ''),
      validation: also(text),
      water_mark: alias('label', label),
      required: alias(minLength, mustBeFilled, 'minLength'),
      select: alias('options', choices('')),
      ...members,
    },
    {
      ...(required !== undefined && { required }),
      finish(out, reading, from) {
        const { id } = out;
        if (id === null) {
          reading.note('dropped-input', { member: quote(out.label ?? ''), got: ['input-no-id'] });
          return null;
        }
        if (reading.askedBy.get(id) === reading.forms) {
          reading.note('dropped-input', { member: quote(id), got: ['input-same-id'] }, 'id');
          return null;
        }
        reading.askedBy.set(id, reading.forms);
        if (isWire(reading.fixed) && Object.hasOwn(reading.fixed, id))
          reading.note('clashing-value', { got: quote(id) }, 'id');
        const { required: isRequired, rules } = readRules(reading, out.validation, id);
        const format = readFormat(reading, out, id, rules);
        const [least, most] = [lengthOf(out.minLength), lengthOf(out.maxLength)];
        const isOver = most > 0 && most < least;
        if (isOver)
          reading.note(
            'min-over-max',
            { member: minLength, expected: String(least), got: String(most) },
            maxLength,
          );
        const [min, max] = readRange(from, format);
        const preset = presetOf(out, format, [min, max]);
        const isOffered = format === 'select' || format === 'radio' || isPicked(format);
        if (isOffered && preset === '' && out.preset !== null && out.preset !== '')
          reading.note(
            'repaired',
            { member: 'value', repair: [isPicked(format) ? 'no-such-time' : 'no-such-option'] },
            from.value === undefined ? 'selected' : 'value',
          );
        return {
          id,
          label: out.label ?? id,
          format,
          help: out.help,
          options: out.options,
          required: isRequired || least > 0,
          minLength: least,
          maxLength: isOver ? 0 : most,
          rules,
          min,
          max,
          preset,
        } satisfies ActionInput;
      },
    },
  );
}

/** `required: true`, which is how HTML says it. */
const mustBeFilled = leaf('', (reading, value) => {
  if (value === null || value === false || value === 'false') return null;
  if (value !== true && value !== 'true') return reading.leftOut();
  reading.readAs('1');
  return 1;
});

function lengthOf(value: number | null): number {
  return value !== null && value > 0 ? Math.floor(value) : 0;
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
  { format: name, options }: RawInput,
  id: string,
  rules: readonly InputRule[],
): InputFormat {
  if (name === null && options.length > 0) {
    reading.note('repaired', { member: 'format', repair: ['read-as', 'select'] }, 'format');
    return 'select';
  }
  const word = (name ?? 'text').toLowerCase();
  const format = FORMATS.find((known) => known === word) ?? nameIn(SAME_FORMATS, word);
  if (!format) reading.note('unknown-format', { got: quote(word) }, 'format');
  if ((format === 'select' || format === 'radio') && options.length === 0) {
    reading.note('no-options', { member: quote(id) }, 'options');
    return 'text';
  }
  const [rule] = rules;
  return format === 'text' && rule ? FORMAT_OF_RULE[rule] : (format ?? 'text');
}

function nameIn<T>(names: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(names, word) ? names[word] : undefined;
}

const NO_RULES: { required: boolean; rules: readonly InputRule[] } = { required: false, rules: NONE };

/** `validation`: a list with commas, of old connectors. What is not known is not checked. */
function readRules(reading: Reading, validation: string | null, id: string) {
  if (validation === null) return NO_RULES;
  const rules: InputRule[] = [];
  let required = false;
  for (const each of validation.toLowerCase().split(',')) {
    const word = each.trim();
    if (word === 'required') required = true;
    else if (Object.hasOwn(FORMAT_OF_RULE, word)) rules.push(word as InputRule);
    else if (word !== '') reading.note('unknown-rule', { member: quote(id), got: quote(word) }, 'validation');
  }
  return { required, rules };
}

const NO_RANGE = [null, null] as const;

/** `range: [min, max]`; a slider without one goes from 0 to 100. */
function readRange(from: Wire, format: InputFormat): readonly [number | null, number | null] {
  if (from.range === undefined && format !== 'range') return NO_RANGE;
  const [min, max] = (Array.isArray(from.range) ? from.range : []).map(numberIn);
  const [least, most] = [min ?? null, max ?? null];
  if (format !== 'range')
    return least !== null && most !== null && most < least ? [least, null] : [least, most];
  const start = least ?? 0;
  return [start, most !== null && most > start ? most : start + 100];
}

/** An object's own `toString`, or a list too deep, would make `Number()` throw. */
function numberIn(value: unknown): number | null {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : null;
}

/** A list of ticked boxes stays one until it is known that there are boxes. */
const preset = leaf('string', (reading, value) =>
  Array.isArray(value) ? value.filter(isSimple).map(String) : readText(reading, value),
);

/** A list in lists, or an object's own `toString`, can make String() throw. */
function isSimple(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What an input holds at first: `value`, or `selected` as old connectors have it. */
function presetOf(
  { preset: value, options }: RawInput,
  format: InputFormat,
  [min, max]: readonly [number | null, number | null],
): InputValue {
  const offered = (one: string) => options.some((option) => option.value === one);
  const isList = Array.isArray(value);
  const text = typeof value === 'string' ? value : '';
  if (format === 'checkbox' && options.length) {
    if (isList) return (value as string[]).filter(offered);
    return offered(text) ? [text] : text.split(',').filter(offered);
  }
  if (format === 'checkbox') return text === 'true' ? text : '';
  // As it is shown: what is sent must not be another number.
  if (format === 'range') return String(onSlider(numberIn(text) ?? -Infinity, min ?? 0, max ?? 100));
  if (isPicked(format)) return pickedTime(format, text);
  return (format === 'select' || format === 'radio') && !offered(text) ? '' : text;
}

const choice = object<{ value: string | null; label: string | null }>(
  () => ({ value: null, label: null }),
  // An empty value is one: "none of these".
  { value: leaf('string', (reading, value) => (value === '' ? value : readText(reading, value))), label },
  {
    finish(out, reading) {
      out.label ??= out.value;
      return out.value === null ? reading.emptyPart() : out;
    },
  },
);

/** A bare text is its own label. */
const bareChoice = leaf('object', (reading, value) => {
  if (typeof value !== 'string') return choice.read(reading, value);
  return value.trim() === '' ? reading.emptyPart() : { value, label: value };
});
const choiceList = also(list(bareChoice, true));
const anyLabel = also(label);

/** Of two with one value nobody could tell which was chosen, and the wrong one would be shown. */
function distinct(reading: Reading, options: readonly (InputOption | null)[]): InputOption[] {
  const values = options.map((option) => option?.value);
  return options.filter((option, i): option is InputOption => {
    if (option === null || values.indexOf(option.value) === i) return option !== null;
    reading.note('same-option', { member: quote(option.label) }, i);
    return false;
  });
}

/** A map from value to label (`options` of a card) or a list of `{value, label}` (`select` of a connector). */
function choices(expected: string): Element {
  return leaf(expected, (reading, value) => {
    if (Array.isArray(value)) {
      const read = choiceList.read(reading, value) as readonly (InputOption | null)[];
      if (expected) reading.readAs(['choices']);
      return distinct(reading, read);
    }
    if (!isWire(value)) return null;
    const entries = Object.entries(value);
    const { list: most } = reading.limits;
    if (entries.length > most)
      reading.note('too-many', { member: lastStep(reading), expected: String(most) });
    return entries.slice(0, most).map(([key, each]) => ({
      value: key,
      label: within(reading, key, () => see(reading, anyLabel, each)) ?? key,
    }));
  });
}
