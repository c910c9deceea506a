import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

/** As `docs` of the class header: one line for each part, state and token. */
function named(file: string, element: string): string[] {
  const tags = read(file).matchAll(/^ \* @(csspart|cssstate|cssprop) \[?([\w-]+)/gm);
  return Array.from(tags, ([, tag = '', name = '']) => `${element} ${tag} ${name}`);
}

const names = [
  ...named('src/elements/mf-card.ts', 'mf-card'),
  ...named('src/elements/mf-card-feed.ts', 'mf-card-feed'),
];

describe('given what hosts style cards by', () => {
  it('has each part, state and token of the last version; what is new is added to the list', async () => {
    // One that is missing or renamed breaks a host: that takes a major version.
    await expect(`${[...names].sort().join('\n')}\n`).toMatchFileSnapshot('public-names.txt');
  });

  it('tells of no name twice', () => {
    expect(names).toHaveLength(new Set(names).size);
  });
});
