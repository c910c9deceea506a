/*
 * Takes the pictures of the README, the page of `npm start`, light and dark; that of docs/design.md, a card with its parts
 * numbered; and those of docs/accessibility.md, cards with the settings of a reader. Run: npm run screenshots
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { pictureFonts } from './visual/fonts.mjs';
import { decode, encode } from './visual/png.mjs';

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
  await save(name, page);
}
await pictureAnatomy();
await pictureAlone('forced-colors', 'workday-time-off', { forcedColors: 'active' }, openForm);
await pictureAlone('reduced-motion', 'servicenow-approval', { reducedMotion: 'reduce' }, sendForever);
await pictureAlone('print', 'hub-news', { media: 'print' }, async () => undefined);
await browser.close();
await server.close();

/** A card as somebody sees it who has set their system so, after something was done to it. */
async function pictureAlone(name, sample, media, act) {
  const page = await browser.newPage({ viewport: { width: 448, height: 900 }, deviceScaleFactor: 2 });
  await page.emulateMedia({ colorScheme: 'light', ...media });
  await page.goto(`${address}#${sample}`);
  const card = page.locator('mf-card');
  await card.getByRole('heading').first().waitFor();
  await card.evaluate((element) => {
    document.body.replaceChildren(element);
    document.body.style.cssText = 'display: block; padding: 24px';
    element.style.inlineSize = '400px';
  });
  await act(page, card);
  const { height } = await card.boundingBox();
  const clip = { x: 0, y: 0, width: 448, height: Math.ceil(height) + 48 };
  await save(name, page, { fullPage: true, clip });
}

async function save(name, page, options) {
  writeFileSync(`${folder}/${name}.png`, await encode(await decode(await page.screenshot(options))));
}

async function openForm(page, card) {
  await card.getByRole('button').nth(1).click();
  await card.getByRole('button').nth(2).click();
  await page.mouse.move(0, 0);
}

async function sendForever(page, card) {
  await card.evaluate((element) =>
    element.addEventListener('mf-action', (event) => event.respondWith(new Promise(() => undefined))),
  );
  await card.getByRole('button').first().click();
  await page.mouse.move(0, 0);
}

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
  await save('anatomy', page, { clip: box });
}
