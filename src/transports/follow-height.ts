/** How often a height may grow with its own frame, one frame after the other. */
const MOST_ECHOES = 100;

/**
 * Reports how high an element is: now, and whenever that changes, in whole CSS pixels.
 *
 * Changes nothing itself, so it can't loop. Where the page is as high as its frame and a bit more, each report would
 * make it grow again: then it stops reporting until something else changes.
 *
 * @param element - one that is as high as its content, such as `document.documentElement` of a page without
 *   `height: 100%`.
 * @returns ends the reports.
 */
export function followHeight(element: Element, report: (height: number) => void): () => void {
  let last = -1;
  let echoes = 0;
  let frameChanged = false;
  const noteFrame = () => {
    frameChanged = true;
    // The observer is called in this very frame, a timer after it.
    requestAnimationFrame(() => setTimeout(() => (frameChanged = false)));
  };
  const measure = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === last) return;
    echoes = frameChanged && height > last ? echoes + 1 : 0;
    if (echoes > MOST_ECHOES) return;
    last = height;
    report(height);
  };
  const observer = new ResizeObserver(measure);
  window.addEventListener('resize', noteFrame);
  observer.observe(element);
  measure();
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', noteFrame);
  };
}
