import { rmSync } from 'node:fs';
import { startBrowser } from './browsers.mjs';
import { startProxy } from './proxy.mjs';
import { sampled, seededRandom } from './random.mjs';
import { startServer } from './server.mjs';
import { buildSupport } from './support.mjs';

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
  const browser = await startBrowser(engine, proxy);
  const done = [];
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
        browser,
        dist,
        supportFolder,
        async run(job) {
          const { url, done } = server.job({ build: 'dist', ...job });
          await browser.go(url);
          return done;
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
