import { html } from 'lit';
import type { RenderContext } from '../render-context.js';
import { isLong, longText, valueText } from '../text.js';

/** A label and its value, wherever on the card they come from. */
export interface Fact {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly description: string | null;
  /** Names its text in the state of the card. */
  readonly name: string;
}

/** Facts as a description list. A plain text is set as a property: it costs no marker nodes. */
export function factList(facts: readonly Fact[], context: RenderContext) {
  return html`<dl part="facts">${facts.map((fact) => factRow(fact, context))}</dl>`;
}

function factRow({ title, subtitle, description, name }: Fact, context: RenderContext) {
  const text = description ?? '';
  if (subtitle !== null)
    return html`<div part="fact">
      <dt part="fact-title" dir="auto">${title}<small part="fact-subtitle">${subtitle}</small></dt>
      <dd part="fact-value" dir="auto">${longText(text, name, context)}</dd>
    </div>`;
  if (title !== null && isLong(text))
    return html`<div part="fact long">
      <dt part="fact-title" dir="auto" .textContent=${title}></dt>
      <dd part="fact-value" dir="auto">${longText(text, name, context)}</dd>
    </div>`;
  const value = valueText(text, context);
  if (typeof value !== 'string')
    return html`<div part="fact">
      <dt part="fact-title" dir="auto" .textContent=${title ?? ''}></dt>
      <dd part="fact-value">${value}</dd>
    </div>`;
  return html`<div part="fact">
    <dt part="fact-title" dir="auto" .textContent=${title ?? ''}></dt>
    <dd part="fact-value" dir="auto" .textContent=${value}></dd>
  </div>`;
}
