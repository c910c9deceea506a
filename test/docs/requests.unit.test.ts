import { expect, it } from 'vitest';
import { toFetchRequest, type ActionRequest } from '../../src/schema/index.js';
import { committed } from '../support/generated.js';

it('names the headers that toFetchRequest sets, and no others', async () => {
  const page = await committed('docs/requests.md');
  const [, table = ''] = page.split('| header | value |');
  const named = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name = '']) => name.toLowerCase());
  const request: ActionRequest = {
    submissionId: 'intent-1',
    cardKey: 'card',
    actionId: null,
    actionKey: 'DIRECT',
    method: 'POST',
    url: 'https://flows.example.com/weather',
    contentType: 'application/json',
    body: '{}',
    values: {},
    card: {},
    action: {},
  };
  const { headers } = toFetchRequest(request);
  expect([...headers.keys()].sort()).toEqual(named.sort());
  expect(headers.get('x-request-id')).toBe('intent-1');
});
