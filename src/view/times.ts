import { html, nothing } from 'lit';
import { dateAndTime, near } from '../messages/formats.js';
import type { RenderContext } from './render-context.js';

/** An instant as a reader says it, with the exact one in its title. */
export function instantTime(instant: number, part: string, { locale, now }: RenderContext) {
  return html`<time
    part=${part}
    datetime=${new Date(instant).toISOString()}
    title=${dateAndTime(instant, locale)}
    .textContent=${near(instant, now, locale)}
  ></time>`;
}

/** How a due date stands. */
export type Urgency = 'calm' | 'soon' | 'over';

const SOON = 2 * 86_400_000;

export function urgency(instant: number, now: number): Urgency {
  if (instant <= now) return 'over';
  return instant - now < SOON ? 'soon' : 'calm';
}

/** What a card says of its deadlines: due, overdue, expires, expired. */
export function deadlines(context: RenderContext) {
  const { card, now, messages } = context;
  const { dueAt, expiresAt } = card;
  if (dueAt === null && expiresAt === null) return nothing;
  return html`<p part="deadlines">
    ${dueAt === null ? nothing : badge('due', dueAt, dueAt <= now ? messages.overdue : messages.due, context)}
    ${
      expiresAt === null
        ? nothing
        : badge('expires', expiresAt, expiresAt <= now ? messages.expired : messages.expires, context)
    }
  </p>`;
}

function badge(part: string, instant: number, says: (when: string) => string, context: RenderContext) {
  const { locale, now } = context;
  return html`<time
    part="badge ${part} ${urgency(instant, now)}"
    datetime=${new Date(instant).toISOString()}
    title=${dateAndTime(instant, locale)}
    .textContent=${says(near(instant, now, locale))}
  ></time>`;
}
