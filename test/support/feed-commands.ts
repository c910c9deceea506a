import * as fc from 'fast-check';
import { NAMES, type Entry, type Model, type Name } from './feed-model.js';

/*
 * What may happen to a feed and its connector, for fast-check: the steps that every feed takes, whether it is an element
 * or its logic alone.
 */

type Run<M, Real, More extends unknown[] = []> = (
  model: M,
  real: Real,
  ...more: More
) => void | Promise<void>;

export const anyName = fc.constantFrom(...NAMES);
export const always = () => true;

const rank = fc.constantFrom(0, 1, 2);

/** @param runStep - takes a step, and compares. */
export function stepsOf<M extends Model, Real>(
  runStep: (text: string, run: Run<M, Real>, model: M, real: Real) => Promise<void>,
) {
  type Check = (model: M, name: Name) => boolean;

  const step = (text: string, check: (model: M) => boolean, run: Run<M, Real>): fc.AsyncCommand<M, Real> => ({
    toString: () => text,
    check,
    run: (model, real) => runStep(text, run, model, real),
  });

  /** Something happens to a record at the connector. Nobody is told until it is asked. */
  const atConnector = (text: string, run: (records: readonly Entry[], model: M) => readonly Entry[]) =>
    step(text, always, (model) => {
      model.records = run(model.records, model);
    });

  /** The user does something to one of the cards that it can be done to, the `n`th where there are so many. */
  const toCard = (text: string, n: number, check: Check, run: Run<M, Real, [name: Name]>) => {
    const nameIn = (model: M) => {
      const names = model.shown
        .filter(({ gone, name }) => !gone && check(model, name))
        .map(({ name }) => name);
      return names[n % names.length];
    };
    return step(
      `${text}, card ${n}`,
      (model) => nameIn(model) !== undefined,
      (model, real) => run(model, real, nameIn(model)!),
    );
  };

  const toAnyCard = (text: string, check: Check, run: Run<M, Real, [name: Name]>) =>
    fc.nat(NAMES.length - 1).map((n) => toCard(text, n, check, run));

  /** @param changes - by how much the version of a record may change. */
  const ofConnector = (changes: fc.Arbitrary<number>) => [
    fc.tuple(anyName, rank, fc.nat(NAMES.length)).map(([name, importance, place]) =>
      atConnector(`${name} comes, importance ${importance}, at ${place}`, (records, model) => {
        if (records.some((one) => one.name === name)) return records;
        const entry = { name, version: model.versions.get(name) ?? 0, importance, copy: ++model.copies };
        return [...records.slice(0, place), entry, ...records.slice(place)];
      }),
    ),
    fc.tuple(anyName, changes).map(([name, by]) =>
      atConnector(`${name} changes by ${by}`, (records, model) =>
        records.map((entry) => {
          if (entry.name !== name) return entry;
          const version = Math.max(0, entry.version + by);
          model.versions.set(name, version);
          return { ...entry, version, copy: ++model.copies };
        }),
      ),
    ),
    fc
      .tuple(anyName, rank)
      .map(([name, importance]) =>
        atConnector(`${name} has importance ${importance} in the same version`, (records, model) =>
          records.map((entry) =>
            entry.name === name ? { ...entry, importance, copy: ++model.copies } : entry,
          ),
        ),
      ),
    anyName.map((name) =>
      atConnector(`${name} goes`, (records) => records.filter((entry) => entry.name !== name)),
    ),
    fc.constant(
      atConnector('new ids for all', (records, model) =>
        records.map((entry) => ({ ...entry, copy: ++model.copies })),
      ),
    ),
    fc.constant(atConnector('another order', (records) => [...records.slice(1), ...records.slice(0, 1)])),
  ];

  return { step, atConnector, toCard, toAnyCard, ofConnector };
}
