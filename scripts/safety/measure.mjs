import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startBrowser } from './browsers.mjs';
import { startProxy } from './proxy.mjs';
import { inParts, sampled, seededRandom } from './random.mjs';
import { startServer } from './server.mjs';
import { buildSupport } from './support.mjs';

const A_DAY = 86_400_000;

/**
 * Measures rows in one engine.
 *
 * @param dist - the folder of the built files.
 * @param say - is told of each row when it is done.
 * @returns `{ id, title, bar, engine, version, n, failures, figures, seconds }` of each.
 */
export async function measure({ engine, rows, data, seed, sample, dist, say = () => undefined }) {
  const proxy = await startProxy();
  const supportFolder = await buildSupport();
  const server = await startServer(
    new Map([
      ['dist', dist],
      ['support', supportFolder],
    ]),
  );
  let browser = await startBrowser(engine, proxy);
  const done = [];

  /** An engine can hang for good over what a careless renderer shows: another one goes on, with half as much at a time. */
  async function answered(job) {
    const { url, done } = server.job({ build: 'dist', ...job });
    const enough = new AbortController();
    try {
      const late = wait(job.limit, null, enough).catch(() => null);
      const results = await Promise.race([browser.go(url).then(() => done), late]);
      if (results) return results;
    } finally {
      enough.abort();
    }
    await browser.stop();
    browser = await startBrowser(engine, proxy);
    if (job.parts.length === 1) return [{ failed: 'the browser never answered', hung: true, navigated: 0 }];
    const halves = inParts(job.parts, Math.ceil(job.parts.length / 2));
    return [
      ...(await answered({ ...job, parts: halves[0] })),
      ...(await answered({ ...job, parts: halves[1] })),
    ];
  }
  try {
    for (const row of rows) {
      const random = seededRandom(seed);
      const started = performance.now();
      const context = {
        engine,
        ...data,
        payloads: sampled(data.payloads, sample, random),
        urls: sampled(data.urls, sample, random),
        samples: sampled(data.samples, sample, random),
        random,
        seed,
        sample,
        proxy,
        server,
        get browser() {
          return browser;
        },
        dist,
        supportFolder,
        /** `step` parts at a time; where they take more than `limit` milliseconds, the browser is given up. */
        async run({ parts, step = parts.length, limit = A_DAY, ...job }) {
          const results = [];
          for (const some of inParts(parts, step))
            results.push(...(await answered({ ...job, parts: some, limit })));
          return results;
        },
      };
      const { id, title, bar } = row;
      const found = await row
        .run(context)
        .catch((error) => ({ n: 0, failures: [String(error?.stack ?? error)], figures: {} }));
      const seconds = (performance.now() - started) / 1000;
      done.push({ id, title, bar, engine, version: browser.version, ...found, seconds });
      say(line(done.at(-1)));
    }
  } finally {
    await browser.stop();
    await server.stop();
    await proxy.stop();
    rmSync(supportFolder, { recursive: true });
  }
  return done;
}

function line({ id, version, n, failures, figures, seconds }) {
  const told = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return [
    `${id} · ${version}: n ${n}, failures ${failures.length}, ${seconds.toFixed(0)} s · ${told.join(', ')}`,
    ...failures.slice(0, 20).map((failure) => `  ✗ ${failure}`),
  ].join('\n');
}
