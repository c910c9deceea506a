/*
 * Runs the checks and the tests and closes with one line: `N passed, N failed`. A check counts as a test.
 *
 *   node scripts/test.mjs [--only checks|unit|browser|examples|stories] [--engine chromium,firefox,webkit]
 *
 * The browser tests and those of web views run in all engines unless some are named; the other examples and the stories in
 * Chromium. A file of which a browser has told nothing, as one that crashes does, is run once more, and the summary says so.
 *
 * Exits with 1 when a test failed. A runner that ends badly or has no test to run counts as a failed test.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { engines, enginesNamed } from './engines.js';

/** Each is an npm script that must end well. */
const checks = ['lint', 'typecheck', 'build', 'size', 'package', 'api', 'docs:api', 'build-storybook'];

const runners = {
  unit: {
    command: ['vitest', 'run', '--project', 'unit', ...vitestReport('unit')],
    read: readVitest,
  },
  browser: {
    command: ['wtr'],
    read: readBrowsers,
    needs: (chosen) => chosen,
    again: runSilentAgain,
  },
  // On the built package: `checks` has built it.
  examples: {
    command: ['vitest', 'run', '--project', 'examples', ...vitestReport('examples')],
    read: readVitest,
    needs: (chosen) => ['chromium', ...chosen],
  },
  stories: {
    command: ['vitest', 'run', '--project', 'stories', ...vitestReport('stories')],
    read: readVitest,
    needs: () => ['chromium'],
  },
};

const { only, engine } = parseArgs({
  options: { only: { type: 'string' }, engine: { type: 'string', multiple: true } },
}).values;
const kinds = ['checks', ...Object.keys(runners)];
if (only !== undefined && !kinds.includes(only)) {
  console.error(`--only takes one of: ${kinds.join(', ')}`);
  process.exit(1);
}

const chosen = named(engine?.join());
const kept = Object.keys(runners).filter((name) => !only || only === name);

/** What runs at the moment: an interrupted test run leaves nothing running. */
let running = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    running?.once('close', () => process.exit(1));
    if (!running?.kill(signal)) process.exit(1);
  });

const needed = new Set(kept.flatMap((name) => runners[name].needs?.(chosen) ?? []));
if (needed.size && (await runProgram('node', ['scripts/install-browsers.mjs', ...needed])) !== 0)
  process.exit(1);

rmSync('reports', { recursive: true, force: true });
mkdirSync('reports');

const total = { passed: 0, failed: 0, skipped: 0 };
const problems = [];
if (!only || only === 'checks') {
  for (const check of checks) {
    console.log(`\n── ${check}`);
    const status = await runProgram('npm', ['run', '--silent', check]);
    if (status === 0) total.passed++;
    else total.failed++;
  }
}
const notes = [];
for (const name of kept) {
  console.log(`\n── ${name} tests`);
  const { command, read, again } = runners[name];
  let status = await run(command, { WTR_REPORT: reportOf(name), ENGINES: chosen.join() });
  if (again && (await again(name))) status = 0;
  const counts = countsOf(name, read);
  if (counts === null) {
    problems.push(`the ${name} tests ended without a report`);
    continue;
  }
  notes.push(...(counts.notes ?? []));
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.passed + counts.failed === 0) problems.push(`there was no ${name} test to run`);
  else if (status !== 0 && counts.failed === 0)
    problems.push(`the ${name} tests ended with status ${status}`);
}

console.log('');
for (const note of notes) console.log(note);
for (const problem of problems) console.log(`✗ ${problem}`);
const failed = total.failed + problems.length;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;

/** Ends with the exit status of a command of `node_modules/.bin`. */
function run([command, ...args], env) {
  return runProgram(`node_modules/.bin/${command}`, args, env);
}

function runProgram(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running = child;
    child.on('error', reject);
    child.on('close', resolve);
  });
}

function countsOf(name, read) {
  const report = readReport(name);
  return report && read(report);
}

/** `null` when the runner has left none. */
function readReport(name) {
  try {
    return JSON.parse(readFileSync(reportOf(name), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Runs files again of which a browser has told nothing, and puts what came of it into the report.
 *
 * @returns whether there were some; then the report alone says what failed.
 */
async function runSilentAgain(name) {
  const report = readReport(name);
  let found = false;
  for (const engine of chosen) {
    const first = report?.[engines[engine].name];
    if (!first?.silent.length) continue;
    found = true;
    const files = first.silent;
    console.log(`\n── ${name} tests of which ${engines[engine].name} has told nothing, again`);
    await run(['wtr', '--files', ...files], { WTR_REPORT: reportOf('again'), ENGINES: engine });
    const second = readReport('again')?.[engines[engine].name];
    if (!second) continue;
    for (const key of ['passed', 'failed', 'skipped', 'seconds']) first[key] += second[key];
    first.errors = first.errors.filter((error) => !files.some((file) => error.startsWith(`${file}:`)));
    first.errors.push(...second.errors);
    first.again = files;
  }
  if (found) writeFileSync(reportOf(name), JSON.stringify(report, null, 2));
  return found;
}

/** What was found in each engine, by the name it has here. An engine without a test has failed. */
function readBrowsers(report) {
  const sum = { passed: 0, failed: 0, skipped: 0, notes: [] };
  for (const engine of chosen) {
    const { name } = engines[engine];
    const found = report[name] ?? { passed: 0, failed: 1, skipped: 0, seconds: 0, skips: {}, errors: [] };
    const failed = found.failed + found.errors.length;
    sum.passed += found.passed;
    sum.failed += failed;
    sum.skipped += found.skipped;
    sum.notes.push(
      `${found.version ?? name}: ${found.passed} passed, ${failed} failed, ${found.skipped} skipped in ${Math.round(found.seconds)} s`,
      ...Object.entries(found.skips).map(([reason, count]) => `  ${count} skipped: ${reason}`),
      ...(found.again ?? []).map(
        (file) => `  run twice, as the browser told nothing the first time: ${file}`,
      ),
    );
  }
  return sum;
}

function named(list) {
  try {
    return enginesNamed(list);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

function readVitest(report) {
  // A file that cannot be loaded has no tests that could fail.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function vitestReport(name) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`];
}

function reportOf(name) {
  return `reports/${name}.json`;
}
