import { describe, expect, it } from 'vitest';
import { readCards } from '../../src/schema/index.js';
import { card } from '../cards.js';
import { hasShared, sharedText } from '../support/shared-node.js';

interface Change {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

interface HostileCard {
  readonly id: string;
  readonly outcome: string;
  readonly level?: string;
  readonly base?: string;
  readonly patch?: readonly Change[];
  readonly value?: unknown;
  readonly text?: string;
}

type Holder = Record<string, unknown>;

/** The JSON Patch operations that the data uses. */
function patched(base: unknown, changes: readonly Change[]): unknown {
  const root: Holder = { '': structuredClone(base) };
  for (const { op, path, value } of changes) {
    const steps = path.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const holder = steps.slice(0, -1).reduce<Holder>((at, step) => at[step] as Holder, root);
    const last = steps.at(-1) ?? '';
    if (op === 'remove') Reflect.deleteProperty(holder, last);
    else if (op === 'add' && Array.isArray(holder))
      holder.splice(last === '-' ? holder.length : +last, 0, value);
    else holder[last] = value;
  }
  return root[''];
}

describe.skipIf(!hasShared)('given hostile cards (shared test data)', { timeout: 60_000 }, () => {
  const { bases, items } = JSON.parse(
    sharedText('safety/bad-cards.json') ?? '{"bases": {}, "items": []}',
  ) as {
    bases: Record<string, unknown>;
    items: HostileCard[];
  };
  const hostile = items
    .filter(({ patch, value, level }) => patch !== undefined || (value !== undefined && level !== 'feed'))
    .map(({ id, base, patch, value }) => [id, patch ? patched(bases[base ?? ''], patch) : value] as const);
  const titled = (title: string) => card({ backend_id: title, header: { title } });

  it('shows the sound cards before and after each of them', () => {
    const lost = hostile.filter(([, wire]) => {
      const titles = readCards({ objects: [titled('before'), wire, titled('after')] }).cards.map(
        ({ title }) => title,
      );
      return titles[0] !== 'before' || titles.at(-1) !== 'after';
    });
    expect(hostile.length).toBeGreaterThan(250);
    expect(lost).toEqual([]);
  });

  it('refuses the texts that are no JSON, and says where', () => {
    const silent = items
      .filter(({ text, outcome }) => text !== undefined && outcome === 'reject-input')
      .filter(({ text }) => {
        const { cards, diagnostics } = readCards(text);
        return cards.length > 0 || !diagnostics.some(({ severity, range }) => severity === 'error' && range);
      });
    expect(silent.map(({ id, text }) => [id, text])).toEqual([]);
  });
});
