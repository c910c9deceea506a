import { en, type Messages } from './en.js';

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

/** The names in their order: in a built file the texts stand without them (`scripts/pack-messages.js`). */
const NAMES = Object.keys(en).filter((name) => name !== 'locale' && name !== 'diagnostics') as TextName[];

/** A letter of a script that is written from right to left. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * The library's texts in another language, for the property `messages`.
 *
 * @param locale - BCP 47; numbers and plural forms are those of this language. One that Intl does not know has those of
 *   English.
 * @returns texts whose numbers are formatted. In a language that is written from right to left, names that are not are
 *   isolated by Unicode's control characters, so that they leave the words round them where they are.
 */
export function defineMessages(locale: string, texts: Texts): Messages {
  const isRtl = Object.values(texts).some((one) => typeof one === 'string' && RTL.test(one));
  const numbers = new Intl.NumberFormat([locale, 'en']);
  const rules = new Intl.PluralRules([locale, 'en']);
  const shown = (value: string | number) => {
    if (typeof value === 'number') return numbers.format(value);
    return isRtl && !RTL.test(value) ? `\u2068${value}\u2069` : value;
  };
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
