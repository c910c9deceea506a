import { dateAndTime, dateOnly, near, nearUntil } from '../messages/formats.js';
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
export function instantTime(instant: number, part: keyof typeof TIMES, context: RenderContext) {
  const { locale, now } = context;
  // What has happened is never said to be ahead: where it seems to be, the device's clock is behind.
  const text =
    instant - now > HOUR ? dateOnly(instant, locale) : nearly(Math.min(instant, now), instant, context);
  return html(TIMES[part], new Date(instant).toISOString(), dateAndTime(instant, locale), text);
}

const HOUR = 3_600_000;

/** Near words, kept true: the card is drawn again when they are not any more. */
function nearly(said: number, instant: number, context: RenderContext): string {
  context.trueUntil = Math.min(context.trueUntil, nearUntil(instant, context.now, context.locale));
  return near(said, context.now, context.locale);
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
    >${says(nearly(instant, instant, context))}</time
  >`;
}
