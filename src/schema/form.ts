import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Fact } from '../diagnostics/diagnostic.js';
import { NONE } from './blank.js';
import { quote, shown, typeName } from './facts.js';
import { isDateTime, isUri, UUID } from './formats.js';
import { isPlain, lastStep, readBareUrl } from './read-values.js';
import type { Reading } from './reading.js';
import { meant } from './spelling.js';
import { isWire, type Wire } from './wire.js';

/*
 * The forms of wire objects: one table says of each member what the published schema wants it to be, how it is read
 * whatever it is, and where it is put. One walk over an object does all of it (docs/decisions/0007).
 */

/** Reads a value, whatever it is. `null` when nothing is to be kept of it. */
export type Read = (reading: Reading, value: unknown) => unknown;

/** What a value should be, and how it is read. */
export interface Element {
  /** What the published schema wants: a name of {@link TESTS}, or values with `|` between them; `''` is anything. */
  readonly expected: string;
  /** What it wants of what lies in an object or a list. */
  readonly inner: Form | Element | null;
  readonly allowed: (value: unknown) => boolean;
  readonly read: Read;
  /** A quick look: whether a value, as nearly all, is as it should be, and read as it is. */
  readonly plain: Plain | null;
}

type Plain = (value: unknown, longestText: number) => boolean;

/** What is made of an object. */
type Out = Record<string, unknown>;

/** How a member is taken, whatever its name. */
interface Taking extends Pick<Element, 'expected' | 'inner' | 'plain'> {
  /** Where what is plain is put; `''` when it is not kept. */
  readonly target: string;
  readonly take: (reading: Reading, value: unknown, out: Out, from: Wire) => void;
}

/** All of them are made in one place: only then it is quick to look into them. */
interface Member extends Taking {
  readonly name: string;
  /** A bit of its own, if it is required. */
  readonly bit: number;
  /** What came after it in the last object. */
  next: Member | undefined;
}

/** Makes the member of an object of which something like `blank` is made. */
export type MemberOf = (name: string, blank: object) => Taking;

/** By the names on the wire. An element is put under the same name, see {@link as}. */
export type Members = Readonly<Record<string, Element | MemberOf>>;

export interface Form {
  readonly members: Map<string, Member>;
  readonly required: readonly string[];
  /** The bits of all members that are required. */
  readonly all: number;
  /** What the last object began with. */
  next: Member | undefined;
  /** Names that were met, and are near to no name that is known. */
  readonly strange: Set<string>;
  /** Whether the published schema allows no further members. */
  readonly closed: boolean;
}

// ── Values ──

const TESTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => typeof value === 'number' && value % 1 === 0,
  'integer>=0': (value) => typeof value === 'number' && value % 1 === 0 && value >= 0,
  uri: (value) => typeof value === 'string' && isUri(value),
  'uri|null': (value) => value === null || (typeof value === 'string' && isUri(value)),
  'date-time': (value) => typeof value === 'string' && isDateTime(value),
  uuid: (value) => typeof value === 'string' && UUID.test(value),
  object: isWire,
  list: Array.isArray,
  '': () => true,
};

export function leaf(expected: string, read: Read, plain: Plain | null = null): Element {
  const values: readonly unknown[] = expected.split('|');
  const allowed = TESTS[expected] ?? ((value) => values.includes(value));
  return { expected, inner: null, allowed, read, plain };
}

/** The same where the published schema has no say. */
export function also({ read }: Element): Element {
  return leaf('', (reading, value) => unjudged(reading, read, value));
}

/** Reads a value, and says what the published schema says of it and what was done about it. */
export function see(reading: Reading, { read, allowed, expected }: Element, value: unknown): unknown {
  const result = read(reading, value);
  const isAllowed = allowed(value);
  if (!isAllowed || reading.repair !== null) settle(reading, isAllowed ? '' : expected, value);
  return result;
}

/** @param expected - what the published schema wants and the value is not; `''` when it has nothing against it. */
function settle(reading: Reading, expected: string, value: unknown): void {
  const repair = reading.telling ? reading.repair : null;
  reading.repair = null;
  if (expected && reading.judging) fault(reading, expected, value, repair);
  else if (repair !== null) reading.found('repaired', { member: lastStep(reading), repair });
}

