/** Milliseconds until it is looked again whether the button is up. */
const LOOK_EVERY = 50;

/**
 * Runs something at once, or, while a button of the mouse is down, when the click is complete: what moves in between
 * would take what is clicked away from under the pointer, and the click with it.
 */
export function afterClick(page: Document, run: () => void): void {
  // A tap is over before it counts as begun: no event would tell of its end.
  if (page.documentElement.matches(':active')) setTimeout(afterClick, LOOK_EVERY, page, run);
  else run();
}
