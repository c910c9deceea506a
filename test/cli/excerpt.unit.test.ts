import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/cli/excerpt.js';

/** What the marker stands under, for lines in which each character takes one column. */
const marked = ({ source, marker }: { source: string; marker: string }) =>
  source.slice(marker.indexOf('^'), marker.length);

describe('given a line', () => {
  it('marks the range', () => {
    expect(excerpt('"title": 40718,', 9, 14, 80)).toEqual({
      source: '"title": 40718,',
      marker: '         ^^^^^',
    });
  });

  it('marks one column at least, even after the end', () => {
    expect(excerpt('', 0, 0, 80).marker).toBe('^');
    expect(excerpt('{"a": 1', 7, 7, 80).marker).toBe('       ^');
  });

  it('sets tabs', () => {
    expect(excerpt('\t\t"a": 1', 7, 8, 80)).toEqual({ source: '        "a": 1', marker: '             ^' });
    expect(excerpt('ab\tc', 3, 4, 80)).toEqual({ source: 'ab  c', marker: '    ^' });
  });

  it('knows that some characters are two columns wide, and some none', () => {
    expect(excerpt('"有給": 1', 6, 7, 80).marker).toBe('        ^');
    expect(excerpt('"e\u0301": 1', 6, 7, 80).marker).toBe('     ^');
    expect(excerpt('"👍": 1', 6, 7, 80).marker).toBe('      ^');
  });

  it('shows a picture of a control character', () => {
    expect(excerpt('"\u001b[31m"', 0, 1, 80).source).toBe('"␛[31m"');
  });
});

describe('given a line that is too wide', () => {
  const line = `${'a'.repeat(100)}TARGET${'b'.repeat(100)}`;

  it('shows what is round the marker', () => {
    const shown = excerpt(line, 100, 106, 40);
    expect(shown.source).toMatch(/^…a+TARGETb+…$/);
    expect(shown.source.length).toBe(40);
    expect(marked(shown)).toBe('TARGET');
  });

  it('shows its beginning and its end', () => {
    expect(excerpt(line, 0, 3, 40)).toEqual({ source: `${'a'.repeat(38)}…`, marker: '^^^' });
    const end = excerpt(line, 205, 206, 40);
    expect(end.source).toBe(`…${'b'.repeat(38)}`);
    expect(end.marker.length).toBe(39);
  });

  it('cuts a marker that is wider still', () => {
    const shown = excerpt(line, 90, 190, 40);
    expect(shown.marker.length).toBe(39);
    expect(marked(shown)).toMatch(/^a{10}TARGETb+$/);
  });

  it('cuts between characters, whatever they take', () => {
    for (const filling of ['👍', '有', '\u0301', '\t', 'a'])
      for (let places = 200; places < 204; places++) {
        const long = `${'x'.repeat(places)}${filling.repeat(300)}TARGET${filling.repeat(300)}`;
        const start = long.indexOf('TARGET');
        const shown = excerpt(long, start, start + 6, 40);
        expect(shown.source).toMatch(/^….*TARGET.*…$/u);
        expect(shown.source).not.toContain('\ufffd');
        expect(shown.marker.trim()).toBe('^^^^^^');
      }
  });

  it('takes no longer for a line of a million characters', () => {
    const million = 'a'.repeat(1_000_000);
    const began = performance.now();
    for (let start = 0; start < 1_000_000; start += 50_000) excerpt(million, start, start + 5, 80);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
