import { aTimeout, expect } from '@open-wc/testing';
import type { ActionRequest, Attachment } from '../../src/index.js';
import {
  bridgeTransport,
  type BridgeOptions,
  type BridgeRefusal,
  type BridgeTransport,
} from '../../src/transports/index.js';
import { until } from '../card-page.js';
import { NativeSide } from './native-side.js';

const request = { submissionId: 'sub-1', url: '/approve', body: 'a=1' } as ActionRequest;
const file = { name: 'a.txt', url: '/a.txt' } as Attachment;
const { signal } = new AbortController();

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

describe('given a native side at the end of a port', () => {
  it('sends an action once both have greeted, and gives the answer back', async () => {
    const { bridge, native } = byPort();
    const answer = bridge.submit(request, { signal });
    await native.welcome();
    const { call, data, id, mf } = await native.next('request');
    expect([mf, call, data]).to.deep.equal([1, 'submit', request]);
    native.answer(id, { outcome: { kind: 'failed', title: 'Locked' } });
    expect(await answer).to.deep.equal({ kind: 'failed', title: 'Locked' });
  });

  it('greets again when the native side comes later', async () => {
    const { bridge, native } = byPort();
    const answer = bridge.submit(request, { signal });
    await native.next('hello');
    await native.next('hello');
    await native.welcome();
    native.answer((await native.next('request')).id, { outcome: { kind: 'done' } });
    expect(await answer).to.deep.equal({ kind: 'done' });
  });

  it('gives an HTTP response as one', async () => {
    const { bridge, native } = await welcomed();
    const answer = bridge.submit(request, { signal });
    const { id } = await native.next('request');
    native.answer(id, { status: 400, headers: { 'X-Backend-Status': '401' }, body: '{"error":"é"}' });
    const response = (await answer) as Response;
    expect([response.status, response.headers.get('x-backend-status'), await response.text()]).to.deep.equal([
      400,
      '401',
      '{"error":"é"}',
    ]);
  });

  for (const status of [204, 205, 304])
    it(`takes a ${status}, which has no body`, async () => {
      const { bridge, native } = await welcomed();
      const answer = bridge.submit(request, { signal });
      native.answer((await native.next('request')).id, { status });
      const response = (await answer) as Response;
      expect([response.status, await response.text()]).to.deep.equal([status, '']);
    });

  it('fails with what the native side says', async () => {
    const { bridge, native } = await welcomed();
    const answer = failureOf(bridge.submit(request, { signal }));
    native.answer((await native.next('request')).id, { error: 'No route to host' });
    expect(await answer).to.equal('No route to host');
  });

  it('loads cards as text, in one part or in several', async () => {
    const { bridge, native } = await welcomed();
    const cards = bridge.load({ signal });
    const { id, call } = await native.next('request');
    native.answer(id, { status: 200, body: '{"objects":', more: true });
    native.say({ type: 'part', id, n: 1, body: '[', more: true });
    native.say({ type: 'part', id, n: 2, body: ']}' });
    expect([call, await cards]).to.deep.equal(['load', '{"objects":[]}']);
  });

  it('says where a feed wants its cards from', async () => {
    const { bridge, native } = await welcomed();
    for (const src of [undefined, null, 'cards/mine']) {
      const cards = bridge.load({ signal, ...(src !== undefined && { src }) });
      const { id, data } = await native.next('request');
      native.answer(id, { status: 200, body: '[]' });
      expect([await cards, data]).to.deep.equal(['[]', src ? { src } : null]);
    }
  });

  it('says when cards are refused, and how long to wait', async () => {
    const { bridge, native } = await welcomed();
    const cards = bridge.load({ signal }).catch((error: unknown) => error);
    native.answer((await native.next('request')).id, { status: 503, headers: { 'retry-after': '7' } });
    const { message, status, retryAfter } = (await cards) as Record<string, unknown>;
    expect(message).to.contain('503');
    expect([status, retryAfter]).to.deep.equal([503, 7000]);
  });

  it('hands a file on piece by piece', async () => {
    const { bridge, native } = await welcomed();
    const got = bridge.attachment!(file, { signal });
    const { id, data } = await native.next('request');
    native.answer(id, {
      status: 200,
      headers: { 'content-type': 'image/png', 'content-length': '5' },
      body: btoa('\xff\xd8'),
      base64: true,
      more: true,
    });
    const response = await got;
    const reader = response.body!.getReader();
    expect(Array.from((await reader.read()).value!)).to.deep.equal([0xff, 0xd8]);
    native.say({ type: 'part', id, n: 1, body: btoa('abc'), base64: true });
    expect(Array.from((await reader.read()).value!)).to.deep.equal([97, 98, 99]);
    expect([(await reader.read()).done, data, response.headers.get('content-type')]).to.deep.equal([
      true,
      file,
      'image/png',
    ]);
  });

  it('takes parts only in their order, and each once', async () => {
    const { bridge, native, refused } = await welcomed();
    const got = bridge.attachment!(file, { signal });
    const { id } = await native.next('request');
    native.say({ type: 'part', id, n: 1, body: 'too early' });
    native.answer(id, { status: 200, body: 'a', more: true });
    native.say({ type: 'part', id, n: 2, body: 'x', more: true });
    native.say({ type: 'part', id, n: 1, body: 'b', more: true });
    native.say({ type: 'part', id, n: 1, body: 'b', more: true });
    native.answer(id, { status: 200, body: 'other' });
    native.say({ type: 'part', id, n: 2, body: 'c' });
    native.say({ type: 'part', id, n: 3, body: 'd' });
    expect(await (await got).text()).to.equal('abc');
    await until(
      () => refused.length === 5,
      () => `refused: ${refused.join(', ')}`,
    );
  });

  it('breaks off a file when a part of it can’t be read, as the rest would pass for the whole', async () => {
    const { bridge, native, refused } = await welcomed();
    const got = bridge.attachment!(file, { signal });
    const { id } = await native.next('request');
    native.answer(id, { status: 200, body: 'a', more: true });
    const reader = (await got).body!.getReader();
    await reader.read();
    const rest = failureOf(reader.read());
    native.say({ type: 'part', id, n: 1, body: '%', base64: true, more: true });
    native.say({ type: 'part', id, n: 2, body: 'c' });
    expect(await rest).to.contain('not base64');
    expect((await native.next('cancel')).id).to.equal(id);
    await until(
      () => refused.length === 2,
      () => `refused: ${refused.join(', ')}`,
    );
    expect(refused).to.deep.equal(['shape', 'unexpected']);
  });

  it('breaks off a body that is longer than it may be', async () => {
    const { bridge, native } = await welcomed({ bodyLimit: 10 });
    const got = bridge.attachment!(file, { signal });
    const { id } = await native.next('request');
    native.answer(id, { status: 200, body: '123456', more: true });
    const text = failureOf((await got).text());
    native.say({ type: 'part', id, n: 1, body: '123456', more: true });
    expect(await text).not.to.contain('it went well');
    expect((await native.next('cancel')).id).to.equal(id);
  });

  it('says when it is given up, before and after an answer has begun', async () => {
    const { bridge, native } = await welcomed();
    const before = new AbortController();
    const answer = failureOf(bridge.submit(request, { signal: before.signal }));
    const { id } = await native.next('request');
    before.abort(new Error('given up'));
    expect([await answer, (await native.next('cancel')).id]).to.deep.equal(['given up', id]);

    const after = new AbortController();
    const got = bridge.attachment!(file, { signal: after.signal });
    const second = await native.next('request');
    native.answer(second.id, { status: 200, body: 'a', more: true });
    const text = failureOf((await got).text());
    after.abort(new Error('given up'));
    expect(await text).not.to.contain('it went well');
    expect((await native.next('cancel')).id).to.equal(second.id);
  });

  it('says when a body is not read to its end', async () => {
    const { bridge, native } = await welcomed();
    const got = bridge.attachment!(file, { signal });
    const { id } = await native.next('request');
    native.answer(id, { status: 200, body: 'a', more: true });
    await (await got).body!.cancel();
    expect((await native.next('cancel')).id).to.equal(id);
  });

  it('fails when nobody greets back, and greets anew for the next action', async () => {
    const { bridge, native } = byPort({ timeout: 60 });
    expect(await failureOf(bridge.submit(request, { signal }))).to.contain('does not answer');
    const { session } = native;
    const answer = bridge.submit(request, { signal });
    await until(
      () => native.session !== session,
      () => 'it greets with the old session',
    );
    await native.welcome();
    native.answer((await native.next('request')).id, { outcome: { kind: 'done' } });
    expect(await answer).to.deep.equal({ kind: 'done' });
  });

  it('never waits longer than a second between two greetings', async () => {
    const { native } = byPort();
    const heardAt: number[] = [];
    for (let i = 0; i < 7; i++) {
      await native.next('hello');
      heardAt.push(performance.now());
    }
    const pauses = heardAt.slice(1).map((at, i) => at - heardAt[i]!);
    expect(Math.max(...pauses)).to.be.below(1400);
  });

  it('takes a welcome that comes while it still says hello, and greets no more', async () => {
    const { port1, port2 } = new MessageChannel();
    const native = new NativeSide((data) => port1.dispatchEvent(new MessageEvent('message', { data })));
    port1.postMessage = (text: unknown) => {
      native.hear(text);
      if (native.heard.at(-1)!.type === 'hello') native.say({ type: 'welcome', calls: [] });
    };
    const bridge = bridgeTransport({ over: 'port', port: port1, timeout: 100 });
    open.push(bridge, port2);
    await bridge.load({ signal }).catch(() => undefined);
    await aTimeout(200);
    expect(native.heard.map(({ type }) => type)).to.deep.equal(['hello']);
  });

  it('fails at once what waits for the greeting when it is closed', async () => {
    const { bridge, native } = byPort();
    const answer = failureOf(bridge.submit(request, { signal }));
    await native.next('hello');
    await native.next('hello');
    bridge.close();
    const late = aTimeout(50).then(() => 'it still waits');
    expect(await Promise.race([answer, late])).to.equal('The bridge is closed');
  });

  it('fails when it is closed', async () => {
    const { bridge, native } = await welcomed();
    const before = failureOf(bridge.submit(request, { signal }));
    await native.next('request');
    bridge.close();
    bridge.close();
    expect([await before, await failureOf(bridge.submit(request, { signal }))]).to.deep.equal([
      'The bridge is closed',
      'The bridge is closed',
    ]);
  });

  it('fails when the native side says goodbye, and greets anew for the next action', async () => {
    const { bridge, native, refused } = await welcomed();
    const before = failureOf(bridge.submit(request, { signal }));
    await native.next('request');
    native.say({ type: 'goodbye' });
    expect(await before).to.equal('The native side has gone');
    const after = bridge.submit(request, { signal });
    native.say({ type: 'goodbye' });
    await native.welcome();
    native.answer((await native.next('request')).id, { outcome: { kind: 'done' } });
    expect([await after, refused]).to.deep.equal([{ kind: 'done' }, ['session']]);
  });

  it('says nothing on a port that is closed', async () => {
    const { bridge, native, port } = await welcomed();
    port.close();
    const abort = new AbortController();
    const answer = failureOf(bridge.submit(request, { signal: abort.signal }));
    abort.abort(new Error('given up'));
    expect([await answer, native.heard.some(({ type }) => type === 'request')]).to.deep.equal([
      'given up',
      false,
    ]);
  });

  it('gets no files, as other transports without them, where the native side gets none', async () => {
    const { bridge, native } = await welcomed({}, ['submit', 'load']);
    const loaded = bridge.load({ signal });
    native.answer((await native.next('request')).id, { status: 200, body: '[]' });
    await loaded;
    expect(typeof bridge.attachment).to.equal('undefined');
    const left = failureOf(bridge.load({ signal }));
    native.say({ type: 'goodbye' });
    await left;
    void failureOf(bridge.load({ signal }));
    await native.welcome();
    await native.next('request');
    expect(typeof bridge.attachment).to.equal('function');
  });

  it('asks only for what the native side takes', async () => {
    const { bridge, native } = await welcomed({}, ['load']);
    expect(await failureOf(bridge.submit(request, { signal }))).to.contain('submit');
    expect(native.heard.some(({ type }) => type === 'request')).to.equal(false);
  });
});

