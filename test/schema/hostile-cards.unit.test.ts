import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/cli/check-text.js';
import { decode } from '../../src/cli/decode.js';
import { readCards, type Card, type Diagnostic, type Path, type ReadResult } from '../../src/schema/index.js';
import { card } from '../cards.js';
import { badCards, type BadCard } from '../support/bad-cards.js';
import { figure, patience } from '../support/runs.js';
import { hasShared, sharedText } from '../support/shared-node.js';

/** Why nothing is said of a place that was changed: what stands there is sound. By what the data say of the card. */
const SOUND: readonly [why: RegExp, reason: string][] = [
  [
    /^(input without format|"(date-time|password)" at .*format)/,
    'a format that is known, or none: a line of text',
  ],
  [/^labels swapped/, 'words that only a person understands'],
  [/^non-string request values/, 'values of any kind, each with a rule of its own (docs/requests.md)'],
  [/^CRLF in keys|^10,000 request keys|request\/report$/, 'values that are encoded, and sent whole'],
  [
    /^leap second|T\d\d:\d\d:60Z|2026-03-01 09:00:00Z|1970-01-01T00:00:00Z/,
    'a date and time that the format takes',
  ],
  [
    /^empty at \/(tags|links|actions|body|header\/subtitle|banner\/items|body\/fields\/1\/items)$/,
    'nothing, which is allowed',
  ],
  [/^empty at .*\/options$/, 'a choice of nothing'],
  [
    /^\/(id|body|body\/description|body\/fields\/0\/title) is absent|^actions only/,
    'a member that may be absent',
  ],
  [
    /^(unknown image|a fake template result|inline template|class|unknown members)/,
    'members that nobody knows, which are not read',
  ],
  [/^rich text/, 'text, which is shown as it is'],
  [/^zero UUID on an action|^ampersand|property name at|^form-library syntax/, 'an id like any other'],
  [/^three zero-UUID actions/, 'the first of several ids that are the same'],
  [/^(exact|huge max|max above|min that no user)/, 'lengths that the format takes'],
  [/^negative (min|max)/, 'the other one of two lengths'],
  [/^(0|-5|2147483648) at |^importance = (1e308|9007199254740993|1234567)/, 'a whole number'],
  [/^options as object$/, 'labels that are texts'],
  [/attachment_content_type$/, 'a type that is nothing but shown'],
  [/^"application\/json" at/, 'a content type that is known'],
  [/^"DISMISS" at|^input id collides/, 'a value that is at odds with another one, where the finding is'],
  [/^(other key|array|bare array of cards)$/, 'one of the shapes that are read'],
];

const isLiteral = ({ outcome }: BadCard) => outcome === 'show-literal';

/** What is found by the reader, and in a text or bytes by the command line, too. */
function found(bad: BadCard, read: ReadResult): readonly Diagnostic[] {
  if (bad.bytes) {
    const { text, fault } = decode(bad.bytes);
    return [...(fault ? [fault] : []), ...(text === null ? [] : checkText(text).diagnostics)];
  }
  const input = bad.input();
  return typeof input === 'string'
    ? [...read.diagnostics, ...checkText(input).diagnostics]
    : read.diagnostics;
}

function isAt({ path }: Diagnostic, fault: Path): boolean {
  return fault.every((step, i) => String(path[i]) === String(step));
}

/** Every text that a card would show. */
function textsOf(value: unknown, texts: string[] = []): string[] {
  if (typeof value === 'string') texts.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const [member, inner] of Object.entries(value))
      if (member !== 'source' && member !== 'request') textsOf(inner, texts);
  return texts;
}

/** What is not as the outcome says; `null` when all is. */
function amiss(bad: BadCard, { cards, diagnostics }: ReadResult): string | null {
  const { outcome } = bad;
  const texts = cards.flatMap((each) => textsOf(each));
  const lost = bad.sound.filter((text) => !texts.includes(text));
  const rejected =
    cards.length === 0 && diagnostics.some(({ severity, range }) => severity === 'error' && range);
  const placeholder = diagnostics.some(({ code }) => code === 'empty-card' || code === 'empty-list');
  const shown = cards.length > 0 && !placeholder;
  const isEither = (one: boolean, other: boolean) => (one || other ? null : `neither of ${outcome}`);
  switch (outcome) {
    case 'reject-input':
      return rejected ? null : 'was not rejected';
    case 'reject-input-or-placeholder':
      // A list of cards is one of the shapes that are read.
      return isEither(rejected || placeholder, cards.length === 0 || bad.why === 'bare array of cards');
    case 'reject-input-or-show-rest':
      return isEither(rejected, shown);
    case 'placeholder':
      return placeholder ? null : 'shows something';
    case 'placeholder-or-show-rest':
      return isEither(placeholder, shown);
    case 'expired': {
      const isExpired = ({ expiresAt }: Card) => expiresAt !== null && expiresAt < Date.now();
      return cards.every(isExpired) && diagnostics.some(({ code }) => code === 'expired')
        ? null
        : 'is not expired';
    }
    case 'show-literal': {
      const literal = literalOf(bad);
      return texts.includes(literal) && lost.length === 0 ? null : `lost ${lost.join()} or ${literal}`;
    }
    case 'bounded':
    case 'show-rest':
      return lost.length === 0 && cards.length >= soundCards(bad) ? null : `lost ${lost.join()}`;
    default:
      return `there is no rule for ${outcome}`;
  }
}

