import type { Fact, Facts, Finding } from '../diagnostics/diagnostic.js';
import type { DiagnosticCode, DiagnosticWord } from '../diagnostics/codes.js';
import { severityOf } from '../diagnostics/severity.js';
import { pathOf, type At } from './at.js';
import { readInstant } from './instants.js';
import { pickLanguage } from './languages.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { judgeUrl, type UrlPolicy, type UrlRefusal } from './url-policy.js';
import { quote } from './verdict.js';
import { isWire, type Wire } from './wire.js';

export { isWire, type Wire };

/**
 * Reads members of wire objects, whatever they are. Each method returns what a template can draw, or the
 * empty value of its kind, and notes what it had to do. None throws; none changes its input.
 */
export class Reading {
  /** In the order found. */
  readonly findings: Finding[] = [];
  /** How many more there are than the limit allows. */
  unsaid = 0;
  #hasError = false;
  /** By path as JSON: what was done about a value of the wrong form. */
  readonly repairs = new Map<string, Fact>();
  readonly policy: UrlPolicy;
  readonly limits: Limits;
  readonly #languages: () => readonly string[];

  /** @param languages - of the reader, the best first; asked for when a text comes in several languages. */
  constructor(
    policy: UrlPolicy = {},
    limits: Limits = DEFAULT_LIMITS,
    languages: () => readonly string[] = () => ['en'],
  ) {
    this.policy = policy;
    this.limits = limits;
    this.#languages = languages;
  }

  note(code: DiagnosticCode, at: At | null, facts: Facts = {}): void {
    this.add({ code, path: pathOf(at), facts });
  }

  /** Beyond the limit only the first error counts: without it the verdict would be another. */
  add(finding: Finding): void {
    const isFirstError = !this.#hasError && severityOf(finding.code) === 'error';
    this.#hasError ||= isFirstError;
    if (isFirstError || this.findings.length < this.limits.findings) this.findings.push(finding);
    else this.unsaid++;
  }

  /** How many more findings there is room for; one at least, which may be the first error. */
  get room(): number {
    return Math.max(1, this.limits.findings - this.findings.length);
  }

  repaired(at: At, how: Fact): void {
    const path = JSON.stringify(pathOf(at));
    const before = this.repairs.get(path);
    this.repairs.set(path, before === undefined ? how : ['both', before, how]);
  }

  readAs(at: At, what: Fact): void {
    this.repaired(at, ['read-as', what]);
  }

  /** For an element of a list in which there is nothing to show. */
  emptyPart(at: At): null {
    this.note('empty-part', at);
    return null;
  }

  /** For a value that means nothing where it stands. */
  leftOut(at: At): null {
    this.repaired(at, ['left-out']);
    return null;
  }

  /** The name to read a member under: its own, or one that some tools give it in its stead, which is noted. */
  nameOf(from: Wire, member: string, other: string, at: At | null): string {
    if (from[other] === undefined || (from[member] !== undefined && from[member] !== null)) return member;
    this.readAs({ up: at, step: other }, member);
    return other;
  }

  /** Text that is not blank, or `null`. Numbers and booleans are read as text. */
  text(from: Wire, member: string, at: At | null): string | null {
    const value = from[member];
    if (value === undefined || value === null) return null;
    // Nothing will be said of most texts, so they need no place.
    return this.#isPlain(value) ? value : this.asText(value, { up: at, step: member });
  }

