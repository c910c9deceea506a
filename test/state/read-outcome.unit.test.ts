import { describe, expect, it } from 'vitest';
import { readOutcome } from '../../src/state/read-outcome.js';

const json = (status: number, body: unknown, headers: HeadersInit = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

/** Only what is there. */
const outcome = async (answer: unknown) => JSON.parse(JSON.stringify(await readOutcome(answer))) as unknown;
const refused = (status: number, more: object = {}) => ({
  kind: 'failed',
  reason: 'refused',
  status,
  ...more,
});

describe('given a request that was led to another page', () => {
  const led = (headers: HeadersInit, more: object) =>
    Object.defineProperties(
      new Response('<html>', { headers }),
      Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { value }])),
    );

  it.each<[string, Response, string]>([
    ['a sign-in page', led({ 'content-type': 'text/html; charset=utf-8' }, { redirected: true }), 'failed'],
    ['somewhere that is not followed', led({}, { type: 'opaqueredirect', ok: false, status: 0 }), 'failed'],
    [
      'another address of the connector',
      led({ 'content-type': 'application/json' }, { redirected: true }),
      'done',
    ],
  ])('reads %s', async (_, response, kind) => {
    expect(await outcome(response)).toMatchObject({ kind });
  });
});

describe('given a response of the connector', () => {
  const html = '<html><b>Bad gateway</b></html>';
  const advice = { title: 'Closed', error_message: 'It was approved already.' };

  it.each<[string, Response, object]>([
    ['200 without a body', new Response(null), { kind: 'done' }],
    ['204', new Response(null, { status: 204 }), { kind: 'done' }],
    ['201 with a body of its own', json(201, { error: 'not read' }), { kind: 'done' }],
    ['200 with HTML', json(200, html), { kind: 'done' }],
    [
      'a refusal with advice',
      json(400, advice),
      refused(400, { title: 'Closed', text: advice.error_message }),
    ],
    [
      'a failure with advice',
      json(500, advice),
      refused(500, { title: 'Closed', text: advice.error_message }),
    ],
    ['half an advice', json(400, { title: 'Closed' }), refused(400)],
    ['an error text', json(404, { error: 'No such report' }), refused(404, { text: 'No such report' })],
    ['a message', json(400, { message: 'No base URL' }), refused(400, { text: 'No base URL' })],
    [
      'a host that has lost its own sign-in',
      json(401, { message: 'Token expired' }),
      { kind: 'failed', reason: 'signed-out', status: 401 },
    ],
    ['an error text of a server in trouble', json(500, { error: 'NullPointerException' }), refused(500)],
    ['a message of a server in trouble', json(503, { message: 'at Foo.java:12' }), refused(503)],
    [
      'errors of fields',
      json(400, { errors: { reason: 'Too short', zip: 7, note: ' ' } }),
      refused(400, { fieldErrors: { reason: 'Too short' } }),
    ],
    ['errors that are none', json(400, { errors: ['x'] }), refused(400)],
    ['HTML', json(502, html), refused(502)],
    ['HTML of a client fault', json(404, html), refused(404)],
    ['a cut body', json(400, '{"error": "No su'), refused(400)],
    ['no body', json(409, ''), refused(409)],
    ['a list', json(400, [advice]), refused(400)],
    ['a text', json(400, '"no"'), refused(400)],
    ['texts that are none', json(400, { error: { html }, message: [html] }), refused(400)],
    [
      'a backend that refuses the sign-in',
      json(400, {}, { 'X-Backend-Status': '401' }),
      { kind: 'auth-required' },
    ],
    ['an old sign-in', json(400, { error: 'invalid_connector_token' }), { kind: 'auth-required' }],
    ['a backend in trouble', json(500, html, { 'X-Backend-Status': '503' }), refused(500)],
  ])('reads %s', async (_, response, expected) => {
    expect(await outcome(response)).toEqual(expected);
  });

  it('offers the vendor’s links, but none that may not be used', async () => {
    const actions = [
      { label: 'Open', url: { href: 'https://a.example/' } },
      { label: 'Run', url: { href: 'javascript:alert(1)' } },
      { label: '', url: { href: 'https://a.example/' } },
      { url: { href: 'https://a.example/' } },
      { label: 'Lost' },
      null,
      'x',
    ];
    expect(await outcome(json(400, { ...advice, actions }))).toMatchObject({
      links: [{ label: 'Open', url: 'https://a.example/' }],
    });
    expect(await outcome(json(400, { ...advice, actions: 'x' }))).not.toHaveProperty('links');
  });

  it('cuts a text that is too long to read', async () => {
    const { text } = (await outcome(json(400, { error: 'x'.repeat(100_000) }))) as { text: string };
    expect(text.length).toBeLessThan(10_000);
  });

  it('keeps an error whose field is named like a prototype', async () => {
    const read = await readOutcome(json(400, '{"errors": {"__proto__": "No", "constructor": "No"}}'));
    expect(read.kind === 'failed' && Object.keys(read.fieldErrors ?? {})).toEqual([
      '__proto__',
      'constructor',
    ]);
  });

  it('counts a body that was read already for none', async () => {
    const response = json(400, { error: 'x' });
    await response.text();
    expect(await outcome(response)).toEqual(refused(400));
  });
});

describe('given what a host says in its own words', () => {
  it.each<[string, unknown, object]>([
    ['nothing', undefined, { kind: 'done' }],
    ['null', null, { kind: 'done' }],
    ['done', { kind: 'done' }, { kind: 'done' }],
    [
      'done with the next version of the card',
      { kind: 'done', card: { id: 1 } },
      { kind: 'done', card: { id: 1 } },
    ],
    ['that it did not go well', false, { kind: 'failed', reason: 'host-failed' }],
    ['how it would be sent', () => fetch('/send'), { kind: 'failed', reason: 'host-failed' }],
    [
      'that it did not go well, as a response taken apart',
      { ok: false, status: 500 },
      { kind: 'failed', reason: 'host-failed' },
    ],
    ['the status of a refusal', { status: 503, data: {} }, { kind: 'failed', reason: 'host-failed' }],
    ['a status that is none of HTTP', { status: 4711 }, { kind: 'done' }],
    ['that it went well', { ok: true, status: 200 }, { kind: 'done' }],
    ['sign in again', { kind: 'auth-required' }, { kind: 'auth-required' }],
    ['failed', { kind: 'failed' }, { kind: 'failed', canRetry: true }],
    [
      'failed with all there is to say',
      {
        kind: 'failed',
        title: 'T',
        text: 'X',
        fieldErrors: { a: 'A' },
        links: [
          { label: 'L', url: 'https://a.example/' },
          { label: 'M', url: 'javascript:1' },
        ],
        canRetry: false,
      },
      {
        kind: 'failed',
        title: 'T',
        text: 'X',
        fieldErrors: { a: 'A' },
        links: [{ label: 'L', url: 'https://a.example/' }],
        canRetry: false,
      },
    ],
    [
      'failed with members that are wrong',
      { kind: 'failed', title: {}, text: 7, fieldErrors: 'x', links: {}, canRetry: 'no' },
      { kind: 'failed', canRetry: true },
    ],
  ])('reads %s', async (_, answer, expected) => {
    expect(await outcome(answer)).toEqual(expected);
  });
});
