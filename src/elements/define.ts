import { safeLocale } from '../messages/formats.js';
import { MfCard } from './mf-card.js';
import { MfCardFeed } from './mf-card-feed.js';
import { whenIdle } from './when-idle.js';

/** Under which names the elements are defined, and where. */
export interface DefineOptions {
  /** In place of `mf`; the elements are then `<prefix>-card` and `<prefix>-card-feed`. */
  readonly prefix?: string;
  /** A registry of the page's own, where the browser has scoped ones. */
  readonly registry?: CustomElementRegistry;
}

/**
 * Defines the elements. A name that is taken, as by another copy of the library, is left alone. Under another
 * prefix they are subclasses, as one class can have only one name.
 */
export function defineElements({ prefix = 'mf', registry = customElements }: DefineOptions = {}): void {
  whenIdle(readyIntl);
  const cardTag = `${prefix}-card`;
  if (prefix === 'mf' && registry === customElements) {
    define(registry, cardTag, MfCard);
    define(registry, `${cardTag}-feed`, MfCardFeed);
    return;
  }
  define(registry, cardTag, class extends MfCard {});
  define(
    registry,
    `${cardTag}-feed`,
    class extends MfCardFeed {
      protected static override cardTag = cardTag;
    },
  );
}

/**
 * The first who asks Intl for a date waits for all its languages, 10 ms or more, whatever the language: done while a page
 * waits for its cards.
 */
function readyIntl(): void {
  safeLocale('en', null);
}

function define(registry: CustomElementRegistry, name: string, element: CustomElementConstructor): void {
  if (!registry.get(name)) registry.define(name, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-card': MfCard;
    'mf-card-feed': MfCardFeed;
  }
}
