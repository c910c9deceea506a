import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/diagnostics/diagnostic.js';
import { isCard, readCards, type Card, type ReadOptions } from '../../src/schema/index.js';
import { action, card, type WireObject } from '../cards.js';
import { deepFreeze, wireJson } from '../support/arbitrary-wire.js';
import { fullCard } from '../support/full-card.js';

const titles = (input: unknown) => readCards(input).cards.map(({ title }) => title);
const one = (input: unknown, options?: ReadOptions): Card => readCards(input, options).cards[0]!;

describe('given cards in one of the shapes that hosts have', () => {
  const a = card({ header: { title: 'A' }, backend_id: 'a' });
  const b = card({ header: { title: 'B' }, backend_id: 'b' });
  const results = [
    { connector_id: 'concur', cards: [a], connector_status: { status: 200 } },
    { connector_id: 'jira', cards: [b] },
  ];

  it.each<[string, unknown, string[]]>([
    ['a bare card', a, ['A']],
    ['a list of cards', [a, b], ['A', 'B']],
    ['a connector response', { objects: [a, b] }, ['A', 'B']],
    ['the aggregated response', { results }, ['A', 'B']],
    ['a list named cards', { cards: [a, b] }, ['A', 'B']],
    ['the text of a card', JSON.stringify(a), ['A']],
    ['the text of a response', JSON.stringify({ objects: [b, a] }, null, 2), ['B', 'A']],
    ['a text with a byte order mark', `\ufeff${JSON.stringify([a])}`, ['A']],
    ['a card that has a member named cards', { ...a, cards: [b] }, ['A']],
    ['a single card where the list belongs', { objects: a }, ['A']],
    ['a single result where the list belongs', { results: results[1] }, ['B']],
  ])('reads %s', (_, input, expected) => {
    expect(titles(input)).toEqual(expected);
  });

  it('knows the connector of each card of the aggregated response', () => {
    expect(readCards({ results }).cards.map(({ connectorId }) => connectorId)).toEqual(['concur', 'jira']);
    expect(one(a).connectorId).toBe(null);
  });

  it('says nothing against sound cards', () => {
    expect(readCards({ objects: [a, fullCard()] }).diagnostics).toEqual([]);
    expect(readCards({ results }).diagnostics).toEqual([]);
  });
});

describe('given something that holds no card', () => {
  it.each<[string, unknown, string, Path]>([
    ['null', null, 'not-a-card', []],
    ['nothing', undefined, 'not-a-card', []],
    ['a number', 7, 'not-a-card', []],
    ['the text of a text', '"card"', 'not-a-card', []],
    ['an empty text', '', 'json-syntax', []],
    ['a page of HTML', '<!doctype html>', 'json-syntax', []],
    ['an element that is none', [card(), null], 'not-a-card', [1]],
    ['an element of a response', { objects: ['x', card()] }, 'not-a-card', ['objects', 0]],
    ['cards beside the objects', { objects: [card()], cards: [card()] }, 'misplaced-member', ['cards']],
    [
      'results beside the objects',
      { objects: [card()], results: [{ cards: [card()] }] },
      'misplaced-member',
      ['results'],
    ],
    [
      'cards beside the results',
      { results: [{ cards: [] }], cards: [card()] },
      'misplaced-member',
      ['cards'],
    ],
    ['a list in a list', [[card()]], 'not-a-card', [0]],
    ['objects that are none', { objects: 'none' }, 'wrong-type', ['objects']],
    ['results that are none', { results: null }, 'wrong-type', ['results']],
    ['a result that is none', { results: [5] }, 'wrong-type', ['results', 0]],
    ['cards that are none', { results: [{ cards: 5 }] }, 'wrong-type', ['results', 0, 'cards']],
    ['an empty response', { objects: [] }, 'empty-list', ['objects']],
    ['an empty aggregated response', { results: [] }, 'empty-list', ['results']],
    ['a card with nothing in it', { objects: [{}] }, 'empty-card', ['objects', 0]],
  ])('names the place of %s', (_, input, code, path) => {
    const { diagnostics } = readCards(input);
    expect(diagnostics.map((found) => [found.code, found.path])).toContainEqual([code, path]);
  });

  it('says that JSON was made a text twice', () => {
    const [{ message } = {}] = readCards(JSON.stringify(JSON.stringify({ objects: [card()] }))).diagnostics;
    expect(message).toContain('JSON written as a text');
  });

  it.each<[string, object]>([
    ['data', { data: { objects: [card()] } }],
    ['card', { card: card() }],
    ['items', { took: 5, items: [card()] }],
  ])('says that cards lie in %s', (name, input) => {
    const [{ code, hint } = {}] = readCards(input).diagnostics;
    expect([code, hint]).toEqual(['empty-card', expect.stringContaining(`It holds cards in "${name}"`)]);
  });

  it('shows the cards beside it', () => {
    expect(titles([null, card({ header: { title: 'A' } }), [], 'x'])).toEqual(['A']);
    expect(titles({ results: [5, { cards: [card({ header: { title: 'A' } })] }] })).toEqual(['A']);
  });

  it('does not call an empty response faulty', () => {
    expect(readCards('{"objects": []}').diagnostics.map(({ severity }) => severity)).toEqual(['info']);
  });
});

