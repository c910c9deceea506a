/*
 * Measures what the bridge costs while another frame attacks it: how much was taken of what it sent, what was thrown,
 * the longest time that one message took of the bridge, and the longest task of the page: in all, and the processor's time
 * of it, which a busy machine leaves as it is. The same without a bridge stands first, as a browser has work of its own
 * with what is sent. On the built package. Run: node scripts/measure-bridge.mjs
 */
/* global window, document, flood, large, objects, nested, welcome, answer -- of the pages that the functions below run in */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright';

const victim = `<!doctype html><script type="module">
  import { bridgeTransport } from '/dist/transports.js';
  window.ready = (origin) => {
    const [friend, attacker] = [0, 1].map((i) => document.querySelectorAll('iframe')[i].contentWindow);
    const count = { refused: {}, accepted: 0, thrown: 0, messages: 0 };
    addEventListener('error', () => count.thrown++);
    addEventListener('unhandledrejection', () => count.thrown++);
    let began = 0;
    let longest = 0;
    addEventListener('message', () => (began = performance.now()));
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask' });
    let last = performance.now();
    let gap = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
      port2.postMessage(0);
    };
    const refused = (why) => (count.refused[why] = (count.refused[why] ?? 0) + 1);
    const { bridged } = window;
    const bridge = bridged && bridgeTransport({ over: 'window', window: friend, origin, refused, timeout: 600_000 });
    const ask = () => bridge.submit({}, { signal: new AbortController().signal }).then(() => count.accepted++);
    addEventListener('message', () => {
      count.messages++;
      longest = Math.max(longest, performance.now() - began);
    });
    Object.assign(window, {
      ask,
      watch() { gap = longest = 0; last = performance.now(); tasks.length = 0; port2.postMessage(0); },
      result: () => ({ ...count, longest, longestTask: Math.round(Math.max(0, ...tasks)), longestGap: Math.round(gap) }),
    });
  };
</script>`;

/** The true other side: it can send anything, too. */
const other = `<!doctype html><script>
  let session = '', id = '0';
  addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    session = message.session;
    if (message.type === 'request') id = message.id;
  });
  const text = (members) => JSON.stringify({ mf: 1, session, ...members });
  const say = (data) => parent.postMessage(data, '*');
  const welcome = () => say(text({ type: 'welcome', calls: ['submit'] }));
  const answer = () => say(text({ type: 'answer', id, outcome: { kind: 'done' } }));
  const kinds = [
    () => text({ type: 'answer', id: 'none', outcome: { kind: 'done' } }),
    () => text({ type: 'answer', id, outcome: { kind: 'done' }, session: 'forged' }),
    () => text({ type: 'answer', id, outcome: { kind: 'done' } }).replace('{', '{"__proto__":{"a":1},'),
    () => text({ type: 'eval', id }),
    () => text({ type: 'answer', id }),
    () => ({ mf: 1, session, type: 'answer', id, outcome: { kind: 'done' } }),
    () => '{"mf":1',
    () => null,
  ];
  const flood = (count) => { for (let i = 0; i < count; i++) say(kinds[i % kinds.length]()); };
  const large = (size, times, to = id) => {
    const message = text({ type: 'answer', id: to, outcome: { kind: 'done' }, filler: 'x'.repeat(size) });
    for (let i = 0; i < times; i++) say(message);
  };
  const objects = (size, times) => {
    const list = Array.from({ length: size / 100 }, (_, i) => ({ i, filler: 'x'.repeat(80) }));
    for (let i = 0; i < times; i++) say(list);
  };
  const nested = (depth) =>
    say(text({ type: 'answer', id }).replace('}', ',"outcome":{"kind":"paid","card":' + '['.repeat(depth) + ']'.repeat(depth) + '}}'));
</script>`;

const server = createServer(({ url }, response) => {
  if (url.startsWith('/dist/')) {
    response.setHeader('content-type', 'text/javascript');
    createReadStream(join(import.meta.dirname, '..', url))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  } else response.setHeader('content-type', 'text/html').end(url === '/other' ? other : victim);
});
await new Promise((resolve) => server.listen(0, resolve));
const { port } = server.address();
// Two sites, so that each has a process of its own, as a web view's page has.
const [here, there] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--site-per-process'],
});
let page;
let friend;
let attacker;

/** Two frames of another site in a page, with a bridge to the first of them or without. */
async function open(bridged) {
  page = await browser.newPage();
  await page.goto(here);
  await page.evaluate(
    async ({ src, bridged }) => {
      for (let i = 0; i < 2; i++) {
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = src;
        await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      }
      window.bridged = bridged;
    },
    { src: `${there}/other`, bridged },
  );
  [friend, attacker] = page.frames().filter((frame) => frame.url().endsWith('/other'));
  await page.evaluate((origin) => window.ready(origin), there);
}

const attacks = [
  ['10,000 messages', (frame) => frame.evaluate(() => flood(10_000)), 10_000],
  ['100 of 1 MB', (frame) => frame.evaluate(() => large(1_000_000, 100)), 100],
  ['5 of 50 MB', (frame) => frame.evaluate(() => large(50_000_000, 5)), 5],
  ['20 objects of 1 MB', (frame) => frame.evaluate(() => objects(1_000_000, 20)), 20],
  ['100 of nearly the greatest size', (frame) => frame.evaluate(() => large(500_000, 100, 'none')), 100],
  ['one nested 100,000 deep', (frame) => frame.evaluate(() => nested(100_000)), 1],
];
async function attack(name, frame, send, count) {
  await page.waitForTimeout(300);
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  const before = await page.evaluate(() => {
    performance.mark('the page under attack');
    window.watch();
    return window.result();
  });
  await send(frame);
  await page.waitForFunction((sum) => window.result().messages >= sum, before.messages + count, {
    timeout: 60_000,
  });
  await page.waitForTimeout(300);
  const { accepted, thrown, longest, longestTask } = await page.evaluate(() => window.result());
  const processor = longestOfProcessor(JSON.parse(await browser.stopTracing()).traceEvents);
  console.log(
    `${name.padEnd(58)} taken ${accepted - before.accepted}, thrown ${thrown - before.thrown}, ` +
      `longest of the bridge ${longest.toFixed(1).padStart(5)} ms, longest task ${longestTask || 'below 50'} ms, ` +
      `of the processor ${processor.toFixed(1)} ms`,
  );
}

/** Milliseconds of the longest task of the page's main thread. */
function longestOfProcessor(events) {
  const { pid, tid } = events.find(({ name }) => name === 'the page under attack');
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.tdur > 0);
  return Math.max(0, ...tasks.map(({ tdur }) => tdur)) / 1000;
}

await open(false);
for (const [name, send, count] of attacks) await attack(`no bridge: ${name}`, attacker, send, count);
await page.close();
await open(true);
for (const [name, send, count] of attacks)
  await attack(`before, another frame: ${name}`, attacker, send, count);
for (const [name, send, count] of attacks) await attack(`before, the true one: ${name}`, friend, send, count);
await page.evaluate(() => void window.ask());
await page.waitForTimeout(1000);
await friend.evaluate(() => welcome());
await page.waitForTimeout(500);
for (const [name, send, count] of attacks)
  await attack(`after, another frame: ${name}`, attacker, send, count);
for (const [name, send, count] of attacks) await attack(`after, the true one: ${name}`, friend, send, count);
await attack('control: the true answer', friend, (frame) => frame.evaluate(() => answer()), 1);
console.log(JSON.stringify((await page.evaluate(() => window.result())).refused));
await browser.close();
server.close();
