import { build } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * What the tests make cards with, for pages and for Node: `badCards`, `mutate`, `fullCard`, `seededRandom`.
 *
 * @returns the folder that holds it, as `support.js`.
 */
export async function buildSupport() {
  const folder = mkdtempSync(join(tmpdir(), 'mf-card-safety-'));
  await build({
    stdin: {
      contents: `
        export * from './test/support/bad-cards.ts';
        export * from './test/support/mutate.ts';
        export * from './test/support/full-card.ts';
      `,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: join(folder, 'support.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
  });
  return folder;
}
