import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MfCardFeed } from '../../src/index.js';
import { concurExpense } from '../../stories/cards/index.js';
import { cardsOf, press, shows, until } from '../card-page.js';

/** The first example of the README in a page of its own, as it is printed; `mf-card` is the sources. */
async function smallestHost(answers: (request: Request) => Response): Promise<MfCardFeed> {
  const readme = await (await fetch('/README.md')).text();
  const example = /```html\n(<mf-card-feed>[\s\S]+?)```/.exec(readme)?.[1] ?? 'The README has no example.';
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

describe('given the smallest host, as the README prints it', () => {
  it('shows the cards of the page, and sends what the user approves', async () => {
    const sent: Request[] = [];
    const feed = await smallestHost((request) => {
      if (request.method === 'POST') sent.push(request.clone());
      return Response.json(request.url.endsWith('/cards') ? { objects: [concurExpense] } : {});
    });
    const [card] = cardsOf(feed);
    await shows(card!, 'Approve');
    await press(card!, 'Approve');
    await sendKeys({ type: 'Fine' });
    await press(card!, 'Submit');
    await shows(card!, 'Approved');
    expect(sent.map(({ url }) => new URL(url).pathname)).to.deep.equal([
      new URL(concurExpense.actions[0]!.url.href, location.href).pathname,
    ]);
    expect(new URLSearchParams(await sent[0]!.text()).get('comment')).to.equal('Fine');
    document.querySelector('iframe')?.remove();
  });
});
