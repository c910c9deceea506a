import type { Attachment } from '../schema/model.js';
import { cardsOf } from '../state/cards-answer.js';
import { LONGEST_TIMER } from '../state/longest-timer.js';
import { openChannel, type BridgeWay } from './bridge-channels.js';
import {
  readMessage,
  writeMessage,
  type BridgeCall,
  type BridgeRefusal,
  type NativeAnswer,
  type NativeMessage,
  type PageMessage,
  type Piece,
} from './bridge-messages.js';
import { followHeight } from './follow-height.js';
import { legacyTransport, type LegacyWay } from './legacy.js';
import type { ActionAnswer, Transport } from './transport.js';

/** How much the bridge takes, and how long it waits. */
export interface BridgeOptions {
  /** Characters that one message of the native side may have; 524,288 by default. */
  readonly limit?: number;
  /** Bytes that a body in parts may have in all; 104,857,600 by default. */
  readonly bodyLimit?: number;
  /** Milliseconds until the native side must have answered the greeting; 10,000 by default. */
  readonly timeout?: number;
  /** Told of each message that was not taken. */
  readonly refused?: (why: BridgeRefusal) => void;
}

/** A transport over a bridge, and what else the bridge can do. */
export interface BridgeTransport extends Required<Omit<Transport, 'attachment'>> {
  /** Missing once the native side has said that it gets no files: their links open as they are. */
  attachment?(attachment: Attachment, options: { signal: AbortSignal }): Promise<Response>;
  /** Tells the native side how high an element is, and goes on telling; the whole page by default. Returns what ends it. */
  reportHeight(element?: Element): () => void;
  /** Ends it: what is waited for fails. */
  close(): void;
}

/**
 * Sends actions, and gets cards and files, through the native code or the page round a web view or frame.
 *
 * Nothing is taken from the other side but the answer to a question, once, in a session that both have agreed on; the
 * rest is dropped, and told to `refused`. `mfa_required` actions go only where the native side says that it verifies
 * who the user is.
 *
 * @throws TypeError when the way is not there.
 */
export function bridgeTransport(way: BridgeWay & BridgeOptions): BridgeTransport;
export function bridgeTransport(way: LegacyWay): Transport & { close(): void };
export function bridgeTransport(
  way: (BridgeWay & BridgeOptions) | LegacyWay,
): BridgeTransport | (Transport & { close(): void }) {
  return way.over === 'legacy' ? legacyTransport(way) : new Bridge(way);
}

const CLOSED = 'The bridge is closed';

/** Milliseconds between two greetings: the first time, and at most. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 1000;

/** A question that waits for its answer. */
interface Waiting {
  readonly id: string;
  readonly call: BridgeCall;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
  /** Nothing more is waited for. */
  end(): void;
  /** Of a body, once it has begun. */
  body: ReadableStreamDefaultController<Uint8Array> | null;
  parts: number;
  bytes: number;
}

class Bridge implements BridgeTransport {
  attachment?: NonNullable<BridgeTransport['attachment']> = this.#file;
  readonly #options: Required<Omit<BridgeOptions, 'refused'>> & BridgeOptions;
  readonly #channel: ReturnType<typeof openChannel>;
  readonly #waiting = new Map<string, Waiting>();
  readonly #heights = new Set<() => void>();
  #session = '';
  #welcome: ((calls: readonly BridgeCall[]) => void) | null = null;
  /** Ends the greeting; once it is over this does nothing. */
  #leave: (why: Error) => void = () => undefined;
  #connection: Promise<readonly BridgeCall[]> | null = null;
  #open = false;
  #closed = false;
  #height: number | null = null;
  #ids = 0;

