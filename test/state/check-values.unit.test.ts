import { describe, expect, it } from 'vitest';
import { checkValues, inputFault, lengthOf } from '../../src/state/check-values.js';
import { action, type WireObject } from '../cards.js';
import { readCard } from '../support/read-card.js';

const input = (min_length: number, max_length: number) =>
  readCard(action({ user_input: [{ id: 'a', label: 'A', min_length, max_length }] })).actions[0]!.inputs[0]!;

describe('given an input with limits', () => {
  it.each<[min: number, max: number, value: string, fault: object | null]>([
    [0, 0, '', null],
    [0, 0, 'x'.repeat(10_000), null],
    [1, 0, '', { kind: 'missing' }],
    [1, 0, ' \n\t', { kind: 'missing' }],
    [5, 0, '', { kind: 'missing' }],
    [1, 0, 'x', null],
    [3, 0, 'ab', { kind: 'too-short', min: 3, count: 2 }],
    [3, 0, ' ab ', { kind: 'too-short', min: 3, count: 2 }],
    [3, 0, 'abc', null],
    [0, 3, 'abc', null],
    [0, 3, ' abc ', null],
    [0, 3, 'abcd', { kind: 'too-long', max: 3, count: 4 }],
    [0, 3, '', null],
    // As connectors count: two units for an emoji, one for a line break.
    [0, 3, '🙂🙂', { kind: 'too-long', max: 3, count: 4 }],
    [0, 3, 'a\r\nb', null],
  ])('with %i to %i characters, judges %j', (min, max, value, fault) => {
    expect(inputFault(input(min, max), value)).toEqual(fault);
  });

  it('counts what is sent', () => {
    expect([lengthOf('  a b  '), lengthOf('a\r\nb\rc'), lengthOf('\n')]).toEqual([3, 5, 0]);
  });
});

describe('given a form', () => {
  const [form] = readCard(
    action({
      user_input: [
        { id: 'b', label: 'B', min_length: 1 },
        { id: '__proto__', label: 'P', min_length: 1 },
        { id: 'a', label: 'A' },
        { id: 'constructor', label: 'C', max_length: 1 },
      ],
    }),
  ).actions;

  it('names every fault, in the order of the inputs', () => {
    expect(Object.entries(checkValues(form!, { constructor: 'xx' }))).toEqual([
      ['b', { kind: 'missing' }],
      ['__proto__', { kind: 'missing' }],
      ['constructor', { kind: 'too-long', max: 1, count: 2 }],
    ]);
  });

  it('has none when it can be sent', () => {
    const values = JSON.parse('{"b": "x", "__proto__": "x"}') as Record<string, string>;
    expect(Object.keys(checkValues(form!, values))).toEqual([]);
  });
});

describe('given an input of a format', () => {
  const judged = (wire: WireObject, value: string | string[]) =>
    inputFault(
      readCard(action({ user_input: [{ id: 'a', label: 'A', ...wire }] })).actions[0]!.inputs[0]!,
      value,
    );
  const not = (what: string) => ({ kind: 'not', what });
  const options = { a: 'Apple', b: 'Banana' };

  it.each<[string, string]>([
    ['number', '12'],
    ['number', '-12.50'],
    ['number', ' 7 '],
    ['number', '1e3'],
    ['email', 'a@b'],
    ['email', 'zoë+x@exämple.org'],
    ['tel', '+49 (0)30 1234-56'],
    ['url', 'https://example.com/a?b#c'],
    ['date', '2024-02-29'],
    ['date', '0099-12-31'],
    ['time', '23:59'],
    ['datetime', '2026-03-31T14:30'],
  ])('takes %s %j', (format, value) => {
    expect(judged({ format }, value)).toBe(null);
  });

  it.each<[string, string]>([
    ['number', '12,5'],
    ['number', 'twelve'],
    ['number', '1 2'],
    ['number', 'Infinity'],
    ['number', '0x1f'],
    ['email', 'a@'],
    ['email', 'a b@c'],
    ['tel', 'none'],
    ['tel', '()'],
    ['url', 'example.com'],
    ['date', '2023-02-29'],
    ['date', '2026-13-01'],
    ['date', '31.03.2026'],
    ['time', '24:00'],
    ['datetime', '2026-02-30T10:00'],
  ])('does not take %s %j', (format, value) => {
    expect(judged({ format }, value)).toEqual(not(format));
  });

  it.each(['number', 'email', 'tel', 'url', 'date', 'time', 'datetime'])('takes no %s at all', (format) => {
    expect(judged({ format }, ' ')).toBe(null);
  });

  it.each<[WireObject, string | string[], object | null]>([
    [{ format: 'number', range: [1, 10] }, '0', { kind: 'too-low', min: 1 }],
    [{ format: 'number', range: [1, 10] }, '10.5', { kind: 'too-high', max: 10 }],
    [{ format: 'number', range: [1, 10] }, '10', null],
    [{ format: 'number', max_length: 2 }, '100', { kind: 'too-long', max: 2, count: 3 }],
    [{ validation: 'numeric', range: [5, 9] }, '4', { kind: 'too-low', min: 5 }],
    [{ validation: 'numeric' }, '1.5', not('digits')],
    [{ validation: 'phone' }, '030 123456', not('ten-digits')],
    [{ validation: 'phone' }, '0301234567', null],
    [{ validation: 'email' }, 'x', not('email')],
    [{ validation: 'date', format: 'textarea' }, '2023-02-29', not('date')],
    [{ format: 'date', min_length: 20 }, '2026-03-31', null],
    [{ format: 'select', options, min_length: 5 }, 'a', null],
    [{ format: 'select', options, min_length: 5 }, '', { kind: 'missing' }],
    [{ format: 'checkbox', options, validation: 'required' }, [], { kind: 'missing' }],
    [{ format: 'checkbox', options, validation: 'required' }, ['a'], null],
    [{ format: 'checkbox', options }, [], null],
    [{ format: 'password', max_length: 2 }, ' a ', { kind: 'too-long', max: 2, count: 3 }],
  ])('judges %j with %j', (wire, value, fault) => {
    expect(judged(wire, value)).toEqual(fault);
  });
});
