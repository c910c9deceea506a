import { existsSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { anchors, pages, prose } from './pages.js';

const root = resolve(import.meta.dirname, '../..');

/** A link as a page writes it, and where it stands. */
interface Link {
  readonly page: string;
  readonly line: number;
  readonly target: string;
}

const links = pages().flatMap(linksOf);
const inside = links.filter(({ target }) => !/^[a-z][a-z0-9+.-]*:/i.test(target));

it('leads from each page only to what is there', () => {
  const problems = inside.flatMap((link) => {
    const what = problemOf(link);
    return what ? [`${link.page}:${link.line} ${link.target} ${what}`] : [];
  });
  console.log(`${inside.length} links within the repository, ${links.length - inside.length} out of it`);
  expect(problems).toEqual([]);
});

it('leads out by https only', () => {
  expect(links.filter(({ target }) => /^http:/i.test(target)).map(({ target }) => target)).toEqual([]);
});

it('has each page of the docs somewhere within reach of the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached)
    for (const link of inside)
      if (link.page === page) {
        const { file } = placeOf(link);
        if (file.endsWith('.md')) reached.add(file);
        else if (existsSync(resolve(root, file, 'README.md'))) reached.add(posix.join(file, 'README.md'));
      }
  expect(pages().filter((page) => !reached.has(page))).toEqual([]);
});

function linksOf(page: string): readonly Link[] {
  return prose(page)
    .split('\n')
    .flatMap((text, i) =>
      [
        ...text.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g),
        ...text.matchAll(/^\[[^\]]+\]: (\S+)/g),
        ...text.matchAll(/<(?:a|img)\b[^>]* (?:href|src)="([^"]+)"/g),
      ].map(([, target = '']) => ({ page, line: i + 1, target })),
    );
}

function placeOf({ page, target }: Link) {
  const [path = '', anchor] = decodeURI(target).split('#');
  return { file: path ? posix.join(dirname(page), path) : page, anchor };
}

function problemOf(link: Link): string | null {
  const { file, anchor } = placeOf(link);
  if (!existsSync(resolve(root, file))) return 'is not there';
  if (!anchor) return null;
  if (!file.endsWith('.md')) return 'has a place in what is no page';
  return anchors(file).has(anchor) ? null : 'has no such heading';
}
