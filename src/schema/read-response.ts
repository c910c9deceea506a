import type { Fact, Finding, Path } from '../diagnostics/diagnostic.js';
import { contentDigest } from './card-key.js';
import { quote, typeName } from './facts.js';
import { DEEPEST, DEFAULT_LIMITS, type Limits } from './limits.js';
import type { Card } from './model.js';
import { card } from './read-card.js';
import { chatItem, isChatItem } from './read-chat-item.js';
import { within } from './read-values.js';
import { Reading, type FailedConnector } from './reading.js';
import { signInCard } from './sign-in-card.js';
import { ownWords, type OwnWords } from './own-words.js';
import { UniqueNames } from './unique-names.js';
import type { UrlPolicy } from './url-policy.js';
import { isWire, type Wire } from './wire.js';

/** How cards are read. */
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
  /** What is said where the wire has no words, English when left out: the texts of a language have them. */
  readonly words?: OwnWords;
}

/** What was read, before there are words for what was found. */
export interface ReadResponse {
  readonly cards: Card[];
  /** In the order found, card by card. */
  readonly findings: Finding[];
  /** Connectors whose answer says that something went wrong there; a sign-in that has lapsed has a card instead. */
  readonly failed: readonly FailedConnector[];
}

const known = new WeakSet<object>();

/** What `readCards` does, without the sentences: see there. */
export function readResponse(input: unknown, options: ReadOptions = {}): ReadResponse {
  const reading = new ResponseReading(input, options);
  reading.read();
  return reading.result();
}

/** What may be a card, and where it lies. */
interface Entry {
  readonly value: unknown;
  readonly path: Path;
  readonly connectorId: string | null;
}

/** The reading of a response, which can be done bit by bit. */
export class ResponseReading {
  readonly #input: unknown;
  readonly #reading: Reading;
  readonly #entries: Entry[] = [];
  /** By the place of their entries. */
  readonly #cards: (Card | undefined)[] = [];
  /** Those that were cards already. */
  readonly #given = new Set<Card>();
  #order: readonly number[] | null = null;
  #next = 0;

  constructor(input: unknown, options: ReadOptions = {}) {
    this.#input = input;
    const limits = withDefaults(options.limits);
    const reading = new Reading(
      options.urlPolicy,
      limits,
      () => options.languages ?? ['en'],
      () => options.words ?? ownWords,
    );
    this.#reading = reading;
    let room = limits.cards;
    /** @returns whether there is room for another one. */
    const take = (value: unknown) => {
      if (room === 0) return false;
      if (isWire(value)) room--;
      const { connectorId } = reading;
      this.#entries.push(asOnTheWire({ value, path: reading.here(), connectorId }, reading.words));
      return true;
    };
    const whole = typeof input === 'string' ? parse(input, reading) : input;
    // A text that is no JSON has its finding by now.
    if (reading.findings.length === 0) readWhole(whole, reading, take);
  }

  /** How many cards there may be. */
  get size(): number {
    return this.#entries.length;
  }

  /** How many of them have been read, or found to be none. */
  get done(): number {
    return this.#next;
  }

  /** Has those read first that come first by their wire JSON. */
  sort(compare: (a: unknown, b: unknown) => number): void {
    const entries = this.#entries;
    this.#order = [...entries.keys()].sort((a, b) => compare(entries[a]?.value, entries[b]?.value));
  }

  /** Reads on, until there is nothing left or `stop` says so. */
  read(stop: () => boolean = () => false): void {
    const reading = this.#reading;
    while (this.#next < this.#entries.length && !(this.#next > 0 && stop())) {
      const place = this.#order?.[this.#next] ?? this.#next;
      this.#next++;
      const entry = this.#entries[place];
      if (!entry) continue;
      const { value, path, connectorId } = entry;
      reading.moveTo(path);
      reading.connectorId = connectorId;
      if (isCard(value)) {
        this.#cards[place] = value;
        this.#given.add(value);
      } else if (isWire(value) && !builtIn(value)) this.#cards[place] = readOne(value, reading);
      else reading.note('not-a-card', { got: found(value) });
    }
    reading.moveTo([]);
    reading.connectorId = null;
  }

