import { expect, it } from 'vitest';
import type { ActionRequest } from '../../src/schema/index.js';
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
