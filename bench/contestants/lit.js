import { html, LitElement, nothing, render, unsafeCSS } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as z from 'zod/mini';
import { cardStyle } from './card-style.js';
import { formatDate } from './dates.js';

/* What a team would write in a day: the format in zod/mini, one element on Lit, each field by a small template. */

const text = z.string().check(z.maxLength(20_000));
const url = z.string().check(z.regex(/^https?:\/\//));
const fact = z.object({ type: z.literal('GENERAL'), title: text, description: text });
const file = z.object({
  type: z.literal('ATTACHMENT_URL'),
  title: z.optional(text),
  attachment_name: text,
  attachment_url: url,
  attachment_method: z.optional(z.enum(['GET', 'POST'])),
  attachment_content_type: z.optional(text),
  attachment_content_length: z.optional(z.int()),
});
const item = z.discriminatedUnion('type', [fact, file]);
const section = z.object({ type: z.literal('SECTION'), title: z.optional(text), items: z.array(item) });
const input = z.object({
  id: text,
  label: text,
  format: z.optional(z.enum(['text', 'textarea', 'select'])),
  min_length: z.optional(z.int()),
  max_length: z.optional(z.int()),
});
const action = z.object({
  id: z.uuid(),
  action_key: z.enum(['DIRECT', 'OPEN_IN', 'USER_INPUT']),
  label: text,
  completed_label: text,
  primary: z.optional(z.boolean()),
  allow_repeated: z.optional(z.boolean()),
  remove_card_on_completion: z.optional(z.boolean()),
  mutually_exclusive_set_id: z.optional(text),
  type: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.object({ href: url }),
  request: z.optional(z.record(z.string(), z.unknown())),
  user_input: z.optional(z.array(input)),
});
const cards = z.array(
  z.object({
    id: z.uuid(),
    backend_id: z.optional(text),
    hash: text,
    name: z.optional(text),
    image: z.optional(z.object({ href: url })),
    creation_date: z.iso.datetime(),
    header: z.object({
      title: text,
      subtitle: z.optional(z.array(text)),
      links: z.optional(z.object({ title: z.optional(url) })),
    }),
    body: z.object({
      description: z.optional(text),
      fields: z.array(z.discriminatedUnion('type', [fact, section, file])),
    }),
    actions: z.array(action),
  }),
);

const fieldTemplate = (field) => {
  if (field.type === 'SECTION')
    return html`<section>
      <h4>${field.title}</h4>
      ${list(field.items)}
    </section>`;
  if (field.type === 'ATTACHMENT_URL')
    return html`<a href=${field.attachment_url}>${field.attachment_name}</a>`;
  return html`<div class="fact">
    <dt>${field.title}</dt>
    <dd>${field.description}</dd>
  </div>`;
};
const list = (fields) => html`<dl>${fields.map(fieldTemplate)}</dl>`;

class PlainCard extends LitElement {
  static properties = { card: { attribute: false }, open: { state: true } };
  static styles = unsafeCSS(cardStyle);

  render() {
    const { card } = this;
    if (!card) return nothing;
    const { header, body } = card;
    return html`<article>
      <header>
        ${card.image ? html`<img alt="" loading="lazy" src=${card.image.href} />` : nothing}
        <div>
          <p class="muted">${formatDate(card.creation_date)}</p>
          <h3><a href=${header.links?.title ?? nothing}>${header.title}</a></h3>
          ${header.subtitle?.map((line) => html`<p class="muted">${line}</p>`)}
        </div>
      </header>
      <p>${body.description}</p>
      ${list(body.fields)}
      <div class="actions">
        ${card.actions.map(
          (action) =>
            html`<button class=${action.primary ? 'primary' : nothing} @click=${() => (this.open = action)}>
              ${action.label}
            </button>`,
        )}
      </div>
      ${this.open?.user_input ? this.form(this.open) : nothing}
    </article>`;
  }

  form({ user_input }) {
    return html`<form @submit=${(event) => event.preventDefault()}>
      ${user_input.map(({ id, label }) => html`<label>${label}<textarea name=${id}></textarea></label>`)}
      <div class="actions">
        <button class="primary">Send</button>
        <button type="button" @click=${() => (this.open = undefined)}>Cancel</button>
      </div>
    </form>`;
  }
}

let elements = [];

export function start() {
  if (!customElements.get('plain-card')) customElements.define('plain-card', PlainCard);
}

export async function show(json, place) {
  const all = cards.parse(JSON.parse(json));
  render(
    repeat(
      all,
      ({ id }) => id,
      (card) => html`<plain-card .card=${card}></plain-card>`,
    ),
    place,
  );
  elements = [...place.getElementsByTagName('plain-card')];
  await Promise.all(elements.map(({ updateComplete }) => updateComplete));
}

export function change(index, json) {
  [elements[index].card] = cards.parse([JSON.parse(json)]);
  return elements[index].updateComplete;
}

export const roots = () => elements.map(({ shadowRoot }) => shadowRoot);
