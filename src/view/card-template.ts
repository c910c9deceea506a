import { html as lit, nothing, type TemplateResult } from 'lit';
import type { Card } from '../schema/model.js';
import { actionsTemplate } from './actions-template.js';
import { bannerTemplate } from './banner.js';
import { fieldsTemplate } from './fields/index.js';
import { apart, html, none } from './flat.js';
import { linked } from './linked.js';
import { straySlots } from '../state/card-state.js';
import type { RenderContext } from './render-context.js';
import { cardHeading, longText } from './text.js';
import { deadlines, instantTime } from './times.js';

/** A whole card, from data to template: what is read is one flat template, what is used lives beside it. */
export function cardTemplate(context: RenderContext) {
  const { card, state, expired, hasUpdate } = context;
  const strays = straySlots(card, state);
  const hasFooter = hasUpdate || strays.length > 0 || card.actions.some(({ grouped }) => !grouped || expired);
  return lit`<article part="card" aria-labelledby="title">
    ${bodyTemplate(context)}${hasFooter ? actionsTemplate(context, strays) : nothing}
    <p class="said" role="status" .textContent=${context.announcement}></p>
  </article>`;
}

function bodyTemplate(context: RenderContext) {
  const { card } = context;
  return html`${headerTemplate(context)}${card.banner.length ? bannerTemplate(context) : none}${
    card.description === null ? none : description(longText(card.description, 'description', context))
  }${card.fields.length ? fieldsTemplate(context) : none}${card.links.length ? linksTemplate(context) : none}`;
}

/** Shows line breaks, so there are none round the text. */
function description(text: string | TemplateResult) {
  return html`<p part="description" class="description">${text}</p>`;
}

function headerTemplate(context: RenderContext) {
  const { card, headingLevel, messages } = context;
  const { name, createdAt, subtitles, dueAt, expiresAt } = card;
  const title = card.title ?? name ?? messages.unknownCard;
  return html`<header part="header">
    ${iconTemplate(context)}
    <div part="header-texts">
      ${
        (name === null || card.title === null) && createdAt === null
          ? none
          : html`<p part="origin" class="origin">
              ${name === null || card.title === null ? none : html`<span part="connector" class="connector">${name}</span>`}
              ${createdAt === null ? none : instantTime(createdAt, 'created', context)}
            </p>`
      }
      ${cardHeading(headingLevel, { text: title, url: card.titleUrl })}
      ${subtitles.map((subtitle) => html`<p part="subtitle" class="subtitle">${linked(subtitle, 'subtitle')}</p>`)}
      ${dueAt === null && expiresAt === null ? none : deadlines(context)}
    </div>
  </header>`;
}

/**
 * The connector's picture; without one, or when it does not load, its initials on a colour of its own. A picture may
 * fail at any moment: it is drawn by itself, so that nothing else moves under the pointer.
 */
function iconTemplate({ card, iconFailed }: RenderContext) {
  const { iconUrl, iconText } = card;
  if (iconUrl === null) return initialsTemplate(card);
  return html`${apart(
    iconFailed
      ? initialsTemplate(card)
      : html`<img
          part="icon"
          class="icon"
          src=${iconUrl}
          alt=${iconText ?? ''}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
        />`,
  )}`;
}

function initialsTemplate(card: Card) {
  const { iconText } = card;
  const name = card.name ?? card.title ?? '';
  if (iconText === null)
    return html`<span part="icon initials" class="icon initials" data-tint=${tint(name)} aria-hidden="true"
      >${initials(name)}</span
    >`;
  return html`<span
    part="icon initials"
    class="icon initials"
    data-tint=${tint(name)}
    role="img"
    aria-label=${iconText}
    >${initials(name)}</span
  >`;
}

/** `TE` for "Travel Expense"; at least a dot. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words
      .slice(0, 2)
      .map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? '')
      .join('') || '·'
  );
}

/** 0 to 5, the same for the same name. */
function tint(name: string): number {
  let sum = 0;
  for (let i = 0; i < Math.min(name.length, 40); i++) sum = (sum * 31 + name.charCodeAt(i)) >>> 0;
  return sum % 6;
}

function linksTemplate({ card, messages }: RenderContext) {
  // Told apart from those of other cards in a list of landmarks.
  return html`<nav part="links" aria-label=${messages.labelled(messages.links, cardName(card))}>
    <ul role="list">
      ${card.links.map((link) => html`<li>${linked(link, 'link')}</li>`)}
    </ul>
  </nav>`;
}

/** What a card is called where only words can be used, as in an announcement. */
export function cardName({ title, name }: Card): string {
  return title ?? name ?? '';
}
