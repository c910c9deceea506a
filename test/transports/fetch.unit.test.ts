import { setMaxListeners } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodeRequest, type ActionRequest } from '../../src/schema/index.js';
import { actionRequest } from '../../src/schema/encode-request.js';
import { fetchTransport, type FetchTransportOptions } from '../../src/transports/fetch.js';
import { action } from '../cards.js';
import { readCard } from '../support/read-card.js';

const base = 'https://host.example/app/';
const { signal } = new AbortController();
setMaxListeners(0, signal);

function requestTo(href: string): ActionRequest {
  const card = readCard(action({ url: { href } }));
  const [found] = card.actions;
  const encoded = encodeRequest(found!, {});
  if (!encoded.ok) throw new Error(encoded.reason);
  return actionRequest(card, found!, {}, 'sub-1', encoded);
}

/** A transport whose host gives a token to whoever it is asked for, and what it sent. */
function transport(options: FetchTransportOptions = {}) {
  const sent: Request[] = [];
  const headers = vi.fn(() => ({ authorization: 'Bearer token' }));
  const made = fetchTransport({
    base,
    headers,
    ...options,
    fetch: (request) => {
      sent.push(request as Request);
      return Promise.resolve(new Response('file'));
    },
  });
  return { made, sent, headers };
}

describe('given a host that adds a token', () => {
  it.each<[href: string, trusted: string[] | undefined, given: boolean]>([
    ['/approve', undefined, true],
    ['https://host.example/approve', undefined, true],
    ['https://flows.example.com/approve', undefined, false],
    ['//flows.example.com/approve', undefined, false],
    ['https://flows.example.com/approve', ['https://flows.example.com'], true],
    ['/approve', ['https://flows.example.com'], false],
    ['http://flows.example.com/approve', ['https://flows.example.com'], false],
    ['https://flows.example.com:8443/approve', ['https://flows.example.com'], false],
    ['https://flows.example.com.evil.invalid/approve', ['https://flows.example.com'], false],
    ['https://evil.invalid/https://flows.example.com', ['https://flows.example.com'], false],
    ['https:\\\\evil.invalid\\flows.example.com', ['https://flows.example.com'], false],
  ])('sends an action to %s (trusted: %j) with the token: %s', async (href, trustedOrigins, given) => {
    const { made, sent, headers } = transport(trustedOrigins && { trustedOrigins });
    await made.submit(requestTo(href), { signal });
    expect(sent.map((request) => request.headers.get('authorization'))).toEqual([
      given ? 'Bearer token' : null,
    ]);
    expect(headers).toHaveBeenCalledTimes(given ? 1 : 0);
  });

  it('never sends to a URL that hides its host behind a name', async () => {
    const { made, sent } = transport({ trustedOrigins: ['https://flows.example.com'] });
    const hidden = requestTo('https://flows.example.com@evil.invalid/approve');
    await expect(made.submit(hidden, { signal })).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  });

  it('asks for the token anew each time', async () => {
    const { made, headers } = transport();
    await made.submit(requestTo('/approve'), { signal });
    await made.submit(requestTo('/approve'), { signal });
    expect(headers).toHaveBeenCalledTimes(2);
  });

  it('gets a file as it sends an action: with the token where it is trusted', async () => {
    const { made, sent } = transport();
    const files = ['/files/1', 'https://cdn.example/1'].map((attachment_url) => ({
      kind: 'attachment' as const,
      name: 'a',
      title: null,
      description: null,
      url: attachment_url,
      method: 'GET',
      contentType: null,
      sizeBytes: null,
      vendorUrl: null,
      createdAt: null,
      updatedAt: null,
    }));
    for (const file of files) await made.attachment!(file, { signal });
    expect(sent.map(({ url, headers }) => [url, headers.get('authorization')])).toEqual([
      ['https://host.example/files/1', 'Bearer token'],
      ['https://cdn.example/1', null],
    ]);
  });
});

describe('given an action to send', () => {
  it('sends what was encoded, and stops when the element gives up', async () => {
    const abort = new AbortController();
    const { made, sent } = transport();
    const answer = await made.submit(requestTo('/approve'), { signal: abort.signal });
    expect([sent[0]!.method, sent[0]!.url, sent[0]!.headers.get('x-request-id')]).toEqual([
      'POST',
      'https://host.example/approve',
      'sub-1',
    ]);
    expect(answer).toBeInstanceOf(Response);
    abort.abort();
    expect(sent[0]!.signal.aborted).toBe(true);
  });

  it.each(['mailto:a@b.example', 'data:text/plain,a', 'javascript:alert(1)'])(
    'sends nothing to %s',
    async (url) => {
      const { made, sent } = transport();
      await expect(made.submit({ ...requestTo('/approve'), url }, { signal })).rejects.toThrow(TypeError);
      expect(sent).toEqual([]);
    },
  );

  it('gives cookies to trusted origins only', async () => {
    const { made, sent } = transport({ credentials: 'include' });
    await made.submit(requestTo('/approve'), { signal });
    await made.submit(requestTo('https://other.example/approve'), { signal });
    expect(sent.map(({ credentials }) => credentials)).toEqual(['include', 'omit']);
  });

  it('waits for a token that takes its time', async () => {
    const { made, sent } = transport({ headers: () => Promise.resolve({ authorization: 'Bearer late' }) });
    await made.submit(requestTo('/approve'), { signal });
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer late']);
  });
});

