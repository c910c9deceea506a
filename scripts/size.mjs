/*
 * What the built package weighs: for a page that is bundled with it, what it loads at once and what it loads later, with
 * all that it depends on but DOMPurify; and the files for pages without a build. Minified, each file by itself with
 * gzip -9, so the figures are exact and the same everywhere.
 *
 *   npm run build && npm run size
 *
 * Of a language only its own texts count: what makes them out of a list is shared. `size-budgets.json` says what each may weigh, in bytes. Exits with 1 when one weighs more, or when the README says
 * something else.
 */
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const { pages, files, language } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, 'size-budgets.json'), 'utf8'),
);
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const problems = [];

if (!existsSync(resolve(root, 'dist/index.js'))) {
  console.error('There is no built package; npm run build makes it.');
  process.exit(1);
}

console.log(`${'gzip, in bytes'.padEnd(28)}  at once   budget     later   budget`);
for (const page of pages) report(page, await measured(page));
for (const file of files) report(file, { first: gzipped(readFileSync(resolve(root, file.name))), later: 0 });
for (const name of readdirSync(resolve(root, 'dist/messages')).filter(isLanguage))
  report(
    { name: `mf-card/messages/${name.replace('.js', '')}`, first: language },
    await measured({
      code: `export * from './dist/messages/${name}'`,
      external: ['./define.js', './en.js'],
      charset: 'utf8',
    }),
  );
for (const { name, first } of pages) {
  const [, told] = new RegExp(`^\\| \`${name}\` \\|.*\\| (\\d+) KB \\|$`, 'm').exec(readme) ?? [];
  if (told !== undefined && Number(told) !== Math.ceil(first / 1000))
    problems.push(`README.md says ${told} KB of ${name}, whose budget is ${first} bytes`);
}
for (const problem of problems) console.error(`✗ ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** A file of texts, English excepted, which every page has. */
function isLanguage(name) {
  return name.endsWith('.js') && !/^(define|en|formats|isolated|load)\./.test(name);
}

function report({ name, ...budget }, weight) {
  const columns = ['first', 'later'].flatMap((when) => {
    const most = budget[when] ?? 0;
    if (weight[when] > most) problems.push(`${name.trim()}: ${weight[when]} bytes ${when}, budget ${most}`);
    return [weight[when] || '', most || ''];
  });
  console.log(`${name.padEnd(28)}${columns.map((column) => String(column).padStart(9)).join('')}`.trimEnd());
}

/** @param oneFile - without code splitting, where a bundler puts what is loaded later into the same file. */
async function measured({ code, oneFile = false, external = [], charset = 'ascii' }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root, sourcefile: 'page.js' },
    absWorkingDir: root,
    outdir: 'page',
    bundle: true,
    minify: true,
    splitting: !oneFile,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    charset,
    external: ['dompurify', ...external],
    metafile: true,
    write: false,
  });
  const weights = Object.keys(metafile.outputs).map((name, i) => [name, gzipped(outputFiles[i].contents)]);
  const atOnce = loadedAtOnce(metafile.outputs);
  const sum = (isAtOnce) =>
    weights.filter(([name]) => atOnce.has(name) === isAtOnce).reduce((total, [, bytes]) => total + bytes, 0);
  return { first: sum(true), later: sum(false) };
}

/** The page's own file, and what that imports. */
function loadedAtOnce(outputs) {
  const found = new Set();
  const add = (name) => {
    if (found.has(name) || !outputs[name]) return;
    found.add(name);
    for (const { path, kind } of outputs[name].imports) if (kind === 'import-statement') add(path);
  };
  add('page/stdin.js');
  return found;
}

function gzipped(content) {
  return gzipSync(content, { level: 9 }).length;
}
