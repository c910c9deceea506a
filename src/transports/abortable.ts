/**
 * A signal that follows another one, and aborts by itself when `inTime` is not called in time.
 *
 * @param timeout - milliseconds; the reason is then a `TimeoutError`.
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
  const clock = setTimeout(
    () => controller.abort(new DOMException('No answer in time', 'TimeoutError')),
    timeout,
  );
  return { signal: controller.signal, inTime: () => clearTimeout(clock) };
}
