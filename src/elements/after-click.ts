/**
 * Runs something at once, or, while a button of the mouse is down, when the click is complete: what moves in between
 * would take what is clicked away from under the pointer, and the click with it.
 */
export function afterClick({ documentElement, defaultView }: Document, run: () => void): void {
  if (!defaultView || !documentElement.matches(':active')) {
    run();
    return;
  }
  const ended = new AbortController();
  for (const end of ['mouseup', 'dragend', 'blur'])
    defaultView.addEventListener(
      end,
      () => {
        if (ended.signal.aborted) return;
        ended.abort();
        // The click comes after the button is up.
        setTimeout(run);
      },
      { capture: true, signal: ended.signal },
    );
}
