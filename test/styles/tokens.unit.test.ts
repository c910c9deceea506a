import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const listed = (folder: string) => readdirSync(resolve(root, folder)).map((name) => `${folder}/${name}`);
const found = (pattern: RegExp, ...texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, name = '']) => name)))].sort();

const documented = found(
  / \* @cssprop \[?(--mf-[\w-]+)/g,
  read('src/elements/mf-card.ts'),
  read('src/elements/mf-card-feed.ts'),
);
const themes = listed('src/themes');

describe('given the tokens that the style sheets read', () => {
  it('tells of each of them in the header of its class, and of no others', () => {
    expect(found(/var\(\s*(--mf-[\w-]+)/g, ...listed('src/styles').map(read))).toEqual(documented);
  });

  it('keeps those that hosts have set from the first version on', () => {
    const first =
      'accent on-accent surface surface-inset text text-muted line control-line success warning danger';
    const names = `${first} font font-size space radius shadow`.split(' ').map((name) => `--mf-${name}`);
    expect(documented).toEqual(expect.arrayContaining(names));
  });
});

describe('given the themes that come with the package', () => {
  it('has the four that docs/theming.md tells of', () => {
    const told = found(/`mf-card\/(themes\/[\w-]+\.css)`/g, read('docs/theming.md'));
    expect(told.map((path) => `src/${path}`)).toEqual([...themes].sort());
    expect(told).toHaveLength(4);
  });

  for (const theme of themes) {
    const declared = found(/^\s+(--mf-[\w-]+):/gm, read(theme));

    it(`sets every token in ${theme}, so that none is left from another theme`, () => {
      expect(declared.filter((name) => !name.startsWith('--mf-ref-'))).toEqual(documented);
    });

    it(`gives every colour of ${theme} light and dark, and uses each`, () => {
      const palette = found(/^\s+(--mf-ref-[\w-]+): light-dark\(/gm, read(theme));
      expect(palette).toEqual(declared.filter((name) => name.startsWith('--mf-ref-')));
      expect(found(/var\((--mf-ref-[\w-]+)\)/g, read(theme))).toEqual(palette);
    });

    it(`leaves the last word over ${theme} to the page`, () => {
      const name = theme.replace(/^.*\/|\.css$/g, '');
      expect(read(theme)).toMatch(
        new RegExp(`^:where\\(:root\\),\\n\\[data-mf-theme='${name}'\\] \\{$`, 'm'),
      );
    });
  }
});
