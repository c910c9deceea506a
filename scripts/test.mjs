/*
 * Runs the checks and the tests and closes with one line: `N passed, N failed`. A check counts as a test.
 *
 *   node scripts/test.mjs [--only checks|unit|browser|examples|stories]
 *
 * Exits with 1 when a test failed. A runner that ends badly or has no test to run counts as a failed test.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Each is an npm script that must end well. */
const checks = ['lint', 'typecheck', 'build', 'size', 'package', 'build-storybook'];

const runners = {
  unit: {
    command: ['vitest', 'run', '--project', 'unit', ...vitestReport('unit')],
    read: readVitest,
  },
  browser: {
    command: ['wtr'],
    read: (report) => ({ ...report, failed: report.failed + report.errors.length }),
  },
  // On the built package: `checks` has built it.
  examples: {
    command: ['vitest', 'run', '--project', 'examples', ...vitestReport('examples')],
    read: readVitest,
  },
  stories: {
    command: ['vitest', 'run', '--project', 'stories', ...vitestReport('stories')],
    read: readVitest,
  },
};

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const kinds = ['checks', ...Object.keys(runners)];
if (only !== undefined && !kinds.includes(only)) {
  console.error(`--only takes one of: ${kinds.join(', ')}`);
  process.exit(1);
}

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
for (const name of Object.keys(runners)) {
  if (only && only !== name) continue;
  console.log(`\n── ${name} tests`);
  const { command, read } = runners[name];
  const status = await run(command, { WTR_REPORT: reportOf(name) });
  const counts = countsOf(name, read);
  if (counts === null) {
    problems.push(`the ${name} tests ended without a report`);
    continue;
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.passed + counts.failed === 0) problems.push(`there was no ${name} test to run`);
  else if (status !== 0 && counts.failed === 0)
    problems.push(`the ${name} tests ended with status ${status}`);
}

console.log('');
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
    child.on('error', reject);
    child.on('close', resolve);
  });
}

function countsOf(name, read) {
  try {
    return read(JSON.parse(readFileSync(reportOf(name), 'utf8')));
  } catch {
    return null;
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
