import type { DiagnosticCode, DiagnosticWord } from './codes.js';

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

/** One finding about card JSON: what it is, where it is, and what to do about it. Plain data. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable: never renamed, so that a host may filter by it. */
  readonly code: DiagnosticCode;
  readonly path: Path;
  /** What the message speaks of, in no language: `translated` takes them. */
  readonly facts: Facts<string>;
  /** One English sentence, for the author of the card. */
  readonly message: string;
  /** What to do, or what the reader did instead. */
  readonly hint?: string;
  /** Where it is, when the input was text. */
  readonly range?: Range;
}

/** What a reader found, before there are words for it. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly path: Path;
  readonly facts: Facts;
}

/** A name or a value, as it stands; or one of the `diagnosticWords`, with what is to be put into it. */
export type Fact<Word extends string = DiagnosticWord> =
  string | readonly [Word, Fact<Word>?, Fact<Word>?, Fact<Word>?, Fact<Word>?, Fact<Word>?];

/** What a message may speak of. Which code has which facts: see `codes.ts`. */
export interface Facts<Word extends string = DiagnosticWord> {
  readonly member?: Fact<Word>;
  readonly expected?: Fact<Word>;
  readonly got?: Fact<Word>;
  /** Said before the code's hint. */
  readonly repair?: Fact<Word>;
}

/** The sentences of another language. What is left out stays English. */
export interface DiagnosticTranslation {
  readonly texts?: Partial<Record<DiagnosticCode, { readonly message?: string; readonly hint?: string }>>;
  /** By {@link DiagnosticWord}; those of the command line have more. */
  readonly words?: Readonly<Record<string, string>>;
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
