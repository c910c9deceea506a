import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { jsonSyntaxDiagnostic } from '../diagnostics/json-syntax.js';
import { located } from '../diagnostics/locate.js';
import { contentDigest } from './card-key.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { Card } from './model.js';
import { isWire, Reading, type At, type Wire } from './reading.js';
import { readCard } from './read-card.js';
import type { UrlPolicy } from './url-policy.js';
import { quote, typeName } from './verdict.js';

export interface ReadOptions {
  /** Which URLs cards may use. */
  readonly urlPolicy?: UrlPolicy;
  /** How much is read; what is left out falls back to the default. */
  readonly limits?: Partial<Limits>;
}

export interface ReadResult {
  readonly cards: Card[];
  /** In the order found, card by card. */
  readonly diagnostics: Diagnostic[];
}

const known = new WeakSet<object>();

/**
 * Reads what a connector sent: validates it, repairs what can be repaired, and says what it found.
 *
 * @param input - JSON text or a value: a card, a list of cards, `{objects: […]}`, or
 *   `{results: [{connector_id, cards}]}`. Cards that this function returned are taken as they are.
 *   Not changed.
 * @returns the cards that can be drawn, in their order, and every finding. A fault costs the part it is in.
 *   No `error` among the findings means that the published card schema accepts the input. Never throws.
 */
export function readCards(input: unknown, options: ReadOptions = {}): ReadResult {
  const reading = new Reading(options.urlPolicy, { ...DEFAULT_LIMITS, ...options.limits });
  const parsed = typeof input === 'string' ? parse(input) : { value: input, diagnostics: [] };
  if (parsed.diagnostics.length) return { cards: [], diagnostics: parsed.diagnostics };
  const cards: Card[] = [];
  for (const { value, at, connectorId } of elements(parsed.value, reading)) {
    if (isCard(value)) cards.push(value);
    else if (isWire(value)) cards.push(readCard(reading, value, at, connectorId));
    else reading.note('not-a-card', at, { got: found(value) });
  }
  const result = distinct(cards, reading);
  const { diagnostics } = reading;
  return {
    cards: result,
    diagnostics: typeof input === 'string' ? located(input, diagnostics) : diagnostics,
  };
}

/** Whether a value is a card that {@link readCards} returned. */
export function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && known.has(value);
}

function parse(text: string): { value: unknown; diagnostics: Diagnostic[] } {
  try {
    return {
      value: JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown,
      diagnostics: [],
    };
  } catch (error) {
    const fault = jsonSyntaxDiagnostic(text) ?? diagnostic('json-syntax', [], { got: String(error) });
    return { value: undefined, diagnostics: [fault] };
  }
}

interface Element {
  readonly value: unknown;
  readonly at: At | null;
  readonly connectorId: string | null;
}

/** What may be a card, whatever envelope it came in. */
function elements(input: unknown, reading: Reading): Element[] {
  if (isCard(input)) return [{ value: input, at: null, connectorId: null }];
  if (Array.isArray(input)) return listed(input, null, null, reading);
  if (!isWire(input)) {
    reading.note('not-a-card', null, { got: found(input) });
    return [];
  }
  if (Object.hasOwn(input, 'objects')) return enveloped(input, 'objects', null, null, reading);
  if (Object.hasOwn(input, 'results')) return results(input, reading);
  if (Object.hasOwn(input, 'cards') && !looksLikeCard(input))
    return enveloped(input, 'cards', null, null, reading);
  return [{ value: input, at: null, connectorId: null }];
}

function looksLikeCard(input: Wire): boolean {
  return ['header', 'body', 'actions'].some((member) => Object.hasOwn(input, member));
}

/** The aggregated form: cards of several connectors. */
function results(input: Wire, reading: Reading): Element[] {
  const list = input.results;
  const at = { up: null, step: 'results' };
  if (!Array.isArray(list)) {
    reading.note('wrong-type', at, { member: 'results', expected: 'a list', got: typeName(list) });
    return isWire(list) ? ofConnector(list, at, reading) : [];
  }
  if (list.length === 0) reading.note('empty-list', at);
  return reading
    .list(input, 'results', null, (result, here) => {
      if (isWire(result)) return ofConnector(result, here, reading);
      reading.note('wrong-type', here, {
        member: 'results',
        expected: 'a list of objects',
        got: typeName(result),
      });
      return null;
    })
    .flat();
}

function ofConnector(result: Wire, at: At, reading: Reading): Element[] {
  const id = result.connector_id;
  return enveloped(result, 'cards', at, typeof id === 'string' ? id : null, reading);
}

function enveloped(
  envelope: Wire,
  member: string,
  up: At | null,
  connectorId: string | null,
  reading: Reading,
): Element[] {
  const list = envelope[member];
  const at = { up, step: member };
  if (Array.isArray(list)) return listed(list, at, connectorId, reading);
  reading.note('wrong-type', at, { member, expected: 'a list', got: typeName(list) });
  return isWire(list) ? [{ value: list, at, connectorId }] : [];
}

function listed(
  list: readonly unknown[],
  up: At | null,
  connectorId: string | null,
  reading: Reading,
): Element[] {
  const { cards } = reading.limits;
  if (list.length > cards) reading.note('too-many', up, { member: 'the cards', expected: String(cards) });
  if (list.length === 0) reading.note('empty-list', up);
  return list.slice(0, cards).map((value, i) => ({ value, at: { up, step: i }, connectorId }));
}

/**
 * Two cards of one response must not share what the user does to them. Those with one key but different
 * content get it by their content, whatever their order; real copies stay one card.
 */
function distinct(cards: readonly Card[], reading: Reading): Card[] {
  const byKey = new Map<string, Card[]>();
  for (const card of cards) {
    const same = byKey.get(card.key);
    if (same) same.push(card);
    else byKey.set(card.key, [card]);
  }
  const result = cards.map((card) => {
    const same = byKey.get(card.key) ?? [];
    if (same.length === 1 || known.has(card)) return card;
    const digest = contentDigest(card.source);
    if (same.every((other) => contentDigest(other.source) === digest)) return card;
    if (card === same[0]) reading.note('same-card-twice', null, { got: quote(card.key) });
    return { ...card, key: `${card.key}/${digest}` };
  });
  for (const card of result) known.add(card);
  return result;
}

function found(value: unknown): string {
  return typeof value === 'string' ? `the text ${quote(value)}` : typeName(value);
}
