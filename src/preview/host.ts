import type { ActionRequest } from '../schema/encode-request.js';
import type { Attachment } from '../schema/model.js';
import type { ActionOutcome } from '../state/action-lifecycle.js';

export type Answer = 'yes' | 'no' | 'field-error' | 'sign-in' | 'slow' | 'never';

/** How the pretended host behaves. */
export interface HostSettings {
  readonly answer: Answer;
  /** What it says with a no. */
  readonly title: string;
  readonly text: string;
  /** What it says of the first input. */
  readonly fieldError: string;
  /** Whether the sign-in that it asked for has been renewed. */
  readonly signedIn: boolean;
  readonly identityVerified: boolean;
}

export const answers: Readonly<Record<Answer, { label: string; about: string }>> = {
  yes: { label: 'Yes', about: 'Done at once.' },
  no: { label: 'No, with a message', about: 'Refused, and the card shows why.' },
  'field-error': { label: 'Field error', about: 'Refused, and the first input says what is wrong with it.' },
  'sign-in': { label: 'Sign-in needed', about: 'Refused until you sign in, which the event log offers.' },
  slow: { label: 'Slow', about: 'Done after 3 seconds.' },
  never: { label: 'Never', about: 'No answer. The card stops waiting after 30 seconds.' },
};

export const startingHost: HostSettings = {
  answer: 'yes',
  title: 'The report is closed',
  text: 'It was paid out this morning. Ask finance to open it again.',
  fieldError: 'Name the cost centre.',
  signedIn: false,
  identityVerified: true,
};

/** Milliseconds that a slow host takes. */
const SLOW = 3000;

export async function answerAction(
  { values }: Pick<ActionRequest, 'values'>,
  host: HostSettings,
): Promise<ActionOutcome> {
  switch (host.answer) {
    case 'yes':
      return { kind: 'done' };
    case 'no':
      return { kind: 'failed', title: host.title, text: host.text };
    case 'field-error': {
      const [input] = Object.keys(values);
      return input === undefined
        ? { kind: 'failed', text: 'This action has no input that an error could stand at.' }
        : { kind: 'failed', fieldErrors: { [input]: host.fieldError } };
    }
    case 'sign-in':
      return { kind: host.signedIn ? 'done' : 'auth-required' };
    case 'slow':
      await pause(SLOW);
      return { kind: 'done' };
    case 'never':
      return never();
  }
}

/** A file is granted where an action would be. */
export async function answerFile({ name }: Attachment, host: HostSettings): Promise<Blob | Response> {
  const outcome = await answerAction({ values: {} }, host);
  if (outcome.kind !== 'done') return new Response(null, { status: 403 });
  return new Blob([`Here the host would have given the file “${name}”.\n`], { type: 'text/plain' });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
