import type { Fact, Finding } from '../diagnostics/diagnostic.js';
import type { At } from './at.js';
import { contentDigest } from './card-key.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { Card } from './model.js';
import { readCard } from './read-card.js';
import { isChatItem, readChatItem } from './read-chat-item.js';
import { isWire, Reading, type Wire } from './reading.js';
import { signInCard } from './sign-in-card.js';
import { UniqueNames } from './unique-names.js';
import type { UrlPolicy } from './url-policy.js';
import { quote, typeName } from './verdict.js';

export interface ReadOptions {
  /** Which URLs cards may use. */
  readonly urlPolicy?: UrlPolicy;
  /** How much is read; what is left out falls back to the default. */
  readonly limits?: Partial<Limits>;
  /**
   * Languages of the reader, BCP 47, the best first; English when left out. For texts that a connector sends in
   * several languages: `{"en-US": …, "de": …}`.
   */
  readonly languages?: readonly string[];
}

/** What was read, before there are words for what was found. */
export interface ReadResponse {
  readonly cards: Card[];
  /** In the order found, card by card. */
  readonly findings: Finding[];
}

const known = new WeakSet<object>();

/** What `readCards` does, without the sentences: see there. */
export function readResponse(input: unknown, options: ReadOptions = {}): ReadResponse {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const reading = new Reading(options.urlPolicy, limits, () => options.languages ?? ['en']);
  const whole = typeof input === 'string' ? parse(input, reading) : input;
  // A text that is no JSON has its finding by now.
  const all = reading.findings.length ? [] : elements(whole, reading);
  const cards: Card[] = [];
  const places: (At | null)[] = [];
  for (const { value, at, connectorId } of all) {
    if (!isWire(value)) {
      reading.note('not-a-card', at, { got: found(value) });
      continue;
    }
    const read = isChatItem(value) ? readChatItem : readCard;
    cards.push(isCard(value) ? value : read(reading, value, at, connectorId));
    places.push(at);
  }
  const result = distinct(cards, places, reading);
  const { findings, unsaid } = reading;
  if (typeof input === 'string' && input.includes('\ufffd')) reading.note('broken-character', null);
  if (unsaid > 0)
    findings.push({
      code: 'too-many',
      path: [],
      facts: { member: ['findings'], expected: String(limits.findings) },
    });
  return { cards: result, findings };
}

/** Whether a value is a card that `readCards` returned. */
export function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && known.has(value);
}

function parse(text: string, reading: Reading): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    reading.note('json-syntax', null, { got: String(error) });
    return undefined;
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
  if (Object.hasOwn(input, 'objects'))
    return [...signIns(input, reading), ...enveloped(input, 'objects', null, null, reading)];
  if (Object.hasOwn(input, 'results')) return [...signIns(input, reading), ...results(input, reading)];
  const has = (member: string) => Object.hasOwn(input, member);
  if (OF_CONNECTOR.some(has) && !OF_CARD.some(has)) return ofConnector(input, null, reading);
  return [{ value: input, at: null, connectorId: null }];
}

const OF_CONNECTOR = ['cards', 'connector_status', 'backend_status'];
const OF_CARD = ['header', 'body', 'actions'];

/** The aggregated form: cards of several connectors. */
function results(input: Wire, reading: Reading): Element[] {
  const list = input.results;
  const at = { up: null, step: 'results' };
  if (!Array.isArray(list)) {
    reading.note('wrong-type', at, { member: 'results', expected: ['list'], got: typeName(list) });
    return isWire(list) ? ofConnector(list, at, reading) : [];
  }
  if (list.length === 0) reading.note('empty-list', at);
  const all = reading
    .list(input, 'results', null, (result, here) => {
      if (isWire(result)) return ofConnector(result, here, reading);
      reading.note('wrong-type', here, {
        member: 'results',
        expected: ['objects'],
        got: typeName(result),
      });
      return null;
    })
    .flat();
  const { cards } = reading.limits;
  if (all.length > cards) reading.note('too-many', at, { member: ['cards'], expected: String(cards) });
  return all.slice(0, cards);
}

