import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/cli/check-text.js';
import { syntaxWords } from '../../src/cli/syntax/words.js';
import { codeExamples } from '../../src/diagnostics/code-examples.js';
import {
  diagnosticTexts,
  diagnosticWords,
  readCards,
  translated,
  type Diagnostic,
  type DiagnosticTranslation,
} from '../../src/schema/index.js';
import { action, card } from '../cards.js';
import { fullCard } from '../support/full-card.js';
import { mutate, seededRandom } from '../support/mutate.js';

/** A sentence without a letter of English: a language in which whatever was left in English would be seen. */
const foreign = (sentence: string) =>
  sentence.replace(/\{\w+\}|[a-z]/gi, (found) => (found[1] ? found : '·'));

const everything: DiagnosticTranslation = {
  texts: Object.fromEntries(
    Object.entries(diagnosticTexts).map(([code, { message, ...more }]) => [
      code,
      { message: foreign(message), ...('hint' in more && { hint: foreign(more.hint) }) },
    ]),
  ),
  words: Object.fromEntries(
    Object.entries({ ...diagnosticWords, ...syntaxWords }).map(([word, text]) => [word, foreign(text)]),
  ),
};

/**
 * What is English in a finding although all sentences were translated: letters that are no names and values, and
 * values of several words that are not the card's own.
 */
function english([input, finding]: Found): string[] {
  const { message, hint = '', facts } = translated(finding, everything);
  const values = plainTexts(Object.values(facts)).sort((a, b) => b.length - a.length);
  const rest = values.reduce((text, value) => text.replaceAll(value, ''), `${message} ${hint}`);
  const phrases = values.filter((value) => /[a-z] [a-z]/i.test(value));
  const own = phrases.every((phrase) =>
    input.toLowerCase().includes(phrase.replace(/^"|…?"$/g, '').toLowerCase()),
  );
  return own && !/[a-z]/i.test(rest) ? [] : [`${finding.code}: ${message} ${hint}`];
}

/** The input as text, and what was found in it. */
type Found = [input: string, finding: Diagnostic];

function allFound(input: unknown, findings = readCards(input).diagnostics): Found[] {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return findings.map((finding) => [text, finding]);
}

/** The names and values in facts: all texts but the words that begin a list. */
function plainTexts(facts: readonly unknown[]): string[] {
  return facts.flatMap((fact) =>
    typeof fact === 'string' ? [fact] : plainTexts((fact as readonly unknown[]).slice(1)),
  );
}

/** Texts that are broken in the ways in which people break them. */
const broken = [
  ...['', '<html>', '[1,]', '{"a": 1,}', '{a: 1}', "{'a': 1}", '[True]', '[01]', '["a', '["\\x"]', '["\n"]'],
  ...['["\t"]', '[1 2]', '{"a" 1}', '{"a": 1}}', '{"a": 1} {"b": 2}', '[1}', '{"a":: 1}', '["a": 1]', '[,]'],
  ...['{,}', '// x\n[]', '/* x', '[] x', '{"a": 1},\n"b": 2}', 'const card = {};', '[\u00a01]', '{“a”: 1}'],
  ...['[yes]', '{"a":}', '{a: 1, b: 2, c: 3}', '{a: 1, b: 2}', '{"a": [1, "b": 2}', '{"a": {"b": 1'],
];

describe('given sentences in another language', () => {
  const random = seededRandom(20_260_301);
  const found = [
    ...Object.values(codeExamples).flatMap(({ input, longInput }) =>
      input === undefined && !longInput ? [] : allFound(longInput?.() ?? input),
    ),
    ...Array.from({ length: 2000 }, () => allFound(mutate([fullCard()], random))).flat(),
    ...broken.flatMap((text) => [...allFound(text), ...allFound(text, [...checkText(text).diagnostics])]),
  ];

  it('says all of every finding in them', () => {
    expect(new Set(found.map(([, { code }]) => code)).size).toBeGreaterThan(30);
    expect([...new Set(found.flatMap(english))]).toEqual([]);
  });

  it('keeps what a program goes by', () => {
    for (const [, finding] of found.slice(0, 200)) {
      const { message: _m, hint: _h, ...rest } = translated(finding, everything);
      const { message: _message, hint: _hint, ...expected } = finding;
      expect(rest).toEqual(expected);
    }
  });

  it('leaves in English what was not translated', () => {
    const [finding] = readCards(card({ header: { title: 7 } })).diagnostics;
    const said = (translation: DiagnosticTranslation) => {
      const { message, hint } = translated(finding!, translation);
      return `${message} ${hint}`;
    };
    expect(said({})).toBe('title must be text, not a number. It was read as text.');
    expect(
      said({
        texts: { 'wrong-type': { message: '{member} muss {expected} sein, nicht {got}.' } },
        words: { string: 'Text', number: 'eine Zahl' },
      }),
    ).toBe('title muss Text sein, nicht eine Zahl. It was read as Text.');
  });

  it('does not take what a card says for a part of a sentence', () => {
    const wire = card({ actions: [action({ action_key: '{got}{member}', label: '{0}', url: undefined })] });
    const texts = readCards(wire).diagnostics.map(({ message }) => message);
    expect(texts).toContain(
      'The action key "{got}{member}" is not known: the action asks for its input, if it has any, and is sent.',
    );
    expect(texts).toContain('The action "{0}" can\'t be done: it has no URL.');
  });
});

describe('given facts', () => {
  it('are plain data, so that findings can be sent to another program and translated there', () => {
    const { diagnostics } = readCards('{"header": {"title": 7}, "actions": [{"label": 1}]}');
    expect(structuredClone(diagnostics)).toEqual(diagnostics);
    expect(JSON.parse(JSON.stringify(diagnostics))).toEqual(diagnostics);
  });
});
