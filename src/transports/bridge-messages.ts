/*
 * What passes over a bridge: JSON texts, so that a size is known before anything is read, and every way of
 * passing them (ports, windows, native objects) is alike. docs/hosts.md describes them for the other side.
 */
import { isWire, type Wire } from '../schema/wire.js';

/** Version of the protocol; the member `mf` of every message. */
const PROTOCOL = 1;

/** What the page may ask of the native side. */
export const CALLS = ['submit', 'load', 'attachment', 'verify'] as const;
export type BridgeCall = (typeof CALLS)[number];

/** From the page. */
export type PageMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'request'; readonly id: string; readonly call: BridgeCall; readonly data: unknown }
  | { readonly type: 'cancel'; readonly id: string }
  | { readonly type: 'resize'; readonly height: number };

/** A piece of a body; `more` pieces follow. */
export interface Piece {
  readonly body: string;
  readonly base64: boolean;
  readonly more: boolean;
}

/** From the native side. */
export type NativeMessage =
  | { readonly type: 'welcome'; readonly calls: readonly BridgeCall[] }
  | { readonly type: 'goodbye' }
  | { readonly type: 'answer'; readonly id: string; readonly answer: NativeAnswer }
  | { readonly type: 'part'; readonly id: string; readonly n: number; readonly piece: Piece };

export type NativeAnswer =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'verified'; readonly verified: boolean }
  | { readonly kind: 'outcome'; readonly outcome: Wire }
  | { readonly kind: 'response'; readonly status: number; readonly headers: Headers; readonly piece: Piece };

/** Why a message was not taken. */
export type BridgeRefusal =
  | 'origin'
  | 'source'
  | 'not-text'
  | 'too-large'
  | 'not-json'
  | 'shape'
  | 'session'
  | 'unexpected'
  | 'too-much';

export function writeMessage(session: string, message: PageMessage): string {
  return JSON.stringify({ mf: PROTOCOL, session, ...message });
}

/**
 * A message of the native side, or why it is none.
 *
 * @param data - anything.
 * @param limit - characters; what is longer is not looked at.
 * @returns never throws. Nothing is taken of a message with a member `__proto__`, or with more than 500 levels.
 */
export function readMessage(data: unknown, session: string, limit: number): NativeMessage | BridgeRefusal {
  if (typeof data !== 'string') return 'not-text';
  if (data.length > limit) return 'too-large';
  if (isDeep(data)) return 'shape';
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return 'not-json';
  }
  if (!isWire(message) || message.mf !== PROTOCOL) return 'shape';
  if (message.session !== session) return 'session';
  const read = readShape(message);
  // Last, as it goes through all that is in it.
  return read === 'shape' || hasPrototypeMember(message) ? 'shape' : read;
}

function readShape(message: Wire): NativeMessage | 'shape' {
  const { id } = message;
  if (message.type === 'welcome') {
    const { calls } = message;
    if (!Array.isArray(calls)) return 'shape';
    return { type: 'welcome', calls: CALLS.filter((call) => calls.includes(call)) };
  }
  if (message.type === 'goodbye') return { type: 'goodbye' };
  if (typeof id !== 'string') return 'shape';
  if (message.type === 'answer') {
    const answer = readAnswer(message);
    return answer ? { type: 'answer', id, answer } : 'shape';
  }
  const piece = readPiece(message);
  const { n } = message;
  if (message.type !== 'part' || typeof n !== 'number' || typeof message.body !== 'string' || !piece)
    return 'shape';
  return { type: 'part', id, n, piece };
}

const OUTCOMES: readonly unknown[] = ['done', 'failed', 'auth-required'];

/** Exactly one of the ways to answer: nothing at all is no success. */
function readAnswer(message: Wire): NativeAnswer | null {
  const { error, verified, outcome, status } = message;
  const given = [error, verified, outcome, status].filter((one) => one !== undefined);
  if (given.length > 1) return null;
  if (typeof error === 'string') return { kind: 'error', error };
  if (typeof verified === 'boolean') return { kind: 'verified', verified };
  if (isWire(outcome) && OUTCOMES.includes(outcome.kind)) return { kind: 'outcome', outcome };
  const piece = readPiece(message);
  const headers = readHeaders(message.headers ?? {});
  if (
    typeof status === 'number' &&
    Number.isInteger(status) &&
    status >= 200 &&
    status <= 599 &&
    piece &&
    headers
  )
    return { kind: 'response', status, headers, piece };
  return null;
}

function readPiece({ body = '', base64 = false, more = false }: Wire): Piece | null {
  if (typeof body !== 'string' || typeof base64 !== 'boolean' || typeof more !== 'boolean') return null;
  return { body, base64, more };
}

function readHeaders(value: unknown): Headers | null {
  if (!isWire(value)) return null;
  const entries = Object.entries(value);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return null;
  try {
    return new Headers(entries);
  } catch {
    return null;
  }
}

/** Levels of lists and objects within each other: no outcome with a card in it, however deep its items, has more. */
const DEEPEST = 500;

/** Whether a text is nested deeper than any message is; sooner known than parsed, which takes long for a deep one. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function hasPrototypeMember(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeMember))
  );
}
