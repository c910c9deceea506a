/*
 * The time, and one timer for all who wait for it. Nothing here needs a page; in one, it looks again when the page comes
 * back to the user.
 */

/** Somebody who is woken when a time has come. */
export interface Sleeper {
  wake(): void;
}

/** The shortest time between two looks, in milliseconds: whoever is due within is woken together. */
const TOGETHER = 250;

/**
 * The longest, so that far dates need no timer that overflows, and so that a machine that has slept, or whose clock was
 * set, is noticed although no event says so.
 */
const LONGEST = 60_000;

/** A `Date` header counts whole seconds, and was some time on its way: what is within is no difference. */
const NEAR = 2000;

const RETURNS = ['visibilitychange', 'pageshow', 'focus'] as const;

const sleepers = new Map<Sleeper, number>();
let skew = 0;
/** When the earliest of them is due, or sooner. */
let next = Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;
/** When the timer rings, by the device's clock. */
let rings = Infinity;

/** The time in epoch milliseconds: the server's, where the page was told it, else the device's. */
export function now(): number {
  return Date.now() + skew;
}

/**
 * Tells all cards of the page what time it is where they come from, such as by the header `Date` of an answer. What
 * expires or is due then does so by that time, however wrong the device's clock is.
 *
 * @param time - the server's time at this moment, in epoch milliseconds. What is no number is passed over.
 */
export function setServerTime(time: number): void {
  const ahead = time - Date.now();
  const told = Math.abs(ahead) < NEAR ? 0 : ahead;
  // Not for a difference that is only the way of the answer.
  if (!(Math.abs(told - skew) >= NEAR)) return;
  skew = told;
  for (const sleeper of [...sleepers.keys()]) sleeper.wake();
  // What is to ring next was counted by the old time.
  rings = Infinity;
  next = Infinity;
  for (const at of sleepers.values()) next = Math.min(next, at);
  if (sleepers.size) arm();
}

/**
 * Wakes somebody once, at a time or up to a quarter of a second later: later only where the device slept. Takes the
 * place of what they waited for before.
 *
 * One entry for each who waits, one timer and three listeners for all of them, and none when nobody does.
 *
 * @param time - epoch milliseconds, by {@link now}; `Infinity` is never.
 */
export function wakeAt(time: number, sleeper: Sleeper): void {
  if (time === Infinity) {
    if (sleepers.delete(sleeper) && sleepers.size === 0) stop();
    return;
  }
  if (sleepers.size === 0) heedReturns('addEventListener');
  sleepers.set(sleeper, time);
  if (time >= next) return;
  next = time;
  arm();
}

/** Wakes all whose time has come. */
function look(): void {
  const time = now();
  next = rings = Infinity;
  const due: Sleeper[] = [];
  for (const [sleeper, at] of sleepers)
    if (at <= time) due.push(sleeper);
    else if (at < next) next = at;
  for (const sleeper of due) sleepers.delete(sleeper);
  for (const sleeper of due) sleeper.wake();
  if (sleepers.size === 0) stop();
  else arm();
}

function arm(): void {
  const wait = Math.min(Math.max(next - now(), TOGETHER), LONGEST);
  if (Date.now() + wait >= rings) return;
  clearTimeout(timer);
  timer = setTimeout(look, wait);
  rings = Date.now() + wait;
}

function stop(): void {
  clearTimeout(timer);
  next = rings = Infinity;
  heedReturns('removeEventListener');
}

/** Where there is no page, as in a server, nobody comes back to it. */
function heedReturns(change: 'addEventListener' | 'removeEventListener'): void {
  if (typeof addEventListener === 'function') for (const name of RETURNS) globalThis[change](name, look);
}
