/**
 * Which URLs a card may use. Everything a card links to, shows or calls goes through {@link judgeUrl}.
 */
export interface UrlPolicy {
  /** Further schemes to allow, without the colon, such as `['msteams', 'geo']`. The never-list wins. */
  readonly schemes?: readonly string[];
  /**
   * Hosts that pictures and videos may be loaded from beside the page's own, with a port where it is not the usual one:
   * `['static.example.com']`. Where it is missing, all may be used.
   */
  readonly media?: readonly string[];
}

/** Why a URL is refused; `media` is for pictures and videos alone. */
export type UrlRefusal = 'blank' | 'scheme' | 'unsafe' | 'too-long' | 'media';

const ALLOWED = ['https', 'http', 'mailto', 'tel', 'sms'];

/** Schemes that run script, or read as a document or local content: never, whoever asks. */
const NEVER =
  /^(.|\w*script|vbs|data|view-source|blob|filesystem|file|about|res(ource)?|shell|local|jar|mhtml|mk|hcp|its|ms-(its|msdt|officecmd|cxh.*)|search(-ms)?|chrome.*|edge|opera|brave|vivaldi|moz-.*|safari-.*|webkit-.*|devtools|wyciwyg|x-jsd)$/;

/** Longer than any browser navigates to. */
const MAX_LENGTH = 2_097_152;

const PLAIN = /^https:\/\/[\w.~-]+(?:\/[\w.~/=&-]*)?(?:\?[\w.~/=&?-]*)?(?:#[\w.~/=&?-]*)?$/;

/** Blank to a reader: white space, controls, zero-width and no-break spaces. */
const BLANK = /^[\s\0-\x20\x7f-\xa0\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*$/;

/**
 * Judges a URL the way a browser will read it: leading controls and spaces are stripped and tabs and line
 * ends inside ignored before its scheme is looked at (WHATWG URL standard, section 4.4).
 *
 * @param value - anything; what is not text is refused.
 * @returns the URL, cleaned of what a browser would ignore; or why it is refused. Never throws.
 */
export function judgeUrl(
  value: unknown,
  policy: UrlPolicy = {},
): { url: string; refused: null } | { url: null; refused: UrlRefusal } {
  if (typeof value !== 'string') return { url: null, refused: 'blank' };
  if (value.length > MAX_LENGTH) return { url: null, refused: 'too-long' };
  if (isPlainUrl(value)) return { url: value, refused: null };
  if (BLANK.test(value)) return { url: null, refused: 'blank' };
  const url = stripControls(value);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || ALLOWED.includes(scheme)) return { url, refused: null };
  if (NEVER.test(scheme)) return { url: null, refused: 'unsafe' };
  const added = policy.schemes?.some((name) => name.toLowerCase().replace(/:$/, '') === scheme);
  return added ? { url, refused: null } : { url: null, refused: 'scheme' };
}

/** Whether it is what nearly every URL is: absolute, of https, with nothing in it but letters, digits and a few signs. */
export function isPlainUrl(value: string): boolean {
  if (value !== lastUrl) {
    lastUrl = value;
    lastIsPlain = value.length < 2000 && PLAIN.test(value);
  }
  return lastIsPlain;
}

/** Each is asked for twice: is it as published, and may it be used. */
let lastUrl = '';
let lastIsPlain = false;

const OTHER_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]*:/i;

/** Whether an HTTP client can call it: http, https, or relative to the page. */
export function isCallable(url: string): boolean {
  return !OTHER_SCHEME.test(url);
}

/**
 * Whether a picture or a video may be loaded from a URL that {@link judgeUrl} lets pass. Nothing is known of the page:
 * what leads to its own host has to do so by whatever way the page was loaded.
 */
export function mayLoad(url: string, { media }: UrlPolicy): boolean {
  return !media || BASES.every((base) => isFrom(media, url, base));
}

/** Of pages: `https:x` is relative in one of them, and names a host in the other. */
export const BASES = ['https://a.invalid', 'http://b.invalid'];

function isFrom(media: readonly string[], url: string, base: string): boolean {
  try {
    const { host, origin } = new URL(url, base);
    return origin === base || media.some((name) => name.toLowerCase() === host);
  } catch {
    return false;
  }
}

/** Without a regular expression: `/ +$/` takes quadratic time on long runs of spaces. */
function stripControls(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && value.charCodeAt(start) <= 0x20) start++;
  while (end > start && value.charCodeAt(end - 1) <= 0x20) end--;
  return value.slice(start, end).replace(/[\t\n\r]/g, '');
}
