import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { minifyLiterals } from '../scripts/minify-literals.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const quiet = { logLevel: 'error', publicDir: false };

/** Brings what only the benchmark needs, when it is not there. */
export function installContestants() {
  if (existsSync(join(here, 'node_modules/adaptivecards'))) return;
  console.error('Installing what the benchmark compares with …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/**
 * Builds the library, as a host gets it, and each contestant with all it needs, minified.
 *
 * @param names - of contestants.
 * @param folder - inside `bench/`, so that the packages it needs are found.
 * @returns by name, bytes of what a page loads before the first card: `minified`, `gzip`.
 */
export async function buildContestants(names, folder) {
  await build({
    ...quiet,
    root: join(here, '..'),
    configFile: join(here, '../vite.config.ts'),
    build: { outDir: join(folder, 'library'), sourcemap: false },
  });
  // A host's build knows from the package which files it may leave out.
  const sideEffects = packageJson.sideEffects.map((file) => file.replace('./dist/', './'));
  writeFileSync(join(folder, 'library/package.json'), JSON.stringify({ type: 'module', sideEffects }));
  const sizes = {};
  for (const name of names) {
    const [{ output }] = await build({
      ...quiet,
      root: here,
      configFile: false,
      plugins: [minifyLiterals()],
      resolve: { alias: { 'mf-card': join(folder, 'library/index.js') } },
      build: {
        target: 'es2022',
        outDir: join(folder, name),
        lib: { entry: join(here, 'contestants', `${name}.js`), formats: ['es'], fileName: () => 'index.js' },
        rolldownOptions: { output: { minify: true, chunkFileNames: '[name].js' } },
      },
    });
    const codes = loadedAtOnce('index.js', output).map(({ code }) => Buffer.from(code));
    const sum = (sizeOf) => codes.reduce((total, code) => total + sizeOf(code), 0);
    sizes[name] = {
      minified: sum(({ length }) => length),
      gzip: sum((code) => gzipSync(code, { level: 9 }).length),
    };
  }
  return sizes;
}

function loadedAtOnce(fileName, output, seen = new Set()) {
  const chunk = output.find((each) => each.fileName === fileName);
  if (!chunk || seen.has(fileName)) return [];
  seen.add(fileName);
  return [chunk, ...chunk.imports.flatMap((name) => loadedAtOnce(name, output, seen))];
}
