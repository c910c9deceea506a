import type { Path } from '../../src/diagnostics/diagnostic.js';

/*
 * The malformed and hostile cards of the shared test data, built as a page or a file would hold them. Knows no DOM and no
 * files: the text of safety/bad-cards.json is given.
 */

type Json = unknown;
type Holder = Record<string | number, Json>;

interface Change {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: Json;
}

interface Recipe {
  readonly op: string;
  readonly base?: string;
  readonly path?: string;
  readonly paths?: readonly string[];
  readonly item?: Json;
  readonly unit?: string;
  readonly suffix?: string;
  readonly count?: number;
  readonly depth?: number;
  readonly key?: string;
  readonly open?: string;
  readonly close?: string;
  readonly inner?: string;
}

interface Item {
  readonly id: string;
  readonly class: string;
  readonly outcome: string;
  readonly why: string;
  readonly form: 'patch' | 'value' | 'text' | 'bytes' | 'gen';
  readonly base?: string;
  readonly patch?: readonly Change[];
  readonly value?: Json;
  readonly text?: string;
  readonly base64?: string;
  readonly gen?: Recipe;
}

export interface BadCard {
  readonly id: string;
  readonly class: string;
  /** What should become of it: see `outcomes` in the data. */
  readonly outcome: string;
  readonly why: string;
  readonly form: Item['form'];
  /** What `readCards` and the elements are given. Built anew at each call: some are large. */
  readonly input: () => Json;
  /** For `bytes`: as they were received. */
  readonly bytes: Uint8Array | null;
  /** The places that were made faulty in a sound card; empty where the whole is at fault. */
  readonly faults: readonly Path[];
  /** The texts of the sound card that no fault touches. */
  readonly sound: readonly string[];
}

/** @param text - of safety/bad-cards.json. */
export function badCards(text: string): BadCard[] {
  const { bases, items } = JSON.parse(text) as { bases: Record<string, Json>; items: readonly Item[] };
  return items.map((item) => {
    const faults = faultsOf(item);
    const base = bases[item.base ?? item.gen?.base ?? ''];
    const bytes = item.base64 === undefined ? null : bytesOf(item.base64);
    return {
      ...item,
      bytes,
      faults,
      input: () => inputOf(item, bases, bytes),
      // A feed is not made of the base that it names.
      sound: base === undefined || item.gen?.op.startsWith('feed') ? [] : textsOf(base, faults),
    };
  });
}

function inputOf(
  { patch, base = '', text, gen, value }: Item,
  bases: Record<string, Json>,
  bytes: Uint8Array | null,
): Json {
  if (patch) return patched(bases[base], patch);
  if (text !== undefined) return text;
  if (gen) return generated(gen, bases);
  // As `response.text()` reads them.
  return bytes ? new TextDecoder().decode(bytes) : structuredClone(value);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}

function faultsOf({ patch, gen }: Item): Path[] {
  const paths = patch?.map(({ path }) => path) ?? gen?.paths ?? [gen?.path ?? ''];
  return paths.filter((path) => path !== '').map(stepsOf);
}

function stepsOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function patched(base: Json, changes: readonly Change[]): Json {
  const root: Holder = { whole: structuredClone(base) };
  for (const { op, path, value } of changes) {
    const [holder, last] = holderAt(root, path);
    if (op === 'remove') Reflect.deleteProperty(holder, last);
    else if (Array.isArray(holder)) {
      if (op === 'add') holder.splice(last === '-' ? holder.length : Number(last), 0, value);
      else holder[Number(last)] = value;
    } else define(holder, last, value);
  }
  return root.whole;
}

/** So that a member may be called `__proto__`. */
function define(holder: Holder, member: string | number, value: Json): void {
  Object.defineProperty(holder, member, { value, writable: true, enumerable: true, configurable: true });
}

function holderAt(root: Holder, pointer: string): [holder: Holder, last: string | number] {
  const steps = ['whole', ...stepsOf(pointer)];
  const last = steps.pop() ?? '';
  return [steps.reduce<Holder>((at, step) => at[step] as Holder, root), last];
}

function generated(recipe: Recipe, bases: Record<string, Json>): Json {
  const { op, base = '', path = '', paths = [], item, unit = '', suffix = '', count = 0, depth = 0 } = recipe;
  const { key = '', open = '', close = '', inner = '' } = recipe;
  const whole = () => structuredClone(bases[base]);
  const set = (pointer: string, value: Json) =>
    patched(bases[base], [{ op: 'replace', path: pointer, value }]);
  switch (op) {
    case 'fill':
      return patched(
        bases[base],
        paths.map((each) => ({ op: 'replace', path: each, value: unit.repeat(count) + suffix })),
      );
    case 'many': {
      if (path.endsWith('/request'))
        return set(
          path,
          keyed(count, () => item),
        );
      return set(
        path,
        Array.from({ length: count }, (_, i) => numbered(item, i)),
      );
    }
    case 'options':
      return set(
        path,
        keyed(count, (i) => `Option ${i}`),
      );
    case 'keys':
      return { ...(whole() as Holder), ...keyed(count, () => item) };
    case 'feed':
    case 'feed-same-id':
      return {
        objects: Array.from({ length: count }, (_, i) => ({
          ...(bases.minimal as object),
          id: op === 'feed' ? `c${i}` : 'c0',
        })),
      };
    case 'nest-array':
    case 'nest-object': {
      const [before, after] = op === 'nest-array' ? ['[', ']'] : [`{${JSON.stringify(key)}:`, '}'];
      const text = JSON.stringify(set(path, '@here'));
      return text.replace('"@here"', () => `${before.repeat(depth)}1${after.repeat(depth)}`);
    }
    case 'raw-repeat':
      return unit.repeat(count) + suffix;
    case 'raw-wrap':
      return open.repeat(count) + inner + close.repeat(count);
    default:
      throw new Error(`There is no recipe ${op}`);
  }
}

function keyed(count: number, valueOf: (i: number) => Json): Holder {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, valueOf(i)]));
}

function numbered(item: Json, i: number): Json {
  return JSON.parse(JSON.stringify(item).replaceAll('@n', String(i)));
}

const SHOWN = 'title subtitle description text display_name attachment_name label'.split(' ');

/** The texts that a card shows, but for those in a place that is at fault. */
function textsOf(value: Json, faults: readonly Path[], at: Path = []): string[] {
  if (faults.some((fault) => String(fault) === String(at))) return [];
  if (typeof value === 'string') {
    const member = at.findLast((step) => typeof step === 'string') ?? '';
    return SHOWN.includes(member) && !isHidden(at) ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]) =>
    textsOf(inner, faults, [...at, Array.isArray(value) ? Number(member) : member]),
  );
}

/** Links have no text of their own, and what an action asks for is shown once it is pressed. */
function isHidden(at: Path): boolean {
  return (at[0] === 'header' && at[1] === 'links') || at.includes('user_input');
}
