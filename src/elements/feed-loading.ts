import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cardsOf } from '../state/cards-answer.js';
import { Polling, type PageLife } from '../state/polling.js';
import type { Transport } from '../transports/transport.js';

/** What a feed was told to load. */
export interface FeedSource {
  /** Loads, if it can. */
  readonly transport: Transport | null;
  /** Where the cards are. Without it a transport loads what it knows of, if `poll` asks for it. */
  readonly src: string | null;
  /** Milliseconds between the end of a load and the next one; 0 for never. */
  readonly poll: number;
  /** Milliseconds that a load may take; 0 for as long as it takes. */
  readonly timeLimit: number;
}

/**
 * Loads the cards of a feed from wherever it was told to: when it comes into the page, when that place changes, when
 * `poll` says so, and when it is asked.
 */
export class FeedLoading implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #source: () => FeedSource;
  readonly #polling: Polling;
  /** What is followed: the transport that loads, and the address. */
  #followed: readonly [Transport | null, string | null] | null = null;

  /** @param took - gets the cards, as `readCards` takes them. */
  constructor(
    host: ReactiveControllerHost & Element,
    source: () => FeedSource,
    took: (cards: unknown) => void,
  ) {
    this.#host = host;
    this.#source = source;
    this.#polling = new Polling(
      {
        load: (signal) => loadCards(source(), signal),
        took,
        changed: () => host.requestUpdate(),
      },
      pageOf(host),
    );
    host.addController(this);
  }

  /** Whether cards are on their way. */
  get isLoading(): boolean {
    return this.#polling.isLoading;
  }

  /** Why there are no newer cards: from a failure until the next success. */
  get failure(): object | null {
    return this.#polling.failure;
  }

  /** Whether there is anything to load from. */
  get canLoad(): boolean {
    const { transport, src } = this.#source();
    return Boolean(src) || transport?.load !== undefined;
  }

  /** Loads now, or waits for the load that is under way. Never rejects; without anything to load from it does nothing. */
  async refresh(): Promise<void> {
    this.#follow();
    if (this.#host.isConnected && this.canLoad) await this.#polling.refresh();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
    // It may be another document's.
    this.#polling.watch();
  }

  /** By now a host has set all that belongs together. */
  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    // What is moved is back before the task is over, and goes on.
    queueMicrotask(() => this.#host.isConnected || this.#end());
  }

  #follow(): void {
    if (!this.#host.isConnected) return;
    const { transport, src, poll, timeLimit } = this.#source();
    const loader = transport?.load ? transport : null;
    this.#polling.poll = poll;
    this.#polling.timeLimit = timeLimit;
    if (!src && !(loader && this.#polling.poll)) {
      if (this.#followed) this.#end();
    } else if (this.#followed?.[0] !== loader || this.#followed[1] !== src) {
      this.#followed = [loader, src];
      this.#polling.start();
    }
  }

  #end(): void {
    this.#followed = null;
    this.#polling.stop();
  }
}

/** Through the transport, where it can load; else as the page itself does. */
async function loadCards({ transport, src }: FeedSource, signal: AbortSignal): Promise<unknown> {
  if (transport?.load) return transport.load({ signal, src: src === '' ? null : src });
  return cardsOf(
    await fetch(src ?? '', {
      signal,
      // A copy that is kept for a while would make polling pointless; what has not changed is still not sent again.
      cache: 'no-cache',
      headers: { accept: 'application/json' },
    }),
  );
}

/** The life of the page that an element is in. */
function pageOf(element: Element): PageLife {
  return {
    get isAwake() {
      const { hidden, defaultView } = element.ownerDocument;
      return !hidden && defaultView?.navigator.onLine !== false;
    },
    watch(changed) {
      const end = new AbortController();
      // Some are of the document, and all pass its window.
      for (const type of ['visibilitychange', 'resume', 'online', 'offline', 'pageshow'])
        element.ownerDocument.defaultView?.addEventListener(type, changed, {
          signal: end.signal,
          capture: true,
        });
      return () => end.abort();
    },
  };
}
