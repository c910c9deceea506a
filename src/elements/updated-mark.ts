/**
 * Puts a mark that says "Updated" beside a card's origin. Not by the card's template: that is one clone, which a mark
 * that comes and goes would have drawn anew, and a place for it would cost each card that is only read two nodes.
 */
export function markUpdated(root: ParentNode, text: string): void {
  const there = root.querySelector('.updated');
  if (there) {
    if (there.textContent !== text) there.textContent = text;
    return;
  }
  const texts = root.querySelector('[part=header-texts]');
  if (!texts) return;
  const mark = texts.ownerDocument.createElement('span');
  mark.textContent = text;
  dressed(mark, 'badge updated');
  let origin = texts.querySelector('.origin');
  if (!origin) texts.prepend((origin = dressed(texts.ownerDocument.createElement('p'), 'origin')));
  origin.append(mark);
}

function dressed(element: Element, words: string): Element {
  element.setAttribute('part', words);
  element.className = words;
  return element;
}
