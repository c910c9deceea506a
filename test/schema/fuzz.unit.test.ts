import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCards, type Card } from '../../src/schema/index.js';
import { chatCatalogue, chatTicketStatus } from '../../stories/cards/index.js';
import { deepFreeze, wireJson } from '../support/arbitrary-wire.js';
import { fullCard } from '../support/full-card.js';
import { CHAT_NAMES, mutate, seededRandom } from '../support/mutate.js';
import { figure, patience, runs, seed } from '../support/runs.js';

const numRuns = runs(1000, 25_000);
const settings = { seed, numRuns, endOnFailure: true };

/** The names that every object, list, text and function has. */
function prototypeKeys(): string {
  const prototypes = [Object, Array, Function, String, Number, Boolean, Map, Set].map(({ prototype }) =>
    Reflect.ownKeys(prototype as object)
      .map(String)
      .join(),
  );
  return prototypes.join(';');
}

/** What tells a card from the same card of another response: its connector, and its key among others. */
function itself({ key: _key, connectorId: _connector, ...card }: Card): unknown {
  return card;
}

const ENVELOPES = ['objects', 'results', 'cards', 'connector_status', 'backend_status'];

/** Reads an input in which nothing can be changed, and each card of it again from its source. */
function holds(input: unknown): boolean {
  const before = prototypeKeys();
  const { cards, diagnostics } = readCards(input);
  for (const card of cards) {
    // What could be a response is read as one when it stands alone.
    if (
      card.actions[0]?.kind !== 'sign-in' &&
      ENVELOPES.some((member) => Object.hasOwn(card.source as object, member))
    )
      continue;
    const again = readCards(card.source).cards[0];
    // A sign-in card is named for its connector, which stands in its source.
    expect(again && itself(again)).toEqual(itself(card));
    // Alone, without a connector, the key is the same, too.
    if (cards.length === 1 && card.connectorId === null) expect(again?.key).toBe(card.key);
  }
  expect(prototypeKeys()).toBe(before);
  return diagnostics.every(
    ({ message }) => message !== '' && !/undefined|\[object/.test(message.replace(/"[^]*"/, '')),
  );
}

describe('given anything at all', { timeout: patience }, () => {
  it('reads any JSON value without an exception or a change, and its cards again from their sources', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => holds(deepFreeze(value))),
      settings,
    );
    figure(`fuzz, JSON values: n ${numRuns}, seed ${seed}, failures 0`);
  });

  it('reads members of cards and chat items with any value in them', () => {
    const input = fc.oneof(
      wireJson(),
      wireJson().map((wire) => ({ objects: [wire, wire] })),
      fc.array(wireJson(), { maxLength: 3 }),
      wireJson().map((wire) => ({ results: [{ connector_id: 'a', cards: [wire], connector_status: wire }] })),
      wireJson().map((wire) => ({ itemDetails: wire, children: [wire] })),
    );
    fc.assert(
      fc.property(input, (value) => holds(deepFreeze(value))),
      settings,
    );
    figure(`fuzz, members of cards and chat items: n ${numRuns}, seed ${seed}, failures 0`);
  });

  it('reads any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.json(),
      wireJson().map((wire) => JSON.stringify(wire)),
      // JSON that lost or got something.
      fc
        .tuple(wireJson(), fc.nat(), fc.nat(8), fc.string({ maxLength: 3 }))
        .map(([wire, at, length, added]) => {
          const json = JSON.stringify(wire);
          const offset = at % (json.length + 1);
          return json.slice(0, offset) + added + json.slice(offset + length);
        }),
    );
    fc.assert(
      fc.property(text, (input) => holds(input)),
      settings,
    );
    figure(`fuzz, texts: n ${numRuns}, seed ${seed}, failures 0`);
  });

  it('reads sound cards and chat items that went wrong', () => {
    const random = seededRandom(seed);
    for (let i = 0; i < numRuns; i++) {
      const input =
        i % 3 === 2
          ? mutate({ objects: [chatCatalogue, chatTicketStatus] as unknown[] }, random, CHAT_NAMES)
          : mutate({ objects: [fullCard()] }, random);
      expect(holds(deepFreeze(input)), JSON.stringify(input)).toBe(true);
    }
    figure(`fuzz, mutations: n ${numRuns}, seed ${seed}, failures 0`);
  });

  it.each<[string, unknown]>([
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a big integer', 10n],
    ['a date', new Date(0)],
    ['a map', new Map([['header', 1]])],
    [
      'an object without a prototype',
      Object.assign(Object.create(null) as object, { header: { title: 'T' } }),
    ],
    [
      'what no JSON has in members',
      { header: { title: Symbol('a') }, body: () => 1, id: 10n, tags: [undefined, NaN] },
    ],
    ['an object within itself', circular()],
  ])('reads %s', (_, input) => {
    expect(() => readCards(input)).not.toThrow();
  });
});

function circular(): unknown {
  const card: Record<string, unknown> = { header: { title: 'T' } };
  card.body = card;
  card.children = [card];
  card.itemDetails = card;
  return card;
}
