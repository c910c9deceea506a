import { describe, expect, it } from 'vitest';
import { ar } from '../../src/messages/ar.js';
import { de } from '../../src/messages/de.js';
import { defineMessages, type Texts } from '../../src/messages/define.js';
import { en, type Messages } from '../../src/messages/en.js';
import { es } from '../../src/messages/es.js';
import { fr } from '../../src/messages/fr.js';
import { he } from '../../src/messages/he.js';
import { ja } from '../../src/messages/ja.js';
import { pseudo } from '../../src/messages/pseudo.js';
import { ptBR } from '../../src/messages/pt-BR.js';
import { zhCN } from '../../src/messages/zh-CN.js';

const languages: readonly Messages[] = [de, fr, es, ptBR, ja, zhCN, ar, he];

/** What may be the same in two languages. */
const INTERNATIONAL = ['locale', 'diagnostics', 'labelled', 'groupCount', 'terminal', 'gate', 'date'];

/** Arguments that can be told apart from all words. */
const NUMBERS = [34, 56];
const NAMES = ['‹Ann›', '‹Ben›'];

/** Names of the texts that are given something to say. */
const NUMERIC = [
  'showMoreRows',
  'faultAt',
  'newCards',
  'groupCount',
  'tooShort',
  'tooLong',
  'tooLow',
  'tooHigh',
  'faults',
  'shownOptions',
  'remaining',
  'refused',
];

/** Every text of a language as it is said with these arguments. */
function said(messages: Messages): [name: string, text: string][] {
  return Object.entries(messages).flatMap(([name, text]) => {
    if (typeof text === 'string') return [[name, text] as [string, string]];
    if (typeof text !== 'function') return [];
    const say = text as (...values: unknown[]) => string;
    return [[name, say(...(NUMERIC.includes(name) ? NUMBERS : NAMES))] as [string, string]];
  });
}

/** Which of the arguments a text says. */
function argumentsIn(text: string): string {
  return [...new Set(text.match(/34|56|‹Ann›|‹Ben›/g))].sort().join();
}