  /** Neither too long nor, by its first character, blank. */
  #isPlain(value: unknown): value is string {
    if (typeof value !== 'string' || value.length > this.limits.text) return false;
    const first = value.charCodeAt(0);
    return first > 0x20 && first < 0x80;
  }

  /** A text, or the one of a map from languages to texts that the reader knows best. */
  label(from: Wire, member: string, at: At | null): string | null {
    const value = from[member];
    return isWire(value) ? this.asLabel(value, { up: at, step: member }) : this.text(from, member, at);
  }

  asLabel(value: unknown, at: At): string | null {
    if (!isWire(value)) return this.asText(value, at);
    const texts = Object.keys(value).filter((language) => typeof value[language] === 'string');
    const language = pickLanguage(texts, this.#languages());
    if (language === null) return this.leftOut(at);
    this.repaired(at, ['read-in', language]);
    return this.asText(value[language], { up: at, step: language });
  }

  asText(value: unknown, at: At): string | null {
    if (typeof value === 'string') {
      if (value.length > this.limits.text) return this.#cut(value, at);
      return value.trim() === '' ? null : value;
    }
    if (value === null) return null;
    if (typeof value !== 'number' && typeof value !== 'boolean') return this.leftOut(at);
    this.readAs(at, ['string']);
    return String(value);
  }

  /** `true` only for `true`: a text such as "false" never switches anything on. */
  flag(from: Wire, member: string): boolean {
    return from[member] === true;
  }

  /** A URL that the policy allows, or `null`. `{href}` and a bare text are both read. */
  url(from: Wire, member: string, at: At | null): string | null {
    const value = from[member];
    if (value === undefined || value === null || value === '') return null;
    const here = { up: at, step: member };
    return isWire(value) ? this.asUrl(value.href, { up: here, step: 'href' }) : this.asUrl(value, here);
  }

  /** The same where only `{href}` belongs. */
  href(from: Wire, member: string, at: At | null): string | null {
    const url = this.url(from, member, at);
    if (url !== null && typeof from[member] === 'string') this.readAs({ up: at, step: member }, ['its-href']);
    return url;
  }

  asUrl(value: unknown, at: At): string | null {
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string') return this.leftOut(at);
    const { url, refused } = judgeUrl(value, this.policy);
    if (refused) {
      const expected: Fact = [REFUSALS[refused]];
      this.note('blocked-url', at, { member: String(at.step), expected, got: quote(value) });
    } else if (PLAIN_HTTP.test(url)) this.note('plain-http', at, { got: quote(url) });
    return url;
  }

  /** Epoch milliseconds, or `null`. */
  instant(from: Wire, member: string, at: At | null, endOfDay = false): number | null {
    const value = from[member];
    if (value === undefined || value === null) return null;
    const instant = readInstant(value, endOfDay);
    if (instant === null) return this.leftOut({ up: at, step: member });
    if (typeof value === 'number') this.readAs({ up: at, step: member }, new Date(instant).toISOString());
    return instant;
  }

  number(from: Wire, member: string, at: At | null): number | null {
    const value = from[member];
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    return this.leftOut({ up: at, step: member });
  }

  /** The elements of a list, each with its place. A single value where a list belongs is read as a list of one. */
  list<T>(from: Wire, member: string, at: At | null, read: (value: unknown, at: At) => T | null): T[] {
    const value = from[member];
    if (value === undefined || value === null) return [];
    const here = { up: at, step: member };
    const result: T[] = [];
    if (!Array.isArray(value)) {
      const single = typeof value === 'string' || isWire(value) ? read(value, here) : this.leftOut(here);
      if (single === null) return [];
      this.readAs(here, ['list-of-one']);
      return [single];
    }
    const count = Math.min(value.length, this.limits.list);
    if (value.length > count) this.note('too-many', here, { member, expected: String(count) });
    for (let i = 0; i < count; i++) {
      const element = read(value[i], { up: here, step: i });
      if (element !== null) result.push(element);
    }
    return result;
  }

  /** A list of objects. */
  objects<T>(from: Wire, member: string, at: At | null, read: (value: Wire, at: At) => T | null): T[] {
    return this.list(from, member, at, (value, here) => {
      if (isWire(value)) return read(value, here);
      return value === null ? null : this.leftOut(here);
    });
  }

  /**
   * A nested object, or an empty one.
   *
   * @param at - left out where something else than an object can be read, too.
   */
  object(from: Wire, member: string, at?: At | null): Wire {
    const value = from[member];
    if (isWire(value)) return value;
    if (at !== undefined && value !== undefined && value !== null) this.leftOut({ up: at, step: member });
    return NOTHING;
  }

  #cut(value: string, at: At): string {
    const expected = String(this.limits.text);
    this.note('too-long', at, { member: String(at.step), expected });
    return `${value.slice(0, this.limits.text)}…`;
  }
}

const NOTHING: Wire = Object.freeze({});

/** Not to the reader's own machine. */
const PLAIN_HTTP = /^http:\/\/(?!localhost\b|127\.|\[::1\])/i;

const REFUSALS: Record<UrlRefusal, DiagnosticWord> = {
  blank: 'url-blank',
  'too-long': 'url-too-long',
  unsafe: 'url-unsafe',
  scheme: 'url-scheme',
};
