import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages } from '../messages/en.js';
import type { ActionInput, CardAction } from '../schema/model.js';
import { statusOf, valuesOf, type InputFault } from '../state/card-state.js';
import { lengthOf } from '../state/check-values.js';
import { availability } from '../state/card-state.js';
import type { RenderContext } from './render-context.js';

/** The form of an action. What is typed goes to the store at each stroke; the form itself holds nothing. */
export function formTemplate(action: CardAction, context: RenderContext) {
  const { state, handlers, messages, card } = context;
  const values = valuesOf(state, action);
  const faults = state.faults[action.slot] ?? {};
  const status = statusOf(state, action);
  const pending = status.kind === 'pending';
  const locked = availability(card, state, action) === 'locked';
  return html`<form
    part="form"
    novalidate
    aria-label=${action.label}
    data-slot=${action.slot}
    @submit=${(event: Event) => {
      event.preventDefault();
      handlers.submit(action);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      handlers.cancel(action);
    }}
  >
    ${repeat(
      action.inputs,
      ({ id }) => id,
      (input, i) =>
        inputTemplate(
          {
            action,
            input,
            id: `input-${i}`,
            value: values[input.id] ?? '',
            fault: faults[input.id],
            pending,
          },
          context,
        ),
    )}
    <div part="form-actions" @mousedown=${keepFocus}>
      <button
        type="submit"
        part="action primary submit${pending ? ' pending' : ''}"
        aria-disabled=${locked ? 'true' : nothing}
        aria-busy=${pending ? 'true' : nothing}
        @click=${(event: MouseEvent) => {
          if (isSecondClick(event)) event.preventDefault();
        }}
      >
        ${pending ? messages.sending : status.kind === 'failed' && !hasFaults(faults) ? messages.retry : messages.submit}
      </button>
      <button
        type="button"
        part="action cancel"
        @click=${() => handlers.cancel(action)}
        aria-disabled=${pending ? 'true' : nothing}
      >
        ${messages.cancel}
      </button>
    </div>
  </form>`;
}

/**
 * The second click of a double click. It is not meant for what has come under the pointer since the first: the
 * Submit of a form that has just opened, the same button of the next card.
 */
export function isSecondClick({ detail }: MouseEvent): boolean {
  return detail > 1;
}

/**
 * A button of the form leaves the focus where it is: an input that is left may get a message, which would move
 * the button away from the pointer before the click is complete.
 */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

function hasFaults(faults: Readonly<Record<string, InputFault>>): boolean {
  return Object.keys(faults).length > 0;
}

interface InputView {
  readonly action: CardAction;
  readonly input: ActionInput;
  /** Unique in the card's shadow root. */
  readonly id: string;
  readonly value: string;
  readonly fault: InputFault | undefined;
  readonly pending: boolean;
}

function inputTemplate(view: InputView, context: RenderContext) {
  const { input, id, value, fault } = view;
  const { messages } = context;
  const left = input.maxLength - lengthOf(value);
  const near = input.maxLength > 0 && left >= 0 && left <= Math.max(20, input.maxLength * 0.1);
  return html`<div part="input ${input.format}${fault ? ' faulty' : ''}">
    <label part="label" for=${id}
      >${input.label}${input.minLength > 0 ? html` <span part="required">${messages.required}</span>` : nothing}</label
    >
    ${input.help === null ? nothing : html`<p part="help" id="${id}-help">${input.help}</p>`}
    ${controlTemplate(view, context)}
    ${fault ? html`<p part="fault" id="${id}-fault">${faultText(input, fault, messages)}</p>` : nothing}
    ${near ? html`<p part="remaining" id="${id}-left">${messages.remaining(left)}</p>` : nothing}
  </div>`;
}

function controlTemplate(
  { action, input, id, value, fault, pending }: InputView,
  { handlers, messages }: RenderContext,
) {
  const described =
    [input.help === null ? '' : `${id}-help`, fault ? `${id}-fault` : ''].filter(Boolean).join(' ') ||
    nothing;
  const required = input.minLength > 0 ? 'true' : nothing;
  const invalid = fault ? 'true' : nothing;
  const entered = (event: Event) =>
    handlers.enter(
      action,
      input,
      (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value,
    );
  const left = () => handlers.leave(action, input);
  switch (input.format) {
    case 'select':
      return html`<select
        part="control"
        id=${id}
        name=${input.id}
        aria-required=${required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        ?disabled=${pending}
        @change=${entered}
        @blur=${left}
      >
        <option value="" ?selected=${value === ''}>${messages.choose}</option>
        ${input.options.map(
          (option) =>
            html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
        )}
      </select>`;
    case 'textarea':
      return html`<textarea
        part="control"
        id=${id}
        name=${input.id}
        rows="3"
        aria-required=${required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        ?readonly=${pending}
        .value=${live(value)}
        @input=${entered}
        @blur=${left}
      ></textarea>`;
    case 'text':
      return html`<input
        part="control"
        type="text"
        id=${id}
        name=${input.id}
        autocomplete="off"
        aria-required=${required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        ?readonly=${pending}
        .value=${live(value)}
        @input=${entered}
        @blur=${left}
      />`;
  }
}

/** One sentence for one fault of an input. */
export function faultText({ label }: ActionInput, fault: InputFault, messages: Messages): string {
  switch (fault.kind) {
    case 'missing':
      return messages.missing(label);
    case 'too-short':
      return messages.tooShort(fault.min, fault.count);
    case 'too-long':
      return messages.tooLong(fault.max, fault.count);
    case 'told':
      return fault.text;
  }
}
