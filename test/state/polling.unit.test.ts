import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Polling, type PageLife } from '../../src/state/polling.js';
import { patience, runs, seed } from '../support/runs.js';

const START = Date.UTC(2026, 2, 28, 12);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A page that is put to sleep and woken by hand. */
class Page implements PageLife {
  isAwake = true;
  readonly #listeners = new Set<() => void>();

  watch(changed: () => void) {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  turn(isAwake: boolean): void {
    this.isAwake = isAwake;
    for (const changed of [...this.#listeners]) changed();
  }
}

type Load = (signal: AbortSignal) => Promise<unknown>;

/** A polling whose loads answer with their number unless told otherwise, and what has become of them. */
function given(load?: (n: number, signal: AbortSignal) => Promise<unknown>) {
  const page = new Page();
  const begun: number[] = [];
  const taken: unknown[] = [];
  const loads: Load = (signal) => {
    const n = begun.push(Date.now());
    return load ? load(n, signal) : Promise.resolve(n);
  };
  const polling = new Polling(
    { load: loads, took: (data) => taken.push(data), changed: () => undefined },
    page,
  );
  made.push(polling);
  /** Seconds between the loads that have begun. */
  const gaps = () => begun.slice(1).map((at, i) => (at - begun[i]!) / SECOND);
  return { polling, page, begun, taken, gaps };
}

function after<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}

const refused = (retryAfter = 0) =>
  Promise.reject(Object.assign(new Error('no'), { status: 503, retryAfter }));
const why = ({ failure }: Polling) => (failure ? (failure as Error).message : null);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

const made: Polling[] = [];
let longestTimer: number;
const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  vi.spyOn(Math, 'random').mockReturnValue(1);
  longestTimer = 0;
  const { setTimeout: real } = globalThis;
  vi.stubGlobal('setTimeout', (run: () => void, milliseconds: number) => {
    longestTimer = Math.max(longestTimer, milliseconds);
    return real(run, milliseconds);
  });
  process.on('unhandledRejection', noteUnhandled);
});

afterEach(async () => {
  for (const polling of made.splice(0)) polling.stop();
  await pass(0);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve));
  process.off('unhandledRejection', noteUnhandled);
  expect(unhandled.splice(0)).toEqual([]);
  expect(longestTimer).toBeLessThan(2 ** 31);
});

describe('given a place to load from', () => {
  it('loads once at the start, and never again by itself without an interval', async () => {
    const { polling, page, begun, taken } = given();
    polling.start();
    expect([begun, polling.isLoading]).toEqual([[START], true]);
    await pass(60 * DAY);
    page.turn(false);
    page.turn(true);
    expect([begun.length, taken, polling.isLoading]).toEqual([1, [1], false]);
    expect([vi.getTimerCount(), page.listeners]).toEqual([0, 0]);
  });

  it('loads again when the interval has passed since the last load has ended', async () => {
    const { polling, gaps, taken } = given((n) => after(7 * SECOND, n));
    polling.poll = 30 * SECOND;
    polling.start();
    await pass(2 * MINUTE);
    expect([gaps(), taken]).toEqual([
      [37, 37, 37],
      [1, 2, 3, 4],
    ]);
  });

  it.each([
    [0, 0],
    [-5, 0],
    [NaN, 0],
    [Infinity, 0],
    [1, 60],
    [SECOND, 60],
    [20 * SECOND, 3],
  ])('with an interval of %d ms loads %d times in the minute after the first', async (poll, times) => {
    const { polling, gaps } = given();
    polling.poll = poll;
    polling.start();
    await pass(MINUTE);
    expect(gaps().length).toBe(times);
  });

  it('waits as long as it was told, though no timer can wait so long', async () => {
    const { polling, gaps } = given();
    polling.poll = 25 * DAY;
    polling.timeLimit = 25 * DAY;
    polling.start();
    await pass(25 * DAY);
    expect(gaps()).toEqual([(25 * DAY) / SECOND]);
  });

  it('heeds an interval that is changed, at once', async () => {
    const { polling, gaps } = given();
    polling.poll = HOUR;
    polling.start();
    await pass(MINUTE);
    polling.poll = 90 * SECOND;
    await pass(MINUTE);
    polling.poll = 10 * SECOND;
    await pass(0);
    polling.poll = 0;
    await pass(DAY);
    expect(gaps()).toEqual([90, 30]);
  });

  it('is not confused by a clock that is set back or on', async () => {
    const { polling, gaps } = given();
    polling.poll = 30 * SECOND;
    polling.start();
    await pass(0);
    vi.setSystemTime(START - 10 * DAY);
    await pass(2 * MINUTE);
    expect(gaps().length).toBeGreaterThanOrEqual(2);
    expect(gaps().slice(1)).toEqual(gaps().slice(1).fill(30));
  });
});

