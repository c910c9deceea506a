/**
 * Texts in the languages that come along, each loaded when it is asked for.
 *
 * @module mf-card/messages/load
 */
import { writtenLanguage } from '../schema/languages.js';
import { en, type Messages } from './en.js';

const LANGUAGES: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./ar.js').then(({ ar }) => ar),
  de: () => import('./de.js').then(({ de }) => de),
  en: () => Promise.resolve(en),
  es: () => import('./es.js').then(({ es }) => es),
  fr: () => import('./fr.js').then(({ fr }) => fr),
  he: () => import('./he.js').then(({ he }) => he),
  ja: () => import('./ja.js').then(({ ja }) => ja),
  'pt-BR': () => import('./pt-BR.js').then(({ ptBR }) => ptBR),
  'zh-CN': () => import('./zh-CN.js').then(({ zhCN }) => zhCN),
};

/** The languages that there are texts in, BCP 47. */
export const languages: readonly string[] = /* @__PURE__ */ Object.keys(LANGUAGES);

/**
 * Loads the library's texts in a language.
 *
 * @param language - BCP 47, of any region: `de-AT` gets the texts of `de`, `pt-PT` those of `pt-BR`. Another script is
 *   another language: there is nothing for `zh-TW`. `en-XA` gets the pseudo-locale.
 * @returns English where there are none in that language. Rejects when they can't be loaded.
 */
export async function loadMessages(language: string): Promise<Messages> {
  if (language === 'en-XA') return (await import('./pseudo.js')).pseudo;
  const wanted = writtenLanguage(language);
  const found = languages.find((known) => writtenLanguage(known) === wanted);
  return LANGUAGES[found ?? 'en']?.() ?? en;
}
