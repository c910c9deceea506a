import type { ActionInput, ActionValues, Card, CardAction, HttpMethod } from './model.js';
import { wireAt } from './wire-at.js';

/** What connectors take where an action names no other content type. */
export const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * An action as the host receives it: plain data that can be cloned, posted and stored. `url` and `body` are
 * ready to send; nothing in it needs an element.
 */
export interface ActionRequest {
  /** New for each intent of the user, the same on a retry: lets a server act once. */
  readonly submissionId: string;
  readonly cardKey: string;
  /** As on the wire: not unique. */
  readonly actionId: string | null;
  readonly actionKey: string;
  readonly method: HttpMethod;
  readonly url: string;
  readonly contentType: string;
  /** `null` where nothing goes in a body: GET and HEAD, or nothing to send. */
  readonly body: string | null;
  /** What the user answered, by input id, before encoding. */
  readonly values: ActionValues;
  /** The wire JSON. */
  readonly card: unknown;
  readonly action: unknown;
}

/** Why a request can't be encoded. */
export type EncodeFailure = 'content-type' | 'not-writable';

/** A request that is ready to send, or why there is none. */
export type EncodedRequest =
  | { readonly ok: true; readonly url: string; readonly contentType: string; readonly body: string | null }
  | { readonly ok: false; readonly reason: EncodeFailure };

/** How answers are written, where connectors differ. */
export interface EncodeOptions {
  /**
   * How a form holds several answers to one input: `repeat` its name for each, or, for old connectors, all in one
   * with a `comma` between, which can't be told from an answer that has a comma in it. Fixed lists are repeated.
   */
  readonly multi?: 'repeat' | 'comma';
}

/**
 * Writes an action's fixed `request` values and the user's answers as its method and content type want them.
 *
 * Both share one key space and the answer wins. GET and HEAD carry them in the query, DELETE has a body only
 * when there is something to send. Forms leave `null` out, repeat the key for each element of a list and write
 * objects as JSON; a text that holds JSON is sent unchanged. JSON keeps every type. An empty optional text is
 * sent as an empty one; of radio buttons and boxes that nobody ticked nothing is sent.
 *
 * @param values - by input id; what is missing is sent as empty.
 * @returns the request, or why it can't be written: nothing is guessed. Never throws.
 *
 * Source: the guide's `zip=30360&temperature=78`; `content_type` in the card response schema.
 */
export function encodeRequest(
  action: CardAction,
  values: ActionValues,
  { multi = 'repeat' }: EncodeOptions = {},
): EncodedRequest {
  const { method, contentType } = action;
  const url = action.url ?? '';
  const form = () => formEntries(action, values, multi);
  const sent = (body: string | null, type = contentType) =>
    ({ ok: true, url, contentType: type, body }) as const;
  try {
    if (method === 'GET' || method === 'HEAD')
      return { ...sent(null), url: withQuery(url, formText(form())) };
    if (method === 'DELETE' && entries(action, values).length === 0) return sent(null);
    if (!isHeaderText(contentType)) return { ok: false, reason: 'content-type' };
    const type = mediaType(contentType);
    if (isJson(type)) return sent(jsonText(action, values));
    const fields = form();
    if (type === 'text/plain' && fields.length === 1) return sent(fields[0]?.[1] ?? '');
    if (type !== FORM_TYPE && type !== MULTIPART) return { ok: false, reason: 'content-type' };
    if (method === 'DELETE' && fields.length === 0) return sent(null);
    if (type === FORM_TYPE) return sent(formText(fields));
    const boundary = boundaryFor(fields);
    return sent(multipartText(fields, boundary), `${MULTIPART}; boundary=${boundary}`);
  } catch {
    return { ok: false, reason: 'not-writable' };
  }
}

/**
 * The request for `fetch`. Adds `Accept`, `Content-Type` and `X-Request-Id`, never a credential: the host
 * gives those in `headers`, and must only do so for origins it trusts.
 *
 * @param options.base - for relative URLs; the page's by default.
 * @throws TypeError where `new Request` does: a URL that can't be resolved.
 */
