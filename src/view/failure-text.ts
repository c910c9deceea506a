import type { Messages } from '../messages/en.js';
import type { FailedOutcome } from '../state/action-lifecycle.js';

/** The sentence that a failure is told with: the other side's own, else one that says what happened. */
export function failureText(
  { text, reason, status, fieldErrors }: FailedOutcome,
  messages: Messages,
): string {
  if (text !== undefined) return text;
  if (fieldErrors) return messages.failedInputs;
  switch (reason) {
    case 'no-host':
      return messages.noHost;
    case 'host-failed':
      return messages.hostFailed;
    case 'offline':
      return messages.offline;
    case 'timed-out':
      return messages.timedOut;
    case 'identity':
      return messages.identity;
    case 'unwritable':
      return messages.unwritable;
    default:
      return status === undefined ? messages.failed : messages.refused(status);
  }
}

/** All of it in one breath, for an announcement. */
export function failureAnnouncement(failure: FailedOutcome, messages: Messages): string {
  return `${failure.title ?? messages.failedTitle}. ${failureText(failure, messages)}`;
}
