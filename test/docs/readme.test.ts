import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MfCardFeed } from '../../src/index.js';
import { concurExpense } from '../../stories/cards/index.js';
import { click, until } from '../card-page.js';

/** The first example of the README in a page of its own, as it is printed; `mf-card` is the sources. */
async function smallestHost(answers: (request: Request) => Response): Promise<MfCardFeed> {
  const readme = await (await fetch('/README.md')).text();
  const example = /```html\n(<mf-card-feed[ >][\s\S]+?)```/.exec(readme)?.[1] ?? 'The README has no example.';
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { position: 'fixed', inset: '0', width: '700px', height: '560px' });
  Object.assign(window, { fetchOfHost: (request: Request) => Promise.resolve(answers(request)) });
  frame.srcdoc = `<!doctype html>
    <script type="importmap">{"imports": {"mf-card": "/src/index.ts"}}</script>
    <script>window.fetch = (...request) => parent.fetchOfHost(new Request(...request));</script>
    ${example}`;
  document.body.append(frame);
  const find = () => frame.contentDocument?.querySelector('mf-card-feed') ?? null;
  await until(
    () => (find()?.shadowRoot?.querySelectorAll('li').length ?? 0) > 0,
    () => 'the example shows no card',
  );
  return find()!;
}

/** The shadow root of the feed's card. The finders of other tests know the classes of their own page only. */
function rootOf(feed: MfCardFeed): ShadowRoot {
  return feed.shadowRoot!.querySelector('li > *')!.shadowRoot!;
}

function buttonOf(feed: MfCardFeed, name: string): HTMLButtonElement {
  const all = [...rootOf(feed).querySelectorAll('button')];
  return all.find(({ textContent }) => textContent.trim() === name)!;
}

describe('given the smallest host, as the README prints it', () => {
  it('shows the cards of the page, and sends what the user approves', async () => {
    const sent: Request[] = [];
    const feed = await smallestHost((request) => {
      if (request.method === 'POST') sent.push(request.clone());
      return Response.json(request.url.endsWith('/cards') ? { objects: [concurExpense] } : {});
    });
    await click(buttonOf(feed, 'Approve'));
    await until(
      () => rootOf(feed).querySelector('textarea') !== null,
      () => 'the form does not open',
    );
    await sendKeys({ type: 'Fine' });
    await click(buttonOf(feed, 'Submit'));
    await until(
      () => rootOf(feed).querySelector('[part=action-done]')?.textContent.trim() === 'Approved',
      () => 'the card does not say Approved',
    );
    expect(sent.map(({ url }) => new URL(url).pathname)).to.deep.equal([
      new URL(concurExpense.actions[0]!.url.href, location.href).pathname,
    ]);
    expect(new URLSearchParams(await sent[0]!.text()).get('comment')).to.equal('Fine');
    document.querySelector('iframe')?.remove();
  });
});
