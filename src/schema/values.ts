import { leaf } from './form.js';
import {
  readBareUrl,
  readDate,
  readDeadline,
  readFlag,
  readLabel,
  readMediaUrl,
  readNumber,
  readText,
  readUrl,
} from './read-values.js';

/* What the members of cards and chat items are, when they are no objects or lists. */

export const text = leaf('string', readText);
export const label = leaf('string', readLabel);
export const uuid = leaf('uuid', readText);
export const uri = leaf('uri', readUrl);
export const uriOrNull = leaf('uri|null', readBareUrl);
/** For the published schema any text will do. */
export const uriText = leaf('string', readUrl);
/** Of pictures and videos. */
export const mediaUri = leaf('uri', readMediaUrl);
export const mediaText = leaf('string', readMediaUrl);
export const date = leaf('date-time', readDate);
export const deadline = leaf('date-time', readDeadline);
export const integer = leaf('integer', readNumber);
export const flag = leaf('boolean', readFlag);
