import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  html: 'text/html; charset=utf-8',
  css: 'text/css',
};

const ORIGIN = 'http://page.test';

let browser: Browser;

/** Starts one browser for a file's tests. */
export function inChromium(): void {
  beforeAll(async () => {
    expect(existsSync('dist/mf-card.bundle.js'), 'the built package; npm run build makes it').toBe(true);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());
}

export interface OpenedPage {
  readonly page: Page;
  /** What the page's console has reported, and what it has thrown. */
  readonly errors: string[];
}

/**
 * A page that has the built package at `/dist/`, and asks nobody else for anything: pictures are empty.
 *
 * @param files - by path, such as `/app.js`; `/` is the page.
 */
export async function open(
  files: Readonly<Record<string, string>>,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const contentType = TYPES[pathname.split('.').at(-1) ?? ''] ?? TYPES.html!;
    if (origin !== ORIGIN || /\.(?:png|svg|jpg|ico)$/.test(pathname))
      return route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      });
    if (pathname in files) return route.fulfill({ contentType, body: files[pathname]! });
    if (pathname.startsWith('/dist/') && existsSync(`.${pathname}`))
      return route.fulfill({ contentType, body: readFileSync(`.${pathname}`, 'utf8') });
    return route.fulfill({ status: 404, body: '' });
  });
  await page.goto(`${ORIGIN}/`);
  return { page, errors };
}
