import { en, type Messages } from '../messages/en.js';
import { languageOf, messagesByLanguage } from './language.js';

/** Shared by all cards of a page. */
const completed = new WeakMap<Partial<Messages>, Messages>();

/** The texts for an element: its own, else those of the nearest provider, else those of its language; English for the rest. */
export function messagesFor(
  element: Element & { readonly messages: Partial<Messages> | null },
  provided: Partial<Messages> | null | undefined,
): Messages {
  const given = element.messages ?? provided ?? messagesByLanguage(element);
  if (!given) return en;
  let all = completed.get(given);
  if (!all) {
    completed.set(given, (all = { ...en, ...given }));
    completed.set(all, all);
  }
  return all;
}

/** The language of an element; where the page names none, that of its texts. */
export function languageFor(element: Element, { locale }: Messages): string {
  return languageOf(element) || locale;
}