function unjudged(reading: Reading, read: Read, value: unknown): unknown {
  const { judging } = reading;
  reading.judging = false;
  const result = read(reading, value);
  reading.judging = judging;
  return result;
}

// ── Objects ──

interface ObjectOptions<T> {
  /** Names of the members that the published schema requires, with spaces between them. */
  readonly required?: string;
  readonly closed?: boolean;
  /** Has the last word on what was read; `null` leaves it out. */
  readonly finish?: (out: T, reading: Reading, from: Wire) => unknown;
}

/**
 * An object of which something like `blank` is made. Members that it has no place for are judged, but not read.
 *
 * @param blank - makes a new one each time: a literal is copied ten times as fast as an object that is not known.
 */
export function object<T extends object>(
  blank: () => T,
  members: Members,
  { required, closed, finish }: ObjectOptions<T> = {},
): Element {
  const form = compile(members, blank(), required, closed);
  return {
    expected: 'object',
    inner: form,
    allowed: isWire,
    read(reading, value) {
      if (!isWire(value)) return value === null ? null : reading.leftOut();
      const out = blank();
      walk(reading, form, value, out as Out);
      return finish ? finish(out, reading, value) : out;
    },
    plain: null,
  };
}

/** The same, of which the published schema says no more than that it is an object. */
export function loosely({ read }: Element): Element {
  return leaf('object', (reading, value) => unjudged(reading, read, value));
}

function compile(members: Members, blank: object, required = '', closed = false): Form {
  const names = required.split(' ').filter(Boolean);
  const form: Form = {
    members: new Map<string, Member>(),
    required: names,
    all: (1 << names.length) - 1,
    next: undefined,
    strange: new Set(),
    closed,
  };
  for (const [name, each] of Object.entries(members)) {
    const made = typeof each === 'function' ? each(name, blank) : kept(each, blank, name);
    const { expected, inner, plain, target, take } =
      closed && made.expected === '' ? forbidden(made, form, name) : made;
    const bit = names.includes(name) ? 1 << names.indexOf(name) : 0;
    form.members.set(name, { name, expected, inner, plain, target, take, bit, next: undefined });
  }
  return form;
}

function kept(element: Element, blank: object, target: string): Taking {
  const { expected, inner, plain } = element;
  const keep = target in blank;
  return {
    expected,
    inner,
    plain,
    target: keep ? target : '',
    take: keep
      ? (reading, value, out) => {
          const result = see(reading, element, value);
          if (result !== null) out[target] = result;
        }
      : (reading, value) => {
          const { telling } = reading;
          reading.telling = false;
          see(reading, element, value);
          reading.telling = telling;
        },
  };
}

/** Puts the member under another name; `''` when it is only judged. */
export function as(element: Element, target: string): MemberOf {
  return (_, blank) => kept(element, blank, target);
}

/** Puts what was read of the member where `put` says. */
export function into(element: Element, put: (out: Out, result: readonly unknown[]) => void): MemberOf {
  const { expected, inner } = element;
  return () => ({
    expected,
    inner,
    plain: null,
    target: '',
    take(reading, value, out) {
      put(out, see(reading, element, value) as readonly unknown[]);
    },
  });
}

/** The same member, taken in another way. */
function taken(member: MemberOf, how: (take: Taking['take']) => Taking['take']): MemberOf {
  return (name, blank) => {
    const made = member(name, blank);
    return { ...made, plain: null, take: how(made.take) };
  };
}

/** A member that is only looked at when `isRead` says so. */
export function onlyIf(isRead: (from: Wire, out: Out) => boolean, member: MemberOf): MemberOf {
  return taken(member, (take) => (reading, value, out, from) => {
    if (isRead(from, out)) take(reading, value, out, from);
  });
}

/** A member of which nothing is said when `isQuiet` says so, but what the published schema says. */
export function quietly(isQuiet: (from: Wire, reading: Reading) => boolean, member: MemberOf): MemberOf {
  return taken(member, (take) => (reading, value, out, from) => {
    const { telling } = reading;
    reading.telling &&= !isQuiet(from, reading);
    take(reading, value, out, from);
    reading.telling = telling;
  });
}

/** Another member that says the same, read where nothing else has said it. */
export function orElse(element: Element, target: string): MemberOf {
  return onlyIf((_, out) => out[target] === null, as(also(element), target));
}

