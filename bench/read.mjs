/*
 * Measures `readCards` beside `JSON.parse`, in Node and in Chromium. See README.md. Run: npm run bench:read [-- --help]
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { launch } from './browser.mjs';
import { commandLine, someOf, someText, whole, wholes } from './command-line.mjs';
import { median, quantile } from './figures.mjs';
import { load, machine } from './machine.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/** Strict: no `eval`, no `new Function`. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'";

const PLACES = ['node', 'chromium'];

const values = commandLine('npm run bench:read -- [options]: measures readCards beside JSON.parse', {
  count: { read: whole(1), default: '10000', help: 'how many cards are read' },
  feed: { read: whole(1), default: '500', help: 'how many there are in a response' },
  rounds: { read: whole(1), default: '7', help: 'how often in a process or page' },
  passes: { read: whole(1), default: '3', help: 'how many processes and pages' },
  fields: { read: wholes(1), default: '100,1000,10000,100000', help: 'fields of one card' },
  in: { read: someOf(PLACES), default: PLACES.join(), help: 'where' },
  out: { read: someText, help: 'file name, without ending, for Markdown and for JSON with all samples' },
});
const { count, feed, rounds, fields } = values;
const settings = { count, feed, rounds, fields };

const PAGE_SCRIPT = `
  import { readCards } from './schema.mjs';
  import { measureRead } from './measure-read.mjs';
  let evaluated = true;
  try { new Function(''); } catch { evaluated = false; }
  if (evaluated) throw new Error('The policy of the page is not in force');
  const result = await measureRead(readCards, { ...${JSON.stringify(settings)}, collect: () => gc() });
  report(result);`;

const library = mkdtempSync(join(tmpdir(), 'mf-card-bench-'));
const before = load();
try {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: library,
      minify: true,
      lib: { entry: join(here, '../src/schema/index.ts'), formats: ['es'], fileName: () => 'schema.mjs' },
    },
  });
  const places = values.in;
  const passes = places.map(() => []);
  let chromiumVersion = null;
  for (let pass = 0; pass < values.passes; pass++)
    for (const [i, place] of places.entries()) {
      console.error(`pass ${pass + 1}, ${place} …`);
      if (place === 'node') passes[i].push(await inNode());
      else {
        const { version, result } = await inChromium();
        chromiumVersion = version;
        passes[i].push(result);
      }
    }
  const report = {
    date: new Date().toISOString(),
    machine: machine(),
    load: { before, after: load() },
    versions: { node: process.version, chromium: chromiumVersion },
    settings: { ...settings, passes: values.passes },
    results: Object.fromEntries(places.map((place, i) => [place, summary(passes[i])])),
  };
  const markdown = markdownOf(report);
  console.log(markdown);
  console.log(JSON.stringify(report));
  if (values.out) {
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(`${values.out}.md`, markdown);
    writeFileSync(`${values.out}.json`, `${JSON.stringify({ ...report, samples: passes }, null, 1)}\n`);
  }
} finally {
  rmSync(library, { recursive: true });
}

/** In a process of its own: neither the build's garbage nor what the compiler learnt in an earlier pass counts. */
async function inNode() {
  const script = `
    const { readCards } = await import(${JSON.stringify(join(library, 'schema.mjs'))});
    const { measureRead } = await import(${JSON.stringify(join(here, 'measure-read.mjs'))});
    const result = await measureRead(readCards, { ...${JSON.stringify(settings)}, collect: gc });
    console.log(JSON.stringify(result));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--disallow-code-generation-from-strings', '--input-type=module', '-e', script],
    { maxBuffer: 1e8 },
  );
  return JSON.parse(stdout);
}

/** In a page of its own, whose policy forbids `eval`. */
async function inChromium() {
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    let tell;
    const measured = new Promise((done, failed) => {
      page.on('pageerror', failed);
      tell = done;
    });
    // A page that fails before it is waited for must not end the process.
    measured.catch(() => undefined);
    // The page tells as soon as it is done: it must find somebody to tell.
    await page.exposeFunction('report', tell);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return { version: browser.version(), result: await measured };
  } finally {
    await browser.close();
    server.close();
  }
}

function answer({ url }, response) {
  const files = {
    '/': ['text/html', () => '<!doctype html><title>…</title><script type="module" src="page.mjs"></script>'],
    '/page.mjs': ['text/javascript', () => PAGE_SCRIPT],
    '/schema.mjs': ['text/javascript', () => readFileSync(join(library, 'schema.mjs'))],
    '/measure-read.mjs': ['text/javascript', () => readFileSync(join(here, 'measure-read.mjs'))],
    '/make-cards.mjs': ['text/javascript', () => readFileSync(join(here, 'make-cards.mjs'))],
  };
  const [type, body] = files[url] ?? [];
  if (!body) return response.writeHead(404).end();
  response
    .writeHead(200, {
      'content-type': type,
      'content-security-policy': POLICY,
      // Without these two the page's clock has steps of 0.1 ms.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    .end(body());
}

/** Medians over all rounds of all passes; ratios are made within a round. */
function summary(passes) {
  const cases = passes[0].cases.map(({ name, cards, kilobytes, diagnostics }, i) => {
    const all = (measure) => passes.flatMap(({ cases }) => cases[i].samples[measure]);
    const [parse, read, readText] = ['parse', 'read', 'readText'].map(all);
    const ratio = (times) => median(times.map((time, round) => time / parse[round]));
    return {
      name,
      cards,
      kilobytes,
      diagnostics,
      milliseconds: { parse: median(parse), read: median(read), readText: median(readText) },
      ratio: { read: ratio(read), readText: ratio(readText) },
      spread: [0.25, 0.75].map((part) =>
        quantile(
          read.map((time, round) => time / parse[round]),
          part,
        ),
      ),
    };
  });
  const smallest = (limits) => passes[0].long.findIndex((each) => each.limits === limits);
  const long = passes[0].long.map(({ size, limits }, i) => {
    const perField = (index) =>
      passes.flatMap(({ long }) =>
        long[index].samples.map((time) => time / long[index].times / long[index].size),
      );
    const own = perField(i);
    const first = perField(smallest(limits));
    return {
      size,
      limits,
      nanosecondsPerField: median(own) * 1e6,
      ratioToFewest: median(own.map((time, round) => time / first[round])),
    };
  });
  return { cases, long };
}

function markdownOf({ date, machine, load, versions, settings, results }) {
  const lines = [
    '# Reading cards',
    '',
    `${date} · ${machine} · load ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after · ` +
      `Node ${versions.node}${versions.chromium ? `, Chromium ${versions.chromium}` : ''} · ` +
      `medians of ${settings.passes} passes of ${settings.rounds} rounds`,
  ];
  for (const [place, { cases, long }] of Object.entries(results)) {
    lines.push(
      '',
      `## In ${place === 'node' ? 'Node' : 'Chromium, without eval'}`,
      '',
      '| cards | KB each | findings | JSON.parse | with readCards | ratio (quartiles) | readCards of the text |',
      '|---|---|---|---|---|---|---|',
      ...cases.map(
        ({ name, cards, kilobytes, diagnostics, milliseconds, ratio, spread }) =>
          `| ${cards}, ${name} | ${kilobytes.toFixed(2)} | ${diagnostics} | ${milliseconds.parse.toFixed(0)} ms | ` +
          `${milliseconds.read.toFixed(0)} ms | **${ratio.read.toFixed(2)}** (${spread.map((part) => part.toFixed(2)).join(' – ')}) | ` +
          `${ratio.readText.toFixed(2)} |`,
      ),
      '',
      '| fields of one card | limits | ns a field | to the shortest |',
      '|---|---|---|---|',
      ...long.map(
        ({ size, limits, nanosecondsPerField, ratioToFewest }) =>
          `| ${size} | ${limits} | ${nanosecondsPerField.toFixed(0)} | ${ratioToFewest.toFixed(2)} |`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}
