/** A letter of a script that is written from right to left. */
export const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * A name within words that are written from the left, or from the right: one of the other direction is kept apart by
 * Unicode's control characters, so that it leaves the words round it where they are.
 */
export function isolated(name: string, isRtl = false): string {
  return RTL.test(name) === isRtl ? name : `\u2068${name}\u2069`;
}
