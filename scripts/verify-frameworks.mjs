/*
 * Installs the packed package into each app of examples/frameworks, in an empty folder outside of the repository, with the
 * versions that the app names; type-checks it with `skipLibCheck: false`, builds it, and does in Chromium what a user does:
 * see frameworks/drive.mjs. Exits with 1 when something failed.
 *
 *   npm run verify:frameworks [-- --only react-19,vue] [--packed mf-card-0.1.0.tgz]
 *
 * It needs the npm registry. Builds and packs first, unless there is a package.
 */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { chromium } from 'playwright';
import { serve } from '../examples/frameworks/server.mjs';
import { drive } from './frameworks/drive.mjs';

const root = resolve(import.meta.dirname, '..');
const apps = join(root, 'examples/frameworks');
const { only, packed } = parseArgs({
  options: { only: { type: 'string' }, packed: { type: 'string' } },
}).values;
const chosen =
  only?.split(',') ?? readdirSync(apps).filter((name) => existsSync(join(apps, name, 'package.json')));
const work = mkdtempSync(join(tmpdir(), 'mf-card-frameworks-'));
const rows = [];
let failed = 0;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const tarball = packed ? resolve(packed) : pack();
  for (const name of chosen) rows.push(await verified(name, tarball));
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
console.log(`\n| app | versions | type-check | build | test | seconds |\n|---|---|---|---|---|---|`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
console.log(
  `\nNode ${process.version}, Chromium ${browser.version()}: ${rows.length - failed} passed, ${failed} failed`,
);
process.exitCode = failed > 0 ? 1 : 0;

/** @returns the file of the package. */
function pack() {
  const npm = (...args) =>
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  npm('run', '--silent', 'build');
  return join(work, npm('pack', '--silent', '--pack-destination', work).trim().split('\n').pop());
}

/** A row of the table. */
async function verified(name, tarball) {
  const started = Date.now();
  const folder = join(work, name);
  const results = { typecheck: '–', build: '–', test: '–' };
  let step = 'install';
  let manifest = { dependencies: {} };
  try {
    cpSync(join(apps, name), folder, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) });
    manifest = useTarball(join(folder, 'package.json'), tarball);
    await npm(folder, 'install', '--no-audit', '--no-fund');
    for (step of ['typecheck', 'build']) {
      if (!manifest.scripts?.[step]) continue;
      await npm(folder, 'run', step);
      results[step] = '✓';
    }
    step = 'test';
    const server = await serve(existsSync(join(folder, 'dist')) ? join(folder, 'dist') : folder);
    try {
      await drive(browser, server);
    } finally {
      await server.close();
    }
    results.test = '✓';
  } catch (error) {
    failed++;
    results[step] = '✗';
    console.error(`✗ ${name}: ${step}\n${error.stdout ?? ''}${error.stderr ?? ''}\n${error.message}`);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.error(`${name}: ${seconds} s`);
  return [name, versions(manifest), results.typecheck, results.build, results.test, seconds];
}

/** Has an app take the packed package. */
function useTarball(file, tarball) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.dependencies['mf-card'] = `file:${tarball}`;
  writeFileSync(file, JSON.stringify(manifest));
  return manifest;
}

/** Those that matter: of the framework, its tools and the compiler. */
function versions({ dependencies, devDependencies = {} }) {
  const all = { ...dependencies, ...devDependencies };
  const told = [
    'react',
    'vue',
    'svelte',
    '@angular/core',
    '@angular/cli',
    '@types/react',
    'vue-tsc',
    'svelte-check',
    'vite',
    'typescript',
  ];
  return told.flatMap((name) => (all[name] ? [`${name} ${all[name]}`] : [])).join(', ') || 'the bundle';
}

async function npm(cwd, ...args) {
  const env = { ...process.env, NG_CLI_ANALYTICS: 'false', CI: 'true' };
  await promisify(execFile)('npm', args, { cwd, env, maxBuffer: 1 << 26 });
}
