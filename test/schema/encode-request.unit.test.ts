import { describe, expect, it } from 'vitest';
import {
  encodeRequest,
  readCards,
  toFetchRequest,
  type ActionRequest,
  type ActionValues,
  type EncodedRequest,
} from '../../src/schema/index.js';
import { actionRequest } from '../../src/schema/encode-request.js';
import { action, card, type WireObject } from '../cards.js';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const url = 'https://flows.example.com/approve';

/** Encodes as a page would: from the wire, with an input for each of the answers. */
function encode(overrides: WireObject, values: ActionValues = {}): EncodedRequest {
  const user_input = Object.keys(values).map((id) => ({ id, label: id }));
  const wire = action({ url: { href: url }, user_input, ...overrides });
  return encodeRequest(readCards(card({ actions: [wire] })).cards[0]!.actions[0]!, values);
}

const body = (...from: Parameters<typeof encode>) => {
  const encoded = encode(...from);
  return encoded.ok ? encoded.body : encoded.reason;
};
const target = (...from: Parameters<typeof encode>) => {
  const encoded = encode(...from);
  return encoded.ok ? encoded.url : encoded.reason;
};

describe('given the vendor’s own example', () => {
  it('merges fixed values and answers into one form', () => {
    expect(encode({ request: { zip: '30360' } }, { temperature: '78' })).toEqual({
      ok: true,
      url,
      contentType: FORM,
      body: 'zip=30360&temperature=78',
    });
  });
});

describe('given a fixed value of any kind', () => {
  const text = '{"a": [1, "<b>"]}';
  it.each<[name: string, value: unknown, form: string, json: string]>([
    ['a text', 'a b', 'x=a+b', '{"x":"a b"}'],
    ['an empty text', '', 'x=', '{"x":""}'],
    ['null', null, '', '{"x":null}'],
    ['true', true, 'x=true', '{"x":true}'],
    ['a number', 12, 'x=12', '{"x":12}'],
    ['an object', { a: 1 }, `x=${encodeURIComponent('{"a":1}')}`, '{"x":{"a":1}}'],
    ['a list', ['a', 1, null, { b: 2 }], 'x=a&x=1&x=%7B%22b%22%3A2%7D', '{"x":["a",1,null,{"b":2}]}'],
    ['an empty list', [], '', '{"x":[]}'],
    [
      'a text that holds JSON',
      text,
      'x=%7B%22a%22%3A+%5B1%2C+%22%3Cb%3E%22%5D%7D',
      JSON.stringify({ x: text }),
    ],
    ['line breaks', 'a\nb\r\nc', 'x=a%0D%0Ab%0D%0Ac', '{"x":"a\\nb\\r\\nc"}'],
    [
      'special characters',
      'Für Reise & Hotel = ok',
      'x=F%C3%BCr+Reise+%26+Hotel+%3D+ok',
      '{"x":"Für Reise & Hotel = ok"}',
    ],
    ['a name that text has to escape', '+%', 'x=%2B%25', '{"x":"+%"}'],
  ])('writes %s', (_, value, form, json) => {
    expect(body({ request: { x: value } })).toBe(form);
    expect(body({ request: { x: value }, content_type: JSON_TYPE })).toBe(json);
    expect(target({ request: { x: value }, type: 'GET' })).toBe(form === '' ? url : `${url}?${form}`);
  });

  it('writes names as it writes values', () => {
    expect(body({}, { 'comment&admin=true': 'x' })).toBe('comment%26admin%3Dtrue=x');
  });

  it('keeps a member that is named like a prototype', () => {
    const request = JSON.parse('{"__proto__": "p", "constructor": "c"}') as unknown;
    expect(body({ request })).toBe('__proto__=p&constructor=c');
    expect(body({ request, content_type: JSON_TYPE })).toBe('{"__proto__":"p","constructor":"c"}');
    const answers = JSON.parse('{"__proto__": "typed"}') as ActionValues;
    expect(body({ content_type: JSON_TYPE }, answers)).toBe('{"__proto__":"typed"}');
  });
});

