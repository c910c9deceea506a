type Mover = Element & { moveBefore(node: Node, child: Node | null): void };

/** Whether the browser can move elements without what they lose when they are taken out: half a date, players, frames. */
export function canMove(parent: Element): boolean {
  return 'moveBefore' in parent;
}

/**
 * Has an element come where `here` is, after all that was put before it.
 *
 * @returns where the next one comes.
 */
export function put(parent: Element, node: Element, here: Element | null): Element | null {
  // Where one has gone down, the others need not move.
  if (node === here || here?.nextElementSibling === node) return node.nextElementSibling;
  if (canMove(parent) && node.isConnected) (parent as Mover).moveBefore(node, here);
  else if (node.parentNode !== parent || !node.matches(':focus-within')) parent.insertBefore(node, here);
  else
    // What the user is at stays: all others go past it.
    while (here && here !== node) {
      const next = here.nextElementSibling;
      parent.append(here);
      here = next;
    }
  return node.nextElementSibling;
}
