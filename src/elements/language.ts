/**
 * The language of the text round an element: of its nearest ancestor with `lang`, through shadow roots, or
 * English.
 */
export function languageOf(element: Element): string {
  for (let here: Element | null = element; here;) {
    const found: string | undefined = here.closest<HTMLElement>('[lang]')?.lang;
    if (found) return found;
    here = hostOf(here.getRootNode());
  }
  return 'en';
}

/** The element that a shadow root belongs to. Not by its class: each document has one of its own. */
export function hostOf(node: Node): Element | null {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}
