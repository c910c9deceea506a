import type { Messages } from '../messages/en.js';
import {
  readResponse,
  ResponseReading,
  type ReadOptions,
  type ReadResponse,
} from '../schema/read-response.js';
import type { UrlPolicy } from '../schema/url-policy.js';

/** What reading needs of the element that is given something. */
export interface ReaderPlace {
  readonly currentMessages: Messages;
  readonly language: string;
}

/** Reads what an element is given, in the language of its reader. */
export class InputReader {
  readonly #place: ReaderPlace;
  /** What of the reader has gone into what was read; `null` for nothing. */
  #usedMessages: Messages | null = null;
  #usedLanguage: string | null = null;

  constructor(place: ReaderPlace) {
    this.#place = place;
  }

  /** Whether what was read would be read otherwise by now: in another language, or with other words. */
  get isStale(): boolean {
    return (
      (this.#usedMessages !== null && this.#usedMessages !== this.#place.currentMessages) ||
      (this.#usedLanguage !== null && this.#usedLanguage !== this.#place.language)
    );
  }

  /** What was read before does not count any more. */
  forget(): void {
    this.#usedMessages = null;
    this.#usedLanguage = null;
  }

  read(input: unknown, urlPolicy: UrlPolicy | undefined): ReadResponse {
    return isNothing(input)
      ? { cards: [], findings: [], failed: [] }
      : readResponse(input, this.#options(urlPolicy));
  }

  /** The same, bit by bit; `null` when there is nothing. */
  begin(input: unknown, urlPolicy: UrlPolicy | undefined): ResponseReading | null {
    return isNothing(input) ? null : new ResponseReading(input, this.#options(urlPolicy));
  }

  /** The language is only looked up for a text that comes in several, words for what has none. */
  #options(urlPolicy: UrlPolicy | undefined): ReadOptions {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- its members are read when they are needed
    const reader = this;
    return {
      ...(urlPolicy && { urlPolicy }),
      get languages() {
        return [(reader.#usedLanguage = reader.#place.language)];
      },
      get words() {
        return (reader.#usedMessages = reader.#place.currentMessages);
      },
    };
  }
}

/** Whether no card was given at all. */
export function isNothing(input: unknown): input is null | undefined {
  return input === undefined || input === null;
}
