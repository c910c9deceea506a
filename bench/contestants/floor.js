import { handWritten } from './hand-written.js';

/** What all others are compared with. */
export const { start, show, change, roots } = handWritten({ hostStyle: 'display: block' });