/** Gives a member another value; `undefined` takes it away. */
function bend(wire: WireObject, path: Path, value: unknown): WireObject {
  const bent = structuredClone(wire);
  const holder = path.slice(0, -1).reduce<WireObject>((at, step) => at[step] as WireObject, bent);
  if (value === undefined) Reflect.deleteProperty(holder, path.at(-1)!);
  else holder[path.at(-1)!] = value;
  return bent;
}

/** `path` and `value`: what is wrong. `lost`: what differs in the card because of it. */
interface Fault {
  readonly path: Path;
  readonly value: unknown;
  readonly code: string;
  readonly lost: (sound: Card) => Partial<Card>;
  readonly at?: Path;
}

const field = (sound: Card, index: number, change: object) => ({
  fields: sound.fields.map((it, i) => (i === index ? { ...it, ...change } : it)),
});
const act = (sound: Card, index: number, change: object) => ({
  actions: sound.actions.map((it, i) => (i === index ? { ...it, ...change } : it)),
});
const itemOf = (sound: Card, index: number, change: object) =>
  field(sound, 1, {
    items: sound.fields[1]!.items.map((it, i) => (i === index ? { ...it, ...change } : it)),
  });
const inputOf = (sound: Card, index: number, change: object) =>
  act(sound, 0, {
    inputs: sound.actions[0]!.inputs.map((it, i) => (i === index ? { ...it, ...change } : it)),
  });

