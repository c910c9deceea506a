import { blankCard, NONE, type Mutable } from './blank.js';
import { cardKey } from './card-key.js';
import { conclude } from './conclude.js';
import { also, as, inside, into, leaf, link, list, object } from './form.js';
import type { BannerItem, Card, LinkedText } from './model.js';
import { actions, isAlike, separate } from './read-actions.js';
import { field } from './read-fields.js';
import { readMediaUrl, readText } from './read-values.js';
import { UniqueNames } from './unique-names.js';
import { date, deadline, flag, integer, mediaUri, text, uri, uriOrNull, uuid } from './values.js';

const cardLink = object<Mutable<LinkedText>>(
  () => ({ text: '', url: null }),
  { href: as(uri, 'url'), text },
  {
    required: 'href text',
    finish(out) {
      out.text ||= out.url ?? '';
      return out.text ? out : null;
    },
  },
);

const bannerItem = object<BannerItem>(
  () => ({ kind: 'image', url: null, title: null, description: null }),
  {
    type: as(
      leaf('video|image', (reading, value) => {
        const kind = readText(reading, value)?.toLowerCase();
        if (kind !== value && (kind === 'video' || kind === 'image')) reading.readAs(kind);
        return kind === 'video' ? kind : null;
      }),
      'kind',
    ),
    title: text,
    description: text,
    href: as(mediaUri, 'url'),
  },
  {
    required: 'type href',
    // Where the picture can't be used there are words at least.
    finish: (out) => ((out.url ?? out.title ?? out.description) === null ? null : out),
  },
);

/** A line that is blank leaves its place empty. */
const subtitle = leaf('string', (reading, value) => {
  const line = readText(reading, value);
  if (line === null && typeof value === 'string') reading.emptyPart();
  return line;
});

/** A card of the wire. A part that can't be read costs that part only. */
export const card = object<Mutable<Card>>(
  blankCard,
  {
    id: uuid,
    name: also(text),
    importance: integer,
    image: link('iconUrl', {}, readMediaUrl),
    creation_date: as(date, 'createdAt'),
    expiration_date: as(deadline, 'expiresAt'),
    due_date: as(deadline, 'dueAt'),
    template: link(''),
    header: inside({
      title: text,
      subtitle: into(list(subtitle, true), (out, texts) => paired(out, texts, NONE)),
      links: inside({
        title: as(uri, 'titleUrl'),
        subtitle: into(list(uriOrNull, true), (out, urls) => paired(out, NONE, urls)),
      }),
    }),
    links: list(cardLink),
    banner: inside({ items: as(list(bannerItem), 'banner') }),
    body: inside({ description: text, fields: list(field) }),
    hash: text,
    backend_id: as(text, 'backendId'),
    actions,
    sticky: inside({ until: as(deadline, 'stickyUntil'), type: text }, 'until'),
    tags: list(text),
    is_actionable: also(flag),
  },
  {
    finish(out, reading, from) {
      out.source = from;
      out.connectorId = reading.connectorId;
      if (!out.subtitles.every(hasText)) out.subtitles = out.subtitles.filter(hasText);
      const { media } = reading.limits;
      if (out.banner.length > media) {
        reading.note('too-many', { member: 'items', expected: String(media) }, 'banner', 'items');
        out.banner = out.banner.slice(0, media);
      }
      if (from.is_actionable === false) {
        out.isActionable = false;
        reading.note('not-actionable', {}, 'is_actionable');
      }
      if (isAlike(out.actions)) separate(out.actions, new UniqueNames(), from);
      conclude(reading, out);
      out.key = cardKey(out);
      return out;
    },
  },
);

/** Lines and their links go by position; an absent, null or empty link is none. */
function paired(out: Record<string, unknown>, texts: readonly unknown[], urls: readonly unknown[]): void {
  if (texts.length + urls.length === 0) return;
  const before = out.subtitles as readonly LinkedText[];
  const lines: unknown[] = before.slice();
  for (let i = 0; i < texts.length || i < urls.length; i++)
    lines[i] = { text: texts[i] ?? before[i]?.text ?? null, url: urls[i] ?? before[i]?.url ?? null };
  out.subtitles = lines;
}

function hasText({ text }: { readonly text: string | null }): boolean {
  return text !== null;
}
