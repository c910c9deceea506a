import { html } from 'lit';
import type { LinkedText } from '../schema/model.js';
import type { OpenReason, RenderContext } from './render-context.js';

/** A text, and the link that it is where it leads somewhere. */
export function linked({ text, url }: LinkedText, reason: OpenReason, { handlers }: RenderContext) {
  if (url === null) return text;
  return html`<a
    part="link ${reason}-link"
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    @click=${(event: Event) => handlers.open(event, url, reason)}
    .textContent=${text}
  ></a>`;
}
