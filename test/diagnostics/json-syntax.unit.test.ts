import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSyntaxDiagnostic } from '../../src/diagnostics/json-syntax.js';
import { hasShared, sharedText } from '../support/shared-node.js';

const start = (text: string) => jsonSyntaxDiagnostic(text)?.range?.start;
const said = (text: string) => {
  const found = jsonSyntaxDiagnostic(text);
  return `${found?.message ?? ''} ${found?.hint ?? ''}`;
};

/**
 * The first character that no JSON text can have there, by V8's own parser: the end of the shortest beginning of the
 * text for which it does not merely ask for more.
 */
function firstWrong(text: string): number {
  for (let length = 1; length <= text.length; length++)
    if (!canGoOn(text.slice(0, length))) return length - 1;
  return text.length;
}

function canGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /position (\d+)/.exec(message)?.[1];
    if (/end of JSON input|Unterminated string/.test(message)) return true;
    return position !== undefined && Number(position) === text.length;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What is wrong begins there, or in the word, number or escape that begins there, or in a text that has no end. */
function agrees(text: string, offset: number): boolean {
  const wrong = firstWrong(text);
  const between = text.slice(offset, wrong);
  return (
    offset <= wrong && (/^[^\s,:[\]{}"]*$/.test(between) || (wrong === text.length && text[offset] === '"'))
  );
}

describe('given a text that is not JSON', () => {
  it.each<[name: string, text: string, line: number, column: number, words: string]>([
    ['nothing', '', 1, 1, 'no text'],
    ['white space only', ' \n\t ', 2, 3, 'no text'],
    ['a comma after the last element', '[1, 2,]', 1, 7, 'comma'],
    ['a comma after the last member', '{\n  "a": 1,\n}', 3, 1, 'line 2, column 9'],
    ['a comma missing between members', '{\n  "a": 1\n  "b": 2\n}', 3, 3, 'comma'],
    ['a comma missing between elements', '["a" "b"]', 1, 6, 'comma'],
    ['two commas', '[1,,2]', 1, 4, 'value'],
    ['a comma first', '[,1]', 1, 2, 'value'],
    ['a colon missing', '{"a" 1}', 1, 6, '":"'],
    ['two colons', '{"a":: 1}', 1, 6, 'value'],
    ['a member in a list', '["a": 1]', 1, 5, 'list'],
    ['a member without a value', '{"a":}', 1, 6, 'value'],
    ['a member that is only a name', '{"a"}', 1, 5, '":"'],
    ['a name without quotes', '{a: 1}', 1, 2, 'double quotes'],
    ['a name in single quotes', "{'a': 1}", 1, 2, 'double quotes'],
    ['a text in single quotes', "['a']", 1, 2, 'double quotes'],
    ['a number as a name', '{1: 2}', 1, 2, 'double quotes'],
    ['an object that is not closed', '{"a": {"b": 1}', 1, 15, '}'],
    ['a list that is not closed', '[\n [1],\n', 3, 1, 'line 1, column 1'],
    ['the wrong bracket', '[1}', 1, 3, '"}"'],
    ['the other wrong bracket', '{"a": 1]', 1, 8, '"]"'],
    ['one bracket too many', '{"a": 1}}', 1, 9, '"}"'],
    ['members after the end', '{"a": 1}\n, "b": 2}', 2, 1, 'ended'],
    ['a second text', '{"a": 1}\n{"b": 2}', 2, 1, 'list'],
    ['words after the end', '[] x', 1, 4, 'ended'],
    ['a line comment', '{\n  // note\n  "a": 1}', 2, 3, 'comment'],
    ['a block comment', '[1 /* one */]', 1, 4, 'comment'],
    ['a comment as a value', '[/* none */]', 1, 2, 'comment'],
    ['a comment after the end', '[] // done', 1, 4, 'comment'],
    ['a line break in a text', '["a\nb"]', 1, 4, 'line break'],
    ['a tab in a text', '["a\tb"]', 1, 4, 'control'],
    ['a NUL in a name', '{"a\u0000": 1}', 1, 4, 'control'],
    ['an escape that is none', '["a\\x41"]', 1, 4, '\\x'],
    ['a short unicode escape', '["\\u12"]', 1, 3, '\\u'],
    ['a Windows path', '["C:\\dir"]', 1, 5, '\\d'],
    ['a text without an end', '{"a": "b', 1, 7, 'never ends'],
    ['a name without an end', '{"a', 1, 2, 'never ends'],
    ['a quote inside a text', '["say "hi" now"]', 1, 8, 'comma'],
    ['True', '[True]', 1, 2, 'Write true'],
    ['None', '{"a": None}', 1, 7, 'Write null'],
    ['undefined', '[undefined]', 1, 2, 'Write null'],
    ['NaN', '[NaN]', 1, 2, 'Write null'],
    ['a word', '[yes]', 1, 2, 'yes'],
    ['the name of a prototype member', '[constructor]', 1, 2, 'double quotes'],
    ['half a literal', '[tru]', 1, 2, 'tru'],
    ['a leading zero', '[01]', 1, 2, 'numbers'],
    ['a leading plus', '[+1]', 1, 2, 'numbers'],
    ['a leading dot', '[.5]', 1, 2, 'numbers'],
    ['a dot at the end', '[5.]', 1, 2, 'numbers'],
    ['hexadecimal', '[0x1F]', 1, 2, 'numbers'],
    ['a minus alone', '[-]', 1, 2, 'numbers'],
    ['HTML', '<!doctype html>\n<html>', 1, 1, 'HTML'],
    ['a no-break space', '[1,\u00a02]', 1, 4, 'U+00A0'],
    ['a NUL before the text', '\u0000{}', 1, 1, 'U+0000'],
    ['a line separator before the text', '\u2028[]', 1, 1, 'U+2028'],
    ['a guard before the text', ")]}',\n{}", 1, 1, 'Remove what stands before'],
    ['a stream of events', 'data: {"a": 1}', 1, 1, 'Remove what stands before'],
    ['a call round the text', 'cards({"a": 1})', 1, 1, 'Remove what stands before'],
    ['smart quotes', '{“a”: 1}', 1, 2, 'double quotes'],
    ['a fault after a byte order mark', '\ufeff\n[1,]', 2, 4, 'comma'],
    ['lines that end in CR LF', '{\r\n"a": 1,\r\n}', 3, 1, 'comma'],
    ['lines that end in CR', '{\r"a": 1,\r}', 3, 1, 'comma'],
    ['characters of two units before it', '["🙂🙂", x]', 1, 10, 'x'],
  ])('finds %s', (_, text, line, column, words) => {
    expect(start(text)).toMatchObject({ line, column });
    expect(said(text)).toContain(words);
    // V8 takes no byte order mark.
    if (!text.startsWith('\ufeff')) expect(agrees(text, start(text)!.offset)).toBe(true);
  });

  it('marks the word that is wrong, from its first character to its last', () => {
    const { range } = jsonSyntaxDiagnostic('{\n  "a": undefined\n}')!;
    expect(range).toMatchObject({
      start: { line: 2, column: 8, offset: 9 },
      end: { line: 2, column: 17, offset: 18 },
    });
  });

  it('marks nothing beyond the end of the text', () => {
    const { range } = jsonSyntaxDiagnostic('[1, ')!;
    expect([range!.start.offset, range!.end.offset]).toEqual([4, 4]);
  });
});

describe('given JSON', () => {
  it.each([
    ['null'],
    ['"\\u00e9\\n\\/\u007f\u2028"'],
    [' [ ] '],
    ['{"":{}}'],
    ['-0.5e-10'],
    ['[1e5,{"a":[true,false,null]}]\r\n'],
    ['\ufeff{}'],
    ['{"a":1,"a":2}'],
    [`${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('finds nothing wrong with %.30s', (text) => {
    expect(jsonSyntaxDiagnostic(text)).toBe(null);
  });
});

describe('given JSON with one character more or less', { timeout: 60_000 }, () => {
  const settings = { seed: 20_260_301, numRuns: 5000 };
  const characters = Array.from(' \n\t"\\/,:[]{}0129.-+eEutrfalsn\'a\u0000é\ufeff');
  const json = fc
    .tuple(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<string | number>('', 1, '\t'))
    .map(([value, indent]) => JSON.stringify(value, null, indent))
    .filter(({ length }) => length < 400);
  const broken = fc
    .tuple(json, fc.nat(), fc.constantFrom('', ...characters))
    .map(([text, at, added]) => {
      const offset = at % (text.length + 1);
      return text.slice(0, offset) + added + text.slice(added === '' ? offset + 1 : offset);
    })
    // V8 takes no byte order mark, readers of cards do.
    .filter((text) => !text.startsWith('\ufeff'));

  it('finds a fault exactly where V8 finds one, and at the same place', () => {
    let faulty = 0;
    fc.assert(
      fc.property(broken, (text) => {
        const offset = start(text)?.offset;
        if (offset === undefined) return isJson(text);
        faulty++;
        return !isJson(text) && agrees(text, offset);
      }),
      settings,
    );
    expect(faulty).toBeGreaterThan(1000);
  });
});

describe.skipIf(!hasShared)('given the guide’s examples as printed (shared test data)', () => {
  it.each([
    ['boxer-expense', 36, 78],
    ['concur-expense', 12, 1],
    ['linkedin-course', 12, 3],
  ])('finds where %s goes wrong', (name, line, column) => {
    expect(start(sharedText(`seeds/as-printed/${name}.json.txt`)!)).toMatchObject({ line, column });
  });
});
