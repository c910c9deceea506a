import { describe, expect, it } from 'vitest';
import type * as Ssr from '../../src/ssr/index.js';
import { figure } from '../support/runs.js';
import { sentCards } from '../support/sent-cards.js';
import { inChromium, type NewPage } from '../support/built-in-chromium.js';
import { open } from './built-page.js';

inChromium();

interface Seen {
  /** Texts, and elements but style sheets, that came, went or changed. */
  readonly mutations: string[];
  readonly texts: string[];
}

declare global {
  interface Window {
    seen: Seen;
    textsNow: () => string[];
  }
}

/** Watches the roots of all cards before any of them is defined. */
const WATCH = `<script>
  const cards = [...document.querySelectorAll('mf-card')];
  window.textsNow = () => cards.map(({ shadowRoot }) => shadowRoot.querySelector('article').textContent.replace(/\\s+/g, ' ').trim());
  window.seen = { mutations: [], texts: textsNow() };
  const drawn = (node) => node.nodeType === 3 ? node.data !== '' : node.nodeType === 1 && node.localName !== 'style';
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records)
      if (type === 'characterData' || [...addedNodes, ...removedNodes].some(drawn))
        seen.mutations.push(type + ' in ' + (target.outerHTML ?? target.data ?? '').slice(0, 200));
  });
  for (const { shadowRoot } of cards)
    observer.observe(shadowRoot, { childList: true, characterData: true, subtree: true });
</script>`;

async function withCards(html: string, script = "import '/dist/mf-card.bundle.js';"): Promise<NewPage> {
  const opened = await open(
    {
      '/': `<!doctype html><html lang="en"><body>${html}${WATCH}<script type="module" src="/app.js"></script></body></html>`,
      '/app.js': script,
    },
    { timezoneId: 'America/New_York' },
  );
  await opened.page.waitForFunction(() => customElements.get('mf-card'));
  await opened.page.evaluate(() =>
    Promise.all(Array.from(document.querySelectorAll('mf-card'), (card) => card.updateComplete)),
  );
  return opened;
}

/** Not known to the compiler, which has no built package. */
const built = new URL('../../dist/ssr.js', import.meta.url).href;
const { renderCards } = (await import(built)) as typeof Ssr;
const READER = { timeZone: 'America/New_York' };

const card = {
  id: 'a',
  header: { title: 'Expense report' },
  body: { fields: [{ type: 'GENERAL', title: 'Amount', description: '12 EUR' }] },
  actions: [
    {
      id: 'ok',
      action_key: 'DIRECT',
      label: 'Approve',
      completed_label: 'Approved',
      type: 'POST',
      url: { href: '/approve' },
    },
  ],
};

describe('given cards that a server has drawn', () => {
  it('the elements take over all that connectors send, and change none of what is shown', async () => {
    const sent = sentCards();
    const html = sent.map(({ json }) => renderCards(json, READER)).join('\n');
    const { page, errors } = await withCards(html);
    const { mutations, texts } = await page.evaluate(() => window.seen);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
    expect(mutations).toEqual([]);
    expect(await page.evaluate(() => window.textsNow())).toEqual(texts);
    expect(errors).toEqual([]);
    figure(
      `drawn by a server: ${texts.length} cards taken over, ${mutations.length} changes of what is drawn`,
    );
  });

  it('are shown before there is a script, and styled', async () => {
    const { page } = await open(
      { '/': `<!doctype html><html lang="en"><body>${renderCards(card)}</body></html>` },
      { javaScriptEnabled: false },
    );
    const article = page.locator('mf-card article');
    expect(await article.innerText()).toContain('12 EUR');
    expect((await article.boundingBox())!.height).toBeGreaterThan(60);
  });

  it('their actions work, and what changes is shown', async () => {
    const { page, errors } = await withCards(
      renderCards(card),
      `import '/dist/mf-card.bundle.js';
      document.addEventListener('mf-action', (event) => event.respondWith(Promise.resolve()));`,
    );
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('paragraph').getByText('Approved').waitFor();
    expect(await page.locator('mf-card').getByRole('button').count()).toBe(0);
    await page.evaluate(
      (next) => {
        document.querySelector('mf-card')!.card = next;
      },
      { ...card, header: { title: 'Another report' } },
    );
    await page.getByRole('heading', { name: 'Another report' }).waitFor();
    expect(await page.locator('mf-card').getByText('Expense report').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('one that a page has given another card by then is drawn anew, once', async () => {
    const { page, errors } = await withCards(
      renderCards(card),
      `document.querySelector('mf-card').card = { header: { title: 'Other', subtitle: ['One', 'Two'] } };
      await import('/dist/mf-card.bundle.js');`,
    );
    await page.getByRole('heading', { name: 'Other' }).waitFor();
    expect(await page.evaluate(() => window.textsNow())).toEqual(['OOtherOneTwo']);
    expect(errors).toEqual([]);
  });

  it('one with other texts of the same shape gets them', async () => {
    const { page } = await withCards(
      renderCards(card),
      `document.querySelector('mf-card').card = ${JSON.stringify({ ...card, header: { title: 'Corrected' } })};
      await import('/dist/mf-card.bundle.js');`,
    );
    await page.getByRole('heading', { name: 'Corrected' }).waitFor();
    expect((await page.evaluate(() => window.seen)).mutations.length).toBeGreaterThan(0);
  });

  it('says the time of the page’s zone where the server said none', async () => {
    const dated = { ...card, creation_date: '2026-01-05T01:00:00Z' };
    const { page } = await withCards(renderCards(dated, { timeZone: 'UTC' }).replace(' time-zone="UTC"', ''));
    expect(await page.locator('mf-card time').innerText()).toBe('Jan 4, 2026');
  });
});
