import { fireEvent, within } from 'storybook/test';
import type { MfCard, MfCardFeed } from '../src/index.js';

/** Queries for what the card of a story shows. A page's own stop at the shadow root. */
export async function insideCard(canvasElement: HTMLElement) {
  const element = canvasElement.querySelector('mf-card');
  if (!element) throw new Error('There is no mf-card in this story.');
  return inside(element);
}

/** The same for the feed itself; `insideCardOf` looks into one of its cards. */
export async function insideFeed(canvasElement: HTMLElement) {
  const element = canvasElement.querySelector('mf-card-feed');
  if (!element) throw new Error('There is no mf-card-feed in this story.');
  return inside(element);
}

/** Queries for what one card of a feed shows, counted from 0. */
export async function insideCardOf(feed: MfCardFeed, position: number) {
  const element = feed.shadowRoot?.querySelectorAll<MfCard>('li > *')[position];
  if (!element) throw new Error(`There is no card ${position} in this feed.`);
  return inside(element);
}

/** A date or a time, as from the browser's own calendar: typed letter by letter it is none before the last one. */
export async function pick(control: HTMLElement, value: string) {
  control.focus();
  await fireEvent.input(control, { target: { value } });
  await fireEvent.change(control);
}

async function inside<Element extends MfCard | MfCardFeed>(element: Element) {
  await element.updateComplete;
  const { shadowRoot } = element;
  if (!shadowRoot) throw new Error(`${element.localName} is not defined.`);
  // A query that fails prints the document element of what it has searched: a shadow root has none of its own.
  Object.defineProperty(shadowRoot, 'documentElement', {
    get: () => shadowRoot.querySelector('article') ?? shadowRoot.firstElementChild,
    configurable: true,
  });
  return {
    element,
    // Nothing else is asked of it than a shadow root has.
    shown: within(shadowRoot as unknown as HTMLElement),
    /** What has the focus, by its label or its own words. */
    focused: () => wordsOf(shadowRoot.activeElement),
  };
}

function wordsOf(element: Element | null): string | null {
  if (element === null) return null;
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement>) : [];
  return (labels[0] ?? element).textContent.replace(/\s+/g, ' ').trim();
}
