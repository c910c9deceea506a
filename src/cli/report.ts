import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';

/** What was found in one file. */
export interface FileReport {
  readonly name: string;
  /** `null` for the standard input. */
  readonly path: string | null;
  readonly uri: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly cards: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Report {
  readonly files: readonly FileReport[];
  /** Only errors are shown. What is counted is the same. */
  readonly quiet: boolean;
  /** Whether all that was asked for could be read. */
  readonly complete: boolean;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export function countsOf(files: readonly FileReport[]): Counts {
  const severities = files.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity));
  const count = (severity: Severity) => severities.filter((one) => one === severity).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('info') };
}

export function cardsOf(files: readonly FileReport[]): number {
  return files.reduce((sum, { cards }) => sum + cards, 0);
}

/** The findings that are shown. */
export function shown({ diagnostics }: FileReport, { quiet }: Report): readonly Diagnostic[] {
  return quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
}
