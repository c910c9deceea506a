import { plainInstant } from './instants.js';
import { isPlainUrl } from './url-policy.js';

/**
 * The text formats that the published card schema names, judged exactly as its validator judges them
 * (Ajv 8 with ajv-formats in full mode): a card is refused here if, and only if, it is refused there.
 */

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[t\s](\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** RFC 3339 `date-time`: a zone is required, a leap second is allowed where one can be. */
export function isDateTime(text: string): boolean {
  if (!Number.isNaN(plainInstant(text))) return true;
  const found = DATE_TIME.exec(text);
  if (!found) return false;
  const part = (index: number) => Number(found[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  const [zoneHour, zoneMinute] = [part(8), part(9)];
  const leapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lastDay = month === 2 && leapYear ? 29 : (DAYS[month - 1] ?? 0);
  if (day < 1 || day > lastDay || zoneHour > 23 || zoneMinute > 59) return false;
  if (hour <= 23 && minute <= 59 && second < 60) return true;
  const sign = found[7] === '-' ? -1 : 1;
  const utcMinute = minute - zoneMinute * sign;
  const utcHour = hour - zoneHour * sign - (utcMinute < 0 ? 1 : 0);
  return (utcHour === 23 || utcHour === -1) && (utcMinute === 59 || utcMinute === -1) && second < 61;
}

const UNIT = "a-z0-9\\-._~!$&'()*+,;=:%";
/** RFC 3986 with a scheme. Square brackets only round an IP literal. Without alternatives, as one text can be a megabyte. */
const URI = new RegExp(
  `^[a-z][a-z0-9+\\-.]*:(?://?(?:[${UNIT}]*@)?(\\[[^\\]]*\\])(?::\\d*)?(?:/[${UNIT}@/]*)?|[${UNIT}@/]+)` +
    `(?:\\?[${UNIT}@/?]*)?(?:#[${UNIT}@/?]*)?$`,
  'i',
);
const BROKEN_ESCAPE = /%(?![0-9a-f]{2})/i;
const FUTURE_IP = /^\[v[0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+\]$/i;

/** RFC 3986 `uri`: absolute, with nothing in it that would need escaping. */
export function isUri(text: string): boolean {
  if (isPlainUrl(text)) return true;
  const found = URI.exec(text);
  if (!found || BROKEN_ESCAPE.test(text)) return false;
  const literal = found[1];
  return literal === undefined || FUTURE_IP.test(literal) || isIpv6(literal);
}

/** The validator allows zeros before the numbers of an IPv4 part, which browsers don't. */
function isIpv6(literal: string): boolean {
  const plain = literal.replace(/:((?:\d{1,3}\.){3}\d{1,3})\]$/, (all, ipv4: string) =>
    ipv4.split('.').every((part) => Number(part) < 256) ? ':0:0]' : all,
  );
  return /^\[[0-9a-f:]+\]$/i.test(plain) && URL.canParse(`http://${plain}`);
}

/** A UUID of any version, all zeros included. */
export const UUID = /^[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/;
