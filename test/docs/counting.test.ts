import { expect } from '@open-wc/testing';
import { concurExpense } from '../../stories/cards/index.js';
import type { MfCardFeed } from '../../src/index.js';
import { mockTransport } from '../../src/transports/index.js';
import { cardsOf, press, showFeed, typeInto, until } from '../card-page.js';

/** Runs the example of docs/hosts.md as it is printed, in this page. */
async function runExample(feed: MfCardFeed): Promise<void> {
  const page = await (await fetch('/docs/hosts.md')).text();
  const code =
    /## What a page can count[\s\S]*?```js\n([\s\S]+?)```/.exec(page)?.[1] ?? 'The page has no example.';
  Object.assign(window, { feed });
  const script = document.createElement('script');
  script.type = 'module';
  script.src = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  await new Promise((done, fail) => {
    script.onload = done;
    script.onerror = fail;
    document.head.append(script);
  });
  URL.revokeObjectURL(script.src);
}

it('counts what a user does as docs/hosts.md prints it, without a word of the card', async () => {
  const told: Record<string, unknown>[] = [];
  const { sendBeacon } = navigator;
  navigator.sendBeacon = (url, data) => told.push({ url, ...(JSON.parse(data as string) as object) }) > 0;
  const feed = await showFeed(concurExpense, { transport: mockTransport() });
  await runExample(feed);
  const card = cardsOf(feed)[0]!;
  await press(card, 'Approve');
  await typeInto(card, 'Comment', 'Between us');
  await press(card, 'Submit');
  await until(
    () => told.some(({ what }) => what === 'done') && told.some(({ what }) => what === 'seen'),
    () => JSON.stringify(told),
  );
  navigator.sendBeacon = sendBeacon;
  const done = told.find(({ what }) => what === 'done')!;
  expect([done.url, done.action, Number.isInteger(done.ms)]).to.deep.equal(['/usage', 'USER_INPUT', true]);
  expect(JSON.stringify(told)).not.to.match(/Between us|Travel Expense/);
});
