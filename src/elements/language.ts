/**
 * The language of the text round an element: of its nearest ancestor with `lang`, through shadow roots, or
 * English.
 */
export function languageOf(element: Element): string {
  for (let here: Element | null = element; here;) {
    const found: string | undefined = here.closest<HTMLElement>('[lang]')?.lang;
    if (found) return found;
    const root = here.getRootNode();
    here = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}
