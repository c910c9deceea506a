import type { ActionRequest } from '../schema/encode-request.js';
import type { ActionInput, Attachment, Card, CardAction } from '../schema/model.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { availability, statusOf, valuesOf, type CardState, type RemovalReason } from '../state/card-state.js';
import {
  actionOpened,
  faultsShown,
  formClosed,
  formOpened,
  inputLeft,
  partToggled,
  valueEntered,
} from '../state/card-steps.js';
import type { CardStore } from '../state/card-store.js';
import { checkValues } from '../state/check-values.js';
import { runAction, type SettledAction } from '../state/run-action.js';
import type { Messages } from '../messages/en.js';
import type { Transport } from '../transports/transport.js';
import { failureAnnouncement } from '../view/failure-text.js';
import { faultText } from '../view/form-template.js';
import type { CardHandlers, OpenReason } from '../view/render-context.js';
import { AttachmentLoads } from './attachment-loads.js';
import {
  MfActionEvent,
  MfActionSettledEvent,
  MfAttachmentEvent,
  MfAuthRequiredEvent,
  MfCardRemovedEvent,
  MfOpenEvent,
} from './events.js';

/** What an interaction needs of the element that shows the card. */
export interface CardPlace {
  readonly shown: Card | null;
  readonly currentStore: CardStore;
  readonly currentMessages: Messages;
  readonly urlPolicy: UrlPolicy | undefined;
  /** Asked for when it is needed: a card that is only read needs none. */
  readonly currentTransport: Transport | null;
  readonly root: ShadowRoot;
  dispatchEvent(event: Event): boolean;
  requestUpdate(): void;
  /** Shows a new version of the card, in any shape that `readCards` takes. */
  replace(card: unknown): void;
  /** The card's picture did not load: it has to do without. */
  iconFailed(): void;
}

/**
 * What happens when the user does something: changes go to the store, questions to the page, and the focus and
 * the announcements follow. The element shows what comes of it.
 */
export class CardInteraction implements CardHandlers, EventListenerObject {
  /** Said by assistive technology when it changes. */
  announcement = '';
  readonly files: AttachmentLoads;
  readonly #place: CardPlace;
  #focusNext: (() => void) | null = null;

  constructor(place: CardPlace) {
    this.#place = place;
    this.files = new AttachmentLoads(place, this);
  }

  press(action: CardAction): void {
    const card = this.#free(action);
    if (!card) return;
    if (action.kind === 'dismiss') this.remove(card, 'dismissed');
    if (action.kind === 'sign-in') this.#askToSignIn(card, action);
    if (action.kind !== 'send') return;
    if (!action.inputs.length) {
      void this.#run(card, action);
      return;
    }
    this.#change((state) => formOpened(state, action));
    this.#focusWhenDrawn('form [part~=control]');
  }

