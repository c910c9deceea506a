import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContextOptions } from 'playwright';
import { newPage, type NewPage } from '../support/built-in-chromium.js';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  html: 'text/html; charset=utf-8',
  css: 'text/css',
};

const ORIGIN = 'http://page.test';

/**
 * A page that has the built package at `/dist/`, and asks nobody else for anything: pictures are empty.
 *
 * @param files - by path, such as `/app.js`; `/` is the page.
 */
export async function open(
  files: Readonly<Record<string, string>>,
  options: BrowserContextOptions = {},
): Promise<NewPage> {
  const opened = await newPage((message) => ['error', 'warning'].includes(message.type()), options);
  const { page } = opened;
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
  return opened;
}
