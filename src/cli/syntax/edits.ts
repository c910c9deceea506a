import { closerOf, type Open } from './grammar.js';
import { beginText, putIn, readOn, stepBack, type Reading } from './reading.js';
import type { Token } from './tokens.js';

/** A small change with which reading may go on from a token that does not fit. */
export interface Edit {
  readonly dropped: readonly Token[];
  readonly added: readonly Token[];
  /** Whether another JSON text begins there. */
  readonly split: boolean;
  readonly cost: number;
  /** From where reading goes on. */
  readonly reading: Reading;
}

/** How far before the token that does not fit an edit may begin. */
const MAX_BACK = 4;
/** How many tokens are left out at most, unless they are closing brackets. */
const MAX_DROPPED = 50;
/** What an edit costs at most: a text may end in any number of needless brackets. */
export const MAX_EDIT_COST = 8;

/** All edits that can be made at a token that does not fit, or shortly before. */
export function* edits(tokens: readonly Token[], broken: Reading): Generator<Edit> {
  for (let back = 0; back <= MAX_BACK; back++) {
    const start = stepBack(broken, back);
    if (start.index !== broken.index - back) return;
    for (const end of ends(tokens, broken.index, start.index)) {
      const dropped = tokens.slice(start.index, end);
      const from = { ...start, index: end };
      const cost = dropped.reduce((sum, token, i) => sum + costToDrop(token, i < back), 0);
      if (start.state.expect === 'end' && isOpener(tokens[end]))
        yield edit(dropped, [], true, cost + 2, beginText(from));
      for (const added of additions(start.state.open, back)) {
        if (dropped.length + added.length === 0) continue;
        const reading = putIn(from, added);
        if (!reading) continue;
        yield edit(
          dropped,
          added,
          false,
          added.reduce((sum, token) => sum + costToAdd(token), cost),
          reading,
        );
      }
    }
  }
}

/** Takes what follows for another JSON text, if a whole one follows. */
export function splitBefore(tokens: readonly Token[], broken: Reading): Edit | null {
  if (broken.state.expect !== 'end' || !isOpener(tokens[broken.index])) return null;
  const reading = beginText(broken);
  const { state } = readOn(tokens, reading, tokens.length);
  return state.expect === 'end' ? edit([], [], true, 2, reading) : null;
}

/** The last edit there is: to leave the token out. */
export function leaveOut(tokens: readonly Token[], broken: Reading): Edit {
  const end = broken.index + 1;
  return edit(tokens.slice(broken.index, end), [], false, MAX_EDIT_COST, { ...broken, index: end });
}

function edit(
  dropped: readonly Token[],
  added: readonly Token[],
  split: boolean,
  cost: number,
  reading: Reading,
): Edit {
  return { dropped, added, split, cost: Math.min(cost, MAX_EDIT_COST), reading };
}

/** Up to where tokens may be left out: a few, a run of closing brackets, all up to the next opening one; never the end. */
function ends(tokens: readonly Token[], broken: number, start: number): Set<number> {
  let closers = broken;
  while (isCloser(tokens[closers])) closers++;
  let rest = broken;
  while (rest < tokens.length - 1 && rest < broken + MAX_DROPPED && !isOpener(tokens[rest])) rest++;
  const few = [0, 1, 2, 3, 4].map((count) => start + count);
  return new Set([...few, broken + 1, broken + 2, closers, rest].filter((end) => end < tokens.length));
}

/** What might be missing: a comma, a colon, a value, closing brackets, or the one that opens an object before its name. */
function additions(open: Open | null, back: number): Token[][] {
  const found: Token[][] = [[], [COMMA], [COLON], [NULL], [COLON, NULL]];
  if (back === 1) found.push([OPEN_OBJECT]);
  const closers: Token[] = [];
  for (let outer = open; outer && closers.length < 3; outer = outer.up) {
    closers.push(outer.bracket === '{' ? CLOSE_OBJECT : CLOSE_LIST);
    found.push([...closers], [...closers, COMMA]);
  }
  return found;
}

function missing(type: ',' | ':' | '{' | '}' | ']' | 'scalar', json: string = type): Token {
  return { type, start: 0, end: 0, json, guessed: true };
}

const COMMA = missing(',');
export const COLON = missing(':');
export const NULL = missing('scalar', 'null');
const OPEN_OBJECT = missing('{');
const CLOSE_OBJECT = missing('}');
const CLOSE_LIST = missing(']');

/** The brackets that close what is open, the innermost first, up to and without an outer one. */
export function closersOf(open: Open | null, until: Open | null = null): Token[] {
  const closers: Token[] = [];
  for (let outer = open; outer && outer !== until; outer = outer.up)
    closers.push(closerOf(outer) === '}' ? CLOSE_OBJECT : CLOSE_LIST);
  return closers;
}

function costToAdd({ type }: Token): number {
  return type === ',' || type === ':' ? 1 : 2;
}

/** What did fit is dropped less gladly. */
function costToDrop(token: Token, didFit: boolean): number {
  if (token.type === ',' || token.type === ':') return 1;
  if (isCloser(token)) return didFit ? 3 : 2;
  return isOpener(token) ? 4 : 3;
}

function isOpener(token: Token | undefined): boolean {
  return token?.type === '{' || token?.type === '[';
}

function isCloser(token: Token | undefined): boolean {
  return token?.type === '}' || token?.type === ']';
}