const faults: Fault[] = [
  { path: ['id'], value: 17, code: 'wrong-type', lost: () => ({ id: '17' }) },
  { path: ['id'], value: 'no uuid', code: 'bad-id', lost: () => ({ id: 'no uuid' }) },
  { path: ['backend_id'], value: {}, code: 'wrong-type', lost: () => ({ backendId: null }) },
  { path: ['hash'], value: [], code: 'wrong-type', lost: () => ({ hash: null }) },
  { path: ['importance'], value: 'high', code: 'bad-value', lost: () => ({ importance: null }) },
  { path: ['importance'], value: 1.5, code: 'bad-value', lost: () => ({ importance: 1.5 }) },
  { path: ['image'], value: [], code: 'wrong-type', lost: () => ({ iconUrl: null }) },
  {
    path: ['image'],
    value: {},
    code: 'missing-member',
    at: ['image', 'href'],
    lost: () => ({ iconUrl: null }),
  },
  { path: ['creation_date'], value: 'yesterday', code: 'bad-date', lost: () => ({ createdAt: null }) },
  { path: ['expiration_date'], value: true, code: 'wrong-type', lost: () => ({ expiresAt: null }) },
  { path: ['due_date'], value: '2099-02-30T00:00:00Z', code: 'bad-date', lost: () => ({ dueAt: null }) },
  { path: ['template'], value: 'generic.hbs', code: 'wrong-type', lost: () => ({}) },
  {
    path: ['header'],
    value: 'Trip',
    code: 'wrong-type',
    lost: () => ({ title: null, titleUrl: null, subtitles: [] }),
  },
  { path: ['header', 'title'], value: {}, code: 'wrong-type', lost: () => ({ title: null }) },
  {
    path: ['header', 'subtitle', 0],
    value: null,
    code: 'wrong-type',
    lost: (sound) => ({ subtitles: sound.subtitles.slice(1) }),
  },
  { path: ['header', 'links', 'title'], value: [], code: 'wrong-type', lost: () => ({ titleUrl: null }) },
  {
    path: ['header', 'links', 'subtitle', 0],
    value: 7,
    code: 'wrong-type',
    lost: (sound) => ({ subtitles: sound.subtitles.map(({ text }) => ({ text, url: null })) }),
  },
  { path: ['links', 0], value: 'x', code: 'wrong-type', lost: () => ({ links: [] }) },
  {
    path: ['links', 0, 'href'],
    value: undefined,
    code: 'missing-member',
    lost: () => ({ links: [{ text: 'Travel policy', url: null }] }),
  },
  {
    path: ['links', 0, 'text'],
    value: 7,
    code: 'wrong-type',
    lost: (sound) => ({ links: [{ text: '7', url: sound.links[0]!.url }] }),
  },
  { path: ['banner'], value: [], code: 'wrong-type', lost: () => ({ banner: [] }) },
  {
    path: ['banner', 'items', 1, 'href'],
    value: undefined,
    code: 'missing-member',
    lost: (sound) => ({ banner: sound.banner.slice(0, 1) }),
  },
  {
    path: ['banner', 'items', 1, 'type'],
    value: 'gif',
    code: 'bad-value',
    lost: (sound) => ({ banner: [sound.banner[0]!, { ...sound.banner[1]!, kind: 'image' }] }),
  },
  { path: ['body'], value: 5, code: 'wrong-type', lost: () => ({ description: null, fields: [] }) },
  { path: ['body', 'description'], value: [], code: 'wrong-type', lost: () => ({ description: null }) },
  { path: ['body', 'fields'], value: 'none', code: 'wrong-type', lost: () => ({ fields: [] }) },
  {
    path: ['body', 'fields', 0],
    value: null,
    code: 'wrong-type',
    lost: (sound) => ({ fields: sound.fields.slice(1) }),
  },
  {
    path: ['body', 'fields', 0, 'title'],
    value: {},
    code: 'wrong-type',
    lost: (sound) => field(sound, 0, { title: null }),
  },
  {
    path: ['body', 'fields', 1, 'items', 0],
    value: [],
    code: 'wrong-type',
    lost: (sound) => field(sound, 1, { items: sound.fields[1]!.items.slice(1) }),
  },
  {
    path: ['body', 'fields', 1, 'items', 0, 'created_at'],
    value: 'last week',
    code: 'bad-date',
    lost: (sound) => itemOf(sound, 0, { createdAt: null }),
  },
  {
    path: ['body', 'fields', 1, 'items', 1, 'attachment_content_length'],
    value: '12 kB',
    code: 'bad-value',
    lost: (sound) => itemOf(sound, 1, { sizeBytes: null }),
  },
  {
    path: ['body', 'fields', 1, 'items', 1, 'attachment_url'],
    value: 7,
    code: 'wrong-type',
    lost: (sound) => itemOf(sound, 1, { url: null }),
  },
  {
    path: ['body', 'fields', 2, 'comments', 0, 'creation_date'],
    value: false,
    code: 'wrong-type',
    lost: (sound) => field(sound, 2, { comments: [{ ...sound.fields[2]!.comments[0]!, createdAt: null }] }),
  },
  {
    path: ['body', 'fields', 3, 'content', 0],
    value: 'Client visit',
    code: 'wrong-type',
    lost: (sound) => ({ fields: sound.fields.slice(0, 3) }),
  },
  { path: ['actions'], value: 5, code: 'wrong-type', lost: () => ({ actions: [] }) },
  {
    path: ['actions', 1],
    value: 'Open',
    code: 'wrong-type',
    lost: (sound) => ({ actions: sound.actions.slice(0, 1) }),
  },
  {
    path: ['actions', 0, 'id'],
    value: 'approve',
    code: 'bad-id',
    lost: (sound) => act(sound, 0, { id: 'approve' }),
  },
  {
    path: ['actions', 0, 'completed_label'],
    value: undefined,
    code: 'missing-member',
    lost: (sound) => act(sound, 0, { completedLabel: 'Completed' }),
  },
  {
    path: ['actions', 0, 'primary'],
    value: 'yes',
    code: 'wrong-type',
    lost: (sound) => act(sound, 0, { primary: false }),
  },
  {
    path: ['actions', 0, 'content_type'],
    value: {},
    code: 'wrong-type',
    lost: (sound) => act(sound, 0, { contentType: 'application/x-www-form-urlencoded' }),
  },
  {
    path: ['actions', 0, 'type'],
    value: undefined,
    code: 'missing-member',
    lost: (sound) => act(sound, 0, { method: 'GET' }),
  },
  {
    path: ['actions', 0, 'mutually_exclusive_set_id'],
    value: [],
    code: 'wrong-type',
    lost: (sound) => act(sound, 0, { exclusiveSet: null }),
  },
  {
    path: ['actions', 0, 'user_input', 0],
    value: 'comment',
    code: 'wrong-type',
    lost: (sound) => act(sound, 0, { inputs: sound.actions[0]!.inputs.slice(1) }),
  },
  {
    path: ['actions', 0, 'user_input', 0, 'id'],
    value: undefined,
    code: 'missing-member',
    lost: (sound) => act(sound, 0, { inputs: sound.actions[0]!.inputs.slice(1) }),
  },
  {
    path: ['actions', 0, 'user_input', 0, 'label'],
    value: undefined,
    code: 'missing-member',
    lost: (sound) => inputOf(sound, 0, { label: 'comment' }),
  },
  {
    path: ['actions', 0, 'user_input', 0, 'min_length'],
    value: -1,
    code: 'bad-value',
    lost: (sound) => inputOf(sound, 0, { minLength: 0, required: false }),
  },
  {
    path: ['actions', 0, 'user_input', 0, 'max_length'],
    value: '100',
    code: 'bad-value',
    lost: (sound) => inputOf(sound, 0, { maxLength: 0 }),
  },
  {
    path: ['actions', 0, 'user_input', 1, 'options'],
    value: 'a',
    code: 'wrong-type',
    lost: (sound) => inputOf(sound, 1, { format: 'text', options: [] }),
  },
  {
    path: ['sticky'],
    value: {},
    code: 'missing-member',
    at: ['sticky', 'until'],
    lost: () => ({ stickyUntil: null }),
  },
  { path: ['sticky', 'until'], value: 'Friday', code: 'bad-date', lost: () => ({ stickyUntil: null }) },
  { path: ['tags', 0], value: {}, code: 'wrong-type', lost: () => ({ tags: ['urgent'] }) },
];

