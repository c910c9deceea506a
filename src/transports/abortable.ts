import { LONGEST_TIMER } from '../state/longest-timer.js';

/**
 * A signal that follows another one, and aborts by itself when `inTime` is not called in time.
 *
 * @param timeout - milliseconds; the reason is then a `TimeoutError`. 0 is for as long as it takes.
 * @returns `inTime` stops the clock only: the signal goes on to follow the other one.
 */
export function abortable(
  outer: AbortSignal,
  timeout: number,
): { readonly signal: AbortSignal; inTime(): void } {
  const controller = new AbortController();
  const follow = () => controller.abort(outer.reason);
  if (outer.aborted) follow();
  else outer.addEventListener('abort', follow, { once: true, signal: controller.signal });
  const late = () => controller.abort(new DOMException('No answer in time', 'TimeoutError'));
  const clock = timeout > 0 ? setTimeout(late, Math.min(timeout, LONGEST_TIMER)) : undefined;
  return { signal: controller.signal, inTime: () => clearTimeout(clock) };
}
