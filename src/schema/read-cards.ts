import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { explained } from '../diagnostics/explain.js';
import type { Card } from './model.js';
import { readResponse, type ReadOptions } from './read-response.js';

/** What was read, and what there is to say about it. */
export interface ReadResult {
  readonly cards: Card[];
  /** In the order found, card by card. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads what a connector sent: validates it, repairs what can be repaired, and says what it found.
 *
 * @param input - JSON text or a value: a card, a list of cards, `{objects: […]}`, or
 *   `{results: [{connector_id, cards, connector_status}]}`. Each may be a chat item in place of a card. Cards that
 *   this function returned are taken as they are. Not changed.
 * @returns the cards that can be drawn, in their order, and every finding. A fault costs the part it is in.
 *   No `error` among the findings means that the published schemas, of cards and of chat items, accept the input.
 *   Never throws.
 */
export function readCards(input: unknown, options?: ReadOptions): ReadResult {
  const { cards, findings } = readResponse(input, options);
  return { cards, diagnostics: explained(findings, input) };
}
