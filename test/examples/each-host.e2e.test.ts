import { describe, expect, it } from 'vitest';
import { button, inHosts, reads, run } from './hosts.js';

inHosts();

describe('given the hub', () => {
  it('has the user sign in to a connector again, and sends the action then', async () => {
    const { page, arrived } = await run('hub-web');
    const access = page.locator('mf-card').filter({ hasText: 'data warehouse' });
    await button(access, 'Approve').click();
    await page
      .getByRole('dialog', { name: 'Sign in again' })
      .getByRole('button', { name: 'Sign in' })
      .click();
    await reads(access, 'Approved');
    expect(new Set(arrived.map(({ requestId }) => requestId)).size).toBe(1);
    expect(arrived.length).toBe(2);
  });

  it('says that an action is on its way, and lets nothing else of its card be pressed', async () => {
    const { page, arrived } = await run('hub-web', 500);
    const absence = page.locator('mf-card').filter({ hasText: '5 working days' });
    await button(absence, 'Approve').click();
    await absence.getByLabel('Who covers').fill('Ingrid');
    await absence.getByLabel('Who covers').press('Enter');
    await reads(absence, 'Sending …');
    await absence.getByLabel('Who covers').press('Enter');
    await reads(absence, 'Approved');
    expect(arrived.length).toBe(1);
  });

  it('gives its token to the connectors’ origin and to no other', async () => {
    const { page, url } = await run('hub-web');
    const seen: string[] = [];
    page.on('request', (request) => {
      if (request.headers().authorization) seen.push(new URL(request.url()).origin);
    });
    await page.route('https://other.example/**', (route) =>
      route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
    );
    await page.locator('mf-card').first().waitFor();
    await page.evaluate(() => {
      const feed = document.querySelector('mf-card-feed')!;
      feed.cards = {
        id: 'a',
        header: { title: 'Elsewhere' },
        actions: [
          {
            id: 'a',
            action_key: 'DIRECT',
            label: 'Go',
            type: 'POST',
            url: { href: 'https://other.example/go' },
          },
        ],
      };
    });
    const card = page.locator('mf-card').filter({ hasText: 'Elsewhere' });
    const sent = page.waitForRequest('https://other.example/go');
    await button(card, 'Go').click();
    expect((await sent).headers().authorization).toBe(undefined);
    expect(seen).not.toContain('https://other.example');
    expect(seen).not.toContain(url);
  });

  it('says that the cards can’t be loaded, and loads them when the user tries again', async () => {
    const { page } = await run('hub-web');
    const feed = page.locator('mf-card-feed');
    await page.route(/\/cards$/, (route) => route.abort());
    await page.reload();
    await reads(feed, 'The cards could not be loaded.');
    await page.unroute(/\/cards$/);
    await button(feed, 'Try again').click();
    await page.locator('mf-card').filter({ hasText: 'Lisbon offsite' }).waitFor();
    expect(await feed.getByText('could not be loaded').count()).toBe(0);
  });

  it('warns before what was typed is lost with the page', async () => {
    const { page } = await run('hub-web');
    const expense = page.locator('mf-card').filter({ hasText: 'Lisbon offsite' });
    await button(expense, 'Decline').click();
    await expense.getByLabel('Reason').pressSequentially('Half a rea');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    // Not left open: Chromium has died of a window that stays and is closed with its context at once.
    const closed = page.waitForEvent('close');
    await dialog.accept();
    await closed;
  });
});

describe('given the connector by itself', () => {
  it('takes forms only, knows who is allowed, and does nothing twice', async () => {
    const { page, url, arrived } = await run('hub-web');
    const { flows } = (await (await page.request.get(`${url}/config`)).json()) as { flows: string };
    const { token } = (await (await page.request.get(`${url}/token`)).json()) as { token: string };
    const headers = { authorization: `Bearer ${token}`, 'x-request-id': 'one' };
    const approve = `${flows}/tasks/expense-4711/approve`;

    expect((await page.request.get(`${flows}/cards`)).status()).toBe(401);
    expect((await page.request.post(approve, { form: { task: '1' } })).status()).toBe(401);
    expect((await page.request.post(approve, { headers, data: { task: '1' } })).status()).toBe(415);
    expect(arrived).toEqual([]);

    const first = await page.request.post(approve, { headers, form: { task: '1' } });
    const again = await page.request.post(approve, { headers, form: { task: '1' } });
    const other = await page.request.post(approve, {
      headers: { ...headers, 'x-request-id': 'two' },
      form: { task: '1' },
    });
    expect([first.status(), again.status(), other.status()]).toEqual([200, 200, 404]);
  });
});

describe('given the intranet', () => {
  it('is one file: nothing is loaded but the page, the bundle, and what the cards need', async () => {
    const { page, url } = await run('intranet');
    await page.locator('mf-card').first().waitFor();
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    const paths = loaded.map((name) => name.replace(url, '')).filter((path) => !path.startsWith('/icons/'));
    expect(new Set(paths)).toEqual(new Set(['/mf-card/mf-card.bundle.js', '/cards']));
  });
});

describe('given the mail app', () => {
  it('makes the view as high as the card, whether that grows or shrinks', async () => {
    const { page } = await run('boxer-webview');
    const view = page.locator('iframe');
    const card = page.frameLocator('iframe').locator('mf-card');
    await card.getByRole('button', { name: 'Decline' }).waitFor();
    const height = async () => (await view.boundingBox())!.height;
    const fits = async () => {
      const content = await card.evaluate(() => document.documentElement.getBoundingClientRect().height);
      return Math.ceil(content) === (await height());
    };
    await expect.poll(fits).toBe(true);
    const closed = await height();
    await button(card, 'Decline').click();
    await expect.poll(height).toBeGreaterThan(closed + 50);
    await expect.poll(fits).toBe(true);
    await button(card, 'Cancel').click();
    await expect.poll(height).toBe(closed);
  });

  it('gives the page in the view no token, and lets no other page frame it', async () => {
    const { page, url } = await run('boxer-webview');
    const card = page.frameLocator('iframe').locator('mf-card');
    await card.getByRole('button', { name: 'Approve' }).waitFor();
    const { token, card: cardUrl } = (await (await page.request.get(`${url}/config`)).json()) as Record<
      string,
      string
    >;
    const known = await card.evaluate(async () => {
      const entries = performance.getEntriesByType('resource').map(({ name }) => name);
      const texts = await Promise.all(
        entries.filter((name) => name.startsWith(origin)).map(async (name) => (await fetch(name)).text()),
      );
      return [document.documentElement.outerHTML, document.cookie, ...texts].join('\n');
    });
    expect(known.includes(token!)).toBe(false);
    const answer = await page.request.get(cardUrl!);
    expect(answer.headers()['content-security-policy']).toBe(`frame-ancestors ${new URL(page.url()).origin}`);
  });
});
