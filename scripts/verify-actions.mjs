/*
 * Tries what must never go wrong with an action as often as its bar asks: a thousand presses of each kind, a thousand
 * refreshes under what is typed. Takes about half an hour. Run: npm run verify:actions [-- FILE…]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';

const report = 'reports/actions.json';
mkdirSync('reports', { recursive: true });
const files = process.argv.slice(2);
const { status } = spawnSync(
  'node_modules/.bin/wtr',
  ['--concurrency', '1', '--files', ...(files.length ? files : ['test/trust/*.test.ts'])],
  { stdio: 'inherit', env: { ...process.env, MF_FULL: '1', WTR_REPORT: report } },
);
for (const { version, passed, failed, errors } of Object.values(JSON.parse(readFileSync(report, 'utf8'))))
  console.log(`${version}: ${passed} passed, ${failed + errors.length} failed`);
process.exitCode = status ?? 1;
