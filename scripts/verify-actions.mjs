/*
 * Tries what must never go wrong with an action as often as its bar asks: a thousand presses of each kind, a thousand
 * refreshes under what is typed. Takes about half an hour. Run: npm run verify:actions [-- FILE…]
 */
import { spawnSync } from 'node:child_process';

const files = process.argv.slice(2);
const { status } = spawnSync(
  'node_modules/.bin/wtr',
  ['--concurrency', '1', '--files', ...(files.length ? files : ['test/trust/*.test.ts'])],
  { stdio: 'inherit', env: { ...process.env, MF_FULL: '1' } },
);
process.exitCode = status ?? 1;
