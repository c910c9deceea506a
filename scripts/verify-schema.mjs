/*
 * Tries the reader, and what a feed makes of one answer after the other, as often as it takes to know: what the suite
 * tries some thousand times is tried tens of thousands of times here. Prints how many runs there were, with which seed,
 * and what went wrong.
 *
 *   npm run verify:schema -- [--seed 20260301] [--only verdict|hostile|places|chat|fuzz|feed]
 *
 * Exits with 1 when something went wrong, with 2 when there are no shared test data (see CONTRIBUTING.md).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

const unit = (file) => ['vitest', 'run', '--project', 'unit', file];
const parts = {
  verdict: [unit('test/schema/vendor-verdict.unit.test.ts')],
  hostile: [
    unit('test/schema/hostile-cards.unit.test.ts'),
    ['wtr', '--files', 'test/elements/hostile-cards.test.ts'],
  ],
  places: [unit('test/diagnostics/places.unit.test.ts')],
  chat: [['wtr', '--files', 'test/view/chat-corpus.test.ts']],
  fuzz: [unit('test/schema/fuzz.unit.test.ts')],
  feed: [unit('test/state/feed-model.unit.test.ts')],
};

const { seed, only } = parseArgs({
  options: { seed: { type: 'string', default: '20260301' }, only: { type: 'string', multiple: true } },
}).values;
const names = only ?? Object.keys(parts);
const unknown = names.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0 || !/^\d+$/.test(seed)) {
  console.error(`--only takes ${Object.keys(parts).join(', ')}; --seed a whole number`);
  process.exit(2);
}
if (!process.env.MF_SHARED) {
  console.error('MF_SHARED must name the folder of shared test data');
  process.exit(2);
}

mkdirSync('reports', { recursive: true });
const report = 'reports/verify-schema.txt';
rmSync(report, { force: true });
writeFileSync(report, '');
const env = { ...process.env, VERIFY_RUNS: 'all', VERIFY_SEED: seed, VERIFY_REPORT: report, NO_COLOR: '1' };
const failed = [];
console.log(`seed ${seed}, Node ${process.version}, ${availableParallelism()} cores\n`);
for (const name of names) {
  let printed = readFileSync(report, 'utf8').length;
  for (const [command, ...args] of parts[name]) {
    const started = Date.now();
    const { status, output } = await run(command, args);
    const lines = readFileSync(report, 'utf8').slice(printed);
    printed += lines.length;
    process.stdout.write(lines.replace(/^(?=.)/gm, `${name}: `));
    console.log(
      `${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
    );
    if (status === 0) continue;
    failed.push(name);
    console.log(output);
  }
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nNothing failed.');
process.exitCode = failed.length > 0 ? 1 : 0;

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${command}`, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}
