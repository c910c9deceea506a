import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { answers, type Answer, type HostSettings } from './host.js';
import type { PreviewHandlers, PreviewState } from './state.js';

/** Chooses how the pretended host answers what the card sends. */
export function hostTemplate({ host }: PreviewState, handlers: PreviewHandlers) {
  return html`<form
    class="host"
    aria-label="The pretended host"
    @submit=${(event: Event) => event.preventDefault()}
  >
    <div class="host-row">
      <label for="answer">Host answers</label>
      <select
        id="answer"
        aria-describedby="answer-about"
        .value=${live(host.answer)}
        @change=${(event: Event) => handlers.setHost({ answer: valueOf(event) as Answer })}
      >
        ${Object.entries(answers).map(
          ([value, { label }]) =>
            html`<option value=${value} ?selected=${value === host.answer}>${label}</option>`,
        )}
      </select>
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(host.identityVerified)}
          @change=${(event: Event) =>
            handlers.setHost({ identityVerified: (event.target as HTMLInputElement).checked })}
        />
        Identity verified
      </label>
    </div>
    ${textsTemplate(host, handlers)}
    <div class="host-about">
      <p id="answer-about">${answers[host.answer].about} Nothing is really sent.</p>
      <button type="button" id="bring-back" @click=${() => handlers.bringBack()}>Bring the card back</button>
    </div>
  </form>`;
}

/** The words of the answer, where it has some. */
function textsTemplate({ answer, title, text, fieldError }: HostSettings, { setHost }: PreviewHandlers) {
  if (answer === 'no')
    return html`<div class="host-texts">
      ${lineTemplate('host-title', 'Title', title, (value) => setHost({ title: value }))}
      ${lineTemplate('host-text', 'Text', text, (value) => setHost({ text: value }))}
    </div>`;
  if (answer === 'field-error')
    return html`<div class="host-texts">
      ${lineTemplate('host-error', 'Error', fieldError, (value) => setHost({ fieldError: value }))}
    </div>`;
  return nothing;
}

function lineTemplate(id: string, label: string, value: string, change: (value: string) => void) {
  return html`<label for=${id}>${label}</label>
    <input
      id=${id}
      autocomplete="off"
      .value=${live(value)}
      @input=${(event: Event) => change(valueOf(event))}
    />`;
}

function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}
