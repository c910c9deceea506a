import { keyOf, type CardList } from './card-list.js';
import type { FeedSeen } from './feed-seen.js';
import type { MfCard } from './mf-card.js';
import { isElsewhere } from './same-focus.js';

/** Where the focus was before a feed was drawn anew. */
export interface FocusBefore {
  /** What had it: of the feed's own, and in the depth of a card. */
  readonly own: Element | null;
  readonly innermost: HTMLElement | null;
  /** Key of the card that had it. */
  readonly key: string | null;
  readonly items: readonly HTMLLIElement[];
}

/** Where the focus of a feed is, and where it goes: from card to card by keys, and on from what goes. */
export class FeedFocus {
  /** Key of a card that had the focus when the user made it go, until that is drawn. */
  left: string | null = null;
  readonly #root: () => ShadowRoot | null;
  readonly #list: CardList;
  readonly #seen: FeedSeen;

  constructor(root: () => ShadowRoot | null, list: CardList, seen: FeedSeen) {
    this.#root = root;
    this.#list = list;
    this.#seen = seen;
  }

  /** Key of the card that has it. */
  get key(): string | null {
    const li = this.#own?.closest('li');
    return li ? keyOf(li) : null;
  }

  get items(): readonly HTMLLIElement[] {
    return [...(this.#root()?.querySelectorAll('li') ?? [])];
  }

  /** @param mayGo - whether cards may go, or come, by what is drawn next. */
  before(mayGo: boolean): FocusBefore {
    const own = this.#own;
    const key = this.left ?? this.key;
    let innermost = own;
    while (innermost?.shadowRoot?.activeElement) innermost = innermost.shadowRoot.activeElement;
    return {
      own,
      innermost: innermost as HTMLElement | null,
      key,
      items: mayGo && (key ?? own) ? this.items : [],
    };
  }

  /** A card that changes its place keeps the focus, which browsers take from what is moved; of what goes it goes on. */
  after({ own, innermost, key, items }: FocusBefore): void {
    const root = this.#root();
    if (!root || isElsewhere(root)) key = own = innermost = null;
    if (innermost && !innermost.matches(':focus')) innermost.focus({ preventScroll: true });
    if (key !== null && !this.#list.card(key)?.isConnected) this.#focusNeighbour(key, items);
    else if (own?.isConnected === false && key === null) this.#focusInstead(own, items);
    this.left = null;
  }

  /** From the card that has it to the next one, or the one before it. */
  step(direction: 'next' | 'previous'): boolean {
    const here = this.#own?.closest('li');
    if (!here) return false;
    const { items } = this;
    const place = items.indexOf(here);
    return this.#focusWhole(direction === 'next' ? items.slice(place + 1) : items.slice(0, place).reverse());
  }

  get #own(): Element | null {
    return this.#root()?.activeElement ?? null;
  }

  /** To the card that takes the place of the one that has gone. One that the user did not send away could be mistaken for it. */
  #focusNeighbour(key: string, items: readonly HTMLLIElement[]): void {
    const place = items.findIndex((li) => keyOf(li) === key);
    const others = [...items.slice(place + 1), ...items.slice(0, place).reverse()];
    const takes =
      this.left === null ? this.#focusWhole(others) : this.#focusFirst(others, (card) => card.focus());
    if (!takes && !this.#focusWhole(this.items)) this.#focusEmpty();
  }

  /** A button of the feed has gone: the one for more cards because the last ones are there, the others with what they were about. */
  #focusInstead(button: Element, before: readonly HTMLLIElement[]): void {
    const { items } = this;
    const known = new Set(before);
    const first = button.matches('[part=more]')
      ? items.find((li) => known.size > 0 && !known.has(li))
      : items.find((li) => this.#seen.isVisible(li));
    if (!this.#focusWhole(first ? [first, ...items] : items)) this.#focusEmpty();
  }

  #focusWhole(items: readonly HTMLLIElement[]): boolean {
    return this.#focusFirst(items, (card) => card.focusWhole());
  }

  /** Whether one of these cards takes it: a place that is kept for its height and a card that can't be shown do not. */
  #focusFirst(items: readonly HTMLLIElement[], focus: (card: MfCard) => void): boolean {
    return items.some((li) => {
      const card = this.#list.card(keyOf(li) ?? '');
      if (!card?.isConnected) return false;
      focus(card);
      return this.#own === card;
    });
  }

  #focusEmpty(): void {
    this.#root()?.querySelector<HTMLElement>('[part=news-action], [part=empty], [part=more]')?.focus();
  }
}
