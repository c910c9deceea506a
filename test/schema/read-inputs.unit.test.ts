import { afterEach, describe, expect, it, vi } from 'vitest';
import { readCards } from '../../src/schema/index.js';
import { action, card, type WireObject } from '../cards.js';

function read(wire: WireObject) {
  const user_input = [{ id: 'a', label: 'A', ...wire }];
  const { cards, diagnostics } = readCards(
    card({ actions: [action({ action_key: 'USER_INPUT', user_input })] }),
  );
  const [input] = cards[0]!.actions[0]!.inputs;
  return { input: input!, codes: diagnostics.map(({ code }) => code) };
}

const options = { a: 'Apple', b: 'Banana', c: 'Cherry' };

describe('given the format of an input', () => {
  it.each([
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
  ])('knows %s', (format) => {
    const { input, codes } = read({ format, options });
    expect([input.format, codes]).toEqual([format, []]);
  });

  it.each([
    ['date-time', 'datetime'],
    ['datetime-local', 'datetime'],
    ['phone', 'tel'],
    ['uri', 'url'],
    ['integer', 'number'],
  ])('reads %s as %s', (format, expected) => {
    expect(read({ format }).input.format).toBe(expected);
  });

  it.each(['colour', 'constructor', '__proto__'])('reads %s as text, and says so', (format) => {
    const { input, codes } = read({ format });
    expect([input.format, codes]).toEqual(['text', ['unknown-format']]);
  });

  it('reads none as select where there is something to choose', () => {
    expect(read({ options: undefined }).input.format).toBe('text');
    const { input, codes } = read({ options });
    expect([input.format, input.options.length, codes]).toEqual(['select', 3, ['repaired']]);
  });

  it.each(['select', 'radio'])('reads %s as text where there is nothing to choose', (format) => {
    const { input, codes } = read({ format });
    expect([input.format, codes]).toEqual(['text', ['no-options']]);
  });
});

describe('given the rules of an old connector', () => {
  it.each<[string, boolean, string[], string]>([
    ['required', true, [], 'text'],
    ['required,numeric', true, ['numeric'], 'number'],
    ['phone', false, ['phone'], 'tel'],
    [' Email , Required ', true, ['email'], 'email'],
    ['date', false, ['date'], 'date'],
  ])('reads %s', (validation, required, rules, format) => {
    expect(read({ validation }).input).toMatchObject({ required, rules, format });
  });

  it('keeps the format that was asked for', () => {
    expect(read({ validation: 'numeric', format: 'textarea' }).input.format).toBe('textarea');
  });

  it('names a rule that is not known, and checks the others', () => {
    const { input, codes } = read({ validation: 'required,iban' });
    expect([input.required, codes]).toEqual([true, ['unknown-rule']]);
  });
});

describe('given the range of a number', () => {
  it.each<[WireObject, number | null, number | null]>([
    [{ format: 'number' }, null, null],
    [{ format: 'number', range: [1, 10] }, 1, 10],
    [{ format: 'number', range: ['1', '10'] }, 1, 10],
    [{ format: 'number', range: [null, 10] }, null, 10],
    [{ format: 'number', range: [10, 1] }, 10, null],
    [{ format: 'number', range: 'wide' }, null, null],
    [{ format: 'range' }, 0, 100],
    [{ format: 'range', range: [5] }, 5, 105],
    [{ format: 'range', range: [5, 2] }, 5, 105],
  ])('reads %j', (wire, min, max) => {
    expect(read(wire).input).toMatchObject({ min, max });
  });
});

describe('given what stands in an input at first', () => {
  it.each<[WireObject, unknown]>([
    [{}, ''],
    [{ value: 'as agreed' }, 'as agreed'],
    [{ value: 7 }, '7'],
    [{ selected: 'b', format: 'select', options }, 'b'],
    [{ value: 'x', format: 'select', options }, ''],
    [{ value: 'x', format: 'radio', options }, ''],
    [{ format: 'checkbox', options }, []],
    [{ format: 'checkbox', options, value: ['c', 'x', 'a'] }, ['c', 'a']],
    [{ format: 'checkbox', options, value: 'b' }, ['b']],
    [{ format: 'checkbox', options, value: 'a,c' }, ['a', 'c']],
    [{ format: 'checkbox' }, ''],
    [{ format: 'checkbox', value: true }, 'true'],
    [{ format: 'range', range: [3, 9] }, '3'],
    [{ format: 'range', value: '40' }, '40'],
  ])('reads %j', (wire, preset) => {
    expect(read(wire).input.preset).toEqual(preset);
  });
});