describe('given a card with one fault', () => {
  const sound = one(fullCard());

  it.each(faults.map((fault) => [fault.path.join('.'), JSON.stringify(fault.value), fault] as const))(
    'loses only what %s = %s is about, and names it',
    (_, __, { path, value, code, lost, at = path }) => {
      const { cards, diagnostics } = readCards({ objects: [bend(fullCard(), path, value)] });
      expect(diagnostics.map((found) => [found.severity, found.code, found.path])).toContainEqual([
        'error',
        code,
        ['objects', 0, ...at],
      ]);
      const aside = { key: '', source: null };
      expect({ ...cards[0], ...aside }).toEqual({ ...sound, ...lost(sound), ...aside });
    },
  );
});

describe('given an unusual form whose meaning is plain', () => {
  it.each<[string, WireObject, Path, Partial<Card>]>([
    [
      'a subtitle that is one text',
      { header: { title: 'A', subtitle: 'B' } },
      ['header', 'subtitle'],
      { subtitles: [{ text: 'B', url: null }] },
    ],
    ['a title that is a number', { header: { title: 42 } }, ['header', 'title'], { title: '42' }],
    [
      'a date in epoch seconds',
      { creation_date: 1593085258.5 },
      ['creation_date'],
      { createdAt: Date.parse('2020-06-25T11:40:58.500Z') },
    ],
    [
      'a date without seconds',
      { due_date: '2020-06-24T00:00+18:00' },
      ['due_date'],
      { dueAt: Date.parse('2020-06-23T06:00:00Z') },
    ],
    [
      'one link where a list belongs',
      { links: { href: 'https://a.example/', text: 'A' } },
      ['links'],
      { links: [{ text: 'A', url: 'https://a.example/' }] },
    ],
    ['one tag where a list belongs', { tags: 'urgent' }, ['tags'], { tags: ['urgent'] }],
    [
      'an image that is a bare text',
      { image: 'https://a.example/i.png' },
      ['image'],
      { iconUrl: 'https://a.example/i.png' },
    ],
  ])('reads %s, and still says what the schema says', (_, overrides, path, expected) => {
    const { cards, diagnostics } = readCards(card(overrides));
    expect(cards[0]).toMatchObject(expected);
    expect(diagnostics.map((found) => [found.severity, found.path])).toEqual([['error', path]]);
  });

  it('reads one action, one field and one input where lists belong', () => {
    const input = { id: 'note', label: 'Note' };
    const read = one(
      card({
        body: { fields: { type: 'GENERAL', title: 'T' } },
        actions: action({ action_key: 'USER_INPUT', user_input: input }),
      }),
    );
    expect(read.fields.map(({ title }) => title)).toEqual(['T']);
    expect(read.actions.map(({ inputs }) => inputs.map(({ id }) => id))).toEqual([['note']]);
  });

  it('takes a date alone for the end of its day, but for the noon of the day it was made', () => {
    const day = '2099-03-31';
    const { createdAt, dueAt, expiresAt } = one(
      card({ creation_date: day, due_date: day, expiration_date: day }),
    );
    const hours = [createdAt, dueAt, expiresAt].map((instant) => new Date(instant!).getHours());
    expect(hours).toEqual([12, 23, 23]);
  });

  it('warns of a repair that the schema does not object to', () => {
    const { cards, diagnostics } = readCards(card({ name: 5 }));
    expect(cards[0]!.name).toBe('5');
    expect(diagnostics.map(({ severity, code, path }) => ({ severity, code, path }))).toEqual([
      { severity: 'warning', code: 'repaired', path: ['name'] },
    ]);
  });

  it('says how it read a method in small letters', () => {
    const { cards, diagnostics } = readCards(card({ actions: [action({ type: 'post' })] }));
    expect(cards[0]!.actions[0]).toMatchObject({ kind: 'send', method: 'POST' });
    expect(diagnostics.find(({ path }) => path.at(-1) === 'type')?.hint).toContain('POST');
  });
});

