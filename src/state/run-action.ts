import { actionRequest, encodeRequest, type ActionRequest } from '../schema/encode-request.js';
import type { Card, CardAction } from '../schema/model.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import type { ActionOutcome, FailureReason } from './action-lifecycle.js';
import { nextStatus, type ActionStep } from './action-lifecycle.js';
import { availability, statusOf, valuesOf, type CardState, type InputFault } from './card-state.js';
import type { CardStore } from './card-store.js';
import { readOutcome } from './read-outcome.js';

/** Milliseconds that an answer may take. */
export const TIME_LIMIT = 30_000;

/** What an action needs of the world round it. */
export interface ActionHost {
  readonly store: CardStore;
  readonly urlPolicy: UrlPolicy | undefined;
  /** Offers the request to the page; `null` when nobody takes it, `'cancelled'` when the page forbids it. */
  offer(request: ActionRequest, signal: AbortSignal): Promise<unknown> | 'cancelled' | null;
  /** Whether the user is who they are said to be; `null` when nobody can tell. */
  verifyIdentity(request: ActionRequest): Promise<boolean> | null;
}

export interface SettledAction {
  readonly request: ActionRequest;
  readonly outcome: ActionOutcome;
}

let runs = 0;

/**
 * Sends an action once. Pressing again while it is pending, after it is done, or while another action of the
 * card is pending does nothing.
 *
 * @returns what became of it, or `null` when nothing was started. Never rejects.
 */
export async function runAction(
  card: Card,
  action: CardAction,
  host: ActionHost,
): Promise<SettledAction | null> {
  const { store } = host;
  const state = store.get(card.key);
  if (availability(card, state, action) !== 'free') return null;
  const values = valuesOf(state, action);
  const encoded = encodeRequest(action, values);
  const run = ++runs;
  const content = encoded.ok ? `${encoded.url}\n${encoded.body ?? ''}` : '';
  const submissionId = intentOf(state, action, content);
  step(store, card, action, { type: 'started', run, submissionId, content });
  const request = actionRequest(card, action, values, submissionId, encoded.ok ? encoded : NOT_WRITTEN);
  const outcome = encoded.ok ? await submit(request, action, host) : failed('unwritable', false);
  if (outcome === 'cancelled') {
    step(store, card, action, { type: 'cancelled', run });
    return null;
  }
  step(store, card, action, {
    type: 'settled',
    run,
    outcome,
    at: Date.now(),
    repeatable: action.allowRepeated,
  });
  if (outcome.kind === 'failed') showFieldErrors(store, card, action, outcome.fieldErrors);
  if (outcome.kind === 'done') store.update(card.key, (before) => withoutDraft(before, action));
  return { request, outcome };
}

const NOT_WRITTEN = { ok: true, url: '', contentType: '', body: null } as const;

/** The same id for an unchanged retry, so that a server can act once; a new one for anything else. */
function intentOf(state: CardState, action: CardAction, content: string): string {
  const status = statusOf(state, action);
  const retry = status.kind === 'failed' || status.kind === 'auth-required';
  return retry && status.content === content ? status.submissionId : newId();
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
): Promise<ActionOutcome | 'cancelled'> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // Before the clock starts: the user takes as long as it takes.
    if (action.mfaRequired && !(await host.verifyIdentity(request))) return failed('identity');
    const late = new Promise<ActionOutcome>((resolve) => {
      timer = setTimeout(() => {
        resolve(failed('timed-out'));
        abort.abort(new DOMException('No answer in time', 'TimeoutError'));
      }, TIME_LIMIT);
    });
    const answer = host.offer(request, abort.signal);
    if (answer === null) return failed('no-host');
    if (answer === 'cancelled') return answer;
    return await Promise.race([answer.then((value) => readOutcome(value, host.urlPolicy)), late]);
  } catch {
    return failed(isOffline() ? 'offline' : 'host-failed');
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

function step(store: CardStore, card: Card, action: CardAction, next: ActionStep): void {
  store.update(card.key, (state) => {
    const before = statusOf(state, action);
    const after = nextStatus(before, next);
    return after === before ? state : { ...state, statuses: { ...state.statuses, [action.slot]: after } };
  });
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
  store.update(card.key, (state) => ({ ...state, faults: { ...state.faults, [action.slot]: faults } }));
}

/** What was sent is no draft any more. */
function withoutDraft(state: CardState, { slot }: CardAction): CardState {
  const { [slot]: _draft, ...drafts } = state.drafts;
  const { [slot]: _faults, ...faults } = state.faults;
  return { ...state, drafts, faults, openForm: state.openForm === slot ? null : state.openForm };
}
