import { html, nothing } from 'lit';
import type { CardField } from '../../schema/model.js';
import { wireAt } from '../../schema/wire-at.js';
import { linked } from '../linked.js';
import { picture } from '../picture.js';
import type { RenderContext } from '../render-context.js';
import { attachmentList } from './attachments.js';
import { commentList } from './comments.js';
import { factList, type Fact } from './facts.js';
import { nestedBody } from './nested.js';
import { tripDetails } from './trip.js';
import { heading, longText } from '../text.js';

/**
 * The fields of a card: neighbouring facts share one list, everything else is a group with its title. What a
 * field holds beyond its kind is drawn as well, so an unknown kind is never an empty hole.
 */
export function fieldsTemplate(context: RenderContext) {
  const { card, maxRows, state, messages, handlers } = context;
  const foldable = maxRows > 0 && card.fields.length > maxRows;
  const open = state.expanded.includes('rows');
  const shown = foldable && !open ? card.fields.slice(0, maxRows) : card.fields;
  const toggle = foldable
    ? html`<button
        type="button"
        part="toggle rows"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => handlers.toggle('rows')}
      >
        ${open ? messages.showLess : messages.showMoreRows(card.fields.length - maxRows)}
      </button>`
    : nothing;
  return html`${fieldGroups(shown, 'field', context)}${toggle}`;
}

/** @param name - names their texts in the state of the card. */
export function fieldGroups(fields: readonly CardField[], name: string, context: RenderContext) {
  const result: unknown[] = [];
  let facts: Fact[] = [];
  const flush = () => {
    if (facts.length) result.push(factList(facts, context));
    facts = [];
  };
  fields.forEach((field, i) => {
    const own = ownTemplate(field, context);
    if (own === null && isFact(field)) {
      const { title, subtitle, description } = field;
      facts.push({ title, subtitle, description, url: null, picture: null, name: `${name}-${i}` });
      return;
    }
    flush();
    result.push(own ?? fieldGroup(field, `${name}-${i}`, context));
  });
  flush();
  return result;
}

/** A host's template for this type; one that throws costs only itself. */
function ownTemplate(field: CardField, context: RenderContext) {
  const { fieldTemplates } = context;
  const template = Object.hasOwn(fieldTemplates, field.type) ? fieldTemplates[field.type] : undefined;
  if (!template) return null;
  try {
    return template(field, wireAt(context.card.source, field.path), context);
  } catch (error) {
    console.error(`mf-card: the field template for ${field.type} threw; the built-in one is used`, error);
    return null;
  }
}

function isFact({ items, comments, trip, nested, title, description }: CardField): boolean {
  return title !== null && description !== null && !items.length && !comments.length && !trip && !nested;
}

function fieldGroup(field: CardField, name: string, context: RenderContext) {
  const { title, subtitle, description, items, comments, trip, nested, kind } = field;
  const headline = title !== null && linked({ text: title, url: nested?.titleUrl ?? null }, 'title', context);
  return html`<section part="field ${kind}">
    ${nested?.picture ? picture(nested.picture, 'field-picture') : nothing}
    ${headline ? heading(context.headingLevel + 1, 'field-title', nothing, headline) : nothing}
    ${subtitle === null ? nothing : html`<p part="field-subtitle">${subtitle}</p>`}
    ${nested?.summary ? html`<p part="field-subtitle">${nested.summary}</p>` : nothing}
    ${description === null ? nothing : html`<p part="field-text">${longText(description, name, context)}</p>`}
    ${itemRuns(field, context)} ${trip ? tripDetails(trip, context) : nothing}
    ${comments.length ? commentList(comments, name, context) : nothing}
    ${nested ? nestedBody(nested, name, context) : nothing}
  </section>`;

  function itemRuns({ items: all }: CardField, inner: RenderContext) {
    if (!items.length) return nothing;
    const facts = all.flatMap((one, i): Fact[] => {
      if (one.kind !== 'fact') return [];
      const { url, picture } = one;
      const texts = { title: one.title, subtitle: null, description: one.description };
      return [{ ...texts, url, picture, name: `${name}-${i}` }];
    });
    const files = all.flatMap((one) => (one.kind === 'attachment' ? [one] : []));
    return html`${facts.length ? factList(facts, inner) : nothing}${
      files.length ? attachmentList(files, inner) : nothing
    }`;
  }
}