describe('given loads that fail', () => {
  it.each([
    [SECOND, [5, 10, 20, 40, 80, 160, 300, 300]],
    [30 * SECOND, [30, 60, 120, 240, 300, 300]],
    [10 * MINUTE, [600, 600, 600]],
  ])('waits longer each time, from an interval of %d ms', async (poll, waits) => {
    const { polling, gaps } = given(() => refused());
    polling.poll = poll;
    polling.start();
    await pass(waits.reduce((sum, wait) => sum + wait, 0) * SECOND);
    expect(gaps().map(Math.round)).toEqual(waits);
  });

  it('waits up to a quarter less, so that not all pages come back at once', async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    const { polling, gaps } = given(() => refused());
    polling.poll = SECOND;
    polling.start();
    await pass(30 * SECOND);
    expect(gaps()).toEqual([3.75, 7.5, 15]);
  });

  it('says why, until it has worked', async () => {
    const { polling, taken } = given((n) => (n < 3 ? refused() : after(SECOND, n)));
    polling.poll = 30 * SECOND;
    polling.start();
    await pass(0);
    expect([polling.isLoading, why(polling)]).toEqual([false, 'no']);
    await pass(90 * SECOND);
    expect([polling.isLoading, why(polling), taken]).toEqual([true, 'no', []]);
    await pass(SECOND);
    expect([polling.isLoading, why(polling), taken]).toEqual([false, null, [3]]);
  });

  it('begins with the shortest wait again after a success', async () => {
    const { polling, gaps } = given((n) => (n % 3 ? refused() : Promise.resolve(n)));
    polling.poll = 5 * SECOND;
    polling.start();
    await pass(44 * SECOND);
    expect(gaps().map(Math.round)).toEqual([5, 10, 5, 5, 10, 5]);
  });

  it('does not try again by itself without an interval', async () => {
    const { polling, page, begun } = given(() => refused());
    polling.start();
    await pass(DAY);
    page.turn(true);
    expect([begun.length, why(polling)]).toEqual([1, 'no']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [120, 120],
    [2, 30],
    [1e9, 86_400],
    [NaN, 30],
  ])('waits at least as long as the server asks: told %d s, waits %d s', async (seconds, wait) => {
    const { polling, page, gaps } = given((n) => (n === 1 ? refused(seconds * SECOND) : Promise.resolve(n)));
    polling.poll = 30 * SECOND;
    polling.start();
    await pass((wait - 2) * SECOND);
    if (wait > 30) page.turn(true);
    expect(gaps()).toEqual([]);
    await pass(2 * SECOND);
    expect(gaps().map(Math.round)).toEqual([wait]);
  });

  it('fails a load that takes too long, whether it heeds the signal or not, and ignores its answer', async () => {
    const signals: AbortSignal[] = [];
    const { polling, taken } = given((n, signal) => {
      signals.push(signal);
      return n === 1 ? after(40 * SECOND, 'late') : Promise.resolve('new');
    });
    polling.start();
    await pass(29 * SECOND);
    expect([polling.isLoading, polling.failure]).toEqual([true, null]);
    await pass(SECOND);
    expect([polling.isLoading, why(polling), signals[0]?.aborted]).toEqual([
      false,
      'No answer in time',
      true,
    ]);
    await polling.refresh();
    await pass(MINUTE);
    expect([taken, polling.failure]).toEqual([['new'], null]);
  });

  it('waits for a load as long as it takes when there is no limit', async () => {
    const { polling, taken } = given(() => after(HOUR, 'slow'));
    polling.timeLimit = 0;
    polling.start();
    await pass(HOUR);
    expect(taken).toEqual(['slow']);
  });

  it('counts as failed what throws, and what the page can’t take', async () => {
    const page = new Page();
    let throws = true;
    const polling = new Polling(
      {
        load: () => {
          if (throws) throw new TypeError('at once');
          return Promise.resolve();
        },
        took: () => {
          throw new TypeError('not taken');
        },
        changed: () => undefined,
      },
      page,
    );
    polling.start();
    expect([polling.isLoading, why(polling)]).toEqual([false, 'at once']);
    throws = false;
    await polling.refresh();
    expect([polling.isLoading, why(polling)]).toEqual([false, 'not taken']);
  });
});