describe('given an action that needs to know who the user is', () => {
  for (const verified of [true, false])
    it(`takes the native side’s word: ${verified}`, async () => {
      const { bridge, native } = await welcomed();
      const answer = bridge.verifyIdentity(request);
      const { id, call } = await native.next('request');
      native.answer(id, { verified });
      expect([call, await answer]).to.deep.equal(['verify', verified]);
    });

  it('takes it for not verified when the native side can’t, fails, or goes away', async () => {
    expect(await (await welcomed({}, ['submit'])).bridge.verifyIdentity(request)).to.equal(false);

    const failing = await welcomed();
    const failed = failing.bridge.verifyIdentity(request);
    failing.native.answer((await failing.native.next('request')).id, { error: 'No face' });
    expect(await failed).to.equal(false);

    const leaving = await welcomed();
    const left = leaving.bridge.verifyIdentity(request);
    await leaving.native.next('request');
    leaving.bridge.close();
    expect(await left).to.equal(false);
  });

  it('tells the native side when nobody waits for it any more', async () => {
    const { bridge, native } = await welcomed();
    const abort = new AbortController();
    const givenUp = bridge.verifyIdentity(request, { signal: abort.signal });
    const { id } = await native.next('request');
    abort.abort();
    expect([await givenUp, (await native.next('cancel')).id]).to.deep.equal([false, id]);

    const left = bridge.verifyIdentity(request);
    const second = await native.next('request');
    bridge.close();
    expect([await left, (await native.next('cancel')).id]).to.deep.equal([false, second.id]);
  });

  it('does not take a success for a yes', async () => {
    const { bridge, native, refused } = await welcomed();
    const answer = bridge.verifyIdentity(request);
    const { id } = await native.next('request');
    native.answer(id, { status: 200 });
    native.answer(id, { outcome: { kind: 'done' } });
    native.answer(id, { verified: false });
    expect([await answer, refused]).to.deep.equal([false, ['shape', 'shape']]);
  });
});

