import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Source } from './sources.js';
import type { PreviewHandlers, PreviewState } from './state.js';

/** The picker: a list where there is room, else a select. Both are here, and the style sheet shows one. */
export function samplesTemplate(state: PreviewState, handlers: PreviewHandlers) {
  const { sources, source, drafts } = state;
  const [heading, label] = sources.some(({ isFile }) => isFile)
    ? ['Cards', 'Card']
    : ['Sample cards', 'Sample card'];
  return html`<nav class="samples" aria-label=${heading}>
    <fieldset class="sample-list">
      <legend>${heading}</legend>
      ${sources.map((one) => rowTemplate(one, one === source, one.name in drafts, handlers))}
    </fieldset>
    <div class="sample-select">
      <label for="sample-select">${label}</label>
      <select
        id="sample-select"
        aria-describedby="sample-about"
        .value=${live(source.name)}
        @change=${(event: Event) => handlers.pick((event.target as HTMLSelectElement).value)}
      >
        ${sources.map(
          ({ name, title }) =>
            html`<option value=${name} ?selected=${name === source.name}>
              ${title}${name in drafts ? ' (edited)' : ''}
            </option>`,
        )}
      </select>
      <p id="sample-about">${source.about}</p>
    </div>
  </nav>`;
}

function rowTemplate(
  { name, title, about }: Source,
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
