import { keyOf } from './card-list.js';

/** Milliseconds that a pointer lies still until it counts as forgotten there. */
const POINTER_TIME = 60_000;

/** Milliseconds in which a user who has touched the feed may be about to touch it again, or reads the cards asked for. */
const BUSY_TIME = 10_000;

/** Where the user of a feed points, and whether they have just touched it: what they are about to press must not move. */
export class FeedAttention {
  readonly #host: HTMLElement;
  readonly #left: () => void;
  #pointed: string | null = null;
  #movedAt = -Infinity;
  #busy: ReturnType<typeof setTimeout> | undefined;

  /** @param left - called when the pointer has gone elsewhere, and when nothing will be pressed in a moment. */
  constructor(host: HTMLElement, left: () => void) {
    this.#host = host;
    this.#left = left;
    host.addEventListener('pointerleave', this.#pointerLeft);
  }

  /** @param root - where the cards are. */
  follow(root: EventTarget): void {
    root.addEventListener('pointerover', this.#pointerEntered);
    root.addEventListener('pointermove', this.#pointerMoved, { passive: true });
    root.addEventListener('pointerdown', this.#touched);
    root.addEventListener('touchmove', this.#touched, { passive: true });
  }

  /** Key of the card under the pointer. */
  get pointedKey(): string | null {
    return performance.now() - this.#movedAt < POINTER_TIME ? this.#pointed : null;
  }

  /** Whether anything in view may be pressed in a moment. */
  get isBusy(): boolean {
    return this.#busy !== undefined;
  }

  /** The user begins to read. */
  busy(): void {
    clearTimeout(this.#busy);
    this.#busy = setTimeout(() => {
      this.#busy = undefined;
      this.#left();
    }, BUSY_TIME);
  }

  /** A pointer that lies where a card has come to be has not been moved there. */
  readonly #pointerMoved = () => {
    this.#movedAt = performance.now();
  };

  readonly #pointerEntered = (event: Event) => {
    const li = (event.target as Element).closest('li');
    this.#pointed = li && keyOf(li);
    this.#host.ownerDocument.addEventListener('pointerover', this.#pointerElsewhere);
  };

  /** Safari does not tell that the pointer leaves when what was under it has gone, such as a pressed button. */
  readonly #pointerElsewhere = (event: Event) => {
    if (event.composedPath().includes(this.#host)) return;
    event.currentTarget?.removeEventListener('pointerover', this.#pointerElsewhere);
    this.#pointerLeft();
  };

  readonly #pointerLeft = () => {
    this.#pointed = null;
    this.#left();
  };

  /** A finger comes without notice: what was in view when it last came must not move for a while. */
  readonly #touched = ({ type, pointerType }: Partial<PointerEvent>) => {
    if (type === 'touchmove' || pointerType === 'touch') this.busy();
  };
}
