import type { Fact, Finding, Path } from '../diagnostics/diagnostic.js';
import { pathOf, type At } from './at.js';
import { isDateTime, isUri, UUID } from './formats.js';
import { cardShape, chatShape } from './published-shape.js';
import { meant } from './spelling.js';

/**
 * What the zod schemas allow, as plain data: member names (`?` marks an optional one) and what each must be.
 * `'*': 'never'` forbids members that are not named; `'#'` is the whole shape once more. Written from them into
 * published-shape.ts by `npm run schema`.
 */
export type Shape = string | readonly [Shape] | { readonly [member: string]: Shape };

/** What a published schema describes. */
export type Published = 'card' | 'chat';

/** The published schema does not allow the value at `path`. */
interface Fault {
  readonly path: Path;
  readonly expected: string;
  readonly value: unknown;
}

/** `undefined` when all is well, so that a sound card costs no allocation. `depth` is how often `'#'` was entered. */
type Check = (value: unknown, depth: number) => Fault[] | undefined;

/** Deeper items are not judged: a stack holds some thousand calls, and each item takes three. */
const DEEPEST = 500;

/**
 * What the published schema says against a card or a chat item.
 *
 * The same answer as `cardSchema` gives, in a fifth of the time and without zod in the page: zod copies
 * every object and list as it goes and needs `eval` to be fast (docs/decisions/0003).
 *
 * @param at - where it lies in the input.
 * @param repairs - by path, what the reader did about it.
 * @param room - of so many faults it is told; more are not looked for.
 */
export function publishedVerdict(
  published: Published,
  value: unknown,
  at: At | null,
  repairs: ReadonlyMap<string, Fact>,
  room = Infinity,
): readonly Finding[] {
  most = room;
  const faults = checks[published](value, 0);
  if (!faults) return NOTHING;
  const path = pathOf(at);
  return faults.map((fault) => describe(fault, path, repairs));
}

const NOTHING: readonly Finding[] = [];

/** See `room`: of this card. A hostile one has millions of faults. */
let most = Infinity;

