import { keyOf } from './card-list.js';
import { hostOf } from './language.js';

/** Whether the browser tells what it lays out: elsewhere all cards are watched. Asked when there is a page. */
const tells = () => 'oncontentvisibilityautostatechange' in HTMLElement.prototype;

/** Milliseconds that a card is before the user's eyes until it counts as seen. */
const LONG_ENOUGH = 1000;

/**
 * The parts of a card at whose coming into view the browser tells. None is less than half of the next: one of them is
 * passed while a card that is higher than the screen fills the second half of that.
 */
const SHARES = [0, 0.03, 0.06, 0.12, 0.24, 0.48, 0.5];

/**
 * Which cards of a feed are before the user's eyes, and which have been for long enough. One observer for all of them;
 * cards that the browser does not even lay out need not be watched.
 */
export class FeedSeen {
  #root: EventTarget | null = null;
  readonly #visible = new Map<Element, number>();
  readonly #seen: (keys: readonly string[]) => void;
  readonly #moved: () => void;
  #observer: IntersectionObserver | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param seen - called with the keys of cards that were seen, each once until it is watched anew.
   * @param moved - called when other cards have come into view.
   */
  constructor(seen: (keys: readonly string[]) => void, moved: () => void) {
    this.#seen = seen;
    this.#moved = moved;
  }

  start(root: EventTarget): void {
    this.#root = root;
    this.#observer ??= new IntersectionObserver((entries) => this.#changed(entries), {
      threshold: SHARES,
    });
    // It bubbles in Chromium only.
    root.addEventListener('contentvisibilityautostatechange', this.#laidOut, true);
  }

  stop(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#again);
    this.#observer?.disconnect();
    this.#observer = null;
    this.#visible.clear();
    this.#root?.removeEventListener('contentvisibilityautostatechange', this.#laidOut, true);
  }

  /** A card has come, or has changed: then it is looked at anew. */
  look(li: Element): void {
    if ((this.#visible.get(li) ?? Infinity) < Infinity) {
      this.#visible.set(li, performance.now());
      this.#again();
    } else if (!tells()) this.watch(li);
  }

  /** Until the browser tells that it does not lay it out. */
  watch(li: Element): void {
    this.#observer?.observe(li);
  }

  forget(li: Element): void {
    this.#observer?.unobserve(li);
    this.#visible.delete(li);
  }

  isVisible(li: Element): boolean {
    return this.#visible.has(li);
  }

  readonly #laidOut = (event: Event) => {
    const li = event.target as Element;
    if (keyOf(li) === null) return;
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped) this.forget(li);
    else this.watch(li);
  };

  #changed(entries: readonly IntersectionObserverEntry[]): void {
    const now = performance.now();
    for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
      // A card that is higher than the screen, or the panel that it lies in, is seen when it fills half of that.
      const fillsHalf = () =>
        rootBounds !== null && intersectionRect.height >= roomOf(target, rootBounds.height) / 2;
      if (!isIntersecting) this.#visible.delete(target);
      else if (intersectionRatio < 0.5 && !fillsHalf()) this.#visible.set(target, Infinity);
      else if ((this.#visible.get(target) ?? Infinity) === Infinity) this.#visible.set(target, now);
    }
    this.#moved();
    this.#again();
  }

  #judge(): void {
    if (document.visibilityState === 'hidden') {
      document.addEventListener('visibilitychange', this.#again, { once: true });
      return;
    }
    const now = performance.now();
    // It is in its place, but is not shown there: looked at again later.
    for (const [li, since] of this.#visible)
      if (since <= now && !li.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        this.#visible.set(li, now);
    const long = [...this.#visible].filter(([, since]) => now - since >= LONG_ENOUGH - 20);
    this.#seen(long.map(([li]) => keyOf(li)).filter((key) => key !== null));
    if ([...this.#visible.values()].some((since) => since !== Infinity && now - since < LONG_ENOUGH - 20))
      this.#again();
  }

  readonly #again = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#judge(), LONG_ENOUGH);
  };
}

/** How high that is in which an element scrolls, the innermost, at most as high as the window. */
function roomOf(element: Element, window: number): number {
  for (let outer: Element | null = element; outer; outer = parentOf(outer)) {
    const { clientHeight, scrollHeight } = outer;
    if (
      scrollHeight > clientHeight &&
      clientHeight > 0 &&
      /auto|scroll/.test(getComputedStyle(outer).overflowY)
    )
      return Math.min(clientHeight, window);
  }
  return window;
}

/** As they are laid out. */
function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? hostOf(element.getRootNode());
}
