import type { Diagnostic, Finding } from './diagnostic.js';
import { jsonSyntaxDiagnostic } from './json-syntax.js';
import { located, rangeOf } from './locate.js';
import { diagnostic } from './sentences.js';

/**
 * All that can be said of findings: sentences, and for a text line and column. What an author needs of this library and
 * a user does not: the elements load it when there is something to explain.
 *
 * @param input - what was read.
 */
export function explained(findings: readonly Finding[], input: unknown): Diagnostic[] {
  const diagnostics = findings.map(({ code, path, facts }) => diagnostic(code, path, facts));
  if (typeof input !== 'string') return diagnostics;
  if (findings[0]?.code === 'json-syntax') return [jsonSyntaxDiagnostic(input) ?? diagnostics].flat();
  return located(input, diagnostics).map((found) =>
    found.code === 'broken-character'
      ? { ...found, range: rangeOf(input, input.indexOf('\ufffd'), 1) }
      : found,
  );
}

export { translated } from './sentences.js';
