import { describe, expect, it } from 'vitest';
import { readCards } from '../../src/schema/index.js';
import { ACTION_RULES, CARD_RULES } from '../../src/schema/rules.js';
import { action, card, type WireObject } from '../cards.js';

/** What is found beside the published schema's verdict. */
const found = (wire: WireObject) =>
  readCards(wire)
    .diagnostics.filter(({ severity }) => severity !== 'error')
    .map(({ code, path }) => [code, path.join('.')]);

const note = [{ id: 'note', label: 'Note' }];
const other = 'a3f9c1de-2b77-4c53-8d5a-90e1b6f04d12';
const one = (members: WireObject) => card({ actions: [action(members)] });
const pair = (approve: WireObject, decline: WireObject) =>
  card({ actions: [action(approve), action({ id: other, label: 'Decline', ...decline })] });
const asking = (members: WireObject) => one({ action_key: 'USER_INPUT', user_input: note, ...members });
const file = (members: WireObject) =>
  card({
    body: { fields: [{ type: 'SECTION', title: 'Files', items: [{ type: 'ATTACHMENT_URL', ...members }] }] },
  });
const set = 'mutually_exclusive_set_id';
const attachment_url = 'https://a.example/1';

/** What is allowed and looks like a mistake: the code, what has it, and where it is found. */
const mistakes: [code: string, name: string, wire: WireObject, path: string][] = [
  ['opposite-actions', 'opposite actions without a set', pair({}, {}), 'actions.1'],
  [
    'opposite-actions',
    'opposite actions in different sets',
    pair({ [set]: 'a' }, { [set]: 'b' }),
    `actions.1.${set}`,
  ],
  ...['', 'header'].map((at): (typeof mistakes)[number] => [
    'misplaced-member',
    `a description in ${at || 'the card itself'}`,
    card({
      header: { title: 'A' },
      body: {},
      ...(at ? { [at]: { title: 'A', description: 'B' } } : { description: 'B' }),
    }),
    at ? `${at}.description` : 'description',
  ]),
  [
    'misplaced-member',
    'actions beside the details of a chat item',
    { itemDetails: { title: 'A' }, actions: [{ title: 'Go', type: 'POST', url: { href: attachment_url } }] },
    'actions',
  ],
  [
    'misplaced-member',
    'children in the details of a chat item',
    { itemDetails: { title: 'A', children: [{ itemDetails: { title: 'B' } }] } },
    'itemDetails.children',
  ],
  [
    'misplaced-member',
    'actions in the body',
    card({ actions: undefined, body: { actions: [action()] } }),
    'body.actions',
  ],
  ['repaired', 'a blank label', one({ label: ' ' }), 'actions.0.label'],
  ['no-title', 'a title that can’t be seen', card({ header: { title: '\u200b' } }), 'header.title'],
  [
    'plain-http',
    'a host that only begins like the reader’s own machine',
    card({ links: [{ href: 'http://localhost.a.example/', text: 'A' }] }),
    'links.0.href',
  ],
  [
    'plain-http',
    'a host behind the name of the reader’s own machine',
    card({ links: [{ href: 'http://localhost@a.example/', text: 'A' }] }),
    'links.0.href',
  ],
  ['lone-exclusive-set', 'a set of one action', one({ [set]: 'a' }), `actions.0.${set}`],
  [
    'same-action-id',
    'two actions with one id',
    pair({ [set]: 'a' }, { [set]: 'a', id: action().id }),
    'actions.1.id',
  ],
  [
    'several-primary',
    'two primary actions',
    pair({ [set]: 'a', primary: true }, { [set]: 'a', primary: true }),
    'actions.1.primary',
  ],
  [
    'no-inputs',
    'USER_INPUT that asks for nothing',
    one({ action_key: 'USER_INPUT' }),
    'actions.0.action_key',
  ],
  [
    'unused-inputs',
    'inputs of an action that opens a page',
    one({ action_key: 'OPEN_IN', user_input: note }),
    'actions.0.user_input',
  ],
  [
    'unused-inputs',
    'inputs of an action that dismisses',
    one({ action_key: 'DISMISS', user_input: note }),
    'actions.0.user_input',
  ],
  ['input-in-url', 'inputs of an action that is sent with GET', asking({ type: 'GET' }), 'actions.0.type'],
  [
    'repeat-removed',
    'an action to be repeated that removes its card',
    one({ allow_repeated: true, remove_card_on_completion: true }),
    'actions.0.allow_repeated',
  ],
  [
    'unwritable-content',
    'a content type that nobody writes',
    one({ content_type: 'application/xml' }),
    'actions.0.content_type',
  ],
  [
    'unwritable-content',
    'a content type that would end the header',
    one({ content_type: 'application/json\r\nx: y' }),
    'actions.0.content_type',
  ],
  [
    'unwritable-content',
    'a request that is too deep',
    one({ request: JSON.parse(`{"v":${'['.repeat(20_000)}${']'.repeat(20_000)}}`) as unknown }),
    'actions.0.request',
  ],
  ['unseen-characters', 'a label that can’t be seen', one({ label: '\u200b' }), 'actions.0.label'],
  ['unseen-characters', 'a label of a filler', one({ label: '\u3164' }), 'actions.0.label'],
  ['unseen-characters', 'a label that is turned round', one({ label: '\u202etcejeR' }), 'actions.0.label'],
  [
    'min-over-max',
    'a minimum above the maximum',
    asking({ user_input: [{ ...note[0], min_length: 5, max_length: 3 }] }),
    'actions.0.user_input.0.max_length',
  ],
  [
    'dropped-input',
    'two inputs with one id',
    asking({ user_input: [...note, ...note] }),
    'actions.0.user_input.1.id',
  ],
  [
    'clashing-value',
    'an input with the name of a fixed value',
    asking({ request: { note: '' } }),
    'actions.0.user_input.0.id',
  ],
  [
    'expired',
    'a card that expired before it came',
    card({ expiration_date: '2001-01-01T00:00:00Z' }),
    'expiration_date',
  ],
  [
    'sticky-over',
    'a card that was to stick',
    card({ sticky: { until: '2001-01-01T00:00:00Z' } }),
    'sticky.until',
  ],
  [
    'created-later',
    'a card from the future',
    card({ creation_date: '2999-01-01T00:00:00Z' }),
    'creation_date',
  ],
  ['no-title', 'a card without a header', card({ header: undefined }), 'header'],
  [
    'no-title',
    'a card with a blank title',
    card({ header: { title: ' ', subtitle: ['A'] } }),
    'header.title',
  ],
  [
    'plain-http',
    'an action over plain http',
    one({ url: { href: 'http://a.example/' } }),
    'actions.0.url.href',
  ],
  [
    'plain-http',
    'a link over plain http',
    card({ links: [{ href: 'HTTP://a.example/', text: 'A' }] }),
    'links.0.href',
  ],
  ['plain-http', 'a picture over plain http', card({ image: { href: 'http://a.example/' } }), 'image.href'],
  [
    'nameless-attachment',
    'a file without a name',
    file({ attachment_url, title: 'Click here' }),
    'body.fields.0.items.0.attachment_name',
  ],
  [
    'unlinked-attachment',
    'a file without a URL',
    file({ url: attachment_url, attachment_name: 'a.pdf' }),
    'body.fields.0.items.0',
  ],
  [
    'blocked-url',
    'a file whose URL can’t be used',
    file({ attachment_url: 'javascript:alert(1)', attachment_name: 'a.pdf' }),
    'body.fields.0.items.0.attachment_url',
  ],
  [
    'empty-part',
    'a field with nothing in it',
    card({ body: { fields: [{ type: 'GENERAL' }] } }),
    'body.fields.0',
  ],
  [
    'empty-part',
    'a comment with nothing in it',
    card({ body: { fields: [{ type: 'COMMENT', title: 'Notes', comments: [{}] }] } }),
    'body.fields.0.comments.0',
  ],
  ['empty-part', 'a blank subtitle', card({ header: { title: 'T', subtitle: [' '] } }), 'header.subtitle.0'],
  ['reserved-name', 'a member that every object has', card({ constructor: {} }), 'constructor'],
  [
    'blocked-action',
    'a password in a URL',
    one({ url: { href: 'https://me:secret@a.example/' } }),
    'actions.0.url.href',
  ],
  ['repaired', 'an action key in small letters', one({ action_key: 'direct' }), 'actions.0.action_key'],
  ['repaired', 'an empty content type', one({ content_type: '' }), 'actions.0.content_type'],
  [
    'repaired',
    'a file that would be deleted when it is opened',
    file({ attachment_url, attachment_name: 'a.pdf', attachment_method: 'DELETE' }),
    'body.fields.0.items.0.attachment_method',
  ],
];

