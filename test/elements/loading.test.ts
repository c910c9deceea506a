import { ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { setServerTime, transportContext, type MfCardFeed, type Transport } from '../../src/index.js';
import { fetchTransport, mockTransport } from '../../src/transports/index.js';
import { action, card } from '../cards.js';
import {
  all,
  button,
  buttons,
  cardsOf,
  control,
  drawn,
  hides,
  later,
  press,
  showFeed,
  shows,
  textOf,
  titles,
  typeInto,
  until,
} from '../card-page.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One way to answer a load. */
type Answer = unknown[] | Response | Error | Promise<unknown[]> | null | undefined;

const undo: (() => void)[] = [];

afterEach(() => {
  // Or a feed would load again while what it needs is put back.
  for (const feed of document.querySelectorAll('mf-card-feed')) feed.remove();
  for (const back of undo.splice(0).toReversed()) back();
});

function put<Owner extends object>(
  owner: Owner,
  name: keyof Owner & string,
  property: PropertyDescriptor,
): void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...property });
  undo.push(() => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  });
}

/** The page's `fetch`, which answers in turn and then goes on with the last one, and what it was asked for. */
function server(...answers: Answer[]): Request[] {
  const asked: Request[] = [];
  const answer = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const next = answers[Math.min(asked.push(request), answers.length) - 1];
    if (next instanceof Error) throw next;
    if (next instanceof Response) return next.clone();
    return Response.json(await next);
  };
  put(window, 'fetch', { value: answer, writable: true });
  return asked;
}

/** A transport that can load, and the addresses and signals that it was given. */
function loader(...answers: Answer[]) {
  const asked: { src: string | null | undefined; signal: AbortSignal }[] = [];
  const transport: Transport = {
    submit: () => Promise.resolve(),
    async load({ src, signal }) {
      const next = answers[Math.min(asked.push({ src, signal }), answers.length) - 1];
      if (next instanceof Error) throw next;
      return next;
    },
  };
  return { transport, asked };
}

const titled = (title: string) => card({ backend_id: title, header: { title } });

/** The clock of the page is put on, as when the computer has slept. */
function letPass(milliseconds: number): void {
  const { now } = Date;
  put(Date, 'now', { value: () => now() + milliseconds, writable: true });
}