function literalOf(bad: BadCard): string {
  const input = bad.input();
  const whole: unknown = typeof input === 'string' ? JSON.parse(input) : input;
  const fault = bad.faults[0] ?? ['objects', 0, 'header', 'title'];
  return fault.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], whole) as string;
}

/** How many cards of a feed have a title of their own. */
function soundCards(bad: BadCard): number {
  const input = bad.form === 'value' ? bad.input() : null;
  const { objects, cards } = (input ?? {}) as { objects?: unknown; cards?: unknown };
  const lists = [input, objects, cards].filter((one): one is unknown[] => Array.isArray(one));
  return (lists[0] ?? []).filter((one) => (one as { header?: unknown } | null)?.header !== undefined).length;
}

describe.skipIf(!hasShared)('given hostile cards (shared test data)', { timeout: patience }, () => {
  const all = hasShared ? badCards(sharedText('safety/bad-cards.json') ?? '') : [];

  it('ends as it should with each of them, in time and without an exception', () => {
    const wrong: string[] = [];
    let slowest = { ms: 0, id: '' };
    for (const bad of all) {
      const input = bad.input();
      const started = performance.now();
      const read = readCards(input);
      const ms = performance.now() - started;
      if (ms > slowest.ms) slowest = { ms, id: `${bad.id} ${bad.why}` };
      const problem = amiss(bad, read);
      if (problem !== null) wrong.push(`${bad.id} ${bad.outcome} ${bad.why}: ${problem}`);
    }
    figure(
      `hostile cards, read: n ${all.length}, ends as the data say ${all.length - wrong.length}, exceptions 0, slowest ` +
        `${slowest.ms.toFixed(0)} ms (${slowest.id})`,
    );
    expect(all.length).toBe(451);
    expect(wrong).toEqual([]);
    expect(slowest.ms).toBeLessThan(2000);
  });

  it('names each fault at its place', () => {
    const silent: string[] = [];
    const used = new Set<string>();
    const counts = { faults: 0, named: 0, sound: 0 };
    for (const bad of all) {
      const diagnostics = found(bad, readCards(bad.input()));
      const faults = bad.faults.length > 0 ? bad.faults : [[]];
      for (const fault of faults) {
        counts.faults++;
        const reason = isLiteral(bad) ? 'text' : SOUND.find(([why]) => why.test(bad.why))?.[1];
        if (diagnostics.some((finding) => isAt(finding, fault))) counts.named++;
        else if (reason === undefined) silent.push(`${bad.id} ${bad.why} at ${fault.join('/')}`);
        else {
          counts.sound++;
          used.add(reason);
        }
      }
    }
    figure(
      `hostile cards, places: ${counts.faults} changed places, ${counts.named} named by a finding at or in them, ` +
        `${counts.sound} where what stands there is sound, ${silent.length} silent`,
    );
    for (const [, reason] of SOUND) figure(`  sound: ${reason}`);
    expect(silent).toEqual([]);
    // Else the list would hide what is no longer so.
    expect(SOUND.map(([, reason]) => reason).filter((reason) => !used.has(reason))).toEqual([]);
  });

  it('shows the sound cards before and after each of them', () => {
    const titled = (title: string) => card({ backend_id: title, header: { title } });
    const inside = all.filter(
      ({ form, input }) => form !== 'text' && form !== 'bytes' && typeof input() === 'object',
    );
    const lost = inside.filter(({ input }) => {
      const { cards } = readCards({ objects: [titled('before'), input(), titled('after')] });
      return cards[0]?.title !== 'before' || cards.at(-1)?.title !== 'after';
    });
    figure(`hostile cards, between two sound ones: n ${inside.length}, neighbours lost ${lost.length}`);
    expect(inside.length).toBeGreaterThan(300);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('says where each text is broken that it refuses', () => {
    const refused = all.filter(({ form, outcome }) => form === 'text' && outcome === 'reject-input');
    const silent = refused.filter(({ input }) => {
      const { cards, diagnostics } = readCards(input());
      return cards.length > 0 || !diagnostics.some(({ severity, range }) => severity === 'error' && range);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('leaves every prototype as it was', () => {
    const keys = () =>
      [Object, Array, Function, String].map(({ prototype }) => Reflect.ownKeys(prototype as object).length);
    const before = keys();
    for (const { input } of all) readCards(input());
    expect(keys()).toEqual(before);
  });
});
