import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Page,
} from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';

/* The built package in a real page, for tests that run in Node. */

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

export interface NewPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page's console has reported, and what it has thrown. */
  readonly errors: string[];
}

/** @param isError - which messages of the console are. */
export async function newPage(
  isError: (message: ConsoleMessage) => boolean,
  options: BrowserContextOptions = {},
): Promise<NewPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (isError(message)) errors.push(message.text());
  });
  return { context, page, errors };
}
