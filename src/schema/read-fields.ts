import { pathFrom, type At } from './at.js';
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
import type { Reading, Wire } from './reading.js';
import { meant } from './spelling.js';
import { quote } from './verdict.js';

const KINDS: Readonly<Record<string, FieldKind | undefined>> = {
  __proto__: null as never,
  GENERAL: 'general',
  SECTION: 'section',
  COMMENT: 'comment',
  ATTACHMENT: 'attachment',
  ATTACHMENT_URL: 'attachment',
  TRIPINFO: 'trip',
};

/**
 * A field of the body; `null` when there is nothing in it to draw.
 *
 * @param card - where the card lies.
 */
export function readField(reading: Reading, from: Wire, at: At, card: At | null): CardField | null {
  const type = reading.text(from, 'type', at) ?? '';
  const kind = KINDS[type.toUpperCase()] ?? (type === '' ? 'general' : 'unknown');
  if (kind === 'unknown') {
    const like = meant(type, Object.keys(KINDS));
    reading.note(
      'unknown-field-type',
      { up: at, step: 'type' },
      { got: quote(type), ...(like !== null && { repair: ['did-you-mean', like] }) },
    );
  }
  const items = reading.objects(from, 'items', at, (item, here) => readItem(reading, item, here));
  const comments = reading.objects(from, 'comments', at, (comment, here) =>
    readComment(reading, comment, here),
  );
  const trip = kind === 'trip' ? readTrip(reading, from, at) : null;
  if (kind === 'attachment') {
    const file = isAttachment(from) ? readAttachment(reading, from, at) : null;
    if (file) items.unshift(file);
    items.push(
      ...reading.objects(from, 'content', at, (file, here) => readOldAttachment(reading, file, here)),
    );
  } else if (kind !== 'trip' && from.content !== undefined) {
    comments.push(
      ...reading.objects(from, 'content', at, (comment, here) => readComment(reading, comment, here)),
    );
  }
  const field: CardField = {
    kind,
    type,
    // A bare attachment's title is its link's business: often "Click here to download".
    title: kind === 'attachment' && isAttachment(from) ? null : reading.text(from, 'title', at),
    subtitle: reading.text(from, 'subtitle', at),
    description: kind === 'attachment' && isAttachment(from) ? null : reading.text(from, 'description', at),
    items,
    comments,
    trip,
    nested: null,
    path: pathFrom(card, at),
  };
  return isEmpty(field) ? reading.emptyPart(at) : field;
}

function isEmpty({ title, subtitle, description, items, comments, trip }: CardField): boolean {
  return (title ?? subtitle ?? description) === null && !items.length && !comments.length && !trip;
}

function readItem(reading: Reading, from: Wire, at: At): FactItem | Attachment | null {
  if (isAttachment(from)) return readAttachment(reading, from, at);
  const title = reading.text(from, 'title', at);
  const description = reading.text(from, 'description', at);
  if (title === null && description === null) return reading.emptyPart(at);
  return {
    kind: 'fact',
    title,
    description,
    url: null,
    picture: null,
    createdAt: reading.instant(from, 'created_at', at),
    updatedAt: reading.instant(from, 'updated_at', at),
  };
}

/** By its type, or by a member that only attachments have. */
function isAttachment(from: Wire): boolean {
  return (
    from.type === 'ATTACHMENT_URL' ||
    ['attachment_url', 'attachment_name', 'action_url'].some((member) => from[member] !== undefined)
  );
}

