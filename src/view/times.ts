import { dateAndTime, near } from '../messages/formats.js';
import { html, none, template } from './flat.js';
import type { RenderContext } from './render-context.js';

const TIMES = {
  created: time('created'),
  'comment-time': time('comment-time'),
  'attachment-time': time('attachment-time'),
};

function time(part: string): TemplateStringsArray {
  return template(`<time part="${part}" class="${part}" datetime=`, ' title=', '>', '</time>');
}

/** An instant as a reader says it, with the exact one in its title. */
export function instantTime(instant: number, part: keyof typeof TIMES, { locale, now }: RenderContext) {
  return html(
    TIMES[part],
    new Date(instant).toISOString(),
    dateAndTime(instant, locale),
    near(instant, now, locale),
  );
}

/** How a due date stands. */
type Urgency = 'calm' | 'soon' | 'over';

const SOON = 2 * 86_400_000;

function urgency(instant: number, now: number): Urgency {
  if (instant <= now) return 'over';
  return instant - now < SOON ? 'soon' : 'calm';
}

/** What a card says of its deadlines: due, overdue, expires, expired. */
export function deadlines(context: RenderContext) {
  const { card, now, messages } = context;
  const { dueAt, expiresAt } = card;
  if (dueAt === null && expiresAt === null) return none;
  return html`<p part="deadlines" class="deadlines">
    ${dueAt === null ? none : badge('due', dueAt, dueAt <= now ? messages.overdue : messages.due, context)}
    ${
      expiresAt === null
        ? none
        : badge('expires', expiresAt, expiresAt <= now ? messages.expired : messages.expires, context)
    }
  </p>`;
}

function badge(part: string, instant: number, says: (when: string) => string, context: RenderContext) {
  const { locale, now } = context;
  const stands = urgency(instant, now);
  return html`<time
    part="badge ${part} ${stands}"
    class="badge ${stands}"
    datetime=${new Date(instant).toISOString()}
    title=${dateAndTime(instant, locale)}
    >${says(near(instant, now, locale))}</time
  >`;
}
