import { cardKey } from './card-key.js';
import type { BannerItem, Card, LinkedText } from './model.js';
import { pathOf, type At, type Reading, type Wire } from './reading.js';
import { readActions } from './read-actions.js';
import { readField } from './read-fields.js';
import { RULES } from './rules.js';
import { publishedVerdict } from './verdict.js';
import { diagnostic } from '../diagnostics/diagnostic.js';

/**
 * Reads one card of the wire. A part that can't be read costs that part only.
 *
 * @param at - where it lies in the input, for the diagnostics.
 * @param connectorId - from the aggregated envelope, when it came in one.
 */
export function readCard(reading: Reading, from: Wire, at: At | null, connectorId: string | null): Card {
  const header = reading.object(from, 'header');
  const headerAt = { up: at, step: 'header' };
  const body = reading.object(from, 'body');
  const bodyAt = { up: at, step: 'body' };
  const card: Omit<Card, 'key'> = {
    id: reading.text(from, 'id', at),
    name: reading.text(from, 'name', at),
    connectorId,
    backendId: reading.text(from, 'backend_id', at),
    hash: reading.text(from, 'hash', at),
    importance: reading.number(from, 'importance'),
    iconUrl: reading.url(from, 'image', at),
    createdAt: reading.instant(from, 'creation_date', at),
    expiresAt: reading.instant(from, 'expiration_date', at, true),
    dueAt: reading.instant(from, 'due_date', at, true),
    title: reading.text(header, 'title', headerAt),
    titleUrl: reading.url(reading.object(header, 'links'), 'title', { up: headerAt, step: 'links' }),
    subtitles: readSubtitles(reading, header, headerAt),
    links: reading.objects(from, 'links', at, (link, here) => readLink(reading, link, here)),
    banner: readBanner(reading, from, at),
    description: reading.text(body, 'description', bodyAt),
    fields: reading.objects(body, 'fields', bodyAt, (field, here) => readField(reading, field, here)),
    actions: readActions(reading, from, at),
    stickyUntil: reading.instant(reading.object(from, 'sticky'), 'until', { up: at, step: 'sticky' }),
    tags: reading.list(from, 'tags', at, (tag, here) => reading.asText(tag, here)),
    source: from,
  };
  if (isEmpty(card)) reading.note('empty-card', at);
  judge(reading, from, at);
  lint(reading, card, at);
  return { key: cardKey(card), ...card };
}

/** What is allowed and yet looks like a mistake. */
function lint(reading: Reading, card: Omit<Card, 'key'>, at: At | null): void {
  const now = Date.now();
  for (const { code, find } of RULES)
    for (const { path: inner, facts } of find(card, now))
      reading.diagnostics.push(diagnostic(code, [...pathOf(at), ...inner], facts));
}

/** Adds the published schema's verdict; what was repaired without its objection is a warning. */
function judge(reading: Reading, from: Wire, at: At | null): void {
  const faults = publishedVerdict(from, pathOf(at), reading.repairs);
  const judged = new Set(faults.map(({ path }) => JSON.stringify(path)));
  for (const [path, repair] of reading.repairs) {
    if (judged.has(path)) continue;
    const steps = JSON.parse(path) as (string | number)[];
    reading.diagnostics.push(diagnostic('repaired', steps, { member: String(steps.at(-1)), repair }));
  }
  reading.repairs.clear();
  reading.diagnostics.push(...faults);
}

/** Whether a card has nothing that a user could see. */
export function isEmpty(card: Omit<Card, 'key'>): boolean {
  return (
    (card.title ?? card.description ?? card.name) === null &&
    [card.subtitles, card.links, card.banner, card.fields, card.actions].every((list) => list.length === 0)
  );
}

/** `links.subtitle` goes by position; an absent, null or empty entry is no link. */
function readSubtitles(reading: Reading, header: Wire, at: At): LinkedText[] {
  const linksAt = { up: at, step: 'links' };
  const links = reading.object(header, 'links');
  const urls = reading.list(links, 'subtitle', linksAt, (url, here) => ({
    position: typeof here.step === 'number' ? here.step : 0,
    url: reading.asUrl(url, here),
  }));
  return reading.list(header, 'subtitle', at, (subtitle, here) => {
    const text = reading.asText(subtitle, here);
    const position = typeof here.step === 'number' ? here.step : 0;
    return text === null
      ? null
      : { text, url: urls.find((entry) => entry.position === position)?.url ?? null };
  });
}

function readLink(reading: Reading, from: Wire, at: At): LinkedText | null {
  const url = reading.url(from, 'href', at);
  const text = reading.text(from, 'text', at) ?? url;
  return text === null ? null : { text, url };
}

function readBanner(reading: Reading, from: Wire, at: At | null): BannerItem[] {
  const bannerAt = { up: at, step: 'banner' };
  return reading.objects(reading.object(from, 'banner'), 'items', bannerAt, (item, here) => {
    const url = reading.url(item, 'href', here);
    const title = reading.text(item, 'title', here);
    const description = reading.text(item, 'description', here);
    if (url === null) return null;
    return { kind: item.type === 'video' ? 'video' : 'image', url, title, description };
  });
}
