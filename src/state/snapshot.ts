import type { ActionValues } from '../schema/model.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { isWire, type Wire } from '../schema/wire.js';
import type { ActionStatus } from './action-lifecycle.js';
import { UNTOUCHED, type CardState } from './card-state.js';
import { readFailedOutcome } from './read-outcome.js';

/** What a store holds, as plain JSON data. To be kept and given back, not to be looked into. */
export interface StoreSnapshot {
  readonly version: 1;
  /** Card keys with their states. */
  readonly cards: readonly (readonly [cardKey: string, state: unknown])[];
  /** Card keys with the hash of the version that was seen. */
  readonly seen: readonly (readonly [cardKey: string, hash: string | null])[];
}

/** What is worth keeping of a state. */
export function savedState(state: CardState): unknown {
  const { secrets, faults: _faults, filters: _filters, goneSince: _goneSince, statuses, ...rest } = state;
  return {
    ...rest,
    statuses: Object.fromEntries(
      Object.entries(statuses).map(([slot, status]) =>
        // What is sent holds the password too.
        'content' in status && Object.hasOwn(secrets, slot)
          ? [slot, { ...status, content: null }]
          : [slot, status],
      ),
    ),
  };
}

/** The states of a snapshot, whatever it is: what is not as it should be is left out. */
export function readSnapshot(snapshot: unknown, policy: UrlPolicy | undefined): [string, CardState][] {
  if (!isWire(snapshot) || snapshot.version !== 1 || !Array.isArray(snapshot.cards)) return [];
  return snapshot.cards.flatMap((entry: unknown): [string, CardState][] => {
    if (!Array.isArray(entry)) return [];
    const [cardKey, saved] = entry as readonly unknown[];
    return typeof cardKey === 'string' && isWire(saved) ? [[cardKey, readState(saved, policy)]] : [];
  });
}

/** Which versions were seen; what is not as it should be is left out. */
export function readSeen(snapshot: unknown): [string, string | null][] {
  if (!isWire(snapshot) || snapshot.version !== 1 || !Array.isArray(snapshot.seen)) return [];
  return snapshot.seen.flatMap((entry: unknown): [string, string | null][] => {
    if (!Array.isArray(entry)) return [];
    const [cardKey, hash] = entry as readonly unknown[];
    return typeof cardKey === 'string' && (hash === null || typeof hash === 'string')
      ? [[cardKey, hash]]
      : [];
  });
}

function readState(saved: Wire, policy: UrlPolicy | undefined): CardState {
  const { openForm, expanded, dismissedAt, removed, removedHash } = saved;
  return {
    ...UNTOUCHED,
    openForm: typeof openForm === 'string' ? openForm : null,
    drafts: entriesOf(saved.drafts, readValues),
    statuses: entriesOf(saved.statuses, (status) => readStatus(status, policy)),
    expanded: Array.isArray(expanded) ? expanded.filter((part) => typeof part === 'string') : [],
    dismissedAt: typeof dismissedAt === 'number' ? notAhead(dismissedAt) : null,
    removed: removed === 'completed' || removed === 'dismissed' || removed === 'expired' ? removed : null,
    removedHash: typeof removedHash === 'string' ? removedHash : null,
  };
}

/** By a clock that was ahead: else a card that was dismissed or is done would stay until then. */
function notAhead(at: number): number {
  return Math.min(at, Date.now());
}

function readValues(values: unknown): ActionValues | null {
  return entriesOf(values, (value) => {
    if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
    return typeof value === 'string' ? value : null;
  });
}

function readStatus(status: unknown, policy: UrlPolicy | undefined): ActionStatus | null {
  if (!isWire(status)) return null;
  if (status.kind === 'done')
    return typeof status.at === 'number'
      ? { kind: 'done', at: notAhead(status.at), repeatable: status.repeatable === true }
      : null;
  if (typeof status.submissionId !== 'string') return null;
  const { submissionId } = status;
  const content = typeof status.content === 'string' ? status.content : null;
  switch (status.kind) {
    case 'pending':
      // Its page is gone: nobody will ever know what came of it.
      return { kind: 'failed', submissionId, content, failure: { kind: 'failed', reason: 'interrupted' } };
    case 'failed':
      return isWire(status.failure)
        ? { kind: 'failed', submissionId, content, failure: readFailedOutcome(status.failure, policy) }
        : null;
    case 'auth-required':
      return { kind: 'auth-required', submissionId, content };
    default:
      return null;
  }
}

/** Built from entries, as a member may be named `__proto__`. */
function entriesOf<T>(members: unknown, read: (value: unknown) => T | null): Record<string, T> {
  if (!isWire(members)) return {};
  const entries = Object.entries(members).flatMap(([name, value]): [string, T][] => {
    const known = read(value);
    return known === null ? [] : [[name, known]];
  });
  return Object.fromEntries(entries);
}
