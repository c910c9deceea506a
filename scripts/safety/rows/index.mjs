import { badCards } from './bad-cards.mjs';
import { control } from './control.mjs';
import { fuzz } from './fuzz.mjs';
import { links } from './links.mjs';
import { plainTexts, richTexts } from './texts.mjs';
import { urls } from './urls.mjs';

/** Everything that is measured, in the order of the report. */
export const rows = [control, plainTexts, richTexts, urls, links, badCards, fuzz];
