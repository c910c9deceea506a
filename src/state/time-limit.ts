import { LONGEST_TIMER } from './longest-timer.js';

/** Milliseconds that an answer may take, where the host does not say. */
export const TIME_LIMIT = 30_000;

/**
 * Milliseconds for a timer. 0 and less stand for no limit; {@link TIME_LIMIT} for what is no number: an attribute that
 * says something else, or has been taken away.
 */
export function timeLimitOf(given: number | null | undefined): number {
  if (typeof given !== 'number' || Number.isNaN(given)) return TIME_LIMIT;
  return given > 0 ? Math.min(given, LONGEST_TIMER) : LONGEST_TIMER;
}
