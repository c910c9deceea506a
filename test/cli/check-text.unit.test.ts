import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLines, checkText, type CheckedText } from '../../src/cli/check-text.js';
import { readCards } from '../../src/schema/index.js';
import { wireJson } from '../support/arbitrary-wire.js';

const places = ({ diagnostics }: CheckedText) =>
  diagnostics.map(({ code, range }) => `${range?.start.line}:${range?.start.column} ${code}`);

const faultyCard = readFileSync('stories/cards/faulty-card.json', 'utf8');

describe('given JSON', () => {
  it('finds all that readCards finds, in the order of the text', () => {
    const { cards, diagnostics } = checkText(faultyCard);
    const read = readCards(faultyCard);
    expect(cards).toBe(1);
    expect(diagnostics).toHaveLength(read.diagnostics.length);
    expect(diagnostics).toEqual(expect.arrayContaining(read.diagnostics));
    const offsets = diagnostics.map(({ range }) => range?.start.offset ?? -1);
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
  });

  it('gives every finding its range, whatever the JSON', () => {
    fc.assert(
      fc.property(wireJson(), (value) => {
        const { diagnostics } = checkText(JSON.stringify(value, null, 1));
        expect(diagnostics.every(({ range }) => range !== undefined)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('has the same places for all kinds of line ends', () => {
    const expected = places(checkText(faultyCard));
    expect(expected).toContain('8:14 wrong-type');
    expect(places(checkText(faultyCard.replaceAll('\n', '\r\n')))).toEqual(expected);
    expect(places(checkText(faultyCard.replaceAll('\n', '\r')))).toEqual(expected);
  });

  it('notes a byte order mark and does not count it', () => {
    expect(places(checkText(`\ufeff{"header": {"title": 1}}`))).toEqual([
      '1:1 byte-order-mark',
      '1:22 wrong-type',
    ]);
    expect(places(checkText(`\ufeff{"header": {"title": 1},}`))).toEqual([
      '1:1 byte-order-mark',
      '1:22 wrong-type',
      '1:25 json-syntax',
    ]);
  });

  it('refuses a second byte order mark, as every reader does', () => {
    expect(readCards('\ufeff\ufeff{"header": {"title": "A"}}').cards).toEqual([]);
    for (const check of [checkText, checkLines]) {
      const checked = check('\ufeff\ufeff{"header": {"title": 1}}');
      expect(places(checked)).toEqual(['1:1 byte-order-mark', '1:1 json-syntax', '1:22 wrong-type']);
      expect(checked.diagnostics[1]?.message).toContain('U+FEFF');
    }
  });

  it.each([
    ['12345678901234567890', '12345678901234567000'],
    ['-9007199254740993', '-9007199254740992'],
    ['1152921504606846976', '1152921504606847000'],
    ['1e400', 'Infinity'],
  ])('warns of the number %s, which is read as %s', (number, kept) => {
    const checked = checkText(`{"header": {"title": "A"}, "own": [0, {"id": ${number}}]}`);
    expect(places(checked)).toEqual(['1:46 inexact-number']);
    const [{ path, severity, message } = {}] = checked.diagnostics;
    expect([path, severity]).toEqual([['own', 1, 'id'], 'warning']);
    expect(message).toContain(`${number} is read as ${kept}`);
  });

  it('tells of what lies deep with a path that is not', () => {
    const { diagnostics } = checkText(`${'{"a": 1, "a": '.repeat(5000)}{}${'}'.repeat(5000)}`);
    const twice = diagnostics.filter(({ code }) => code === 'duplicate-member');
    expect(twice).toHaveLength(5000);
    expect(Math.max(...twice.map(({ path }) => path.length))).toBeLessThan(1000);
  });

  it.each([
    '9007199254740991',
    '9007199254740992',
    '1000000000000000000000',
    '-1200000000000000000000000',
    '1e21',
    '-0',
    '0.1',
    '3.14159265358979323846',
    '1.50',
    '1e3',
    '1000000000000000000',
  ])('says nothing of the number %s', (number) => {
    expect(places(checkText(`{"header": {"title": "A"}, "id": "", "own": ${number}}`))).toEqual([
      '1:34 bad-id',
    ]);
  });

  it('warns of half a character, in values and in names', () => {
    const checked = checkText(
      String.raw`{"header": {"title": "\\ud83d \ud83d\ude00 A\uD83D"}, "a\ude00": 1}`,
    );
    expect(places(checked)).toEqual(['1:45 half-character', '1:57 half-character']);
    expect(checked.diagnostics.map(({ message }) => message.slice(0, 40))).toEqual([
      'Half of a character stands here (U+D83D)',
      'Half of a character stands here (U+DE00)',
    ]);
  });

  it('says nothing of whole characters, and of what only looks like an escape', () => {
    expect(places(checkText(String.raw`{"header": {"title": "\ud83d\ude00 \\ud83d \u00e9 😀"}}`))).toEqual(
      [],
    );
  });

  it('warns of members that are there twice', () => {
    expect(places(checkText('{"header": {"title": "A"},\n "header": {"title": 2}}'))).toEqual([
      '2:2 duplicate-member',
      '2:22 wrong-type',
    ]);
  });
});

describe('given a text that is not JSON', () => {
  it('says each place where a backslash is no escape, and one of the lines of a broken text', () => {
    const checked = checkText(String.raw`{"header": {"title": "C:\users\doc \n \q"}}`);
    expect(places(checked)).toEqual(['1:25 json-syntax', '1:31 json-syntax', '1:39 json-syntax']);
    expect(places(checkText('{"header": {"title": "a\\q\nb\nc"}}'))).toEqual([
      '1:24 json-syntax',
      '1:26 json-syntax',
    ]);
  });

  it('finds what is wrong with its cards, too', () => {
    const broken = faultyCard
      .replace('"fields": [', '"fields": [ // these')
      .replace(/\}\s*\]\s*\}\s*$/, '},]}');
    const checked = checkText(broken);
    expect(checked.cards).toBe(1);
    expect(places(checked)).toEqual(
      [...places(checkText(faultyCard)), '18:17 json-syntax', '72:7 json-syntax'].sort(byLine),
    );
  });

  it('reads each of several texts', () => {
    const checked = checkText('{"header": {"title": 1}}\n{"header": {"title": 2}}');
    expect(checked.cards).toBe(2);
    expect(places(checked)).toEqual(['1:22 wrong-type', '2:1 json-syntax', '2:22 wrong-type']);
  });
});

describe('given a text in each line', () => {
  it('checks each by itself', () => {
    const checked = checkLines(
      '\ufeff{"header": {"title": "A"}}\r\n\r\n{"header": {"title": "B",}}\r\n{"header": {"title": 1}}\r\n',
    );
    expect(checked.cards).toBe(3);
    expect(places(checked)).toEqual(['1:1 byte-order-mark', '3:26 json-syntax', '4:22 wrong-type']);
    expect(checked.diagnostics.at(-1)?.path).toEqual(['header', 'title']);
  });

  it('finds its place behind a mark, as in files that were put together', () => {
    const text = '{}\n\ufeff{"header": {"title": 1}}\n';
    const places = checkLines(text).diagnostics.map(
      ({ code, range }) => `${code}: ${text.slice(range?.start.offset, range?.end.offset)}`,
    );
    expect(places).toContain('wrong-type: 1');
  });

  it('counts the lines of the file in what it says, too', () => {
    const { diagnostics } = checkLines('{}\n{"id": 1, "id": 2}\n{"header": {"title": "B",}}\n');
    const said = diagnostics.map(({ message, hint }) => `${message} ${hint ?? ''}`).join();
    expect(said).toContain('the first is at line 2, column 2.');
    expect(said).toMatch(/Remove the one at line 3, column \d/);
  });
});

function byLine(a: string, b: string): number {
  return Number.parseInt(a) - Number.parseInt(b);
}
