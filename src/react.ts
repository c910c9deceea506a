/**
 * Both elements as React components, for React 18 and 19: properties are set as properties, and each event has a typed
 * prop. Defines the elements.
 *
 * @module mf-card/react
 */
'use client';
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import './index.js';
import { MfCard as CardElement } from './elements/mf-card.js';
import { MfCardFeed as FeedElement } from './elements/mf-card-feed.js';
import type { ElementEvents, ElementProperties } from './jsx.js';

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** `onMfAction` for `mf-action`, and so on: each gets the event itself, which is answered at once or never. */
export type MfEventProps = {
  [Name in keyof ElementEvents as `on${Pascal<Name>}`]?: ((event: ElementEvents[Name]) => void) | undefined;
};

type Props<Element extends HTMLElement> = ElementProperties<Element> &
  MfEventProps &
  Omit<HTMLAttributes<Element>, keyof ElementProperties<Element>>;

/** Properties and events of `<mf-card>`, and the attributes that any element has. */
export type MfCardProps = Props<CardElement>;
/** Properties and events of `<mf-card-feed>`, and the attributes that any element has. */
export type MfCardFeedProps = Props<FeedElement>;

/** `<mf-card>`. Its `ref` is the element. */
export const MfCard: ForwardRefExoticComponent<MfCardProps & RefAttributes<CardElement>> = component(
  'mf-card',
  'MfCard',
  CardElement,
);

/** `<mf-card-feed>`. Its `ref` is the element. */
export const MfCardFeed: ForwardRefExoticComponent<MfCardFeedProps & RefAttributes<FeedElement>> = component(
  'mf-card-feed',
  'MfCardFeed',
  FeedElement,
);

/** React warns of layout effects in a server, where there is no layout. */
const useCommitted = 'document' in globalThis ? useLayoutEffect : useEffect;

function component<Element extends HTMLElement, Given extends object>(
  tag: string,
  name: string,
  { properties }: { readonly properties: object },
) {
  const Component = forwardRef<Element, Given>((props, ref) => {
    const element = useRef<Element>(null);
    const own = useRef<OwnProps>(null);
    useImperativeHandle<Element | null, Element | null>(ref, () => element.current, []);
    const attributes: Record<string, unknown> = { ref: element };
    const others: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(props)) {
      if (Object.hasOwn(properties, key) || EVENT.test(key)) others[key] = value;
      // React 18 knows no `className` of a custom element.
      else
        attributes[key === 'className' ? 'class' : key] =
          typeof value === 'boolean' ? written(key, value) : value;
    }
    useCommitted(() => {
      if (element.current) (own.current ??= new OwnProps(element.current)).set(others);
    });
    return createElement(tag, attributes);
  });
  Component.displayName = name;
  return Component as unknown as ForwardRefExoticComponent<Given & RefAttributes<Element>>;
}

const EVENT = /^onMf[A-Z]/;

/** React 18 writes `hidden="false"`, which hides; of these it is a word as any other. */
function written(key: string, value: boolean): string | boolean | undefined {
  // For React itself, which takes nothing but `true` for it.
  if (key.startsWith('suppress')) return value;
  if (/^(?:aria-|data-|draggable$|spellCheck$|contentEditable$|translate$)/.test(key)) return String(value);
  return value ? '' : undefined;
}

/** What React can't set itself in every version: properties, and listeners of the element's own events. */
class OwnProps implements EventListenerObject {
  readonly #element: Record<string, unknown> & HTMLElement;
  /** What the properties were before any was set, for when a prop is left out again. */
  readonly #first = new Map<string, unknown>();
  readonly #heard = new Set<string>();
  #props: Readonly<Record<string, unknown>> = {};

  constructor(element: HTMLElement) {
    this.#element = element as Record<string, unknown> & HTMLElement;
  }

  set(props: Readonly<Record<string, unknown>>): void {
    const before = this.#props;
    this.#props = props;
    for (const key of new Set([...Object.keys(before), ...Object.keys(props)])) {
      if (EVENT.test(key)) this.#listen(key);
      else if (!Object.is(before[key], props[key])) this.#setProperty(key, props[key]);
    }
  }

  #setProperty(key: string, value: unknown): void {
    if (!this.#first.has(key)) this.#first.set(key, this.#element[key]);
    this.#element[key] = value === undefined ? this.#first.get(key) : value;
  }

  /** Once for each event, whichever function takes it by then. */
  #listen(key: string): void {
    if (this.#heard.has(key)) return;
    this.#heard.add(key);
    const name = key.slice(2).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    this.#element.addEventListener(name.slice(1), this);
  }

  handleEvent(event: Event): void {
    const key = `on-${event.type}`.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const handler = this.#props[key];
    if (typeof handler === 'function') (handler as (event: Event) => void)(event);
  }
}
