import { isSameVersion } from '../schema/card-key.js';
import type { ActionRequest } from '../schema/encode-request.js';
import type { ActionInput, Attachment, Card, CardAction, InputValue } from '../schema/model.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import {
  availability,
  departure,
  isEditing,
  isExpired,
  isGone,
  hasUnsentInput,
  statusOf,
  valuesOf,
  type CardState,
  type FormatFault,
  type InputFault,
  type RemovalReason,
} from '../state/card-state.js';
import {
  actionOpened,
  cardDismissed,
  cardRemoved,
  dismissalUndone,
  faultsShown,
  formClosed,
  formOpened,
  inputLeft,
  optionsFiltered,
  partToggled,
  straysForgotten,
  valueEntered,
} from '../state/card-steps.js';
import type { CardStore } from '../state/card-store.js';
import { now } from '../state/clock.js';
import { checkValues } from '../state/check-values.js';
import { cancelAction, isAsSent, runAction, takenLate, type SettledAction } from '../state/run-action.js';
import type { Messages } from '../messages/en.js';
import type { Transport } from '../transports/transport.js';
import { cardName } from '../view/card-template.js';
import { failureAnnouncement } from '../view/failure-text.js';
import { faultText, shownOptions, unfinishedInputs } from '../view/form-template.js';
import type { CardHandlers, OpenReason } from '../view/render-context.js';
import { afterClick } from './after-click.js';
import { nextAnnouncement } from './announcement.js';
import { AttachmentLoads } from './attachment-loads.js';
import {
  MfActionEvent,
  MfActionSettledEvent,
  MfAttachmentEvent,
  MfAuthRequiredEvent,
  MfCardRemovedEvent,
  MfInvalidEvent,
  MfOpenEvent,
} from './events.js';
import { ignoreHeldKey } from './held-key.js';
import { isElsewhere, isNowhere } from './same-focus.js';
import { isSecondClick } from './second-click.js';

/** What an interaction needs of the element that shows the card. */
export interface CardPlace {
  readonly shown: Card | null;
  readonly currentStore: CardStore;
  readonly currentMessages: Messages;
  readonly urlPolicy: UrlPolicy | undefined;
  /** Milliseconds that an answer may take. */
  readonly timeLimit: number;
  /** Asked for when it is needed: a card that is only read needs none. */
  readonly currentTransport: Transport | null;
  readonly root: ShadowRoot;
  dispatchEvent(event: Event): boolean;
  /** What the element lies in, from the inside out. */
  ancestors(): EventTarget[];
  requestUpdate(): void;
  /** Shows a new version of the card, in any shape that `readCards` takes. */
  replace(card: unknown): void;
  /** Shows the version that waits. */
  showUpdate(): void;
  focusWhole(): void;
  /** The card's picture did not load: it has to do without. */
  iconFailed(): void;
}

/** Milliseconds that another element of the store leaves to the one in which the user has acted. */
const ELSEWHERE_LATER = 150;

/**
 * What happens when the user does something: changes go to the store, questions to the page, and the focus and
 * the announcements follow. The element shows what comes of it.
 */
export class CardInteraction implements CardHandlers, EventListenerObject {
  /** Said by assistive technology when it changes. */
  announcement = '';
  readonly files: AttachmentLoads;
  /** How often the element was taken from its place. */
  moves = 0;
  readonly #place: CardPlace;
  #focusNext: (() => void) | null = null;
  #departure: ReturnType<typeof setTimeout> | undefined;
  #toldExpiry = false;
  /** The version of the card that the pointer went down on. */
  #pressedOn: Card | null = null;
  /** Key of the card that the user has dismissed, or sent an action of, here. */
  #actedOn: string | null = null;

  constructor(place: CardPlace) {
    this.#place = place;
    this.files = new AttachmentLoads(place, this);
  }

  press(action: CardAction): void {
    const card = this.#free(action);
    if (!card) return;
    if (action.kind === 'dismiss') this.#dismiss(card);
    if (action.kind === 'sign-in') this.#askToSignIn(card, action);
    if (action.kind !== 'send') return;
    if (!action.inputs.length) {
      void this.#run(card, action);
      return;
    }
    this.#change((state) => formOpened(state, action));
    this.#focusWhenDrawn(FIRST_CHOSEN, 'form :is(input, select, textarea)');
  }