describe('given what is allowed and looks like a mistake', () => {
  it.each(mistakes)('says %s of %s', (code, _, wire, path) => {
    expect(found(wire)).toEqual([[code, path]]);
  });

  it('says of a request that can’t be written what to do about that very request', () => {
    const hint = (overrides: WireObject) => readCards(one(overrides)).diagnostics.map(({ hint }) => hint);
    expect(hint({ content_type: 'application/xml' })).toEqual([
      'Use application/x-www-form-urlencoded or application/json.',
    ]);
    const deep = JSON.parse(`{"v":${'['.repeat(20_000)}${']'.repeat(20_000)}}`) as unknown;
    for (const content_type of ['application/json', 'application/x-www-form-urlencoded'])
      expect(hint({ content_type, request: deep })).toEqual(['Nest its values less.']);
  });

  it('says where a member belongs that stands elsewhere', () => {
    const hints = (wire: WireObject) => readCards(wire).diagnostics.map(({ hint }) => hint);
    expect(hints(card({ description: 'A' }))).toEqual(['It belongs in body.']);
    expect(hints(card({ banner: undefined, body: { banner: {} } }))).toEqual([
      'It belongs in the card itself.',
    ]);
  });

  it('has a test for each rule', () => {
    const tested = new Set(mistakes.map(([code]) => code));
    const codes = [...CARD_RULES, ...ACTION_RULES].map(({ code }) => code);
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
  });
});

