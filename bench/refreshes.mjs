/* global feedLab -- page/refreshes.js makes it in the page */
/*
 * Refreshes a feed ten thousand times and looks at what it keeps. See README.md. Run: npm run verify:feed [-- --help]
 *
 * Exits with 1 when memory, nodes or listeners grow.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, memoryOf } from './browser.mjs';
import { buildContestants } from './build.mjs';
import { commandLine, someText, whole } from './command-line.mjs';
import { median, slope } from './figures.mjs';
import { commit, load, machine } from './machine.mjs';
import { serve } from './serve.mjs';

/** Bytes that a refresh may leave behind, by the second half of the run. */
const MOST_BYTES = 100;

const { refreshes, cards, every, seed, leak, out } = commandLine(
  'npm run verify:feed -- [options]: refreshes a feed over and over and looks at what it keeps',
  {
    refreshes: { read: whole(1), default: '10000', help: 'how many' },
    cards: { read: whole(1), default: '50', help: 'cards in the feed' },
    every: { read: whole(1), default: '500', help: 'refreshes between two looks at the memory' },
    seed: { read: whole(0), default: '1', help: 'of what the refreshes bring' },
    leak: {
      read: whole(0),
      default: '0',
      help: 'bytes of each refresh to keep on purpose, to see that it is seen',
    },
    out: { read: someText, help: 'file for all of it as JSON' },
  },
);

const folder = mkdtempSync(fileURLToPath(new URL('built-', import.meta.url)));
let server;
let browser;
try {
  await buildContestants(['mf-card'], folder);
  const served = await serve(folder);
  server = served.server;
  browser = await launch();
  const problems = [];
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${served.origin}/refreshes.html`);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate(([cards, seed]) => feedLab.enter(cards, seed), [cards, seed]);

  const started = Date.now();
  const samples = [];
  const kinds = {};
  for (let done = 0; done <= refreshes; done += every) {
    if (done > 0) {
      const counts = await page.evaluate(([every, leak]) => feedLab.refresh(every, leak), [every, leak]);
      for (const [kind, count] of Object.entries(counts)) kinds[kind] = (kinds[kind] ?? 0) + count;
    }
    const { lacking } = await page.evaluate(() => feedLab.shown());
    if (lacking) problems.push(`after ${done} refreshes, ${lacking} cards are not shown as they came last`);
    samples.push({ done, ...(await memoryOf(session)) });
  }

  const half = Math.floor(samples.length / 2);
  const growth = (part, kind) =>
    slope(
      part.map(({ done }) => done),
      part.map((sample) => sample[kind]),
    );
  const [first, second] = [samples.slice(0, half + 1), samples.slice(half)];
  const figures = Object.fromEntries(
    ['heap', 'blink', 'nodes', 'listeners'].map((kind) => [
      kind,
      {
        median: median(second.map((sample) => sample[kind])),
        first: growth(first, kind),
        second: growth(second, kind),
      },
    ]),
  );
  // Cards differ in size and number: what grows by less than a hundredth over the half does not grow.
  for (const kind of ['nodes', 'listeners'])
    if (figures[kind].second * (refreshes / 2) > figures[kind].median / 100) problems.push(`${kind} grow`);
  if (figures.heap.second >= MOST_BYTES)
    problems.push(`a refresh leaves ${figures.heap.second.toFixed(0)} bytes behind`);

  const report = {
    date: new Date().toISOString(),
    machine: machine(),
    load: load(),
    versions: { 'mf-card': commit(), chromium: browser.version() },
    settings: { refreshes, cards, every, seed, leak },
    seconds: Math.round((Date.now() - started) / 1000),
    kinds,
    figures,
    problems,
    samples,
  };
  console.log(textOf(report));
  if (out) {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, `${JSON.stringify(report, null, 1)}\n`);
  }
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true });
}

function textOf({ machine, versions, seconds, kinds, figures, problems }) {
  const { heap, blink, nodes, listeners } = figures;
  const each = (value) => value.toFixed(1);
  return [
    `mf-card ${versions['mf-card']}, Chromium ${versions.chromium}, ${machine}`,
    `${refreshes} refreshes of ${cards} cards in ${seconds} s, seed ${seed}: ` +
      Object.entries(kinds)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', '),
    '',
    'what a refresh leaves behind    first half   second half   ratio',
    `V8 heap, bytes               ${each(heap.first).padStart(13)} ${each(heap.second).padStart(13)} ${(heap.second / heap.first).toFixed(2).padStart(7)}`,
    `Blink heap, bytes            ${each(blink.first).padStart(13)} ${each(blink.second).padStart(13)} ${(blink.second / blink.first).toFixed(2).padStart(7)}`,
    '',
    `V8 heap ${(heap.median / 1e6).toFixed(2)} MB, Blink heap ${(blink.median / 1e6).toFixed(2)} MB, ${nodes.median} nodes ` +
      `(${(nodes.second * 1000).toFixed(1)} in 1000 refreshes), ${listeners.median} listeners ` +
      `(${(listeners.second * 1000).toFixed(1)} in 1000 refreshes)`,
    '',
    ...(problems.length ? problems.map((problem) => `PROBLEM: ${problem}`) : ['Nothing grows.']),
  ].join('\n');
}
