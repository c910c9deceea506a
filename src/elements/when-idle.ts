/** Milliseconds of work between two frames, where the browser does not say. */
const SLICE = 10;

/** Work that is to be done. */
export interface Slice {
  cancel(): void;
}

/** Calls `work`, when there is nothing better to do, with a function that tells how many milliseconds are left for it. */
export function whenIdle(work: (left: () => number) => void): Slice {
  const end = (start: number) => () => SLICE - (performance.now() - start);
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback(
      (idle) => {
        const slice = end(performance.now());
        work(() => (idle.didTimeout ? slice() : Math.min(idle.timeRemaining() - 1, 3 * SLICE)));
      },
      { timeout: 200 },
    );
    return { cancel: () => cancelIdleCallback(id) };
  }
  const id = setTimeout(() => work(end(performance.now())));
  return { cancel: () => clearTimeout(id) };
}