describe('given messages that are no answers', () => {
  it('takes none of them, throws at none, and still takes the true one', async () => {
    const { bridge, native, refused } = await welcomed();
    let settled = false;
    const answer = bridge.submit(request, { signal }).finally(() => (settled = true));
    const { id } = await native.next('request');
    const done = { outcome: { kind: 'done' } };
    const forged: unknown[] = [
      ...[undefined, null, 1, {}, [], new Date(), new Map(), new Uint8Array(8), new Blob(['a'])],
      ...['', '{', 'null', '[]', '"a"', '__proto__', 'javascript:alert(1)', '<script>'],
      { mf: 1, session: native.session, type: 'answer', id, ...done },
      native.text({ type: 'answer', id }),
      native.text({ type: 'answer', id, ...done, session: 'other' }),
      native.text({ type: 'answer', id, ...done, session: undefined }),
      native.text({ type: 'answer', id, ...done, mf: 2 }),
      native.text({ type: 'answer', id: `${id}0`, ...done }),
      native.text({ type: 'answer', id: Number(id), ...done }),
      native.text({ type: 'answer', id: [id], ...done }),
      native.text({ type: 'part', id, n: 1, body: 'a' }),
      native.text({ type: 'welcome', calls: [] }),
      native.text({ type: 'hello' }),
      native.text({ type: 'answer', id, ...done, status: 200 }),
      native.text({ type: 'answer', id, verified: true }),
      native.text({ type: 'answer', id, ...done }).replace('{', '{"__proto__":{"kind":"done"},'),
      native.text({ type: 'answer', id, status: 200, body: '%', base64: true }),
      native.text({ type: 'answer', id, ...done, filler: 'x'.repeat(1_000_000) }),
      native.text({ type: 'answer', id, ...done, filler: 'x'.repeat(50_000_000) }),
    ];
    for (const message of forged) native.send(message);
    await until(
      () => refused.length === forged.length,
      () => `${refused.length} of ${forged.length} were refused: ${refused.join(', ')}`,
    );
    expect(settled).to.equal(false);
    native.answer(id, done);
    expect(await answer).to.deep.equal({ kind: 'done' });
  });

  it('takes each answer once, and none that nobody has asked for', async () => {
    const { bridge, native, refused } = await welcomed();
    native.answer('1', { outcome: { kind: 'done' } });
    const first = bridge.submit(request, { signal });
    const { id } = await native.next('request');
    native.answer(id, { outcome: { kind: 'done' } });
    await first;
    native.answer(id, { outcome: { kind: 'failed' } });
    const second = bridge.submit(request, { signal });
    native.answer(id, { outcome: { kind: 'failed' } });
    const next = await native.next('request');
    expect(next.id).not.to.equal(id);
    native.answer(next.id, { outcome: { kind: 'done' } });
    expect(await second).to.deep.equal({ kind: 'done' });
    expect(refused).to.deep.equal(['unexpected', 'unexpected', 'unexpected']);
  });

  it('takes none before the greeting', async () => {
    const { bridge, native, refused } = byPort();
    const answer = bridge.submit(request, { signal });
    await native.next('hello');
    for (const id of ['0', '1', '2']) native.answer(id, { outcome: { kind: 'done' } });
    await native.welcome();
    native.answer((await native.next('request')).id, { outcome: { kind: 'failed' } });
    expect([await answer, refused.length]).to.deep.equal([{ kind: 'failed' }, 3]);
  });

  it('goes on after ten thousand of them', async () => {
    const { bridge, native, refused } = await welcomed();
    const answer = bridge.submit(request, { signal });
    const { id } = await native.next('request');
    for (let i = 0; i < 10_000; i++)
      native.say({ type: 'answer', id: `forged-${i}`, outcome: { kind: 'done' } });
    native.answer(id, { outcome: { kind: 'failed' } });
    expect(await answer).to.deep.equal({ kind: 'failed' });
    expect(refused.length).to.equal(10_000);
  });

  it('says nothing of what its own listener throws', async () => {
    const { bridge, native } = await welcomed({
      refused: () => {
        throw new Error('of the host');
      },
    });
    const answer = bridge.submit(request, { signal });
    const { id } = await native.next('request');
    native.send('nonsense');
    native.answer(id, { outcome: { kind: 'done' } });
    expect(await answer).to.deep.equal({ kind: 'done' });
  });
});