function ofConnector(result: Wire, at: At | null, reading: Reading): Element[] {
  const id = connectorIdOf(result);
  const signIn = signInOf(result);
  // A connector that can't be reached has no cards to send.
  if (signIn.length && result.cards === undefined) return signIn;
  return [...signIn, ...enveloped(result, 'cards', at, id, reading)];
}

function connectorIdOf({ connector_id }: Wire): string | null {
  return typeof connector_id === 'string' ? connector_id : null;
}

/** A card for a connector whose sign-in has lapsed; it comes before the connector's own. */
function signInOf(result: Wire): Element[] {
  const connectorId = connectorIdOf(result);
  const card = signInCard(result, connectorId);
  return card ? [{ value: remembered([card])[0], at: null, connectorId }] : [];
}

/** The first envelope has the states of all connectors in one list, each with or without an object of its own. */
function signIns(input: Wire, reading: Reading): Element[] {
  const { connector_statuses: states } = input;
  if (states === undefined || states === null) return [];
  if (Array.isArray(states))
    return reading.objects(input, 'connector_statuses', null, (state) => signInOf(state)).flat();
  const member = 'connector_statuses';
  reading.note('repaired', { up: null, step: member }, { member, repair: ['left-out'] });
  return [];
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
  const code = list === undefined ? 'missing-member' : 'wrong-type';
  reading.note(code, at, { member, expected: ['list'], got: typeName(list) });
  return isWire(list) ? [{ value: list, at, connectorId }] : [];
}

function listed(
  list: readonly unknown[],
  up: At | null,
  connectorId: string | null,
  reading: Reading,
): Element[] {
  const { cards } = reading.limits;
  if (list.length > cards) reading.note('too-many', up, { member: ['cards'], expected: String(cards) });
  if (list.length === 0) reading.note('empty-list', up);
  return list.slice(0, cards).map((value, i) => ({ value, at: { up, step: i }, connectorId }));
}

/**
 * Two cards of one response must not share what the user does to them. Those with one key but different
 * content get it by their content, whatever their order; real copies stay one card. Chat items that are alike
 * are several all the same, as two equal things in a cart.
 */
function distinct(cards: readonly Card[], places: readonly (At | null)[], reading: Reading): Card[] {
  const shared = sharedKeys(cards);
  if (shared.size === 0) return remembered(cards);
  const digests = cards.map(({ key, source }) => (shared.has(key) ? contentDigest(source) : ''));
  const contents = new Map<string, Set<string>>();
  cards.forEach(({ key }, i) => contents.set(key, (contents.get(key) ?? new Set()).add(digests[i] ?? '')));
  const met = new Map<string, number>();
  const copies = new UniqueNames();
  const result = cards.map((card, i) => {
    const { key } = card;
    if (known.has(card)) return card;
    met.set(key, (met.get(key) ?? 0) + 1);
    const same = contents.get(key)?.size === 1;
    if (same && card.chat) return { ...card, key: copies.take(key) };
    // Said once, however many there are.
    if (met.get(key) === 2) reading.note('same-card-twice', places[i] ?? null, { got: quote(key) });
    if (same) return card;
    const own = `${key}/${digests[i] ?? ''}`;
    return { ...card, key: card.chat ? copies.take(own) : own };
  });
  return remembered(result);
}

function sharedKeys(cards: readonly Card[]): Set<string> {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const { key } of cards) (once.has(key) ? shared : once).add(key);
  return shared;
}

function remembered(cards: readonly Card[]): Card[] {
  for (const card of cards) known.add(card);
  return [...cards];
}

function found(value: unknown): Fact {
  return typeof value === 'string' ? ['the-text', quote(value)] : typeName(value);
}
