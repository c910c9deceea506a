import { writtenLanguage } from '../schema/languages.js';

/*
 * Intl formatters are slow to make (about 0.1 ms) and safe to share, so one of each kind is kept. The kinds
 * are few: a page has one or two languages and zones. Bounded all the same, as both come from attributes.
 */

const MOST = 64;
const made = new Map<string, unknown>();

function once<T>(key: string, make: () => T): T {
  const found = made.get(key) as T | undefined;
  if (found) return found;
  if (made.size >= MOST) made.clear();
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}

/** Whose reader it is: a BCP 47 language, and an IANA zone or `undefined` for the device's own. */
export interface Locale {
  readonly language: string;
  readonly timeZone: string | undefined;
}

/**
 * A locale that Intl accepts. In place of a language that it does not know there is English; in place of a zone the
 * device's own.
 */
export function safeLocale(language: string, timeZone: string | null): Locale {
  return once(`safe|${language}|${timeZone}`, () => ({
    language: supported(language.replaceAll('_', '-')) ?? 'en',
    timeZone: accepted(() =>
      timeZone ? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone : undefined,
    ),
  }));
}

/**
 * The language of dates and numbers beside texts: the reader's where the texts are in the same one, for its region, or say
 * none; else that of the texts.
 */
export function languageOfTexts(reader: string, texts = ''): string {
  const same = () => writtenLanguage(reader) === writtenLanguage(texts);
  return reader && (!texts || same()) ? reader : texts || 'en';
}

function supported(language: string): string | undefined {
  return accepted(() => Intl.DateTimeFormat.supportedLocalesOf(language)[0]);
}

function accepted<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

/** `Jun 24, 2020, 1:44 PM` */
export function dateAndTime(instant: number, { language, timeZone }: Locale): string {
  return once(
    `both|${language}|${timeZone}`,
    () =>
      new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'short',
        ...(timeZone && { timeZone }),
      }),
  ).format(instant);
}

/** `Jun 24, 2020` */
export function dateOnly(instant: number, { language, timeZone }: Locale): string {
  return once(
    `date|${language}|${timeZone}`,
    () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...(timeZone && { timeZone }) }),
  ).format(instant);
}

/** `Dec 13, 2019` for the text `2019-12-13`, in every zone. */
export function calendarDate(text: string, { language }: Locale): string {
  return once(
    `calendar|${language}`,
    () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
  ).format(Date.parse(`${text}T12:00:00Z`));
}

const QUARTER = 900_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', DAY],
];

function unitOf(away: number) {
  return UNITS.findLast(([, size]) => Math.abs(away) >= size) ?? (['minute', 60_000] as const);
}

/** Days since 1970, by the calendar of a zone. */
function calendarDay(instant: number, { timeZone }: Locale): number {
  const date = new Date(instant);
  if (!timeZone) return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
  const [month = 0, day = 0, year = 0] = once(
    `day|${timeZone}`,
    () => new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }),
  )
    .format(instant)
    .split('/')
    .map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** When the next day begins: in every zone with a quarter of an hour. */
function nextDay(now: number, locale: Locale): number {
  const today = calendarDay(now, locale);
  let before = Math.floor(now / QUARTER);
  let after = before + 26 * 4;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (calendarDay(middle * QUARTER, locale) > today) after = middle;
    else before = middle;
  }
  return after * QUARTER;
}

/** `in 2 hours`, `3 days ago` within a week; else the date. Days are those of the calendar: `tomorrow` is not in 47 hours. */
export function near(instant: number, now: number, locale: Locale): string {
  const away = instant - now;
  if (Math.abs(away) >= WEEK) return dateOnly(instant, locale);
  const [unit, length] = unitOf(away);
  const count =
    unit === 'day' ? calendarDay(instant, locale) - calendarDay(now, locale) : Math.trunc(away / length);
  return once(
    `near|${locale.language}`,
    () => new Intl.RelativeTimeFormat(locale.language, { numeric: 'auto' }),
  ).format(count, unit);
}

/** When {@link near} says something else of an instant, in epoch milliseconds; `Infinity` is never. Also the instant itself. */
export function nearUntil(instant: number, now: number, locale: Locale): number {
  const away = instant - now;
  if (away <= -WEEK) return Infinity;
  if (away >= WEEK) return instant - WEEK + 1;
  const [unit, length] = unitOf(away);
  if (unit === 'day') return Math.min(nextDay(now, locale), away > 0 ? instant - DAY + 1 : instant + WEEK);
  const count = Math.trunc(away / length);
  if (away <= 0) return instant - (count - 1) * length;
  return count === 0 ? instant : instant - count * length + 1;
}

/** `Ann, Ben` */
export function listed(texts: readonly string[], { language }: Locale): string {
  return once(`list|${language}`, () => new Intl.ListFormat(language, { style: 'narrow' })).format(texts);
}

/** `12.3 kB` */
export function byteSize(bytes: number, { language }: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let power = 0;
  // As it will be rounded: nobody writes 1,000 kB.
  while (power < units.length - 1 && Math.round((bytes / 1000 ** power) * 10) >= 10_000) power++;
  return once(
    `size|${language}|${power}`,
    () =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: units[power] ?? 'byte',
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumFractionDigits: 1,
      }),
  ).format(bytes / 1000 ** power);
}