  /** What has been read so far; cards in the order of the response. */
  result(): ReadResponse {
    const reading = this.#reading;
    const cards: Card[] = [];
    const places: Path[] = [];
    this.#cards.forEach((card, i) => {
      if (!card) return;
      cards.push(card);
      places.push(this.#entries[i]?.path ?? []);
    });
    if (this.#next < this.#entries.length) return { cards: remembered(cards), findings: [], failed: [] };
    const result = distinct(cards, places, this.#given, reading);
    const { findings, unsaid, failed } = reading;
    if (typeof this.#input === 'string' && this.#input.includes('\ufffd')) reading.note('broken-character');
    if (unsaid > 0)
      findings.push({
        code: 'too-many',
        path: [],
        facts: { member: ['findings'], expected: String(reading.limits.findings) },
      });
    return { cards: result, findings, failed };
  }
}

function withDefaults(given: Partial<Limits> = {}): Limits {
  const limits = { ...DEFAULT_LIMITS, ...given };
  // One less, so that what is left out is still met, and told.
  return { ...limits, depth: Math.min(limits.depth, DEEPEST - 1) };
}

/**
 * A card that was read and can't be known again, as a framework has put a proxy round it, a page has copied it or another
 * copy of the library has read it: it is read anew, from its JSON.
 */
function asOnTheWire(entry: Entry, words: () => OwnWords): Entry {
  const { value } = entry;
  if (!isWire(value) || isCard(value) || !('stickyUntil' in value) || !isWire(value.source)) return entry;
  const { source, connectorId: told } = value;
  // Whose a card is, it does not say itself where its envelope does.
  const connectorId = entry.connectorId ?? (typeof told === 'string' ? told : null);
  const signIn = signInCard(source, connectorId, words);
  return { ...entry, value: signIn ? remembered([signIn])[0] : source, connectorId };
}

/** Whether a value is a card that `readCards` returned. */
export function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && known.has(value);
}

function parse(text: string, reading: Reading): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    reading.note('json-syntax', { got: String(error) });
    return undefined;
  }
}

function readOne(value: Wire, reading: Reading): Card {
  reading.begin();
  return (isChatItem(value) ? chatItem : card).read(reading, value) as Card;
}

/** Takes what may be a card. */
type Take = (value: unknown) => boolean;

/** Takes what may be a card, whatever envelope it came in. */
function readWhole(input: unknown, reading: Reading, take: Take): void {
  if (Array.isArray(input)) {
    readList(input, reading, take);
    return;
  }
  if (!isWire(input) || isCard(input)) {
    take(input);
    return;
  }
  const has = (member: string) => Object.hasOwn(input, member);
  if (has('objects')) {
    readStatuses(input, reading, take);
    readCardsIn(input, 'objects', reading, take);
    seeBeside(input, 'objects', reading);
  } else if (has('results')) {
    readStatuses(input, reading, take);
    within(reading, 'results', () => readResults(input.results, reading, take));
    seeBeside(input, 'results', reading);
  } else if (OF_CONNECTOR.some(has) && !OF_CARD.some(has)) readConnector(input, reading, take);
  else take(input);
}

const OF_CONNECTOR = ['cards', 'connector_status', 'backend_status'];
const OF_CARD = ['header', 'body', 'actions'];

/** Lists of cards in an envelope that has them in another place. */
function seeBeside(input: Wire, read: string, reading: Reading): void {
  for (const member of ['results', 'cards'])
    if (member !== read && Array.isArray(input[member]) && input[member].length > 0)
      reading.note('misplaced-member', { member, expected: read }, member);
}

/** The aggregated form: cards of several connectors. */
function readResults(results: unknown, reading: Reading, take: Take): void {
  if (!Array.isArray(results)) {
    reading.note('wrong-type', { member: 'results', expected: ['list'], got: typeName(results) });
    if (isWire(results)) readConnector(results, reading, take);
    return;
  }
  if (results.length === 0) reading.note('empty-list');
  const { list: most, cards } = reading.limits;
  if (results.length > most) reading.note('too-many', { member: 'results', expected: String(most) });
  let isFull = false as boolean;
  each(results.slice(0, most), reading, (result) => {
    if (isWire(result)) readConnector(result, reading, (value) => take(value) || !(isFull = true));
    else reading.note('wrong-type', { member: 'results', expected: ['objects'], got: typeName(result) });
  });
  if (isFull) reading.note('too-many', { member: ['cards'], expected: String(cards) });
}

function readConnector(result: Wire, reading: Reading, take: Take): void {
  const signIn = takeSignIn(result, reading, take);
  // A connector that can't be reached has no cards to send.
  if (signIn && result.cards === undefined) return;
  reading.connectorId = connectorIdOf(result);
  readCardsIn(result, 'cards', reading, take);
  reading.connectorId = null;
}

function connectorIdOf({ connector_id }: Wire): string | null {
  return typeof connector_id === 'string' ? connector_id : null;
}

