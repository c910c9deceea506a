import { setTimeout as wait } from 'node:timers/promises';
import { startWebKit } from './webkit-session.js';
import { WebKitPage } from './webkit-page.js';

const EMPTY = 'about:blank';

/** Milliseconds that a page may take to be left. */
const PATIENCE = 20_000;

/** Times that a browser may stop answering. */
const HANGS = 2;

/** Files that one browser runs: it gives back little of the memory that they take. */
const FILES = 8;

/**
 * Runs test files in WebKitGTK, one after the other in one window. A browser that has run some, or that no longer
 * answers, is replaced by a new one; once {@link HANGS} have stopped answering, each file that is left fails at once.
 *
 * To the commands of @web/test-runner-commands it is a launcher of Puppeteer's: `getPage` gives a page with as much of
 * Puppeteer's page as they call. @web/test-runner-webdriver, which they know as well, can neither hold a key down nor
 * set the size of the window.
 *
 * @returns {import('@web/test-runner-core').BrowserLauncher}
 */
export function webKitLauncher() {
  let webKit = null;
  let page = null;
  let active = null;
  let files = 0;
  let hangs = 0;

  async function open(url) {
    if (files === FILES) await close();
    if (!webKit) {
      if (hangs === HANGS) throw new Error(`WebKitGTK has stopped answering ${HANGS} times.`);
      webKit = await startWebKit();
      files = 0;
      page = new WebKitPage(webKit);
      launcher.version = `WebKitGTK ${webKit.version}`;
    }
    files++;
    await page.setViewport({ width: 800, height: 600 });
    await page.goto(url);
  }

  /** Nothing of a page is to run on beside the next one. */
  async function leave() {
    await page.goto(EMPTY);
    for (const until = Date.now() + PATIENCE; !(await isLeft()); await wait(50))
      if (Date.now() > until) throw new Error('A page is busy and cannot be left.');
  }

  /** The page itself is asked: a browser has the new address before that, and a page that goes gives no answer. */
  async function isLeft() {
    try {
      return (await page.evaluate('location.href')) === EMPTY;
    } catch (error) {
      if (error.name === 'TimeoutError') throw error;
      return false;
    }
  }

  async function close() {
    await webKit?.stop();
    webKit = page = null;
  }

  async function closeAfter(error) {
    hangs++;
    console.warn(`${launcher.version} has stopped answering: ${error.message}`);
    await close();
  }

  const launcher = {
    name: 'WebKitGTK',
    version: 'WebKitGTK',
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      active = id;
      try {
        await open(url);
      } catch (error) {
        if (!webKit) throw error;
        await closeAfter(error);
        await open(url);
      }
    },
    isActive: (id) => active === id,
    getBrowserUrl: () => page.url(),
    getPage: () => page,
    async stopSession() {
      active = null;
      if (page) await leave().catch(closeAfter);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK has no debug session here.')),
    stop: close,
  };
  return launcher;
}
