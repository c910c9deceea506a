import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { versionOf } from './engines.js';

/**
 * Writes a run's counts, by engine, to the file that WTR_REPORT names. What went wrong outside of a test (a module that
 * cannot load, an error that the console reports) is in `errors`; `version` is the engine's name with its version; `skips` tells how many tests were skipped for which
 * reason; `seconds` is the time from an engine's first file to the end of its last; `silent` are the files of which the browser told
 * nothing at all.
 */
export function jsonReporter() {
  const times = new Map();
  return {
    start({ sessions }) {
      sessions.on('session-status-updated', ({ browser: { name }, status }) => {
        if (status === 'SCHEDULED') return;
        const time = times.get(name) ?? times.set(name, { from: Date.now(), to: 0 }).get(name);
        time.to = Date.now();
      });
    },
    onTestRunFinished({ sessions }) {
      const { WTR_REPORT: target } = process.env;
      if (!target) return;
      const report = {};
      for (const session of sessions) {
        const engine = session.browser.name;
        const { from = 0, to = 0 } = times.get(engine) ?? {};
        const counts = (report[engine] ??= {
          version: session.browser.version ?? versionOf(engine),
          passed: 0,
          failed: 0,
          skipped: 0,
          seconds: (to - from) / 1000,
          skips: Object.fromEntries(reasons.get(engine) ?? []),
          errors: [],
          silent: [],
        });
        for (const test of testsOf(session.testResults))
          counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        const file = relative(process.cwd(), session.testFile ?? '');
        if (!session.testResults) counts.silent.push(file);
        for (const error of session.errors) counts.errors.push(`${file}: ${error.message}`);
      }
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, JSON.stringify(report, null, 2));
    },
  };
}

/** By engine, how many tests were skipped for which reason. */
const reasons = new Map();

/** Takes the reasons for which tests are skipped: see `test/support/skip.ts`. */
export function skipReasons() {
  return {
    name: 'skip-reasons',
    executeCommand({ command, payload, session }) {
      if (command !== 'skip-reason') return;
      const { name } = session.browser;
      const of = reasons.get(name) ?? reasons.set(name, new Map()).get(name);
      of.set(payload.reason, (of.get(payload.reason) ?? 0) + 1);
      return true;
    },
  };
}

function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}
