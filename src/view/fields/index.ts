import { html, nothing } from 'lit';
import type { CardField } from '../../schema/model.js';
import type { RenderContext } from '../render-context.js';
import { attachmentList } from './attachments.js';
import { commentList } from './comments.js';
import { factList, type Fact } from './facts.js';
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
  return html`${groups(shown, context)}${toggle}`;
}

function groups(fields: readonly CardField[], context: RenderContext) {
  const result: unknown[] = [];
  let facts: Fact[] = [];
  const flush = () => {
    if (facts.length) result.push(factList(facts, context));
    facts = [];
  };
  for (const field of fields) {
    const own = ownTemplate(field, context);
    if (own === null && isFact(field)) {
      facts.push({ ...field, name: `field-${field.index}` });
      continue;
    }
    flush();
    result.push(own ?? fieldGroup(field, context));
  }
  flush();
  return result;
}

/** A host's template for this type; one that throws costs only itself. */
function ownTemplate(field: CardField, context: RenderContext) {
  const { fieldTemplates } = context;
  const template = Object.hasOwn(fieldTemplates, field.type) ? fieldTemplates[field.type] : undefined;
  if (!template) return null;
  try {
    return template(field, sourceOf(field, context), context);
  } catch (error) {
    console.error(`mf-card: the field template for ${field.type} threw; the built-in one is used`, error);
    return null;
  }
}

function sourceOf({ index }: CardField, { card }: RenderContext): unknown {
  const { body } = card.source as { body?: { fields?: unknown } };
  return Array.isArray(body?.fields) ? (body.fields[index] as unknown) : body?.fields;
}

function isFact({ items, comments, trip, title, description }: CardField): boolean {
  return title !== null && description !== null && !items.length && !comments.length && !trip;
}

function fieldGroup(field: CardField, context: RenderContext) {
  const { title, subtitle, description, items, comments, trip, kind, index } = field;
  return html`<section part="field ${kind}">
    ${title === null ? nothing : heading(context.headingLevel + 1, 'field-title', nothing, title)}
    ${subtitle === null ? nothing : html`<p part="field-subtitle">${subtitle}</p>`}
    ${
      description === null
        ? nothing
        : html`<p part="field-text">${longText(description, `field-${index}`, context)}</p>`
    }
    ${itemRuns(field, context)} ${trip ? tripDetails(trip, context) : nothing}
    ${comments.length ? commentList(comments, `field-${index}`, context) : nothing}
  </section>`;

  function itemRuns({ items: all }: CardField, inner: RenderContext) {
    if (!items.length) return nothing;
    const facts = all.flatMap((item, i): Fact[] =>
      item.kind === 'fact'
        ? [{ title: item.title, subtitle: null, description: item.description, name: `field-${index}-${i}` }]
        : [],
    );
    const files = all.flatMap((item) => (item.kind === 'attachment' ? [item] : []));
    return html`${facts.length ? factList(facts, inner) : nothing}${
      files.length ? attachmentList(files, inner) : nothing
    }`;
  }
}
