import { appendFileSync } from 'node:fs';

/*
 * How often a test tries. The suite tries some hundred or thousand times; `npm run verify:schema` as often as it takes to
 * know, with the seed that it is given, and prints what came of it.
 */

/** Whether all is tried. */
export const thorough = process.env.VERIFY_RUNS === 'all';

/** The seed of everything that is made at random. */
export const seed = Number(process.env.VERIFY_SEED ?? 20_260_301);

export function runs(inSuite: number, all: number): number {
  return thorough ? all : inSuite;
}

/** Milliseconds that a test may take. */
export const patience = thorough ? 3_600_000 : 120_000;

/** A line of the report of `npm run verify:schema`. */
export function figure(line: string): void {
  const file = process.env.VERIFY_REPORT;
  if (file) appendFileSync(file, `${line}\n`);
}
