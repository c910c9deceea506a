import { describe, expect, it } from 'vitest';
import { diagnosticLine, pathText, readCards, type Path } from '../../src/schema/index.js';
import { card } from '../cards.js';

describe('given a path', () => {
  it.each<[Path, string]>([
    [[], '(top)'],
    [['body', 'fields', 2, 'title'], 'body.fields[2].title'],
    [[0, 'header'], '[0].header'],
    [['results', 1, 'cards', 0], 'results[1].cards[0]'],
  ])('writes %j as %s', (path, text) => {
    expect(pathText(path)).toBe(text);
  });
});

describe('given a finding', () => {
  it('writes it in one line, with its place first when it has one', () => {
    const [fault] = readCards('{"objects": [,]}').diagnostics;
    expect(diagnosticLine(fault!)).toMatch(/^1:14 error \(top\): .+/);
    const [wrong] = readCards([card({ header: { title: [] } })]).diagnostics;
    expect(diagnosticLine(wrong!)).toMatch(/^error \[0\]\.header\.title: .+text.+list/);
  });
});
