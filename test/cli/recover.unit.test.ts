import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { jsonSyntaxDiagnostic } from '../../src/diagnostics/json-syntax.js';
import { recover } from '../../src/cli/recover.js';
import { readCards } from '../../src/schema/index.js';
import { fullCard } from '../support/full-card.js';

const found = (text: string) =>
  recover(text).diagnostics.map(
    ({ range, message }) => `${range?.start.line}:${range?.start.column} ${message}`,
  );
const values = (text: string) => recover(text).values.map(({ value }) => value);

describe('given valid JSON', () => {
  it('finds nothing, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), fc.boolean(), (json, space, windows) => {
        const value = JSON.parse(json) as unknown;
        const text = JSON.stringify(value, null, space);
        const recovered = recover(windows ? text.replaceAll('\n', '\r\n') : text);
        expect(recovered.diagnostics).toEqual([]);
        expect(recovered.values.map((one) => one.value)).toEqual([value]);
      }),
    );
  });

  it.each([
    ['{"a": 1, "a": 2}', ['1:10 a is there twice; the first is at line 1, column 2.'], [['a']]],
    [
      '[{"a": {"b": 1,\n"\\u0062": 2, "b": 3}}]',
      2,
      [
        [0, 'a', 'b'],
        [0, 'a', 'b'],
      ],
    ],
    ['[{"a": 1}, {"a": 1}]', [], []],
    ['{"a": {"a": 1}, "b": ["a", "a"]}', [], []],
  ])('names members that are there twice: %s', (text, messages, paths) => {
    const { diagnostics } = recover(text);
    if (typeof messages === 'number') expect(diagnostics).toHaveLength(messages);
    else expect(found(text)).toEqual(messages);
    expect(diagnostics.map(({ path }) => path)).toEqual(paths);
    expect(
      diagnostics.every(({ code, severity }) => code === 'duplicate-member' && severity === 'warning'),
    ).toBe(true);
  });
});

