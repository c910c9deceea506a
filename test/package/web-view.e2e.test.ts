import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPage, type EnginePage } from '../../scripts/engine-page.js';
import { concurExpense, sampleCards } from '../../stories/cards/index.js';

/*
 * The bundle in one page without any other file, as web views of apps have it, in each engine: without storage, without an
 * origin, and from a file.
 */

/** Milliseconds that the page has for each step. */
const PATIENCE = 20_000;

const WITHOUT_STORAGE = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
  Object.defineProperty(window, name, { get() { throw new DOMException('There is no storage here', 'SecurityError'); } });`;

/** What the test asks the page: all with the feed's shadow roots. */
const ASKING = `window.told = { sent: [], errors: [] };
for (const level of ['error', 'warn']) console[level] = (...words) => told.errors.push(words.join(' '));
addEventListener('error', ({ message }) => told.errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => told.errors.push(String(reason)));
const inside = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
const find = (selector) => inside(document).filter((one) => one.matches(selector) && one.checkVisibility());
const wordsOf = (one) => one.textContent.trim().replace(/\\s+/g, ' ');
const middleOf = (one) => {
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = one.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};`;

function page(before: string): string {
  const bundle = readFileSync('dist/mf-card.bundle.js', 'utf8').replaceAll('</script', '<\\/script');
  const cards = JSON.stringify([concurExpense, ...sampleCards.map(({ json }) => json)]).replaceAll(
    '<',
    '\\u003c',
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>web view</title>
<script>${before}\n${ASKING}</script>
<mf-card-feed order="given"></mf-card-feed>
<script type="module">${bundle}</script>
<script type="module">
  const feed = document.querySelector('mf-card-feed');
  feed.addEventListener('mf-action', (event) => {
    told.sent.push(event.request.body);
    event.respondWith(Promise.resolve(new Response('{}')));
  });
  window.load = () => (feed.cards = ${cards}.flatMap((card) => card.objects ?? card));
  load();
</script></html>`;
}

const folder = mkdtempSync(join(tmpdir(), 'mf-card-web-view-'));
let server: Server;

beforeAll(async () => {
  writeFileSync(join(folder, 'page.html'), page(''));
  server = createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (url === '/no-origin') response.setHeader('content-security-policy', 'sandbox allow-scripts');
    response.end(page(url === '/no-storage' ? WITHOUT_STORAGE : ''));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const places: Record<string, () => string> = {
  'a page whose storage throws': () => served('/no-storage'),
  'a page without an origin': () => served('/no-origin'),
  'a page from a file': () => pathToFileURL(join(folder, 'page.html')).href,
};

function served(path: string): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

for (const engine of (process.env.ENGINES ?? 'chromium').split(','))
  describe(`given a web view of ${engine}`, () => {
    let view: EnginePage;
    beforeAll(async () => {
      view = await startPage(engine);
    });
    afterAll(() => view.stop());

    for (const [place, url] of Object.entries(places))
      it(`draws cards, keeps what is typed and sends it, in ${place}`, { timeout: 120_000 }, async () => {
        await view.goto(url());
        await becomes(view, `window.load !== undefined && find('mf-card').length >= ${sampleCards.length}`);
        await press(view, 'Approve');
        await becomes(view, `find('form textarea').length === 1`);
        await view.mouse.click(...(await middle(view, `find('form textarea')[0]`)));
        await view.keyboard.type('Fine');
        await becomes(view, `find('form textarea')[0].value === 'Fine'`);

        await view.evaluate(`load(), document.body.prepend(document.querySelector('mf-card-feed')), true`);
        await becomes(view, `find('form textarea')[0]?.value === 'Fine'`);

        await press(view, 'Submit');
        await becomes(view, `find('[part=action-done]').some((one) => wordsOf(one) === 'Approved')`);
        expect(await view.evaluate('told')).toEqual({ sent: [expect.stringContaining('=Fine')], errors: [] });
      });
  });

async function press(view: EnginePage, name: string): Promise<void> {
  const found = `find('button').find((one) => wordsOf(one) === ${JSON.stringify(name)})`;
  await becomes(view, `${found} !== undefined`);
  await view.mouse.click(...(await middle(view, found)));
}

/** Where an element is once it rests there. */
async function middle(view: EnginePage, element: string): Promise<[number, number]> {
  for (let before = ''; ;) {
    const place = (await view.evaluate(`middleOf(${element})`)) as [number, number];
    if (place.join() === before) return place;
    before = place.join();
  }
}

async function becomes(view: EnginePage, condition: string): Promise<void> {
  const isSo = () => view.evaluate(`Boolean(${condition})`).catch(() => false);
  await expect.poll(isSo, { timeout: PATIENCE, message: condition }).toBe(true);
}
