import { executeServerCommand } from '@web/test-runner-commands';

const { full } = await executeServerCommand<{ full: boolean }, never>('full-size');

/** How often something is tried: a few times with the other tests, as often as its bar asks in `npm run verify:actions`. */
export function tries(few: number, all: number): number {
  return full ? all : few;
}
