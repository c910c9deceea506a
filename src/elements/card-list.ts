import type { Card } from '../schema/model.js';
import type { FeedPlace } from '../state/feed-merge.js';
import { EXPORTED_PARTS } from '../view/parts.js';
import type { MfCard } from './mf-card.js';
import { put } from './put.js';
import { whenIdle, type Slice } from './when-idle.js';

/** What of a feed the list has to know. */
export interface CardListOwner {
  /** Name of the element that shows a card. */
  readonly tag: string;
  /** Gives a card what is the same for all of them. */
  furnish(card: MfCard, li: HTMLLIElement): void;
  /** Words for a card that is gone. */
  readonly goneText: string;
  /** An item has got a card, or another version of it. */
  filled(li: HTMLLIElement, card: Card): void;
  /** All of them are there. */
  completed(): void;
}

interface Item {
  readonly li: HTMLLIElement;
  readonly card: MfCard;
  isGone: boolean;
}

/** So few new cards are drawn together. */
const FEW = 50;

/** Of more, those that are drawn before the page gets a chance to show them: more than a screen has room for. */
const AT_ONCE = 12;

/**
 * The items of a feed, one for each card key, made and moved by hand: the first ones at once, the rest in slices while
 * the browser has nothing better to do. What is there keeps its element as long as its key is wanted.
 */
export class CardList {
  readonly #owner: CardListOwner;
  readonly #items = new Map<string, Item>();
  #missing: {
    readonly list: Element;
    readonly place: FeedPlace;
    readonly after: string | null;
    readonly number: number;
    readonly count: number;
  }[] = [];
  #next = 0;
  #slice: Slice | null = null;

  constructor(owner: CardListOwner) {
    this.#owner = owner;
  }

  /** Whether there are cards still to be made. */
  get isBusy(): boolean {
    return this.#next < this.#missing.length;
  }

  item(key: string): HTMLLIElement | null {
    return this.#items.get(key)?.li ?? null;
  }

  card(key: string): MfCard | null {
    return this.#items.get(key)?.card ?? null;
  }

  /** Gives all cards anew what is the same for all of them. */
  furnish(): void {
    for (const { card, li, isGone } of this.#items.values()) {
      this.#owner.furnish(card, li);
      if (isGone && li.firstChild) li.firstChild.textContent = this.#owner.goneText;
    }
  }

  /** Has the lists hold the cards of these places, and no others. */
  show(lists: readonly { readonly list: Element; readonly places: readonly FeedPlace[] }[]): void {
    this.pause();
    const wanted = new Set(lists.flatMap(({ places }) => places.map(({ card }) => card.key)));
    for (const [key, { li }] of this.#items)
      if (!wanted.has(key)) {
        li.remove();
        this.#items.delete(key);
      }
    this.#missing = [];
    this.#next = 0;
    let made = 0;
    const most = wanted.size - this.#items.size > FEW ? AT_ONCE : FEW;
    for (const { list, places } of lists) {
      let here = list.firstElementChild;
      places.forEach((place, i) => {
        const known = this.#items.get(place.card.key);
        if (!known && made >= most) {
          const after = places[i - 1]?.card.key ?? null;
          this.#missing.push({ list, place, after, number: i + 1, count: places.length });
          return;
        }
        if (!known) made++;
        const item = known ?? this.#make(place);
        here = put(list, item.li, here);
        this.#fill(item, place, i + 1, places.length);
        if (!known) item.card.performUpdate();
      });
    }
    if (this.isBusy) this.resume();
    else this.#owner.completed();
  }

  /** Makes no more cards until it is told to go on. */
  pause(): void {
    this.#slice?.cancel();
    this.#slice = null;
  }

  resume(): void {
    if (this.isBusy && !this.#slice) this.#slice = whenIdle((left) => this.#makeSome(left));
  }

  #makeSome(left: () => number): void {
    this.#slice = null;
    do {
      const next = this.#missing[this.#next++];
      if (!next) break;
      const { list, place, after, number, count } = next;
      const item = this.#make(place);
      const before = after === null ? null : this.#items.get(after)?.li;
      list.insertBefore(item.li, before ? before.nextSibling : list.firstChild);
      this.#fill(item, place, number, count);
      item.card.performUpdate();
    } while (left() > 0);
    if (this.isBusy) {
      this.resume();
      return;
    }
    this.#missing = [];
    this.#next = 0;
    this.#owner.completed();
  }

  #make({ card: { key } }: FeedPlace): Item {
    const li = document.createElement('li');
    const card = document.createElement(this.#owner.tag as 'mf-card');
    card.setAttribute('part', 'entry');
    card.setAttribute('exportparts', EXPORTED_PARTS);
    this.#owner.furnish(card, li);
    li.append(card);
    const item = { li, card, isGone: false };
    this.#items.set(key, item);
    keys.set(li, key);
    return item;
  }

  #fill(item: Item, { card, gone }: FeedPlace, number: number, count: number): void {
    const { li } = item;
    if (item.card.card !== card) {
      item.card.card = card;
      this.#owner.filled(li, card);
    }
    if (gone !== item.isGone) this.#showGone(item, gone);
    if (li.ariaPosInSet !== `${number}`) li.ariaPosInSet = `${number}`;
    if (li.ariaSetSize !== `${count}`) li.ariaSetSize = `${count}`;
  }

  /** A place that is kept for its height alone. */
  #showGone(item: Item, gone: boolean): void {
    const { li, card } = item;
    item.isGone = gone;
    li.classList.toggle('gone', gone);
    if (gone) {
      li.style.blockSize = `${li.getBoundingClientRect().height}px`;
      const note = document.createElement('p');
      note.setAttribute('part', 'gone');
      note.textContent = this.#owner.goneText;
      li.replaceChildren(note);
    } else {
      li.style.blockSize = '';
      li.replaceChildren(card);
    }
  }
}

const keys = new WeakMap<Element, string>();

/** Key of the card in an item of a feed. */
export function keyOf(li: Element): string | null {
  return keys.get(li) ?? null;
}
