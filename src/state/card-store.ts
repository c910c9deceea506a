import type { Card } from '../schema/model.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { UNTOUCHED, type CardState } from './card-state.js';
import { readSeen, readSnapshot, savedState, type StoreSnapshot } from './snapshot.js';

/** Somebody who is told of the changes of all cards. */
export interface StoreFollower {
  stateChanged(cardKey: string, before: CardState): void;
  /** A version of a card counts as seen now. */
  seenChanged(cardKey: string): void;
}

/**
 * Keeps what the user did, by card key, apart from any element: a refresh, a re-order, a move or a disconnect
 * loses nothing. Elements that share a store share it: two copies of a card can't be approved twice.
 */
export class CardStore {
  readonly #states = new Map<string, CardState>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #followers = new Set<StoreFollower>();
  /** Hashes by card key; apart from the states, as nearly every card is seen and few are touched. */
  readonly #seen = new Map<string, string | null>();

  /** The state of a card; one that was never touched is idle, and empty. */
  get(cardKey: string): CardState {
    return this.#states.get(cardKey) ?? UNTOUCHED;
  }

  /** Changes a state and tells its followers, unless `change` gives back the same object. */
  update(cardKey: string, change: (state: CardState) => CardState): void {
    const before = this.get(cardKey);
    const after = change(before);
    if (after === before) return;
    this.#states.set(cardKey, after);
    for (const listener of [...(this.#listeners.get(cardKey) ?? [])])
      try {
        listener();
      } catch (error) {
        // A page that can't keep what was typed, say: what is being sent goes on.
        console.error('mf-card: a listener of the store threw', error);
      }
    for (const follower of [...this.#followers]) follower.stateChanged(cardKey, before);
  }

  /** Forgets all the user did to a card. */
  reset(cardKey: string): void {
    this.update(cardKey, () => UNTOUCHED);
    this.#states.delete(cardKey);
  }

  /** Whether the user has seen this version of a card. */
  isSeen({ key, hash }: Card): boolean {
    return this.#seen.get(key) === hash;
  }

  /** The user has seen this version of a card. */
  markSeen({ key, hash }: Card): void {
    this.#see(key, hash);
  }

  #see(cardKey: string, hash: string | null): void {
    this.#seen.set(cardKey, hash);
    for (const follower of [...this.#followers]) follower.seenChanged(cardKey);
  }

  /**
   * All that the user did, as plain JSON data, for a host to keep over a reload. Passwords are not in it, nor
   * what is wrong with an input: that is found again.
   */
  snapshot(): StoreSnapshot {
    const touched = [...this.#states].filter(([, state]) => state !== UNTOUCHED);
    return {
      version: 1,
      cards: touched.map(([cardKey, state]) => [cardKey, savedState(state)]),
      seen: [...this.#seen],
    };
  }

  /**
   * Brings back what a snapshot holds of cards that nothing was done to since. An action that was on its way
   * is shown as failed, and trying it again keeps its submission id.
   *
   * @param snapshot - what is not a snapshot, or not sound in it, is passed over. Never throws.
   * @param options.urlPolicy - that of the elements, for the links of failures.
   */
  restore(snapshot: unknown, options: { urlPolicy?: UrlPolicy | undefined } = {}): void {
    for (const [cardKey, state] of readSnapshot(snapshot, options.urlPolicy))
      this.update(cardKey, (before) => (before === UNTOUCHED ? state : before));
    for (const [cardKey, hash] of readSeen(snapshot)) if (!this.#seen.has(cardKey)) this.#see(cardKey, hash);
  }

  /**
   * Calls `listener` after each change of a card's state.
   *
   * @returns ends it; calling it again does nothing.
   */
  subscribe(cardKey: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(cardKey) ?? new Set();
    this.#listeners.set(cardKey, listeners);
    // A function of its own, so that one listener may follow twice.
    const entry = () => listener();
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
      if (listeners.size === 0 && this.#listeners.get(cardKey) === listeners) this.#listeners.delete(cardKey);
    };
  }

  /** @internal One entry for all cards of a feed, until {@link unfollow}. */
  follow(follower: StoreFollower): void {
    this.#followers.add(follower);
  }

  /** @internal */
  unfollow(follower: StoreFollower): void {
    this.#followers.delete(follower);
  }
}