  constructor(way: BridgeWay & BridgeOptions) {
    this.#options = { limit: 524_288, bodyLimit: 104_857_600, timeout: 10_000, ...way };
    this.#channel = openChannel(way, {
      receive: (data) => this.#receive(data),
      refuse: (why) => this.#refuse(why),
    });
    // The other side learns that the page is there; who asks is told when it does not answer.
    this.#connect().catch(() => undefined);
  }

  submit(request: unknown, { signal }: { signal: AbortSignal }): Promise<ActionAnswer> {
    // Read by the card as any host's own outcome is: it trusts no member of it.
    return this.#ask('submit', request, signal) as Promise<ActionAnswer>;
  }

  async load({ signal, src }: { signal: AbortSignal; src?: string | null }): Promise<string> {
    return cardsOf((await this.#ask('load', src ? { src } : null, signal)) as Response);
  }

  #file(attachment: unknown, { signal }: { signal: AbortSignal }): Promise<Response> {
    return this.#ask('attachment', attachment, signal) as Promise<Response>;
  }

  verifyIdentity(request: unknown, { signal } = new AbortController()): Promise<boolean> {
    return this.#ask('verify', request, signal).catch(() => false) as Promise<boolean>;
  }

  reportHeight(element: Element = document.documentElement): () => void {
    const stop = followHeight(element, (height) => {
      this.#height = height;
      if (this.#open) this.#post({ type: 'resize', height });
    });
    const end = () => {
      stop();
      this.#heights.delete(end);
    };
    this.#heights.add(end);
    return end;
  }

  close(): void {
    if (this.#closed) return;
    for (const question of [...this.#waiting.values()]) this.#cancel(question, new Error(CLOSED));
    this.#part(CLOSED);
    this.#closed = true;
    this.#channel.close();
    for (const end of [...this.#heights]) end();
  }

  /** What is asked after that greets anew. */
  #part(why: string): void {
    this.#open = false;
    this.#connection = null;
    const reason = new Error(why);
    this.#leave(reason);
    for (const { reject } of [...this.#waiting.values()]) reject(reason);
  }

  /** Greets until it is greeted back, as the other side may begin later. */
  #connect(): Promise<readonly BridgeCall[]> {
    this.#connection ??= new Promise<readonly BridgeCall[]>((resolve, reject) => {
      if (this.#closed) throw new Error(CLOSED);
      this.#session = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
        part.toString(16).padStart(8, '0'),
      ).join('');
      const late = setTimeout(
        () => this.#part('The native side does not answer'),
        Math.min(this.#options.timeout, LONGEST_TIMER),
      );
      let again: ReturnType<typeof setTimeout> | undefined;
      const greet = (pause: number) => {
        // First, as the other side may greet back before this returns.
        again = setTimeout(greet, pause, Math.min(pause * 2, LONGEST_PAUSE));
        this.#post({ type: 'hello' });
      };
      const end = () => {
        clearTimeout(late);
        clearTimeout(again);
        this.#welcome = null;
      };
      this.#leave = (why) => {
        end();
        reject(why);
      };
      this.#welcome = (calls) => {
        end();
        this.#open = true;
        if (calls.includes('attachment')) this.attachment = this.#file;
        else delete this.attachment;
        resolve(calls);
        if (this.#height !== null) this.#post({ type: 'resize', height: this.#height });
      };
      greet(FIRST_PAUSE);
    });
    return this.#connection;
  }

  /** @returns what is in the answer, which is of a kind that the call takes. */
  async #ask(call: BridgeCall, data: unknown, signal: AbortSignal): Promise<unknown> {
    const calls = await untilAborted(this.#connect(), signal);
    if (!calls.includes(call)) throw new Error(`The native side does not take "${call}"`);
    if (this.#closed) throw new Error(CLOSED);
    const id = String(++this.#ids);
    return new Promise((resolve, reject) => {
      const giveUp = () => this.#cancel(question, signal.reason);
      const question: Waiting = {
        id,
        call,
        body: null,
        parts: 0,
        bytes: 0,
        resolve,
        reject: (reason) => {
          question.end();
          question.body?.error(reason);
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is the signal's own
          reject(reason);
        },
        end: () => {
          this.#waiting.delete(id);
          signal.removeEventListener('abort', giveUp);
        },
      };
      this.#waiting.set(id, question);
      signal.addEventListener('abort', giveUp);
      this.#post({ type: 'request', id, call, data }, (cause) =>
        question.reject(new Error(`The native side does not take "${call}": ${String(cause)}`)),
      );
    });
  }

  /** Nobody waits for it any more. */
  #cancel(question: Waiting, why: unknown): void {
    question.reject(why);
    this.#post({ type: 'cancel', id: question.id });
  }

  /** @param failed - told when it was not taken: native code may throw, or reply with, any error. */
  #post(message: PageMessage, failed: (cause: unknown) => void = () => undefined): void {
    if (this.#closed) return;
    new Promise((resolve) => {
      resolve(this.#channel.post(writeMessage(this.#session, message)));
    }).catch(failed);
  }

  #receive(data: unknown): void {
    if (this.#closed) return;
    const message =
      this.#welcome || this.#open ? readMessage(data, this.#session, this.#options.limit) : 'unexpected';
    const refusal = typeof message === 'string' ? message : this.#take(message);
    if (refusal) this.#refuse(refusal);
  }

  /** @returns why it was not taken. */
  #take(message: NativeMessage): BridgeRefusal | null {
    if (message.type === 'welcome') {
      if (!this.#welcome) return 'unexpected';
      this.#welcome(message.calls);
      return null;
    }
    if (message.type === 'goodbye') {
      if (!this.#open) return 'unexpected';
      this.#part('The native side has gone');
      return null;
    }
    const question = this.#waiting.get(message.id);
    if (!question) return 'unexpected';
    if (message.type === 'part') {
      if (!question.body || message.n !== question.parts + 1) return 'unexpected';
      question.parts++;
      return this.#addPiece(question, message.piece);
    }
    if (question.body) return 'unexpected';
    return this.#settle(question, message.answer);
  }

  #settle(question: Waiting, answer: NativeAnswer): BridgeRefusal | null {
    if (answer.kind === 'error') {
      question.reject(new Error(answer.error));
      return null;
    }
    if (!TAKES[question.call].includes(answer.kind)) return 'shape';
    if (answer.kind !== 'response') {
      question.end();
      question.resolve(answer.kind === 'verified' ? answer.verified : answer.outcome);
      return null;
    }
    const { status, headers, piece } = answer;
    if (!decode(piece)) return 'shape';
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        question.body = controller;
      },
      cancel: () => {
        question.end();
        this.#post({ type: 'cancel', id: question.id });
      },
    });
    const empty = [204, 205, 304].includes(status);
    question.resolve(new Response(empty ? null : body, { status, headers }));
    return this.#addPiece(question, piece);
  }

  #addPiece(question: Waiting, piece: Piece): BridgeRefusal | null {
    const bytes = decode(piece);
    if (!bytes) {
      // Without it the rest would pass for the whole.
      this.#cancel(question, new Error('A part of the body is not base64'));
      return 'shape';
    }
    question.bytes += bytes.byteLength;
    if (question.bytes > this.#options.bodyLimit) {
      this.#cancel(question, new Error('The body is too long'));
      return 'too-much';
    }
    if (bytes.byteLength) question.body?.enqueue(bytes);
    if (!piece.more) {
      question.end();
      question.body?.close();
    }
    return null;
  }

  #refuse(why: BridgeRefusal): void {
    try {
      this.#options.refused?.(why);
    } catch (error) {
      // Whoever sends nonsense must not be able to make the page throw; its developer still sees it.
      console.warn('bridgeTransport: refused() has thrown', error);
    }
  }
}

/** Which kinds of answer a question takes. */
const TAKES: Readonly<Record<BridgeCall, readonly NativeAnswer['kind'][]>> = {
  submit: ['outcome', 'response'],
  load: ['response'],
  attachment: ['response'],
  verify: ['verified'],
};

/** `null` for what is no base64. */
function decode({ body, base64 }: Piece): Uint8Array<ArrayBuffer> | null {
  if (!base64) return new TextEncoder().encode(body);
  try {
    const binary = atob(body);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    return null;
  }
}

function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is the signal's own
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
