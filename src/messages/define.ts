/**
 * Texts in a language that does not come along.
 *
 * @module mf-card/messages/define
 */
import { en, type Messages } from './en.js';
import { isolated, RTL } from './isolated.js';

/**
 * A text with `{0}` and `{1}` in the place of what the English one gets as its first and second argument. Where the words
 * depend on a number: one such text for each plural form that the language has, by the first number among the arguments.
 */
export type Pattern =
  string | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string });

/** All texts of a language, by the names that they have in English. */
export type Texts = {
  readonly [Name in TextName]: Messages[Name] extends string ? string : Pattern;
};

type TextName = Exclude<keyof Messages, 'locale' | 'diagnostics'>;

/** In their order: in a built file the texts stand without their names (`scripts/pack-messages.js`). */
const NAMES = Object.keys(en).filter((name) => name !== 'locale' && name !== 'diagnostics') as TextName[];

/**
 * The library's texts in another language, for the property `messages`.
 *
 * @param locale - BCP 47; numbers and plural forms are those of this language. One that Intl does not know has those of
 *   English.
 * @returns texts whose numbers are formatted, and whose names are kept apart where they are written in the other direction.
 */
export function defineMessages(locale: string, texts: Texts): Messages {
  const isRtl = Object.values(texts).some((one) => typeof one === 'string' && RTL.test(one));
  const numbers = new Intl.NumberFormat([locale, 'en']);
  const rules = new Intl.PluralRules([locale, 'en']);
  const shown = (value: string | number) =>
    typeof value === 'number' ? numbers.format(value) : isolated(value, isRtl);
  const text = (pattern: Pattern, values: readonly (string | number)[]) => {
    const count = values.find((value) => typeof value === 'number');
    const one = typeof pattern === 'string' ? pattern : (pattern[rules.select(count ?? 0)] ?? pattern.other);
    return one.replace(/\{(\d)\}/g, (_, position: number) => shown(values[position] ?? ''));
  };
  return {
    locale,
    diagnostics: null,
    ...Object.fromEntries(
      NAMES.map((name, i) => {
        const pattern = (Array.isArray(texts) ? (texts as Pattern[])[i] : texts[name]) ?? '';
        const isText = typeof en[name] === 'string';
        return [name, isText ? pattern : (...values: (string | number)[]) => text(pattern, values)];
      }),
    ),
  } as Messages;
}
