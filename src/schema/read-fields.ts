import { blankField, NONE, type Mutable } from './blank.js';
import { quote } from './facts.js';
import {
  alias,
  as,
  inside,
  into,
  leaf,
  list,
  loosely,
  object,
  orElse,
  type Element,
  type Members,
} from './form.js';
import type {
  Attachment,
  CardField,
  Comment,
  FactItem,
  FieldKind,
  Trip,
  TripLeg,
  TripStop,
} from './model.js';
import { readText } from './read-values.js';
import type { Reading } from './reading.js';
import { meant } from './spelling.js';
import { date, integer, mediaText, text, uriText } from './values.js';
import { isWire, type Wire } from './wire.js';

const KINDS = new Map<string, FieldKind>([
  ['GENERAL', 'general'],
  ['SECTION', 'section'],
  ['COMMENT', 'comment'],
  ['ATTACHMENT', 'attachment'],
  ['ATTACHMENT_URL', 'attachment'],
  ['TRIPINFO', 'trip'],
]);

function kindOf({ type }: Wire): FieldKind | undefined {
  return typeof type === 'string' ? (KINDS.get(type) ?? KINDS.get(type.toUpperCase())) : undefined;
}

// ── Items ──

/** Release 2.4 connectors send the same things under other names. */
const ITEM: Members = {
  type: as(text, ''),
  title: text,
  description: text,
  attachment_name: as(text, 'name'),
  vendor_attachment_url: as(uriText, 'vendorUrl'),
  attachment_content_type: as(text, 'contentType'),
  attachment_content_length: as(integer, 'sizeBytes'),
  attachment_url: as(uriText, 'url'),
  attachment_method: as(leaf('string', readFileMethod), 'method'),
  created_at: as(date, 'createdAt'),
  updated_at: as(date, 'updatedAt'),
  action_url: orElse(uriText, 'url'),
  action_type: orElse(leaf('string', readFileMethod), 'method'),
  content_type: orElse(text, 'contentType'),
  content_length: orElse(integer, 'sizeBytes'),
};

/** A file is got: with another method opening it could change or delete it. */
function readFileMethod(reading: Reading, value: unknown): string | null {
  const method = readText(reading, value)?.toUpperCase() ?? null;
  if (method === null || method === 'GET' || method === 'POST') return method;
  reading.readAs('GET');
  return 'GET';
}

/** What other formats of cards call the label and the value of a fact. */
const PAIR: Members = { name: alias('title', text), value: alias('description', text) };

const fact = object<Mutable<FactItem>>(
  () => ({
    kind: 'fact',
    title: null,
    description: null,
    url: null,
    picture: null,
    createdAt: null,
    updatedAt: null,
  }),
  { ...ITEM, ...PAIR },
  {
    finish: (out, reading) => (out.title === null && out.description === null ? reading.emptyPart() : out),
  },
);

type File = { -readonly [Name in keyof Attachment]: Attachment[Name] | null };

const blankFile = (): File => ({
  kind: 'attachment',
  name: null,
  title: null,
  description: null,
  url: null,
  method: null,
  contentType: null,
  sizeBytes: null,
  vendorUrl: null,
  createdAt: null,
  updatedAt: null,
});

const file = object(blankFile, ITEM, {
  finish(out, reading, from) {
    const other = out.title ?? out.url ?? out.vendorUrl ?? out.description;
    const read = named(out, other, 'attachment_name', reading);
    // A URL that is there and can't be used has its own finding.
    if (read && out.vendorUrl === null && !from.attachment_url && !from.action_url)
      reading.note('unlinked-attachment', { got: quote(out.name ?? '') });
    return read;
  },
});

/** The first client's form. */
const oldFile = object(
  blankFile,
  {
    title: as(text, 'name'),
    name: orElse(text, 'name'),
    description: text,
    src: as(uriText, 'url'),
    type: as(text, 'contentType'),
    size: as(integer, 'sizeBytes'),
    timestamp: as(date, 'createdAt'),
  },
  { finish: (out, reading) => named(out, out.url, 'title', reading) },
);

/**
 * @param other - what a file is named by that has no name.
 * @param member - where its name should be.
 */
function named(out: File, other: string | null, member: string, reading: Reading): File | null {
  const shown = out.name ?? other;
  if (shown === null) return reading.emptyPart();
  if (out.name === null) {
    reading.note('nameless-attachment', { got: quote(shown) }, member);
    out.name = shown;
    out.title = null;
  }
  out.method ??= 'GET';
  if (out.sizeBytes !== null && out.sizeBytes < 0) out.sizeBytes = null;
  return out;
}

