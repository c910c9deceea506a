import { html, type TemplateResult } from 'lit';
import type { Picture } from '../../schema/model.js';
import { linked } from '../linked.js';
import { picture as pictureTemplate } from '../picture.js';
import type { RenderContext } from '../render-context.js';
import { isLong, longText, valueText } from '../text.js';

/** A label and its value, wherever on the card they come from. */
export interface Fact {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly description: string | null;
  /** Makes the value a link. */
  readonly url: string | null;
  readonly picture: Picture | null;
  /** Names its text in the state of the card. */
  readonly name: string;
}

/** The kinds of rows: a plain text, an instant, or anything that needs a template of its own. */
const ROWS = {
  p: [
    '<div part="fact"><dt part="fact-title" .textContent=',
    '></dt><dd part="fact-value" .textContent=',
    '></dd></div>',
  ],
  t: [
    '<div part="fact"><dt part="fact-title" .textContent=',
    '></dt><dd part="fact-value"><time datetime=',
    ' title=',
    ' .textContent=',
    '></time></dd></div>',
  ],
  x: ['<div part="fact"><dt part="fact-title">', '</dt><dd part="fact-value">', '</dd></div>'],
} as const;

/**
 * Facts as a description list: one template for the whole list, made once per order of kinds of rows.
 *
 * A template per row costs two marker nodes and a part each, which is a third of the time a card takes
 * (docs/decisions/0004). The strings are constants of this file; only values come from the card.
 */
export function factList(facts: readonly Fact[], context: RenderContext): TemplateResult {
  let pattern = '';
  const values: unknown[] = [];
  for (const { title, subtitle, description, url, picture, name } of facts) {
    const text = description ?? '';
    const plain = subtitle === null && url === null && picture === null && !isLong(text);
    const value = plain ? valueText(text, context) : null;
    if (value === null) {
      const shown = url === null ? longText(text, name, context) : linked({ text, url }, 'link', context);
      pattern += 'x';
      values.push(
        subtitle === null ? title : html`${title}<small part="fact-subtitle">${subtitle}</small>`,
        picture ? html`${pictureTemplate(picture, 'fact-picture')}${shown}` : shown,
      );
    } else if (typeof value === 'string') {
      pattern += 'p';
      values.push(title ?? '', value);
    } else {
      pattern += 't';
      values.push(title ?? '', value.exact, value.exact, value.shown);
    }
  }
  return html(listStrings(pattern), ...values);
}

/** As many lists as a page is likely to have kinds of; beyond, they are made anew. */
const MOST_PATTERNS = 500;
const made = new Map<string, TemplateStringsArray>();

function listStrings(pattern: string): TemplateStringsArray {
  const known = made.get(pattern);
  if (known) return known;
  const strings = ['<dl part="facts">'];
  for (const kind of pattern) {
    const [first, ...rest] = ROWS[kind as keyof typeof ROWS];
    strings.push(`${strings.pop() ?? ''}${first}`, ...rest);
  }
  strings.push(`${strings.pop() ?? ''}</dl>`);
  const result = Object.assign(strings, { raw: strings });
  if (made.size >= MOST_PATTERNS) made.clear();
  made.set(pattern, result);
  return result;
}
