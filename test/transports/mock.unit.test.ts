import { expect, it } from 'vitest';
import type { ActionRequest, Attachment } from '../../src/schema/index.js';
import { mockTransport } from '../../src/transports/mock.js';

const request = { submissionId: 'sub-1' } as ActionRequest;
const { signal } = new AbortController();

it('answers what it was told to, and keeps what it was asked', async () => {
  const transport = mockTransport({ answer: ({ submissionId }) => ({ kind: 'failed', text: submissionId }) });
  expect(await transport.submit(request, { signal })).toEqual({ kind: 'failed', text: 'sub-1' });
  expect(transport.requests).toEqual([request]);
});

it('says nothing of identity or cards unless it was told', async () => {
  const silent = mockTransport();
  expect([silent.verifyIdentity, silent.load]).toEqual([undefined, undefined]);
  const told = mockTransport({ identity: false, cards: [] });
  expect([await told.verifyIdentity!(request), await told.load!({ signal })]).toEqual([false, []]);
});

it('ends when it is given up, even if it would never answer', async () => {
  const abort = new AbortController();
  const pending = mockTransport({ delay: Infinity }).submit(request, { signal: abort.signal });
  abort.abort();
  await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
});

it('goes through its script, and keeps to the last answer', async () => {
  const transport = mockTransport({
    answer: [
      { status: 409, headers: { 'x-backend-status': '409' }, body: { error: 'Locked' } },
      new Error('offline'),
      () => ({ kind: 'failed' }),
      undefined,
    ],
  });
  const refused = (await transport.submit(request, { signal })) as Response;
  expect([refused.status, refused.headers.get('x-backend-status'), await refused.text()]).toEqual([
    409,
    '409',
    '{"error":"Locked"}',
  ]);
  await expect(transport.submit(request, { signal })).rejects.toThrow('offline');
  expect(await transport.submit(request, { signal })).toEqual({ kind: 'failed' });
  expect(await transport.submit(request, { signal })).toBe(undefined);
  expect(await transport.submit(request, { signal })).toBe(undefined);
});

it('never answers where the script says so, and not at all what was given up before', async () => {
  const transport = mockTransport({ answer: ['never', undefined] });
  const abort = new AbortController();
  const pending = transport.submit(request, { signal: abort.signal });
  abort.abort();
  await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  await expect(transport.submit(request, { signal: abort.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
});

it('asks anew for cards and files where it was given functions', async () => {
  let asked = 0;
  const transport = mockTransport({
    cards: () => ++asked,
    file: ({ name }) => new Blob([name], { type: 'text/plain' }),
  });
  expect([await transport.load!({ signal }), await transport.load!({ signal })]).toEqual([1, 2]);
  const file = (await transport.attachment!({ name: 'a.txt' } as Attachment, { signal })) as Blob;
  expect([await file.text(), file.type]).toEqual(['a.txt', 'text/plain']);
  expect(mockTransport().attachment).toBe(undefined);
  const feed = mockTransport({ cards: (src: unknown) => [src] });
  expect([await feed.load!({ signal, src: '/mine' }), await feed.load!({ signal })]).toEqual([
    ['/mine'],
    [null],
  ]);
});
