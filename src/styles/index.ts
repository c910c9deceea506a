import { cardStyles } from './card.styles.js';
import { feedStyles } from './feed.styles.js';
import { formStyles } from './form.styles.js';
import { tokenStyles } from './tokens.styles.js';

/*
 * The style sheets of both elements. Here in one place, so that bundlers lay them side by side: gzip looks back no
 * further than 32 KB, and what is alike costs more than half a kilobyte less when it is near.
 */

export const cardSheets = [tokenStyles, cardStyles];
/** Of a card that has one open, after its own. */
export const formSheets = [formStyles];
export const feedSheets = [tokenStyles, feedStyles];
