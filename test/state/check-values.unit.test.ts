import { describe, expect, it } from 'vitest';
import { checkValues, inputFault, lengthOf } from '../../src/state/check-values.js';
import { action } from '../cards.js';
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
