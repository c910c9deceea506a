import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { cardSchema, readCards } from '../../src/schema/index.js';
import { card } from '../cards.js';
import { fullCard } from '../support/full-card.js';
import { mutate, seededRandom } from '../support/mutate.js';
import { hasShared, sharedList, sharedText } from '../support/shared-node.js';

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

function mutations(sound: readonly (readonly unknown[])[], seed: number): unknown[][] {
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

describe.skipIf(!hasShared)('given the vendor’s own schema (shared test data)', { timeout: 120_000 }, () => {
  const schema = JSON.parse(sharedText('vendor/card-response-schema.json') ?? '{}') as { $schema?: string };
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  // Its `$schema` names a draft that Ajv does not know.
  const { $schema: _draft, ...rules } = schema;
  const validate = ajv.compile(rules);

  const byVendor: Judge = (cards) => {
    validate({ objects: cards });
    return places(
      (validate.errors ?? []).map(({ instancePath, params }) => {
        const path = instancePath.split('/').slice(2);
        return 'missingProperty' in params ? [...path, String(params.missingProperty)] : path;
      }),
    );
  };

  const files = hasShared ? cardFiles() : [];

  it.each(files)('says the same as the vendor about %s', (_, cards) => {
    expect(byReading(cards)).toEqual(byVendor(cards));
    expect(byZod(cards)).toEqual(byVendor(cards));
  });

  it('says the same as the vendor about those cards with faults of every kind', () => {
    const sound = [...files.map(([, cards]) => cards).filter(({ length }) => length > 0), [fullCard()]];
    const samples = mutations(sound, 7);
    expect(disagreements(byReading, byVendor, samples)).toEqual([]);
    expect(disagreements(byZod, byVendor, samples)).toEqual([]);
  });
});

/** The cards of each file of the corpus that holds some or none, and of the guide's examples. */
function cardFiles(): [string, unknown[]][] {
  const index = JSON.parse(sharedText('corpus/index.json') ?? '[]') as { file: string; kind: string }[];
  const paths = [
    ...index.filter(({ kind }) => kind !== 'bot').map(({ file }) => `corpus/${file}`),
    ...sharedList('seeds').filter((path) => path.endsWith('.json')),
  ];
  return paths.map((path) => {
    const value = JSON.parse(sharedText(path) ?? 'null') as { objects?: unknown[] };
    return [path, value.objects ?? ('header' in value ? [value] : [])];
  });
}
