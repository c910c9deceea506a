import type { Card } from '../schema/model.js';
import type { ReadResponse, ResponseReading } from '../schema/read-response.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { aboutByUrgency } from '../state/feed-order.js';
import type { InputReader } from './read-input.js';
import { whenIdle, type Slice } from './when-idle.js';

/** Of more cards, those that come first are looked for before they are read. */
const MANY = 200;

/** Milliseconds of reading after which the page gets a turn. */
const AT_ONCE = 8;

/** What becomes of what is read. */
export interface FeedReadingOwner {
  /** These can be shown while the rest is being read. */
  began(cards: readonly Card[]): void;
  /** All of it. */
  took(response: ReadResponse, input: unknown): void;
}

export interface FeedReadingOptions {
  readonly urlPolicy: UrlPolicy | undefined;
  /** Whether nothing is shown yet: then cards are wanted before all are read. */
  readonly isFirst: boolean;
  /** Whether the most urgent ones are read first. */
  readonly byUrgency: boolean;
}

/** Reads what a feed is given: a long response bit by bit, what comes first being read first. */
export class FeedReading {
  readonly #reader: InputReader;
  readonly #owner: FeedReadingOwner;
  /** What is being read, and how much of it was shown last. */
  #current: {
    readonly of: ResponseReading;
    readonly input: unknown;
    readonly isFirst: boolean;
    shown: number;
  } | null = null;
  #slice: Slice | null = null;

  constructor(reader: InputReader, owner: FeedReadingOwner) {
    this.#reader = reader;
    this.#owner = owner;
  }

  get isUnderWay(): boolean {
    return this.#current !== null;
  }

  start(input: unknown, { urlPolicy, isFirst, byUrgency }: FeedReadingOptions): void {
    this.pause();
    this.#current = null;
    this.#reader.forget();
    const reading = this.#reader.begin(input, urlPolicy);
    if (!reading) {
      this.#owner.began([]);
      this.#owner.took({ cards: [], findings: [], failed: [] }, input);
      return;
    }
    this.#current = { of: reading, input, isFirst, shown: 0 };
    if (reading.size <= MANY) {
      this.#readOn(() => false);
      return;
    }
    if (byUrgency) reading.sort(aboutByUrgency);
    const start = performance.now();
    this.#readOn(() => reading.done % 20 === 0 && performance.now() - start > AT_ONCE);
  }

  pause(): void {
    this.#slice?.cancel();
  }

  resume(): void {
    if (this.#current) this.#slice = whenIdle((left) => this.#readOn(() => left() <= 0));
  }

  #readOn(stop: () => boolean): void {
    const reading = this.#current;
    if (!reading) return;
    const { of, input } = reading;
    of.read(stop);
    if (of.done === of.size) {
      this.#current = null;
      this.#owner.took(of.result(), input);
      return;
    }
    // Half read, it says too little to be merged with what is there. Arranging them takes its time, so it is done seldom.
    if (reading.isFirst && of.done >= 2 * reading.shown) {
      const { cards } = of.result();
      reading.shown = cards.length;
      this.#owner.began(cards);
    }
    this.resume();
  }
}
