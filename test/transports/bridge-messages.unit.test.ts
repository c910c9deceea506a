import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage, writeMessage } from '../../src/transports/bridge-messages.js';

const LIMIT = 1000;
const session = 'abc';
const read = (message: object) => readMessage(JSON.stringify({ mf: 1, session, ...message }), session, LIMIT);
const answer = { type: 'answer', id: '1' };

describe('given a message of the native side', () => {
  it.each<[object, object]>([
    [
      { type: 'welcome', calls: ['submit', 'fly', 7] },
      { type: 'welcome', calls: ['submit'] },
    ],
    [{ type: 'goodbye' }, { type: 'goodbye' }],
    [{ ...answer, error: 'No route' }, { answer: { kind: 'error', error: 'No route' } }],
    [{ ...answer, verified: false }, { answer: { kind: 'verified', verified: false } }],
    [
      { ...answer, outcome: { kind: 'failed' } },
      { answer: { kind: 'outcome', outcome: { kind: 'failed' } } },
    ],
    [
      { ...answer, status: 200, body: 'a', more: true },
      { answer: { kind: 'response', status: 200, piece: { body: 'a', base64: false, more: true } } },
    ],
    [
      { type: 'part', id: '1', n: 1, body: 'YQ==', base64: true, later: 'unknown' },
      { type: 'part', id: '1', n: 1, piece: { body: 'YQ==', base64: true, more: false } },
    ],
  ])('reads %j', (message, expected) => {
    expect(read(message)).toMatchObject(expected);
  });

  it('reads headers whatever their case', () => {
    const message = read({ ...answer, status: 400, headers: { 'X-Backend-Status': '401' } });
    const { headers } = (message as { answer: { headers: Headers } }).answer;
    expect(headers.get('x-backend-status')).toBe('401');
  });
});

describe('given a message that is none', () => {
  const good = { mf: 1, session, ...answer };
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it.each<[why: string, what: string, data: unknown]>([
    ['not-text', 'nothing', undefined],
    ['not-text', 'an object', good],
    ['not-text', 'bytes', new Uint8Array(4)],
    ['not-json', 'an empty text', ''],
    ['not-json', 'a broken text', '{"mf":1'],
    ['too-large', 'a text beyond the limit', JSON.stringify({ ...good, filler: 'x'.repeat(LIMIT) })],
    ['too-large', '50 MB', 'x'.repeat(50_000_000)],
    ['shape', 'a list', JSON.stringify([good])],
    ['shape', 'null', 'null'],
    ['shape', 'a text in JSON', '"answer"'],
    ['shape', 'another protocol', JSON.stringify({ ...good, mf: 2 })],
    ['shape', 'no protocol', JSON.stringify({ session, ...answer })],
    ['session', 'no session', JSON.stringify({ mf: 1, ...answer })],
    ['session', 'another session', JSON.stringify({ ...good, session: 'abd' })],
    ['session', 'a session in a list', JSON.stringify({ ...good, session: [session] })],
    ['shape', 'no type', JSON.stringify({ mf: 1, session, id: '1' })],
    ['shape', 'an unknown type', JSON.stringify({ ...good, type: 'eval' })],
    ['shape', 'a type of Object', JSON.stringify({ ...good, type: 'constructor' })],
    ['shape', 'no id', JSON.stringify({ mf: 1, session, type: 'answer' })],
    ['shape', 'a number as id', JSON.stringify({ ...good, id: 1 })],
    ['shape', 'calls that are no list', JSON.stringify({ mf: 1, session, type: 'welcome', calls: 'submit' })],
    ['shape', 'an answer that says nothing', JSON.stringify(good)],
    ['shape', 'two answers in one', JSON.stringify({ ...good, status: 200, outcome: { kind: 'done' } })],
    ['shape', 'an outcome of no kind', JSON.stringify({ ...good, outcome: {} })],
    ['shape', 'an outcome of an unknown kind', JSON.stringify({ ...good, outcome: { kind: 'paid' } })],
    ['shape', 'an outcome whose kind is a list', JSON.stringify({ ...good, outcome: { kind: ['done'] } })],
    [
      'shape',
      'an outcome whose kind is no text',
      JSON.stringify({ ...good, outcome: { kind: { toString: 1 } } }),
    ],
    ['shape', 'an informational status', JSON.stringify({ ...good, status: 101 })],
    ['shape', 'a status that is no number', JSON.stringify({ ...good, status: '200' })],
    ['shape', 'half a status', JSON.stringify({ ...good, status: 200.5 })],
    ['shape', 'a body that is no text', JSON.stringify({ ...good, status: 200, body: { a: 1 } })],
    ['shape', 'a header that is no text', JSON.stringify({ ...good, status: 200, headers: { a: 1 } })],
    [
      'shape',
      'a header with a line end',
      JSON.stringify({ ...good, status: 200, headers: { a: 'b\r\nc: d' } }),
    ],
    ['shape', 'a part without a body', JSON.stringify({ mf: 1, session, type: 'part', id: '1', n: 1 })],
    ['shape', 'a prototype', `{"mf":1,"session":"abc","type":"answer","id":"1","__proto__":{"status":200}}`],
    [
      'shape',
      'a prototype, escaped and deep inside',
      `{"mf":1,"session":"abc","type":"answer","id":"1","outcome":{"kind":"done","card":[{"\\u005f_proto__":{}}]}}`,
    ],
    ['shape', 'nothing but depth', nested(400)],
  ])('says %s to %s', (why, _, data) => {
    expect(readMessage(data, session, LIMIT)).toBe(why);
  });

  it('takes a sound answer of 500 levels and no more, whatever brackets stand in its texts', () => {
    const deep = (levels: number) =>
      `{"mf":1,"session":"abc","type":"answer","id":"1","outcome":{"kind":"done","text":"\\"]]}}","card":${nested(levels - 2)}}}`;
    expect(readMessage(deep(500), session, 2 * LIMIT)).toMatchObject({ answer: { kind: 'outcome' } });
    expect(readMessage(deep(501), session, 2 * LIMIT)).toBe('shape');
  });

  it('takes nothing without the session, and never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.anything()), (data) => {
        expect(typeof readMessage(data, session, LIMIT)).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws at members of any kind', () => {
    const member = fc.constantFrom(
      'type',
      'id',
      'calls',
      'status',
      'headers',
      'body',
      'more',
      'outcome',
      'error',
      'n',
    );
    const type = fc.constantFrom('welcome', 'answer', 'part', 'x');
    fc.assert(
      fc.property(type, fc.dictionary(member, fc.jsonValue()), (named, members) => {
        const message = read({ type: named, id: '1', ...members });
        expect(['string', 'object']).toContain(typeof message);
      }),
      { numRuns: 2000 },
    );
  });
});

it('writes what it sends as one JSON text, with its session', () => {
  expect(JSON.parse(writeMessage(session, { type: 'resize', height: 120 }))).toEqual({
    mf: 1,
    session,
    type: 'resize',
    height: 120,
  });
});
