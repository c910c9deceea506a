import { describe, expect, it } from 'vitest';
import { inChromium, type NewPage } from '../support/built-in-chromium.js';
import { open } from './built-page.js';

inChromium();

const card = {
  id: 'a',
  header: { title: 'Trip to Lisbon' },
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

declare global {
  interface Window {
    /** How often an action was heard at the document. */
    actions: number;
  }
}

/** A page whose module counts actions, and answers them. `?other` gives a copy of its own, as another version would be. */
async function page(body: string, script: string): Promise<NewPage> {
  const opened = await open({
    '/': `<!doctype html><html lang="en"><body>${body}<script type="module" src="/app.js"></script></body></html>`,
    '/app.js': `
      window.actions = 0;
      document.addEventListener('mf-action', (event) => { actions++; event.respondWith({ kind: 'done' }); });
      const card = ${JSON.stringify(card)};
      ${script}
      document.body.dataset.ready = '';`,
  });
  await opened.page.locator('[data-ready]').waitFor();
  return opened;
}

async function approves({ page, errors }: NewPage, tag = 'mf-card'): Promise<void> {
  const element = page.locator(tag);
  await element.getByRole('button', { name: 'Approve' }).click();
  await element.getByRole('paragraph').getByText('Approved').waitFor();
  expect(await page.evaluate(() => window.actions)).toBe(1);
  expect(errors).toEqual([]);
}

const BUNDLE = '/dist/mf-card.bundle.js';

describe('given a page that uses an element', () => {
  it('before it is defined, shows the card that was set by then', async () => {
    const opened = await page(
      '<mf-card></mf-card>',
      `document.querySelector('mf-card').card = card; await import('${BUNDLE}');`,
    );
    await approves(opened);
  });

  it('after it was defined, shows it as well', async () => {
    const opened = await page(
      '',
      `await import('${BUNDLE}');
      document.body.append(Object.assign(document.createElement('mf-card'), { card }));`,
    );
    await approves(opened);
  });
});

describe('given two copies of the library on a page', () => {
  it('the first one defines the elements, and an action is heard once', async () => {
    const opened = await page(
      '<mf-card></mf-card>',
      `const first = await import('${BUNDLE}');
      const second = await import('${BUNDLE}?other');
      if (first.MfCard === second.MfCard) throw new Error('it is one copy');
      if (customElements.get('mf-card') !== first.MfCard) throw new Error('the second one has defined it');
      document.querySelector('mf-card').card = card;`,
    );
    await approves(opened);
  });

  it('a store of the second one is understood by the elements of the first one', async () => {
    const opened = await page(
      '<mf-card></mf-card>',
      `await import('${BUNDLE}');
      const { CardStore } = await import('${BUNDLE}?other');
      const element = document.querySelector('mf-card');
      window.store = new CardStore();
      element.store = store;
      element.card = card;`,
    );
    await approves(opened);
    expect(
      await opened.page.evaluate(() =>
        JSON.stringify((window as never as { store: { snapshot(): unknown } }).store.snapshot()),
      ),
    ).toContain('DIRECT');
  });

  it('the second one can have a prefix of its own', async () => {
    const opened = await page(
      '<mf-card></mf-card><other-card></other-card>',
      `await import('${BUNDLE}');
      const { defineElements, MfCard } = await import('${BUNDLE}?other');
      defineElements({ prefix: 'other' });
      if (!(document.querySelector('other-card') instanceof MfCard)) throw new Error('it is of the first copy');
      document.querySelector('other-card').card = card;`,
    );
    await approves(opened, 'other-card');
  });
});

describe('given a registry of a part of the page', () => {
  it('the elements of it are those of the copy that has defined them there', async () => {
    const opened = await page(
      '<main></main>',
      `await import('${BUNDLE}');
      const { defineElements, MfCard } = await import('${BUNDLE}?other');
      const registry = new CustomElementRegistry();
      defineElements({ registry });
      const root = document.querySelector('main').attachShadow({ mode: 'open', customElementRegistry: registry });
      root.innerHTML = '<mf-card></mf-card>';
      const element = root.querySelector('mf-card');
      if (!(element instanceof MfCard)) throw new Error('it is of the first copy');
      element.card = card;`,
    );
    await approves(opened);
  });
});
