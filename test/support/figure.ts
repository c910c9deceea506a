import { executeServerCommand } from '@web/test-runner-commands';

/** A line of the report of `npm run verify:schema`, from a page. */
export async function figure(line: string): Promise<void> {
  await executeServerCommand('figure', { line });
}
