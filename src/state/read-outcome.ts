import { isWire, type Wire } from '../schema/wire.js';
import { judgeUrl, type UrlPolicy } from '../schema/url-policy.js';
import {
  FAILURE_REASONS,
  type ActionOutcome,
  type FailedOutcome,
  type OutcomeLink,
} from './action-lifecycle.js';

/** A new one each time: a host is told of it, and may change it. */
const hostFailed = (): FailedOutcome => ({ kind: 'failed', reason: 'host-failed' });

/** Longer texts of a failure are cut. */
const MOST_TEXT = 2000;

/**
 * What a host's answer means. Nothing at all is success, and so is any 2xx, whatever its body; an error that was caught on
 * the way, `false`, a function, what says `ok: false` or has the status of a refusal, and an outcome of no known kind, are
 * none.
 *
 * A failure's text comes from the body only where that is JSON of a known shape; HTML, or anything else, is
 * never shown. `X-Backend-Status: 401`, or the error `invalid_connector_token`, asks for a new sign-in. A
 * request that was led elsewhere, and ended at a page, was not taken: that page asks for a sign-in, mostly.
 *
 * Source: action failure response schema; the connectors' exception handlers.
 *
 * @throws never; a body that can't be read counts as an empty one.
 */
export async function readOutcome(answer: unknown, policy?: UrlPolicy): Promise<ActionOutcome> {
  if (isResponse(answer)) return readResponse(answer, policy);
  // A function that was to be called has sent nothing.
  if (answer === false || typeof answer === 'function') return hostFailed();
  if (!isWire(answer)) return { kind: 'done' };
  if (answer.kind === 'auth-required') return { kind: 'auth-required' };
  if (answer.kind === 'failed') return readFailedOutcome(answer, policy);
  if (
    answer instanceof Error ||
    answer.ok === false ||
    !['done', undefined].includes(answer.kind as string | undefined) ||
    (answer.kind === undefined && isFault(answer.status))
  )
    return hostFailed();
  const { card } = answer;
  return card === undefined || card === null ? { kind: 'done' } : { kind: 'done', card };
}

/** The HTTP status of a refusal, as in an answer of a library that does not throw for one. */
function isFault(status: unknown): boolean {
  return typeof status === 'number' && status >= 400 && status < 600;
}

/** By its members: it may come from another window. */
function isResponse(answer: unknown): answer is Response {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'ok' in answer &&
    'headers' in answer &&
    'status' in answer
  );
}

async function readResponse(response: Response, policy?: UrlPolicy): Promise<ActionOutcome> {
  const { ok, redirected, type, headers, status } = response;
  // A network error: nobody has refused anything.
  if (type === 'error') return hostFailed();
  if (type === 'opaqueredirect' || (redirected && headers.get('content-type')?.includes('text/html')))
    return { kind: 'failed', reason: 'redirected', status };
  return ok ? { kind: 'done' } : readFailure(response, policy);
}

async function readFailure(response: Response, policy?: UrlPolicy): Promise<ActionOutcome> {
  const body = await readBody(response);
  if (response.headers.get('x-backend-status') === '401' || body.error === 'invalid_connector_token')
    return { kind: 'auth-required' };
  const { status } = response;
  if (text(body.title) !== undefined && text(body.error_message) !== undefined)
    return {
      kind: 'failed',
      reason: 'refused',
      status,
      title: text(body.title),
      text: text(body.error_message),
      links: readLinks(body.actions, policy),
    };
  if (status === 401) return { kind: 'failed', reason: 'signed-out', status };
  const fieldErrors = readTexts(body.errors);
  return {
    kind: 'failed',
    reason: 'refused',
    status,
    ...(status < 500 && { text: text(body.error) ?? text(body.message) }),
    ...(fieldErrors && { fieldErrors }),
  };
}

async function readBody(response: Response): Promise<Wire> {
  try {
    const body: unknown = JSON.parse(await response.text());
    return isWire(body) ? body : {};
  } catch {
    return {};
  }
}

/** A host's own object: only what is known of it, so that a wrong member can't break the card. */
export function readFailedOutcome(outcome: Wire, policy?: UrlPolicy): FailedOutcome {
  const { status, canRetry } = outcome;
  return {
    kind: 'failed',
    title: text(outcome.title),
    text: text(outcome.text),
    fieldErrors: readTexts(outcome.fieldErrors),
    links: readLinks(outcome.links, policy),
    canRetry: canRetry !== false,
    reason: FAILURE_REASONS.find((reason) => reason === outcome.reason),
    status: typeof status === 'number' ? status : undefined,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, MOST_TEXT) : undefined;
}

function readTexts(value: unknown): Record<string, string> | undefined {
  if (!isWire(value)) return undefined;
  const entries = Object.entries(value).flatMap(([name, one]) => {
    const shown = text(one);
    return shown === undefined ? [] : [[name, shown] as const];
  });
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/** `{label, url}` of a host, `{label, url: {href}}` of a connector. */
function readLinks(value: unknown, policy?: UrlPolicy): OutcomeLink[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(isWire).flatMap((link) => {
    const { url } = judgeUrl(isWire(link.url) ? link.url.href : link.url, policy);
    const label = text(link.label);
    return url === null || label === undefined ? [] : [{ label, url }];
  });
}
