/*
 * Installs Debian's packages of the engines that the browser tests run in, where their programs are missing.
 *
 *   node scripts/install-browsers.mjs [chromium] [firefox] [webkit]      all three when none is named
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { engines, enginesNamed } from './engines.js';

const missing = enginesNamed(process.argv.slice(2).join())
  .flatMap((engine) => engines[engine].programs)
  .filter(({ path }) => !existsSync(path));
const packages = [...new Set(missing.map((program) => program.package))];

if (missing.length) {
  for (const { path, variable } of missing)
    console.log(`The tests need ${path}, which is not there. ${variable} can name another one.`);
  const commands = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
  ];
  const isNamed = missing.some(({ variable }) => process.env[variable]);
  if (isNamed || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error('On Debian:');
    console.error(commands.map((command) => `  sudo ${command.join(' ')}`).join('\n'));
    process.exit(1);
  }
  console.log(`Installing Debian's ${packages.join(', ')}.`);
  for (const [command, ...args] of commands) {
    const { status } = spawnSync(command, args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) {
      console.error(`${command} ${args.join(' ')} failed.`);
      process.exit(1);
    }
  }
}