describe('given links of subtitles', () => {
  const link = 'https://a.example/';
  it.each<[string, unknown, (string | null)[]]>([
    ['as many links', [link, `${link}2`, `${link}3`], [link, `${link}2`, `${link}3`]],
    ['fewer', [link], [link, null, null]],
    ['null for none', [null, link, null], [null, link, null]],
    ['an empty text for none', ['', '', link], [null, null, link]],
    ['something that is no link', [7, {}, link], [null, null, link]],
    ['one that may not be used', ['javascript:alert(1)', link], [null, link, null]],
    ['more links than subtitles', [link, null, null, link], [link, null, null]],
    ['one text', link, [link, null, null]],
    ['none', undefined, [null, null, null]],
  ])('matches them by position: %s', (_, subtitle, urls) => {
    const header = { title: 'T', subtitle: ['A', 'B', 'C'], links: { subtitle } };
    expect(one(card({ header })).subtitles).toEqual(
      ['A', 'B', 'C'].map((text, i) => ({ text, url: urls[i] })),
    );
  });

  it('keeps them at their subtitles when one is blank', () => {
    const header = { subtitle: ['A', ' ', 'C'], links: { subtitle: [null, `${link}2`, link] } };
    expect(one(card({ header })).subtitles).toEqual([
      { text: 'A', url: null },
      { text: 'C', url: link },
    ]);
  });

  it('takes an empty title link for none, without a word about its use', () => {
    const header = { title: 'T', links: { title: '' } };
    const { cards, diagnostics } = readCards(card({ header }));
    expect(cards[0]!.titleUrl).toBe(null);
    expect(diagnostics.map(({ code }) => code)).not.toContain('blocked-url');
  });
});

describe('given members that the library does not know', () => {
  const wire = card({
    x_vendor: { deep: [1] },
    body: { fields: [{ type: 'MAP', title: 'Where', lat: 52 }] },
  });

  it('keeps them in the source, which is the very object that came in', () => {
    const [read] = readCards({ objects: [wire] }).cards;
    expect(read!.source).toBe(wire);
  });

  it('shows a field of an unknown type plainly and warns', () => {
    const { cards, diagnostics } = readCards(wire);
    expect(cards[0]!.fields).toMatchObject([{ kind: 'unknown', type: 'MAP', title: 'Where' }]);
    expect(diagnostics.map(({ severity, code, path }) => ({ severity, code, path }))).toEqual([
      { severity: 'warning', code: 'unknown-field-type', path: ['body', 'fields', 0, 'type'] },
    ]);
  });
});

