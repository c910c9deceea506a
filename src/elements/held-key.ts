/** A key that is held down presses a button once, not as often as it repeats; whatever has come under the focus since. */
export function ignoreHeldKey(event: KeyboardEvent): void {
  const [target] = event.composedPath() as Element[];
  if (event.repeat && event.key === 'Enter' && target?.closest('a, button')) event.preventDefault();
}
