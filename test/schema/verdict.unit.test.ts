import { describe, expect, it } from 'vitest';
import { cardSchema, readCards } from '../../src/schema/index.js';
import { card } from '../cards.js';
import { fullCard } from '../support/full-card.js';
import { mutate, seededRandom } from '../support/mutate.js';

/** Where something is wrong, as `0/header/title`; empty when nothing is. */
type Judge = (cards: readonly unknown[]) => string[];

const MUTATIONS = 3000;

const byReading: Judge = (cards) => {
  const { diagnostics } = readCards({ objects: cards });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return places(errors.map(({ path }) => path.slice(1)));
};

const byZod: Judge = (cards) =>
  places(
    cards.flatMap((wire, i) => {
      const { error } = cardSchema.safeParse(wire);
      return error ? error.issues.map(({ path }) => [i, ...path]) : [];
    }),
  );

function places(paths: readonly PropertyKey[][]): string[] {
  return [...new Set(paths.map((path) => path.join('/')))].sort();
}

/** What two judges say about cards that go wrong in any way, where they don't say the same. */
function disagreements(one: Judge, other: Judge, samples: readonly unknown[][]): string[] {
  return samples
    .filter((cards) => String(one(cards)) !== String(other(cards)))
    .map((cards) => `${String(one(cards))} | ${String(other(cards))} | ${JSON.stringify(cards)}`)
    .slice(0, 5);
}

function mutations(sound: readonly unknown[][], seed: number): unknown[][] {
  const random = seededRandom(seed);
  return Array.from({ length: MUTATIONS }, (_, i) => mutate(sound[i % sound.length]!, random));
}

describe('given cards with faults of every kind', { timeout: 60_000 }, () => {
  const samples = mutations([[fullCard()], [card(), fullCard()]], 20_260_301);

  it('finds errors where, and only where, the zod schema does', () => {
    const faulty = samples.filter((cards) => byZod(cards).length > 0).length;
    // Both verdicts must occur often, or agreeing would mean little.
    expect([faulty, MUTATIONS - faulty].every((count) => count > MUTATIONS / 10)).toBe(true);
    expect(disagreements(byReading, byZod, samples)).toEqual([]);
  });

  it('accepts, as the schema does, members that nobody knows', () => {
    expect(byReading([{ ...fullCard(), x_vendor: [{}] }])).toEqual([]);
    expect(byZod([{ ...fullCard(), x_vendor: [{}] }])).toEqual([]);
  });
});
