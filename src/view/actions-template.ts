import { html as lit, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages } from '../messages/en.js';
import type { CardAction } from '../schema/model.js';
import { isUnseen } from '../schema/unseen.js';
import type { FailedOutcome } from '../state/action-lifecycle.js';
import { availability, hasFailed, hasUnsentInput, isLeft, statusOf, UNTOUCHED } from '../state/card-state.js';
import { failureText, otherErrors } from './failure-text.js';
import { html, none } from './flat.js';
import { EXPIRED, formTemplate, keepFocus } from './form-template.js';
import { checkIcon, faultIcon, outIcon } from './icons.js';
import type { RenderContext } from './render-context.js';

/**
 * A card's own actions, at its foot; those of nested items stand with them.
 *
 * @param straySlots - of what was sent from another version of the card.
 */
export function actionsTemplate(context: RenderContext, straySlots: readonly string[]) {
  if (context.state.dismissedAt !== null) return undoTemplate(context);
  const own = context.card.actions.filter(({ grouped }) => !grouped);
  const strays = straySlots.map((slot) => ({ slot, label: null, inputs: [] }));
  return lit`<footer part="footer">${actionGroup(own, context, notesOf(context), strays)}</footer>`;
}

/** What was sent: an action of the card, or, without a label, one of another version of it. */
type SentAction = Pick<CardAction, 'slot' | 'inputs'> & { readonly label: string | null };

/** All that is left of a card that was dismissed, until it goes for good. */
function undoTemplate({ messages, handlers }: RenderContext) {
  return lit`<footer part="footer">
    <div part="undo" class="undo">
      ${checkIcon}<span>${messages.dismissed}</span>
      <button type="button" part="action undo-action" class="action undo-action" @click=${() => handlers.undo()}>
        ${messages.undo}
      </button>
    </div>
  </footer>`;
}

type Note = (context: RenderContext) => unknown;

/** What is to be said of the card as a whole. */
function notesOf({ card, expired, hasUpdate }: RenderContext): readonly Note[] {
  if (!expired) return hasUpdate ? [updateNote] : NO_NOTES;
  const notes = card.actions.length ? [expiredNote] : NO_NOTES;
  return hasUpdate ? [updateNote, ...notes] : notes;
}

const NO_NOTES: readonly Note[] = [];

function updateNote({ messages, handlers }: RenderContext) {
  return lit`<div part="waiting" class="note">
    <span>${messages.hasUpdate}</span>
    <button
      type="button"
      part="action waiting-action"
      class="action waiting-action"
      @mousedown=${keepFocus}
      @click=${() => handlers.showUpdate()}
    >
      ${messages.showUpdate}
    </button>
  </div>`;
}

function expiredNote({ card, state, messages }: RenderContext) {
  return lit`<p part="expired" class="note" id=${EXPIRED}>
    ${faultIcon}<span>${hasUnsentInput(card, state) ? messages.hasExpiredTyped : messages.hasExpired}</span>
  </p>`;
}

/** Actions in their order, the open form, what is to be said of the card, and what became of the last press. */
export function actionGroup(
  actions: readonly CardAction[],
  context: RenderContext,
  notes: readonly Note[] = NO_NOTES,
  strays: readonly SentAction[] = [],
) {
  const { card, state } = context;
  const left = actions.filter((action) => isLeft(card, state, action));
  const form = left.find(({ slot }) => slot === state.openForm);
  return lit`${actionRow(actions, form, context, strays)}${form ? keyed(form.slot, formTemplate(form, context)) : nothing}${
    state === UNTOUCHED && notes === NO_NOTES
      ? nothing
      : [
          notes.map((note) => note(context)),
          repeat(
            [...left, ...strays].filter((action) => hasFailed(statusOf(state, action))),
            ({ slot }) => slot,
            (action) => troubleTemplate(action, context),
          ),
        ]
  }`;
}

/** One template for the row. While one is sent only attributes change; what is done has another structure. */
function actionRow(
  actions: readonly CardAction[],
  form: CardAction | undefined,
  context: RenderContext,
  strays: readonly SentAction[],
) {
  return html`<div part="actions" class="actions">
    ${actions.map((action) =>
      action.description === null ? actionTemplate(action, context) : explained(action, context),
    )}${[...actions, ...strays].map((action) => giveUpButton(action, form, context))}
  </div>`;
}

/** For what takes long and has no form that could be cancelled. */
function giveUpButton(action: SentAction, form: CardAction | undefined, context: RenderContext) {
  const status = statusOf(context.state, action);
  if (action === form || status.kind !== 'pending' || !status.slow) return none;
  return html`<button
    type="button"
    part="action cancel"
    class="action cancel"
    @click=${() => context.handlers.cancel(action)}
  >
    ${context.messages.cancel}
  </button>`;
}

/** An action with what it says of itself, until it is done. */
function explained(action: CardAction, context: RenderContext) {
  if (!isLeft(context.card, context.state, action)) return actionTemplate(action, context);
  return html`<div part="explained" class="explained">
    ${actionTemplate(action, context)}
    <p part="explanation" class="explanation" id=${explanationId(action, context)}>${action.description}</p>
  </div>`;
}

/** Unique in the card's shadow root. */
function explanationId(action: CardAction, { card }: RenderContext): string | typeof nothing {
  return action.description === null ? nothing : `action-${card.actions.indexOf(action)}-text`;
}

/** What an action's button is described by. */
function described(action: CardAction, context: RenderContext): string | typeof nothing {
  const explains = explanationId(action, context);
  if (!context.expired) return explains;
  return explains === nothing ? EXPIRED : `${explains} ${EXPIRED}`;
}

