/*
 * The documentation as a site: builds the package, has TypeDoc write the API reference, installs what the site needs when
 * that has changed, and builds `site/dist/`, whose links it then follows; or serves it, with reload on change.
 *
 *   node scripts/docs.mjs build|dev
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

const site = resolve(import.meta.dirname, '../site');
const [way = 'build'] = process.argv.slice(2);

run('npm', 'run', '--silent', 'build');
run('npm', 'run', '--silent', 'docs:api');
if (changedAt('package-lock.json') > changedAt('node_modules/.package-lock.json'))
  run('npm', 'ci', '--prefix', site);
run('npm', 'exec', '--prefix', site, '--', 'vitepress', way, site);
if (way === 'build') run('node', 'scripts/check-site.mjs');

function run(program, ...args) {
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** 0 for a file that is not there. */
function changedAt(file) {
  return statSync(resolve(site, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
