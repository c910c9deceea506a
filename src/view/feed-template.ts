import { html, nothing } from 'lit';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Messages } from '../messages/en.js';
import { checkIcon, faultIcon } from './icons.js';

/*
 * What a feed shows beside its cards.
 */

/** The button over the list that lets new cards in. */
export function newsTemplate(count: number, { newCards }: Messages, letIn: () => void) {
  if (!count) return nothing;
  return html`<div part="news">
    <button type="button" part="news-action" @click=${letIn}>${newCards(count)}</button>
  </div>`;
}

/** What a strip's button does. */
export interface Retry {
  readonly isUnderWay: boolean;
  again(): void;
}

/** The cards, or newer ones, could not be loaded. */
export function loadFailedTemplate(hasCards: boolean, messages: Messages, retry: Retry) {
  return html`<div role="alert">
    <slot name="load-failed"
      >${strip(hasCards ? messages.refreshFailed : messages.loadFailed, messages, retry)}</slot
    >
  </div>`;
}

/** @param retry - `null` where there is nothing to load from. */
export function connectorsFailedTemplate(names: readonly string[], messages: Messages, retry: Retry | null) {
  return html`<slot name="connector-failed"
    >${names.map((name) => strip(messages.connectorFailed(name), messages, retry))}</slot
  >`;
}

function strip(text: string, messages: Messages, retry: Retry | null) {
  return html`<p part="strip">
    ${faultIcon}<span>${text}</span>${
      retry
        ? html`<button
            type="button"
            part="strip-action"
            aria-disabled=${retry.isUnderWay ? 'true' : nothing}
            @click=${() => retry.again()}
          >
            ${messages.retry}
          </button>`
        : nothing
    }
  </p>`;
}

/** While the first cards are on their way. */
export function skeletonsTemplate({ loadingFeed }: Messages) {
  return html`<slot name="loading"
    ><div part="skeleton" role="img" aria-label=${loadingFeed}><i></i><i></i><i></i></div
  ></slot>`;
}

/** @param isFiltered - whether there are cards, but none that the filter lets through. */
export function emptyTemplate(isFiltered: boolean, { emptyFilter, emptyFeed }: Messages) {
  return isFiltered
    ? html`<slot name="no-match"><p part="empty" tabindex="-1">${emptyFilter}</p></slot>`
    : html`<slot name="empty"><p part="empty" tabindex="-1">${checkIcon}${emptyFeed}</p></slot>`;
}

/** The button after the last card. */
export function moreTemplate(isLoading: boolean, { loadMore }: Messages, ask: (event: MouseEvent) => void) {
  return html`<button type="button" part="more" aria-disabled=${isLoading ? 'true' : nothing} @click=${ask}>
    ${loadMore}
  </button>`;
}

/** Why some or all of the input can't be shown. */
export function faultTemplate({ message, hint, range }: Diagnostic, messages: Messages) {
  const place = range ? messages.labelled(messages.faultAt(range.start.line, range.start.column), '') : '';
  return html`<p part="fault">
    ${faultIcon}<span
      >${messages.unreadable} ${place}<span lang=${messages.diagnostics ? nothing : 'en'}
        >${message} ${hint ?? ''}</span
      ></span
    >
  </p>`;
}
