import { diagnosticTexts, diagnosticWords, type DiagnosticCode, type DiagnosticWord } from './codes.js';
import type { Diagnostic, DiagnosticTranslation, Fact, Facts, Path } from './diagnostic.js';
import { severityOf } from './severity.js';

/** A diagnostic with its sentences made from the facts. */
export function diagnostic(code: DiagnosticCode, path: Path, facts: Facts = {}): Diagnostic {
  return { severity: severityOf(code), code, path, facts, ...sentences(code, facts, {}) };
}

/**
 * The same diagnostic with its sentences in another language, made from its facts.
 *
 * @param translation - sentences with the same `{…}` as the English ones in {@link diagnosticTexts} and
 *   {@link diagnosticWords}.
 */
export function translated(finding: Diagnostic, translation: DiagnosticTranslation): Diagnostic {
  const { hint: _english, ...rest } = finding;
  return { ...rest, ...sentences(finding.code, finding.facts, translation) };
}

function sentences(
  code: DiagnosticCode,
  facts: Facts<string>,
  { texts, words }: DiagnosticTranslation,
): { message: string; hint?: string } {
  const english: { readonly message: string; readonly hint?: string } = diagnosticTexts[code];
  const { message = english.message, hint = english.hint } = texts?.[code] ?? {};
  const say = (fact: Fact<string>): string => {
    if (typeof fact === 'string') return fact;
    const [word, ...inner] = fact;
    return fill(words?.[word] ?? diagnosticWords[word as DiagnosticWord], inner);
  };
  const fill = (sentence: string, from: object): string => {
    let filled = '';
    cut(sentence).forEach((piece, i) => {
      filled += i % 2 === 0 ? piece : say((from as Record<string, Fact>)[piece] ?? '');
    });
    return filled;
  };
  const advice = `${say(facts.repair ?? '')} ${fill(hint ?? '', facts)}`.trim();
  return { message: fill(message, facts), ...(advice && { hint: advice }) };
}

const pieces = new Map<string, readonly string[]>();

/** Its words, and between them the names that stand in `{…}`. There are as many sentences as the languages have. */
function cut(sentence: string): readonly string[] {
  let known = pieces.get(sentence);
  if (!known) pieces.set(sentence, (known = sentence.split(/\{(\w+)\}/)));
  return known;
}
