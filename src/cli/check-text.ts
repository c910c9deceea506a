import type { Diagnostic, Fact, Facts } from '../diagnostics/diagnostic.js';
import { diagnostic, translated } from '../diagnostics/sentences.js';
import { readCards } from '../schema/read-cards.js';
import { Lines } from './lines.js';
import { byPlace, recover } from './recover.js';
import { syntaxDiagnostic } from './syntax/fault.js';
import { lostByParsing } from './syntax/lost-by-parsing.js';
import { tokenize } from './syntax/tokens.js';

export interface CheckedText {
  /** How many cards could be read. */
  readonly cards: number;
  /** In the order of the text, each with its range. Offsets do not count a byte order mark. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds what is wrong with the text of a card or a response: all that `readCards` finds, what parsing loses, and, where
 * the text is not JSON, each fault of its syntax and what is wrong with the cards that can be made out.
 */
export function checkText(text: string): CheckedText {
  if (text.startsWith('\ufeff')) return withoutMark(text.slice(1), checkText);
  const { cards, diagnostics } = readCards(text);
  if (!diagnostics.some(({ code }) => code === 'json-syntax')) {
    const lost = lostByParsing(tokenize(text).tokens, new Lines(text));
    return { cards: cards.length, diagnostics: [...diagnostics, ...lost].sort(byPlace) };
  }
  const { values, diagnostics: syntax } = recover(text);
  const results = values.map(({ json, placed }) => {
    const read = readCards(json);
    return { cards: read.cards.length, diagnostics: placed(read.diagnostics) };
  });
  return {
    cards: results.reduce((sum, result) => sum + result.cards, 0),
    diagnostics: [...syntax, ...results.flatMap((result) => result.diagnostics)].sort(byPlace),
  };
}

/** The same of a text with one JSON text in each line (NDJSON). Paths are those within the line. */
export function checkLines(text: string): CheckedText {
  if (text.startsWith('\ufeff')) return withoutMark(text.slice(1), checkLines);
  const lines = new Lines(text);
  const diagnostics: Diagnostic[] = [];
  let cards = 0;
  for (let number = 1; number <= lines.count; number++) {
    const line = lines.line(number);
    if (line.trim() === '') continue;
    const checked = checkText(line);
    cards += checked.cards;
    const { offset } = lines.start(number);
    const mark = /^\ufeff*/.exec(line)?.[0].length ?? 0;
    for (const { range, ...finding } of checked.diagnostics) {
      const place = (at = 0) => lines.place(offset + (at && at + mark));
      diagnostics.push({
        ...translated({ ...finding, facts: inLine(finding.facts, number) }, {}),
        range: { start: place(range?.start.offset), end: place(range?.end.offset) },
      });
    }
  }
  return { cards, diagnostics };
}

/** With the places that a message speaks of counted from the first line of the file. */
function inLine(facts: Facts<string>, number: number): Facts<string> {
  const moved = (fact: Fact<string>): Fact<string> => {
    if (typeof fact === 'string') return fact;
    const [word, ...inner] = fact;
    if (word === 'place') return [word, String(number), inner[1] ?? ''];
    return [word, ...inner.map((one) => one && moved(one))] as unknown as Fact<string>;
  };
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]: [string, Fact<string>]) => [name, moved(fact)]),
  );
}

/** After the first one it is a character that no reader allows. */
function withoutMark(text: string, check: (text: string) => CheckedText): CheckedText {
  const rest = text.replace(/^\ufeff+/, '');
  const start = new Lines('').range(0, 0);
  const marks: Diagnostic[] = [{ ...diagnostic('byte-order-mark', []), range: start }];
  if (rest !== text)
    marks.push(
      syntaxDiagnostic(
        { offset: 0, length: 0, got: ['odd-character', 'U+FEFF'], repair: ['remove-it'] },
        new Lines(''),
      ),
    );
  const { cards, diagnostics } = check(rest);
  return { cards, diagnostics: [...marks, ...diagnostics] };
}
