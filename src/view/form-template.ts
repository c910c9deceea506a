import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages } from '../messages/en.js';
import { listed } from '../messages/formats.js';
import type { ActionInput, CardAction, InputFormat, InputValue } from '../schema/model.js';
import { stepOf } from '../schema/slider.js';
import { availability, statusOf, valuesOf, type FormatFault, type InputFault } from '../state/card-state.js';
import { lengthOf } from '../state/check-values.js';
import { checkIcon, faultIcon } from './icons.js';
import type { RenderContext } from './render-context.js';
import { maybeRich } from './text.js';

/** A list with more options than this is searched rather than looked through. */
const LONG_LIST = 15;

/** Id of what says that the card has expired. */
export const EXPIRED = 'expired';

/** From more faults than this on, they are told together above the form. */
const MANY_FAULTS = 3;

/** The form of an action. What is typed goes to the store at each stroke; the form itself holds nothing. */
export function formTemplate(action: CardAction, context: RenderContext) {
  const { state, handlers, messages, card, expired } = context;
  const values = valuesOf(state, action);
  const faults = state.faults[action.slot] ?? {};
  const status = statusOf(state, action);
  const pending = status.kind === 'pending';
  const canRetry = status.kind === 'failed' && status.failure.canRetry !== false;
  const locked = expired || availability(card, state, action) === 'locked';
  const views = action.inputs.map((input, i): InputView => {
    const fault = Object.hasOwn(faults, input.id) ? faults[input.id] : undefined;
    return { action, input, id: idOf(i), value: values[input.id] ?? '', fault, pending };
  });
  return html`<form
    part="form"
    novalidate
    aria-label=${action.label}
    data-slot=${action.slot}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      handlers.submit(action);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (isOfComposing(event)) return;
      // The key that has opened the form is still held down.
      if (event.key === 'Enter' && event.repeat && (event.target as Element).localName !== 'textarea')
        event.preventDefault();
      if (event.key !== 'Escape') return;
      // Else it would close what the page shows the card in, too: by a listener, or a dialog by itself.
      event.stopPropagation();
      event.preventDefault();
      handlers.cancel(action);
    }}
  >
    ${faultList(views, messages)}
    ${repeat(
      views,
      ({ input }) => input.id,
      (view) => inputTemplate(view, context),
    )}
    <div part="form-actions" @mousedown=${keepFocus}>
      <button
        type="submit"
        part="action primary submit${pending ? ' pending' : ''}"
        class="action primary"
        aria-disabled=${locked ? 'true' : nothing}
        aria-busy=${pending ? 'true' : nothing}
        aria-describedby=${expired ? EXPIRED : nothing}
        @click=${(event: MouseEvent) => {
          // Not by the form: a frame without `allow-forms` does not let one be submitted. Enter presses this button, too.
          event.preventDefault();
          handlers.submit(action);
        }}
      >
        ${pending ? messages.sending : canRetry && !views.some(({ fault }) => fault) ? messages.retry : messages.submit}
      </button>
      <button
        type="button"
        part="action cancel"
        class="action cancel"
        @click=${() => handlers.cancel(action)}
        aria-disabled=${pending && !status.slow ? 'true' : nothing}
      >
        ${messages.cancel}
      </button>
    </div>
  </form>`;
}

/** A key that belongs to an input method. In Safari the one that ends a composition comes after it, with the code 229. */
function isOfComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it there
  return event.isComposing || event.keyCode === 229;
}

/**
 * A button of the form leaves the focus where it is: an input that is left may get a message, which would move
 * the button away from the pointer before the click is complete.
 */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** A press on the words of a choice takes the focus from the one that has it before the click gives it to this one. */
function keepFocusOnLabel(event: MouseEvent): void {
  const target = event.target as Element;
  if (target.localName !== 'input' && target.closest('label')) event.preventDefault();
}

/** Half a date is not nothing, though the browser gives no value for it. */
function isUnfinished(control: Element | RadioNodeList | null): boolean {
  return (control as Partial<HTMLInputElement> | null)?.validity?.badInput === true;
}

/** Inputs of an action that hold something in its form without being a value yet. */
export function unfinishedInputs({ inputs }: CardAction, form: HTMLFormElement | null): ActionInput[] {
  return inputs.filter((_, i) => isUnfinished(form?.elements.namedItem(idOf(i)) ?? null));
}

/** Unique in the card's shadow root. */
function idOf(place: number): string {
  return `input-${place}`;
}

