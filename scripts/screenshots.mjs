/*
 * Takes the pictures of the README, the page of `npm start`, light and dark, and that of docs/design.md, a card with its
 * parts numbered. Run: npm run screenshots
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { pictureFonts } from './visual/fonts.mjs';

const folder = 'docs/screenshots';
const pictures = [
  { name: 'preview-light', colorScheme: 'light', sample: 'concur-expense' },
  { name: 'preview-dark', colorScheme: 'dark', sample: 'salesforce-discount' },
];

mkdirSync(folder, { recursive: true });
const server = await createServer({ server: { port: 0 }, logLevel: 'error' });
await server.listen();
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  env: { ...process.env, ...pictureFonts() },
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
for (const { name, colorScheme, sample } of pictures) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 860 } });
  await page.goto(`${address}#${sample}`);
  await page.locator('mf-card').first().getByRole('button').first().waitFor();
  await page.screenshot({ path: `${folder}/${name}.png` });
}
await pictureAnatomy();
await browser.close();
await server.close();

async function pictureAnatomy() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 2 });
  await page.goto(`${address}#salesforce-discount`);
  await page.locator('mf-card').getByRole('button').first().waitFor();
  const box = await page.locator('mf-card').evaluate((card) => {
    // Alone on the page, with room for the numbers beside it.
    document.body.replaceChildren(card);
    document.body.style.cssText = 'display: block; padding: 24px 24px 24px 64px; background: #f1efea';
    card.style.inlineSize = '400px';
    const parts = ['origin', 'title', 'deadlines', 'description', 'facts', 'footer'];
    for (const [i, part] of parts.entries()) {
      const { top, height } = card.shadowRoot.querySelector(`[part~=${part}]`).getBoundingClientRect();
      const mark = document.createElement('b');
      mark.textContent = `${i + 1}`;
      mark.style.cssText = `position: absolute; left: 22px; top: ${top + Math.min(height, 44) / 2 - 13}px; width: 26px; height: 26px; border-radius: 50%; background: #2b409c; color: #fff; font: 700 14px/26px system-ui, sans-serif; text-align: center`;
      document.body.append(mark);
    }
    const { bottom } = card.getBoundingClientRect();
    return { x: 0, y: 0, width: 488, height: Math.ceil(bottom) + 24 };
  });
  await page.screenshot({ path: `${folder}/anatomy.png`, clip: box });
}
