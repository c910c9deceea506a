/* What the pages of the docs take for granted in their pieces of code: elements, and what only a host can have. */
import type * as Main from '../../../src/index.js';
import type * as Schema from '../../../src/schema/index.js';
import type * as Transports from '../../../src/transports/index.js';

declare global {
  const feed: Main.MfCardFeed;
  const card: Main.MfCard;
  const store: Main.CardStore;
  /** The text of a response. */
  const json: string;
  const readCards: typeof Schema.readCards;
  const toFetchRequest: typeof Schema.toFetchRequest;
  const translated: typeof Schema.translated;
  const mockTransport: typeof Transports.mockTransport;
  /** A way to a server that is not HTTP. */
  const rpc: { call(name: string, data: unknown, options?: { signal?: AbortSignal }): Promise<undefined> };
  function sendSomehow(request: Main.ActionRequest): Promise<void>;
  /** Of Svelte 5. */
  const $state: { raw<T>(value: T): T };
  function freshToken(): Promise<string>;
}