const item = either(fact, (from) => (isFile(from) ? file : fact));

/** By its type, or by a member that only files have. */
function isFile({ type, attachment_url, attachment_name, action_url }: Wire): boolean {
  return (
    type === 'ATTACHMENT_URL' ||
    attachment_url !== undefined ||
    attachment_name !== undefined ||
    action_url !== undefined
  );
}

/** Both shapes: `comments[{display_name, text, creation_date}]` and the older `content[{text}]`. */
const comment = object<{ -readonly [Name in keyof Comment]: Comment[Name] | null }>(
  () => ({ author: null, text: null, createdAt: null }),
  {
    display_name: as(text, 'author'),
    text,
    creation_date: as(date, 'createdAt'),
    date: orElse(date, 'createdAt'),
  },
  {
    finish(out, reading) {
      if (out.text === null && out.author === null) return reading.emptyPart();
      out.text ??= '';
      return out;
    },
  },
);

const stop = object<TripStop>(() => ({ title: null, text: null, imageUrl: null }), {
  title: text,
  text,
  image: as(mediaText, 'imageUrl'),
});

const leg = object<TripLeg>(
  () => ({ date: null, time: null, destination: null, flight: null, terminal: null, gate: null }),
  { date: text, time: text, destination: text, flight: text, terminal: text, gate: text },
);

const trip = loosely(
  object<Trip>(
    () => ({ stops: NONE, event: null, date: null, others: NONE, legs: NONE }),
    {
      content: as(list(stop), 'stops'),
      trip_details: inside({
        summary: inside({ event: text, date: text, others: list(text) }),
        trips: as(list(leg), 'legs'),
      }),
    },
    {
      finish: (out) =>
        out.stops.length || out.legs.length || out.others.length || (out.event ?? out.date) !== null
          ? out
          : null,
    },
  ),
);

// ── Fields ──

const comments = list(loosely(comment));
const files = list(loosely(oldFile));

const FIELD: Members = {
  type: text,
  title: text,
  subtitle: text,
  description: text,
  content: into(comments, (out, more) => (out.comments = joined(out.comments, more))),
  comments: into(list(comment), (out, first) => (out.comments = joined(first, out.comments))),
  items: into(list(item), (out, first) => (out.items = joined(first, out.items))),
};

function joined(first: unknown, more: unknown): unknown {
  const [one, other] = [first, more] as readonly unknown[][];
  return !other?.length ? one : !one?.length ? other : [...one, ...other];
}

/** The old files of a field that is a file. */
const FILES: Members = {
  ...FIELD,
  content: into(files, (out, more) => (out.items = joined(out.items, more))),
};

const plainField = fieldOf({ ...FIELD, ...PAIR });
const fileField = fieldOf(FILES);
/** Its title and description are the file's: often "Click here to download". */
const ownFileField = fieldOf(
  { ...FILES, title: as(text, ''), description: as(text, '') },
  (out, reading, from) => {
    const own = loosely(file).read(reading, from) as Attachment | null;
    if (own) out.items = [own, ...out.items];
  },
);
const tripField = fieldOf({ ...FIELD, content: as(comments, '') }, (out, reading, from) => {
  out.trip = trip.read(reading, from) as Trip | null;
});

function fieldOf(
  members: Members,
  more?: (out: Mutable<CardField>, reading: Reading, from: Wire) => void,
): Element {
  return object<Mutable<CardField>>(blankField, members, {
    finish(out, reading, from) {
      const { type } = out;
      out.kind = kindOf(from) ?? (type === '' ? 'general' : 'unknown');
      if (out.kind === 'unknown') {
        const like = meant(type, KINDS.keys());
        const repair = like !== null && { repair: ['did-you-mean', like] as const };
        reading.note('unknown-field-type', { got: quote(type), ...repair }, 'type');
      }
      more?.(out, reading, from);
      out.path = reading.pathInCard();
      return isEmpty(out) ? reading.emptyPart() : out;
    },
  });
}

function isEmpty({ title, subtitle, description, items, comments, trip }: CardField): boolean {
  return (title ?? subtitle ?? description) === null && !items.length && !comments.length && !trip;
}

/** A field of the body. */
export const field = either(plainField, (from) => {
  const kind = kindOf(from);
  if (kind === 'trip') return tripField;
  if (kind === 'attachment') return isFile(from) ? ownFileField : fileField;
  return plainField;
});

/** One of several elements of which the published schema wants the same. */
function either(first: Element, pick: (from: Wire) => Element): Element {
  return { ...first, read: (reading, value) => (isWire(value) ? pick(value) : first).read(reading, value) };
}
