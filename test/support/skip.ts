import { executeServerCommand } from '@web/test-runner-commands';

/** Skips the test that is running; the summary of the run tells the reason. */
export async function skip(test: Mocha.Context, reason: string): Promise<never> {
  await executeServerCommand('skip-reason', { reason });
  return test.skip();
}
