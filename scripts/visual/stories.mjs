/*
 * The stories of the built Storybook in a browser of known look: same time, zone, language, width, no motion.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright';
import { pictureFonts } from './fonts.mjs';

const ROOT = 'storybook-static';
/** Higher ones are cut off: what is below is told by other stories. */
const TALLEST = 2400;
const MARGIN = 16;
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/**
 * @returns the stories in the order of the sidebar: `id`, `section` (the first part of the title), `title`, `name`, `tags`
 */
export function allStories() {
  if (!existsSync(`${ROOT}/index.json`)) throw new Error('Run `npm run build-storybook` first.');
  const { entries } = JSON.parse(readFileSync(`${ROOT}/index.json`, 'utf8'));
  return Object.values(entries)
    .filter(({ type }) => type === 'story')
    .map(({ id, title, name, tags }) => ({ id, title, name, tags, section: title.split('/')[0] }));
}

/** Serves the built stories to this machine. */
export async function serveStories() {
  const server = createServer(serve);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Opens a browser on the built stories. `close()` ends both. */
export async function openStories() {
  const server = await serveStories();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    env: { ...process.env, ...pictureFonts() },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
    ],
  });
  return {
    version: browser.version(),
    newPage: () => newPage(browser, server.address),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function newPage(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 720, height: 800 },
    locale: 'en-US',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  // A story has come to its end once its play function has.
  await context.addInitScript(() => {
    globalThis.storyEnd = new Promise((end) => {
      const listen = () => {
        const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
        if (!channel) return void setTimeout(listen, 5);
        channel.on('storyFinished', ({ status }) => end(status));
        for (const event of [
          'storyErrored',
          'storyThrewException',
          'storyMissing',
          'playFunctionThrewException',
        ])
          channel.on(event, () => end('error'));
      };
      listen();
    });
  });
  const page = await context.newPage();
  return {
    page,
    /** Shows a story with these settings of the toolbar, `{ language: 'ar' }`, and plays it. */
    async open({ id }, globals = {}) {
      const set = Object.entries(globals).map((setting) => setting.join(':'));
      await page.setViewportSize({ width: 720, height: 800 });
      await page.goto(`${address}/iframe.html?id=${id}&viewMode=story&globals=${set.join(';')}`);
      const status = await page.evaluate(() => globalThis.storyEnd);
      if (status === 'error') throw new Error(`${id} fails: see npm run test:stories`);
    },
    /** @returns a PNG of what it has come to, as a page of this scheme and width shows it. */
    async shoot(scheme, width) {
      await page.setViewportSize({ width, height: 200 });
      await page.evaluate(async (value) => {
        const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
        const rendered = new Promise((done) => channel.once('storyRendered', done));
        if (document.documentElement.style.colorScheme === value) return;
        channel.emit('updateGlobals', { globals: { scheme: value } });
        await rendered;
      }, scheme);
      // What is below the window of a feed is drawn when it comes into view.
      await page.setViewportSize({ width, height: await bottomOf(page) });
      const height = await bottomOf(page);
      await page.setViewportSize({ width, height });
      return still(() => page.screenshot({ animations: 'disabled' }));
    },
  };
}

/** @returns the first picture that the next one is like: Chromium sometimes takes a tall page before it has painted it. */
async function still(take) {
  let before = await take();
  for (let tries = 0; tries < 5; tries++) {
    const now = await take();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('it never looks the same twice');
}

/** Where a story ends, once all of it is drawn. */
async function bottomOf(page) {
  const bottom = await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return document.querySelector('#storybook-root').getBoundingClientRect().bottom + scrollY;
  });
  return Math.min(Math.max(Math.ceil(bottom) + MARGIN, 64), TALLEST);
}

function serve({ url }, response) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(ROOT, path.endsWith('/') ? `${path}index.html` : path);
  if (path.startsWith('..') || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
}