describe('given cards to load', () => {
  it('fails unless it is told where they are', async () => {
    const { made, sent } = transport();
    await expect(made.load!({ signal })).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  });

  it('gets them from where a feed says, with the token only where it is trusted', async () => {
    const { made, sent } = transport({ cards: 'cards' });
    for (const src of ['mine', 'https://cdn.example/cards', null]) await made.load!({ signal, src });
    expect(sent.map(({ url, headers }) => [url, headers.get('authorization')])).toEqual([
      ['https://host.example/app/mine', 'Bearer token'],
      ['https://cdn.example/cards', null],
      ['https://host.example/app/cards', 'Bearer token'],
    ]);
  });

  it('never takes them from a copy that has not been checked', async () => {
    const { made, sent } = transport({ cards: 'cards' });
    await made.load!({ signal });
    expect(sent.map(({ cache }) => cache)).toEqual(['no-cache']);
  });

  it('gives their text, got with the token', async () => {
    const { made, sent } = transport({ cards: 'cards?of=me' });
    expect(await made.load!({ signal })).toBe('file');
    expect(
      sent.map(({ url, headers }) => [url, headers.get('authorization'), headers.get('accept')]),
    ).toEqual([['https://host.example/app/cards?of=me', 'Bearer token', 'application/json']]);
  });

  it('says when they are refused', async () => {
    const refuse = () => Promise.resolve(new Response('no', { status: 403 }));
    const made = fetchTransport({ base, cards: 'cards', fetch: refuse });
    await expect(made.load!({ signal })).rejects.toThrow('403');
  });

  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 10:01:00 GMT', date: 'Wed, 25 Nov 2026 10:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 10:00:00 GMT', date: 'Wed, 25 Nov 2026 10:00:30 GMT' }, 0],
    [{ 'retry-after': 'soon' }, 0],
    [{}, 0],
  ])('says how long the server asks to wait: %j', async (headers, retryAfter) => {
    const refuse = () => Promise.resolve(new Response('', { status: 503, headers }));
    const made = fetchTransport({ base, cards: 'cards', fetch: refuse });
    await expect(made.load!({ signal })).rejects.toMatchObject({ status: 503, retryAfter });
  });
});

describe('given servers', () => {
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** The address of a server, and the tokens that reach it. */
  async function serve(answer: RequestListener) {
    const tokens: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      tokens.push(request.headers['x-token'] as string | undefined);
      answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tokens };
  }

  const withToken = (url: string) => fetchTransport({ base: url, headers: () => ({ 'x-token': 'secret' }) });

  it.each([302, 307])('never carries a token on to where a trusted one redirects with %i', async (status) => {
    const other = await serve((_, response) => response.end('{}'));
    const trusted = await serve((_, response) => response.writeHead(status, { location: other.url }).end());
    await expect(withToken(trusted.url).submit(requestTo('/approve'), { signal })).rejects.toThrow();
    expect([trusted.tokens, other.tokens]).toEqual([['secret'], []]);
  });

  it('follows no redirect where cookies go along to whatever origin', async () => {
    const other = await serve((_, response) => response.end('{}'));
    const trusted = await serve((_, response) => response.writeHead(307, { location: other.url }).end());
    const made = fetchTransport({ base: trusted.url, credentials: 'include' });
    await expect(made.submit(requestTo('/approve'), { signal })).rejects.toThrow();
    expect(other.tokens).toEqual([]);
  });

  it.each([0, Infinity, 2 ** 31])('waits as long as it takes with a timeout of %d', async (timeout) => {
    const { url } = await serve((_, response) => void setTimeout(() => response.end('{}'), 30));
    const made = fetchTransport({ base: url, timeout });
    await expect(made.submit(requestTo('/approve'), { signal })).resolves.toBeInstanceOf(Response);
  });

  it('gives none to a trusted one to which another redirects', async () => {
    const trusted = await serve((_, response) => response.end('{}'));
    const other = await serve((_, response) => response.writeHead(307, { location: trusted.url }).end());
    await withToken(trusted.url).submit(requestTo(other.url), { signal });
    expect([other.tokens, trusted.tokens]).toEqual([[undefined], [undefined]]);
  });

  it('gives up when no answer begins in time', async () => {
    const { url } = await serve(() => undefined);
    const made = fetchTransport({ base: url, timeout: 20 });
    await expect(made.submit(requestTo('/approve'), { signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('gives an answer that began in time all the time it needs', async () => {
    const { url } = await serve((_, response) => {
      response.write('be');
      setTimeout(() => response.end('gun'), 60);
    });
    const made = fetchTransport({ base: url, timeout: 40 });
    const answer = (await made.submit(requestTo('/approve'), { signal })) as Response;
    expect(await answer.text()).toBe('begun');
  });

  it('stops when it is given up before and after an answer has begun', async () => {
    const { url } = await serve((_, response) => response.write('be'));
    const before = AbortSignal.abort(new Error('given up'));
    await expect(withToken(url).submit(requestTo('/'), { signal: before })).rejects.toThrow('given up');
    const after = new AbortController();
    const answer = (await withToken(url).submit(requestTo('/'), { signal: after.signal })) as Response;
    after.abort(new Error('too late'));
    await expect(answer.text()).rejects.toThrow();
  });
});