describe.each(languages.map((messages) => [messages.locale, messages] as const))(
  'given %s',
  (locale, messages) => {
    const texts = said(messages);

    it('has every text, and no text of English', () => {
      expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
      expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
      const english = new Map(said(en));
      const same = texts.filter(
        ([name, text]) => text === english.get(name) && !INTERNATIONAL.includes(name),
      );
      expect(same.filter(([name]) => !(name === 'unknownAction' && locale === 'fr'))).toEqual([]);
    });

    it('says all that the English texts say, numbers and names included', () => {
      const english = new Map(said(en));
      const differing = texts
        .filter(([name, text]) => argumentsIn(text) !== argumentsIn(english.get(name)!))
        .map(([name, text]) => `${name}: ${text}`);
      expect(differing).toEqual([]);
    });

    it('gives the same examples of what can be typed, as they are judged by letters', () => {
      const examples = ['12.5', 'name@example.com', 'https://example.com', '2026-03-31', '14:30'];
      const all = texts.map(([, text]) => text).join('\n');
      expect(examples.filter((example) => !all.includes(example))).toEqual([]);
    });

    it('is written without straight quotes, three dots, double spaces or spaces at an end', () => {
      const careless = texts.filter(([, text]) => /['"]|\.\.\.| {2}|^\s|\s$|\{|\}/.test(text));
      expect(careless).toEqual([]);
    });

    it('ends a sentence where the English text ends one', () => {
      const end = /[.。:：؛!]$/;
      const english = new Map(said(en));
      const differing = texts
        .filter(([name]) => !name.startsWith('not'))
        .filter(([name, text]) => end.test(text) !== end.test(english.get(name)!));
      expect(differing).toEqual([]);
    });

    it('has a text of its own for each plural form in which its words differ', () => {
      const counts = [0, 1, 2, 3, 11, 100, 1_000_000];
      const cards = counts.map((count) => messages.newCards(count).replace(/[\d.,\s]+/g, '#'));
      const expected = { de: 2, fr: 3, es: 3, 'pt-BR': 3, ja: 1, 'zh-CN': 1, ar: 5, he: 3 }[locale];
      expect(new Set(cards).size).toBe(expected);
    });
  },
);

it.each<[Messages, number, string]>([
  [en, 1, '1 new card'],
  [en, 0, '0 new cards'],
  [de, 1, '1 neue Karte'],
  [de, 1234, '1.234 neue Karten'],
  [fr, 0, '0 nouvelle carte'],
  [fr, 1, '1 nouvelle carte'],
  [fr, 2, '2 nouvelles cartes'],
  [fr, 1_000_000, '1\u202f000\u202f000 de nouvelles cartes'],
  [es, 1, '1 tarjeta nueva'],
  [es, 0, '0 tarjetas nuevas'],
  [es, 1_000_000, '1.000.000 de tarjetas nuevas'],
  [ptBR, 0, '0 cartão novo'],
  [ptBR, 1, '1 cartão novo'],
  [ptBR, 2, '2 cartões novos'],
  [ja, 1, '新しいカード1件'],
  [zhCN, 2, '2 张新卡片'],
  [ar, 0, 'لا بطاقات جديدة'],
  [ar, 1, 'بطاقة جديدة'],
  [ar, 2, 'بطاقتان جديدتان'],
  [ar, 3, '3 بطاقات جديدة'],
  [ar, 11, '11 بطاقة جديدة'],
  [ar, 100, '100 بطاقة جديدة'],
  [he, 1, 'כרטיס חדש אחד'],
  [he, 2, 'שני כרטיסים חדשים'],
  [he, 10, '10 כרטיסים חדשים'],
])('counts in $0.locale: $1', ({ newCards }, count, expected) => {
  expect(newCards(count)).toBe(expected);
});

describe('given French', () => {
  it('has a space that does not break before each mark of two parts', () => {
    const texts = said(fr).filter(([, text]) => /[^\u00a0\u202f](?:[;!?]|:(?!\/\/|\d))/.test(text));
    expect(texts).toEqual([]);
  });
});

describe('given a language that is written from right to left', () => {
  it('keeps names in other scripts apart from its own words', () => {
    expect(ar.authRequired('Concur')).toContain('\u2068Concur\u2069');
    expect(he.removed('Expense report')).toContain('\u2068Expense report\u2069');
  });

  it('leaves names in its own script as they are', () => {
    expect(he.search('סיבה')).toBe('חיפוש: סיבה');
  });
});

describe('given the pseudo-locale', () => {
  it('disguises every text, in brackets and some 40 per cent longer', () => {
    const english = new Map(said(en));
    const texts = said(pseudo).filter(([name]) => name !== 'locale');
    expect(texts.length).toBe(english.size - 1);
    const wrong = texts.filter(
      ([name, text]) => !/^⟦.*⟧$/.test(text) || text.length < english.get(name)!.length * 1.4,
    );
    expect(wrong).toEqual([]);
    expect(
      texts.filter(
        ([name, text]) => text.includes(english.get(name)!) && name !== 'groupCount' && name !== 'labelled',
      ),
    ).toEqual([]);
  });

  it('leaves names and numbers as they are', () => {
    expect(pseudo.authRequired('Concur')).toMatch(/^⟦Šîĝñ îñ ţö Concur å/);
    expect(pseudo.newCards(1)).toMatch(/^⟦1 ñéŵ çåŕð /);
    expect(pseudo.newCards(7)).toMatch(/^⟦7 ñéŵ çåŕðš /);
  });
});

describe('given a language of a host’s own', () => {
  const texts = { ...Object.fromEntries(Object.keys(en).map((name) => [name, `${name} {0} {1}`])) };

  it('makes its texts, with the numbers and plural forms of that language', () => {
    const polish = defineMessages('pl', {
      ...texts,
      newCards: { one: '{0} nowa karta', few: '{0} nowe karty', many: '{0} nowych kart', other: '{0} karty' },
    } as unknown as Texts);
    expect([1, 2, 5, 12345].map(polish.newCards)).toEqual([
      '1 nowa karta',
      '2 nowe karty',
      '5 nowych kart',
      '12\u00a0345 nowych kart',
    ]);
    expect(polish.attachmentProgress('1 kB', '2 kB')).toBe('attachmentProgress 1 kB 2 kB');
  });

  it('takes the numbers of English where Intl does not know the language', () => {
    expect(defineMessages('xx-Fantasy', texts as unknown as Texts).tooLow(1234.5)).toContain('1,234.5');
  });
});
