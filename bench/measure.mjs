/* global lab -- page/lab.js makes it in the page */
import { launch, memoryOf } from './browser.mjs';
import { median } from './figures.mjs';

/** One of the others that needs longer for a step, in milliseconds, does it in one round only. */
const PATIENCE = 25_000;

/** How often a number of cards is shown again: a few are quick and depend much on chance. */
const timesAgain = (count) => Math.ceil(20 / Math.sqrt(count));

/** Feeds take long, and so little of it is chance. */
export const roundsOfFeeds = (rounds) => Math.ceil(rounds / 3);

/**
 * Measures contestants in rounds. In each they take turns, another one first each time; each sample has a browser
 * context and a page of its own, so that it finds nothing in a cache and no code compiled.
 *
 * @param options - `contestants`: names; `parts`: of `cold`, `cards`, `feed`; `counts`, `feeds`: numbers of cards;
 *   `rounds`; `origin` of the server; `say`: is told what goes on.
 * @returns `samples`: by contestant and measure, a list by round, in milliseconds, bytes or numbers; `problems`: texts;
 *   `browser`: its version.
 */
export async function measure({ contestants, parts, counts, feeds, rounds, origin, say }) {
  const samples = Object.fromEntries(contestants.map((name) => [name, {}]));
  const problems = [];
  const done = new Set();
  const most = counts.at(-1);
  const feedRounds = roundsOfFeeds(rounds);
  const browser = await launch();

  function record(name, round, measures) {
    for (const [measure, value] of Object.entries(measures)) (samples[name][measure] ??= [])[round] = value;
  }

  async function sample(name, step, round, path, take) {
    if (done.has(`${name} ${step}`)) return;
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
    const found = (what) => problems.push(`${name}, ${step}: ${what}`);
    try {
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => found(message));
      page.on('console', (message) => message.type() === 'error' && found(message.text().slice(0, 200)));
      await page.goto(`${origin}${path}`);
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable');
      const longest = await take({
        page,
        session,
        found,
        record: (measures) => record(name, round, measures),
      });
      if (longest > PATIENCE && rounds > 1 && name !== 'floor' && name !== 'mf-card') {
        done.add(`${name} ${step}`);
        found(`takes ${Math.round(longest / 1000)} s, so it was measured once`);
      }
    } catch (error) {
      done.add(`${name} ${step}`);
      found(`failed: ${error.message.split('\n')[0]}`);
    } finally {
      await context.close();
    }
  }

  async function eachInTurn(step, round, path, take) {
    for (let i = 0; i < contestants.length; i++) {
      const name = contestants[(i + round) % contestants.length];
      // What differs only in what it puts off has its place in the feed.
      if (name === 'floor-lazy' && !step.startsWith('feed')) continue;
      await sample(name, step, round, path(name), (tools) => take({ ...tools, name }));
    }
  }

  const cold = async ({ page, record }) =>
    record(prefixed('cold', await page.evaluate(() => globalThis.measured)));

  const cards =
    (count, round) =>
    async ({ name, page, session, found, record }) => {
      await page.evaluate(([name, count]) => lab.enter(name, count), [name, count]);
      const empty = await inUse(page, session);
      const first = await page.evaluate(() => lab.show());
      record(prefixed(`${count}.first`, first));
      record(prefixed(`${count}.memory`, difference(await inUse(page, session), empty)));
      if (round === 0) (await page.evaluate(() => lab.missing())).forEach((text) => found(`lacks "${text}"`));
      if (count === most) {
        record(prefixed('change', medians(await page.evaluate(() => lab.change(10)))));
        record(prefixed('form', medians(await page.evaluate(() => lab.openForms(10)))));
      }
      const again = await page.evaluate((times) => lab.showAgain(times), timesAgain(count));
      record(prefixed(`${count}.warm`, medians(again)));
      return first.paint;
    };

  const feed =
    (count, round) =>
    async ({ name, page, session, found, record }) => {
      await page.evaluate(([name, count]) => lab.enter(name, count), [name, count]);
      const empty = await inUse(page, session);
      const first = await page.evaluate(() => lab.feed());
      record(prefixed(`feed${count}`, first));
      const { heap, blink, nodes } = difference(await inUse(page, session), empty);
      record(prefixed(`feed${count}`, { heap, blink, bytes: heap + blink, nodes }));
      if (round > 0) return first.complete;
      (await page.evaluate(() => lab.missing())).forEach((text) => found(`lacks "${text}"`));
      const misplaced = await page.evaluate(() => lab.misplaced());
      if (misplaced) found(`${misplaced} cards are not in their place`);
      return first.complete;
    };

  try {
    for (let round = 0; round < rounds; round++) {
      const started = Date.now();
      if (parts.includes('cold'))
        await eachInTurn('cold start', round, (name) => `/first-card.html?${name}`, cold);
      if (parts.includes('cards'))
        for (const count of counts)
          await eachInTurn(`${count} cards`, round, () => '/lab.html', cards(count, round));
      if (parts.includes('feed') && round < feedRounds)
        for (const count of feeds)
          await eachInTurn(`feed of ${count}`, round, () => '/lab.html', feed(count, round));
      say(`round ${round + 1} of ${rounds}: ${Math.round((Date.now() - started) / 1000)} s`);
    }
  } finally {
    await browser.close();
  }
  for (const measures of Object.values(samples)) addPerCard(measures, counts);
  return { samples, problems, browser: browser.version() };
}

/** Memory of one card: what the largest number of them needs more than the next smaller one, so that code is left out. */
function addPerCard(measures, counts) {
  const [fewer, most] = counts.slice(-2);
  for (const kind of ['heap', 'blink', 'nodes']) {
    const more = measures[`${most}.memory.${kind}`];
    const less = measures[`${fewer}.memory.${kind}`];
    if (counts.length > 1 && more && less)
      measures[`card.${kind}`] = more.map((value, round) => (value - less[round]) / (most - fewer));
  }
}

async function inUse(page, session) {
  const { heap, blink } = await memoryOf(session);
  return { heap, blink, nodes: await page.evaluate(() => lab.nodes()) };
}

function medians(results) {
  const names = Object.keys(results[0]);
  return Object.fromEntries(names.map((name) => [name, median(results.map((result) => result[name]))]));
}

function difference(after, before) {
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
}

function prefixed(prefix, measures) {
  return Object.fromEntries(Object.entries(measures).map(([name, value]) => [`${prefix}.${name}`, value]));
}
