import { badCards } from './bad-cards.mjs';
import { bidi } from './bidi.mjs';
import { bridge } from './bridge.mjs';
import { builtFiles } from './built-files.mjs';
import { clobbering } from './clobbering.mjs';
import { containment } from './containment.mjs';
import { control } from './control.mjs';
import { costs } from './costs.mjs';
import { failClosed } from './fail-closed.mjs';
import { fuzz } from './fuzz.mjs';
import { links } from './links.mjs';
import { presses } from './presses.mjs';
import { requests } from './requests.mjs';
import { rounds } from './rounds.mjs';
import { strictPage, trustedTypes } from './samples.mjs';
import { plainTexts, richTexts } from './texts.mjs';
import { urls } from './urls.mjs';

/** Everything that is measured, in the order of the report. */
export const rows = [
  control,
  plainTexts,
  richTexts,
  trustedTypes,
  urls,
  links,
  requests,
  clobbering,
  bridge,
  costs,
  containment,
  bidi,
  strictPage,
  failClosed,
  rounds,
  builtFiles,
  presses,
  badCards,
  fuzz,
];