describe('given what is as it should be', () => {
  it.each<[string, WireObject]>([
    ['opposite actions of one set', pair({ [set]: 'a' }, { [set]: 'a' })],
    ['actions that only sound like opposites', pair({ label: 'Notify' }, { label: 'Noise report' })],
    ['an action and a way not to do it', pair({}, { action_key: 'DISMISS', label: 'No, thanks' })],
    ['an approval, and words that begin with no', pair({}, { label: 'No access? Get help' })],
    [
      'opposites for the whole and for a part',
      card({
        actions: ['Approve', 'Reject item 2', 'Approve item 2', 'Reject'].map((label, i) =>
          action({
            id: other.replace('a', String(i)),
            label,
            [set]: label.includes('item') ? 'item' : 'all',
          }),
        ),
      }),
    ],
    ['USER_INPUT with an input', asking({})],
    ['an action that only asks', asking({ user_input: [], action_key: 'DIRECT', type: 'GET' })],
    ['a card that expires later', card({ expiration_date: '2999-01-01T00:00:00Z' })],
    ['a card that sticks', card({ sticky: { until: '2999-01-01T00:00:00Z' } })],
    [
      'a card of a clock that is an hour ahead',
      card({ creation_date: new Date(Date.now() + 3_600_000).toISOString() }),
    ],
    ['a file with a name', file({ attachment_url, attachment_name: 'a.pdf' })],
    [
      'a file that is elsewhere alone',
      file({ vendor_attachment_url: attachment_url, attachment_name: 'a.pdf' }),
    ],
    ['a minimum at the maximum', asking({ user_input: [{ ...note[0], min_length: 3, max_length: 3 }] })],
    ['a minimum without a maximum', asking({ user_input: [{ ...note[0], min_length: 3, max_length: 0 }] })],
    [
      'another page of the reader’s own machine',
      card({ links: [{ href: 'http://localhost:3000/', text: 'A' }] }),
    ],
    ['JSON with a character set', one({ content_type: 'application/json; charset=utf-8' })],
    ['a file that is to be uploaded with its form', one({ content_type: 'multipart/form-data' })],
    ['labels of other scripts', pair({ label: '承認', [set]: 'a' }, { label: 'رفض', [set]: 'a' })],
    ['a label with joined emoji', one({ label: 'Call 👩‍🚒' })],
    ['an at sign in a path', one({ url: { href: 'https://a.example/@me' } })],
  ])('says nothing of %s', (_, wire) => {
    expect(found(wire)).toEqual([]);
  });
});

describe('given the name of a member', () => {
  const misspelt = (wire: WireObject) =>
    readCards(wire)
      .diagnostics.filter(({ code }) => code === 'misspelt-member')
      .map(({ path, hint }) => [path.join('.'), hint]);

  it.each<[string, WireObject, string, string]>([
    [
      'a letter missing',
      { mutualy_exclusive_set_id: 'a' },
      'mutualy_exclusive_set_id',
      'mutually_exclusive_set_id',
    ],
    ['a letter too many', { primmary: true }, 'primmary', 'primary'],
    ['two letters swapped', { allow_reapeted: true }, 'allow_reapeted', 'allow_repeated'],
    ['camel case', { userInput: note }, 'userInput', 'user_input'],
    ['dashes', { 'content-type': 'application/json' }, 'content-type', 'content_type'],
    ['capitals', { Request: {} }, 'Request', 'request'],
  ])('finds %s, and says what was meant', (_, members, name, meant) => {
    const wire = card({ actions: [action(members)] });
    expect(misspelt(wire)).toEqual([[`actions.0.${name}`, expect.stringContaining(meant)]]);
    expect(readCards(wire).diagnostics.map(({ severity }) => severity)).not.toContain('error');
  });

  it.each<[string, WireObject]>([
    ['a connector’s own member', card({ x_vendor: 1, workflow: 'a', connector_status: {} })],
    ['one near to a member that is there', card({ hash: 'a', hashes: ['a'] })],
    ['a tool’s own members', card({ _links: { self: '/1' }, $schema: 'card.schema.json' })],
    ['other short words', card({ stage: 'open', usage: 'web', flags: [], times: 2 })],
    ['members that are read beside the schema', card({ name: 'Concur', is_actionable: true })],
    ['what a request holds', card({ actions: [action({ request: { titel: 'x', lable: 'y' } })] })],
    [
      'what options are named',
      card({ actions: [action({ user_input: [{ ...note[0], options: { valu: 'x' } }] })] }),
    ],
  ])('lets pass %s', (_, wire) => {
    expect(misspelt(wire)).toEqual([]);
  });

  it('says which action key was probably meant', () => {
    const hintOf = (action_key: string) =>
      readCards(card({ actions: [action({ action_key })] })).diagnostics.map(({ code, hint }) => [
        code,
        hint,
      ]);
    expect(hintOf('DIRCT')).toEqual([['unknown-action-key', 'Did you mean DIRECT?']]);
    expect(hintOf('APPROVE')).toEqual([['unknown-action-key', undefined]]);
  });
});
