import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/diagnostics/diagnostic.js';
import { diagnostic } from '../../src/diagnostics/sentences.js';
import { located } from '../../src/diagnostics/locate.js';
import { readCards } from '../../src/schema/index.js';

const rangeAt = (text: string, path: Path) => located(text, [diagnostic('wrong-type', path)])[0]!.range!;
const textAt = (text: string, path: Path) => {
  const { start, end } = rangeAt(text, path);
  return text.slice(start.offset, end.offset);
};

describe('given a path into JSON', () => {
  const text = `{
  "a": [1, {"b, c": "x\\"]}"}, []],\r
  "d":\t-1.5e3 , "d": {"e": null},
  "__proto__": "p"
}`;

  it.each<[Path, string, number, number]>([
    [['a'], '[1, {"b, c": "x\\"]}"}, []]', 2, 8],
    [['a', 0], '1', 2, 9],
    [['a', 1], '{"b, c": "x\\"]}"}', 2, 12],
    [['a', 1, 'b, c'], '"x\\"]}"', 2, 21],
    [['a', 2], '[]', 2, 31],
    // Of two members with one name the last counts.
    [['d'], '{"e": null}', 3, 22],
    [['d', 'e'], 'null', 3, 28],
    [['__proto__'], '"p"', 4, 16],
    [[], text, 1, 1],
  ])('finds the value of %j', (path, value, line, column) => {
    expect(textAt(text, path)).toBe(value);
    expect(rangeAt(text, path).start).toMatchObject({ line, column });
  });

  it.each<[Path, string]>([
    [['missing'], '{'],
    [['a', 1, 'missing'], '{'],
    [['d', 'missing', 'deeper'], '{'],
    [['a', 7], '['],
    [['a', 0, 'missing'], '1'],
  ])('finds where %j should be', (path, bracket) => {
    expect(textAt(text, path)).toBe(bracket);
  });

  it('finds the name of a member where the name is what is wrong', () => {
    const [finding] = located('{"titel": "x"}', [diagnostic('misspelt-member', ['titel'])]);
    expect(finding!.range).toMatchObject({ start: { offset: 1 }, end: { offset: 8 } });
  });

  it('does not take the inside of an earlier member of the same name', () => {
    expect(textAt('{"a": {"b": 1}, "a": {"c": 2}}', ['a', 'b'])).toBe('{');
  });

  it('finds any value of any JSON', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5 }),
        fc.constantFrom('', '  ', '\t\r\n'),
        fc.nat(),
        (value, indent, at) => {
          const json = JSON.stringify(value, null, indent);
          const paths = pathsOf(value);
          const path = paths[at % paths.length]!;
          const expected = path.reduce<unknown>(
            (here, step) => (here as Record<string, unknown>)[step],
            value,
          );
          return JSON.stringify(JSON.parse(textAt(json, path))) === JSON.stringify(expected);
        },
      ),
      { seed: 20_260_301, numRuns: 3000 },
    );
  });
});

function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const isList = Array.isArray(value);
  return [
    [],
    ...Object.entries(value).flatMap(([name, inner]) =>
      pathsOf(inner).map((path) => [isList ? Number(name) : name, ...path]),
    ),
  ];
}

describe('given card JSON as text', () => {
  it('says of every finding where it is', () => {
    const text = '\ufeff{"objects": [\n  {"header": {"title": 7}},\n  null\n]}';
    const places = readCards(text).diagnostics.map(({ path, range }) => [
      path.join('.'),
      range && `${range.start.line}:${range.start.column}`,
    ]);
    expect(places).toContainEqual(['objects.0.header.title', '2:24']);
    expect(places).toContainEqual(['objects.1', '3:3']);
    expect(places.every(([, place]) => place !== undefined)).toBe(true);
  });

  it('has no place for what did not come as text', () => {
    expect(readCards({ header: { title: 7 } }).diagnostics.map(({ range }) => range)).toEqual([undefined]);
  });
});