/** A card for a connector whose sign-in has lapsed; it comes before the connector's own. */
function takeSignIn(result: Wire, reading: Reading, take: Take): boolean {
  const connectorId = connectorIdOf(result);
  const signIn = signInCard(result, connectorId, reading.words);
  if (signIn === null) {
    const status = failedStatus(result);
    if (status !== null) reading.failed.push({ connectorId, status });
    return false;
  }
  if (reading.signIns.has(signIn.key)) return true;
  reading.signIns.add(signIn.key);
  known.add(signIn);
  take(signIn);
  return true;
}

/** The status of the backend, else of the connector, when it is none of success. */
function failedStatus(result: Wire): number | null {
  const told = isWire(result.connector_status) ? result.connector_status : result;
  for (const status of [told.backend_status, told.status]) {
    const code = typeof status === 'string' ? Number(status) : status;
    if (typeof code === 'number' && code >= 300 && code < 600) return code;
  }
  return null;
}

/** The first envelope has the states of all connectors in one list, each with or without an object of its own. */
function readStatuses({ connector_statuses: states }: Wire, reading: Reading, take: Take): void {
  if (states === undefined || states === null) return;
  const leftOut = (member: string) => reading.note('repaired', { member, repair: ['left-out'] });
  within(reading, 'connector_statuses', () => {
    if (!Array.isArray(states)) {
      leftOut('connector_statuses');
      return;
    }
    each(states.slice(0, reading.limits.list), reading, (state, i) => {
      if (isWire(state)) takeSignIn(state, reading, take);
      else if (state !== null) leftOut(String(i));
    });
  });
}

function readCardsIn(envelope: Wire, member: string, reading: Reading, take: Take): void {
  const list = envelope[member];
  within(reading, member, () => {
    if (Array.isArray(list)) {
      readList(list, reading, take);
      return;
    }
    const code = list === undefined ? 'missing-member' : 'wrong-type';
    reading.note(code, { member, expected: ['list'], got: typeName(list) });
    if (isWire(list)) take(list);
  });
}

function readList(list: readonly unknown[], reading: Reading, take: Take): void {
  const { cards } = reading.limits;
  if (list.length > cards) reading.note('too-many', { member: ['cards'], expected: String(cards) });
  if (list.length === 0) reading.note('empty-list');
  each(list.length > cards ? list.slice(0, cards) : list, reading, take);
}

function each(
  list: readonly unknown[],
  reading: Reading,
  read: (value: unknown, i: number) => unknown,
): void {
  const place = reading.depth++;
  for (let i = 0; i < list.length; i++) {
    reading.steps[place] = i;
    read(list[i], i);
  }
  reading.depth = place;
}

/**
 * Two cards of one response must not share what the user does to them. Those with one key but different
 * content get it by their content, whatever their order; real copies stay one card. Chat items that are alike
 * are several all the same, as two equal things in a cart.
 */
function distinct(
  cards: Card[],
  places: readonly Path[],
  given: ReadonlySet<Card>,
  reading: Reading,
): Card[] {
  const shared = sharedKeys(cards);
  if (shared.size === 0) return remembered(cards);
  const digests = cards.map(({ key, source }) => (shared.has(key) ? contentDigest(source) : ''));
  const contents = new Map<string, Set<string>>();
  cards.forEach(({ key }, i) => contents.set(key, (contents.get(key) ?? new Set()).add(digests[i] ?? '')));
  const met = new Map<string, number>();
  const copies = new UniqueNames();
  const result = cards.map((card, i) => {
    const { key } = card;
    if (given.has(card)) return card;
    met.set(key, (met.get(key) ?? 0) + 1);
    const same = contents.get(key)?.size === 1;
    if (same && card.chat) return { ...card, key: copies.take(key) };
    // Said once, however many there are.
    if (met.get(key) === 2) reading.note('same-card-twice', { got: quote(key) }, ...(places[i] ?? []));
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

function remembered(cards: Card[]): Card[] {
  for (const card of cards) known.add(card);
  return cards;
}

/** The name of what no JSON brings, such as a `Promise` that nobody has awaited. A module of JSON is as good as an object. */
function builtIn(value: Wire): string | undefined {
  return /t (?!Object|Module)(.*)]/.exec(Object.prototype.toString.call(value))?.[1];
}

function found(value: unknown): Fact {
  if (typeof value === 'string')
    return /^\s*[[{]/.test(value) ? ['text-of-json'] : ['the-text', quote(value)];
  return (isWire(value) ? builtIn(value) : null) ?? typeName(value);
}