describe('given a text that is not quite JSON', { timeout: 60_000 }, () => {
  it.each<[string, string, unknown[], string[]]>([
    [
      'a trailing comma',
      '{"a": [1, 2,],}',
      [{ a: [1, 2] }],
      ['1:13 A comma stands before this "]".', '1:15 A comma stands before this "}".'],
    ],
    [
      'the end of a statement',
      '{"a": [1,],};',
      [{ a: [1] }],
      [
        '1:10 A comma stands before this "]".',
        '1:12 A comma stands before this "}".',
        '1:13 This is not JSON.',
      ],
    ],
    ['the end of a call', '{"a": 1} ) ;\n', [{ a: 1 }], ['1:10 This is not JSON.']],
    ['the end of a block of code', '{"a": 1}\n```\n', [{ a: 1 }], ['2:1 This is not JSON.']],
    ['a missing comma', '{"a": 1\n"b": 2}', [{ a: 1, b: 2 }], ['2:1 Expected "," or "}" before this.']],
    ['a comma too many', '[1,,2]', [[1, 2]], ['1:4 Expected a value, found ",".']],
    ['a missing colon', '{"a" 1}', [{ a: 1 }], ['1:6 Expected ":" after the member\'s name, found "1".']],
    ['a missing value', '{"a": , "b": 1}', [{ a: null, b: 1 }], ['1:7 Expected a value, found ",".']],
    [
      'comments',
      '// one\n{"a": /* two */ 1}',
      [{ a: 1 }],
      ['1:1 JSON has no comments.', '2:7 JSON has no comments.'],
    ],
    ['other quotes', `{'a': “b”}`, [{ a: 'b' }], ['1:2 Names and texts stand in double quotes.']],
    [
      'names without quotes',
      '{a: 1, b: 2}',
      [{ a: 1, b: 2 }],
      ['1:2 The name of a member must stand in double quotes.'],
    ],
    [
      'the words of Python',
      '{"a": True, "b": None}',
      [{ a: true, b: null }],
      ['1:7 True is not a JSON value.', '1:18 None is not a JSON value.'],
    ],
    [
      'a text without quotes',
      '{"a": Trip to Lisbon, "b": 1}',
      [{ a: 'Trip to Lisbon', b: 1 }],
      ['1:7 Trip to Lisbon is not a JSON value.'],
    ],
    [
      'a URL without quotes',
      '{"a": https://a.example/b?c, "b": 1}',
      [{ a: 'https://a.example/b?c', b: 1 }],
      ['1:7 https://a.example/b?c is not a JSON value.'],
    ],
    [
      'odd numbers',
      '[.5, +1, 0x1F, 01]',
      [[0.5, 1, 31, 1]],
      [
        '1:2 .5 is not a JSON value.',
        '1:6 +1 is not a JSON value.',
        '1:10 0x1F is not a JSON value.',
        '1:16 01 is not a JSON value.',
      ],
    ],
    [
      'a path of Windows',
      '{"a": "C:\\Users"}',
      [{ a: 'C:\\Users' }],
      ['1:10 \\U is not an escape JSON knows.'],
    ],
    ['a tab in a text', '{"a": "b\tc"}', [{ a: 'b\tc' }], ['1:9 A control character inside a text.']],
    [
      'a text broken in two',
      '{"a": "https://a.example/\n  b"}',
      [{ a: 'https://a.example/b' }],
      ['1:26 A line break inside a text.'],
    ],
    [
      'a sentence broken in two',
      '{"a": "Trip to\r\n  Lisbon"}',
      [{ a: 'Trip to Lisbon' }],
      ['1:15 A line break inside a text.'],
    ],
    [
      'a missing closing quote',
      '{"a": "b,\n"c": "d"}',
      [{ a: 'b', c: 'd' }],
      ['1:10 A line break inside a text.'],
    ],
    [
      'no-break spaces',
      '{\u00a0"a":\u00a01}',
      [{ a: 1 }],
      ["1:2 A character that can't be seen stands here, U+00A0; JSON does not know it."],
    ],
    [
      'the wrong closing bracket',
      '{"a": ["b"}, "c": 1}',
      [{ a: ['b'], c: 1 }],
      ['1:11 Expected "," or "]", found "}".'],
    ],
    ['a list left open', '{"a": [1, "b": 2}', [{ a: [1], b: 2 }], ['1:14 Expected "," or "]", found ":".']],
    ['a bracket too many', '{"a": 1}}', [{ a: 1 }], ['1:9 "}" closes more than was opened.']],
    [
      'an object closed too early',
      '{"a": 1}},\n"b": 2}',
      [{ a: 1, b: 2 }],
      ['1:9 "}" closes more than was opened.'],
    ],
    [
      'members without an object',
      '"a": 1, "b": [2]',
      [{ a: 1, b: [2] }],
      [
        '1:4 The JSON text ended before this, yet more follows.',
        '1:17 The text ends before the object that begins at line 1, column 1 does.',
      ],
    ],
    [
      'a text cut off in a list',
      '{"a": [1, 2',
      [{ a: [1, 2] }],
      ['1:12 The text ends before the list that begins at line 1, column 7 does.'],
    ],
    [
      'a text cut off in a name',
      '{"a": 1, "b',
      [{ a: 1, b: null }],
      [
        '1:10 The text that begins here never ends.',
        '1:12 The text ends before the object that begins at line 1, column 1 does.',
      ],
    ],
    [
      'a text cut off after a comma',
      '[1,',
      [[1]],
      ['1:4 The text ends before the list that begins at line 1, column 1 does.'],
    ],
    [
      'several JSON texts',
      '{"a": 1}\n{"a": 2}\n{"a": 3}\n',
      [{ a: 1 }, { a: 2 }, { a: 3 }],
      ['2:1 A second JSON text begins here.'],
    ],
    [
      'cards without a list',
      '{"a": 1},\n{"a": 2}',
      [{ a: 1 }, { a: 2 }],
      ['1:9 The JSON text ended before this, yet more follows.'],
    ],
    ['a script', 'const card = {"a": 1};', [{ a: 1 }], ['1:1 This is not JSON.', '1:22 This is not JSON.']],
    [
      'the head of an answer',
      'HTTP/1.1 200 OK\ncontent-type: application/json\n\n{"a": 1}',
      [{ a: 1 }],
      ['1:1 This is not JSON.'],
    ],
    ['Markdown', '```json\n{"a": 1}\n```', [{ a: 1 }], ['1:1 This is not JSON.', '3:1 This is not JSON.']],
    ['HTML', '<!doctype html><title>Sign in</title>', [], ['1:1 This is HTML or XML, not JSON.']],
    ['nothing', ' \n', [], ['2:1 There is no text.']],
  ])('makes out %s', (_, text, expected, messages) => {
    expect(found(text)).toEqual(messages);
    expect(values(text)).toEqual(expected);
  });

  it('tells how it read on', () => {
    const [fault] = recover('{"a": [1, 2, "b": 3}').diagnostics;
    expect(fault?.hint).toBe(
      'A list has no named members: is a "]" missing before this one? Read on as if "]" stood at line 1, column 12.',
    );
  });

  it('goes by the columns where a bracket is missing', () => {
    const text = `{\n  "header": {\n    "title": "Trip",\n  "body": {\n    "fields": []\n  }\n}`;
    const { values, diagnostics } = recover(text);
    expect(values[0]?.value).toEqual({ header: { title: 'Trip' }, body: { fields: [] } });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.hint).toBe(
      'Is "}" missing before "body" at line 4, column 3? It stands in the column of "header" at line 2, column 3.',
    );
  });

  it('counts faults that come in dozens', () => {
    const names = recover(
      `{${Array.from({ length: 60 }, (_, i) => `name${i}: 'x'`).join(', ')}}`,
    ).diagnostics;
    expect(names.map(({ hint }) => hint)).toEqual([
      'Write "name0". 59 more like it follow.',
      `Write " in place of '. 59 more like it follow.`,
    ]);
    const commas = recover(`[${'{"a": 1,},'.repeat(30)}{}]`).diagnostics;
    expect(commas).toHaveLength(20);
    expect(commas.at(-1)?.hint).toMatch(/10 more like it follow\.$/);
  });

  it('reads any number of JSON texts', () => {
    expect(values('{"a": {"b": [1]}}\n'.repeat(3000))).toHaveLength(3000);
  });

  it('gives findings about what was made out their place in the text', () => {
    const text = `[{"header": {"title": 1,},},\n {'header': {title: 2}}`;
    const [recovered] = recover(text).values;
    const findings = recovered?.placed(readCards(recovered.json).diagnostics) ?? [];
    const places = findings.map(({ code, range }) => [code, range?.start.line, range?.start.column]);
    expect(places).toEqual([
      ['wrong-type', 1, 23],
      ['wrong-type', 2, 21],
    ]);
  });

  it('leaves out findings about what it put in itself', () => {
    const [recovered] = recover(
      '{"name": "Concur", "header": {"title": "Trip", "subtitle": }, "importance": nine}',
    ).values;
    expect(readCards(recovered?.json ?? '').diagnostics.length).toBeGreaterThan(0);
    expect(recovered?.placed(readCards(recovered.json).diagnostics)).toEqual([]);
  });
});