  /** @param asSent - whether it is sent only if it is what was sent before. */
  submit(action: CardAction, asSent = false): void {
    const card = this.#free(action);
    if (!card) return;
    const faults: Record<string, InputFault> = {
      ...checkValues(action, valuesOf(this.#state(card), action)),
      ...Object.fromEntries(
        this.#unfinished(action).map(({ id, format }) => [
          id,
          { kind: 'not', what: format as FormatFault } as const,
        ]),
      ),
    };
    this.#change((state) => faultsShown(state, action, faults));
    const messages = this.#place.currentMessages;
    const faulty = action.inputs.flatMap((input) => {
      const fault = Object.hasOwn(faults, input.id) ? faults[input.id] : undefined;
      return fault ? [{ input, message: faultText(input, fault, messages) }] : [];
    });
    const [first] = faulty;
    if (!first) {
      if (!asSent || isAsSent(this.#state(card), action)) void this.#run(card, action);
      return;
    }
    this.announce(faulty.length > 1 ? `${messages.faults(faulty.length)} ${first.message}` : first.message);
    // A retry from outside the form has to open it first.
    this.#change((state) => formOpened(state, action));
    this.#focusWhenDrawn(firstFaulty(action));
    this.#place.dispatchEvent(new MfInvalidEvent(card, action, faulty));
  }

  cancel(action: Pick<CardAction, 'slot'>): void {
    const card = this.#place.shown;
    if (!card) return;
    const status = statusOf(this.#state(card), action);
    if (status.kind === 'pending') {
      if (status.slow) cancelAction(this.#place.currentStore, card.key);
      return;
    }
    const isStray = !card.actions.some(({ slot }) => slot === action.slot);
    this.#change((state) => (isStray ? straysForgotten(state, card) : formClosed(state, action)));
    this.#focusWhenDrawn(`[part=actions] ${slotted(action)}`);
  }

  enter(action: CardAction, input: ActionInput, value: InputValue): void {
    this.#change((state) => valueEntered(state, action, input, value));
  }

  leave(action: CardAction, input: ActionInput): void {
    const { moves } = this;
    // A moment later it is known whether the card was moved, which takes the focus from an input that nobody has left; and in
    // all browsers whether a button of the mouse is down.
    setTimeout(() => {
      if (moves === this.moves) afterClick(this.#place.root.ownerDocument, () => this.#judge(action, input));
    });
  }

  #unfinished(action: CardAction): ActionInput[] {
    return unfinishedInputs(action, this.#place.root.querySelector(`form${slotted(action)}`));
  }

  #judge(action: CardAction, input: ActionInput): void {
    // By its value half a date is none: what was found wrong with it would seem to be mended.
    if (this.#unfinished(action).includes(input)) return;
    this.#change((state) => {
      // A form that is closed with the focus in it has its input left as it goes.
      if (state.openForm !== action.slot) return state;
      const next = inputLeft(state, action, input);
      const fault = next === state ? undefined : next.faults[action.slot]?.[input.id];
      // The focus is elsewhere by now: what is wrong would not be noticed.
      const messages = this.#place.currentMessages;
      const text = fault && faultText(input, fault, messages);
      if (text) this.announce(fault.kind === 'missing' ? text : messages.labelled(input.label, text));
      return next;
    });
  }

  filter(action: CardAction, input: ActionInput, text: string): void {
    this.#change((state) => {
      const value = valuesOf(state, action)[input.id] ?? '';
      const { length } = shownOptions(input, value, text);
      this.announce(this.#place.currentMessages.shownOptions(length, input.options.length));
      return optionsFiltered(state, action, input, text);
    });
  }

  /** Brings back what was dismissed. */
  undo(): void {
    this.#change(dismissalUndone);
    this.announce(this.#place.currentMessages.undone);
    const dismiss = this.#place.shown?.actions.find(({ kind }) => kind === 'dismiss');
    this.#focusWhenDrawn(...(dismiss ? [`[part=actions] ${slotted(dismiss)}`] : []));
  }

  /** The focus stays in the form when it is there; else it goes to what can be done now. */
  showUpdate(): void {
    this.#place.showUpdate();
    this.#focusWhenDrawn(
      'form :focus',
      'form :is(input, select, textarea)',
      '[part=actions] :is(a, button:not(:disabled))',
      '[part=action-done]',
      'a[href], button',
    );
  }

  toggle(part: string): void {
    this.#change((state) => partToggled(state, part));
  }

  /** For the card's root: links and folded texts are many, so they have no listeners of their own. */
  handleEvent(event: Event): void {
    const target = event.target as Element;
    // Where the focus goes to is known a moment later.
    if (event.type === 'focusout')
      setTimeout(() => {
        afterClick(this.#place.root.ownerDocument, () => this.#place.requestUpdate());
      });
    if (event.type === 'focusout' || target.nodeType !== Node.ELEMENT_NODE) return;
    if (event.type === 'error') {
      if (target.matches('[part~=icon]')) this.#place.iconFailed();
      return;
    }
    if (event.type === 'keydown') {
      ignoreHeldKey(event as KeyboardEvent);
      return;
    }
    const { shown } = this.#place;
    if (event.type === 'pointerdown') {
      this.#pressedOn = shown;
      return;
    }
    const { detail } = event as MouseEvent;
    const before = this.#pressedOn;
    this.#pressedOn = null;
    const isOfAnother =
      detail > 0 && before && shown && (before.key !== shown.key || !isSameVersion(before, shown));
    if (isOfAnother || (isSecondClick(event as MouseEvent) && target.closest(':is(a, button)[part]'))) {
      event.preventDefault();
      event.stopPropagation();
      if (isOfAnother) this.announce(this.#place.currentMessages.hasUpdate);
      return;
    }
    const pressed = target.closest<HTMLElement>('[data-open], [data-toggle], [data-press]');
    const { open, toggle, press, slot } = pressed?.dataset ?? {};
    if (press !== undefined) {
      const action = shown?.actions.find((one) => one.slot === slot);
      if (action) this.press(action);
      return;
    }
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
    this.announcement = nextAnnouncement(this.announcement, text);
    this.#place.requestUpdate();
  }

  /** For the element, before each drawing: a card that is to be removed is, in its time. */
  watchDeparture(card: Card, state: CardState): void {
    this.stopWatching();
    const next = this.#departureOf(card, state);
    if (!next) return;
    // Where the user has acted it is told; elsewhere only when that is gone.
    const late = next.at && this.#actedOn !== card.key ? ELSEWHERE_LATER : 0;
    this.#departure = setTimeout(
      () => this.#remove(card, next.reason),
      Math.max(0, next.at + late - Date.now()),
    );
  }

  #departureOf(card: Card, state: CardState) {
    return departure(card, state, now(), this.isEditing(card, state));
  }

  /** Whether the user is at it: see the function of this name. */
  isEditing(card: Card, state: CardState): boolean {
    return isEditing(
      card,
      state,
      this.#focusIn('form, [part=failure], [part=waiting]') || this.hasUnfinished(state),
    );
  }

  /** Whether the open form holds something that is no value yet, so that the store knows nothing of it. */
  hasUnfinished({ openForm }: CardState): boolean {
    const open = this.#place.shown?.actions.find(({ slot }) => slot === openForm);
    return open !== undefined && this.#unfinished(open).length > 0;
  }

  #focusIn(selector: string): boolean {
    return this.#place.root.activeElement?.closest(selector) != null;
  }

  /** For the element: a new version waits until the user is done. */
  awaitUpdate(): void {
    this.announce(this.#place.currentMessages.hasUpdate);
    this.#watchFocus();
  }

  /** For the element: the card's time passes while it is shown. */
  expire(card: Card, state: CardState): void {
    this.#toldExpiry = this.isEditing(card, state);
    if (this.#toldExpiry) this.#tellExpiry(card, state);
    this.#watchFocus();
  }

  #tellExpiry(card: Card, state: CardState): void {
    const { hasExpired, hasExpiredTyped } = this.#place.currentMessages;
    this.announce(hasUnsentInput(card, state) ? hasExpiredTyped : hasExpired);
  }

  /** A form that nothing was typed into is the user's for as long as it has the focus. */
  #watchFocus(): void {
    this.#place.root.addEventListener('focusout', this);
  }

  stopWatching(): void {
    clearTimeout(this.#departure);
  }

  /** For the element, when it shows another card: nobody waits for the one before to go. */
  leaveCard(card: Card): void {
    const next = this.#departureOf(card, this.#state(card));
    if (next && next.reason !== 'expired') queueMicrotask(() => this.#remove(card, next.reason));
  }

  /** Takes the card from view. Told first: a listener can still see where the focus is. */
  #remove(card: Card, reason: RemovalReason): void {
    const place = this.#place;
    const { currentStore } = place;
    if (this.#departureOf(card, currentStore.get(card.key))?.reason !== reason) return;
    place.dispatchEvent(new MfCardRemovedEvent(card, reason));
    currentStore.update(card.key, (state) => cardRemoved(state, card, reason));
    if (reason !== 'expired' || this.#toldExpiry) return;
    // By itself on a page it stays to be read; in a feed it is gone by then, and the feed has told.
    setTimeout(() => {
      if (place.root.isConnected && place.shown === card) this.#tellExpiry(card, currentStore.get(card.key));
    });
  }

  /** It goes for good once it can't be undone any more: only then is the host told. */
  #dismiss(card: Card): void {
    this.#actedOn = card.key;
    this.#change((state) => cardDismissed(state, card, Date.now()));
    const { currentMessages } = this.#place;
    this.announce(currentMessages.dismissedForNow(cardName(card) || currentMessages.unknownCard));
    this.#focusWhenDrawn('[part=undo] button');
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
    return card && isFree(card, this.#state(card), action) ? card : null;
  }

  async #run(card: Card, action: CardAction): Promise<void> {
    this.#actedOn = card.key;
    const place = this.#place;
    const messages = place.currentMessages;
    const hadFocus = this.#hasFocus();
    const within = place.ancestors();
    const asked = { forbidden: false };
    // The element may show another card by then, or be gone: nothing is said of this one there.
    const isShown = () => place.shown?.key === card.key;
    const say = (words: string) => {
      if (isShown()) this.announce(words);
    };
    say(messages.sending);
    const settled = await runAction(card, action, {
      store: place.currentStore,
      urlPolicy: place.urlPolicy,
      timeLimit: place.timeLimit,
      offer: (request, signal) => {
        const answer = this.#offer(request, signal, () => {
          if (takenLate(place.currentStore, card, action))
            say(failureAnnouncement({ kind: 'failed', reason: 'host-failed' }, action, messages));
        });
        asked.forbidden = answer === 'cancelled';
        return answer;
      },
      verifyIdentity: (request, signal) =>
        place.currentTransport?.verifyIdentity?.(request, { signal }) ?? null,
      onSlow: () => say(messages.stillSending),
    });
    if (settled === null || settled === 'cancelled') {
      say(settled && !asked.forbidden ? messages.cancelled : '');
      return;
    }
    if (isShown()) this.#tell(card, action, settled, hadFocus);
    this.#report(card, action, settled, within);
  }

  /** There is nothing to send again: `retry` only says that it is done. */
  #askToSignIn(card: Card, action: CardAction): void {
    const signedIn = () => {
      this.#place.currentStore.update(card.key, (state) => actionOpened(state, action, Date.now()));
      this.announce(action.completedLabel);
    };
    this.#place.dispatchEvent(new MfAuthRequiredEvent(card, signedIn));
  }

