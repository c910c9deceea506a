import { html, nothing, type TemplateResult } from 'lit';
import { calendarDate, dateAndTime } from '../messages/formats.js';
import { isDateOnly, isInstantText, readInstant } from '../schema/instants.js';
import type { RenderContext } from './render-context.js';

/** A text longer than this, or of more lines, is clamped. Counted, as measuring would cost a layout per text. */
const LONG_TEXT = 320;
const MANY_LINES = 6;

/** A text as it is, or the date it is: an instant in the reader's zone, a date alone never moved. */
export function valueText(text: string, { locale }: RenderContext): string | TemplateResult {
  const shown = text.trim();
  if (isInstantText(shown)) {
    const instant = readInstant(shown);
    if (instant !== null)
      return html`<time datetime=${shown} title=${shown}>${dateAndTime(instant, locale)}</time>`;
  }
  if (isDateOnly(shown))
    return html`<time datetime=${shown} title=${shown}>${calendarDate(shown, locale)}</time>`;
  return text;
}

export function isLong(text: string): boolean {
  return text.length > LONG_TEXT || text.split('\n', MANY_LINES + 1).length > MANY_LINES;
}

/**
 * A text that may be long: clamped, with a button that shows the rest.
 *
 * @param name - names it in the state of the card; unique within it.
 */
export function longText(text: string, name: string, context: RenderContext) {
  if (!isLong(text)) return valueText(text, context);
  const open = context.state.expanded.includes(name);
  return html`<span part=${open ? 'long-text' : 'long-text clamped'} class=${open ? nothing : 'clamped'}
      >${text}</span
    ><button
      type="button"
      part="toggle"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => context.handlers.toggle(name)}
    >
      ${open ? context.messages.showLess : context.messages.showMore}
    </button>`;
}

/** A heading of the level that the page wants; beyond six it stays six. */
export function heading(level: number, part: string, id: string | typeof nothing, content: unknown) {
  switch (Math.min(level, 6)) {
    case 1:
      return html`<h1 part=${part} id=${id} dir="auto">${content}</h1>`;
    case 2:
      return html`<h2 part=${part} id=${id} dir="auto">${content}</h2>`;
    case 3:
      return html`<h3 part=${part} id=${id} dir="auto">${content}</h3>`;
    case 4:
      return html`<h4 part=${part} id=${id} dir="auto">${content}</h4>`;
    case 5:
      return html`<h5 part=${part} id=${id} dir="auto">${content}</h5>`;
    default:
      return html`<h6 part=${part} id=${id} dir="auto">${content}</h6>`;
  }
}
