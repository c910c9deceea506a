import { diagnostic, type Diagnostic, type Facts, type Path } from '../diagnostics/diagnostic.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { readInstant } from './instants.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { judgeUrl, type UrlPolicy, type UrlRefusal } from './url-policy.js';
import { quote } from './verdict.js';

/** An object of the wire JSON. */
export type Wire = Readonly<Record<string, unknown>>;

/** A place in the input, kept as a chain so that a sound card never builds a path. */
export interface At {
  readonly up: At | null;
  readonly step: string | number;
}

export function pathOf(at: At | null): Path {
  const path: Path = [];
  for (let here = at; here; here = here.up) path.unshift(here.step);
  return path;
}

export function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads members of wire objects, whatever they are. Each method returns what a template can draw, or the
 * empty value of its kind, and notes what it had to do. None throws; none changes its input.
 */
export class Reading {
  readonly diagnostics: Diagnostic[] = [];
  /** By path as JSON: what was done about a value of the wrong form. */
  readonly repairs = new Map<string, string>();
  readonly policy: UrlPolicy;
  readonly limits: Limits;

  constructor(policy: UrlPolicy = {}, limits: Limits = DEFAULT_LIMITS) {
    this.policy = policy;
    this.limits = limits;
  }

  note(code: DiagnosticCode, at: At | null, facts: Facts = {}): void {
    this.diagnostics.push(diagnostic(code, pathOf(at), facts));
  }

  repaired(at: At, how: string): void {
    this.repairs.set(JSON.stringify(pathOf(at)), how);
  }

  /** Text that is not blank, or `null`. Numbers and booleans are read as text. */
  text(from: Wire, member: string, at: At | null): string | null {
    return this.asText(from[member], { up: at, step: member });
  }

  asText(value: unknown, at: At): string | null {
    if (typeof value === 'string') {
      if (value.length > this.limits.text) return this.#cut(value, at);
      return value.trim() === '' ? null : value;
    }
    if (typeof value !== 'number' && typeof value !== 'boolean') return null;
    this.repaired(at, 'It was read as text.');
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

  asUrl(value: unknown, at: At): string | null {
    if (typeof value !== 'string' || value === '') return null;
    const { url, refused } = judgeUrl(value, this.policy);
    if (refused) {
      this.note('blocked-url', at, { member: String(at.step), got: `${REFUSALS[refused]}, ${quote(value)}` });
    }
    return url;
  }

  /** Epoch milliseconds, or `null`. */
  instant(from: Wire, member: string, at: At | null, endOfDay = false): number | null {
    const value = from[member];
    if (value === undefined || value === null) return null;
    const instant = readInstant(value, endOfDay);
    if (instant !== null && typeof value === 'number')
      this.repaired({ up: at, step: member }, `It was read as ${new Date(instant).toISOString()}.`);
    return instant;
  }

  number(from: Wire, member: string): number | null {
    const value = from[member];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  /** The elements of a list, each with its place. A single value where a list belongs is read as a list of one. */
  list<T>(from: Wire, member: string, at: At | null, read: (value: unknown, at: At) => T | null): T[] {
    const value = from[member];
    if (value === undefined || value === null) return [];
    const here = { up: at, step: member };
    const result: T[] = [];
    if (!Array.isArray(value)) {
      if (typeof value !== 'string' && !isWire(value)) return [];
      const single = read(value, here);
      if (single === null) return [];
      this.repaired(here, 'It was read as a list of one.');
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

  /** A list of objects; what is no object is left out (the published verdict names it). */
  objects<T>(from: Wire, member: string, at: At | null, read: (value: Wire, at: At) => T | null): T[] {
    return this.list(from, member, at, (value, here) => (isWire(value) ? read(value, here) : null));
  }

  /** A nested object, or an empty one. */
  object(from: Wire, member: string): Wire {
    const value = from[member];
    return isWire(value) ? value : NOTHING;
  }

  #cut(value: string, at: At): string {
    const expected = String(this.limits.text);
    this.note('too-long', at, { member: String(at.step), expected });
    return `${value.slice(0, this.limits.text)}…`;
  }
}

const NOTHING: Wire = Object.freeze({});

const REFUSALS: Record<UrlRefusal, string> = {
  blank: 'it is blank',
  'too-long': 'it is too long',
  unsafe: 'such a URL can run script or read local content',
  scheme: 'its scheme is not allowed here',
};