/** Many faults told together, each leading to its input. */
function faultList(views: readonly InputView[], messages: Messages) {
  const faulty = views.filter(({ fault }) => fault);
  if (faulty.length <= MANY_FAULTS) return nothing;
  return html`<div part="faults">
    <p part="faults-title">${faultIcon}${messages.faults(faulty.length)}</p>
    <ul role="list">
      ${faulty.map(
        ({ input, id }) =>
          html`<li>
            <button type="button" part="fault-link" @click=${(event: Event) => focusInput(event, id)}>
              ${input.label}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function focusInput({ target }: Event, id: string): void {
  const root = (target as Element).getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>(`#${id}:not(fieldset), #${id} input`)?.focus();
}

interface InputView {
  readonly action: CardAction;
  readonly input: ActionInput;
  readonly id: string;
  readonly value: InputValue;
  readonly fault: InputFault | undefined;
  readonly pending: boolean;
}

function inputTemplate(view: InputView, context: RenderContext) {
  const { action, input, id, value, fault } = view;
  const { messages } = context;
  const { format, help, required, maxLength } = input;
  const left = maxLength - lengthOf(String(value));
  const near = isTyped(format) && maxLength > 0 && left >= 0 && left <= Math.max(20, maxLength * 0.1);
  const described =
    [help !== null && `${id}-help`, fault && `${id}-fault`, near && `${id}-left`].filter(Boolean).join(' ') ||
    nothing;
  const part = `input ${format}${fault ? ' faulty' : ''}`;
  // The space belongs to the text: as one between two nodes Chromium leaves it out of the name.
  const label = required
    ? html`${`${input.label} `}<span part="required">${messages.required}</span>`
    : input.label;
  const helpText =
    help === null
      ? nothing
      : html`<p part="help" id="${id}-help">${maybeRich(help, `${action.slot}-${id}`, context)}</p>`;
  const notes = html`${
    fault ? html`<p part="fault" id="${id}-fault">${faultText(input, fault, messages)}</p>` : nothing
  }${near ? html`<p part="remaining" id="${id}-left">${messages.remaining(left)}</p>` : nothing}`;
  if (isGroup(input))
    return html`<fieldset
      part=${part}
      id=${id}
      role=${format === 'checkbox' ? nothing : 'radiogroup'}
      aria-required=${required && format !== 'checkbox' ? 'true' : nothing}
      aria-invalid=${fault && format !== 'checkbox' ? 'true' : nothing}
      aria-describedby=${described}
      @focusout=${({ currentTarget, relatedTarget }: FocusEvent) => {
        // From one choice to the next is not out of the group.
        if (!(currentTarget as Element).contains(relatedTarget as Node | null))
          context.handlers.leave(action, input);
      }}
    >
      <legend part="label">${label}</legend>
      ${helpText}${choicesTemplate(view, context)}${notes}
    </fieldset>`;
  if (format === 'checkbox')
    return html`<div part=${part}>
      <label part="choice" @mousedown=${keepFocusOnLabel}
        >${tickTemplate(view, context, { value: 'true', label: '' }, described)}<span part="label"
          >${label}</span
        ></label
      >
      ${helpText}${notes}
    </div>`;
  return html`<div part=${part}>
    <label part="label" for=${id}>${label}</label>
    ${helpText}${controlTemplate(view, context, described)}${notes}
  </div>`;
}

/** A select that is too long to look through is drawn as radio buttons, which can be searched. */
function isGroup({ format, options }: ActionInput): boolean {
  return (
    format === 'radio' ||
    (format === 'checkbox' ? options.length > 0 : options.length > LONG_LIST && format === 'select')
  );
}

function isTyped(format: InputFormat): boolean {
  return format === 'textarea' || format in TYPED;
}

/** `type`, `inputmode` and `autocomplete` of those that are one line; a browser's own are left to it. */
const TYPED: Readonly<Partial<Record<InputFormat, readonly [string, string, string]>>> = {
  text: ['text', '', 'off'],
  // As text: a number field forgets what is no number, and turns with the wheel.
  number: ['text', 'decimal', 'off'],
  email: ['email', '', 'email'],
  tel: ['tel', '', 'tel'],
  url: ['url', '', 'url'],
  password: ['password', '', 'current-password'],
};

const PICKED: Readonly<Partial<Record<InputFormat, string>>> = { datetime: 'datetime-local' };

function controlTemplate(
  { action, input, id, value, fault, pending }: InputView,
  { handlers, messages }: RenderContext,
  described: string | typeof nothing,
) {
  const { format, min, max, rules } = input;
  const required = input.required ? 'true' : nothing;
  const invalid = fault ? 'true' : nothing;
  const entered = ({ target }: Event) => {
    const control = target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
    // What is on its way can be read and not be changed; not every control knows how to be read only.
    if (pending) control.value = String(value);
    else handlers.enter(action, input, control.value);
  };
  const left = () => handlers.leave(action, input);
  // The attribute would do nothing to an option that the user has picked before.
  const picked = (option: string) => live(option === value);
  if (format === 'select')
    return html`<select
      part="control"
      id=${id}
      name=${id}
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${described}
      aria-disabled=${pending ? 'true' : nothing}
      @change=${entered}
      @blur=${left}
    >
      <option value="" .selected=${picked('')}>${messages.choose}</option>
      ${input.options.map(
        (option) =>
          html`<option value=${option.value} .selected=${picked(option.value)}>${option.label}</option>`,
      )}
    </select>`;
  if (format === 'textarea')
    return html`<textarea
      part="control"
      id=${id}
      name=${id}
      rows="3"
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${described}
      ?readonly=${pending}
      .value=${live(value)}
      @input=${entered}
      @blur=${left}
    ></textarea>`;
  // The slider tells its value itself.
  if (format === 'range')
    return html`<div part="slider">
      <input
        part="control"
        type="range"
        id=${id}
        name=${id}
        min=${min ?? 0}
        max=${max ?? 100}
        step=${stepOf(min ?? 0, max ?? 100)}
        aria-invalid=${invalid}
        aria-describedby=${described}
        aria-disabled=${pending ? 'true' : nothing}
        .value=${live(value)}
        @input=${entered}
        @blur=${left}
      /><output part="slider-value" for=${id} aria-live="off">${value}</output>
    </div>`;
  const [type = PICKED[format] ?? format, mode = '', complete = 'off'] = TYPED[format] ?? [];
  return html`<input
    part="control"
    type=${type}
    id=${id}
    name=${id}
    inputmode=${rules.includes('numeric') ? 'numeric' : mode || nothing}
    autocomplete=${complete}
    aria-required=${required}
    aria-invalid=${invalid}
    aria-describedby=${described}
    ?readonly=${pending}
    .value=${live(value)}
    @input=${entered}
    @blur=${left}
  />`;
}

function choicesTemplate(view: InputView, context: RenderContext) {
  const { action, input, value } = view;
  const { options } = input;
  const long = options.length > LONG_LIST;
  const filters = context.state.filters[action.slot] ?? {};
  // An input may be named `constructor`.
  const filter = Object.hasOwn(filters, input.id) ? filters[input.id] : undefined;
  const { text, kept } = filter ?? { text: '', kept: [] };
  return html`${long ? searchTemplate(view, text, context) : nothing}
    <div part="choices${long ? ' long-list' : ''}" @mousedown=${keepFocusOnLabel}>
      ${repeat(
        shownOptions(input, [value, kept].flat(), text),
        (option) => option.value,
        (option) =>
          html`<label part="choice"
            >${tickTemplate(view, context, option)}<span>${option.label}</span></label
          >`,
      )}
    </div>`;
}

/** Those that have the text of the search box, and those that are to be shown whatever it is. */
export function shownOptions({ options }: ActionInput, always: InputValue, text: string) {
  const wanted = text.trim().toLowerCase();
  return options.filter(
    (option) => isChosen(always, option.value) || option.label.toLowerCase().includes(wanted),
  );
}

/** What is chosen may lie out of sight in a long list, so it stands above it. */
function searchTemplate(
  { action, input, value }: InputView,
  filter: string,
  { handlers, messages, locale }: RenderContext,
) {
  const { options, label } = input;
  const chosen = options.filter((option) => isChosen(value, option.value));
  return html`<input
      part="control search"
      type="search"
      autocomplete="off"
      aria-label=${messages.search(label)}
      placeholder=${messages.search(label)}
      .value=${live(filter)}
      @input=${({ target }: Event) => handlers.filter(action, input, (target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && !isOfComposing(event)) event.preventDefault();
      }}
    />${
      chosen.length
        ? html`<p part="chosen">
            ${checkIcon}${listed(
              chosen.map((option) => option.label),
              locale,
            )}
          </p>`
        : nothing
    }`;
}

function tickTemplate(
  { action, input, id, value, fault, pending }: InputView,
  { handlers }: RenderContext,
  option: { readonly value: string; readonly label: string },
  described: string | typeof nothing = nothing,
) {
  const { format, options, required } = input;
  const many = format === 'checkbox';
  const single = many && !options.length;
  return html`<input
    part="tick"
    type=${many ? 'checkbox' : 'radio'}
    id=${single ? id : nothing}
    name=${id}
    aria-required=${single && required ? 'true' : nothing}
    aria-invalid=${many && fault ? 'true' : nothing}
    aria-describedby=${described}
    aria-disabled=${pending ? 'true' : nothing}
    .value=${option.value}
    .checked=${live(isChosen(value, option.value))}
    @click=${(event: Event) => {
      if (pending) event.preventDefault();
    }}
    @change=${({ target }: Event) => {
      const { checked } = target as HTMLInputElement;
      handlers.enter(action, input, chosenWith(input, value, option.value, checked));
    }}
    @blur=${single ? () => handlers.leave(action, input) : nothing}
  />`;
}

function isChosen(value: InputValue, option: string): boolean {
  return typeof value === 'string' ? value === option : value.includes(option);
}

/** In the order of the options, whatever the order of the clicks. */
function chosenWith(
  { format, options }: ActionInput,
  value: InputValue,
  option: string,
  on: boolean,
): InputValue {
  if (format !== 'checkbox' || !options.length) return on ? option : '';
  return options.map((each) => each.value).filter((each) => (each === option ? on : isChosen(value, each)));
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
    case 'too-low':
      return messages.tooLow(fault.min);
    case 'too-high':
      return messages.tooHigh(fault.max);
    case 'not':
      return messages[NOT[fault.what]];
    case 'told':
      return fault.text;
  }
}

const NOT = {
  number: 'notNumber',
  digits: 'notDigits',
  'ten-digits': 'notTenDigits',
  email: 'notEmail',
  tel: 'notTel',
  url: 'notUrl',
  date: 'notDate',
  time: 'notTime',
  datetime: 'notDatetime',
} as const satisfies Record<FormatFault, keyof Messages>;
