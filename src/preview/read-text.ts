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

/** A text, an empty object or list, a sign, or what has no quotes. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|\{\s*\}|\[\s*\]|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** Beyond, lines are indented no further: of a text nested without end they would take more room than there is. */
const DEEPEST = 100;

/** Only the white space is new: parsed and written, a member that is there twice and the last digits of an id were lost. */
function format(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  let depth = 0;
  const newLine = () => `\n${'  '.repeat(Math.min(depth, DEEPEST))}`;
  return Array.from(text.match(TOKEN) ?? [], (token) => {
    if (token === ':') return ': ';
    if (token === ',') return `,${newLine()}`;
    if (token === '}' || token === ']') {
      depth--;
      return newLine() + token;
    }
    if (token !== '{' && token !== '[') return token.replace(/^([{[])\s+/, '$1');
    depth++;
    return token + newLine();
  }).join('');
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.range?.start.offset ?? Infinity) - (b.range?.start.offset ?? Infinity) || 0;
}
