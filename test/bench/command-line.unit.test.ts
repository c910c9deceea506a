import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs what the package's scripts run. */
function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`bench/${script}.mjs`, ...args], {
    encoding: 'utf8',
  });
  return { status, said: stderr.trim(), stdout };
}

describe('given an option that can not be used', () => {
  it.each([
    ['run', ['--n', '1,x'], '--n: must be whole numbers from 1 up with commas between them, not "1,x"'],
    ['run', ['--rounds', '0'], '--rounds: must be a whole number from 1 up, not "0"'],
    ['run', ['--only', 'float'], '--only: takes floor, floor-lazy, mf-card, lit, adaptive-cards'],
    ['run', ['--round', '3'], "Unknown option '--round'"],
    ['run', ['quick'], "Unexpected argument 'quick'"],
    ['read', ['--in', 'firefox'], '--in: takes node, chromium'],
    ['refreshes', ['--every', '0'], '--every: must be a whole number from 1 up, not "0"'],
  ])('%s %j says so on one line and measures nothing', (script, args, message) => {
    const { status, said, stdout } = run(script, ...args);
    expect(said).toContain(message);
    expect(said).toMatch(/^.*See --help\.$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('given --help', () => {
  it.each(['run', 'read'])('%s says what there is and measures nothing', (script) => {
    const { status, said, stdout } = run(script, '--help');
    expect(stdout).toMatch(/^npm run [\w:]+ -- \[options\]: /);
    expect(stdout).toContain('--out …');
    expect({ status, said }).toEqual({ status: 0, said: '' });
  });
});