describe('given a card that was read before', () => {
  it('comes back as the same object, alone or among others', () => {
    const read = one(fullCard());
    expect(one(read)).toBe(read);
    const { cards, diagnostics } = readCards([card(), read]);
    expect(cards[1]).toBe(read);
    expect(diagnostics).toEqual([]);
    expect(isCard(read)).toBe(true);
  });

  it('reads the same from its source', () => {
    const read = one(fullCard());
    expect(one(read.source)).toEqual(read);
  });

  it('does not take a look-alike for one', () => {
    const copy = { ...one(fullCard()) };
    expect(isCard(copy)).toBe(false);
    expect(one(copy)).not.toBe(copy);
  });

  it('reads one that it can’t know again from its source, with its connector', () => {
    const results = [
      { connector_id: 'concur', cards: [fullCard()] },
      { connector_id: 'jira', connector_status: { status: 401, backend_status: 401 } },
    ];
    const { cards } = readCards({ results });
    const proxies = cards.map((read) => new Proxy(read, {}));
    expect(readCards(proxies).cards).toEqual(cards);
    expect(readCards({ objects: structuredClone(cards) }).cards).toEqual(cards);
  });

  it('believes its envelope, not the card, about the connector that it comes from', () => {
    const [read] = readCards({ results: [{ connector_id: 'concur', cards: [fullCard()] }] }).cards;
    const results = [{ connector_id: 'stranger', cards: [structuredClone(read)] }];
    const [card] = readCards({ results }).cards;
    expect([card!.connectorId, card!.key]).toEqual(['stranger', expect.stringMatching(/^stranger\//)]);
  });
});

describe('given more than the limits allow', () => {
  const limits = { cards: 2, list: 3, media: 1, text: 10 };
  const codes = (input: unknown) =>
    readCards(input, { limits }).diagnostics.map(({ code, path }) => [code, path]);

  it('reads that many cards, and says that there are more', () => {
    const cards = ['a', 'b', 'c'].map((id) => card({ backend_id: id, body: undefined }));
    expect(readCards(cards, { limits }).cards.map(({ backendId }) => backendId)).toEqual(['a', 'b']);
    expect(codes({ objects: cards })).toContainEqual(['too-many', ['objects']]);
    const results = cards.map((each) => ({ cards: [each] }));
    expect(readCards({ results }, { limits }).cards).toHaveLength(2);
    expect(codes({ results })).toContainEqual(['too-many', ['results']]);
  });

  it('reads that many of a list', () => {
    const wire = card({ tags: ['a', 'b', 'c', 'd'] });
    expect(one(wire, { limits }).tags).toEqual(['a', 'b', 'c']);
    expect(codes(wire)).toContainEqual(['too-many', ['tags']]);
  });

  it('reads that many pictures', () => {
    const item = { type: 'image', href: 'https://a.example/' };
    const wire = card({ banner: { items: [item, item] } });
    expect(one(wire, { limits }).banner.length).toBe(1);
    expect(codes(wire)).toContainEqual(['too-many', ['banner', 'items']]);
  });

  it('knows of a member that is forbidden, whatever came before it', () => {
    const a = { href: 'http://a.example/' };
    const actions = [{ title: 'b', url: { href: 'https://a.example/' }, foo: 1 }];
    const item = { itemDetails: { title: 'x', url: a, image: a, actions } };
    const codes = readCards(item, { limits: { findings: 1 } }).diagnostics.map(({ code }) => code);
    expect(codes).toContain('forbidden-member');
  });

  it('tells that many findings, and the first error whatever came before it', () => {
    const noise = Array.from({ length: 5 }, () => card({ name: 7, body: undefined }));
    const { diagnostics } = readCards([...noise, card({ id: 7 }), card({ id: 8 })], {
      limits: { findings: 3 },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'repaired',
      'repaired',
      'repaired',
      'wrong-type',
      'too-many',
    ]);
  });

  it.each<[string, string]>([
    ['a card', `{"header": {"title": "T"}, "tags": [${'7,'.repeat(2_000_000)}7]}`],
    ['many cards', `[${'{"id": 7, "header": {"title": "T"}, "tags": [7, 7]},'.repeat(20_000)}{}]`],
  ])('does not take all memory for the faults of %s', (_, text) => {
    const { diagnostics } = readCards(text);
    expect(diagnostics.length).toBeLessThan(10_003);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'too-many', path: [] });
  });

  it('cuts a long text and marks the cut', () => {
    const wire = card({ header: { title: '0123456789A' } });
    expect(one(wire, { limits }).title).toBe('0123456789…');
    expect(codes(wire)).toContainEqual(['too-long', ['header', 'title']]);
  });
});

describe('given any input', { timeout: 60_000 }, () => {
  const settings = { seed: 20_260_301, numRuns: 2000 };

  it('does not throw on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.json()), (text) => {
        const { cards, diagnostics } = readCards(text);
        return cards.length + diagnostics.length > 0;
      }),
      settings,
    );
  });

  it('does not throw on any JSON value, nor change it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        readCards(deepFreeze(value));
      }),
      settings,
    );
  });

  it('does not throw on any value in the members of a card, nor change it, and names places that exist', () => {
    const sound = deepFreeze(fullCard());
    fc.assert(
      fc.property(wireJson(), (wire) => {
        const input = { objects: [deepFreeze(wire), sound] };
        const { cards, diagnostics } = readCards(input);
        // What is missing has no place of its own, but the object it is missing from has.
        const holders = diagnostics.map(({ path }) =>
          path.slice(0, -1).reduce<unknown>((at, step) => (at as WireObject)[step], input),
        );
        return cards.at(-1)!.title === 'Trip to NYC' && holders.every((holder) => typeof holder === 'object');
      }),
      settings,
    );
  });

  it.each<[string, string]>([
    ['links in links', `{"image": ${'{"href": '.repeat(50_000)}1${'}'.repeat(50_000)}}`],
    ['lists in a method', `{"actions": [{"url": "/a", "type": ${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`],
    ['headers in headers', `${'{"header": '.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['fields in fields', `{"body": ${'{"fields": ['.repeat(50_000)}1${']}'.repeat(50_000)}}`],
    ['lists in lists', '['.repeat(100_000)],
    ['faults without number', `{"id": 7, "tags": [${'7,'.repeat(150_000)}7]}`],
    ['a method that is no text', '{"actions": [{"url": "/a", "type": {"toString": 1, "valueOf": 1}}]}'],
    ['a long text that is cut off', `["${'x'.repeat(10_000_000)}`],
    ['a long text before a fault', `["${'\\n'.repeat(5_000_000)}", ]`],
    ['a long text before something to be found', `{"name": "${'x'.repeat(10_000_000)}", "id": 7}`],
  ])('does not throw on %s', (_, text) => {
    const { cards, diagnostics } = readCards(text);
    expect(cards.length + diagnostics.length).toBeGreaterThan(0);
  });
});

