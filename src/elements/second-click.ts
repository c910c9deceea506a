/**
 * The second click of a double click. It is not meant for what has come under the pointer since the first: the
 * Submit of a form that has just opened, the same button of the next card.
 */
export function isSecondClick({ detail }: MouseEvent): boolean {
  return detail > 1;
}