describe('given what the user answered', () => {
  it.each<[name: string, value: string | string[], form: string, json: string]>([
    ['one line', '  Ann  ', 'x=Ann', '{"x":"Ann"}'],
    ['several lines', '\na\r\n\r\nb\rc\n', 'x=a%0D%0A%0D%0Ab%0D%0Ac', '{"x":"a\\n\\nb\\nc"}'],
    ['nothing', '', 'x=', '{"x":""}'],
    ['several choices', ['a', 'b,c'], 'x=a&x=b%2Cc', '{"x":["a","b,c"]}'],
  ])('writes %s', (_, value, form, json) => {
    expect(body({}, { x: value })).toBe(form);
    expect(body({ content_type: JSON_TYPE }, { x: value })).toBe(json);
  });

  it('sends the answer and not the fixed value of the same name', () => {
    const request = { x: 'fixed', y: 'kept' };
    expect(body({ request }, { x: 'typed' })).toBe('y=kept&x=typed');
    expect(body({ request, content_type: JSON_TYPE }, { x: 'typed' })).toBe('{"y":"kept","x":"typed"}');
  });

  it('sends what was not answered as empty, and no value that was not asked for', () => {
    const user_input = ['a', 'toString'].map((id) => ({ id, label: id }));
    const wire = readCards(card({ actions: [action({ user_input })] })).cards[0]!.actions[0]!;
    expect(encodeRequest(wire, { stray: 'x' })).toMatchObject({ body: 'a=&toString=' });
  });
});

describe('given a method', () => {
  const request = { a: '1' };
  it.each<[type: string, content: string, href: string, body: string | null]>([
    ['POST', FORM, url, 'a=1'],
    ['PUT', FORM, url, 'a=1'],
    ['PATCH', JSON_TYPE, url, '{"a":1}'.replace('1', '"1"')],
    ['DELETE', FORM, url, 'a=1'],
    ['DELETE', JSON_TYPE, url, '{"a":"1"}'],
    ['GET', FORM, `${url}?a=1`, null],
    ['GET', JSON_TYPE, `${url}?a=1`, null],
    ['HEAD', FORM, `${url}?a=1`, null],
    ['GET', 'multipart/form-data', `${url}?a=1`, null],
  ])('puts the values of %s (%s) where they belong', (type, content_type, href, expected) => {
    expect(encode({ type, content_type, request })).toMatchObject({ ok: true, url: href, body: expected });
  });

  it('sends no body with DELETE when there is nothing to send, and an empty one with POST', () => {
    expect(body({ type: 'DELETE' })).toBe(null);
    expect(body({ type: 'DELETE', request: { a: null } })).toBe(null);
    expect(body({ type: 'POST' })).toBe('');
    expect(target({ type: 'GET' })).toBe(url);
  });

  it.each([
    ['/a', '/a?x=1'],
    ['/a?y=2', '/a?y=2&x=1'],
    ['/a?', '/a?x=1'],
    ['/a?y=2&', '/a?y=2&x=1'],
    ['/a#top', '/a?x=1#top'],
    ['/a?y=2#top?no', '/a?y=2&x=1#top?no'],
    ['//flows.example.com/a?x=0', '//flows.example.com/a?x=0&x=1'],
  ])('keeps query and fragment of %s', (href, expected) => {
    expect(target({ type: 'GET', url: { href }, request: { x: 1 } })).toBe(expected);
  });
});

