import { describe, expect, it } from 'vitest';
import { isSameVersion } from '../../src/schema/card-key.js';
import { readCards } from '../../src/schema/index.js';
import { action, card, type WireObject } from '../cards.js';

const NIL = '00000000-0000-0000-0000-000000000000';
const fresh = { id: '11111111-2222-4333-8444-555555555555', creation_date: '2026-03-02T00:00:00Z' };

const keys = (input: unknown) => readCards(input).cards.map(({ key }) => key);
const key = (wire: WireObject) => keys(wire)[0]!;
const title = (text: string) => ({ header: { title: text } });

describe('given the same record at the next poll', () => {
  const nameless = { id: NIL, backend_id: undefined, hash: undefined };

  it.each<[string, WireObject, WireObject]>([
    ['by its backend id, when all else is new', {}, { ...fresh, hash: 'h2', ...title('Changed') }],
    [
      'by its hash, when it has no backend id',
      { backend_id: undefined },
      { ...fresh, backend_id: undefined, ...title('Changed') },
    ],
    [
      'by its id, when it has neither',
      { backend_id: undefined, hash: undefined },
      { backend_id: undefined, hash: undefined, ...title('Changed') },
    ],
    [
      'by its content, when its id is all zeros, though dates and ids of actions are new',
      { ...nameless, due_date: '2026-03-31T00:00:00Z' },
      { ...nameless, due_date: '2026-04-01T00:00:00Z', actions: [action({ id: fresh.id })] },
    ],
    [
      'by its content, when it has no id',
      { ...nameless, id: undefined },
      { ...nameless, id: undefined, creation_date: '2026-03-02T00:00:00Z' },
    ],
  ])('knows it again %s', (_, before, after) => {
    expect(key(card(after))).toBe(key(card(before)));
  });

  it.each<[string, WireObject, WireObject]>([
    ['another backend id', { backend_id: 'a' }, { backend_id: 'b' }],
    ['another hash', { backend_id: undefined, hash: 'a' }, { backend_id: undefined, hash: 'b' }],
    ['a hash that equals a backend id', { backend_id: 'a' }, { backend_id: undefined, hash: 'a' }],
    ['another title under an id of zeros', { ...nameless, ...title('A') }, { ...nameless, ...title('B') }],
    [
      'another value to send under an id of zeros',
      { ...nameless, actions: [action({ request: { id: '1' } })] },
      { ...nameless, actions: [action({ request: { id: '2' } })] },
    ],
    [
      'another input under an id of zeros',
      { ...nameless, actions: [action({ user_input: [{ id: 'a', label: 'L' }] })] },
      { ...nameless, actions: [action({ user_input: [{ id: 'b', label: 'L' }] })] },
    ],
  ])('takes a card with %s for another one', (_, one, other) => {
    expect(key(card(one))).not.toBe(key(card(other)));
  });
});

describe('given connectors that use the same backend ids', () => {
  it('keeps their cards apart', () => {
    const results = ['concur', 'jira'].map((connector_id) => ({ connector_id, cards: [card()] }));
    expect(new Set(keys({ results })).size).toBe(2);
    expect(key(card({ name: 'Concur' }))).not.toBe(key(card({ name: 'Jira' })));
  });
});

describe('given several cards of one response with one identity', () => {
  const a = card(title('A'));
  const b = card(title('B'));
  const c = card({ ...title('C'), backend_id: 'other' });

  it('tells those with different content apart, whatever their order, and warns once', () => {
    const [keyA, keyB, keyC] = keys([a, b, c]);
    expect(new Set([keyA, keyB, keyC]).size).toBe(3);
    expect(keys([c, b, a])).toEqual([keyC, keyB, keyA]);
    const found = readCards([a, b, c, a]).diagnostics;
    expect(found.map(({ severity, code, path }) => [severity, code, path])).toEqual([
      ['warning', 'same-card-twice', [1]],
    ]);
  });

  it('takes real copies for one card', () => {
    const copy = { ...structuredClone(a), ...fresh };
    expect(new Set(keys([a, copy])).size).toBe(1);
    expect(readCards([a, copy]).diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['same-card-twice', [1]],
    ]);
  });

  it('tells cards apart whose only difference is what their actions send', () => {
    const sending = (id: number) => card({ actions: [action({ request: { id } })] });
    expect(new Set(keys([sending(1), sending(2)])).size).toBe(2);
  });
});

describe('given two versions of a card', () => {
  const one = (wire: WireObject) => readCards(wire).cards[0]!;
  const hashless = { hash: undefined };

  it.each<[string, WireObject, WireObject, boolean]>([
    ['the same by their hash, whatever they say', {}, title('B'), true],
    ['different by their hash, whatever they say', {}, { hash: 'h2' }, false],
    ['different when only one has a hash', {}, hashless, false],
    ['the same by their content, but for ids and dates', hashless, { ...hashless, ...fresh }, true],
    ['different by their content', hashless, { ...hashless, ...title('B') }, false],
  ])('are %s', (_, before, after, expected) => {
    expect(isSameVersion(one(card(before)), one(card(after)))).toBe(expected);
  });
});
