import { pathFrom, type At } from './at.js';
import { BLANK_CARD, BLANK_FIELD } from './blank.js';
import { chatKey } from './card-key.js';
import { conclude } from './conclude.js';
import type { Card, CardAction, CardField, FactItem, LinkedText, Picture } from './model.js';
import { readChatActions } from './read-chat-actions.js';
import { isWire, type Reading, type Wire } from './reading.js';
import { rowLabel } from './row-label.js';
import { UniqueNames } from './unique-names.js';

/** Members that make an element a card whatever else it has. */
const CARD_PARTS = ['header', 'body', 'banner'];
const CHAT_MEMBERS = 'itemDetails children contextId workflowId workflowStep tabularData'.split(' ');
const CARD_MEMBERS = (
  'name backend_id hash importance creation_date expiration_date due_date template links sticky tags ' +
  'is_actionable'
).split(' ');

/**
 * Whether an element is a chat item: both cards and chat items come as `{objects: […]}`. Older chat items are
 * flat, with no `itemDetails` round their members. What could be either is a card.
 */
export function isChatItem(from: Wire): boolean {
  const has = (member: string) => Object.hasOwn(from, member);
  if (CARD_PARTS.some(has)) return false;
  if (CHAT_MEMBERS.some(has)) return true;
  if (CARD_MEMBERS.some(has)) return false;
  const action: unknown = Array.isArray(from.actions) ? from.actions[0] : undefined;
  if (!isWire(action)) return typeof from.title === 'string' || typeof from.shortDescription === 'string';
  return !Object.hasOwn(action, 'label') && !Object.hasOwn(action, 'action_key');
}

/** Reads a chat item as a card, with the items within it as groups. */
export function readChatItem(reading: Reading, from: Wire, at: At | null, connectorId: string | null): Card {
  const inside: Inside = { reading, card: at, slots: new UniqueNames(), actions: [] };
  const { details, detailsAt, picture, subtitle, summary, ...item } = readItem(inside, from, at, 0);
  const text = (member: string) => reading.text(details, member, detailsAt);
  const card: Omit<Card, 'key'> = {
    ...BLANK_CARD,
    id: text('id'),
    connectorId,
    iconUrl: picture?.url ?? null,
    iconText: picture?.text ?? null,
    title: item.title,
    titleUrl: item.titleUrl,
    subtitles: [subtitle, summary].flatMap((line) => (line === null ? [] : [{ text: line, url: null }])),
    links: item.links,
    description: item.description,
    fields: item.fields,
    actions: inside.actions,
    chat: {
      type: text('type'),
      contextId: text('contextId'),
      workflowId: text('workflowId'),
      workflowStep: text('workflowStep'),
    },
    source: from,
  };
  if (details === from && (item.title ?? item.description) !== null) reading.note('flat-chat-item', at);
  conclude(reading, card, 'chat', at);
  return { key: chatKey(card), ...card };
}

/** The item that is being read, with all that is in it. */
interface Inside {
  readonly reading: Reading;
  /** Where the outermost item lies. */
  readonly card: At | null;
  readonly slots: UniqueNames;
  /** All that were read so far: an item's own, then those of the items within it. */
  readonly actions: CardAction[];
}

interface Item {
  readonly details: Wire;
  readonly detailsAt: At | null;
  readonly title: string | null;
  readonly titleUrl: string | null;
  readonly subtitle: string | null;
  readonly summary: string | null;
  readonly description: string | null;
  readonly picture: Picture | null;
  readonly links: readonly LinkedText[];
  readonly fields: readonly CardField[];
  readonly actions: readonly CardAction[];
}

