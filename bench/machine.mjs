import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a figure depends on beside the code, in a few words. */
export function machine() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${platform()} ${arch()}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GB`;
}

/** Processes that ran or waited to run, over the last minute. */
export function load() {
  return loadavg()[0];
}

/** The commit that is measured; with `-dirty` when files were changed since. */
export function commit() {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

/** Of a package that is installed for the repository, or for the benchmark alone. */
export function versionOf(name) {
  for (const folder of ['bench/node_modules', 'node_modules'])
    try {
      return JSON.parse(readFileSync(`${root}/${folder}/${name}/package.json`, 'utf8')).version;
    } catch {
      continue;
    }
  return 'not installed';
}
