import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import type { ActionRequest } from '../../src/index.js';
import { bridgeTransport } from '../../src/transports/index.js';
import { until } from '../card-page.js';

const request = {
  card: { id: 'card/1' },
  action: { id: 'a', label: 'Approve', request: { report: '7' } },
  values: { reason: 'Fine + good & “round”', tag: ['x', 'y'] },
} as unknown as ActionRequest;
const { signal } = new AbortController();

/** An app that watches for its addresses. */
function app(connectorId: string | (() => string) = 'concur') {
  const urls: URL[] = [];
  const transport = bridgeTransport({
    over: 'legacy',
    connectorId,
    // An http address reads alike in every browser.
    navigate: (url) => urls.push(new URL(url.replace(/^roswellframework:/, 'http:'))),
  });
  const next = async (count: number) => {
    await until(
      () => urls.length === count,
      () => `${urls.length} addresses, not ${count}`,
    );
    return urls.at(-1)!;
  };
  const answer = (url: URL, done: unknown) => {
    const name = url.searchParams.get('callback')!;
    (window as unknown as Record<string, (url: string, done: unknown) => void>)[name]!(url.href, done);
  };
  return { transport, urls, next, answer };
}

describe('given an app that watches for addresses', () => {
  it('tells it connector, card, answers and action, and takes its word', async () => {
    const { transport, next, answer } = app();
    const outcome = transport.submit(request, { signal });
    const url = await next(1);
    expect([url.hostname, url.pathname]).to.deep.equal(['concur', '/card%2F1']);
    expect([url.searchParams.get('reason'), url.searchParams.getAll('tag')]).to.deep.equal([
      'Fine + good & “round”',
      ['x', 'y'],
    ]);
    expect(url.search).not.to.contain('+');
    expect(JSON.parse(url.searchParams.get('action')!)).to.deep.equal(request.action);
    answer(url, true);
    expect(await outcome).to.deep.equal({ kind: 'done' });
    expect(isGone(url)).to.equal(true);
  });

  for (const said of [false, 'true', 1, undefined])
    it(`fails when it says ${String(said)}`, async () => {
      const { transport, next, answer } = app(() => 'jira');
      const outcome = transport.submit(request, { signal });
      answer(await next(1), said);
      expect(await outcome).to.deep.equal({ kind: 'failed' });
    });

  it('goes to one address after the other', async () => {
    const { transport, urls, next, answer } = app();
    const both = Promise.all([transport.submit(request, { signal }), transport.submit(request, { signal })]);
    await nextFrame();
    expect(urls.length).to.equal(1);
    await next(2);
    for (const url of urls) answer(url, true);
    expect((await both).map((outcome) => (outcome as { kind: string }).kind)).to.deep.equal(['done', 'done']);
  });

  it('asks nobody whether the page may be left, and leaves no frame behind', async () => {
    const transport = bridgeTransport({ over: 'legacy', connectorId: 'concur' });
    let asked = 0;
    const guard = () => asked++;
    addEventListener('beforeunload', guard);
    const outcome = transport.submit(request, { signal });
    const frame = () =>
      document.querySelector<HTMLIFrameElement>('iframe[src^="roswellframework://concur/"]');
    await until(
      () => frame() !== null,
      () => 'it goes nowhere',
    );
    await aTimeout(200);
    const name = /callback=(\w+)/.exec(frame()!.src)![1]!;
    (window as unknown as Record<string, (url: string, done: unknown) => void>)[name]!('', true);
    expect(await outcome).to.deep.equal({ kind: 'done' });
    removeEventListener('beforeunload', guard);
    expect([asked, frame()]).to.deep.equal([0, null]);
  });

  for (const [what, way] of [
    ['the address can’t be gone to', { navigate: () => fail() }],
    ['nobody knows the connector', { connectorId: () => fail() }],
  ] as const)
    it(`fails, and leaves nothing behind, when ${what}`, async () => {
      const before = Object.keys(window).length;
      const transport = bridgeTransport({ over: 'legacy', ...way });
      const failure = await transport.submit(request, { signal }).catch((error: unknown) => error);
      expect([(failure as Error).message, Object.keys(window).length]).to.deep.equal(['no way', before]);
    });

  it('leaves nothing behind when it is given up or closed', async () => {
    const { transport, next } = app();
    const abort = new AbortController();
    const givenUp = transport.submit(request, { signal: abort.signal });
    const first = await next(1);
    abort.abort();
    const name = (await givenUp.catch((error: unknown) => (error as Error).name)) as string;
    const closed = transport.submit(request, { signal });
    const second = await next(2);
    transport.close();
    const other = (await closed.catch((error: unknown) => (error as Error).name)) as string;
    expect([name, other]).to.deep.equal(['AbortError', 'AbortError']);
    expect([isGone(first), isGone(second)]).to.deep.equal([true, true]);
  });
});

function fail(): never {
  throw new Error('no way');
}

/** Whether the function that the app was to call is gone. */
function isGone(url: URL): boolean {
  return !Object.hasOwn(window, url.searchParams.get('callback') ?? '');
}
