/*
 * Builds and packs twice, each from nothing, and fails when the two packages differ in a single byte: so that everybody
 * can make the published one again. Run: npm run verify:pack
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [first, second] = [pack(), pack()];
console.log(`${first.integrity}, ${first.entryCount} files, ${first.size} bytes`);
if (first.integrity !== second.integrity) {
  const sizes = new Map(first.files.map(({ path, size }) => [path, size]));
  const others = second.files.filter(({ path, size }) => sizes.get(path) !== size).map(({ path }) => path);
  console.error(
    `✗ The second one is another: ${second.integrity}. Of another size: ${others.join(', ') || 'none'}`,
  );
  process.exitCode = 1;
}

function pack() {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = mkdtempSync(join(tmpdir(), 'mf-card-pack-'));
  try {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { encoding: 'utf8' }),
    );
    return packed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
