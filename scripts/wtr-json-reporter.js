import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * Writes a run's counts to the file that WTR_REPORT names. What went wrong outside of a test (a module that cannot
 * load, an error that the console reports) is in `errors`.
 */
export function jsonReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0, errors: [] };
      for (const session of sessions) {
        const file = relative(process.cwd(), session.testFile ?? '');
        for (const test of testsOf(session.testResults)) {
          counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        }
        for (const error of session.errors) counts.errors.push(`${file}: ${error.message}`);
      }
      const target = process.env.WTR_REPORT;
      if (!target) return;
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, JSON.stringify(counts, null, 2));
    },
  };
}

function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}
