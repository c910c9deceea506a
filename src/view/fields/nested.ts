import type { NestedItem } from '../../schema/model.js';
import { actionGroup } from '../actions-template.js';
import { html, none } from '../flat.js';
import { linked } from '../linked.js';
import type { RenderContext } from '../render-context.js';
import { fieldGroups } from './index.js';

/** What an item within a chat item has below its texts: links, tables, its actions, and the items within it. */
export function nestedBody({ links, fields, actions }: NestedItem, name: string, context: RenderContext) {
  const inner = { ...context, headingLevel: context.headingLevel + 1 };
  const tables = fields.filter(({ kind }) => kind !== 'nested');
  const items = fields.filter(({ kind }) => kind === 'nested');
  return html`${links.map((link) => html`<p part="field-link">${linked(link, 'link')}</p>`)}
  ${fieldGroups(tables, `${name}-table`, inner)} ${actions.length ? actionGroup(actions, context) : none}
  ${fieldGroups(items, `${name}-item`, inner)}`;
}
