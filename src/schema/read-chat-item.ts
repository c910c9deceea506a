import { blankCard, blankField, NONE, type Mutable } from './blank.js';
import { DEEPEST } from './limits.js';
import { chatKey } from './card-key.js';
import { conclude } from './conclude.js';
import { as, inside, link, list, loosely, object, type Element, type Members } from './form.js';
import type { Card, CardAction, CardField, FactItem, LinkedText, NestedItem, Picture } from './model.js';
import { separate } from './read-actions.js';
import { chatAction } from './read-chat-actions.js';
import type { Reading } from './reading.js';
import { readMediaUrl } from './read-values.js';
import { rowLabel } from './row-label.js';
import { UniqueNames } from './unique-names.js';
import { text } from './values.js';
import { isWire, type Wire } from './wire.js';

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

// ── What both items and the rows of their tables have ──

interface Described {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly summary: string | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly urlText: string | null;
  readonly pictureUrl: string | null;
  readonly pictureText: string | null;
}

const undescribed = (): Described => ({
  title: null,
  subtitle: null,
  summary: null,
  description: null,
  url: null,
  urlText: null,
  pictureUrl: null,
  pictureText: null,
});

const DESCRIBED: Members = {
  id: text,
  title: text,
  subtitle: text,
  shortDescription: as(text, 'summary'),
  description: text,
  image: link('pictureUrl', { alternateText: as(text, 'pictureText') }, readMediaUrl),
  url: link('url', { title: as(text, 'urlText') }),
};

function pictureOf({ pictureUrl, pictureText }: Described): Picture | null {
  return pictureUrl === null ? null : { url: pictureUrl, text: pictureText };
}

/** Bots send one sentence as the title and as the description: it is shown once. */
function onceEach(texts: readonly (string | null)[]): (string | null)[] {
  return texts.map((each, i) => (texts.indexOf(each) === i ? each : null));
}

// ── Tables ──

/** Its title is a key, and one of the other texts the value; what more there is goes on lines below. */
const row = object(undescribed, DESCRIBED, {
  finish(out, reading): FactItem | null {
    const { title, url } = out;
    const picture = pictureOf(out);
    const value = onceEach([out.summary, out.subtitle, out.description, out.urlText]).filter(
      (each) => each !== null,
    );
    if (value.length === 0 && (title ?? url ?? picture) === null) return reading.emptyPart();
    return {
      kind: 'fact',
      title: title === null ? null : rowLabel(title),
      description: value.length ? value.join('\n') : url,
      url,
      picture,
      createdAt: null,
      updatedAt: null,
    };
  },
});

const table = object<Mutable<CardField>>(
  () => ({ ...blankField(), kind: 'section' }),
  { title: text, description: text, type: text, data: as(list(row), 'items') },
  {
    finish(out, reading) {
      out.path = reading.pathInCard();
      const isEmpty = (out.title ?? out.description) === null && out.items.length === 0;
      return isEmpty ? reading.emptyPart() : out;
    },
  },
);

// ── Items ──

interface Item extends Described {
  readonly id: string | null;
  readonly type: string | null;
  readonly contextId: string | null;
  readonly workflowId: string | null;
  readonly workflowStep: string | null;
  readonly tables: readonly CardField[];
  readonly actions: readonly CardAction[];
  readonly children: readonly CardField[];
}

const blankItem = (): Item => ({
  ...undescribed(),
  id: null,
  type: null,
  contextId: null,
  workflowId: null,
  workflowStep: null,
  tables: NONE,
  actions: NONE,
  children: NONE,
});

const DETAILS: Members = {
  ...DESCRIBED,
  contextId: text,
  type: text,
  workflowId: text,
  workflowStep: text,
  tabularData: as(list(table), 'tables'),
  actions: list(chatAction),
};

/** Of an item without `itemDetails`, which older bots send. */
const flatDetails = loosely(object(blankItem, DETAILS));

/** The items within an item. */
const children: Element = {
  expected: 'list',
  // The whole once more.
  inner: null,
  allowed: Array.isArray,
  read(reading, value) {
    const { limits, telling, itemDepth } = reading;
    if (itemDepth >= DEEPEST) return null;
    const isDeep = itemDepth >= limits.depth;
    if (isDeep && Array.isArray(value) && value.length > 0)
      reading.note('too-deep', { expected: String(limits.depth) });
    reading.telling &&= !isDeep;
    reading.itemDepth++;
    const items = nestedItems.read(reading, value);
    reading.itemDepth--;
    reading.telling = telling;
    return isDeep ? null : items;
  },
  plain: null,
};

const ITEM: Members = { itemDetails: inside(DETAILS), children };

const nestedItems = list(
  object(blankItem, ITEM, {
    finish(out, reading, from): CardField | null {
      const { title, subtitle, description, type, summary, picture, links, titleUrl, fields, actions } =
        itemOf(out, reading, from);
      const isEmpty =
        (title ?? subtitle ?? description ?? summary ?? picture) === null &&
        links.length + fields.length + actions.length === 0;
      if (isEmpty) return reading.emptyPart();
      return {
        ...blankField(),
        kind: 'nested',
        type: type ?? '',
        title,
        subtitle,
        description,
        nested: { titleUrl, summary, picture, links, fields, actions },
        path: reading.pathInCard(),
      };
    },
  }),
);

/** A chat item of the wire, read as a card, with the items within it as groups. */
export const chatItem = object(blankItem, ITEM, {
  finish(out, reading, from): Card {
    const item = itemOf(out, reading, from);
    const { id, title, titleUrl, subtitle, summary, description, picture, links, fields } = item;
    const { type, contextId, workflowId, workflowStep } = item;
    const card: Mutable<Card> = {
      ...blankCard(),
      id,
      connectorId: reading.connectorId,
      iconUrl: picture?.url ?? null,
      iconText: picture?.text ?? null,
      title,
      titleUrl,
      subtitles: [subtitle, summary].flatMap((line) => (line === null ? [] : [{ text: line, url: null }])),
      links,
      description,
      fields,
      actions: allActions(item, new UniqueNames(), from),
      chat: { type, contextId, workflowId, workflowStep },
      source: from,
    };
    if (!isWire(from.itemDetails) && (title ?? description) !== null) reading.note('flat-chat-item');
    conclude(reading, card);
    card.key = chatKey(card);
    return card;
  },
});

function itemOf(out: Item, reading: Reading, from: Wire) {
  const details = isWire(from.itemDetails) ? out : (flatDetails.read(reading, from) as Item);
  const [title = null, subtitle = null, summary = null, description = null] = onceEach([
    details.title,
    details.subtitle,
    details.summary,
    details.description,
  ]);
  return {
    ...details,
    title,
    subtitle,
    summary,
    description,
    ...linkOf(details, title),
    picture: pictureOf(details),
    fields: [...details.tables, ...out.children],
  };
}

/** A link that has words of its own stands by itself; else the title is the link. */
function linkOf({ url, urlText }: Described, title: string | null) {
  if (title !== null && (urlText === null || urlText === title)) return { titleUrl: url, links: NONE };
  const shown = urlText ?? url;
  return { titleUrl: null, links: shown === null ? NONE : [{ text: shown, url } satisfies LinkedText] };
}

/** An item's own, then those of the items within it. */
function allActions(
  { actions, fields }: Pick<NestedItem, 'actions' | 'fields'>,
  names: UniqueNames,
  source: Wire,
): CardAction[] {
  separate(actions, names, source);
  const inner = fields.map(({ nested }) => (nested ? allActions(nested, names, source) : NONE));
  return actions.concat(...inner);
}
