/**
 * Milliseconds of work at a time: short enough that nobody waits for the page, and long enough that the frames between
 * cost less than the work.
 */
const SLICE = 35;

/** Work that is to be done. */
export interface Slice {
  cancel(): void;
}

/** Calls `work`, when there is nothing better to do, with a function that tells how many milliseconds are left for it. */
export function whenIdle(work: (left: () => number) => void): Slice {
  const begin = () => {
    const start = performance.now();
    work(() => SLICE - (performance.now() - start));
  };
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback(begin, { timeout: 200 });
    return { cancel: () => cancelIdleCallback(id) };
  }
  const id = setTimeout(begin);
  return { cancel: () => clearTimeout(id) };
}
