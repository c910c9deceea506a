/**
 * Draws, and gives the focus back when what had it was drawn anew: to the element of the same part in the same place
 * among its kind, else to the last of them. Chromium tells with `focusout` that the focus has gone with what had it;
 * where the browser does not, this does.
 *
 * @returns whether the focus was in it, and is not any more.
 */
export function keepingFocus(root: ShadowRoot | null, draw: () => void): boolean {
  const focused = root?.activeElement;
  if (!root || !focused) {
    draw();
    return false;
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
  if (focused.isConnected) return false;
  if (!told) root.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  if (isElsewhere(root)) return false;
  const now = place < 0 ? [] : alike();
  (now[place] ?? now.at(-1))?.focus({ preventScroll: true });
  return root.querySelector(':focus') === null;
}

/** Whether nothing has the focus, in the root or in its page: what had it has gone. */
export function isNowhere(root: ShadowRoot): boolean {
  const { activeElement: inPage, body } = root.ownerDocument;
  return root.activeElement === null && (inPage === null || inPage === body) && !isElsewhere(root);
}

/** Whether it lies in a frame, and the user is in the page round that: what takes the focus here takes it from there. */
export function isElsewhere({ ownerDocument }: ShadowRoot): boolean {
  const view = ownerDocument.defaultView;
  return view?.top !== view && !ownerDocument.hasFocus();
}