describe('given the names of the object prototype as members', () => {
  const hostile = `{
    "__proto__": { "polluted": true, "header": { "title": "ghost" } },
    "constructor": { "prototype": { "polluted": true } },
    "toString": 1, "hasOwnProperty": 1, "then": "x",
    "header": { "title": "T", "__proto__": { "subtitle": ["ghost"] } },
    "body": { "fields": [{ "type": "__proto__", "title": "F" }, { "type": "constructor", "title": "G" }] },
    "actions": [{
      "id": "__proto__", "action_key": "USER_INPUT", "label": "__proto__", "completed_label": "Done",
      "url": { "href": "https://a.example/" }, "type": "POST",
      "request": { "__proto__": "p", "constructor": "c" },
      "user_input": [
        { "id": "__proto__", "label": "L", "format": "select", "options": { "__proto__": "O", "constructor": "P" } },
        { "id": "constructor", "label": "M" }
      ]
    }]
  }`;

  it('reads them as plain data and leaves every prototype as it was', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const read = one(hostile);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect('polluted' in {}).toBe(false);
    expect([read.title, read.subtitles]).toEqual(['T', []]);
    expect(read.fields.map(({ kind, title }) => [kind, title])).toEqual([
      ['unknown', 'F'],
      ['unknown', 'G'],
    ]);
    const [first] = read.actions;
    expect(first!.inputs.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
    expect(first!.inputs[0]!.options).toEqual([
      { value: '__proto__', label: 'O' },
      { value: 'constructor', label: 'P' },
    ]);
  });

  it('shows no card that is made of a prototype only', () => {
    const { cards, diagnostics } = readCards('{"objects": [{"__proto__": {"header": {"title": "ghost"}}}]}');
    expect(cards.map(({ title }) => title)).toEqual([null]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['reserved-name', 'empty-card']);
  });
});
