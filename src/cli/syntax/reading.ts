import { START, step, type State } from './grammar.js';
import type { Token } from './tokens.js';

/** A token that was read, and the one before it. */
export interface Piece {
  readonly token: Token;
  /** Which of the text's tokens it is; one that was put in has -1. */
  readonly index: number;
  /** The state before it. */
  readonly before: State;
  readonly previous: Piece | null;
}

/** How far a text was read, in one way of reading it. Never changed: several ways begin at one. */
export interface Reading {
  /** The token that comes next. */
  readonly index: number;
  readonly state: State;
  readonly last: Piece | null;
}

export const BEGINNING: Reading = { index: 0, state: START, last: null };

/** Takes tokens as long as they fit, up to and without one of them. */
export function readOn(tokens: readonly Token[], from: Reading, until: number): Reading {
  let { index, state, last } = from;
  for (; index < until; index++) {
    const token = tokens[index];
    const next = token && step(state, token);
    if (!next) break;
    last = { token, index, before: state, previous: last };
    state = next;
  }
  return { index, state, last };
}

/** Reads tokens that are not there; they have no length and stand where the last one ended. */
export function putIn(reading: Reading, additions: readonly Token[]): Reading | null {
  let { state, last } = reading;
  const offset = endOf(reading);
  for (const addition of additions) {
    const token = { ...addition, start: offset, end: offset };
    const next = step(state, token);
    if (!next) return null;
    last = { token, index: -1, before: state, previous: last };
    state = next;
  }
  return { ...reading, state, last };
}

/** Takes back the last pieces. */
export function stepBack(reading: Reading, pieces: number): Reading {
  let { index, state, last } = reading;
  for (let i = 0; i < pieces && last; i++) {
    if (last.index >= 0) index = last.index;
    state = last.before;
    last = last.previous;
  }
  return { index, state, last };
}

/** Begins another JSON text. */
export function beginText(reading: Reading): Reading {
  const offset = endOf(reading);
  const token: Token = { type: 'end', start: offset, end: offset, json: '' };
  return {
    ...reading,
    state: START,
    last: { token, index: -1, before: reading.state, previous: reading.last },
  };
}

/** The pieces of each text that was read. */
export function textsOf({ last }: Reading): Piece[][] {
  const texts: Piece[][] = [[]];
  for (let piece = last; piece; piece = piece.previous) {
    if (piece.token.type === 'end') texts.push([]);
    else texts.at(-1)?.push(piece);
  }
  return texts
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => pieces.reverse())
    .reverse();
}

/** Where the last token ended. */
export function endOf({ last }: Reading): number {
  return last?.token.end ?? 0;
}
