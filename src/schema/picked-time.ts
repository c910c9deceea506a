import { readInstant } from './instants.js';

const FORMATS = ['date', 'time', 'datetime'] as const;

/** A format whose control lets a date or a time be picked. */
export type PickedFormat = (typeof FORMATS)[number];

export function isPicked(format: string): format is PickedFormat {
  return FORMATS.includes(format as PickedFormat);
}

/**
 * A date or a time as its control can show it. An instant is read on the clock of who answers; of one that only its
 * date is asked of, the date as it is written.
 *
 * @returns `2026-03-31`, `14:30` or `2026-03-31T14:30`, with seconds where there are some; empty when it is none of these,
 *   as the control would be. Never throws.
 *
 * Source: valid date, time, and local date and time strings in the HTML standard.
 */
export function pickedTime(format: PickedFormat, text: string): string {
  if (format === 'time') return timeOfDay(text);
  const [, date, time = ''] = DATED.exec(text.trim()) ?? [];
  const instant = readInstant(text);
  if (date === undefined || instant === null) return '';
  if (format === 'date') return date;
  if (/[z+-]/i.test(time)) return pickedTime(format, localText(instant));
  const shown = timeOfDay(time);
  return shown && `${date}T${shown}`;
}

/** The calendar of a control begins with the year 1. */
const DATED = /^((?!0000)\d{4}-\d\d-\d\d)(?:[T ](.*))?$/i;

const TIME = /^(\d|[01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?$/;

function timeOfDay(text: string): string {
  const [, hour, minute, second] = TIME.exec(text.trim()) ?? [];
  if (hour === undefined) return '';
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return Number(second ?? 0) > 0 ? `${time}:${second}` : time;
}

function localText(instant: number): string {
  const offset = new Date(instant).getTimezoneOffset() * 60_000;
  return new Date(instant - offset).toISOString().slice(0, 19);
}
