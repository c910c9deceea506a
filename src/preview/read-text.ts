import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Card } from '../schema/model.js';
import { readCards } from '../schema/read-cards.js';

/** A text, and what `readCards` made of it. */
export interface ReadText {
  readonly text: string;
  readonly cards: readonly Card[];
  /** Whether it takes a feed to show it. While the text can't be read: as it was before. */
  readonly several: boolean;
  /** In the order of the text. */
  readonly findings: readonly Diagnostic[];
  /** The same JSON, a member to a line; `null` where the text is no JSON. */
  readonly formatted: string | null;
}

export function readText(text: string, before?: ReadText): ReadText {
  const { cards, diagnostics } = readCards(text);
  const several = cards.length > 0 ? cards.length > 1 : (before?.several ?? false);
  return {
    text,
    cards,
    several,
    findings: diagnostics.toSorted(byPlace),
    formatted: format(text),
  };
}

/** `2 errors, 1 warning`; empty when there is none. */
export function countsOf(findings: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity'], name: string) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return length === 0 ? [] : [`${length} ${name}${length === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'note')].join(', ');
}

function format(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.range?.start.offset ?? Infinity) - (b.range?.start.offset ?? Infinity) || 0;
}