describe('given a content type', () => {
  const request = { a: 1 };
  it.each<[string | undefined, string]>([
    [undefined, 'a=1'],
    ['', 'a=1'],
    ['application/x-www-form-urlencoded; charset=utf-8', 'a=1'],
    ['Application/X-WWW-Form-Urlencoded', 'a=1'],
    ['application/json', '{"a":1}'],
    ['application/json; charset=utf-8', '{"a":1}'],
    ['APPLICATION/JSON', '{"a":1}'],
    ['application/vnd.acme.v2+json', '{"a":1}'],
    ['text/plain', '1'],
    ['text/plain; charset=utf-8', '1'],
    [
      'multipart/form-data',
      '--mf-card\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--mf-card--\r\n',
    ],
    ['foo/bar', 'content-type'],
    ['application/jsonx', 'content-type'],
    ['application/json; title=“x”', 'content-type'],
    ['application/json;\r\nx-injected: 1', 'content-type'],
    ['text/html', 'content-type'],
  ])('writes %s', (content_type, expected) => {
    expect(body({ content_type, request })).toBe(expected);
  });

  it.each([
    ['application/json; charset=utf-16', 'application/json; charset=utf-8'],
    [
      'application/x-www-form-urlencoded;charset="ISO-8859-1"; x=1',
      'application/x-www-form-urlencoded;charset=utf-8; x=1',
    ],
    ['application/json; charset="UTF-8"', 'application/json; charset="UTF-8"'],
    ['application/json; charset=utf-8; x=1', 'application/json; charset=utf-8; x=1'],
  ])('sends %s in UTF-8', (content_type, contentType) => {
    expect(encode({ content_type })).toMatchObject({ contentType });
  });

  it('hands it on as the connector wrote it', () => {
    const content_type = 'application/json; charset=utf-8';
    expect(encode({ content_type })).toMatchObject({ contentType: content_type });
    expect(encode({ content_type: null })).toMatchObject({ contentType: FORM });
  });

  it('refuses plain text that would have to hold more, or less, than one value', () => {
    const content_type = 'text/plain';
    expect(body({ content_type }, { note: 'All of it' })).toBe('All of it');
    expect(encode({ content_type, request: { a: 1, b: 2 } })).toEqual({ ok: false, reason: 'content-type' });
    expect(encode({ content_type })).toEqual({ ok: false, reason: 'content-type' });
  });
});

describe('given every method, content type and kind of value', () => {
  /** What `v` is: fixed and answered, and what comes of it in a form (one text each) and in JSON. */
  const kinds: [name: string, fixed: WireObject, answers: ActionValues, form: string[], json: unknown][] = [
    ['nothing', {}, {}, [], undefined],
    ['a text', { v: 'New York & "x"' }, {}, ['New York & "x"'], 'New York & "x"'],
    ['an empty text', { v: '' }, {}, [''], ''],
    ['a number', { v: 12.5 }, {}, ['12.5'], 12.5],
    ['a boolean', { v: false }, {}, ['false'], false],
    ['null', { v: null }, {}, [], null],
    ['a list', { v: ['a', 2, null] }, {}, ['a', '2'], ['a', 2, null]],
    ['an empty list', { v: [] }, {}, [], []],
    ['an object', { v: { a: 1 } }, {}, ['{"a":1}'], { a: 1 }],
    ['a text that holds JSON', { v: '{"a": 1}' }, {}, ['{"a": 1}'], '{"a": 1}'],
    ['a text beyond ASCII', { v: 'Łódź 東京 🙂' }, {}, ['Łódź 東京 🙂'], 'Łódź 東京 🙂'],
    ['an answer', {}, { v: ' 78 ' }, ['78'], '78'],
    ['an answer left empty', {}, { v: '' }, [''], ''],
    ['an answer of two lines', {}, { v: 'a\nb' }, ['a\r\nb'], 'a\nb'],
    ['several answers', {}, { v: ['a', 'b,c'] }, ['a', 'b,c'], ['a', 'b,c']],
    ['a fixed value and an answer', { v: 'fixed' }, { v: 'typed' }, ['typed'], 'typed'],
  ];
  const types = [
    FORM,
    'application/x-www-form-urlencoded; charset=utf-8',
    JSON_TYPE,
    'application/json; charset=utf-8',
    'application/vnd.example+json',
    'text/plain',
    'multipart/form-data',
    'application/xml',
  ];
  const cases = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].flatMap((type) =>
    types.flatMap((content_type) => kinds.map((kind) => [type, content_type, ...kind] as const)),
  );

  it.each(cases)('%s %s: %s', async (type, content_type, _, request, answers, form, json) => {
    const encoded = encode({ type, content_type, request }, answers);
    const inQuery = type === 'GET' || type === 'HEAD';
    const isText = content_type === 'text/plain' && form.length === 1;
    const isNothing = type === 'DELETE' && json === undefined;
    const isWritten = inQuery || isText || isNothing || !/xml|plain/.test(content_type);
    expect(encoded.ok).toBe(isWritten);
    if (!encoded.ok) return;
    // Read as a server reads it.
    const { searchParams, href } = new URL(encoded.url);
    if (inQuery) {
      expect([searchParams.getAll('v'), encoded.body]).toEqual([form, null]);
      return;
    }
    expect(href).toBe(url);
    if (isNothing || (type === 'DELETE' && form.length === 0 && !content_type.includes('json'))) {
      expect(encoded.body).toBe(null);
    } else if (content_type.includes('json')) {
      expect(JSON.parse(encoded.body ?? '')).toEqual(json === undefined ? {} : { v: json });
    } else if (isText) {
      expect(encoded.body).toBe(form[0]);
    } else {
      const body = new Response(encoded.body, { headers: { 'content-type': encoded.contentType } });
      expect((await body.formData()).getAll('v')).toEqual(form);
    }
  });

  it.each(['OPTIONS', 'TRACE'])('refuses %s when it is read', (type) => {
    const [read] = readCards(card({ actions: [action({ type })] })).cards;
    expect(read!.actions[0]).toMatchObject({ kind: 'none', blockedBy: 'method' });
  });
});

