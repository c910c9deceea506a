/*
 * docs/requests.md: what each method and content type makes of each kind of value, found by encoding it. Called by
 * write-schema.mjs.
 */
import { code, table, writtenFrom } from './markdown.mjs';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const CONTENT_TYPES = [
  FORM,
  JSON_TYPE,
  'application/vnd.example+json; charset=utf-8',
  'text/plain',
  'multipart/form-data',
  'application/xml',
];

const ADDRESS = 'https://flows.example.com/weather';

/** How much there is to send: fixed values and answers by name. */
const AMOUNTS = [
  ['two values', { zip: '30360' }, { temperature: '78' }],
  ['one value', {}, { temperature: '78' }],
  ['nothing', {}, {}],
];

/** What `v` may be: fixed values and answers by name. */
const KINDS = [
  ['a fixed text', { v: 'New York' }, {}],
  ['a fixed number', { v: 12.5 }, {}],
  ['a fixed `true` or `false`', { v: true }, {}],
  ['a fixed `null`', { v: null }, {}],
  ['a fixed list', { v: ['a', 'b'] }, {}],
  ['a fixed empty list', { v: [] }, {}],
  ['a fixed object', { v: { a: 1 } }, {}],
  ['a fixed text that holds JSON', { v: '{"a":1}' }, {}],
  ['a text beyond ASCII', { v: 'Łódź & 東京' }, {}],
  ['an answer', {}, { v: '78' }],
  ['an answer left empty', {}, { v: '' }],
  ['an answer with white space round it', {}, { v: '  78 ' }],
  ['an answer of two lines', {}, { v: 'first\nsecond' }],
  ['several answers to one input', {}, { v: ['a', 'b'] }],
  ['a fixed value and an answer', { v: 'fixed' }, { v: 'typed' }],
];

const INTRO = `${writtenFrom('what encodeRequest does')}

# What an action sends

The fixed values of an action's \`request\` and the answers to its \`user_input\` are sent as one set of names and values: the
fixed ones first, then the answers in the order of the form. \`encodeRequest\` writes them as the action's \`type\` and
\`content_type\` want it; the event \`mf-action\` carries the result as \`url\` and \`body\`. The tables are made by sending.

## Where the values go
`;

const KINDS_INTRO = `
## What becomes of a value

The value is called \`v\`.
`;

const OUTRO = `
## Besides

- When absent, the method is GET and the content type \`${FORM}\`.
- An answer wins over a fixed value of the same name, with a [finding](diagnostics.md#clashing-value).
- An input that was left empty is sent as an empty text, so that its name is always there.
- A query that the URL already has stays, and the values are added to it; a fragment stays at the end.
- Where a form or parts hold several answers to one input, its name comes again for each. For an old connector that wants
  them in one, with commas, a host can write the request itself: \`encodeRequest(action, values, { multi: 'comma' })\`.
- Everything is UTF-8. A content type that names another \`charset\` is sent as one with \`utf-8\`, with a
  [finding](diagnostics.md#repaired); \`multipart/form-data\` gets its \`boundary\`.
- "Not sent" is what the card then says, and the host is not asked. An action whose method a page can't send has a
  [finding](diagnostics.md#blocked-action), and its button can't be pressed; one whose content type nobody writes has
  [another](diagnostics.md#unwritable-content), and fails.

\`toFetchRequest(request)\` makes of it a \`Request\` for \`fetch\`, with these headers:

| header | value |
|---|---|
| \`Accept\` | \`application/json\` |
| \`Content-Type\` | the content type, when there is a body |
| \`X-Request-Id\` | \`submissionId\`: the same for an unchanged retry, so that a server can act once |

It adds no credentials. Give those in its option \`headers\`, and only for origins that you trust.
`;

/**
 * The text of docs/requests.md.
 *
 * @param sources - `encodeRequest` and `readCards`, as src/ has them.
 */
export function requestsDoc(sources) {
  const sent = (method, contentType, fixed, answers) => send(sources, method, contentType, fixed, answers);
  const places = METHODS.flatMap((method) =>
    merged(
      CONTENT_TYPES.map((contentType) => [
        [method],
        [contentType],
        AMOUNTS.map(([, fixed, answers]) => sent(method, contentType, fixed, answers)),
      ]),
      1,
    ),
  );
  const rows = merged(places, 0).map(([methods, contentTypes, results]) => [
    methods.map(code).join(' '),
    contentTypes.length === CONTENT_TYPES.length ? 'any' : contentTypes.map(code).join(' '),
    ...results,
  ]);
  const kinds = KINDS.map(([name, fixed, answers]) => [
    name,
    ...[
      ['GET', FORM],
      ...CONTENT_TYPES.slice(0, 2).map((type) => ['POST', type]),
      ['POST', 'multipart/form-data'],
      ['POST', 'text/plain'],
    ].map(([method, contentType]) => sent(method, contentType, fixed, answers)),
  ]);
  return [
    INTRO,
    table([['method', 'content type', ...AMOUNTS.map(([name]) => name)], ...rows]),
    KINDS_INTRO,
    table([['value', 'in a query', 'in a form', 'in JSON', 'in parts', 'as plain text'], ...kinds]),
    OUTRO,
  ].join('\n');
}

/** Rows that differ in one of their first two cells only become one row. */
function merged(rows, cell) {
  const byRest = new Map();
  for (const row of rows) {
    const rest = JSON.stringify(row.filter((_, i) => i !== cell));
    const same = byRest.get(rest);
    if (same) same[cell].push(...row[cell]);
    else byRest.set(rest, [...row]);
  }
  return [...byRest.values()];
}

/** What is sent, in a few words: the query, the body, or that it is not. */
function send({ encodeRequest, readCards }, method, contentType, fixed, answers) {
  const { cards } = readCards({
    actions: [
      {
        action_key: 'USER_INPUT',
        label: 'Send',
        type: method,
        url: { href: ADDRESS },
        content_type: contentType,
        request: fixed,
        user_input: Object.keys(answers).map((id) => ({ id, label: id })),
      },
    ],
  });
  const [action] = cards[0].actions;
  const encoded = action.kind === 'send' ? encodeRequest(action, answers) : { ok: false };
  if (!encoded.ok) return 'not sent';
  const { url, body } = encoded;
  if (url !== ADDRESS) return code(url.slice(ADDRESS.length));
  if (body === null) return 'nothing';
  if (encoded.contentType.startsWith('multipart/')) return partsOf(body);
  return body === '' ? 'an empty body' : visible(body);
}

/** The parts of a multipart body, each by its name. */
function partsOf(body) {
  const parts = [...body.matchAll(/name="(.*)"\r\n\r\n([^]*?)\r\n--mf-card/g)];
  return (
    parts.map(([, name, value]) => `${code(name)}: ${value === '' ? 'empty' : visible(value)}`).join(', ') ||
    'no part'
  );
}

function visible(text) {
  return code(text.replaceAll('\r', '\u240d').replaceAll('\n', '\u240a'));
}
