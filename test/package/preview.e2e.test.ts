import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ConsoleMessage } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { concurExpense } from '../../stories/cards/index.js';
import { inChromium, newPage } from '../support/built-in-chromium.js';

inChromium();

const tool = resolve(import.meta.dirname, '../../dist/cli.js');
let folder: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mf-card-preview-'));
});
afterEach(() => {
  child?.kill();
  rmSync(folder, { recursive: true });
});

const save = (title: string) =>
  writeFileSync(join(folder, 'trip.json'), JSON.stringify({ ...concurExpense, header: { title } }));

/** What breaks the page's policy is one; that the tool has gone is not. */
const isError = (message: ConsoleMessage) => message.type() === 'error' && !message.text().includes('ERR_');

/** @returns the address that it prints. */
async function preview(...argv: string[]): Promise<string> {
  child = spawn(process.execPath, [tool, 'preview', ...argv], { cwd: folder });
  for await (const line of child.stdout as AsyncIterable<Buffer>) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line.toString()) ?? [];
    if (address) return address;
  }
  throw new Error('It has ended without an address');
}

it('shows the file of a connector author as it is saved, and approves its card', async () => {
  save('Trip to Lisbon');
  const address = await preview('trip.json', '--port', '0');
  const { page, errors, context } = await newPage(isError);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Trip to Lisbon' }).waitFor();
  save('Trip to Porto');
  await page.getByRole('heading', { name: 'Trip to Porto' }).waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByLabel('Comment').fill('Fine');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Approved', { exact: true }).first().waitFor();
  child?.kill('SIGINT');
  await page.getByText('mf-card preview has ended').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('shows the samples with their pictures when no file is given', async () => {
  const { page, errors, context } = await newPage(isError);
  await page.goto(`${await preview('--port', '0')}#townhall-banner`);
  const picture = page.locator('mf-card img').first();
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  expect(errors).toEqual([]);
  await context.close();
});