describe('given another window', () => {
  it('talks with it alone, and names its origin each time', async () => {
    const { bridge, native, frame, targets } = await byWindow();
    const answer = bridge.submit(request, { signal });
    await native.welcome();
    native.answer((await native.next('request')).id, { outcome: { kind: 'done' } });
    expect(await answer).to.deep.equal({ kind: 'done' });
    expect(new Set(targets)).to.deep.equal(new Set([location.origin]));
    expect(frame.isConnected).to.equal(true);
  });

  it('takes nothing from any other window or origin', async () => {
    const { bridge, native, frame, refused } = await byWindow();
    let settled = false;
    const answer = bridge.submit(request, { signal }).finally(() => (settled = true));
    await native.welcome();
    const { id } = await native.next('request');
    const data = native.text({ type: 'answer', id, outcome: { kind: 'done' } });
    const source = frame.contentWindow;
    const { protocol, hostname, port } = location;
    const origins = [
      ...['null', '', '*', 'undefined', 'file://', 'about:blank', 'https://evil.invalid'],
      `${location.origin}/`,
      `${location.origin}.evil.invalid`,
      `https://evil.invalid/${location.origin}`,
      `${protocol}//${hostname}`,
      `${protocol}//${hostname}:${Number(port) + 1}`,
      `${protocol === 'http:' ? 'https:' : 'http:'}//${hostname}:${port}`,
      `${protocol}//evil.${hostname}:${port}`,
      `${protocol}//${hostname}.:${port}`,
      `${protocol}//${hostname}@evil.invalid:${port}`,
      location.origin.toUpperCase(),
      `${location.origin} `,
    ];
    for (const origin of origins) window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
    expect(refused).to.deep.equal(origins.map(() => 'origin'));

    const { origin } = location;
    const child = await frameWith('', frame.contentDocument!.body);
    const sources = [null, window, child.contentWindow, (await frameWith('')).contentWindow];
    for (const other of sources)
      window.dispatchEvent(new MessageEvent('message', { data, origin, source: other }));
    const { port1 } = new MessageChannel();
    window.dispatchEvent(new MessageEvent('message', { data, origin, source: port1 }));
    // As browsers do it: this window to itself, and a frame of the true one to this window.
    window.postMessage(data, origin);
    new (child.contentWindow as unknown as typeof globalThis).Function('data', 'top.postMessage(data, "*")')(
      data,
    );
    await until(
      () => refused.length === origins.length + sources.length + 3,
      () => `refused: ${refused.join(', ')}`,
    );
    expect([settled, refused.slice(origins.length).every((why) => why === 'source')]).to.deep.equal([
      false,
      true,
    ]);
    native.answer(id, { outcome: { kind: 'done' } });
    expect(await answer).to.deep.equal({ kind: 'done' });
  });

  it('takes nothing from a sandboxed frame, whose origin is null', async () => {
    const { bridge, native, refused } = await byWindow();
    const answer = bridge.submit(request, { signal });
    await native.welcome();
    const { id } = await native.next('request');
    const text = JSON.stringify(native.text({ type: 'answer', id, outcome: { kind: 'done' } }));
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = `<script>parent.postMessage(${text}, '*')</script>`;
    document.querySelector('main, body')!.append(frame);
    await until(
      () => refused.length > 0,
      () => 'nothing was refused',
    );
    native.answer(id, { outcome: { kind: 'failed' } });
    expect([refused, await answer]).to.deep.equal([['origin'], { kind: 'failed' }]);
    frame.remove();
  });

  for (const origin of [
    '*',
    'null',
    '',
    '/',
    'https://a.example/',
    'https://a.example/path',
    'HTTPS://a.example',
  ])
    it(`can’t be opened to the origin "${origin}"`, () => {
      expect(() => bridgeTransport({ over: 'window', window: parent, origin })).to.throw(TypeError);
    });
});

