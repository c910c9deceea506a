import type { At } from './at.js';
import { cardKey } from './card-key.js';
import type { BannerItem, Card, LinkedText } from './model.js';
import type { Reading, Wire } from './reading.js';
import { readActions } from './read-actions.js';
import { readField } from './read-fields.js';
import { conclude } from './conclude.js';

/**
 * Reads one card of the wire. A part that can't be read costs that part only.
 *
 * @param at - where it lies in the input, for the diagnostics.
 * @param connectorId - from the aggregated envelope, when it came in one.
 */
export function readCard(reading: Reading, from: Wire, at: At | null, connectorId: string | null): Card {
  const header = reading.object(from, 'header', at);
  const headerAt = { up: at, step: 'header' };
  const body = reading.object(from, 'body', at);
  const bodyAt = { up: at, step: 'body' };
  const card: Omit<Card, 'key'> = {
    id: reading.text(from, 'id', at),
    name: reading.text(from, 'name', at),
    connectorId,
    backendId: reading.text(from, 'backend_id', at),
    hash: reading.text(from, 'hash', at),
    importance: reading.number(from, 'importance', at),
    iconUrl: reading.href(from, 'image', at),
    iconText: null,
    createdAt: reading.instant(from, 'creation_date', at),
    expiresAt: reading.instant(from, 'expiration_date', at, true),
    dueAt: reading.instant(from, 'due_date', at, true),
    title: reading.text(header, 'title', headerAt),
    titleUrl: reading.url(reading.object(header, 'links', headerAt), 'title', {
      up: headerAt,
      step: 'links',
    }),
    subtitles: readSubtitles(reading, header, headerAt),
    links: reading.objects(from, 'links', at, (link, here) => readLink(reading, link, here)),
    banner: readBanner(reading, from, at),
    description: reading.text(body, 'description', bodyAt),
    fields: reading.objects(body, 'fields', bodyAt, (field, here) => readField(reading, field, here, at)),
    actions: readActions(reading, from, at),
    stickyUntil: reading.instant(reading.object(from, 'sticky', at), 'until', { up: at, step: 'sticky' }),
    tags: reading.list(from, 'tags', at, (tag, here) => reading.asText(tag, here)),
    chat: null,
    source: from,
  };
  if (from.is_actionable === false) reading.note('not-actionable', { up: at, step: 'is_actionable' });
  conclude(reading, card, 'card', at);
  return { key: cardKey(card), ...card };
}

/** `links.subtitle` goes by position; an absent, null or empty entry is no link. */
function readSubtitles(reading: Reading, header: Wire, at: At): LinkedText[] {
  const linksAt = { up: at, step: 'links' };
  const links = reading.object(header, 'links');
  const positionOf = ({ step }: At) => (typeof step === 'number' ? step : 0);
  const urls = new Map(
    reading.list(links, 'subtitle', linksAt, (url, here): [number, string | null] => [
      positionOf(here),
      reading.asUrl(url, here),
    ]),
  );
  return reading.list(header, 'subtitle', at, (subtitle, here) => {
    const text = reading.asText(subtitle, here);
    if (text === null && typeof subtitle === 'string') reading.emptyPart(here);
    return text === null ? null : { text, url: urls.get(positionOf(here)) ?? null };
  });
}

function readLink(reading: Reading, from: Wire, at: At): LinkedText | null {
  const url = reading.url(from, 'href', at);
  const text = reading.text(from, 'text', at) ?? url;
  return text === null ? null : { text, url };
}

function readBanner(reading: Reading, from: Wire, at: At | null): BannerItem[] {
  const bannerAt = { up: at, step: 'banner' };
  const banner = reading.object(from, 'banner', at);
  const items = reading.objects(banner, 'items', bannerAt, (item, here): BannerItem | null => {
    const url = reading.url(item, 'href', here);
    const title = reading.text(item, 'title', here);
    const description = reading.text(item, 'description', here);
    if (url === null && title === null && description === null) return null;
    return { kind: item.type === 'video' ? 'video' : 'image', url, title, description };
  });
  const { media } = reading.limits;
  if (items.length > media)
    reading.note('too-many', { up: bannerAt, step: 'items' }, { member: 'items', expected: String(media) });
  return items.slice(0, media);
}
