import { describe, expect, it, vi } from 'vitest';
import { encodeRequest, type ActionRequest } from '../../src/schema/index.js';
import { actionRequest } from '../../src/schema/encode-request.js';
import { fetchTransport, type FetchTransportOptions } from '../../src/transports/fetch.js';
import { action } from '../cards.js';
import { readCard } from '../support/read-card.js';

const base = 'https://host.example/app/';
const signal = new AbortController().signal;

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
});
