import { TIME_LIMIT, timeLimitOf } from './time-limit.js';

/** What a page that polls needs to know of itself. */
export interface PageLife {
  /** Whether it can be seen and is online. */
  readonly isAwake: boolean;
  /** Calls back when that may have changed, and when the page comes back from sleep. Returns what ends it. */
  watch(changed: () => void): () => void;
}

/** Where the data comes from, and who wants it. */
export interface PollingPlace {
  /** May take as long as it wants: `signal` aborts when nobody waits for it any more. */
  load(signal: AbortSignal): Promise<unknown>;
  /** The newest answer. */
  took(data: unknown): void;
  /** A load has begun or ended. */
  changed(): void;
}

/** Milliseconds. Who loads more often than this has mistaken the unit. */
const SHORTEST_POLL = 1000;

/** Milliseconds after the first failure. */
const FIRST_WAIT = 5000;

/** Milliseconds after many failures. */
const LONGEST_WAIT = 300_000;

/** Milliseconds. What a server asks for beyond this is a mistake. */
const LONGEST_RETRY_AFTER = 86_400_000;

/** Milliseconds until the time is looked at again: the clock of a timer stands still while a computer sleeps. */
const HEARTBEAT = 10_000;

/**
 * Loads once or again and again, one at a time. Only the answer to the newest load is taken; after a failure it waits
 * longer each time; while the page is hidden or offline it waits for the page.
 */
export class Polling {
  readonly #place: PollingPlace;
  readonly #page: PageLife;
  #poll = 0;
  /** Milliseconds that one load may take; 0 for as long as it takes. */
  timeLimit = TIME_LIMIT;

  #on = false;
  #run: { readonly abort: AbortController; ended: Promise<void> } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unwatch: (() => void) | null = null;
  /** When the last load ended. */
  #since = 0;
  #failure: object | null = null;
  /** Failures that make the wait longer. */
  #failures = 0;
  #retryAfter = 0;
  /** Of the wait, so that not all pages come back to a server at once. */
  #share = 1;
  /** The page has come back since the last load began: what failed may well work now. */
  #cameBack = false;

  constructor(place: PollingPlace, page: PageLife) {
    this.#place = place;
    this.#page = page;
  }

  /** Milliseconds between the end of a load and the next one, 1,000 at least; 0 for never. */
  get poll(): number {
    return this.#poll;
  }

  set poll(poll: number) {
    const next = poll > 0 ? Math.max(poll, SHORTEST_POLL) : 0;
    if (next === this.#poll) return;
    this.#poll = next;
    this.watch();
    this.#plan();
  }

  get isLoading(): boolean {
    return this.#run !== null;
  }

  /** What the last load failed with. It stands until the next success, also while it is tried again. */
  get failure(): object | null {
    return this.#failure;
  }

  /** From now on, at once, from the beginning: what is on its way is given up. */
  start(): void {
    this.stop();
    this.#on = true;
    this.watch();
    this.#begin();
  }

  /** Gives up what is on its way, and everything else. */
  stop(): void {
    this.#on = false;
    this.#failure = null;
    this.#resetWait();
    this.watch();
    clearTimeout(this.#timer);
    const run = this.#run;
    this.#run = null;
    run?.abort.abort();
  }

  /**
   * Loads now, or waits for the load that is under way.
   *
   * @returns when nothing is loading any more. Never rejects: see {@link failure}.
   */
  async refresh(): Promise<void> {
    this.#resetWait();
    if (!this.#run) this.#begin();
    // It may have been given up for one from another place.
    while (this.#run) await this.#run.ended;
  }

  /** Watches the page that it is in now, if it has to. */
  watch(): void {
    this.#unwatch?.();
    this.#unwatch = this.#on && this.#poll ? this.#page.watch(this.#pageChanged) : null;
  }

  readonly #pageChanged = () => {
    if (this.#page.isAwake) this.#cameBack = true;
    this.#plan();
  };

  #resetWait(): void {
    this.#failures = this.#retryAfter = 0;
  }

  get #wait(): number {
    if (!this.#failures) return this.#poll;
    const first = Math.max(this.#poll, FIRST_WAIT);
    const wait = this.#cameBack
      ? Math.min(this.#poll, FIRST_WAIT)
      : Math.min(first * 2 ** (this.#failures - 1), Math.max(this.#poll, LONGEST_WAIT)) * this.#share;
    return Math.max(Math.ceil(wait), this.#retryAfter);
  }

  /** Loads when it is time, or looks again later. */
  #plan(): void {
    clearTimeout(this.#timer);
    if (!this.#on || !this.#poll || this.#run || !this.#page.isAwake) return;
    const waited = Date.now() - this.#since;
    // A clock that was set back does not tell how long it has been.
    const left = waited < 0 ? 0 : this.#wait - waited;
    if (left <= 0) this.#begin();
    else this.#timer = setTimeout(() => this.#plan(), Math.min(left, HEARTBEAT));
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#cameBack = false;
    const abort = new AbortController();
    this.#run = { abort, ended: Promise.resolve() };
    this.#run.ended = this.#load(abort);
    this.#place.changed();
  }

  async #load(abort: AbortController): Promise<void> {
    const { signal } = abort;
    const isNewest = () => this.#run?.abort === abort;
    const timer = setTimeout(
      () => abort.abort(new DOMException('No answer in time', 'TimeoutError')),
      timeLimitOf(this.timeLimit),
    );
    try {
      const data = await untilAborted(this.#place.load(signal), signal);
      if (!isNewest()) return;
      this.#failure = null;
      this.#resetWait();
      this.#place.took(data);
    } catch (error) {
      if (isNewest()) this.#fail(error);
    } finally {
      clearTimeout(timer);
    }
    if (!isNewest()) return;
    this.#run = null;
    this.#since = Date.now();
    this.#plan();
    this.#place.changed();
  }

  #fail(error: unknown): void {
    // Anything may be thrown.
    const failure = Object(error) as { readonly retryAfter?: unknown };
    this.#failure = failure;
    this.#failures++;
    this.#retryAfter = Math.min(Number(failure.retryAfter) || 0, LONGEST_RETRY_AFTER);
    this.#share = 0.75 + Math.random() / 4;
  }
}

/** Whoever loads need not heed the signal. */
function untilAborted(answer: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  const given = new Promise<never>((_, reject) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is the signal's own
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([answer, given]);
}