function readItem(inside: Inside, from: Wire, at: At | null, depth: number): Item {
  const { reading, card, slots } = inside;
  const flat = !isWire(from.itemDetails);
  const details = flat ? from : reading.object(from, 'itemDetails');
  const here = flat ? at : { up: at, step: 'itemDetails' };
  const [title = null, subtitle = null, summary = null, description = null] = onceEach(
    ['title', 'subtitle', 'shortDescription', 'description'].map((member) =>
      reading.text(details, member, here),
    ),
  );
  const actions = readChatActions(reading, details, here, card, slots, depth > 0);
  inside.actions.push(...actions);
  const tables = reading.objects(details, 'tabularData', here, (table, tableAt) =>
    readTable(inside, table, tableAt),
  );
  return {
    details,
    detailsAt: here,
    title,
    subtitle,
    summary,
    description,
    ...readUrl(reading, details, here, title),
    picture: readPicture(reading, details, here),
    fields: [...tables, ...readChildren(inside, from, at, depth)],
    actions,
  };
}

/** Bots send one sentence as the title and as the description: it is shown once. */
function onceEach(texts: readonly (string | null)[]): (string | null)[] {
  return texts.map((text, i) => (texts.indexOf(text) === i ? text : null));
}

function readChildren(inside: Inside, from: Wire, at: At | null, depth: number): CardField[] {
  const { reading, card } = inside;
  const { depth: most } = reading.limits;
  if (depth >= most) {
    if (Array.isArray(from.children) && from.children.length > 0)
      reading.note('too-deep', { up: at, step: 'children' }, { expected: String(most) });
    return [];
  }
  return reading.objects(from, 'children', at, (child, here): CardField | null => {
    const item = readItem(inside, child, here, depth + 1);
    const { details, detailsAt, title, subtitle, description, ...nested } = item;
    const { summary, picture, links, fields, actions } = nested;
    const empty =
      (title ?? subtitle ?? description ?? summary ?? picture) === null &&
      [links, fields, actions].every(({ length }) => length === 0);
    if (empty) return null;
    const type = reading.text(details, 'type', detailsAt) ?? '';
    const path = pathFrom(card, here);
    return { ...BLANK_FIELD, kind: 'nested', type, title, subtitle, description, nested, path };
  });
}

function readTable({ reading, card }: Inside, from: Wire, at: At): CardField | null {
  const title = reading.text(from, 'title', at);
  const description = reading.text(from, 'description', at);
  const items = reading.objects(from, 'data', at, (row, here) => readRow(reading, row, here));
  if ((title ?? description) === null && items.length === 0) return null;
  const type = reading.text(from, 'type', at) ?? '';
  return { ...BLANK_FIELD, kind: 'section', type, title, description, items, path: pathFrom(card, at) };
}

/** Its title is a key, and one of the other texts the value; what more there is goes on lines below. */
function readRow(reading: Reading, from: Wire, at: At): FactItem | null {
  const key = reading.text(from, 'title', at);
  const url = reading.href(from, 'url', at);
  const picture = readPicture(reading, from, at);
  const texts = [
    ...['shortDescription', 'subtitle', 'description'].map((member) => reading.text(from, member, at)),
    reading.text(reading.object(from, 'url'), 'title', { up: at, step: 'url' }),
  ];
  const value = onceEach(texts).filter((text) => text !== null);
  if (value.length === 0 && (key ?? url ?? picture) === null) return null;
  return {
    kind: 'fact',
    title: key === null ? null : rowLabel(key),
    description: value.length ? value.join('\n') : url,
    url,
    picture,
    createdAt: null,
    updatedAt: null,
  };
}

/** A link that has words of its own stands by itself; else the title is the link. */
function readUrl(
  reading: Reading,
  from: Wire,
  at: At | null,
  title: string | null,
): { titleUrl: string | null; links: LinkedText[] } {
  const url = reading.href(from, 'url', at);
  const text = reading.text(reading.object(from, 'url'), 'title', { up: at, step: 'url' });
  if (title !== null && (text === null || text === title)) return { titleUrl: url, links: [] };
  const shown = text ?? url;
  return { titleUrl: null, links: shown === null ? [] : [{ text: shown, url }] };
}

function readPicture(reading: Reading, from: Wire, at: At | null): Picture | null {
  const url = reading.href(from, 'image', at);
  const text = reading.text(reading.object(from, 'image'), 'alternateText', { up: at, step: 'image' });
  return url === null ? null : { url, text };
}
