import { until } from '../card-page.js';

/** Milliseconds: what waits for less is not held. */
const LONG = 1000;

/** Milliseconds that pass at each look. */
const STEP = 500;

const waits = new Map<number, { readonly run: () => void; readonly due: number }>();
let time = 0;

/**
 * Holds what waits for a second and more, such as the time limit of an answer: however slow the browser is, time passes
 * in {@link afterAWhile} only.
 *
 * @returns ends it; what is still held is forgotten.
 */
export function holdTime(): () => void {
  const { setTimeout, clearTimeout } = window;
  window.setTimeout = ((run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) => {
    if (wait < LONG) return setTimeout(run, wait, ...args);
    // For a number that no other timer has.
    const id = setTimeout(() => undefined, wait);
    waits.set(id, { run: () => run(...args), due: time + wait });
    return id;
  }) as typeof setTimeout;
  window.clearTimeout = (id) => {
    waits.delete(id as number);
    clearTimeout(id);
  };
  return () => {
    Object.assign(window, { setTimeout, clearTimeout });
    waits.clear();
  };
}

/** Lets time pass until something becomes true. */
export async function afterAWhile(check: () => boolean, otherwise: () => string): Promise<void> {
  await until(() => {
    if (check()) return true;
    pass(STEP);
    return false;
  }, otherwise);
}

function pass(milliseconds: number): void {
  time += milliseconds;
  for (const [id, { run, due }] of [...waits].sort(([, one], [, other]) => one.due - other.due))
    if (due <= time && waits.delete(id)) run();
}
