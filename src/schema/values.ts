import { leaf } from './form.js';
import { UUID } from './formats.js';
import {
  isPlain,
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
import { isPlainUrl } from './url-policy.js';

/* What the members of cards and chat items are, when they are no objects or lists. */

export const text = leaf('string', readText, isPlain);
export const label = leaf('string', readLabel, isPlain);
export const uuid = leaf('uuid', readText, (value, most) => isPlain(value, most) && UUID.test(value));
export const uri = leaf('uri', readUrl, isPlainUri);
export const uriOrNull = leaf('uri|null', readBareUrl);
/** For the published schema any text will do. */
export const uriText = leaf('string', readUrl, isPlainUri);
/** Of pictures and videos. */
export const mediaUri = leaf('uri', readMediaUrl);
export const mediaText = leaf('string', readMediaUrl);
export const date = leaf('date-time', readDate);
export const deadline = leaf('date-time', readDeadline);
export const integer = leaf('integer', readNumber);
export const flag = leaf('boolean', readFlag, (value) => typeof value === 'boolean');

function isPlainUri(value: unknown): boolean {
  return typeof value === 'string' && isPlainUrl(value);
}
