/*
 * Takes pictures of all stories, light and dark, narrow and wide, some from right to left, and compares them with those
 * that were accepted. Ends with 1 when one differs, or there is none. What differs is in reports/visual/index.html.
 *
 *   npm run visual                          all of them; some minutes
 *   npm run visual -- --only connectors     stories whose id begins so
 *   npm run visual -- --accept              takes them for accepted, and drops those of stories that are gone
 *
 * Fonts differ from machine to machine. Accepted pictures are of one kind of machine, in `test/visual/<kind>`, and half as
 * wide and high as the stories, which is enough to see that something has changed and keeps the repository small.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import pixelmatch from 'pixelmatch';
import { decode, encode, halved } from './visual/png.mjs';
import { allStories, openStories } from './visual/stories.mjs';

const SHOTS = ['light', 'dark'].flatMap((scheme) => [360, 720].map((width) => ({ scheme, width })));
/** How far a colour may be off, from 0 to 1: more than what the palette of an accepted picture takes from it. */
const THRESHOLD = 0.08;
/** Pixels that may be farther off, of ten thousand. */
const TOLERANCE = 1;
/** In small pictures, too, the edge of one letter may fall otherwise. */
const FEW = 8;
const REPORT = 'reports/visual';

const { accept, only } = parseArgs({
  options: { accept: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
}).values;

const browser = await openStories();
const kind = await kindOfMachine();
const folder = join('test/visual', kind);
const chosen = allStories().filter(({ id }) => id.startsWith(only));
const todo = chosen.flatMap((story) => [
  { story, name: story.id, globals: {} },
  ...(story.tags.includes('rtl') ? [{ story, name: `${story.id}.rtl`, globals: { language: 'ar' } }] : []),
]);
const total = todo.length * SHOTS.length;
if (!existsSync(folder) && !accept)
  console.log(`No pictures were accepted for this kind of machine (${kind}): all will count as new.`);

rmSync(REPORT, { recursive: true, force: true });
const differing = [];
const taken = new Set();
const started = Date.now();
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, takePictures));
await browser.close();

const gone = only ? [] : accepted().filter((file) => !taken.has(file));
if (accept) for (const file of gone) rmSync(join(folder, file));
else writeReport();

const seconds = Math.round((Date.now() - started) / 1000);
console.log(`${taken.size} of ${total} pictures of ${chosen.length} stories in ${seconds} s, on ${kind}`);
if (accept) console.log(`${differing.length} accepted anew, ${gone.length} dropped`);
else if (differing.length + gone.length > 0) {
  for (const { file, why } of differing) console.log(`✗ ${file}: ${why}`);
  for (const file of gone) console.log(`✗ ${file}: its story is gone`);
  console.log(`Look at ${REPORT}/index.html. If all is as it should be: npm run visual -- --accept`);
}
if (taken.size < total || (!accept && differing.length + gone.length > 0)) process.exitCode = 1;

/** One page of several at the same time: each takes the next story. */
async function takePictures() {
  const stories = await browser.newPage();
  for (let next = todo.shift(); next; next = todo.shift()) {
    const { story, name, globals } = next;
    try {
      await stories.open(story, globals);
      for (const { scheme, width } of SHOTS)
        await compare(`${name}.${scheme}-${width}.png`, await stories.shoot(scheme, width));
    } catch (error) {
      console.error(`✗ ${name}: ${error.message}`);
    }
  }
}

async function compare(file, png) {
  taken.add(file);
  const actual = await halved(png);
  const path = join(folder, file);
  const before = existsSync(path) ? await decode(readFileSync(path)) : null;
  const { why, diff } = difference(before, actual);
  if (!why) return;
  differing.push({ file, why });
  if (accept) return write(path, await encode(actual));
  write(join(REPORT, file), png);
  if (before) write(join(REPORT, 'accepted', file), readFileSync(path));
  if (diff) write(join(REPORT, 'diff', file), await encode(diff));
}

/** In words; `null` when they are as good as the same. */
function difference(before, { width, height, data }) {
  if (!before) return { why: 'new' };
  if (before.width !== width || before.height !== height)
    return { why: `${before.width} × ${before.height} px before, ${width} × ${height} px now` };
  const diff = { width, height, data: Buffer.alloc(data.length) };
  const count = pixelmatch(before.data, data, diff.data, width, height, { threshold: THRESHOLD });
  const most = Math.max(FEW, (width * height * TOLERANCE) / 10_000);
  return count > most ? { why: `${count} px differ`, diff } : { why: null };
}

function accepted() {
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.png')) : [];
}

/**
 * Machines that draw the same letters with the same browser are of one kind: its name has the system, the major version
 * of Chromium, and the beginning of a hash of some letters as they are drawn.
 */
async function kindOfMachine() {
  const { page } = await browser.newPage();
  await page.setContent(
    '<p style="font: 16px system-ui, sans-serif">Rag 0123 éß ﷼ 日本 العربية <b>Bold</b> <code>code</code></p>',
  );
  const letters = createHash('sha1')
    .update((await decode(await page.screenshot())).data)
    .digest('hex')
    .slice(0, 6);
  await page.context().close();
  return `${process.platform}-chromium${browser.version.split('.')[0]}-${letters}`;
}

function write(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function writeReport() {
  const picture = (path) => (existsSync(join(REPORT, path)) ? `<img loading="lazy" src="${path}">` : '');
  const rows = differing.map(
    ({ file, why }) =>
      `<h2>${file}: ${why}</h2><div>${picture(`accepted/${file}`)}${picture(file)}${picture(`diff/${file}`)}</div>`,
  );
  write(
    join(REPORT, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Pictures that differ</title>
<style>body{font:14px system-ui;background:#888}h2{font-size:14px}div{display:flex;gap:8px;align-items:start}</style>
<p>Accepted, now, and where they differ.</p>${rows.join('\n')}`,
  );
}
