import type { TemplateResult } from 'lit';
import type { Attachment, CardField, FieldKind } from '../../schema/model.js';
import { wireAt } from '../../schema/wire-at.js';
import { html, none, template } from '../flat.js';
import { linked } from '../linked.js';
import { picture } from '../picture.js';
import type { RenderContext } from '../render-context.js';
import { attachmentList } from './attachments.js';
import { commentList } from './comments.js';
import { factList, type Fact } from './facts.js';
import { nestedBody } from './nested.js';
import { tripDetails } from './trip.js';
import { groupHeading, longText } from '../text.js';

/**
 * The fields of a card: neighbouring facts share one list, everything else is a group with its title. What a
 * field holds beyond its kind is drawn as well, so an unknown kind is never an empty hole.
 */
export function fieldsTemplate(context: RenderContext) {
  const { card, maxRows, state, messages } = context;
  const foldable = maxRows > 0 && card.fields.length > maxRows;
  const open = state.expanded.includes('rows');
  const shown = foldable && !open ? card.fields.slice(0, maxRows) : card.fields;
  const toggle = foldable
    ? html`<button
        type="button"
        part="toggle rows"
        class="toggle"
        aria-expanded=${open ? 'true' : 'false'}
        data-toggle="rows"
      >
        ${open ? messages.showLess : messages.showMoreRows(card.fields.length - maxRows)}
      </button>`
    : none;
  return html`${fieldGroups(shown, 'field', context)}${toggle}`;
}

/** @param name - names their texts in the state of the card. */
export function fieldGroups(fields: readonly CardField[], name: string, context: RenderContext) {
  const result: TemplateResult[] = [];
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
  const own = Object.hasOwn(fieldTemplates, field.type) ? fieldTemplates[field.type] : undefined;
  if (!own) return null;
  try {
    return own(field, wireAt(context.card.source, field.path), context);
  } catch (error) {
    console.error(`mf-card: the field template for ${field.type} threw; the built-in one is used`, error);
    return null;
  }
}

function isFact({ items, comments, trip, nested, title, description }: CardField): boolean {
  return title !== null && description !== null && !items.length && !comments.length && !trip && !nested;
}

function fieldGroup(field: CardField, name: string, context: RenderContext) {
  const { title, subtitle, description, comments, trip, nested, kind } = field;
  const body = html`${nested?.picture ? picture(nested.picture, 'field-picture') : none}${
    title === null
      ? none
      : groupHeading(
          context.headingLevel + 1,
          linked({ text: title, url: nested?.titleUrl ?? null }, 'title'),
        )
  }${subtitle === null ? none : html`<p part="field-subtitle" class="field-subtitle">${subtitle}</p>`}${
    nested?.summary ? html`<p part="field-subtitle" class="field-subtitle">${nested.summary}</p>` : none
  }${
    description === null ? none : fieldText(longText(description, name, context))
  }${itemRuns(field, name, context)}${trip ? tripDetails(trip, context) : none}${
    comments.length ? commentList(comments, name, context) : none
  }${nested ? nestedBody(nested, name, context) : none}`;
  return html(GROUPS[kind], body);
}

/** Shows line breaks, so there are none round the text. */
function fieldText(text: string | TemplateResult) {
  return html`<p part="field-text" class="field-text">${text}</p>`;
}

const GROUPS: Readonly<Record<FieldKind, TemplateStringsArray>> = {
  general: group('general'),
  section: group('section'),
  comment: group('comment'),
  attachment: group('attachment'),
  trip: group('trip'),
  nested: group('nested'),
  unknown: group('unknown'),
};

function group(kind: FieldKind): TemplateStringsArray {
  return template(`<section part="field ${kind}" class="${kind}">`, '</section>');
}

/** The facts of a group in one list, then its files in another. */
function itemRuns({ items }: CardField, name: string, context: RenderContext) {
  if (!items.length) return none;
  const facts: Fact[] = [];
  const files: Attachment[] = [];
  items.forEach((item, i) => {
    if (item.kind === 'attachment') files.push(item);
    else {
      const { title, description, url, picture: image } = item;
      facts.push({ title, subtitle: null, description, url, picture: image, name: `${name}-${i}` });
    }
  });
  return html`${facts.length ? factList(facts, context) : none}${
    files.length ? attachmentList(files, context) : none
  }`;
}
