import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { hostTemplate } from './host-view.js';
import { segmentedTemplate } from './segmented.js';
import type { PreviewHandlers, PreviewState } from './state.js';

const widths = { '360': '360', '480': '480', full: 'Full' };
const directions = { ltr: 'LTR', rtl: 'RTL' };
const schemes = { system: 'System', light: 'Light', dark: 'Dark' };

/** The card as its users see it, with what surrounds it: the ways to look at it, and the host that answers it. */
export function cardPane(state: PreviewState, handlers: PreviewHandlers) {
  const { view, run } = state;
  const { cardEvent } = handlers;
  return html`<section class="pane card-pane" aria-labelledby="card-heading">
    <div class="bar">
      <h2 id="card-heading">Card</h2>
      <div class="view">
        ${segmentedTemplate('width', 'Width in pixels', widths, view.width, (width) => handlers.look({ width }))}
        ${segmentedTemplate('direction', 'Direction', directions, view.direction, (direction) =>
          handlers.look({ direction }),
        )}
        ${segmentedTemplate('scheme', 'Colour scheme', schemes, view.scheme, (scheme) =>
          handlers.look({ scheme }),
        )}
      </div>
    </div>
    <div
      class="canvas"
      role="group"
      aria-label="The card as its users see it"
      tabindex="0"
      dir=${view.direction}
      data-scheme=${view.scheme}
      @mf-action=${cardEvent}
      @mf-action-settled=${cardEvent}
      @mf-invalid=${cardEvent}
      @mf-open=${cardEvent}
      @mf-attachment=${cardEvent}
      @mf-card-removed=${cardEvent}
      @mf-auth-required=${cardEvent}
    >
      <div class="stage" data-width=${view.width}>${keyed(run.store, shownTemplate(state))}</div>
    </div>
    ${hostTemplate(state, handlers)}
  </section>`;
}

/** The text goes in as it is, so that the element itself can say where it is wrong. */
function shownTemplate({ read, run }: PreviewState) {
  const { text, several } = read;
  const { store, transport } = run;
  if (several)
    return html`<mf-card-feed .cards=${text} .store=${store} .transport=${transport}></mf-card-feed>`;
  return html`<mf-card .card=${text} .store=${store} .transport=${transport}></mf-card>
    ${goneTemplate(read.cards[0]?.key, store)}`;
}

function goneTemplate(cardKey: string | undefined, store: PreviewState['run']['store']) {
  const removed = cardKey === undefined ? null : store.get(cardKey).removed;
  // What has expired can still be read, and says so itself.
  return removed === null || removed === 'expired'
    ? nothing
    : html`<p class="gone">The card was ${removed} and is gone from view.</p>`;
}
