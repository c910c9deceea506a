import { css } from 'lit';
import { cardStyles } from './card.styles.js';
import { feedStyles } from './feed.styles.js';
import { formStyles } from './form.styles.js';
import { tokenStyles } from './tokens.styles.js';

/*
 * The style sheets of both elements. Here in one place, so that bundlers lay them side by side: gzip looks back no
 * further than 32 KB, and what is alike costs more than half a kilobyte less when it is near.
 */

/** One sheet, and the same for each card: a shadow root that is given another one later has all its styles made anew. */
export const cardSheets = [
  css`
    ${tokenStyles}
    ${cardStyles}
    ${formStyles}
  `,
];
export const feedSheets = [tokenStyles, feedStyles];
