/*
 * Prints what each entry weighs: the bundle with all it needs, the others with the chunks they share but without
 * the dependencies that a host installs beside them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const entries = [
  'mf-card.bundle',
  'mf-card.rich-text',
  'mf-card.files',
  'index',
  'elements',
  'schema',
  'transports',
  'cli',
];

for (const entry of entries) {
  const file = join('dist', `${entry}.js`);
  if (!existsSync(file)) continue;
  // These are loaded by the first one, and only when needed: only what they add counts.
  const files = /rich-text|files/.test(entry) ? [file] : loadedAtOnce(file);
  const code = files.map((name) => readFileSync(name));
  const bytes = sum(code.map((part) => part.length));
  const gzip = sum(code.map((part) => gzipSync(part, { level: 9 }).length));
  console.log(`${file.padEnd(26)} ${kilobytes(bytes)} KB   ${kilobytes(gzip)} KB gzip`);
}

function loadedAtOnce(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g);
  return [file, ...[...imports].flatMap(([, path]) => loadedAtOnce(join(dirname(file), path), seen))];
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1).padStart(6);
}
