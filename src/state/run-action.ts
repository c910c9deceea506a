import {
  actionRequest,
  encodeRequest,
  type ActionRequest,
  type EncodedRequest,
} from '../schema/encode-request.js';
import type { Card, CardAction } from '../schema/model.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { nextStatus, type ActionOutcome, type ActionStep, type FailureReason } from './action-lifecycle.js';
import {
  availability,
  hasFailed,
  statusOf,
  valuesOf,
  type CardState,
  type InputFault,
} from './card-state.js';
import { faultsShown, formSent, straysForgotten } from './card-steps.js';
import type { CardStore } from './card-store.js';
import { readOutcome } from './read-outcome.js';
import { timeLimitOf } from './time-limit.js';

/** Milliseconds after which the user can give an action up. */
export const CANCEL_AFTER = 5000;

/** What an action needs of the world round it. */
export interface ActionHost {
  readonly store: CardStore;
  readonly urlPolicy: UrlPolicy | undefined;
  /** Milliseconds that an answer may take; see {@link timeLimitOf}. */
  readonly timeLimit?: number;
  /** Offers the request to the page; `null` when nobody takes it, `'cancelled'` when the page forbids it. */
  offer(request: ActionRequest, signal: AbortSignal): Promise<unknown> | 'cancelled' | null;
  /** Whether the user is who they are said to be; `null` when nobody can tell. */
  verifyIdentity(request: ActionRequest, signal: AbortSignal): Promise<boolean> | null;
  /** Told when the user can give it up. */
  onSlow?(): void;
}

export interface SettledAction {
  readonly request: ActionRequest;
  readonly outcome: ActionOutcome;
}

let runs = 0;

/** How to give up what is on its way, by card key. */
const underWay = new WeakMap<CardStore, Map<string, AbortController>>();

function runsOf(store: CardStore): Map<string, AbortController> {
  const found = underWay.get(store) ?? new Map<string, AbortController>();
  underWay.set(store, found);
  return found;
}

/** Gives up the card's pending action. Whether it has arrived is not known then; trying again keeps its id. */
export function cancelAction(store: CardStore, cardKey: string): void {
  runsOf(store).get(cardKey)?.abort();
}

/**
 * Sends an action once. Pressing again while it is pending, after it is done, or while another action of the
 * card is pending does nothing. Nothing is ever sent again by itself.
 *
 * An answer that comes after the time limit, or after the user gave up, changes nothing: by then the user may
 * have decided otherwise, and a retry under the same id gets the first answer from a system that knows repeats.
 *
 * @returns what became of it; `'cancelled'` when it was given up before it was sent; `null` when it was not begun, or does
 *   not count any more. Never rejects.
 */
export async function runAction(
  card: Card,
  action: CardAction,
  host: ActionHost,
): Promise<SettledAction | 'cancelled' | null> {
  const { store } = host;
  const state = store.get(card.key);
  if (availability(card, state, action) !== 'free') return null;
  const values = valuesOf(state, action);
  const encoded = encodeRequest(action, values);
  const run = ++runs;
  const content = contentOf(encoded);
  const submissionId = intentOf(state, action, content);
  const abort = new AbortController();
  runsOf(store).set(card.key, abort);
  // What is sent holds a password that is preset, too: see `savedState`.
  if (action.inputs.some(({ format }) => format === 'password'))
    store.update(card.key, (before) => ({ ...before, secrets: { [action.slot]: {}, ...before.secrets } }));
  store.update(card.key, (before) => straysForgotten(before, card));
  step(store, card, action, { type: 'started', run, submissionId, content });
  const slow = setTimeout(() => {
    if (step(store, card, action, { type: 'slowed', run })) host.onSlow?.();
  }, CANCEL_AFTER);
  // The host may reset the card meanwhile: then it is over.
  const isOn = () => {
    const now = statusOf(store.get(card.key), action);
    return now.kind === 'pending' && now.run === run;
  };
  const request = actionRequest(card, action, values, submissionId, encoded.ok ? encoded : NOT_WRITTEN);
  const outcome = encoded.ok ? await submit(request, action, host, abort, isOn) : failed('unwritable', false);
  clearTimeout(slow);
  if (runsOf(store).get(card.key) === abort) runsOf(store).delete(card.key);
  if (outcome === 'cancelled') return step(store, card, action, { type: 'cancelled', run }) ? outcome : null;
  const at = Date.now();
  const repeatable = action.allowRepeated;
  if (!step(store, card, action, { type: 'settled', run, outcome, at, repeatable })) return null;
  if (outcome.kind === 'failed') showFieldErrors(store, card, action, outcome.fieldErrors);
  if (outcome.kind === 'done') store.update(card.key, (before) => formSent(before, action));
  return { request, outcome };
}

