/*
 * The tests run in Chromium. Where there is none, this installs Debian's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

if (!existsSync(chromium)) {
  const commands = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'chromium'],
  ];
  if (process.env.CHROMIUM || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(`The tests need Chromium, and there is none at ${chromium}.`);
    console.error('Name one in the environment variable CHROMIUM, or on Debian:');
    console.error(commands.map((command) => `  sudo ${command.join(' ')}`).join('\n'));
    process.exit(1);
  }
  console.log(`There is no Chromium at ${chromium}: installing Debian's.`);
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
