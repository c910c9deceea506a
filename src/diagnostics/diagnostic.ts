import { diagnosticTexts, type DiagnosticCode } from './codes.js';

/**
 * - `error`: the published card schema refuses this.
 * - `warning`: a repair, or something that will surprise.
 * - `info`: worth knowing, nothing to mend.
 */
export type Severity = 'error' | 'warning' | 'info';

/** From the outside in: member names and zero-based list positions. `[]` is the whole input. */
export type Path = (string | number)[];

/** A place in a text. Line and column count from 1, in UTF-16 units as editors do; `offset` counts from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From `start` up to, and without, `end`. */
export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** One finding about card JSON: what it is, where it is, and what to do about it. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable: never renamed, so that a host may filter by it. */
  readonly code: DiagnosticCode;
  readonly path: Path;
  /** One English sentence, for the author of the card. */
  readonly message: string;
  /** What to do, or what the reader did instead. */
  readonly hint?: string;
  /** Where it is, when the input was text. */
  readonly range?: Range;
}

/** What a message may speak of. Which code has which facts: see `codes.ts`. */
export interface Facts {
  readonly member?: string;
  readonly expected?: string;
  readonly got?: string;
  readonly repair?: string;
}

/** A diagnostic with its sentences made from the facts. */
export function diagnostic(code: DiagnosticCode, path: Path, facts: Facts = {}): Diagnostic {
  const { severity, message, hint } = diagnosticTexts[code];
  const advice = facts.repair ?? hint?.(facts);
  return { severity, code, path, message: message(facts), ...(advice && { hint: advice }) };
}

/** `body.fields[2].title`; the whole input is `(top)`. */
export function pathText(path: Path): string {
  return (
    path.map((step, i) => (typeof step === 'number' ? `[${step}]` : (i ? '.' : '') + step)).join('') ||
    '(top)'
  );
}

/** `12:5 error body.fields[2].title: … Hint.` in one line. */
export function diagnosticLine({ severity, path, message, hint, range }: Diagnostic): string {
  const place = range ? `${range.start.line}:${range.start.column} ` : '';
  return `${place}${severity} ${pathText(path)}: ${message}${hint ? ` ${hint}` : ''}`;
}