/** A name that some tools give to a member, read where the member itself is missing. */
export function alias(own: string, element: Element, target = own): MemberOf {
  const { read } = element;
  const renamed = leaf('', (reading, value) => {
    const result = unjudged(reading, read, value);
    const { repair } = reading;
    reading.repair = null;
    if (result !== null) reading.readAs(own);
    if (repair !== null) reading.repaired(repair);
    return result;
  });
  return onlyIf((from) => isMissing(from[own]), as(renamed, target));
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** An object whose members belong to the one that it lies in. */
export function inside(members: Members, required?: string): MemberOf {
  return (_, blank) => {
    const form = compile(members, blank, required);
    return {
      expected: 'object',
      inner: form,
      plain: null,
      target: '',
      take(reading, value, out) {
        if (isWire(value)) walk(reading, form, value, out);
        else {
          if (value !== null) reading.leftOut();
          settle(reading, 'object', value);
        }
      },
    };
  };
}

/** `{href}`, also read from a bare text. */
export function link(target: string, more: Members = {}, read = readBareUrl): MemberOf {
  const form = inside({ href: as(leaf('uri', read), target), ...more }, 'href');
  return (name, blank) => {
    const { take, ...rest } = form(name, blank);
    const keep = target in blank;
    return {
      ...rest,
      take(reading, value, out, from) {
        if (isWire(value)) take(reading, value, out, from);
        else {
          const url = keep ? read(reading, value) : null;
          if (url !== null) {
            out[target] = url;
            reading.readAs(['its-href']);
          }
          settle(reading, 'object', value);
        }
      },
    };
  };
}

/**
 * A list, read element by element. A single value where a list belongs is read as a list of one.
 *
 * @param all - keeps the places of elements that could not be read; they are `null`.
 */
export function list(of: Element, all = false): Element {
  return {
    expected: 'list',
    inner: of,
    allowed: Array.isArray,
    read(reading, value) {
      if (Array.isArray(value)) return readAll(reading, of, value, all);
      const isOne = typeof value === 'string' || isWire(value);
      const one = isOne ? unjudged(reading, of.read, value) : value === null ? null : reading.leftOut();
      if (one === null) return NONE;
      reading.readAs(['list-of-one']);
      return [one];
    },
    plain: null,
  };
}

/** What is over the limit is judged all the same. */
function readAll(reading: Reading, of: Element, values: readonly unknown[], all: boolean): unknown[] {
  const { steps, telling } = reading;
  const { list: most } = reading.limits;
  // Copied, so that it has the room that it needs and no more.
  const result = values.slice(0, most);
  let count = 0;
  if (values.length > most) reading.note('too-many', { member: lastStep(reading), expected: String(most) });
  const place = reading.depth++;
  for (let i = 0; i < values.length; i++) {
    steps[place] = i;
    reading.telling = telling && i < most;
    const one = see(reading, of, values[i]);
    if ((all || one !== null) && i < most) result[count++] = one;
  }
  if (count < result.length) result.length = count;
  reading.telling = telling;
  reading.depth = place;
  return result;
}

/** Goes by the members that are there, which are fewer than those that could be. */
function walk(reading: Reading, form: Form, from: Wire, out: Out): void {
  const { members, all } = form;
  const { steps } = reading;
  const { text: most } = reading.limits;
  let unknown = 0;
  let met = 0;
  let last: { next: Member | undefined } = form;
  for (const name in from) {
    const value = from[name];
    let member = last.next;
    // Objects of a kind have their members in the same order: it need not be looked up which one it is.
    if (member?.name !== name) {
      member = members.get(name);
      if (member === undefined) {
        if (reading.judging && ++unknown <= MOST_UNKNOWN) seeUnknown(reading, form, name, from);
        continue;
      }
      last.next = member;
    }
    last = member;
    const { plain, target } = member;
    // Most are texts: a call that is known beforehand is quicker.
    if (plain !== null && (plain === isPlain ? isPlain(value, most) : plain(value, most))) {
      if (target !== '') out[target] = value;
    } else if (value === undefined) continue;
    else {
      steps[reading.depth++] = name;
      member.take(reading, value, out, from);
      reading.depth--;
    }
    met |= member.bit;
  }
  if (met !== all && reading.judging) seeMissing(reading, form, from);
}

function seeMissing(reading: Reading, { members, required }: Form, from: Wire): void {
  for (const name of required) {
    if (from[name] !== undefined) continue;
    reading.steps[reading.depth++] = name;
    fault(reading, members.get(name)?.expected ?? '', undefined, null);
    reading.depth--;
  }
}

// ── Faults ──

/** The published schema does not allow the value. */
function fault(reading: Reading, expected: string, value: unknown, repair: Fact | null): void {
  const isWord = expected in TESTS;
  const isOfType = typeof value === 'string' || (typeof value === 'number' && expected.startsWith('integer'));
  const code = isOfType ? (CODES[expected] ?? (isWord ? 'wrong-type' : 'bad-value')) : 'wrong-type';
  const mended = code === 'bad-url' && repair === null ? meantUrl(value as string) : null;
  if (mended !== null) repair = ['did-you-mean', quote(mended)];
  reading.found(value === undefined ? 'missing-member' : code, {
    member: memberName(reading, code === 'wrong-type' || code === 'bad-value'),
    expected: (isWord ? [expected] : ['one-of', expected.replaceAll('|', ', ')]) as Fact,
    got: code === 'wrong-type' ? typeName(value) : shown(value),
    ...(repair !== null && { repair }),
  });
}

const CODES: Readonly<Record<string, DiagnosticCode>> = {
  'date-time': 'bad-date',
  uri: 'bad-url',
  'uri|null': 'bad-url',
  uuid: 'bad-id',
  integer: 'bad-value',
  'integer>=0': 'bad-value',
};

/** The same URL as a browser would write it, where that is what the published schema wants: without blanks, umlauts, braces. */
function meantUrl(text: string): string | null {
  try {
    const { href } = new URL(text);
    return isUri(href) ? href : null;
  } catch {
    return null;
  }
}

/**
 * The innermost name: `subtitle` for `header.subtitle[0]`, `this card` for the card or item itself.
 *
 * @param asElement - whether it is said of an element that it is one: each of `links` has to be an object, not `links`.
 */
function memberName(reading: Reading, asElement: boolean): Fact {
  const path = reading.pathInCard();
  const name = path.findLast((step) => typeof step === 'string');
  if (name === undefined) return ['this-card'];
  return asElement && typeof path.at(-1) === 'number' ? ['each-of', name] : name;
}

/** Of so many unknown members of an object it is looked whether they are misspelt. */
const MOST_UNKNOWN = 100;

/** So many are remembered, of all objects of a kind. */
const MOST_STRANGE = 1000;

/** Names that every object has: a program that copies such a card may overwrite what they stand for. */
const RESERVED = ['__proto__', 'constructor', 'prototype'];

/**
 * A member that is not known, near to one that is known and missing: `mutualy_exclusive_set_id`, `userInput`.
 * Others a connector may add as it likes, where the published schema does not forbid them.
 */
function seeUnknown(reading: Reading, { members, strange, closed }: Form, name: string, from: Wire): void {
  // What is forbidden counts for the verdict, however much has been found.
  if ((reading.unsaid > 0 && !closed) || strange.has(name)) return;
  if (RESERVED.includes(name) && !closed) {
    reading.found('reserved-name', { member: name }, [name]);
    return;
  }
  // Such names are a tool's own: `_links`, `$schema`.
  if (/^[_$]/.test(name) && !closed) return;
  const published = [...members.keys()].filter((known) => members.get(known)?.expected);
  const like = meant(
    name,
    published.filter((known) => !Object.hasOwn(from, known)),
  );
  if (closed)
    reading.found(
      'forbidden-member',
      { member: name, ...(like !== null && { repair: ['did-you-mean', like] }) },
      [name],
    );
  else if (like !== null) reading.found('misspelt-member', { member: name, expected: like }, [name]);
  else if (strange.size < MOST_STRANGE && meant(name, published) === null) strange.add(name);
}

/** A member of a closed form that is read all the same. */
function forbidden(member: Taking, form: Form, name: string): Taking {
  return {
    ...member,
    plain: null,
    take(reading, value, out, from) {
      reading.depth--;
      if (reading.judging) seeUnknown(reading, form, name, from);
      reading.depth++;
      member.take(reading, value, out, from);
    },
  };
}
