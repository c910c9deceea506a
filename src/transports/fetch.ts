import { toFetchRequest } from '../schema/encode-request.js';
import { cardsOf } from '../state/cards-answer.js';
import { abortable } from './abortable.js';
import type { Transport } from './transport.js';

/** Where requests go, and what goes with them. */
export interface FetchTransportOptions {
  /** What relative URLs are relative to; the page's own address by default. */
  readonly base?: string;
  /**
   * Headers for one request, such as the Mobile Flows token. Asked for trusted origins only, and anew for
   * each request, as tokens are short-lived.
   */
  readonly headers?: (url: URL) => HeadersInit | Promise<HeadersInit>;
  /**
   * Origins that get `headers` and cookies, such as `https://flows.example.com`; the origin of `base` by
   * default. A card can name any URL: no other origin is ever given a credential.
   */
  readonly trustedOrigins?: readonly string[];
  /** Cookies for trusted origins, as `fetch` has it; `same-origin` by default. Other origins get none. */
  readonly credentials?: RequestCredentials;
  /** Where `load` gets the cards, relative to `base`, when it is not told another address. */
  readonly cards?: string;
  /** Milliseconds until an answer must have begun; 30,000 by default. */
  readonly timeout?: number;
  /** In place of the page's `fetch`. */
  readonly fetch?: typeof fetch;
}

/**
 * Sends actions, and gets cards and files, with `fetch`. `X-Request-Id` is the submission id.
 *
 * What carries a host's headers, or cookies to whatever origin, follows no redirect, as `fetch` would carry them on to another
 * origin.
 *
 * @throws TypeError when `base` or a trusted origin is no URL.
 */
export function fetchTransport(options: FetchTransportOptions = {}): Transport {
  const { base = document.baseURI, credentials = 'same-origin', cards, timeout = 30_000 } = options;
  const trusted = new Set((options.trustedOrigins ?? [base]).map((url) => new URL(url).origin));
  const ask = options.fetch ?? ((request: Request) => fetch(request));

  async function send(url: string, signal: AbortSignal, write: (headers?: HeadersInit) => Request) {
    const address = new URL(url, base);
    if (!/^https?:$/.test(address.protocol))
      throw new TypeError(`Not an address to send to: ${address.href}`);
    const known = trusted.has(address.origin);
    const headers = known ? await options.headers?.(address) : undefined;
    const given = abortable(signal, timeout);
    try {
      return await ask(
        new Request(write(headers), {
          signal: given.signal,
          credentials: known ? credentials : 'omit',
          redirect: known && (options.headers || credentials === 'include') ? 'error' : 'follow',
        }),
      );
    } finally {
      given.inTime();
    }
  }

  return {
    submit: (request, { signal }) =>
      send(request.url, signal, (headers) => toFetchRequest(request, { base, ...(headers && { headers }) })),
    attachment: ({ url, method }, { signal }) =>
      send(
        url ?? '',
        signal,
        (headers) => new Request(new URL(url ?? '', base), { method, ...(headers && { headers }) }),
      ),
    async load({ signal, src }) {
      const from = src ?? cards;
      if (from === undefined) throw new TypeError('Nothing says where the cards are');
      const response = await send(from, signal, (given) => {
        const headers = new Headers(given);
        if (!headers.has('accept')) headers.set('accept', 'application/json');
        // What has not changed is still not sent again.
        return new Request(new URL(from, base), { headers, cache: 'no-cache' });
      });
      return cardsOf(response);
    },
  };
}
