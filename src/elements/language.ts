import type { Messages } from '../messages/en.js';

/**
 * The language of the text round an element: of its nearest ancestor with `lang`, through shadow roots; `''` where none
 * is named.
 */
export function languageOf(element: Element): string {
  for (let here: Element | null = element; here;) {
    const found: string | undefined = here.closest<HTMLElement>('[lang]')?.lang;
    if (found) return found;
    here = hostOf(here.getRootNode());
  }
  return '';
}

/** What is to know when a `lang` in the page has changed, or when there are other texts for one. */
export interface LanguageFollower {
  languageChanged(): void;
}

const followers = new Set<LanguageFollower>();
/** A document, or a shadow root, whose `lang` attributes are watched. It is let go with its nodes. */
const watched = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/** Has a follower told, from now on, of what may change the language of this element. */
export function followLanguage(element: Element, follower: LanguageFollower): void {
  followers.add(follower);
  for (let here: Element | null = element; here;) {
    const root = here.getRootNode();
    if (!watched.has(root)) {
      watched.add(root);
      observer ??= new MutationObserver(languagesChanged);
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    here = hostOf(root);
  }
}

export function unfollowLanguage(follower: LanguageFollower): void {
  followers.delete(follower);
}

/** Tells all who follow; each of them looks whether it is concerned. */
export function languagesChanged(): void {
  for (const follower of followers) follower.languageChanged();
}

/** Texts for a language, where there are some by now; the English ones stand in for them. */
type FindMessages = (language: string) => Partial<Messages> | null;

/** Without it nobody has to know the language of an element for its texts. */
let find: FindMessages | undefined;

/** Texts for an element that neither a host nor a provider gives any. */
export function messagesByLanguage(element: Element): Partial<Messages> | null {
  return find?.(languageOf(element)) ?? null;
}

/** Has these texts used wherever no others are given. */
export function useMessagesByLanguage(finder: FindMessages): void {
  find = finder;
  languagesChanged();
}

/** The element that a shadow root belongs to. Not by its class: each document has one of its own. */
export function hostOf(node: Node): Element | null {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}