describe('given a date or a time that stands in an input at first', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['date', '2026-03-31', '2026-03-31'],
    ['date', '2026-03-31T00:00:00Z', '2026-03-31'],
    ['date', '2026-03-31T23:30:00-08:00', '2026-03-31'],
    ['date', ' 2026-03-31 12:00 ', '2026-03-31'],
    ['time', '14:30', '14:30'],
    ['time', '9:30', '09:30'],
    ['time', '09:30:00', '09:30'],
    ['time', '09:30:15.250', '09:30:15'],
    ['datetime', '2026-03-31T14:30', '2026-03-31T14:30'],
    ['datetime', '2026-03-31 09:30:00', '2026-03-31T09:30'],
    ['datetime', '2026-03-31T23:30:15.250Z', '2026-04-01T01:30:15'],
    ['datetime', '2026-01-31T10:00:00+05:30', '2026-01-31T05:30'],
  ])('%s shows %j as %j', (format, value, shown) => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(read({ format, value }).input.preset).toBe(shown);
  });

  it.each([
    ['date', '31.03.2026'],
    ['date', '2026-02-30'],
    ['date', '0000-03-31'],
    ['time', '24:00'],
    ['time', '9:30 pm'],
    ['time', '2026-03-31T09:30:00Z'],
    ['datetime', '2026-03-31'],
    ['datetime', '9999-12-31T23:59:59-12:00'],
    ['datetime', 'tomorrow'],
  ])('%s shows nothing of %j, and says so', (format, value) => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const { input, codes } = read({ format, value });
    expect([input.preset, codes]).toEqual(['', ['repaired']]);
  });
});

describe('given a preset of lists that lie very deep in each other', () => {
  it('ticks the boxes that it does name', () => {
    let deep: unknown[] = [];
    for (let i = 0; i < 20_000; i++) deep = [deep];
    expect(read({ format: 'checkbox', options, value: ['c', deep] }).input.preset).toEqual(['c']);
  });
});

describe('given a slider', () => {
  it.each<[unknown, unknown, string]>([
    ['99', [1, 5], '5'],
    ['-2', [1, 5], '1'],
    ['0x5', [1, 9], '5'],
    ['2.5', [1, 5], '3'],
    ['0.25', [0, 1], '0.25'],
    ['much', [2, 5], '2'],
    ['500', undefined, '100'],
  ])('takes a preset of %j within %j for what the slider shows: %s', (value, range, expected) => {
    expect(read({ format: 'range', value, range }).input.preset).toBe(expected);
  });

  it.each([
    ['an object with its own toString', [{ toString: 1 }, 5]],
    ['a list too deep', [JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)), 5]],
    ['what only JavaScript takes for a number', [true, []]],
  ])('has no end at %s', (_, range) => {
    expect(read({ format: 'range', range }).input.min).toBe(0);
  });
});

describe('given choices as a list', () => {
  it('takes a bare text for value and label', () => {
    const { input, codes } = read({ format: 'select', options: ['Red', 'Green'] });
    expect(input.options).toEqual([
      { value: 'Red', label: 'Red' },
      { value: 'Green', label: 'Green' },
    ]);
    expect([input.format, codes]).toEqual(['select', ['wrong-type']]);
  });

  it('keeps the empty value, and says of each choice without one that it is left out', () => {
    const select = [{ value: '', label: 'None' }, { key: 'r', text: 'Red' }, ' ', { value: 'g' }];
    const { input, codes } = read({ format: 'select', options: undefined, select });
    expect(input.options.map(({ value }) => value)).toEqual(['', 'g']);
    expect(codes.filter((code) => code === 'empty-part')).toHaveLength(2);
  });

  it('says that a preset is none of them', () => {
    expect(read({ format: 'select', options, value: 'd' }).codes).toEqual(['repaired']);
    expect(read({ format: 'select', options, value: 'b' }).codes).toEqual([]);
    expect(read({ format: 'select', options, value: '' }).codes).toEqual([]);
  });
});
