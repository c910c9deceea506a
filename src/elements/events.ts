import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ActionRequest } from '../schema/encode-request.js';
import type { ActionInput, Attachment, Card, CardAction } from '../schema/model.js';
import type { ActionOutcome } from '../state/action-lifecycle.js';
import type { RemovalReason } from '../state/card-state.js';
import type { ActionAnswer } from '../transports/transport.js';
import type { OpenReason } from '../view/render-context.js';

const OUT = { bubbles: true, composed: true } as const;
const ASKING = { ...OUT, cancelable: true } as const;

/** A question that one listener answers while the event is dispatched, as service workers' `FetchEvent` has it. */
abstract class AnswerableEvent<Answer> extends Event {
  #answer: Promise<Answer> | null = null;
  #open = true;
  #late: (() => void) | undefined;

  /**
   * Answers with a promise; the event's default does not happen.
   *
   * @throws Error when another listener has answered, or when the event has been dispatched already: call it
   *   at once in the listener, and do the waiting in the promise.
   */
  respondWith(answer: Promise<Answer> | Answer): void {
    if (!this.#open) {
      this.#late?.();
      throw new Error(
        `${this.type}: respondWith() came too late; call it at once in the listener, and wait in its promise`,
      );
    }
    if (this.#answer) throw new Error(`${this.type} was answered twice`);
    this.#answer = Promise.resolve(answer);
    this.preventDefault();
  }

  /**
   * For the element that dispatched it: the answer, after which nobody can answer any more.
   *
   * @param late - told of who tries to.
   */
  takeAnswer(late?: () => void): Promise<Answer> | null {
    this.#open = false;
    this.#late = late;
    return this.#answer;
  }
}

/**
 * The user has sent an action. Answer with `respondWith(promise)`: of a `Response`, of an outcome, or of
 * nothing for success. A rejection is a failure. With no answer the transport is asked; without one the action
 * fails at once and says so. `preventDefault()` without an answer means: not now, and the card goes back to
 * where it was.
 */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- an async function without a return is a good answer
export class MfActionEvent extends AnswerableEvent<ActionAnswer | void> {
  readonly request: ActionRequest;
  /** Aborts when the time limit has passed, and when the user gives up. */
  readonly signal: AbortSignal;

  constructor(request: ActionRequest, signal: AbortSignal) {
    super('mf-action', ASKING);
    this.request = request;
    this.signal = signal;
  }
}

/** An action has an outcome, and the card shows it. */
export class MfActionSettledEvent extends Event {
  readonly request: ActionRequest;
  readonly outcome: ActionOutcome;

  constructor(request: ActionRequest, outcome: ActionOutcome) {
    super('mf-action-settled', OUT);
    this.request = request;
    this.outcome = outcome;
  }
}

/** What is wrong with an input, in the words that the card says it with. */
export interface InvalidInput {
  readonly input: ActionInput;
  readonly message: string;
}

/**
 * The user wanted to send an action whose form is not filled in as it has to be: nothing is sent, the card says what is
 * wrong, and the first of these inputs has the focus. What was typed is not told.
 */
export class MfInvalidEvent extends Event {
  readonly card: Card;
  readonly action: CardAction;
  /** At least one, in the order of the form. */
  readonly faults: readonly InvalidInput[];

  constructor(card: Card, action: CardAction, faults: readonly InvalidInput[]) {
    super('mf-invalid', OUT);
    this.card = card;
    this.action = action;
    this.faults = faults;
  }
}

/** The user opens a URL. By default a new tab does; `preventDefault()` leaves it to the host. */
export class MfOpenEvent extends Event {
  readonly url: string;
  readonly reason: OpenReason;
  readonly card: Card;

  constructor(url: string, reason: OpenReason, card: Card) {
    super('mf-open', ASKING);
    this.url = url;
    this.reason = reason;
    this.card = card;
  }
}

/**
 * The user wants a file, whose URL usually needs the host's credentials. Answer with `respondWith(promise)` of
 * a `Blob` or a `Response`; with no answer the transport is asked, and then the URL opened as it is.
 */
export class MfAttachmentEvent extends AnswerableEvent<Blob | Response> {
  readonly attachment: Attachment;
  readonly card: Card;
  /** Aborts when the user gives up, and when the card leaves the page. */
  readonly signal: AbortSignal;

  constructor(attachment: Attachment, card: Card, signal: AbortSignal) {
    super('mf-attachment', ASKING);
    this.attachment = attachment;
    this.card = card;
    this.signal = signal;
  }
}

/** A card goes for good: it was completed, dismissed by the user and not brought back, or it expired. */
export class MfCardRemovedEvent extends Event {
  readonly card: Card;
  readonly reason: RemovalReason;

  constructor(card: Card, reason: RemovalReason) {
    super('mf-card-removed', OUT);
    this.card = card;
    this.reason = reason;
  }
}

/**
 * The connector's own sign-in has lapsed. Renew it, then call `retry()` to send the action again; where the card only
 * asks to sign in, it marks that as done.
 */
export class MfAuthRequiredEvent extends Event {
  readonly card: Card;
  readonly connectorId: string | null;
  /**
   * Sends the action again, with the same submission id. As if it were pressed: once, and nothing where the user has tried
   * again already, the card has gone meanwhile, or its form holds something else than was sent.
   */
  readonly retry: () => void;

  constructor(card: Card, retry: () => void) {
    super('mf-auth-required', OUT);
    this.card = card;
    this.connectorId = card.connectorId;
    this.retry = retry;
  }
}

/** The user has had a card before their eyes, in the version that it has now: a host may keep that, or tell others. */
export class MfCardSeenEvent extends Event {
  readonly card: Card;

  constructor(card: Card) {
    super('mf-card-seen', OUT);
    this.card = card;
  }
}

/** The user wants more cards than there are. Give the feed all of them, the new ones with the others. */
export class MfLoadMoreEvent extends Event {
  constructor() {
    super('mf-load-more', OUT);
  }
}

/** New JSON was read, and there is something to say about it. */
export class MfDiagnosticsEvent extends Event {
  readonly #found: { readonly diagnostics: readonly Diagnostic[] };

  /** @param found - asked for its diagnostics when a listener wants them: many pages have none. */
  constructor(found: { readonly diagnostics: readonly Diagnostic[] }) {
    super('mf-diagnostics', OUT);
    this.#found = found;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#found.diagnostics;
  }
}

declare global {
  /** Of elements, and of the document and the window that events bubble to. */
  interface GlobalEventHandlersEventMap {
    'mf-action': MfActionEvent;
    'mf-action-settled': MfActionSettledEvent;
    'mf-invalid': MfInvalidEvent;
    'mf-open': MfOpenEvent;
    'mf-attachment': MfAttachmentEvent;
    'mf-card-removed': MfCardRemovedEvent;
    'mf-card-seen': MfCardSeenEvent;
    'mf-load-more': MfLoadMoreEvent;
    'mf-auth-required': MfAuthRequiredEvent;
    'mf-diagnostics': MfDiagnosticsEvent;
  }
}