/**
 * Somebody has sent what had failed because nobody took it, too late to tell what came of it.
 *
 * @returns whether it was said that it was not sent, which is not true then.
 */
export function takenLate(store: CardStore, card: Card, action: CardAction): boolean {
  return step(store, card, action, { type: 'taken' });
}

/** Whether an action that is tried again sends what it has sent before. */
export function isAsSent(state: CardState, action: CardAction): boolean {
  const status = statusOf(state, action);
  return 'content' in status && status.content === contentOf(encodeRequest(action, valuesOf(state, action)));
}

function contentOf(encoded: EncodedRequest): string {
  return encoded.ok ? `${encoded.url}\n${encoded.body ?? ''}` : '';
}

const NOT_WRITTEN = { ok: true, url: '', contentType: '', body: null } as const;

/** The same id for an unchanged retry, so that a server can act once; a new one for anything else. */
function intentOf(state: CardState, action: CardAction, content: string): string {
  const status = statusOf(state, action);
  return hasFailed(status) && status.content === content ? status.submissionId : newId();
}

/** `crypto.randomUUID` exists in secure contexts only; intranets still serve http. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, i) =>
    (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function submit(
  request: ActionRequest,
  action: CardAction,
  host: ActionHost,
  abort: AbortController,
  isOn: () => boolean,
): Promise<ActionOutcome | 'cancelled'> {
  const { signal } = abort;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = false;
  let wasOffline = false;
  let late = false;
  const givenUp = new Promise<ActionOutcome | 'cancelled'>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(late ? failed('timed-out') : sent ? failed('cancelled') : 'cancelled');
    });
  });
  try {
    // Before the clock starts: the user takes as long as it takes.
    if (action.mfaRequired) {
      const known = await Promise.race([host.verifyIdentity(request, signal), givenUp]);
      if (known === 'cancelled') return known;
      if (known !== true) return failed('identity');
      if (!isOn()) return 'cancelled';
    }
    sent = true;
    wasOffline = isOffline();
    const answer = host.offer(request, signal);
    if (answer === null) return failed('no-host');
    if (answer === 'cancelled') return answer;
    timer = setTimeout(() => {
      late = true;
      abort.abort(new DOMException('No answer in time', 'TimeoutError'));
    }, timeLimitOf(host.timeLimit));
    return await Promise.race([answer.then((value) => readOutcome(value, host.urlPolicy)), givenUp]);
  } catch (error) {
    if (!sent) return failed('identity');
    // It may have arrived: nobody can say that it was not sent, but of what was begun without a connection.
    if (error instanceof Error && error.name === 'TimeoutError') return failed('timed-out');
    return failed(wasOffline && isOffline() ? 'offline' : 'host-failed');
  } finally {
    clearTimeout(timer);
  }
}

/** Where there is no `navigator`, as in a server, nothing is known to be offline. */
function isOffline(): boolean {
  return typeof navigator === 'object' && 'onLine' in navigator && !navigator.onLine;
}

function failed(reason: FailureReason, canRetry = true): ActionOutcome {
  return { kind: 'failed', reason, canRetry };
}

/** @returns whether it changed anything. */
function step(store: CardStore, card: Card, action: CardAction, next: ActionStep): boolean {
  const before = statusOf(store.get(card.key), action);
  const after = nextStatus(before, next);
  if (after === before) return false;
  store.update(card.key, (state) => ({ ...state, statuses: { ...state.statuses, [action.slot]: after } }));
  return true;
}

/** The connector's word on single inputs stands at those inputs. */
function showFieldErrors(
  store: CardStore,
  card: Card,
  action: CardAction,
  errors: Readonly<Record<string, string>> | undefined,
): void {
  if (!errors) return;
  const faults: Record<string, InputFault> = Object.fromEntries(
    action.inputs.flatMap(({ id }) => {
      const text = Object.hasOwn(errors, id) ? errors[id] : undefined;
      return text === undefined ? [] : [[id, { kind: 'told', text }]];
    }),
  );
  store.update(card.key, (state) => faultsShown(state, action, faults));
}
