import { startWebKit } from './webkit-session.js';
import { WebKitPage } from './webkit-page.js';

/**
 * Runs test files in WebKitGTK, one after the other in one window.
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
  return {
    name: 'WebKitGTK',
    version: 'WebKitGTK',
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      active = id;
      if (!webKit) {
        webKit = await startWebKit();
        page = new WebKitPage(webKit);
        this.version = `WebKitGTK ${webKit.version}`;
      }
      await page.setViewport({ width: 800, height: 600 });
      await page.goto(url);
    },
    isActive: (id) => active === id,
    getBrowserUrl: () => page.url(),
    getPage: () => page,
    async stopSession() {
      active = null;
      // Nothing of the page is to run on beside the next one.
      await page.goto('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK has no debug session here.')),
    async stop() {
      await webKit?.stop();
      webKit = page = null;
    },
  };
}
