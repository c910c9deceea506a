import type { Messages } from '../messages/en.js';
import type { CardAction } from '../schema/model.js';
import type { FailedOutcome } from '../state/action-lifecycle.js';

/** The sentence that a failure is told with: the other side's own, else one that says what happened. */
export function failureText(
  { text, reason, status, fieldErrors }: FailedOutcome,
  { inputs }: Pick<CardAction, 'inputs'>,
  messages: Messages,
): string {
  if (text !== undefined) return text;
  if (fieldErrors)
    return inputs.some(({ id }) => Object.hasOwn(fieldErrors, id))
      ? messages.failedInputs
      : messages.failedOtherInputs;
  switch (reason) {
    case 'no-host':
      return messages.noHost;
    case 'host-failed':
      return messages.hostFailed;
    case 'offline':
      return messages.offline;
    case 'timed-out':
      return messages.timedOut;
    case 'cancelled':
      return messages.givenUp;
    case 'interrupted':
      return messages.interrupted;
    case 'redirected':
      return messages.redirected;
    case 'signed-out':
      return messages.signedOut;
    case 'identity':
      return messages.identity;
    case 'unwritable':
      return messages.unwritable;
    default:
      return status === undefined ? messages.failed : messages.refused(status);
  }
}

/** What the other side says of names that no input has, as `name: text`. */
export function otherErrors(
  { fieldErrors = {} }: FailedOutcome,
  { inputs }: Pick<CardAction, 'inputs'>,
): string[] {
  return Object.entries(fieldErrors)
    .filter(([name]) => !inputs.some(({ id }) => id === name))
    .map(([name, text]) => `${name}: ${text}`);
}

/** All of it in one breath, for an announcement. */
export function failureAnnouncement(failure: FailedOutcome, action: CardAction, messages: Messages): string {
  const texts = [failureText(failure, action, messages), ...otherErrors(failure, action)];
  return `${failure.title ?? messages.failedTitle}. ${texts.join(' ')}`;
}
