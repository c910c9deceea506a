import {
  readResponse,
  ResponseReading,
  type ReadOptions,
  type ReadResponse,
} from '../schema/read-response.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { languageOf } from './language.js';

/** Reads what an element is given, which may be nothing. */
export function readInput(element: Element, input: unknown, urlPolicy: UrlPolicy | undefined): ReadResponse {
  return isNothing(input)
    ? { cards: [], findings: [], failed: [] }
    : readResponse(input, readOptions(element, urlPolicy));
}

/** The same, bit by bit; `null` when there is nothing. */
export function beginReading(
  element: Element,
  input: unknown,
  urlPolicy: UrlPolicy | undefined,
): ResponseReading | null {
  return isNothing(input) ? null : new ResponseReading(input, readOptions(element, urlPolicy));
}

function isNothing(input: unknown): boolean {
  return input === undefined || input === null;
}

/** Its language is only looked up for a text that comes in several. */
function readOptions(element: Element, urlPolicy: UrlPolicy | undefined): ReadOptions {
  return {
    ...(urlPolicy && { urlPolicy }),
    get languages() {
      return [languageOf(element)];
    },
  };
}
