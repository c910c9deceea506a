import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { placeOf } from '../diagnostics/json-syntax.js';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.js';
import type { Card } from '../schema/model.js';
import { readCards } from '../schema/read-cards.js';

/** A text, and what `readCards` made of it. */
export interface ReadText {
  readonly text: string;
  readonly cards: readonly Card[];
  /** Whether it takes a feed to show it. While the text can't be read: as it was before. */
  readonly several: boolean;
  /** With their place in the text and in its order; those without a place come last. */
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
    findings: located(diagnostics, text).toSorted(byPlace),
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

/** Gives a place to the findings that have but a path. */
function located(diagnostics: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  if (diagnostics.every(({ range }) => range)) return diagnostics;
  const root = parseTree(text);
  if (!root) return diagnostics;
  return diagnostics.map((finding) =>
    finding.range || finding.path.length === 0
      ? finding
      : { ...finding, range: rangeOf(text, nearestNode(root, finding.path)) },
  );
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.range?.start.offset ?? Infinity) - (b.range?.start.offset ?? Infinity) || 0;
}

/** What the path leads to, or, of a member that is missing, the object that should have it. */
function nearestNode(root: Node, path: Diagnostic['path']): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

/** A value; of an object or list, which may be long, only its name or its bracket. */
function rangeOf(text: string, node: Node): Range {
  const branch = node.type === 'object' || node.type === 'array';
  const name = branch && node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const { offset, length } = name ?? { offset: node.offset, length: branch ? 1 : node.length };
  return { start: placeOf(text, offset), end: placeOf(text, offset + length) };
}
