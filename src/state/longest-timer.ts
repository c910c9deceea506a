/** Milliseconds. A timer with more than this fires at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;
