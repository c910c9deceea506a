/** How often in a row a height may grow with its own frame. */
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
  let lastFrame = window.innerHeight;
  let echoes = 0;
  const measure = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    const frame = window.innerHeight;
    const hasChanged = height !== last;
    const isEcho = frame !== lastFrame && height > last;
    last = height;
    lastFrame = frame;
    if (!hasChanged) return;
    echoes = isEcho ? echoes + 1 : 0;
    if (echoes <= MOST_ECHOES) report(height);
  };
  const observer = new ResizeObserver(measure);
  // Which of the two is told first depends on the browser.
  window.addEventListener('resize', measure);
  observer.observe(element);
  measure();
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', measure);
  };
}
