import type { TemplateResult } from 'lit';
import { calendarDate, dateAndTime } from '../messages/formats.js';
import type { LinkedText } from '../schema/model.js';
import { isDateOnly, isInstantText, readInstant } from '../schema/instants.js';
import { html, template } from './flat.js';
import { linked } from './linked.js';
import type { RenderContext } from './render-context.js';

/**
 * A text longer than this, or of more lines, is clamped, and such a title not balanced. Counted, as measuring would cost
 * a layout per text.
 */
const LONG_TEXT = 320;
const MANY_LINES = 6;

/** A text that is a date: as written, and as the reader says it. */
interface TimeText {
  readonly exact: string;
  readonly shown: string;
}

/** A text as it is, or the date it is: an instant in the reader's zone, a date alone never moved. */
function valueText(text: string, { locale }: RenderContext): string | TimeText {
  // Most texts are no dates: one look at the first character is enough for them.
  const first = text.charCodeAt(0);
  if (first < 48 || first > 57) return text;
  const exact = text.trim();
  if (isInstantText(exact)) {
    const instant = readInstant(exact);
    if (instant !== null) return { exact, shown: dateAndTime(instant, locale) };
  }
  return isDateOnly(exact) ? { exact, shown: calendarDate(exact, locale) } : text;
}

/** The same as a template. */
export function valueTemplate(text: string, context: RenderContext): string | TemplateResult {
  const value = valueText(text, context);
  if (typeof value === 'string') return value;
  return html`<time datetime=${value.exact} title=${value.exact}>${value.shown}</time>`;
}

function isLong(text: string): boolean {
  if (text.length > LONG_TEXT) return true;
  return text.includes('\n') && text.split('\n', MANY_LINES + 1).length > MANY_LINES;
}

/** A tag that makes a text a rich one; the group holds those that begin a line. After any other `<` there is text. */
export const TAG =
  /<\/?(?:(br|p|div|h[1-6]|[uo]l|li|pre|blockquote|t[rdh]|table)|a|b|strong|i|em|u|s|code|span)(?:\s+[\w:-]+\s*=[^<>]*|\s*\/?)>/gi;

/** What a rich text says, without what it looks like: shown until that is loaded, and when it can't be. */
export function withoutTags(text: string): string {
  return text.replace(TAG, (_tag, line) => (line ? '\n' : '')).trim();
}

/** A text; as a rich one where that is wanted and it has tags. */
export function maybeRich(text: string, name: string, { rich }: RenderContext): string | Element {
  return rich && text.search(TAG) >= 0 ? rich(text, name) : text;
}

/**
 * A text that may be long: clamped, with a button that shows the rest.
 *
 * @param name - names it in the state of the card; unique within it.
 */
export function longText(text: string, name: string, context: RenderContext) {
  const shown = maybeRich(text, name, context);
  if (typeof shown !== 'string') {
    if (!isLong(shown.textContent)) return html`${shown}`;
  } else if (!isLong(shown)) return valueTemplate(shown, context);
  const open = context.state.expanded.includes(name);
  return html`<span
      part=${open ? 'long-text' : 'long-text clamped'}
      class=${open ? 'long-text' : 'long-text clamped'}
      >${shown}</span
    ><button
      type="button"
      part="toggle"
      class="toggle"
      aria-expanded=${open ? 'true' : 'false'}
      data-toggle=${name}
    >
      ${open ? context.messages.showLess : context.messages.showMore}
    </button>`;
}

const LEVELS = [1, 2, 3, 4, 5, 6];
const TITLES = headings('part="title" class="title" id="title"');
const LONG_TITLES = headings('part="title" class="title unbalanced" id="title"');
const GROUP_TITLES = headings('part="field-title" class="field-title"');

/** The heading of a card, of the level that the page wants; beyond six it stays six. */
export function cardHeading(level: number, title: LinkedText): TemplateResult {
  return html(ofLevel(title.text.length > LONG_TEXT ? LONG_TITLES : TITLES, level), linked(title, 'title'));
}

/** The heading of a group within it. */
export function groupHeading(level: number, content: string | TemplateResult): TemplateResult {
  return html(ofLevel(GROUP_TITLES, level), content);
}

function headings(attributes: string): TemplateStringsArray[] {
  return LEVELS.map((level) => template(`<h${level} ${attributes}>`, `</h${level}>`));
}

function ofLevel(templates: readonly TemplateStringsArray[], level: number): TemplateStringsArray {
  return templates[Math.min(level, 6) - 1] ?? template('', '');
}
