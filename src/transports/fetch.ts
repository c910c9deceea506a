import { toFetchRequest } from '../schema/encode-request.js';
import type { Transport } from './transport.js';

export interface FetchTransportOptions {
  /** What relative URLs are relative to; the page's own address by default. */
  readonly base?: string;
  /**
   * Headers for one request, such as the Mobile Flows token. Asked for trusted origins only, and anew for
   * each request, as tokens are short-lived.
   */
  readonly headers?: (url: URL) => HeadersInit | Promise<HeadersInit>;
  /**
   * Origins that get `headers`, such as `https://flows.example.com`; the origin of `base` by default. A card
   * can name any URL: no other origin is ever given a credential.
   */
  readonly trustedOrigins?: readonly string[];
  /** In place of the page's `fetch`. */
  readonly fetch?: typeof fetch;
}

/** Sends actions, and gets files, with `fetch`. Sends no cookies to other origins. */
export function fetchTransport(options: FetchTransportOptions = {}): Transport {
  const base = options.base ?? location.href;
  const trusted = options.trustedOrigins ?? [new URL(base).origin];
  const send = options.fetch ?? ((request: Request) => fetch(request));
  const headersFor = async (url: URL) =>
    trusted.includes(url.origin) && options.headers ? options.headers(url) : {};
  return {
    async submit(request, { signal }) {
      const headers = await headersFor(new URL(request.url, base));
      return send(toFetchRequest(request, { base, headers, signal }));
    },
    async attachment({ url, method }, { signal }) {
      const address = new URL(url ?? '', base);
      return send(new Request(address, { method, headers: await headersFor(address), signal }));
    },
  };
}
