import { nothing, type TemplateResult } from 'lit';
import type { Picture } from '../../schema/model.js';
import { html, none } from '../flat.js';
import { linked } from '../linked.js';
import { picture as pictureTemplate } from '../picture.js';
import type { RenderContext } from '../render-context.js';
import { longText } from '../text.js';

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

/** Facts as a description list. */
export function factList(facts: readonly Fact[], context: RenderContext): TemplateResult {
  return html`<dl part="facts">${facts.map((fact) => factRow(fact, context))}</dl>`;
}

function factRow({ title, subtitle, description, url, picture, name }: Fact, context: RenderContext) {
  const text = description ?? '';
  const value = url === null ? longText(text, name, context) : linked({ text, url }, 'link');
  if (subtitle === null && picture === null)
    return html`<div part="fact">
      <dt part="fact-title">${title ?? ''}</dt>
      <dd part="fact-value">${value}</dd>
    </div>`;
  return html`<div part="fact">
    <dt part="fact-title">
      ${title ?? nothing}${subtitle === null ? none : html`<small part="fact-subtitle">${subtitle}</small>`}
    </dt>
    <dd part="fact-value">${picture ? pictureTemplate(picture, 'fact-picture') : none}${value}</dd>
  </div>`;
}