describe('given native objects of a web view', () => {
  const globals = window as unknown as Record<string, unknown>;

  afterEach(() => {
    delete globals.webkit;
    delete globals.mfNative;
  });

  /** Sends one action, greetings included. */
  async function sendsOne(bridge: BridgeTransport, native: NativeSide) {
    open.push(bridge);
    const answer = bridge.submit(request, { signal });
    await native.welcome();
    native.answer((await native.next('request')).id, { outcome: { kind: 'done' } });
    expect(await answer).to.deep.equal({ kind: 'done' });
  }

  const intoReceiver = (name: string) => (data: unknown) => (globals[name] as (data: unknown) => void)(data);

  it('talks with a WKWebView that calls back', async () => {
    const native = new NativeSide(intoReceiver('mfCardReceive'));
    globals.webkit = { messageHandlers: { card: { postMessage: native.hear } } };
    const bridge = bridgeTransport({ over: 'webkit', name: 'card' });
    await sendsOne(bridge, native);
    bridge.close();
    expect('mfCardReceive' in globals).to.equal(false);
  });

  it('talks with a WKWebView that replies', async () => {
    const heard: string[] = [];
    const postMessage = (text: string) => {
      const { type, session, id } = JSON.parse(text) as Record<string, string>;
      heard.push(type!);
      const said =
        type === 'hello'
          ? { type: 'welcome', calls: ['submit'] }
          : { type: 'answer', id, outcome: { kind: 'done' } };
      return Promise.resolve(JSON.stringify({ mf: 1, session, ...said }));
    };
    globals.webkit = { messageHandlers: { card: { postMessage } } };
    const bridge = bridgeTransport({ over: 'webkit', name: 'card' });
    open.push(bridge);
    expect(await bridge.submit(request, { signal })).to.deep.equal({ kind: 'done' });
    expect(heard).to.deep.equal(['hello', 'request']);
  });

  it('fails at once when a WKWebView replies with an error', async () => {
    const postMessage = (text: string) => {
      const { type, session } = JSON.parse(text) as Record<string, string>;
      return type === 'hello'
        ? Promise.resolve(JSON.stringify({ mf: 1, session, type: 'welcome', calls: ['submit'] }))
        : Promise.reject(new Error('No route to host'));
    };
    globals.webkit = { messageHandlers: { card: { postMessage } } };
    const bridge = bridgeTransport({ over: 'webkit', name: 'card' });
    open.push(bridge);
    const late = aTimeout(500).then(() => 'it still waits');
    expect(await Promise.race([failureOf(bridge.submit(request, { signal })), late])).to.contain(
      'No route to host',
    );
  });

  it('talks with the object of addJavascriptInterface', async () => {
    const native = new NativeSide(intoReceiver('fromApp'));
    globals.mfNative = { postMessage: native.hear };
    const way = { over: 'javascript-interface', name: 'mfNative', receiver: 'fromApp' } as const;
    await sendsOne(bridgeTransport(way), native);
  });

  it('talks with the object of addWebMessageListener', async () => {
    const target = new EventTarget();
    const native = new NativeSide((data) => target.dispatchEvent(new MessageEvent('message', { data })));
    globals.mfNative = Object.assign(target, { postMessage: native.hear });
    await sendsOne(bridgeTransport({ over: 'web-message-listener', name: 'mfNative' }), native);
  });

  it('fails when native code throws', async () => {
    globals.mfNative = {
      postMessage: () => {
        throw new Error('Java exception was raised');
      },
    };
    const bridge = bridgeTransport({ over: 'javascript-interface', name: 'mfNative', timeout: 60 });
    open.push(bridge);
    expect(await failureOf(bridge.submit(request, { signal }))).to.contain('does not answer');
  });

  it('fails at once when native code throws at a request', async () => {
    const native = new NativeSide(intoReceiver('mfCardReceive'));
    globals.mfNative = {
      postMessage: (text: string) => {
        native.hear(text);
        if (native.heard.at(-1)!.type === 'request') throw new Error('Java exception was raised');
      },
    };
    const bridge = bridgeTransport({ over: 'javascript-interface', name: 'mfNative' });
    open.push(bridge);
    const failure = failureOf(bridge.submit(request, { signal }));
    await native.welcome();
    expect(await failure).to.contain('Java exception was raised');
  });

  it('can’t be opened where there are none', () => {
    for (const over of ['webkit', 'javascript-interface', 'web-message-listener'] as const)
      expect(() => bridgeTransport({ over, name: 'nothing' })).to.throw(
        'There is no native object "nothing"',
      );
  });
});

