import { en, type Messages } from '../messages/en.js';
import { languageOfTexts } from '../messages/formats.js';
import { languageOf, messagesByLanguage } from './language.js';

/** Texts that are there for want of others say no language: dates and numbers are in the page's. */
const unasked: Messages = { ...en, locale: '' };

/** Shared by all cards of a page. */
const completed = new WeakMap<Partial<Messages>, Messages>();

/** The texts for an element: its own, else those of the nearest provider, else those of its language; English for the rest. */
export function messagesFor(
  element: Element & { readonly messages: Partial<Messages> | null },
  provided: Partial<Messages> | null | undefined,
): Messages {
  const given = element.messages ?? provided ?? messagesByLanguage(element) ?? unasked;
  let all = completed.get(given);
  if (!all) {
    completed.set(given, (all = { ...unasked, ...given }));
    completed.set(all, all);
  }
  return all;
}

/** The language that an element's dates, numbers and labels are in. */
export function languageFor(element: Element, { locale }: Messages): string {
  return languageOfTexts(languageOf(element), locale);
}
