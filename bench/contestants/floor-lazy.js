import { handWritten } from './hand-written.js';

/** The same, but the browser leaves out of layout and paint what is far from view. */
export const { start, show, change, roots } = handWritten({
  hostStyle: 'display: block; content-visibility: auto; contain-intrinsic-block-size: auto 40rem',
});
