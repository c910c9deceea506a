import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { now, setServerTime, wakeAt, type Sleeper } from '../../src/state/clock.js';

const START = Date.UTC(2026, 2, 28, 12);
const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Notes when it was woken, by the device's clock. */
class Late implements Sleeper {
  readonly woken: number[] = [];

  wake(): void {
    this.woken.push(Date.now());
  }
}

let page: EventTarget;
let listening: number;
let waits: number[];
const asleep = new Set<Sleeper>();

function wait(time: number, sleeper = new Late()): Late {
  asleep.add(sleeper);
  wakeAt(time, sleeper);
  return sleeper;
}

/** The machine sleeps: the time passes, and no timer rings. */
function sleep(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  page = new EventTarget();
  listening = 0;
  waits = [];
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => {
    listening++;
    page.addEventListener(name, listener);
  });
  vi.stubGlobal('removeEventListener', (name: string, listener: () => void) => {
    listening--;
    page.removeEventListener(name, listener);
  });
  const { setTimeout: real } = globalThis;
  vi.stubGlobal('setTimeout', (run: () => void, milliseconds: number) => {
    waits.push(milliseconds);
    return real(run, milliseconds);
  });
});

afterEach(() => {
  for (const sleeper of asleep) wakeAt(Infinity, sleeper);
  asleep.clear();
  setServerTime(Date.now());
  expect([vi.getTimerCount(), listening]).toEqual([0, 0]);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('given somebody who waits for a time', () => {
  it.each([0, 1, 999, SECOND, 59 * SECOND, HOUR, DAY, 400 * DAY])('wakes them once, in %d ms', (away) => {
    const one = wait(START + away);
    vi.advanceTimersByTime(away + SECOND);
    expect(one.woken.length).toBe(1);
    expect(one.woken[0]! - (START + away)).toBeGreaterThanOrEqual(0);
    expect(one.woken[0]! - (START + away)).toBeLessThanOrEqual(SECOND / 4);
    vi.advanceTimersByTime(DAY);
    expect(one.woken.length).toBe(1);
  });

  it('wakes them at another time when they say so, and not at all when they leave', () => {
    const [one, other] = [wait(START + HOUR), wait(START + HOUR)];
    wait(START + 2 * HOUR, one);
    wakeAt(Infinity, other);
    vi.advanceTimersByTime(HOUR + SECOND);
    expect(one.woken).toEqual([]);
    vi.advanceTimersByTime(HOUR);
    expect([one.woken.length, other.woken.length]).toEqual([1, 0]);
  });

  it('wakes them as soon as the page is back, after the machine has slept', () => {
    for (const name of ['visibilitychange', 'pageshow', 'focus']) {
      const one = wait(Date.now() + HOUR);
      sleep(3 * HOUR);
      page.dispatchEvent(new Event(name));
      expect(one.woken, name).toEqual([Date.now()]);
    }
  });

  it('wakes them within a minute when no event says that the page is back', () => {
    const one = wait(START + HOUR);
    sleep(3 * HOUR);
    vi.advanceTimersByTime(60 * SECOND);
    expect(one.woken.length).toBe(1);
  });

  it('has one timer and three listeners for all of them, and none without them', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => wait(START + HOUR + ((i * 7919) % 10_000)));
    expect([vi.getTimerCount(), listening]).toEqual([1, 3]);
    vi.advanceTimersByTime(HOUR + 11 * SECOND);
    expect(many.every(({ woken }) => woken.length === 1)).toBe(true);
    expect([vi.getTimerCount(), listening]).toEqual([0, 0]);
  });
});

describe('given a day of cards that come and expire', () => {
  it('misses none by more than a second, though the machine sleeps now and then', () => {
    let cards = 0;
    let waiting: { at: number; one: Late }[] = [];
    let missed = 0;
    const judge = () => {
      const time = Date.now();
      for (const { at, one } of waiting)
        if (at <= time && (one.woken.length !== 1 || one.woken[0]! < at)) missed++;
      waiting = waiting.filter(({ at }) => at > time);
    };
    // A poll each half minute, three cards each, which expire between now and in a day; some never in this life.
    for (let poll = 0; poll < 2880; poll++) {
      for (const away of [(poll * 7_919_317) % DAY, (poll * 104_729) % HOUR, 2 ** 31 + poll * HOUR]) {
        const at = Date.now() + away;
        waiting.push({ at, one: wait(at) });
        cards++;
      }
      for (let second = 0; second < 30; second++) {
        vi.advanceTimersByTime(SECOND);
        const settled = Date.now();
        for (const { at, one } of waiting) if (at <= settled - SECOND && one.woken.length !== 1) missed++;
      }
      // The lid is closed for eight minutes, and opened.
      if (poll % 96 === 95) {
        sleep(8 * 60 * SECOND);
        page.dispatchEvent(new Event('visibilitychange'));
        judge();
      }
    }
    vi.advanceTimersByTime(SECOND);
    judge();
    expect(missed).toBe(0);
    expect(cards).toBe(8640);
    expect(Math.max(...waits)).toBeLessThan(2 ** 31);
  }, 60_000);
});

describe('given a device whose clock is wrong', () => {
  const MINUTE = 60 * SECOND;
  const wrong = [MINUTE, HOUR, DAY, 3652 * DAY].flatMap((by) => [by, -by]);

  it.each(wrong)('keeps the time of a server that tells it, with %d ms between them', (by) => {
    const expiry = START + by + HOUR;
    const one = wait(expiry);
    setServerTime(START + by);
    expect(now() - (START + by)).toBe(0);
    // All look again when they are told, and say anew what they wait for.
    expect(one.woken.length).toBe(1);
    wait(expiry, one);
    vi.advanceTimersByTime(HOUR - 1);
    expect(one.woken.length).toBe(1);
    vi.advanceTimersByTime(SECOND);
    expect(one.woken.length).toBe(2);
  });

  it('takes what an answer was on its way for no difference, and passes over what is no time', () => {
    const one = wait(START + HOUR);
    for (const time of [START + 900, START - 1900, NaN]) {
      setServerTime(time);
      expect(now()).toBe(START);
    }
    setServerTime(START + DAY);
    setServerTime(START + DAY + 900);
    expect([now(), one.woken.length]).toEqual([START + DAY, 1]);
  });

  it('wakes in time who waits for the same instant by the new time', () => {
    const instant = START + 40 * SECOND;
    const one: Sleeper & { woken: number } = {
      woken: 0,
      wake() {
        if (now() >= instant) this.woken++;
        else wakeAt(instant, this);
      },
    };
    wakeAt(instant, one);
    setServerTime(START + 37 * SECOND);
    expect(one.woken).toBe(0);
    vi.advanceTimersByTime(4 * SECOND);
    expect(one.woken).toBe(1);
  });

  it('waits on when the clock is set back, and wakes soon when it is set forward', () => {
    const one = wait(START + HOUR);
    sleep(-DAY);
    vi.advanceTimersByTime(2 * HOUR);
    expect(one.woken).toEqual([]);
    sleep(DAY);
    vi.advanceTimersByTime(MINUTE);
    expect(one.woken.length).toBe(1);
  });
});