export function toFetchRequest(
  request: ActionRequest,
  options: { base?: string; headers?: HeadersInit; signal?: AbortSignal } = {},
): Request {
  const { method, url, body, contentType, submissionId } = request;
  const headers = new Headers({ accept: 'application/json', 'x-request-id': submissionId });
  if (body !== null) headers.set('content-type', contentType);
  new Headers(options.headers).forEach((value, name) => headers.set(name, value));
  const resolved = options.base === undefined ? url : new URL(url, options.base).href;
  return new Request(resolved, { method, headers, body, ...(options.signal && { signal: options.signal }) });
}

/** The fixed values first, in their order, then the answers in the order of the form. */
function entries({ request, inputs }: CardAction, values: ActionValues): [string, unknown][] {
  const answered = new Set(inputs.map(({ id }) => id));
  const fixed = Object.entries(request).filter(([name]) => !answered.has(name));
  const answers = inputs.flatMap((input): [string, unknown][] => {
    const value = answer(input, values);
    return value.length === 0 && isTicked(input) ? [] : [[input.id, value]];
  });
  return [...fixed, ...answers];
}

function isTicked({ format }: ActionInput): boolean {
  return format === 'radio' || format === 'checkbox';
}

/** One line of text is trimmed; of a text area only what is round it; a password not at all. */
function answer(input: ActionInput, values: ActionValues): string | readonly string[] {
  const value = Object.hasOwn(values, input.id) ? (values[input.id] ?? '') : '';
  if (input.format === 'password') return value;
  return typeof value === 'string' ? value.trim().replace(/\r\n?/g, '\n') : value;
}

function formText(entries: [string, string][]): string {
  return new URLSearchParams(entries).toString();
}

function formEntries(
  action: CardAction,
  values: ActionValues,
  multi: 'repeat' | 'comma',
): [string, string][] {
  const asked = new Set(multi === 'comma' ? action.inputs.map(({ id }) => id) : []);
  return entries(action, values).flatMap(([name, value]) =>
    (!Array.isArray(value) ? [value] : asked.has(name) ? [value.join(',')] : value).flatMap(
      (one): [string, string][] => {
        if (one === null || one === undefined) return [];
        return [[name, typeof one === 'string' ? one.replace(/\r\n?|\n/g, '\r\n') : JSON.stringify(one)]];
      },
    ),
  );
}

/** Built from entries, so that a member named `__proto__` is just a member. */
function jsonText(action: CardAction, values: ActionValues): string {
  return JSON.stringify(Object.fromEntries(entries(action, values)));
}

const MULTIPART = 'multipart/form-data';

/** In none of the entries; the same for the same ones, so that a retry can be told from something new. */
function boundaryFor(entries: readonly [string, string][]): string {
  const text = entries.flat().join('\n');
  let boundary = 'mf-card';
  // Of what begins like it at most a tenth goes on with the rarest digit: a few digits are enough for any text.
  while (text.includes(boundary)) {
    const begun = boundary;
    const times = (digit: string) => text.split(begun + digit).length;
    boundary += DIGITS.reduce((rarest, digit) => (times(digit) < times(rarest) ? digit : rarest));
  }
  return boundary;
}

const DIGITS = Array.from('0123456789');

/** RFC 7578; names are escaped as browsers escape them. */
function multipartText(entries: readonly [string, string][], boundary: string): string {
  const parts = entries.map(([name, value]) => {
    const escaped = name.replace(/\r\n?|\n/g, '%0D%0A').replaceAll('"', '%22');
    return `--${boundary}\r\nContent-Disposition: form-data; name="${escaped}"\r\n\r\n${value}\r\n`;
  });
  return `${parts.join('')}--${boundary}--\r\n`;
}

function withQuery(url: string, query: string): string {
  if (query === '') return url;
  const [address = '', ...fragment] = url.split('#');
  const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  return [`${address}${joint}${query}`, ...fragment].join('#');
}

function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

/** What no header can hold would make `new Request` throw. */
function isHeaderText(contentType: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(contentType);
}

function isJson(type: string): boolean {
  return /^application\/json$|\+json$/.test(type);
}

/** The request of one intent. */
export function actionRequest(
  card: Card,
  action: CardAction,
  values: ActionValues,
  submissionId: string,
  encoded: Extract<EncodedRequest, { ok: true }>,
): ActionRequest {
  const { url, contentType, body } = encoded;
  const { id: actionId, actionKey, method, path } = action;
  return {
    submissionId,
    cardKey: card.key,
    actionId,
    actionKey,
    method,
    url,
    contentType,
    body,
    values,
    card: card.source,
    action: wireAt(card.source, path),
  };
}
