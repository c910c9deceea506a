import { build } from 'esbuild';
import { createElement } from 'react';
// @ts-expect-error -- it has no types
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { MfCard } from '../../src/index.js';
import type * as Components from '../../src/react.js';
import { inChromium, type NewPage } from '../support/built-in-chromium.js';
import { open } from './built-page.js';

inChromium();

interface Shown {
  readonly card: unknown;
  /** Name that the handler notes each action under; without one there is no handler. */
  readonly by?: string;
  readonly className?: string;
  readonly maxRows?: number;
}

declare global {
  interface Window {
    show: (props: Shown) => void;
    unmount: () => void;
    /** Has the app take over what a server has drawn in a new place. */
    takeOver: (html: string, props: object) => void;
    /** Who has heard of which action. */
    heard: string[];
    /** What the component's `ref` has been given. */
    refs: (string | null)[];
    /** How often the app was drawn. */
    drawn: number;
  }
}

/** An app in StrictMode, whose handler is a new function each time. */
const APP = `
import { createElement as h, StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { MfCard } from 'mf-card/react';

const root = createRoot(document.querySelector('main'));
Object.assign(window, { heard: [], refs: [], drawn: 0 });
const note = (element) => { refs.push(element?.localName ?? null); };

function App({ card, by, ...others }) {
  window.drawn++;
  const onMfAction = by && ((event) => {
    heard.push(by + ': ' + event.request.actionKey);
    event.respondWith(Promise.resolve());
  });
  return h(MfCard, { ref: note, card, ...(onMfAction && { onMfAction }), ...others });
}

window.show = (props) => root.render(h(StrictMode, null, h(App, props)));
window.unmount = () => root.unmount();
window.takeOver = (html, props) => {
  const place = document.createElement('section');
  place.innerHTML = html;
  document.body.append(place);
  hydrateRoot(place, h(MfCard, { ref: note, ...props }));
};
`;

let script = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: APP, resolveDir: process.cwd(), sourcefile: 'app.js' },
    bundle: true,
    format: 'esm',
    // Only then does StrictMode do all twice.
    define: { 'process.env.NODE_ENV': '"development"' },
    write: false,
  });
  script = outputFiles[0]!.text;
});

async function app(): Promise<NewPage> {
  const opened = await open({
    '/': '<!doctype html><html lang="en"><body><main></main><script type="module" src="/app.js"></script></body></html>',
    '/app.js': script,
  });
  await opened.page.waitForFunction(() => 'unmount' in window);
  return opened;
}

const card = {
  id: 'a',
  header: { title: 'Trip to Lisbon' },
  body: {
    fields: [
      { type: 'GENERAL', title: 'Amount', description: 'EUR 12' },
      { type: 'GENERAL', title: 'Purpose', description: 'Planning' },
    ],
  },
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
const corrected = { ...card, header: { title: 'Trip to Porto' } };

describe('given a React app in StrictMode', () => {
  it('shows the card, and its ref is the element', async () => {
    const { page, errors } = await app();
    await page.evaluate((card) => window.show({ card, by: 'first' }), card);
    await page.getByRole('heading', { name: 'Trip to Lisbon' }).waitFor();
    expect(await page.evaluate(() => window.refs.at(-1))).toBe('mf-card');
    expect(errors).toEqual([]);
  });

  it('an action is heard once, though all is drawn twice, by the newest handler', async () => {
    const { page, errors } = await app();
    await page.evaluate((card) => window.show({ card, by: 'first' }), card);
    await page.evaluate((card) => window.show({ card, by: 'second' }), card);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('paragraph').getByText('Approved').waitFor();
    expect(await page.evaluate(() => window.heard)).toEqual(['second: DIRECT']);
    expect(await page.evaluate(() => window.drawn)).toBe(4);
    expect(errors).toEqual([]);
  });

  it('a handler that is left out hears nothing any more', async () => {
    const { page } = await app();
    await page.evaluate((card) => window.show({ card, by: 'first' }), card);
    await page.evaluate((card) => window.show({ card }), card);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('was not sent').first().waitFor();
    expect(await page.evaluate(() => window.heard)).toEqual([]);
  });

  it('a new version is drawn by the same element, under the focus', async () => {
    const { page, errors } = await app();
    await page.evaluate((card) => window.show({ card, by: 'first' }), card);
    const button = page.getByRole('button', { name: 'Approve' });
    await button.focus();
    await page.evaluate((card) => window.show({ card, by: 'first' }), corrected);
    await page.getByRole('heading', { name: 'Trip to Porto' }).waitFor();
    expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('paragraph').getByText('Approved').waitFor();
    expect(await page.evaluate(() => window.heard)).toEqual(['first: DIRECT']);
    expect(errors).toEqual([]);
  });

  it('properties are set as such, attributes as such, and one that is left out is as it was at first', async () => {
    const { page } = await app();
    await page.evaluate((card) => window.show({ card, className: 'wide', maxRows: 1 }), card);
    await page.getByRole('button', { name: 'Show 1 more' }).waitFor();
    expect(await page.locator('mf-card').getAttribute('class')).toBe('wide');
    await page.evaluate((card) => window.show({ card }), card);
    await page.getByText('Planning').waitFor();
    expect(await page.locator('mf-card').evaluate((element) => (element as MfCard).maxRows)).toBe(0);
    expect(await page.locator('mf-card').getAttribute('class')).toBe(null);
  });

  it('says nothing of a difference from what the server has drawn where it is told not to', async () => {
    const { page, errors } = await app();
    const props = { title: 'Here', suppressHydrationWarning: true };
    await page.evaluate((props) => window.takeOver('<mf-card title="There"></mf-card>', props), props);
    await page.waitForFunction(() => window.refs.includes('mf-card'));
    expect(errors).toEqual([]);
  });

  it('nothing is left when it is closed', async () => {
    const { page, errors } = await app();
    await page.evaluate((card) => window.show({ card, by: 'first' }), card);
    await page.getByRole('heading').waitFor();
    const element = await page.locator('mf-card').elementHandle();
    await page.evaluate(() => window.unmount());
    await page.waitForFunction(() => !document.querySelector('mf-card'));
    expect(await page.evaluate(() => window.refs.at(-1))).toBe(null);
    expect(await element.evaluate((one) => one.isConnected)).toBe(false);
    expect(errors).toEqual([]);
  });
});

describe('given a React app in a server', () => {
  it('is an empty element, and React has nothing to say', async () => {
    const said = vi.spyOn(console, 'error');
    const built = new URL('../../dist/react.js', import.meta.url).href;
    const { MfCard, MfCardFeed } = (await import(built)) as typeof Components;
    const html = renderToString(
      createElement('main', null, [
        createElement(MfCard, { key: 1, card, lang: 'de', onMfAction: () => undefined }),
        createElement(MfCardFeed, { key: 2, cards: [card], className: 'wide' }),
      ]),
    );
    expect(html).toBe('<main><mf-card lang="de"></mf-card><mf-card-feed class="wide"></mf-card-feed></main>');
    expect(said.mock.calls).toEqual([]);
  });
});
