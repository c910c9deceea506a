import type { Card } from '../schema/model.js';
import { needsAction } from './feed-groups.js';

/** Which cards of a feed are shown: those that all of it is true of. What is `null` counts as left out. */
export interface CardFilter {
  /** Words that must all be in a card, anywhere that can be read; whatever their case. */
  readonly text?: string | null | undefined;
  /** At least one of these tags. */
  readonly tags?: readonly string[] | null | undefined;
  /** At least one of these connectors, by `connector_id` or name. */
  readonly connectors?: readonly string[] | null | undefined;
  /** Only cards with something to send. */
  readonly needsAction?: boolean | null | undefined;
}

/** How many cards of a feed have each tag, come from each connector and need an action. */
export interface CardCounts {
  readonly all: number;
  readonly needsAction: number;
  readonly tags: ReadonlyMap<string, number>;
  readonly connectors: ReadonlyMap<string, number>;
}

/** A function that says which cards pass; one of a host's own that throws lets the card pass. */
export function cardTest(filter: CardFilter | ((card: Card) => boolean) | null): (card: Card) => boolean {
  if (!filter) return () => true;
  if (typeof filter === 'function')
    return (card) => {
      try {
        return filter(card);
      } catch {
        return true;
      }
    };
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const tags = filter.tags ?? [];
  const connectors = filter.connectors ?? [];
  return (card) =>
    (!filter.needsAction || needsAction(card)) &&
    (tags.length === 0 || card.tags.some((tag) => tags.includes(tag))) &&
    (connectors.length === 0 || connectorNames(card).some((name) => connectors.includes(name))) &&
    (words.length === 0 || hasWords(card, words));
}

export function countCards(cards: readonly Card[]): CardCounts {
  const tags = new Map<string, number>();
  const connectors = new Map<string, number>();
  let acting = 0;
  for (const card of cards) {
    if (needsAction(card)) acting++;
    for (const tag of new Set(card.tags)) add(tags, tag);
    const name = card.name ?? card.connectorId;
    if (name !== null) add(connectors, name);
  }
  return { all: cards.length, needsAction: acting, tags, connectors };
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function connectorNames({ connectorId, name }: Card): string[] {
  return [connectorId, name].filter((one) => one !== null);
}

const texts = new WeakMap<Card, string>();

function hasWords(card: Card, words: readonly string[]): boolean {
  let text = texts.get(card);
  if (text === undefined) texts.set(card, (text = textOf(card).toLowerCase()));
  const known = text;
  return words.every((word) => known.includes(word));
}

/** All that can be read on a card: titles, captions, fields, comments, files, actions. */
function textOf(card: Card): string {
  const found: string[] = [];
  const { name, title, description, subtitles, banner, fields, links, tags } = card;
  const actions = card.actions.map((action) => [action.label, action.description]);
  collect([name, title, description, subtitles, banner, fields, links, tags, actions], found);
  return found.join('\n');
}

/** Members that are read by machines. */
const UNREAD = new Set([
  'kind',
  'type',
  'url',
  'vendorUrl',
  'method',
  'contentType',
  'path',
  'actions',
  'iconUrl',
]);

function collect(value: unknown, found: string[]): void {
  if (typeof value === 'string') found.push(value);
  else if (Array.isArray(value)) for (const one of value) collect(one, found);
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) if (!UNREAD.has(name)) collect(member, found);
}
