import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { sampleCards, type SampleCard } from '../../stories/cards/index.js';
import type { PreviewHandlers, PreviewState } from './state.js';

/** The picker: a list where there is room, else a select. Both are here, and the style sheet shows one. */
export function samplesTemplate(state: PreviewState, handlers: PreviewHandlers) {
  const { sample, drafts } = state;
  return html`<nav class="samples" aria-label="Sample cards">
    <fieldset class="sample-list">
      <legend>Sample cards</legend>
      ${sampleCards.map((one) => rowTemplate(one, one === sample, one.name in drafts, handlers))}
    </fieldset>
    <div class="sample-select">
      <label for="sample-select">Sample card</label>
      <select
        id="sample-select"
        aria-describedby="sample-about"
        .value=${live(sample.name)}
        @change=${(event: Event) => handlers.pick((event.target as HTMLSelectElement).value)}
      >
        ${sampleCards.map(
          ({ name, title }) =>
            html`<option value=${name} ?selected=${name === sample.name}>
              ${title}${name in drafts ? ' (edited)' : ''}
            </option>`,
        )}
      </select>
      <p id="sample-about">${sample.about}</p>
    </div>
  </nav>`;
}

function rowTemplate(
  { name, title, about }: SampleCard,
  on: boolean,
  edited: boolean,
  handlers: PreviewHandlers,
) {
  return html`<label class="sample">
    <input
      type="radio"
      name="sample"
      value=${name}
      aria-labelledby="title-${name}"
      aria-describedby="about-${name}"
      .checked=${live(on)}
      @change=${() => handlers.pick(name)}
    />
    <span class="sample-title" id="title-${name}"
      >${title} ${edited ? html`<span class="edited">edited</span>` : ''}</span
    >
    <span class="sample-about" id="about-${name}">${about}</span>
  </label>`;
}
