/*
 * Follows every link, picture and script of the built site, anchors included, and fails when one leads nowhere.
 * Run: npm run docs
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

const site = resolve(import.meta.dirname, '../site/dist');
const base = process.env.SITE_BASE ?? '/';
const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
  statSync(join(site, file)).isFile(),
);
const pages = new Map(
  files
    .filter((file) => file.endsWith('.html'))
    .map((file) => [file, readFileSync(join(site, file), 'utf8')]),
);
const ids = new Map(
  [...pages].map(([page, text]) => [
    page,
    new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)),
  ]),
);

let count = 0;
const problems = new Set();
for (const [page, text] of pages)
  for (const [, written] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const target = written.replaceAll('&amp;', '&');
    if (/^(?:https:|mailto:|data:)/.test(target)) continue;
    count++;
    const [path, anchor] = target.split('#');
    const file = path ? fileOf(posix.join(base, posix.dirname(page), '/'), path) : page;
    if (!file) problems.add(`${page} → ${target}`);
    else if (anchor && !ids.get(file)?.has(decodeURIComponent(anchor)) && page !== '404.html')
      problems.add(`${page} → ${target}: no such place`);
  }

const bytes = files.reduce((sum, file) => sum + statSync(join(site, file)).size, 0);
console.log(
  `${pages.size} pages, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB; ${count} links followed, ${problems.size} lead nowhere`,
);
for (const problem of problems) console.error(`✗ ${problem}`);
process.exitCode = problems.size > 0 ? 1 : 0;

/** The file of the site that an address leads to, as a plain web server finds it. */
function fileOf(folder, path) {
  const { pathname } = new URL(path, new URL(folder, 'http://site'));
  if (!pathname.startsWith(base)) return null;
  const file = decodeURIComponent(pathname.slice(base.length));
  const found = [file, posix.join(file, 'index.html')].find(
    (each) => existsSync(join(site, each)) && statSync(join(site, each)).isFile(),
  );
  return found ?? null;
}
