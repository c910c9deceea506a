import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { UNTOUCHED, type CardState } from '../state/card-state.js';
import type { CardStore } from '../state/card-store.js';

/** Which state to follow: `null` while there is no card. */
export type CardStateSource = { readonly store: CardStore; readonly cardKey: string } | null;

/** Keeps an element in step with one card's state in the store. */
export class CardStateController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => CardStateSource;
  #followed: CardStateSource = null;
  #unsubscribe: () => void = () => undefined;

  constructor(host: ReactiveControllerHost, source: () => CardStateSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  get state(): CardState {
    const source = this.#source();
    return source ? source.store.get(source.cardKey) : UNTOUCHED;
  }

  hostConnected(): void {
    this.#follow(this.#source());
  }

  /** The host may show another card by now. */
  hostUpdate(): void {
    this.#follow(this.#source());
  }

  hostDisconnected(): void {
    this.#unsubscribe();
    this.#unsubscribe = () => undefined;
    this.#followed = null;
  }

  #follow(next: CardStateSource): void {
    if (this.#followed?.store === next?.store && this.#followed?.cardKey === next?.cardKey) return;
    this.#unsubscribe();
    this.#unsubscribe = next
      ? next.store.subscribe(next.cardKey, () => this.#host.requestUpdate())
      : () => undefined;
    this.#followed = next;
  }
}