/** A bridge over a port, and its other end. */
function byPort(options: BridgeOptions = {}) {
  const { port1, port2 } = new MessageChannel();
  const native = new NativeSide((data) => port2.postMessage(data));
  port2.onmessage = ({ data }) => native.hear(data);
  const refused: BridgeRefusal[] = [];
  const bridge = bridgeTransport({
    over: 'port',
    port: port1,
    refused: (why) => refused.push(why),
    ...options,
  });
  open.push(bridge, port2);
  return { bridge, native, port: port2, refused };
}

async function welcomed(options: BridgeOptions = {}, calls?: string[]) {
  const made = byPort(options);
  await made.native.welcome(calls);
  return made;
}

/** A bridge to a frame of this very origin, with a true native side in it. */
async function byWindow() {
  const frame = await frameWith('<script>addEventListener("message", ({ data }) => hear(data))</script>');
  const other = frame.contentWindow as Window & { hear?: (data: unknown) => void };
  const say = new (other as unknown as typeof globalThis).Function(
    'data',
    'parent.postMessage(data, origin)',
  );
  const native = new NativeSide((data) => say(data) as undefined);
  other.hear = native.hear;
  const targets: unknown[] = [];
  const post = other.postMessage.bind(other) as (data: unknown, target: string) => void;
  other.postMessage = (data: unknown, target: unknown) => {
    targets.push(target);
    post(data, target as string);
  };
  const refused: BridgeRefusal[] = [];
  const bridge = bridgeTransport({
    over: 'window',
    window: other,
    origin: location.origin,
    refused: (why) => refused.push(why),
  });
  open.push(bridge, { close: () => frame.remove() });
  return { bridge, native, frame, refused, targets };
}

async function frameWith(content: string, parent: HTMLElement = document.body): Promise<HTMLIFrameElement> {
  const frame = parent.ownerDocument.createElement('iframe');
  frame.srcdoc = content;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  parent.append(frame);
  await loaded;
  return frame;
}

function failureOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    (value) => `it went well: ${JSON.stringify(value)}`,
    (error: unknown) => (error as Error).message,
  );
}
