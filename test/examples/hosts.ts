import type { Locator, Page } from 'playwright';
import { afterEach } from 'vitest';
import { inChromium, newPage } from '../support/built-in-chromium.js';

/** An action as it reached the connector. */
export interface Arrived {
  readonly id: string;
  readonly decision: string;
  readonly requestId: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

interface Started {
  readonly url: string;
  readonly close: () => Promise<unknown>;
}

type Start = (options: { slow: number; log: (arrived: Arrived) => void }) => Promise<Started>;

export type HostName = 'hub-web' | 'intranet' | 'boxer-webview';

/** A host that runs, with a page on it. */
export interface Running {
  readonly page: Page;
  readonly url: string;
  readonly arrived: Arrived[];
  /** What the page's console has reported, and what it has thrown. */
  readonly errors: string[];
}

const closing: (() => Promise<unknown>)[] = [];

/** Starts one browser for a file's tests, and closes after each test what it has opened. */
export function inHosts(): void {
  inChromium();
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
}

/** Starts a host and opens it. */
export async function run(host: HostName, slow = 50): Promise<Running> {
  const { start } = (await import(`../../examples/${host}/server.mjs`)) as { start: Start };
  const arrived: Arrived[] = [];
  const { url, close } = await start({ slow, log: (one) => arrived.push(one) });
  closing.push(close);
  const { context, page, errors } = await newPage(
    // What a server refuses, browsers report by themselves.
    (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource'),
  );
  closing.push(() => context.close());
  await page.goto(url);
  return { page, url, arrived, errors };
}

/** Waits until a text can be read: all of an element's for a string, as part of one is found in "ApproveDecline". */
export async function reads(card: Locator, text: string | RegExp): Promise<void> {
  await card.getByText(text, { exact: true }).locator('visible=true').first().waitFor();
}

export function button(card: Locator, name: string): Locator {
  return card.getByRole('button', { name, exact: true });
}