describe('given several parts', () => {
  const content_type = 'multipart/form-data; boundary=theirs';

  it('keeps names apart from what could end them', async () => {
    const request = { 'a"\r\nb': '1', 'c%22': '2' };
    const encoded = encode({ content_type, request });
    if (!encoded.ok) throw new Error(encoded.reason);
    const body = new Response(encoded.body, { headers: { 'content-type': encoded.contentType } });
    expect([...(await body.formData()).values()]).toEqual(['1', '2']);
    expect(encoded.body!.split('\r\n').filter((line) => line.startsWith('Content-Disposition'))).toEqual([
      'Content-Disposition: form-data; name="a%22%0D%0Ab"',
      'Content-Disposition: form-data; name="c%22"',
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['that name it', { a: '--mf-card--', b: 'x\r\n--mf-card0\r\n--mf-card1--' }],
    [
      'that name all that it might be',
      {
        a: Array.from({ length: 2000 }, (_, i) => `--mf-card${i}`).join('\r\n'),
        b: 'x\r\n--mf-card-1000000000\r\nContent-Disposition: form-data; name="admin"\r\n\r\ntrue',
      },
    ],
  ])('has a boundary that is in no value, of values %s', async (_, request) => {
    const encoded = encode({ content_type, request });
    if (!encoded.ok) throw new Error(encoded.reason);
    const body = new Response(encoded.body, { headers: { 'content-type': encoded.contentType } });
    expect([...(await body.formData()).entries()]).toEqual(Object.entries(request));
    // The same request is the same text, so that a retry is known for one.
    expect(encode({ content_type, request })).toEqual(encoded);
  });
});

describe('given an old connector that wants several answers in one', () => {
  const comma = (overrides: WireObject, values: ActionValues) => {
    const user_input = Object.keys(values).map((id) => ({ id, label: id }));
    const wire = action({ url: { href: url }, user_input, ...overrides });
    const encoded = encodeRequest(readCards(card({ actions: [wire] })).cards[0]!.actions[0]!, values, {
      multi: 'comma',
    });
    return encoded.ok ? encoded.body : encoded.reason;
  };

  it('joins answers with commas, and repeats fixed lists', () => {
    expect(comma({ request: { fixed: ['a', 'b'] } }, { v: ['1', '2'], none: [] })).toBe(
      'fixed=a&fixed=b&v=1%2C2&none=',
    );
    expect(comma({ content_type: JSON_TYPE }, { v: ['1', '2'] })).toBe('{"v":["1","2"]}');
  });
});

describe('given a request too deep to write', () => {
  const deep = JSON.parse(`{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`) as unknown;

  it.each(['POST', 'GET'])('refuses it instead of throwing: %s', (type) => {
    for (const content_type of [FORM, JSON_TYPE])
      expect(encode({ type, content_type, request: { y: { deep } } })).toEqual({
        ok: false,
        reason: 'not-writable',
      });
  });
});

describe('given a request to fetch', () => {
  function request(overrides: WireObject = {}): ActionRequest {
    const [read] = readCards(card({ actions: [action(overrides)] })).cards;
    const [found] = read!.actions;
    const encoded = encodeRequest(found!, {});
    if (!encoded.ok) throw new Error(encoded.reason);
    return actionRequest(read!, found!, {}, 'sub-1', encoded);
  }

  it('is plain data that can be cloned, with the wire JSON of card and action', () => {
    const made = request({ request: { a: 1 } });
    expect(structuredClone(made)).toEqual(made);
    expect(made).toMatchObject({
      submissionId: 'sub-1',
      actionKey: 'DIRECT',
      method: 'POST',
      card: { backend_id: 'expense-1' },
      action: { label: 'Approve' },
    });
  });

  it('becomes a Request with body, type and submission id', async () => {
    const made = toFetchRequest(request({ request: { a: 'ü' } }));
    expect([made.method, made.url, await made.text()]).toEqual([
      'POST',
      'https://flows.example.com/expense/1/approve',
      'a=%C3%BC',
    ]);
    expect(Object.fromEntries(made.headers)).toEqual({
      accept: 'application/json',
      'content-type': FORM,
      'x-request-id': 'sub-1',
    });
  });

  it('says nothing of a type when there is no body', () => {
    const made = toFetchRequest(request({ type: 'GET', content_type: JSON_TYPE }));
    expect([made.body, made.headers.has('content-type')]).toEqual([null, false]);
  });

  it('resolves relative URLs against the base, and lets the host add headers and a signal', () => {
    const abort = new AbortController();
    const made = toFetchRequest(request({ url: { href: '/approve' } }), {
      base: 'https://host.example/app/',
      headers: { authorization: 'Bearer t', accept: 'text/plain' },
      signal: abort.signal,
    });
    expect(made.url).toBe('https://host.example/approve');
    expect([made.headers.get('authorization'), made.headers.get('accept')]).toEqual([
      'Bearer t',
      'text/plain',
    ]);
    abort.abort();
    expect(made.signal.aborted).toBe(true);
  });

  it('adds no credential of its own', () => {
    const made = toFetchRequest(request());
    expect([made.headers.has('authorization'), made.credentials]).toEqual([false, 'same-origin']);
  });
});

describe('given choices', () => {
  const options = { 'a,b': 'Both', c: 'C' };
  const ask = (format: string) => ({ user_input: [{ id: 'v', label: 'V', format, options }] });

  it.each<[string, string | string[], string, string]>([
    ['checkbox', ['a,b', 'c'], 'v=a%2Cb&v=c', '{"v":["a,b","c"]}'],
    ['checkbox', ['a,b'], 'v=a%2Cb', '{"v":["a,b"]}'],
    ['checkbox', [], '', '{}'],
    ['radio', 'c', 'v=c', '{"v":"c"}'],
    ['radio', '', '', '{}'],
    ['select', '', 'v=', '{"v":""}'],
  ])('writes a %s with %j', (format, v, asForm, asJson) => {
    expect(body(ask(format), { v })).toBe(asForm);
    expect(body({ ...ask(format), content_type: JSON_TYPE }, { v })).toBe(asJson);
  });

  it('writes a single box as true or not at all', () => {
    const box = { user_input: [{ id: 'v', label: 'V', format: 'checkbox' }] };
    expect([body(box, { v: 'true' }), body(box, { v: '' })]).toEqual(['v=true', '']);
  });

  it('leaves a password as it is', () => {
    expect(body({ user_input: [{ id: 'v', label: 'V', format: 'password' }] }, { v: ' x ' })).toBe('v=+x+');
  });
});