/** The card's own listener finds which action is pressed by `data-press`. */
function actionTemplate(action: CardAction, context: RenderContext) {
  const { state, messages } = context;
  const available = availability(context.card, state, action);
  if (available === 'hidden') return none;
  if (available === 'done')
    return html`<p part="action-done" class="action-done" tabindex="-1" data-slot=${action.slot}>
      ${checkIcon}<span>${action.completedLabel}</span>
    </p>`;
  const primary = isPrimary(action, context);
  const look = primary ? 'action primary' : 'action';
  if (action.kind === 'none')
    return html`<button
      type="button"
      part="${look} blocked"
      class="${look} blocked"
      disabled
      title=${messages.blockedAction}
    >
      <span>${nameOf(action, messages)}</span><small>${messages.blockedAction}</small>
    </button>`;
  if (action.kind === 'open' && action.url !== null)
    return html`<a
      part="${look} open${context.expired ? ' locked' : ''}"
      class=${look}
      data-slot=${action.slot}
      href=${action.url}
      target="_blank"
      rel="noopener noreferrer"
      aria-disabled=${context.expired ? 'true' : nothing}
      aria-describedby=${described(action, context)}
      @click=${(event: Event) => context.handlers.openAction(event, action)}
      ><span>${nameOf(action, messages)}</span>${outIcon}</a
    >`;
  const status = statusOf(state, action);
  const pending = status.kind === 'pending';
  const isOpen = state.openForm === action.slot;
  const locked = available === 'locked' || context.expired;
  const button = html`<button
    type="button"
    part="${look}${isOpen ? ' open-form' : ''}${pending ? ' pending' : ''}${locked && !pending ? ' locked' : ''}"
    class=${look}
    data-press
    data-slot=${action.slot}
    aria-expanded=${action.inputs.length ? (isOpen ? 'true' : 'false') : nothing}
    aria-disabled=${locked ? 'true' : nothing}
    aria-busy=${pending ? 'true' : nothing}
    aria-describedby=${described(action, context)}
  >
    ${nameOf(action, messages)}
  </button>`;
  if (!action.allowRepeated) return button;
  return html`${button}${
    status.kind === 'done'
      ? lit`<span part="action-note" class="action-note">${checkIcon}${action.completedLabel}</span>`
      : nothing
  }`;
}

/** Its label; beside one that nobody can see, what it is for. */
function nameOf({ label, actionKey }: CardAction, { unknownAction }: Messages): string {
  return isUnseen(label) ? `${label} ${isUnseen(actionKey) ? unknownAction : actionKey}` : label;
}

/** The connector says which one is; a lone action is, too. Beside an open form, its Submit is the only one. */
function isPrimary(action: CardAction, { card, state }: RenderContext): boolean {
  if (!action.primary && card.actions.length > 1) return false;
  const { openForm } = state;
  return openForm === null || !card.actions.some((one) => one.slot === openForm && isLeft(card, state, one));
}

/** What went wrong, in words, with every way out there is. What was entered stays in the form. */
function troubleTemplate(action: SentAction, context: RenderContext) {
  const { state, messages, card } = context;
  const status = statusOf(state, action);
  if (status.kind === 'auth-required')
    return lit`<div part="failure" class="failure" data-slot=${action.slot}>
      ${faultIcon}
      <div part="failure-texts" class="failure-texts">
        <p part="failure-text" class="failure-text">${messages.authRequired(card.name ?? messages.thisConnector)}</p>
        ${wayOn(action, context)}
      </div>
    </div>`;
  if (status.kind !== 'failed') return nothing;
  const { failure } = status;
  const inForm = state.openForm === action.slot;
  return lit`<div part="failure" class="failure" data-slot=${action.slot}>
    ${faultIcon}
    <div part="failure-texts" class="failure-texts">
      <p part="failure-title" class="failure-title">${failure.title ?? (action.label === null ? messages.failedTitle : messages.labelled(action.label, messages.failedTitle))}</p>
      <p part="failure-text" class="failure-text">${failureText(failure, action, messages)}</p>
      ${otherErrors(failure, action).map((text) => lit`<p part="failure-text" class="failure-text">${text}</p>`)}
      ${failureLinks(failure)}
      ${isOwn(action) && (failure.canRetry === false || inForm) ? nothing : wayOn(action, context)}
    </div>
  </div>`;

  function failureLinks({ links = [] }: FailedOutcome) {
    if (!links.length) return nothing;
    return lit`<ul part="failure-links" class="failure-links" role="list">
      ${links.map(
        ({ label, url }) =>
          lit`<li>
            <a
              part="link"
              data-open="link"
              href=${url}
              target="_blank"
              rel="noopener noreferrer"
              >${label}</a
            >
          </li>`,
      )}
    </ul>`;
  }
}

/** To try it again; where the card does not have the action any more, to put away what is said of it. */
function wayOn(action: SentAction, { messages, handlers, expired }: RenderContext) {
  if (!isOwn(action))
    return lit`<button type="button" part="action cancel" class="action retry" @click=${() => handlers.cancel(action)}>
      ${messages.close}
    </button>`;
  return lit`<button
    type="button"
    part="action retry"
    class="action retry"
    aria-disabled=${expired ? 'true' : nothing}
    aria-describedby=${expired ? EXPIRED : nothing}
    @click=${() => handlers.submit(action)}
  >
    ${messages.retry}
  </button>`;
}

function isOwn(action: SentAction): action is CardAction {
  return action.label !== null;
}