const CHARACTERS = Array.from('{}[]:,"\'/*\\ \n');

describe('given any text', { timeout: 60_000 }, () => {
  const card = JSON.stringify(fullCard(), null, 2);
  const damaged = fc
    .array(fc.tuple(fc.nat(card.length), fc.nat(3), fc.constantFrom('', ...CHARACTERS)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((edits) =>
      edits.reduce((text, [at, drop, add]) => text.slice(0, at) + add + text.slice(at + drop), card),
    );
  const soup = fc.array(fc.constantFrom(...CHARACTERS, '"a"', '1', 'true', 'nul', '\u00a0'), {
    maxLength: 60,
  });

  it('finds a fault if and only if it is not JSON, and the first where JSON ends', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          damaged,
          soup.map((parts) => parts.join('')),
        ),
        (text) => {
          const syntax = recover(text).diagnostics.filter(({ code }) => code === 'json-syntax');
          const refusal = jsonSyntaxDiagnostic(text);
          expect(syntax.length > 0).toBe(refusal !== null);
          for (const { range } of syntax) {
            expect(range?.start.offset).toBeLessThanOrEqual(text.length);
            expect(range?.end.offset).toBeGreaterThanOrEqual(range?.start.offset ?? Infinity);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads comments and trailing commas as jsonc-parser does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.array(fc.nat(), { maxLength: 5 }), (json, where) => {
        // jsonc-parser sets the prototype by it.
        fc.pre(!json.includes('__proto__'));
        let text = JSON.stringify(JSON.parse(json), null, 1).replace(/(?<![[{])\n(\s*[}\]])/g, ',\n$1');
        const lines = text.split('\n');
        for (const at of where) lines[at % lines.length] = `${lines[at % lines.length] ?? ''} /* " */ // {`;
        text = lines.join('\n');
        expect(values(text)).toEqual([parse(text, [], { allowTrailingComma: true })]);
      }),
    );
  });

  it.each([
    ['brackets that nest', '['.repeat(20_000)],
    ['objects that nest', '{"a":'.repeat(20_000)],
    ['quotes', '"'.repeat(20_001)],
    ['punctuation', ',:}]'.repeat(5_000)],
    ['a long text that does not end', `{"a": "${'x'.repeat(1_000_000)}`],
  ])('comes to an end with %s', (_, text) => {
    expect(recover(text).diagnostics.length).toBeGreaterThan(0);
  });
});
