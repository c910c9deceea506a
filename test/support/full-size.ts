/** How often something is tried: a few times with the other tests, as often as its bar asks in `npm run verify:actions`. */
export function tries(few: number, all: number): number {
  return process.env.MF_FULL === '1' ? all : few;
}
