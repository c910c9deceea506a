/*
 * Writes what follows from the zod schemas and the diagnostics: the files of generated-files.mjs. A test fails when
 * one differs. Run: npm run schema
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { generatedFiles } from './generated-files.mjs';

for (const [path, text] of Object.entries(await generatedFiles(load)))
  writeFileSync(new URL(`../${path}`, import.meta.url), text);

/** A module of src/ by its path there. */
async function load(path) {
  const { module } = await runnerImport(fileURLToPath(new URL(`../src/${path}`, import.meta.url)), {
    configFile: false,
    logLevel: 'error',
  });
  return module;
}
