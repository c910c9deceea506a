import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mockTransport } from '../../src/transports/mock.js';
import { readMessage } from '../../src/transports/bridge-messages.js';

const page = readFileSync(new URL('../../docs/hosts.md', import.meta.url), 'utf8');

describe('given the protocol of docs/hosts.md', () => {
  const messages = page.split('\n').filter((line) => line.startsWith('{ "mf": 1'));
  const fromNative = messages.filter((text) => /"type": "(welcome|answer|part)"/.test(text));

  it('shows messages of both sides', () => {
    expect([messages.length, fromNative.length]).toEqual([9, 7]);
  });

  it.each(fromNative)('takes %s', (text) => {
    const { type } = JSON.parse(text) as { type: string };
    expect(readMessage(text, '9f2c…', 524_288)).toMatchObject({ type });
  });
});

it('names every option of the transports', () => {
  const sources = ['fetch.ts', 'bridge.ts', 'bridge-channels.ts', 'legacy.ts', 'mock.ts'].map((file) =>
    readFileSync(new URL(`../../src/transports/${file}`, import.meta.url), 'utf8'),
  );
  const options = sources.flatMap((source) =>
    [...source.matchAll(/export (?:interface|type) \w*(?:Options|Way)\b.*?\n\}?\n?(?=\n)/gs)].flatMap(
      ([block]) => [...block.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => name!),
    ),
  );
  expect(options.length).toBeGreaterThan(15);
  expect([...new Set(options)].filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
});

it('shows a script that the mock understands', async () => {
  const { signal } = new AbortController();
  const transport = mockTransport({
    answer: [{ status: 409, body: { title: 'Locked', error_message: 'Try later.' } }, { kind: 'done' }],
  });
  const first = (await transport.submit({} as never, { signal })) as Response;
  expect([first.status, await first.json()]).toEqual([409, { title: 'Locked', error_message: 'Try later.' }]);
  expect(await transport.submit({} as never, { signal })).toEqual({ kind: 'done' });
});
