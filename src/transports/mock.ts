import type { ActionRequest } from '../schema/encode-request.js';
import type { Attachment } from '../schema/model.js';
import type { ActionOutcome } from '../state/action-lifecycle.js';
import type { ActionAnswer, Transport } from './transport.js';

/** An HTTP response to answer with, as often as needed. A `body` that is no text is sent as JSON. */
export interface MockReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * One answer: an outcome, an HTTP response, an error that the transport fails with, `'never'` for none at all, or
 * a function of the request, which may throw. `undefined` is success.
 */
export type MockAnswer =
  | ActionOutcome
  | MockReply
  | Error
  | 'never'
  | ((request: ActionRequest) => ActionAnswer | Promise<ActionAnswer>)
  | undefined;

/** What the mock answers, and when. */
export interface MockTransportOptions {
  /** Success when left out. A list is gone through in its order, and its last one is kept from then on. */
  readonly answer?: MockAnswer | readonly MockAnswer[];
  /** Milliseconds before it answers; `Infinity` never does. */
  readonly delay?: number;
  /** What it says of the user's identity. */
  readonly identity?: boolean;
  /** What `load` gives; a function is asked each time, and gets the address that a feed names. */
  readonly cards?: unknown;
  /** What `attachment` gives. */
  readonly file?: Blob | ((attachment: Attachment) => Blob | Response | Promise<Blob | Response>);
}

/** A transport that pretends, for stories, tests and trying things out. `requests` is what it was given. */
export function mockTransport(
  options: MockTransportOptions = {},
): Transport & { readonly requests: ActionRequest[] } {
  const { answer, delay = 0, identity, cards, file } = options;
  const requests: ActionRequest[] = [];
  const script: readonly MockAnswer[] = isList(answer) ? answer : [answer];
  return {
    requests,
    async submit(request, { signal }) {
      const next = script[Math.min(requests.push(request), script.length) - 1];
      await pause(next === 'never' ? Infinity : delay, signal);
      return given(next, request);
    },
    ...(cards !== undefined && {
      async load({ signal, src = null }) {
        await pause(delay, signal);
        return typeof cards === 'function' ? (cards as (src: string | null) => unknown)(src) : cards;
      },
    }),
    ...(file !== undefined && {
      async attachment(attachment, { signal }) {
        await pause(delay, signal);
        return typeof file === 'function' ? file(attachment) : file;
      },
    }),
    ...(identity !== undefined && { verifyIdentity: () => Promise.resolve(identity) }),
  };
}

function given(answer: MockAnswer, request: ActionRequest): ActionAnswer | Promise<ActionAnswer> {
  if (answer instanceof Error) throw answer;
  if (typeof answer === 'function') return answer(request);
  if (typeof answer !== 'object' || 'kind' in answer) return answer === 'never' ? undefined : answer;
  const { status, headers = {}, body } = answer;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text ?? null, { status, headers });
}

function isList(answer: MockTransportOptions['answer']): answer is readonly MockAnswer[] {
  return Array.isArray(answer);
}

function pause(delay: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(new DOMException('The action was given up', 'AbortError'));
    };
    const timer =
      delay === Infinity
        ? undefined
        : setTimeout(() => {
            signal.removeEventListener('abort', giveUp);
            resolve();
          }, delay);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
