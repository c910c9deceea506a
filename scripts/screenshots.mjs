/*
 * Takes the pictures of the README: the page of `npm start`, light and dark. Run: npm run screenshots
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { createServer } from 'vite';

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
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
for (const { name, colorScheme, sample } of pictures) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 860 } });
  await page.goto(`${address}#${sample}`);
  await page.locator('mf-card').first().getByRole('button').first().waitFor();
  await page.screenshot({ path: `${folder}/${name}.png` });
}
await browser.close();
await server.close();