/** Release 2.4 connectors send the same things under other names. `null` when there is nothing to name it by. */
function readAttachment(reading: Reading, from: Wire, at: At): Attachment | null {
  const title = reading.text(from, 'title', at);
  const name = reading.text(from, 'attachment_name', at);
  const description = reading.text(from, 'description', at);
  const url = reading.url(from, 'attachment_url', at) ?? reading.url(from, 'action_url', at);
  const vendorUrl = reading.url(from, 'vendor_attachment_url', at);
  const shown = name ?? title ?? url ?? vendorUrl ?? description;
  if (shown === null) return reading.emptyPart(at);
  if (name === null)
    reading.note('nameless-attachment', { up: at, step: 'attachment_name' }, { got: quote(shown) });
  return {
    kind: 'attachment',
    name: shown,
    title: name === null ? null : title,
    description,
    url,
    method: readMethod(reading, from, at, 'attachment_method', 'action_type'),
    contentType: reading.text(from, 'attachment_content_type', at) ?? reading.text(from, 'content_type', at),
    sizeBytes: size(
      reading.number(from, 'attachment_content_length', at) ?? reading.number(from, 'content_length', at),
    ),
    vendorUrl,
    createdAt: reading.instant(from, 'created_at', at),
    updatedAt: reading.instant(from, 'updated_at', at),
  };
}

/** A file is got: with another method opening it could change or delete it. */
function readMethod(reading: Reading, from: Wire, at: At, ...members: string[]): string {
  const member = members.find((name) => reading.text(from, name, at) !== null);
  if (member === undefined) return 'GET';
  const method = (reading.text(from, member, at) ?? '').toUpperCase();
  if (method === 'GET' || method === 'POST') return method;
  reading.readAs({ up: at, step: member }, 'GET');
  return 'GET';
}

/** The first client's form: `{type, title, src, timestamp, size}`. */
function readOldAttachment(reading: Reading, from: Wire, at: At): Attachment | null {
  const name = reading.text(from, 'title', at) ?? reading.text(from, 'name', at);
  const url = reading.url(from, 'src', at);
  if (name === null && url === null) return reading.emptyPart(at);
  if (name === null)
    reading.note('nameless-attachment', { up: at, step: 'title' }, { got: quote(url ?? '') });
  return {
    kind: 'attachment',
    name: name ?? url ?? '',
    title: null,
    description: reading.text(from, 'description', at),
    url,
    method: 'GET',
    contentType: reading.text(from, 'type', at),
    sizeBytes: size(reading.number(from, 'size', at)),
    vendorUrl: null,
    createdAt: reading.instant(from, 'timestamp', at),
    updatedAt: null,
  };
}

function size(bytes: number | null): number | null {
  return bytes !== null && bytes >= 0 ? bytes : null;
}

/** Both shapes: `comments[{display_name, text, creation_date}]` and the older `content[{text}]`. */
function readComment(reading: Reading, from: Wire, at: At): Comment | null {
  const text = reading.text(from, 'text', at);
  const author = reading.text(from, 'display_name', at);
  if (text === null && author === null) return reading.emptyPart(at);
  return {
    author,
    text: text ?? '',
    createdAt: reading.instant(from, 'creation_date', at) ?? reading.instant(from, 'date', at),
  };
}

function readTrip(reading: Reading, from: Wire, at: At): Trip | null {
  const detailsAt = { up: at, step: 'trip_details' };
  const details = reading.object(from, 'trip_details', at);
  const summary = reading.object(details, 'summary', detailsAt);
  const summaryAt = { up: detailsAt, step: 'summary' };
  const trip: Trip = {
    stops: reading.objects(from, 'content', at, (stop, here) => readStop(reading, stop, here)),
    event: reading.text(summary, 'event', summaryAt),
    date: reading.text(summary, 'date', summaryAt),
    others: reading.list(summary, 'others', summaryAt, (other, here) => reading.asText(other, here)),
    legs: reading.objects(details, 'trips', detailsAt, (leg, here) => readLeg(reading, leg, here)),
  };
  const empty =
    !trip.stops.length && !trip.legs.length && !trip.others.length && (trip.event ?? trip.date) === null;
  return empty ? null : trip;
}

function readStop(reading: Reading, from: Wire, at: At): TripStop {
  return {
    title: reading.text(from, 'title', at),
    text: reading.text(from, 'text', at),
    imageUrl: reading.url(from, 'image', at),
  };
}

function readLeg(reading: Reading, from: Wire, at: At): TripLeg {
  const text = (member: string) => reading.text(from, member, at);
  return {
    date: text('date'),
    time: text('time'),
    destination: text('destination'),
    flight: text('flight'),
    terminal: text('terminal'),
    gate: text('gate'),
  };
}