describe('given a page that is hidden or offline', () => {
  it('loads at the start all the same, and then waits for the page with no timer running', async () => {
    const { polling, page, begun } = given();
    page.isAwake = false;
    polling.poll = 30 * SECOND;
    polling.start();
    await pass(DAY);
    expect([begun.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('loads as soon as it is back when the interval has passed', async () => {
    const { polling, page, gaps } = given();
    polling.poll = 30 * SECOND;
    polling.start();
    await pass(10 * SECOND);
    page.turn(false);
    await pass(HOUR);
    expect(vi.getTimerCount()).toBe(0);
    page.turn(true);
    expect(gaps()).toEqual([3610]);
  });

  it('loads when it was due when it is back before that', async () => {
    const { polling, page, gaps } = given();
    polling.poll = 30 * SECOND;
    polling.start();
    await pass(10 * SECOND);
    page.turn(false);
    await pass(10 * SECOND);
    page.turn(true);
    await pass(20 * SECOND);
    expect(gaps()).toEqual([30]);
  });

  it('takes an answer that comes meanwhile', async () => {
    const { polling, page, taken } = given((n) => after(SECOND, n));
    polling.poll = 30 * SECOND;
    polling.start();
    page.turn(false);
    await pass(SECOND);
    expect(taken).toEqual([1]);
  });

  it('tries again five seconds after a failure when the page has come back, however long the wait was', async () => {
    const { polling, page, gaps } = given((n) => (n < 5 ? refused() : Promise.resolve(n)));
    polling.poll = MINUTE;
    polling.start();
    await pass(2 * SECOND);
    page.turn(false);
    page.turn(true);
    await pass(3 * SECOND);
    expect(gaps()).toEqual([5]);
    await pass(30 * SECOND);
    expect(gaps()).toEqual([5]);
  });

  it('also when it came back while the load was failing', async () => {
    const { polling, page, gaps } = given((n) =>
      n === 1 ? after(SECOND, 0).then(() => refused()) : Promise.resolve(n),
    );
    polling.poll = MINUTE;
    polling.start();
    page.turn(true);
    await pass(6 * SECOND);
    expect(gaps()).toEqual([6]);
  });

  it('loads within ten seconds after the machine has slept, though nothing tells of it', async () => {
    const { polling, begun } = given();
    polling.poll = HOUR;
    polling.start();
    await pass(10 * MINUTE);
    vi.setSystemTime(Date.now() + 8 * HOUR);
    await pass(10 * SECOND);
    expect(begun.length).toBe(2);
  });
});

describe('given somebody who asks for newer data', () => {
  it('loads now, and waits for the whole interval afterwards', async () => {
    const { polling, gaps } = given();
    polling.poll = 30 * SECOND;
    polling.start();
    await pass(20 * SECOND);
    await polling.refresh();
    await pass(MINUTE);
    expect(gaps()).toEqual([20, 30, 30]);
  });

  it('joins the load that is under way', async () => {
    const { polling, begun, taken } = given((n) => after(SECOND, n));
    polling.start();
    const done = vi.fn();
    const asked = Promise.all([polling.refresh(), polling.refresh()]).then(done);
    await pass(SECOND - 1);
    expect(done).not.toHaveBeenCalled();
    await pass(1);
    await asked;
    expect([begun.length, taken]).toEqual([1, [1]]);
  });

  it('does not wait longer for what failed often', async () => {
    const { polling, begun, gaps } = given((n) => refused(n === 4 ? HOUR : 0));
    polling.poll = 5 * SECOND;
    polling.start();
    await pass(MINUTE);
    expect(gaps()).toEqual([5, 10, 20]);
    await polling.refresh();
    expect([begun.length, why(polling)]).toEqual([5, 'no']);
    await pass(5 * SECOND);
    expect(gaps().slice(3)).toEqual([25, 5]);
  });

  it('waits for the new place when the old one is given up', async () => {
    const { polling, taken } = given((n) => after(n * SECOND, n));
    polling.start();
    const done = vi.fn();
    const asked = polling.refresh().then(done);
    polling.start();
    await pass(2 * SECOND - 1);
    expect(done).not.toHaveBeenCalled();
    await pass(1);
    await asked;
    expect(taken).toEqual([2]);
  });

  it('waits no longer when all is given up', async () => {
    const { polling, taken } = given((n) => after(SECOND, n));
    polling.start();
    const asked = polling.refresh();
    polling.stop();
    await asked;
    await pass(MINUTE);
    expect([taken, polling.isLoading]).toEqual([[], false]);
  });

  it('loads once when nothing was begun, and not again', async () => {
    const { polling, begun, page } = given();
    polling.poll = SECOND;
    await polling.refresh();
    await pass(DAY);
    expect([begun.length, page.listeners]).toEqual([1, 0]);
  });
});

describe('given somebody who begins anew as soon as data comes', () => {
  it('goes on with the load that was begun then', async () => {
    const taken: unknown[] = [];
    let loads = 0;
    const polling: Polling = new Polling(
      {
        load: () => after(SECOND, ++loads),
        took(data) {
          taken.push(data);
          if (taken.length === 1) polling.start();
        },
        changed: () => undefined,
      },
      new Page(),
    );
    made.push(polling);
    polling.start();
    await pass(SECOND);
    expect(polling.isLoading).toBe(true);
    await pass(SECOND);
    expect([taken, polling.isLoading]).toEqual([[1, 2], false]);
  });
});

describe('given an end', () => {
  it('aborts what is on its way and leaves no timer and no listener', async () => {
    const signals: AbortSignal[] = [];
    const { polling, page, begun, taken } = given((n, signal) => {
      signals.push(signal);
      return after(SECOND, n);
    });
    polling.poll = SECOND;
    polling.start();
    expect(page.listeners).toBe(1);
    polling.stop();
    expect([signals[0]?.aborted, page.listeners]).toEqual([true, 0]);
    await pass(DAY);
    expect([begun.length, taken, vi.getTimerCount()]).toEqual([1, [], 0]);
  });

  it('leaves others alone', async () => {
    const [one, other] = [given(), given()];
    for (const { polling } of [one, other]) {
      polling.poll = 30 * SECOND;
      polling.start();
    }
    await pass(10 * SECOND);
    one.polling.stop();
    other.page.turn(false);
    other.page.turn(true);
    await pass(MINUTE);
    expect([one.begun.length, other.begun.length]).toEqual([1, 3]);
  });
});

describe('given answers in any order', () => {
  it('ignores one that has come but was not looked at when the place changed', async () => {
    let answer: (data: unknown) => void = () => undefined;
    const { polling, taken } = given((n) =>
      n === 1 ? new Promise((resolve) => (answer = resolve)) : after(SECOND, n),
    );
    polling.start();
    answer('old');
    // The answer is on its way through promises.
    await Promise.resolve();
    polling.start();
    await pass(SECOND);
    expect(taken).toEqual([2]);
  });

  it(
    'ends with the answer to the newest load, and never has two loads at once',
    async () => {
      const times = runs(1000, 10_000);
      const latency = fc.integer({ min: 0, max: 40 * SECOND });
      const answer = fc.record({ latency, heeds: fc.boolean(), fails: fc.boolean() });
      const step = fc.oneof(
        fc.record({ kind: fc.constant('pass' as const), time: latency }),
        fc.record({ kind: fc.constantFrom('start', 'refresh', 'hide', 'show') }),
      );
      let [overlaps, stale, histories] = [0, 0, 0];
      await fc.assert(
        fc.asyncProperty(fc.array(answer, { minLength: 1 }), fc.array(step), async (answers, steps) => {
          histories++;
          const running = new Set<AbortSignal>();
          const { polling, page, taken, begun } = given((n, signal) => {
            for (const other of running) if (!other.aborted) overlaps++;
            running.add(signal);
            const { latency, heeds, fails } = answers[n % answers.length]!;
            return new Promise((resolve, reject) => {
              const end = (settle: () => void) => {
                running.delete(signal);
                settle();
              };
              if (heeds) signal.addEventListener('abort', () => end(() => reject(new Error('given up'))));
              setTimeout(() => end(() => (fails ? reject(new Error('no')) : resolve(n))), latency);
            });
          });
          polling.poll = 10 * SECOND;
          polling.start();
          for (const next of steps) {
            if (next.kind === 'pass') await pass(next.time);
            else if (next.kind === 'start') polling.start();
            else if (next.kind === 'refresh') void polling.refresh();
            else page.turn(next.kind === 'show');
          }
          const asked = polling.refresh();
          await pass(MINUTE);
          await asked;
          polling.stop();
          await pass(MINUTE);
          // Each answer is of a later load than the one before it.
          stale += taken.filter((n, i) => i > 0 && (n as number) <= (taken[i - 1] as number)).length;
          if (((taken.at(-1) as number | undefined) ?? 0) > begun.length) stale++;
        }),
        { numRuns: times, seed },
      );
      expect([overlaps, stale, histories]).toEqual([0, 0, times]);
    },
    patience,
  );
});

describe('given a page that is open for a day', () => {
  it('loads 2,880 times at an interval of 30 seconds', async () => {
    const { polling, begun } = given();
    polling.poll = 30 * SECOND;
    polling.start();
    await pass(DAY);
    expect(begun.length - 1).toBe(2880);
  });

  it(
    'loads 2,880 times, none of them hidden, offline, beside another or late, whatever happens to the page',
    async () => {
      vi.mocked(Math.random).mockRestore();
      const random = mulberry(seed);
      const poll = 30 * SECOND;
      let [running, ended, failures, came, retryAfter] = [0, 0, 0, false, 0];
      let [hidden, overlaps, lost, refreshes, sleeps, hides, fails] = [0, 0, 0, 0, 0, 0, 0];
      const { polling, page, begun, taken } = given(async (n) => {
        if (!page.isAwake && n > 1 && !asking) hidden++;
        if (running) overlaps++;
        running++;
        came = false;
        const [kind, latency] = [random(), random() * 3 * SECOND];
        // Longer than the time limit, and deaf to the signal.
        await after(Math.min(kind < 0.01 ? 30 * SECOND : latency, 30 * SECOND), 0);
        running--;
        ended = Date.now();
        if (kind >= 0.06) {
          failures = retryAfter = 0;
          return n;
        }
        failures++;
        fails++;
        retryAfter = kind < 0.02 ? 90 * SECOND : 0;
        return refused(retryAfter);
      });
      let asking = false;
      /** The longest that may lie between two loads, by the rules. */
      const longest = () => {
        if (!failures) return poll;
        const wait = came ? 5 * SECOND : Math.min(poll * 2 ** (failures - 1), 5 * MINUTE);
        return Math.max(wait, retryAfter);
      };
      const judge = () => {
        if (page.isAwake && !running && Date.now() - ended > longest() + SECOND) lost++;
      };
      const turn = async (isAwake: boolean) => {
        if (isAwake) came = true;
        page.turn(isAwake);
        await pass(0);
        judge();
      };
      polling.poll = poll;
      polling.start();
      while (begun.length < 2881) {
        const what = random();
        if (what < 0.03) {
          hides++;
          await turn(false);
          for (let n = 0; n < 60 * random(); n++) await pass(10 * SECOND);
          await turn(true);
        } else if (what < 0.05) {
          sleeps++;
          vi.setSystemTime(Date.now() + random() * 8 * HOUR);
          // It wakes with an event or without.
          if (random() < 0.5) await turn(true);
          else await pass(10 * SECOND);
        } else if (what < 0.06) {
          refreshes++;
          asking = true;
          failures = retryAfter = 0;
          void polling.refresh();
          asking = false;
        } else {
          await pass(SECOND + random() * 20 * SECOND);
        }
        judge();
      }
      await pass(MINUTE);
      expect([hidden, overlaps, lost]).toEqual([0, 0, 0]);
      expect(taken.length + fails).toBeGreaterThanOrEqual(2881);
      expect([hides, sleeps, fails, refreshes].every((times) => times > 20)).toBe(true);
    },
    patience,
  );
});

/** Numbers from 0 to 1 that are the same each time. */
function mulberry(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
