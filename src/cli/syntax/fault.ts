import type { DiagnosticWord } from '../../diagnostics/codes.js';
import type { Diagnostic, Fact } from '../../diagnostics/diagnostic.js';
import { diagnostic, translated } from '../../diagnostics/sentences.js';
import type { Lines } from '../lines.js';
import { syntaxWords } from './words.js';

export type SyntaxFact = Fact<DiagnosticWord | keyof typeof syntaxWords>;

/** Why a piece of text is not JSON. */
export interface SyntaxFault {
  readonly offset: number;
  readonly length: number;
  readonly got: SyntaxFact;
  readonly repair?: SyntaxFact;
}

export function syntaxDiagnostic({ offset, length, got, repair }: SyntaxFault, lines: Lines): Diagnostic {
  const facts = { got, ...(repair !== undefined && { repair }) };
  return {
    ...translated({ ...diagnostic('json-syntax', []), facts }, { words: syntaxWords }),
    range: lines.range(offset, offset + length),
  };
}

/** Two facts of which either may be missing. */
export function both(one: SyntaxFact | null, other: SyntaxFact | null): SyntaxFact | null {
  return one !== null && other !== null ? ['both', one, other] : (one ?? other);
}

export function placeFact(lines: Lines, offset: number): SyntaxFact {
  const { line, column } = lines.place(offset);
  return ['place', String(line), String(column)];
}
