import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const rows = ['control', 'S1', 'S2', 'S4', 'S5', 'S12', 'S13', 'S15'];

it(
  'keeps out what it is tried with, in short: npm run safety tries all of it',
  { timeout: 300_000 },
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      'scripts/safety/run.mjs',
      ...['--engine', 'chromium', '--only', rows.join(), '--sample', '12', '--report', 'safety-in-short'],
    ]).catch((error: unknown) => error as { stdout: string });
    expect(stdout.match(/✗.*/g)).toBe(null);
    for (const row of rows) expect(stdout).toMatch(new RegExp(`^${row} · .*: n [1-9]\\d*, failures 0`, 'm'));
  },
);
