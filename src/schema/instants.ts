const ISO =
  /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** Numbers below this are seconds: as milliseconds they would lie before March 1973. */
const SECONDS_BELOW = 1e11;

/**
 * The instant a connector means. Reads what connectors really send: ISO 8601 with any offset, without
 * seconds, without a zone (then it is the reader's own), a date alone, epoch seconds or milliseconds.
 *
 * @param endOfDay - whether a date alone means the end of that day (a due date does) or its noon.
 * @returns epoch milliseconds, or `null` when it can't be read. Never throws.
 */
export function readInstant(value: unknown, endOfDay = false): number | null {
  if (typeof value === 'number') {
    const time = Math.abs(value) < SECONDS_BELOW ? value * 1000 : value;
    return Math.abs(time) <= 8.64e15 ? Math.round(time) : null;
  }
  if (typeof value !== 'string') return null;
  const plain = plainInstant(value);
  if (!Number.isNaN(plain)) return plain;
  const found = ISO.exec(value.trim());
  if (!found) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const date = [Number(year), Number(month) - 1, Number(day)] as const;
  if (!isRealDate(...date)) return null;
  const time: [number, number, number, number] =
    hour === undefined
      ? endOfDay
        ? [23, 59, 59, 999]
        : [12, 0, 0, 0]
      : [
          Number(hour),
          Number(minute),
          Number(second ?? 0),
          Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
        ];
  const [hours, minutes, seconds, milliseconds] = time;
  if (hours > 24 || minutes > 59 || seconds > 60) return null;
  if (hours === 24 && minutes + seconds + milliseconds > 0) return null;
  const instant = zone ? utc(date, time) - offsetOf(zone) : local(date, time);
  return Math.abs(instant) <= 8.64e15 ? instant : null;
}

/**
 * The instant of a text as nearly every one is: of UTC, with seconds or milliseconds, on a day that every year has, as
 * `2026-03-31T17:00:00Z`. `NaN` for all others.
 */
export function plainInstant(text: string): number {
  if (text !== lastText) {
    lastText = text;
    lastInstant = byDigits(text);
  }
  return lastInstant;
}

/** Each is asked for twice: is it as published, and which instant is it. */
let lastText = '';
let lastInstant = NaN;

/** Digit by digit: several times as fast as `Date.parse`. */
function byDigits(text: string): number {
  if (!PLAIN.test(text)) return NaN;
  const two = (at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
  const fraction = text.length > 20 ? two(20) * 10 + text.charCodeAt(22) - 48 : 0;
  return Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17), fraction);
}

const PLAIN =
  /^[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{3})?Z$/;

/** A date without a time of day, such as `2026-03-31`: it has no zone and never shifts. */
export function isDateOnly(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && readInstant(text) !== null;
}

/** Whether a text is, as a whole, one instant with a zone, such as `2020-06-24T11:44:45.039Z`. */
export function isInstantText(text: string): boolean {
  return (
    text.length >= 16 &&
    text.length < 40 &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)$/i.test(text)
  );
}

function isRealDate(year: number, month: number, day: number): boolean {
  // Every month has these.
  if (day >= 1 && day <= 28) return month >= 0 && month <= 11;
  const date = new Date(Date.UTC(2000, month, 1));
  date.setUTCFullYear(year, month, day);
  return date.getUTCMonth() === month && date.getUTCDate() === day;
}

/** `Date.UTC` would read the years 0 to 99 as 1900 to 1999. */
function utc(
  [year, month, day]: readonly [number, number, number],
  time: [number, number, number, number],
): number {
  if (year >= 100) return Date.UTC(year, month, day, ...time);
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.setUTCHours(...time);
}

/** In the reader's own zone; `new Date(year, …)` has the same trouble with the first century. */
function local(
  [year, month, day]: readonly [number, number, number],
  time: [number, number, number, number],
): number {
  const date = new Date(year, month, day, ...time);
  if (year < 100) date.setFullYear(year, month, day);
  return date.getTime();
}

/** Milliseconds; offsets that no zone has, such as `+18:00`, are taken as written. */
function offsetOf(zone: string): number {
  if (/z/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
