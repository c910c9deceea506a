import { readResponse, type ReadOptions, type ReadResponse } from '../schema/read-response.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { languageOf } from './language.js';

/** Reads what an element is given, which may be nothing. Its language is only looked up for a text that comes in several. */
export function readInput(element: Element, input: unknown, urlPolicy: UrlPolicy | undefined): ReadResponse {
  if (input === undefined || input === null) return { cards: [], findings: [], failed: [] };
  const options: ReadOptions = {
    ...(urlPolicy && { urlPolicy }),
    get languages() {
      return [languageOf(element)];
    },
  };
  return readResponse(input, options);
}
