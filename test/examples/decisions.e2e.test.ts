import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { button, inHosts, reads, run, type HostName } from './hosts.js';

/** Brings a card into view. */
type Finder = (page: Page, title: string) => Promise<Locator>;

const inFeed: Finder = (page, title) => Promise.resolve(page.locator('mf-card').filter({ hasText: title }));

const inMail: Finder = async (page, title) => {
  await page.getByRole('button', { name: title }).click();
  return page.frameLocator('iframe').locator('mf-card');
};

const hosts: readonly (readonly [HostName, Finder])[] = [
  ['hub-web', inFeed],
  ['intranet', inFeed],
  ['boxer-webview', inMail],
];

inHosts();

describe.each(hosts)('given the host %s', (host, card) => {
  it('approves, once, and the card is gone for good', async () => {
    const { page, arrived, errors } = await run(host);
    const expense = await card(page, 'Lisbon offsite');
    await button(expense, 'Approve').dblclick();
    await reads(expense, 'Approved');
    await expense.waitFor({ state: 'hidden' });
    expect(arrived).toMatchObject([
      { id: 'expense-4711', decision: 'approve', values: { task: 'expense-4711' } },
    ]);
    await page.reload();
    await page.getByText('12 monitors').first().waitFor();
    expect(await page.getByText('Lisbon offsite').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('declines with a reason, which has to be one', async () => {
    const { page, arrived, errors } = await run(host);
    const expense = await card(page, 'Lisbon offsite');
    await button(expense, 'Decline').click();
    const reason = expense.getByLabel('Reason');
    await reason.fill('No');
    await button(expense, 'Submit').click();
    await reads(expense, /At least 5 characters/);
    expect(arrived).toEqual([]);
    await reason.fill('Café & dinner: no “receipts”\n100 % missing');
    await button(expense, 'Submit').click();
    await reads(expense, 'Declined');
    expect(arrived).toMatchObject([
      {
        id: 'expense-4711',
        decision: 'decline',
        values: { task: 'expense-4711', reason: 'Café & dinner: no “receipts”\r\n100 % missing' },
      },
    ]);
    expect(errors).toEqual([]);
  });

  it('fails with a way out, and heals as the same request', async () => {
    const { page, arrived, errors } = await run(host);
    const purchase = await card(page, '12 monitors');
    await button(purchase, 'Approve').click();
    await reads(purchase, 'The budget is locked');
    await reads(purchase, /Accounting is closing the quarter/);
    expect(await purchase.getByRole('link', { name: 'See the budget' }).getAttribute('href')).toContain(
      '/budget',
    );
    await button(purchase, 'Try again').click();
    await reads(purchase, 'Approved');
    const [first, second] = arrived;
    expect([arrived.length, first!.requestId]).toEqual([2, second!.requestId]);
    expect(first!.requestId).toMatch(/^[\da-f-]{36}$/);
    expect(errors).toEqual([]);
  });

  it('puts the connector’s words at the field they are about, and keeps what was typed', async () => {
    const { page, arrived } = await run(host);
    const absence = await card(page, '5 working days');
    await button(absence, 'Approve').click();
    await absence.getByLabel('Who covers').fill('Nobody');
    await button(absence, 'Submit').click();
    await reads(absence, /Nobody called “Nobody” is in this team/);
    expect(await absence.getByLabel('Who covers').inputValue()).toBe('Nobody');
    await absence.getByLabel('Who covers').fill('Ingrid Solheim');
    await absence.getByLabel('Who covers').press('Enter');
    await reads(absence, 'Approved');
    expect(arrived.map(({ values }) => values.cover)).toEqual(['Nobody', 'Ingrid Solheim']);
  });

  it('gets a file with its login, and shows it', async () => {
    const { page, errors } = await run(host);
    const expense = await card(page, 'Lisbon offsite');
    await expense.getByRole('link', { name: 'Hotel receipt.png' }).click();
    const picture = expense.getByRole('img', { name: 'Hotel receipt.png' });
    await picture.waitFor();
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(380);
    await button(expense, 'Close').click();
    await picture.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});