  submit(action: CardAction): void {
    const card = this.#free(action);
    if (!card) return;
    const faults = checkValues(action, valuesOf(this.#state(card), action));
    this.#change((state) => faultsShown(state, action, faults));
    const first = action.inputs.find(({ id }) => Object.hasOwn(faults, id));
    const fault = first && faults[first.id];
    if (!fault) {
      void this.#run(card, action);
      return;
    }
    this.announce(faultText(first, fault, this.#place.currentMessages));
    // A retry from outside the form has to open it first.
    this.#change((state) => formOpened(state, action));
    this.#focusWhenDrawn('form [aria-invalid=true]');
  }

  cancel(action: CardAction): void {
    const card = this.#place.shown;
    if (!card || statusOf(this.#state(card), action).kind === 'pending') return;
    this.#change((state) => formClosed(state, action));
    this.#focusWhenDrawn(`[part=actions] ${slotted(action)}`);
  }

  enter(action: CardAction, input: ActionInput, value: string): void {
    this.#change((state) => valueEntered(state, action, input, value));
  }

  leave(action: CardAction, input: ActionInput): void {
    this.#change((state) => inputLeft(state, action, input));
  }

  toggle(part: string): void {
    this.#change((state) => partToggled(state, part));
  }

  /** For the card's root: links and folded texts are many, so they have no listeners of their own. */
  handleEvent(event: Event): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (event.type === 'error') {
      if (target.matches('[part~=icon]')) this.#place.iconFailed();
      return;
    }
    const pressed = target.closest<HTMLElement>('[data-open], [data-toggle]');
    const { open, toggle } = pressed?.dataset ?? {};
    if (toggle !== undefined) this.toggle(toggle);
    else if (open !== undefined) this.open(event, pressed?.getAttribute('href') ?? '', open as OpenReason);
  }

  /** A link opens by itself, unless the page forbids it. */
  open(event: Event, url: string, reason: OpenReason): void {
    const card = this.#place.shown;
    if (card && !this.#place.dispatchEvent(new MfOpenEvent(url, reason, card))) event.preventDefault();
  }

  openAction(event: Event, action: CardAction): void {
    if (!this.#free(action) || action.url === null) {
      event.preventDefault();
      return;
    }
    this.open(event, action.url, 'open-in');
    this.#change((state) => actionOpened(state, action, Date.now()));
    this.announce(action.completedLabel);
    this.#focusWhenDrawn(`[part=actions] ${slotted(action)}`);
  }

  attachment(event: Event, attachment: Attachment): void {
    const place = this.#place;
    const card = place.shown;
    if (!card || attachment.url === null) return;
    if (this.files.isLoading(attachment)) {
      event.preventDefault();
      return;
    }
    const abort = new AbortController();
    const { signal } = abort;
    const asked = new MfAttachmentEvent(attachment, card, signal);
    place.dispatchEvent(asked);
    let answer = asked.takeAnswer();
    const transport = answer || asked.defaultPrevented ? null : place.currentTransport;
    if (transport?.attachment) {
      // In a promise of its own, as it may throw.
      const get = transport.attachment.bind(transport, attachment, { signal });
      answer = Promise.resolve().then(get);
    }
    if (answer) void this.files.load(attachment, answer, abort);
    if (answer || asked.defaultPrevented) event.preventDefault();
    else this.open(event, attachment.url, 'attachment');
  }

  giveUpAttachment(attachment: Attachment): void {
    this.files.giveUp(attachment);
  }

  announce(text: string): void {
    this.announcement = text;
    this.#place.requestUpdate();
  }

  /** Takes the card from view. Told first: a listener can still see where the focus is. */
  remove(card: Card, reason: RemovalReason): void {
    const { currentStore } = this.#place;
    if (currentStore.get(card.key).removed !== null) return;
    this.#place.dispatchEvent(new MfCardRemovedEvent(card, reason));
    currentStore.update(card.key, (state) => ({ ...state, removed: reason }));
  }

  /** For the element, after each drawing. */
  moveFocus(): void {
    const focus = this.#focusNext;
    this.#focusNext = null;
    focus?.();
  }

  /** The card, when nothing keeps the action from being pressed. */
  #free(action: CardAction): Card | null {
    const card = this.#place.shown;
    return card && availability(card, this.#state(card), action) === 'free' ? card : null;
  }

  async #run(card: Card, action: CardAction): Promise<void> {
    const place = this.#place;
    const hadFocus = this.#hasFocus();
    this.announce(place.currentMessages.sending);
    const settled = await runAction(card, action, {
      store: place.currentStore,
      urlPolicy: place.urlPolicy,
      offer: (request, signal) => this.#offer(request, signal),
      verifyIdentity: (request) => place.currentTransport?.verifyIdentity?.(request) ?? null,
    });
    if (settled) this.#tell(card, action, settled, hadFocus || this.#hasFocus());
    else this.announce('');
  }

  /** There is nothing to send again: `retry` only says that it is done. */
  #askToSignIn(card: Card, action: CardAction): void {
    const signedIn = () => {
      this.#place.currentStore.update(card.key, (state) => actionOpened(state, action, Date.now()));
      this.announce(action.completedLabel);
    };
    this.#place.dispatchEvent(new MfAuthRequiredEvent(card, signedIn));
  }

  #offer(request: ActionRequest, signal: AbortSignal): Promise<unknown> | 'cancelled' | null {
    const event = new MfActionEvent(request, signal);
    this.#place.dispatchEvent(event);
    const answer = event.takeAnswer();
    if (answer) return answer;
    if (event.defaultPrevented) return 'cancelled';
    return this.#place.currentTransport?.submit(request, { signal }) ?? null;
  }

  #tell(card: Card, action: CardAction, { request, outcome }: SettledAction, hadFocus: boolean): void {
    const place = this.#place;
    const messages = place.currentMessages;
    if (outcome.kind === 'done') this.announce(action.completedLabel);
    else if (outcome.kind === 'failed') this.announce(failureAnnouncement(outcome, messages));
    else this.announce(messages.authRequired(card.name ?? messages.thisConnector));
    const slot = slotted(action);
    if (hadFocus && outcome.kind === 'done') this.#focusWhenDrawn(`[part=actions] ${slot}`);
    else if (hadFocus)
      this.#focusWhenDrawn('form [aria-invalid=true]', 'form [type=submit]', `[part=failure]${slot} button`);
    place.dispatchEvent(new MfActionSettledEvent(request, outcome));
    if (outcome.kind === 'done' && outcome.card !== undefined) place.replace(outcome.card);
    if (outcome.kind === 'auth-required')
      place.dispatchEvent(new MfAuthRequiredEvent(card, () => void this.#run(card, action)));
  }

  #hasFocus(): boolean {
    return this.#place.root.activeElement !== null;
  }

  #state(card: Card): CardState {
    return this.#place.currentStore.get(card.key);
  }

  #change(change: (state: CardState) => CardState): void {
    const card = this.#place.shown;
    if (card) this.#place.currentStore.update(card.key, change);
  }

  /** The first of these that is there once the change is drawn. */
  #focusWhenDrawn(...selectors: string[]): void {
    this.#focusNext = () => {
      for (const selector of selectors) {
        const found = this.#place.root.querySelector<HTMLElement>(selector);
        if (!found) continue;
        found.focus();
        return;
      }
    };
    this.#place.requestUpdate();
  }
}

function slotted({ slot }: CardAction): string {
  return `[data-slot="${CSS.escape(slot)}"]`;
}
