import {
  MfActionEvent,
  MfActionSettledEvent,
  MfAttachmentEvent,
  MfAuthRequiredEvent,
  MfCardRemovedEvent,
  MfInvalidEvent,
  MfOpenEvent,
} from '../elements/events.js';
import type { ActionRequest } from '../schema/encode-request.js';
import type { ActionOutcome } from '../state/action-lifecycle.js';
import { sentRequest, type SentRequest } from './sent-request.js';

/** One event of a card, as it stands in the log. */
export interface LogEntry {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The event's type. */
  readonly event: string;
  /** What happened, in a few words. */
  readonly summary: string;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly request?: SentRequest;
  /** Sends an action again that waits for a sign-in. */
  readonly retry?: () => void;
}

let entries = 0;

/** @returns `null` for an event that is not written down. */
export function logEntry(event: Event): LogEntry | null {
  const about = aboutEvent(event);
  return about && { id: ++entries, at: Date.now(), event: event.type, tone: 'plain', ...about };
}

function aboutEvent(event: Event): (Pick<LogEntry, 'summary'> & Partial<LogEntry>) | null {
  if (event instanceof MfActionEvent) {
    const { request } = event;
    return { summary: labelOf(request), request: sentRequest(request, document.baseURI) };
  }
  if (event instanceof MfActionSettledEvent) {
    const { request, outcome } = event;
    return {
      summary: `${labelOf(request)}: ${outcomeText(outcome)}`,
      tone: outcome.kind === 'done' ? 'good' : 'bad',
    };
  }
  if (event instanceof MfInvalidEvent) {
    const { action, faults } = event;
    return { summary: `${action.label}: ${faults.map(({ message }) => message).join(' ')}`, tone: 'bad' };
  }
  if (event instanceof MfOpenEvent) return { summary: `${event.reason}: ${event.url}` };
  if (event instanceof MfAttachmentEvent) {
    const { name, method, url } = event.attachment;
    return { summary: `${name}: ${method} ${url ?? ''}` };
  }
  if (event instanceof MfCardRemovedEvent)
    return { summary: `${event.card.title ?? event.card.key}: ${event.reason}` };
  if (event instanceof MfAuthRequiredEvent) {
    const { card, connectorId, retry } = event;
    return { summary: `Sign in to ${connectorId ?? card.name ?? 'the connector'}`, tone: 'bad', retry };
  }
  return null;
}

function labelOf({ action, actionKey }: ActionRequest): string {
  const { label } = (action ?? {}) as { label?: unknown };
  return typeof label === 'string' ? label : actionKey;
}

function outcomeText(outcome: ActionOutcome): string {
  if (outcome.kind !== 'failed') return outcome.kind;
  const { reason, title, text, fieldErrors } = outcome;
  const inputs = Object.entries(fieldErrors ?? {}).map(([id, error]) => `${id}: ${error}`);
  return ['failed', reason, title, text, ...inputs].filter((part) => part !== undefined).join(' · ');
}
