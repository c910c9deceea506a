/*
 * What each entry of the packed package weighs in an app, by bundler: esbuild, Vite, Rollup and webpack, each as it minifies by
 * itself, in an empty folder outside of the repository. Fails when an app that only reads cards carries Lit.
 *
 *   npm run size:bundlers [-- --packed mf-card-0.1.0.tgz]
 *
 * It needs the npm registry, for the bundlers. Builds and packs first, unless there is a package. Writes bench/bundlers.json,
 * of which `npm run schema` makes a table in docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const VERSIONS = {
  esbuild: '0.28.2',
  vite: '8.4.0',
  rollup: '4.67.4',
  webpack: '5.113.0',
};
const TOOLS = { '@rollup/plugin-node-resolve': '16.0.3', '@rollup/plugin-terser': '1.0.2', react: '19.3.1' };

/** An app for each entry. What stands in it is what it takes. */
const APPS = [
  ['mf-card', "import 'mf-card';"],
  ['mf-card, all names', "export * from 'mf-card';"],
  ['mf-card/elements', "export * from 'mf-card/elements';"],
  ['mf-card/schema', "export * from 'mf-card/schema';"],
  ['readCards of mf-card/schema', "export { readCards } from 'mf-card/schema';"],
  ['readCards of mf-card', "export { readCards } from 'mf-card';"],
  ['mf-card/transports', "export * from 'mf-card/transports';"],
  ['mf-card/react', "export * from 'mf-card/react';"],
  ['mf-card/ssr', "export * from 'mf-card/ssr';"],
  ['mf-card/messages/de', "export * from 'mf-card/messages/de';"],
  ['mf-card/jsx', "import 'mf-card/jsx';"],
];
/** These draw nothing. */
const WITHOUT_LIT = [
  'mf-card/schema',
  'readCards of mf-card/schema',
  'mf-card/transports',
  'mf-card/messages/de',
  'mf-card/jsx',
];
/** What Lit writes into the page, under names that no tool makes shorter. */
const LIT = /lit(?:Html|Element)Versions|reactiveElementVersions/;

const root = resolve(import.meta.dirname, '..');
const { packed } = parseArgs({ options: { packed: { type: 'string' } } }).values;
const work = mkdtempSync(join(tmpdir(), 'mf-card-bundlers-'));
const bundlers = { esbuild: withEsbuild, vite: withVite, rollup: withRollup, webpack: withWebpack };
const problems = [];

try {
  const tarball = packed ? resolve(packed) : pack();
  writeFileSync(
    join(work, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: { 'mf-card': `file:${tarball}`, ...VERSIONS, ...TOOLS },
    }),
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const rows = [];
  for (const [i, [name, code]] of APPS.entries())
    rows.push(await measured(name, code, join(work, `app-${i}`)));
  const result = { date: new Date().toISOString().slice(0, 10), versions: VERSIONS, rows };
  writeFileSync(join(root, 'bench/bundlers.json'), `${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const problem of problems) console.error(`✗ ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** @returns the file of the package. */
function pack() {
  const npm = (...args) =>
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  npm('run', '--silent', 'build');
  return join(work, npm('pack', '--silent', '--pack-destination', work).trim().split('\n').pop());
}

/** Minified and gzip, in bytes, of what is loaded at once and of what is loaded later. */
async function measured(name, code, folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'app.js'), code);
  const row = { name };
  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const { first, later } = await bundle(folder);
    const sum = (files, size) => files.reduce((total, text) => total + size(text), 0);
    row[bundler] = {
      minified: sum(first, Buffer.byteLength),
      gzip: sum(first, gzipped),
      later: sum(later, gzipped),
    };
    if (WITHOUT_LIT.includes(name) && LIT.test([...first, ...later].join()))
      problems.push(`${name} carries Lit when ${bundler} has bundled it`);
    console.log(
      `${name.padEnd(30)}${bundler.padEnd(10)}${Object.entries(row[bundler])
        .map(([key, bytes]) => `${key} ${bytes}`)
        .join(', ')}`,
    );
  }
  return row;
}

async function withEsbuild(folder) {
  const { build } = await installed('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: ['app.js'],
    absWorkingDir: folder,
    outdir: 'out',
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    external: ['react'],
    metafile: true,
    write: false,
  });
  const names = Object.keys(metafile.outputs);
  return split(new Map(names.map((name, i) => [name, outputFiles[i].text])), 'out/app.js', (name) =>
    metafile.outputs[name].imports.flatMap(({ path, kind }) => (kind === 'import-statement' ? [path] : [])),
  );
}

async function withVite(folder) {
  const { build } = await installed('vite');
  const { output } = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(folder, 'app.js'),
        preserveEntrySignatures: 'strict',
        external: ['react'],
      },
    },
  });
  return ofChunks(output);
}

async function withRollup(folder) {
  const { rollup } = await installed('rollup');
  const { nodeResolve } = await installed('@rollup/plugin-node-resolve');
  const { default: terser } = await installed('@rollup/plugin-terser');
  const bundle = await rollup({
    input: join(folder, 'app.js'),
    preserveEntrySignatures: 'strict',
    external: ['react'],
    plugins: [nodeResolve({ browser: true })],
    onwarn: () => {},
  });
  const { output } = await bundle.generate({
    format: 'es',
    plugins: [terser({ module: true, format: { comments: false } })],
  });
  await bundle.close();
  return ofChunks(output);
}

async function withWebpack(folder) {
  const { default: webpack } = await installed('webpack');
  const stats = await new Promise((done, fail) => {
    const compiler = webpack({
      mode: 'production',
      context: folder,
      entry: './app.js',
      target: ['web', 'es2022'],
      output: { path: join(folder, 'webpack'), module: true, library: { type: 'module' } },
      experiments: { outputModule: true },
      externals: { react: 'react' },
      externalsType: 'module',
      performance: false,
    });
    compiler.run((error, result) => {
      compiler.close(() => {});
      if (error || result.hasErrors()) fail(error ?? new Error(result.toString('errors-only')));
      else done(result.toJson({ all: false, assets: true, entrypoints: true }));
    });
  });
  const atOnce = new Set(stats.entrypoints.main.assets.map(({ name }) => name));
  const scripts = stats.assets.filter(({ name }) => /\.m?js$/.test(name));
  const texts = (isAtOnce) =>
    scripts
      .filter(({ name }) => atOnce.has(name) === isAtOnce)
      .map(({ name }) => readFileSync(join(folder, 'webpack', name), 'utf8'));
  return { first: texts(true), later: texts(false) };
}

/** Of what Rollup and its relatives give. */
function ofChunks(output) {
  const chunks = output.filter(({ type }) => type === 'chunk');
  return split(
    new Map(chunks.map(({ fileName, code }) => [fileName, code])),
    chunks.find(({ isEntry }) => isEntry).fileName,
    (name) => chunks.find(({ fileName }) => fileName === name)?.imports ?? [],
  );
}

/** The entry with all that it imports, and the rest. */
function split(texts, entry, importsOf) {
  const atOnce = new Set();
  const add = (name) => {
    if (atOnce.has(name) || !texts.has(name)) return;
    atOnce.add(name);
    importsOf(name).forEach(add);
  };
  add(entry);
  const those = (isAtOnce) =>
    [...texts].flatMap(([name, text]) => (atOnce.has(name) === isAtOnce ? [text] : []));
  return { first: those(true), later: those(false) };
}

/** A package of the folder that is worked in. */
async function installed(name) {
  return import(createRequire(join(work, 'package.json')).resolve(name));
}

function gzipped(text) {
  return gzipSync(text, { level: 9 }).length;
}
