import type { ActionRequest } from '../schema/encode-request.js';
import type { ActionOutcome } from '../state/action-lifecycle.js';
import type { ActionAnswer, Transport } from './transport.js';

export interface MockTransportOptions {
  /** What it answers; success when left out. A function sees the request, and may throw. */
  readonly answer?: ActionOutcome | ((request: ActionRequest) => ActionAnswer | Promise<ActionAnswer>);
  /** Milliseconds before it answers; `Infinity` never does. */
  readonly delay?: number;
  /** What it says of the user's identity. */
  readonly identity?: boolean;
  /** What `load` gives. */
  readonly cards?: unknown;
}

/** A transport that pretends, for stories, tests and trying things out. `requests` is what it was given. */
export function mockTransport(
  options: MockTransportOptions = {},
): Transport & { readonly requests: ActionRequest[] } {
  const { answer, delay = 0, identity, cards } = options;
  const requests: ActionRequest[] = [];
  return {
    requests,
    async submit(request, { signal }) {
      requests.push(request);
      await pause(delay, signal);
      return typeof answer === 'function' ? answer(request) : answer;
    },
    ...(cards !== undefined && { load: () => Promise.resolve(cards) }),
    ...(identity !== undefined && { verifyIdentity: () => Promise.resolve(identity) }),
  };
}

function pause(delay: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = delay === Infinity ? undefined : setTimeout(resolve, delay);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('The action was given up', 'AbortError'));
    });
  });
}
