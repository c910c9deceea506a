import type { DiagnosticWord } from '../diagnostics/codes.js';
import { cut, quote } from './facts.js';
import { readInstant } from './instants.js';
import { pickLanguage } from './languages.js';
import type { Reading } from './reading.js';
import { isPlainUrl, judgeUrl, mayLoad, type UrlRefusal } from './url-policy.js';
import { isWire } from './wire.js';

/*
 * Read one value of the wire, whatever it is. Each returns what a template can draw, or `null`, and notes what it had
 * to do. None throws; none changes its input.
 */

/** Neither too long nor, by its first character, blank: as most texts are. */
export function isPlain(value: unknown, most: number): value is string {
  if (typeof value !== 'string' || value.length > most) return false;
  const first = value.charCodeAt(0);
  return first > 0x20 && first < 0x80;
}

/** Text that is not blank. Numbers and booleans are read as text. */
export function readText(reading: Reading, value: unknown): string | null {
  if (typeof value === 'string') {
    const { text: most } = reading.limits;
    if (value.length <= most) return value.trim() === '' ? null : value;
    reading.note('too-long', { member: lastStep(reading), expected: String(most) });
    return cut(value, most);
  }
  if (value === null) return null;
  if (typeof value !== 'number' && typeof value !== 'boolean') return reading.leftOut();
  reading.readAs(['string']);
  return String(value);
}

/** A text, or the one of a map from languages to texts that the reader knows best. */
export function readLabel(reading: Reading, value: unknown): string | null {
  if (!isWire(value)) return readText(reading, value);
  const isText = (text: unknown) => typeof text === 'string' && text.trim() !== '';
  const texts = Object.keys(value).filter((language) => isText(value[language]));
  const language = pickLanguage(texts, reading.languages());
  if (language === null) return reading.leftOut();
  reading.repaired(['read-in', language]);
  return within(reading, language, () => readText(reading, value[language]));
}

/** A URL that the policy allows. `{href}` and a bare text are both read. */
export function readUrl(reading: Reading, value: unknown): string | null {
  if (isWire(value)) return within(reading, 'href', () => readBareUrl(reading, value.href));
  return readBareUrl(reading, value);
}

/** The same of a bare text alone. */
export function readBareUrl(reading: Reading, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') return reading.leftOut();
  // As nearly all are.
  if (isPlainUrl(value)) return value;
  const { url, refused } = judgeUrl(value, reading.policy);
  if (refused) noteRefusal(reading, refused, value);
  else if (isPlainHttp(url)) reading.note('plain-http', { got: quote(url) });
  return url;
}

/** The URL of a picture or a video. */
export function readMediaUrl(reading: Reading, value: unknown): string | null {
  const url = readUrl(reading, value);
  if (url === null || mayLoad(url, reading.policy)) return url;
  noteRefusal(reading, 'media', url);
  return null;
}

function noteRefusal(reading: Reading, refused: UrlRefusal, url: string): void {
  reading.note('blocked-url', { member: lastStep(reading), expected: [REFUSALS[refused]], got: quote(url) });
}

/** Not to the reader's own machine. */
function isPlainHttp(url: string): boolean {
  if (!/^http:/i.test(url)) return false;
  try {
    return !/^(?:(?:.*\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
  } catch {
    return true;
  }
}

const REFUSALS: Record<UrlRefusal, DiagnosticWord> = {
  blank: 'url-blank',
  'too-long': 'url-too-long',
  unsafe: 'url-unsafe',
  scheme: 'url-scheme',
  media: 'url-media',
};

/** Epoch milliseconds. */
export function readDate(reading: Reading, value: unknown, endOfDay = false): number | null {
  if (value === null) return null;
  const instant = readInstant(value, endOfDay);
  if (instant === null) return reading.leftOut();
  if (typeof value === 'number') reading.readAs(new Date(instant).toISOString());
  return instant;
}

export function readDeadline(reading: Reading, value: unknown): number | null {
  return readDate(reading, value, true);
}

export function readNumber(reading: Reading, value: unknown): number | null {
  if (value === null) return null;
  return typeof value === 'number' && Number.isFinite(value) ? value : reading.leftOut();
}

/** `true` only for `true`: a text such as "false" never switches anything on. */
export function readFlag(_reading: Reading, value: unknown): boolean {
  return value === true;
}

/** Reads what lies one step further in. */
export function within<T>(reading: Reading, step: string | number, read: () => T): T {
  reading.steps[reading.depth++] = step;
  const result = read();
  reading.depth--;
  return result;
}

/** The last step of the way to the value. */
export function lastStep({ steps, depth }: Reading): string {
  return String(steps[depth - 1]);
}
