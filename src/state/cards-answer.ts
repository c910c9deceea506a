import { now, setServerTime } from './clock.js';

/** The server has answered a load, but not with cards. */
export class LoadRefusedError extends Error {
  /** The HTTP status. */
  readonly status: number;
  /** Milliseconds that the server asks to wait, by `Retry-After`; 0 where it does not say. */
  readonly retryAfter: number;

  constructor({ status, headers }: Response) {
    super(`The cards were refused with status ${status}`);
    this.status = status;
    this.retryAfter = retryAfterOf(headers);
  }
}

/**
 * The cards in an answer: as text, so that what is wrong with them is found with its line and column. From its header
 * `Date` on, cards count by the server's clock.
 *
 * @throws LoadRefusedError when it is not 2xx.
 */
export function cardsOf(response: Response): Promise<string> {
  if (!response.ok) throw new LoadRefusedError(response);
  heedDate(response.headers);
  return response.text();
}

/**
 * Cards count by the clock of the server that they came from. An answer that a service worker has kept would set that
 * clock back: where there is one, only a later time is believed.
 */
function heedDate(headers: Headers): void {
  const age = Number(headers.get('age') ?? 0) * 1000 || 0;
  const time = Date.parse(headers.get('date') ?? '') + age;
  const { navigator } = globalThis as { navigator?: { serviceWorker?: { controller: unknown } } };
  if (time > now() || !navigator?.serviceWorker?.controller) setServerTime(time);
}

/** Seconds or a date, by RFC 9110, section 10.2.3. The date is by the server's clock, which may differ from ours. */
function retryAfterOf(headers: Headers): number {
  const text = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  return Math.max(0, Date.parse(text) - now) || 0;
}
