import { all } from '../card-page.js';

/** Ends the transitions in an element and its shadow roots: colours are judged when none of them is changing. */
export function endTransitions(element: Element): void {
  for (const { shadowRoot } of [element, ...all(element, '*')])
    for (const animation of shadowRoot?.getAnimations() ?? [])
      if (animation instanceof CSSTransition) animation.finish();
}
