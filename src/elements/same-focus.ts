/**
 * Draws, and gives the focus back when what had it was drawn anew: to the element of the same part in the same place
 * among its kind, else to the last of them. Chromium tells with `focusout` that the focus has gone with what had it;
 * where the browser does not, this does.
 */
export function keepingFocus(root: ShadowRoot | null, draw: () => void): void {
  const focused = root?.activeElement;
  if (!root || !focused) {
    draw();
    return;
  }
  const part = focused.getAttribute('part');
  const alike = () => [
    ...root.querySelectorAll<HTMLElement>(`${focused.localName}[part="${CSS.escape(part ?? '')}"]`),
  ];
  const place = alike().findIndex((one) => one === focused);
  let told = false as boolean;
  const hear = () => (told = true);
  root.addEventListener('focusout', hear);
  draw();
  root.removeEventListener('focusout', hear);
  if (focused.isConnected) return;
  if (!told) root.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  if (place < 0) return;
  const now = alike();
  (now[place] ?? now.at(-1))?.focus({ preventScroll: true });
}
