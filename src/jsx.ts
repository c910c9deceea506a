/**
 * Types of `<mf-card>` and `<mf-card-feed>` in the JSX of React 19, which sets properties and listens to events itself:
 * `<mf-card card={card} onmf-action={send} />`. Holds types only: `import type {} from 'mf-card/jsx'`.
 *
 * @module mf-card/jsx
 */
import type { LitElement } from 'lit';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { MfCard } from './elements/mf-card.js';
import type { MfCardFeed } from './elements/mf-card-feed.js';

/** The events of both elements, by name. */
export type ElementEvents = {
  [
    Name in keyof HTMLElementEventMap as Name extends `mf-${string}` ? Name : never
  ]: HTMLElementEventMap[Name];
};

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- only so are readonly members told from others */
type Writable<Type, Key extends keyof Type> =
  (<T>() => T extends Pick<Type, Key> ? 1 : 2) extends <T>() => T extends { -readonly [K in Key]: Type[K] }
    ? 1
    : 2
    ? Key
    : never;
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

type OwnKeys<Element> = {
  [Key in keyof Element]-?: Key extends keyof LitElement
    ? never
    : Element[Key] extends (...args: never[]) => unknown
      ? never
      : Writable<Element, Key>;
}[keyof Element];

/** The properties that a host sets of an element. */
export type ElementProperties<Element> = {
  [Key in OwnKeys<Element>]?: Element[Key] | undefined;
};

type Intrinsic<Element extends HTMLElement> = Omit<
  DetailedHTMLProps<HTMLAttributes<Element>, Element>,
  OwnKeys<Element>
> &
  ElementProperties<Element> & {
    [Name in keyof ElementEvents as `on${Name}`]?: ((event: ElementEvents[Name]) => void) | undefined;
  };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- it is how React's types are extended
  namespace JSX {
    interface IntrinsicElements {
      'mf-card': Intrinsic<MfCard>;
      'mf-card-feed': Intrinsic<MfCardFeed>;
    }
  }
}
