import puppeteer from 'puppeteer-core';
import { programOf } from './engines.js';
import { WebKitPage } from './webkit-page.js';
import { startWebKit } from './webkit-session.js';

const LAUNCH = {
  chromium: () => ({
    executablePath: programOf('CHROMIUM'),
    args: ['--no-sandbox', '--disable-gpu'],
  }),
  firefox: () => ({ browser: 'firefox', executablePath: programOf('FIREFOX') }),
};

/**
 * Starts an engine with one page, which is driven in the same way in all of them: `goto(url)`, `evaluate(expression)`,
 * `mouse.click(x, y)`, `keyboard.type(text)`, as Puppeteer has them, and `stop()`.
 */
export async function startPage(engine) {
  if (engine === 'webkit') {
    const webKit = await startWebKit();
    const page = new WebKitPage(webKit);
    await page.setViewport({ width: 800, height: 600 });
    return Object.assign(page, { stop: webKit.stop });
  }
  const browser = await puppeteer.launch(LAUNCH[engine]());
  const page = await browser.newPage();
  return Object.assign(page, { stop: () => browser.close() });
}