  #offer(
    request: ActionRequest,
    signal: AbortSignal,
    late: () => void,
  ): Promise<unknown> | 'cancelled' | null {
    const event = new MfActionEvent(request, signal);
    this.#place.dispatchEvent(event);
    // In a moment: what nobody has taken has failed by then.
    const answer = event.takeAnswer(() => setTimeout(late));
    if (answer) return answer;
    if (event.defaultPrevented) return 'cancelled';
    const { currentTransport } = this.#place;
    // One that is no promise, or nothing, is an answer, too: that nobody has taken it would be said of what was sent.
    return currentTransport && Promise.resolve(currentTransport.submit(request, { signal }));
  }

  #tell(card: Card, action: CardAction, { outcome }: SettledAction, hadFocus: boolean): void {
    const messages = this.#place.currentMessages;
    if (outcome.kind === 'done') this.announce(action.completedLabel);
    else if (outcome.kind === 'failed') this.announce(failureAnnouncement(outcome, action, messages));
    else this.announce(messages.authRequired(card.name ?? messages.thisConnector));
    // Faults that a retry from outside the form was answered with stand in the form.
    if (this.#state(card).faults[action.slot]) this.#change((state) => formOpened(state, action));
    const slot = slotted(action);
    const isStillThere = () => {
      const { root } = this.#place;
      if (isElsewhere(root)) return false;
      return root.activeElement ? root.activeElement.closest(slot) !== null : hadFocus && isNowhere(root);
    };
    if (!isStillThere()) return;
    const selectors =
      outcome.kind === 'done'
        ? [`[part=actions] ${slot}`]
        : [firstFaulty(action), `form${slot} [type=submit]`, `[part=failure]${slot} button`];
    // Whoever hears of it may have taken the focus elsewhere by the time it is drawn.
    this.#whenDrawn(() => {
      if (isStillThere()) this.#focusFirst(selectors);
    });
  }

  /** A card that was taken away while its action was pending reports where it was. */
  #report(card: Card, action: CardAction, { request, outcome }: SettledAction, within: EventTarget[]): void {
    const place = this.#place;
    const report = (event: Event) => {
      if (place.root.isConnected) place.dispatchEvent(event);
      else within.find((one) => (one as Partial<Node>).isConnected !== false)?.dispatchEvent(event);
    };
    report(new MfActionSettledEvent(request, outcome));
    if (outcome.kind === 'done' && outcome.card !== undefined && place.shown?.key === card.key)
      place.replace(outcome.card);
    if (outcome.kind === 'auth-required')
      report(new MfAuthRequiredEvent(card, () => this.#retry(card, action)));
  }

  /** As if it were pressed: the card may have changed since, or gone. What is typed since is sent by the user alone. */
  #retry(card: Card, action: CardAction): void {
    const { shown, currentStore } = this.#place;
    const state = currentStore.get(card.key);
    // The user may have tried again, too: what can be repeated would be sent twice.
    if (statusOf(state, action).kind !== 'auth-required') return;
    if (shown?.key === card.key) {
      const again = shown.actions.find(({ slot }) => slot === action.slot);
      if (again) this.submit(again, true);
      return;
    }
    if (isAsSent(state, action) && isFree(card, state, action)) void this.#run(card, action);
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
    this.#whenDrawn(() => this.#focusFirst(selectors));
  }

  #whenDrawn(focus: () => void): void {
    this.#focusNext = focus;
    this.#place.requestUpdate();
  }

  #focusFirst(selectors: readonly string[]): void {
    for (const selector of selectors) {
      const found = this.#place.root.querySelector<HTMLElement>(selector);
      if (!found) continue;
      found.focus();
      return;
    }
    this.#place.focusWhole();
  }
}

/** Of radio buttons that stand first: with the focus on another one, a space would choose that. */
const FIRST_CHOSEN = 'form > [part~=input]:not([part~=input] ~ *) > [part=choices] [type=radio]:checked';

function firstFaulty(action: CardAction): string {
  return `form${slotted(action)} [part~=faulty] :is(input, select, textarea)`;
}

/** Whether nothing keeps the action from being done. */
function isFree(card: Card, state: CardState, action: CardAction): boolean {
  return !isGone(state) && !isExpired(card, now()) && availability(card, state, action) === 'free';
}

function slotted({ slot }: Pick<CardAction, 'slot'>): string {
  return `[data-slot="${CSS.escape(slot)}"]`;
}
