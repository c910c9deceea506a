import { html, nothing } from 'lit';
import type { Card } from '../schema/model.js';
import { actionsTemplate } from './actions-template.js';
import { bannerTemplate } from './banner.js';
import { fieldsTemplate } from './fields/index.js';
import { linked } from './linked.js';
import type { RenderContext } from './render-context.js';
import { heading, longText } from './text.js';
import { deadlines, instantTime } from './times.js';

/** A whole card, from data to template. */
export function cardTemplate(context: RenderContext) {
  const { card } = context;
  return html`<article part="card" aria-labelledby="title">
    ${headerTemplate(context)}${card.banner.length ? bannerTemplate(context) : nothing}${
      card.description === null
        ? nothing
        : html`<p part="description">${longText(card.description, 'description', context)}</p>`
    }${
      card.fields.length ? fieldsTemplate(context) : nothing
    }${card.links.length ? linksTemplate(context) : nothing}${
      card.actions.some(({ grouped }) => !grouped) ? actionsTemplate(context) : nothing
    }${
      card.actions.length || hasFiles(card)
        ? html`<p class="said" role="status" .textContent=${context.announcement}></p>`
        : nothing
    }
  </article>`;
}

/** A file that does not come is told of, as an action is. */
function hasFiles({ fields }: Card): boolean {
  return fields.some(({ items }) => items.some(({ kind }) => kind === 'attachment'));
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
          ? nothing
          : html`<p part="origin">
              ${name === null || card.title === null ? nothing : html`<span part="connector">${name}</span>`}
              ${createdAt === null ? nothing : instantTime(createdAt, 'created', context)}
            </p>`
      }
      ${heading(headingLevel, 'title', 'title', linked({ text: title, url: card.titleUrl }, 'title', context))}
      ${subtitles.map((subtitle) => html`<p part="subtitle">${linked(subtitle, 'subtitle', context)}</p>`)}
      ${dueAt === null && expiresAt === null ? nothing : deadlines(context)}
    </div>
  </header>`;
}

/** The connector's picture; without one, or when it does not load, its initials on a colour of its own. */
function iconTemplate({ card, iconFailed, handlers }: RenderContext) {
  if (card.iconUrl !== null && !iconFailed)
    return html`<img
      part="icon"
      src=${card.iconUrl}
      alt=${card.iconText ?? ''}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${() => handlers.iconFailed()}
    />`;
  const name = card.name ?? card.title ?? '';
  return html`<span
    part="icon initials"
    data-tint=${tint(name)}
    role=${card.iconText === null ? nothing : 'img'}
    aria-label=${card.iconText ?? nothing}
    aria-hidden=${card.iconText === null ? 'true' : nothing}
    .textContent=${initials(name)}
  ></span>`;
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

function linksTemplate(context: RenderContext) {
  const { card, messages } = context;
  // Told apart from those of other cards in a list of landmarks.
  return html`<nav part="links" aria-label="${messages.links}: ${cardName(card)}">
    <ul role="list">
      ${card.links.map((link) => html`<li>${linked(link, 'link', context)}</li>`)}
    </ul>
  </nav>`;
}

/** What a card is called where only words can be used, as in an announcement. */
export function cardName({ title, name }: Card): string {
  return title ?? name ?? '';
}
