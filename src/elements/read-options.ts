import type { ReadOptions } from '../schema/read-response.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { languageOf } from './language.js';

/** How an element reads what it is given. Its language is only looked up for a text that comes in several. */
export function readOptions(element: Element, urlPolicy: UrlPolicy | undefined): ReadOptions {
  return {
    ...(urlPolicy && { urlPolicy }),
    get languages() {
      return [languageOf(element)];
    },
  };
}