function compile(shape: Shape, whole: () => Check): Check {
  if (shape === '#') return (value, depth) => (depth < DEEPEST ? whole()(value, depth + 1) : undefined);
  if (typeof shape === 'string') return leaf(shape);
  return isList(shape) ? listOf(compile(shape[0], whole)) : object(shape, whole);
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** Of so many unknown members of an object it is looked whether they are misspelt. */
const MOST_UNKNOWN = 100;

/** Goes by the members that are there, which are fewer than those that could be. */
function object({ '*': others, ...shape }: Readonly<Record<string, Shape>>, whole: () => Check): Check {
  const members = new Map(
    Object.entries(shape).map(([member, inner]) => [member.replace('?', ''), compile(inner, whole)]),
  );
  const required = Object.keys(shape).filter((member) => !member.endsWith('?'));
  return (value, depth) => {
    if (!isObject(value)) return fault('object', value);
    let faults: Fault[] | undefined;
    let unknown = 0;
    for (const member in value) {
      const check = members.get(member);
      const inner = value[member];
      // Most members are texts: a function less to call for each.
      if (check === text && typeof inner === 'string') continue;
      const found = check
        ? inner !== undefined && check(inner, depth)
        : others === undefined
          ? members.size > 0 && ++unknown <= MOST_UNKNOWN && misspelt(value, member, members)
          : forbidden(value, member, members);
      if (!found) continue;
      faults = within(member, found, faults);
      if (faults.length >= most) return faults;
    }
    for (const member of required)
      if (value[member] === undefined)
        faults = within(member, fault(kindOf(shape[member]), undefined), faults);
    return faults;
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(shape: Shape | undefined): string {
  return typeof shape === 'string' ? shape : shape && isList(shape) ? 'list' : 'object';
}

/** Members that the published schema does not name and that are read all the same. */
const ALSO_READ = new Set(
  (
    'name is_actionable trip_details value range validation selected action_url action_type content_type content_length ' +
    'attachment_body attachment_name attachment_url attachment_method attachment_content_type attachment_content_length ' +
    'vendor_attachment_url completed date timestamp size src http_type user_input_field water_mark select ' +
    'mutually_exclusive_id'
  ).split(' '),
);

/**
 * A member that is not known, near to one that is known and missing: `mutualy_exclusive_set_id`, `userInput`.
 * Others a connector may add as it likes.
 */
function misspelt(value: object, member: string, members: ReadonlyMap<string, Check>): Fault[] | undefined {
  if (ALSO_READ.has(member)) return undefined;
  if (RESERVED.has(member)) return [{ path: [], expected: '', value: RESERVED }];
  const expected = missingLike(member, value, members);
  return expected === null ? undefined : [{ path: [], expected, value: MISSPELT }];
}

function forbidden(value: object, member: string, members: ReadonlyMap<string, Check>): Fault[] {
  return [{ path: [], expected: missingLike(member, value, members) ?? '', value: FORBIDDEN }];
}

function missingLike(member: string, value: object, members: ReadonlyMap<string, Check>): string | null {
  return meant(
    member,
    [...members.keys()].filter((name) => !Object.hasOwn(value, name)),
  );
}

/** Names that every object has: a program that copies such a card may overwrite what they stand for. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Mark a fault that is about a member's name; `expected` is the name that was probably meant. */
const MISSPELT = Symbol('misspelt');
const FORBIDDEN = Symbol('forbidden');

function listOf(check: Check): Check {
  return (value, depth) => {
    if (!Array.isArray(value)) return fault('list', value);
    let faults: Fault[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const found = check(value[i], depth);
      if (!found) continue;
      faults = within(i, found, faults);
      if (faults.length >= most) return faults;
    }
    return faults;
  };
}

function leaf(expected: string): Check {
  if (expected === 'string') return text;
  const allowed = tests[expected] ?? oneOf(expected.split('|'));
  return (value) => (allowed(value) ? undefined : fault(expected, value));
}

const text: Check = (value) => (typeof value === 'string' ? undefined : fault('string', value));

const tests: Record<string, (value: unknown) => boolean> = {
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => typeof value === 'number' && value % 1 === 0,
  'integer>=0': (value) => typeof value === 'number' && value % 1 === 0 && value >= 0,
  uri: (value) => typeof value === 'string' && isUri(value),
  'uri|null': (value) => value === null || (typeof value === 'string' && isUri(value)),
  'date-time': (value) => typeof value === 'string' && isDateTime(value),
  uuid: (value) => typeof value === 'string' && UUID.test(value),
};

function oneOf(values: readonly string[]) {
  return (value: unknown) => values.includes(value as string);
}

function fault(expected: string, value: unknown): Fault[] {
  return [{ path: [], expected, value }];
}

function within(step: string | number, found: Fault[], faults: Fault[] | undefined): Fault[] {
  for (const { path } of found) path.unshift(step);
  if (!faults) return found;
  for (const each of found) faults.push(each);
  return faults;
}

function describe({ path, expected, value }: Fault, base: Path, repairs: ReadonlyMap<string, Fact>): Finding {
  const full = [...base, ...path];
  const member = memberName(path);
  if (value === MISSPELT) return { code: 'misspelt-member', path: full, facts: { member, expected } };
  if (value === RESERVED) return { code: 'reserved-name', path: full, facts: { member } };
  if (value === FORBIDDEN)
    return {
      code: 'forbidden-member',
      path: full,
      facts: { member, ...(expected && { repair: ['did-you-mean', expected] }) },
    };
  const repair = repairs.get(JSON.stringify(full));
  const facts = {
    member,
    expected: (WORDS.has(expected) ? [expected] : ['one-of', expected.replaceAll('|', ', ')]) as Fact,
    got: typeName(value),
    ...(repair !== undefined && { repair }),
  };
  if (value === undefined) return { code: 'missing-member', path: full, facts };
  if (typeof value !== 'string' && !(typeof value === 'number' && expected.startsWith('integer')))
    return { code: 'wrong-type', path: full, facts };
  const code = CODES[expected] ?? (expected.includes('|') ? 'bad-value' : 'wrong-type');
  return { code, path: full, facts: code === 'wrong-type' ? facts : { ...facts, got: shown(value) } };
}

const CODES: Record<string, 'bad-date' | 'bad-url' | 'bad-id' | 'bad-value'> = {
  'date-time': 'bad-date',
  uri: 'bad-url',
  'uri|null': 'bad-url',
  uuid: 'bad-id',
  integer: 'bad-value',
  'integer>=0': 'bad-value',
};

/** What a shape names that is no choice of values. */
const WORDS = new Set('string boolean integer integer>=0 uri uri|null date-time uuid object list'.split(' '));

const checks: Readonly<Record<Published, Check>> = {
  card: compile(cardShape, () => checks.card),
  chat: compile(chatShape, () => checks.chat),
};

/** The innermost name: `subtitle` for `header.subtitle[0]`, `this card` for the card or item itself. */
function memberName(path: Path): Fact {
  return path.findLast((step): step is string => typeof step === 'string') ?? ['this-card'];
}

/** What a value is, in words an author uses. */
export function typeName(value: unknown): Fact {
  if (value === null) return 'null';
  if (Array.isArray(value)) return ['list'];
  const type = typeof value;
  return [
    type === 'string' || type === 'number' || type === 'boolean' || type === 'object' ? type : 'undefined',
  ];
}

/** A text in quotes, shortened. */
export function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** A text or a number itself; what anything else is. */
export function shown(value: unknown): Fact {
  return typeof value === 'string'
    ? quote(value)
    : typeof value === 'number'
      ? String(value)
      : typeName(value);
}