/** Hides the page, or shows it again. */
function setHidden(hidden: boolean): void {
  put(document, 'hidden', { get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

function setOnline(online: boolean): void {
  put(window.navigator, 'onLine', { get: () => online });
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

type Settings = Partial<Pick<MfCardFeed, 'src' | 'poll' | 'transport' | 'timeLimit'>>;

async function place(settings: Settings): Promise<MfCardFeed> {
  const feed = Object.assign(document.createElement('mf-card-feed'), settings);
  await fixture(html`<main>${feed}</main>`);
  await feed.updateComplete;
  return feed;
}

/** Waits until a feed shows exactly these cards. */
async function showsCards(feed: MfCardFeed, ...names: string[]): Promise<void> {
  await until(
    () => titles(feed).join() === names.join(),
    () => `Shown are: ${titles(feed).join(', ')}`,
  );
  await drawn(feed);
}

async function asksTimes(asked: readonly unknown[], times: number): Promise<void> {
  await until(
    () => asked.length >= times,
    () => `It was loaded ${asked.length} times`,
  );
}

/** Gives what could be loaded by now the time to be. */
async function settled(feed: MfCardFeed): Promise<void> {
  await feed.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
  await feed.updateComplete;
}

describe('given a feed with an address', () => {
  it('loads it once, as the page does', async () => {
    const asked = server([titled('A'), titled('B')]);
    const el = await fixture<MfCardFeed>(html`<mf-card-feed src="/cards?of=me"></mf-card-feed>`);
    expect(cardsOf(el).length).to.equal(0);
    await showsCards(el, 'A', 'B');
    expect(
      asked.map(({ url, headers, credentials, cache }) => [url, headers.get('accept'), credentials, cache]),
    ).to.deep.equal([
      [new URL('/cards?of=me', location.href).href, 'application/json', 'same-origin', 'no-cache'],
    ]);
    letPass(24 * 60 * MINUTE);
    window.dispatchEvent(new Event('pageshow'));
    await settled(el);
    expect(asked.length).to.equal(1);
  });

  it('loads for real', async () => {
    const src = URL.createObjectURL(new Blob([JSON.stringify({ objects: [titled('Real')] })]));
    undo.push(() => URL.revokeObjectURL(src));
    await showsCards(await place({ src }), 'Real');
  });

  it('shows that it loads, and that there is nothing when nothing came', async () => {
    const { promise, give } = later<unknown[]>();
    server(promise);
    const feed = await place({ src: '/cards' });
    expect(feed.renderRoot.querySelectorAll('[part=skeleton]').length).to.equal(1);
    give([]);
    await shows(feed, 'Nothing needs your attention.');
    expect(feed.renderRoot.querySelectorAll('[part=skeleton]').length).to.equal(0);
  });

  for (const nothing of [undefined, null])
    it(`says that there is nothing when its transport brings ${nothing}`, async () => {
      const { transport } = loader(nothing);
      await shows(await place({ src: '/cards', transport }), 'Nothing needs your attention.');
    });

  it('has its transport load it, where that can', async () => {
    const page = server([titled('By the page')]);
    const { transport, asked } = loader([titled('By the transport')]);
    await showsCards(await place({ src: '/cards', transport }), 'By the transport');
    expect([page.length, asked.map(({ src }) => src)]).to.deep.equal([0, ['/cards']]);
    const { load, ...sender } = mockTransport();
    await showsCards(await place({ src: '/cards', transport: sender }), 'By the page');
    expect([load, page.length]).to.deep.equal([undefined, 1]);
  });

  it('has the transport of the nearest provider load it', async () => {
    const page = server([titled('By the page')]);
    const { transport } = loader([titled('By the provider')]);
    const around = await fixture<HTMLElement>(html`<div></div>`);
    new ContextProvider(around, { context: transportContext, initialValue: transport });
    const feed = Object.assign(document.createElement('mf-card-feed'), { src: '/cards' });
    around.append(feed);
    await showsCards(feed, 'By the provider');
    expect(page.length).to.equal(0);
  });

  it('sends the token of a transport to where it is trusted, and the address is relative to its base', async () => {
    const asked: Request[] = [];
    const transport = fetchTransport({
      base: 'https://flows.example/app/',
      headers: () => ({ authorization: 'Bearer token' }),
      fetch: (request) => {
        asked.push(request as Request);
        return Promise.resolve(Response.json([titled('A')]));
      },
    });
    const feed = await place({ src: 'cards', transport });
    await showsCards(feed, 'A');
    feed.src = 'https://other.example/cards';
    await asksTimes(asked, 2);
    expect(asked.map(({ url, headers }) => `${url} ${headers.get('authorization')}`)).to.deep.equal([
      'https://flows.example/app/cards Bearer token',
      'https://other.example/cards null',
    ]);
  });

  it('gives up what is on its way when it gets another one, and ignores what comes of it', async () => {
    const old = later<unknown[]>();
    const { transport, asked } = loader(old.promise, [titled('New')]);
    const feed = await place({ src: '/old', transport });
    feed.src = '/new';
    await showsCards(feed, 'New');
    expect(asked.map(({ src, signal }) => [src, signal.aborted])).to.deep.equal([
      ['/old', true],
      ['/new', false],
    ]);
    old.give([titled('Old')]);
    await settled(feed);
    expect(titles(feed)).to.deep.equal(['New']);
  });

  it('loads a new one once when it is asked in the same breath', async () => {
    const { transport, asked } = loader([titled('A')]);
    const feed = await place({ src: '/old', transport });
    await showsCards(feed, 'A');
    feed.src = '/new';
    await feed.refresh();
    await settled(feed);
    expect(asked.map(({ src }) => src)).to.deep.equal(['/old', '/new']);
  });

  it('stops when it has none any more, and keeps its cards', async () => {
    const { transport, asked } = loader([titled('A')]);
    const feed = await place({ src: '/cards', transport });
    await showsCards(feed, 'A');
    feed.src = null;
    await settled(feed);
    await feed.refresh();
    expect([titles(feed), asked.map(({ src }) => src)]).to.deep.equal([['A'], ['/cards', null]]);
  });

  it('says where a text is wrong, and keeps the last good cards', async () => {
    const text = '[\n  {"id": "a" "b"}\n]';
    server([titled('Good')], new Response(text));
    const feed = await place({ src: '/cards' });
    await showsCards(feed, 'Good');
    await feed.refresh();
    await feed.updateComplete;
    expect(
      feed.diagnostics.map(({ code, range }) => [code, range?.start.line, range?.start.column]),
    ).to.deep.equal([['json-syntax', 2, 14]]);
    expect(titles(feed)).to.deep.equal(['Good']);
  });
});

describe('given a feed without an address', () => {
  it('loads nothing by itself, whatever its transport can', async () => {
    const page = server([titled('A')]);
    const { transport, asked } = loader([titled('A')]);
    const feed = await place({ transport });
    await settled(feed);
    expect([page.length, asked.length]).to.deep.equal([0, 0]);
  });

  it('has its transport load when it is told to poll', async () => {
    const { transport, asked } = loader([titled('A')]);
    await showsCards(await place({ transport, poll: MINUTE }), 'A');
    expect(asked.map(({ src }) => src)).to.deep.equal([null]);
  });

  it('has its transport load when it is asked, and gives up when it leaves the page', async () => {
    const { transport, asked } = loader([titled('A')], later<unknown[]>().promise);
    const feed = await place({ transport });
    await feed.refresh();
    await showsCards(feed, 'A');
    const again = feed.refresh();
    feed.remove();
    await again;
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([false, true]);
  });

  it('does nothing when it is asked and has nothing to load from', async () => {
    const page = server([titled('A')]);
    const feed = await place({ poll: MINUTE });
    await feed.refresh();
    feed.remove();
    feed.src = '/cards';
    await feed.refresh();
    expect(page.length).to.equal(0);
  });
});

describe('given a feed that polls', () => {
  it('loads again and again, and keeps what the user types', async () => {
    const form = action({ label: 'Reject', user_input: [{ id: 'why', label: 'Why' }] });
    const one = { ...titled('A'), actions: [form] };
    const { transport, asked } = loader([one], [one, titled('B')]);
    const feed = await place({ transport, src: '/cards', poll: 1000 });
    await showsCards(feed, 'A');
    await press(feed, 'Reject');
    await typeInto(feed, 'Why', 'Not now');
    await asksTimes(asked, 3);
    await settled(feed);
    expect(control(feed, 'Why').value).to.equal('Not now');
  });

  it('waits while the page is hidden, and loads when it is back', async () => {
    const { transport, asked } = loader([titled('A')], [titled('B')]);
    const feed = await place({ transport, src: '/cards', poll: MINUTE });
    await showsCards(feed, 'A');
    setHidden(true);
    letPass(MINUTE);
    window.dispatchEvent(new Event('pageshow'));
    await settled(feed);
    expect(asked.length).to.equal(1);
    setHidden(false);
    await asksTimes(asked, 2);
    setHidden(true);
    setHidden(false);
    await settled(feed);
    expect(asked.length).to.equal(2);
  });

  it('waits while the browser is offline, and loads when it is back', async () => {
    const { transport, asked } = loader([titled('A')]);
    const feed = await place({ transport, src: '/cards', poll: MINUTE });
    await showsCards(feed, 'A');
    setOnline(false);
    letPass(MINUTE);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(feed);
    expect(asked.length).to.equal(1);
    setOnline(true);
    await asksTimes(asked, 2);
  });

  it('loads right after the page comes out of the back-forward cache', async () => {
    const { transport, asked } = loader([titled('A')]);
    const feed = await place({ transport, src: '/cards', poll: MINUTE });
    await showsCards(feed, 'A');
    for (const [page, type] of [
      [window, 'pageshow'],
      [document, 'resume'],
    ] as const) {
      const before = asked.length;
      page.dispatchEvent(new Event(type));
      await settled(feed);
      expect(asked.length, type).to.equal(before);
      letPass(MINUTE);
      page.dispatchEvent(new Event(type));
      await asksTimes(asked, before + 1);
      await settled(feed);
    }
  });

  it('never has two loads at once', async () => {
    const slow = later<unknown[]>();
    const { transport, asked } = loader(slow.promise, [titled('B')]);
    const feed = await place({ transport, src: '/cards', poll: MINUTE, timeLimit: 0 });
    letPass(5 * MINUTE);
    window.dispatchEvent(new Event('online'));
    const [one, other] = [feed.refresh(), feed.refresh()];
    await settled(feed);
    expect(asked.length).to.equal(1);
    slow.give([titled('A')]);
    await Promise.all([one, other]);
    await showsCards(feed, 'A');
    expect(asked.length).to.equal(1);
  });

  it('shares nothing with another one', async () => {
    const [one, other] = [loader([titled('A')]), loader(new Error('down'), [titled('B')])];
    const feeds = [
      await place({ transport: one.transport, src: '/a', poll: MINUTE }),
      await place({ transport: other.transport, src: '/b' }),
    ] as const;
    await showsCards(feeds[0], 'A');
    await shows(feeds[1], 'could not be loaded');
    letPass(MINUTE);
    window.dispatchEvent(new Event('pageshow'));
    await asksTimes(one.asked, 2);
    expect(other.asked.length).to.equal(1);
    feeds[0].remove();
    await feeds[1].refresh();
    await showsCards(feeds[1], 'B');
  });
});

describe('given a load that fails', () => {
  it('keeps the cards, says so, and heals when the user tries again', async () => {
    const asked = server([titled('A')], new Response('', { status: 503 }), [titled('B')]);
    const feed = await place({ src: '/cards' });
    await showsCards(feed, 'A');
    await feed.refresh();
    await shows(feed, 'New cards could not be loaded.');
    expect(titles(feed)).to.deep.equal(['A']);
    await press(feed, 'Try again');
    await hides(feed, 'could not be loaded');
    expect(asked.length).to.equal(3);
  });

  it('says so without cards, too', async () => {
    server(new TypeError('Failed to fetch'));
    const feed = await place({ src: '/cards' });
    await shows(feed, 'The cards could not be loaded.');
    expect(button(feed, 'Try again').checkVisibility()).to.equal(true);
  });

  it('fails when an answer does not come in time', async () => {
    const never = later<unknown[]>();
    const { transport, asked } = loader(never.promise);
    const feed = await place({ transport, src: '/cards', timeLimit: 50 });
    await shows(feed, 'The cards could not be loaded.');
    expect(asked.map(({ signal }) => (signal.reason as Error).name)).to.deep.equal(['TimeoutError']);
  });

  it('waits as long as the server asks, also when the page is back', async () => {
    const asked = server(new Response('', { status: 429, headers: { 'retry-after': '3600' } }), [
      titled('A'),
    ]);
    const feed = await place({ src: '/cards', poll: MINUTE });
    await shows(feed, 'could not be loaded');
    letPass(59 * MINUTE);
    window.dispatchEvent(new Event('pageshow'));
    await settled(feed);
    expect(asked.length).to.equal(1);
    letPass(MINUTE);
    window.dispatchEvent(new Event('pageshow'));
    await showsCards(feed, 'A');
  });
});

describe('given a connector that could not send its cards', () => {
  const partly = (status: number) => ({
    results: [
      { connector_id: 'concur', cards: [titled('A')], connector_status: { status: 200 } },
      { connector_id: 'jira', cards: [], connector_status: { status } },
    ],
  });

  it('names it, and heals when the user tries again', async () => {
    server(Response.json(partly(503)), Response.json(partly(200)));
    const feed = await place({ src: '/cards' });
    await shows(feed, 'jira can’t be reached');
    expect(feed.failedConnectors).to.deep.equal([{ connectorId: 'jira', status: 503 }]);
    await press(feed, 'Try again');
    await hides(feed, 'jira can’t be reached');
    expect([titles(feed), feed.failedConnectors]).to.deep.equal([['A'], []]);
  });

  it('offers nothing to try where the page gave the cards', async () => {
    const feed = await showFeed(partly(503));
    expect([textOf(feed).includes('jira can’t be reached'), buttons(feed)]).to.deep.equal([
      true,
      ['Approve'],
    ]);
  });
});

describe('given words of the page’s own', () => {
  const own = (slot: string, text: string) => html`<p slot=${slot}>${text}</p>`;

  it('shows them when the cards could not be loaded', async () => {
    server(new TypeError('Failed to fetch'), [titled('A')]);
    const feed = await fixture<MfCardFeed>(
      html`<mf-card-feed src="/cards">${own('load-failed', 'Call 4711.')}</mf-card-feed>`,
    );
    await shows(feed, 'Call 4711.');
    expect(textOf(feed)).to.equal('Call 4711.');
    await feed.refresh();
    await hides(feed, 'Call 4711.');
  });

  it('shows them when a connector could not send its cards, and when no card passes the filter', async () => {
    const feed = await fixture<MfCardFeed>(
      html`<mf-card-feed
        .cards=${{ results: [{ connector_id: 'jira', cards: [titled('A')], connector_status: { status: 500 } }] }}
        .filter=${{ text: 'nothing has this' }}
        >${own('connector-failed', 'Jira sleeps.')}${own('no-match', 'Try fewer words.')}</mf-card-feed
      >`,
    );
    await drawn(feed);
    expect(textOf(feed)).to.equal('Jira sleeps.');
    feed.cards = [titled('A')];
    await drawn(feed);
    expect(textOf(feed)).to.equal('Try fewer words.');
  });
});

for (const by of [MINUTE, HOUR, 24 * HOUR, 87_648 * HOUR].flatMap((away) => [away, -away]))
  describe(`given a device whose clock is ${-by / MINUTE} minutes ahead of the server’s`, () => {
    afterEach(() => setServerTime(Date.now()));
    const at = (away: number) => new Date(Date.now() + by + away).toISOString();

    it('shows each card for as long as it is good by the clock of the server, and takes its actions', async () => {
      const cards = [titled('Gone'), titled('Good')];
      Object.assign(cards[0] ?? {}, { expiration_date: at(-10_000), creation_date: at(-2 * HOUR) });
      Object.assign(cards[1] ?? {}, { expiration_date: at(1.5 * HOUR), creation_date: at(-HOUR - 10_000) });
      server(Response.json(cards, { headers: { date: new Date(Date.now() + by).toUTCString() } }));
      const sent = later<string>();
      const feed = await place({
        src: '/cards',
      });
      feed.addEventListener('mf-action', (event) => {
        sent.give(event.request.cardKey);
        event.respondWith(Promise.resolve(undefined));
      });
      await showsCards(feed, 'Good');
      const [good] = cardsOf(feed);
      expect(all(good as Element, 'time').map(textOf)).to.deep.equal(['1 hour ago', 'Expires in 1 hour']);
      await press(good as Element, 'Approve');
      await shows(good as Element, 'Approved');
      expect(await sent.promise).to.contain('Good');
    });
  });

it('does not put its clock back by an answer that a service worker may have kept', async () => {
  put(navigator, 'serviceWorker', { value: { controller: {} } });
  const gone = { ...titled('Gone'), expiration_date: new Date(Date.now() - HOUR).toISOString() };
  const date = new Date(Date.now() - 24 * HOUR).toUTCString();
  server(Response.json([gone, titled('Good')], { headers: { date } }));
  await showsCards(await place({ src: '/cards' }), 'Good');
});

describe('given a feed that is moved', () => {
  it('goes on with its load', async () => {
    const { promise, give } = later<unknown[]>();
    const { transport, asked } = loader(promise);
    const feed = await place({ transport, src: '/cards' });
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    feed.remove();
    elsewhere.append(feed);
    await settled(feed);
    give([titled('A')]);
    await showsCards(feed, 'A');
    elsewhere.before(feed);
    await settled(feed);
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([false]);
  });

  it('gives up and waits for nothing while it is away, and loads when it is back', async () => {
    const { transport, asked } = loader(later<unknown[]>().promise, [titled('A')]);
    const feed = await place({ transport, src: '/cards', poll: MINUTE });
    const around = feed.parentElement!;
    feed.remove();
    await settled(feed);
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true]);
    letPass(MINUTE);
    window.dispatchEvent(new Event('online'));
    await settled(feed);
    expect(asked.length).to.equal(1);
    around.append(feed);
    await showsCards(feed, 'A');
    expect(asked.length).to.equal(2);
  });

  it('goes by the life of the document it is in', async () => {
    const { transport, asked } = loader([titled('A')]);
    const feed = await place({ transport, src: '/cards', poll: MINUTE });
    await showsCards(feed, 'A');
    const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
    frame.contentDocument!.body.append(feed);
    await settled(feed);
    expect(asked.length).to.equal(1);
    letPass(MINUTE);
    window.dispatchEvent(new Event('online'));
    await settled(feed);
    expect(asked.length).to.equal(1);
    frame.contentWindow!.dispatchEvent(new Event('online'));
    await asksTimes(asked, 2);
  });
});
