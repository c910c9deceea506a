type Mover = Element & { moveBefore(node: Node, child: Node | null): void };

/**
 * Has an element come where `here` is, after all that was put before it.
 *
 * @returns where the next one comes.
 */
export function put(parent: Element, node: Element, here: Element | null): Element | null {
  // Where one has gone down, the others need not move.
  if (node === here || here?.nextElementSibling === node) return node.nextElementSibling;
  if (node.parentNode === parent && node.matches(':focus-within'))
    // What the user is at stays, as not all that is half typed survives a move: all others go past it.
    while (here && here !== node) {
      const next = here.nextElementSibling;
      move(parent, here, null);
      here = next;
    }
  else move(parent, node, here);
  return node.nextElementSibling;
}

/** Where the browser can, without what an element loses when it is taken out: players, frames, scroll places. */
function move(parent: Element, node: Element, before: Element | null): void {
  if ('moveBefore' in parent && node.isConnected) (parent as Mover).moveBefore(node, before);
  else parent.insertBefore(node, before);
}
