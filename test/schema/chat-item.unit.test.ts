import { describe, expect, it } from 'vitest';
import { actionRequest } from '../../src/schema/encode-request.js';
import {
  chatItemSchema,
  encodeRequest,
  readCards,
  type Card,
  type CardAction,
  type CardField,
  type FactItem,
  type ReadOptions,
} from '../../src/schema/index.js';
import { rowLabel } from '../../src/schema/row-label.js';
import { chatCatalogue, chatFlatCart, chatTicketStatus } from '../../stories/cards/index.js';
import { action as cardAction, card, type WireObject } from '../cards.js';
import { mutate, seededRandom } from '../support/mutate.js';
import { hasShared, sharedText } from '../support/shared-node.js';

const read = (input: unknown, options?: ReadOptions): Card => readCards(input, options).cards[0]!;
const item = (details: WireObject, children?: unknown[]): WireObject => ({
  itemDetails: { title: 'T', ...details },
  ...(children && { children }),
});
const codes = (input: unknown, options?: ReadOptions) =>
  readCards(input, options).diagnostics.map(({ severity, code, path }) => [severity, code, path.join('.')]);

/** An action of a chat item that is sent at one press. */
const action = (overrides: WireObject = {}): WireObject => ({
  title: 'Check out',
  type: 'POST',
  url: { href: 'https://flows.example.com/checkout' },
  payload: {},
  headers: {},
  userInput: [],
  ...overrides,
});
const actionOf = (overrides: WireObject = {}): CardAction =>
  read(item({ actions: [action(overrides)] })).actions[0]!;

describe('given an element that is a chat item or a card', () => {
  it.each<[string, WireObject]>([
    ['an item with details', { itemDetails: { title: 'T' } }],
    ['an item with details that are none', { itemDetails: null }],
    ['an item with items in it only', { children: [{ itemDetails: { title: 'T' } }] }],
    ['a flat item', { title: 'T', contextId: 'c', actions: [action()] }],
    ['a flat item with one action', { actions: [action()] }],
    ['a flat item with a title', { title: 'T' }],
    ['a flat item with a table', { tabularData: [] }],
    [
      'an item whose action lacks a title',
      { workflowId: 'ViewCart', actions: [{ url: 'https://a.example/' }] },
    ],
    ['an item that has tags as well', { itemDetails: { title: 'T' }, tags: ['a'] }],
  ])('takes %s for a chat item', (_, wire) => {
    expect(read({ objects: [wire] }).chat).not.toBe(null);
  });

  it.each<[string, WireObject]>([
    ['a card', card()],
    ['a card with a member named itemDetails', card({ itemDetails: { title: 'T' } })],
    ['a card with children', card({ children: [], title: 'T' })],
    ['a card without header and body', card({ header: undefined, body: undefined })],
    ['a card with nothing but actions', { actions: [cardAction()] }],
    ['a card with nothing but actions and a title', { title: 'T', actions: [cardAction()] }],
    ['a card with nothing but a banner', { title: 'T', banner: { items: [] } }],
    ['a card with a title in the wrong place', { id: 'x', backend_id: 'r-1', title: 'T' }],
    ['an empty object', {}],
    ['a title that is none', { title: { text: 'T' } }],
  ])('takes %s for a card', (_, wire) => {
    expect(read({ objects: [wire] }).chat).toBe(null);
  });

  it('reads both from one response, each in its place', () => {
    const { cards } = readCards({ objects: [card(), item({}), card({ backend_id: 'b' })] });
    expect(cards.map(({ chat }) => chat !== null)).toEqual([false, true, false]);
  });
});

describe('given a chat item', () => {
  it('reads its texts, its picture and what it says of its conversation', () => {
    expect(read(chatTicketStatus)).toMatchObject({
      id: '3f6c0a52-7d0e-4b8b-9a55-2f1f0f6f8b31',
      title: 'ServiceNow ticket: INC0018842',
      subtitles: [
        { text: 'In progress', url: null },
        { text: 'The projector in room Fjord shows no picture', url: null },
      ],
      iconUrl: '/media/service-desk.svg',
      iconText: 'Service desk',
      chat: {
        type: 'status',
        contextId: 'b0a54a8e-31c5-4f19-8b43-0e5b6f0a7d12',
        workflowId: 'vmw_GET_TICKET_STATUS',
        workflowStep: 'Complete',
      },
    });
    expect(read(chatTicketStatus).description).toMatch(/^Facilities have ordered/);
    expect(read(chatTicketStatus).source).toBe(chatTicketStatus);
  });

  it('reads the same of a flat one, and says that it is flat', () => {
    const flat = { title: 'T', subtitle: 'S', shortDescription: 'M', description: 'D', contextId: 'c' };
    const { title: _, ...details } = flat;
    const { key: _k, source: _s, ...expected } = read(item(details));
    expect(read(flat)).toMatchObject(expected);
    expect(codes(flat)).toEqual([['warning', 'flat-chat-item', '']]);
    expect(codes({ children: [item({})] })).toEqual([]);
  });

  it('shows a sentence once that is both title and description', () => {
    const { description, subtitles } = read(item({ shortDescription: 'S', description: 'T', subtitle: 'S' }));
    expect([description, subtitles.map(({ text }) => text)]).toEqual([null, ['S']]);
  });

  it.each<[string, WireObject, Partial<Card>]>([
    ['an address', { url: { href: 'https://a.example/' } }, { titleUrl: 'https://a.example/', links: [] }],
    [
      'an address with words of its own',
      { url: { href: 'https://a.example/', title: 'Open it' } },
      { titleUrl: null, links: [{ text: 'Open it', url: 'https://a.example/' }] },
    ],
    [
      'an address without any words',
      { title: undefined, url: { href: 'https://a.example/' } },
      { titleUrl: null, links: [{ text: 'https://a.example/', url: 'https://a.example/' }] },
    ],
    [
      'an address that may not be used',
      { url: { href: 'javascript:alert(1)', title: 'Open it' } },
      { titleUrl: null, links: [{ text: 'Open it', url: null }] },
    ],
    ['an address as a text', { url: 'https://a.example/' }, { titleUrl: 'https://a.example/' }],
    ['a picture as a text', { image: '/a.png' }, { iconUrl: '/a.png', iconText: null }],
    ['a picture that may not be used', { image: { href: 'data:,x', alternateText: 'A' } }, { iconUrl: null }],
  ])('reads %s', (_, details, expected) => {
    expect(read(item(details))).toMatchObject(expected);
  });

  it('has nothing to show when it is empty', () => {
    expect(codes({ itemDetails: {} })).toEqual([['warning', 'empty-card', '']]);
  });
});

describe('given the identity of chat items', () => {
  const key = (details: WireObject, connector_id?: string) =>
    read(connector_id === undefined ? item(details) : { results: [{ connector_id, cards: [item(details)] }] })
      .key;
  const nil = '00000000-0000-0000-0000-000000000000';

  it('is the id within its conversation and its connector', () => {
    expect(key({ id: 'a', contextId: 'c' }, 'bot')).toBe('bot/chat/c/id/a');
    expect(key({ id: 'a', contextId: nil })).toBe('/chat//id/a');
  });

  it('is the content where there is no id', () => {
    expect(key({ id: nil, description: 'D' })).toBe(key({ id: nil, description: 'D' }));
    expect(key({ id: nil, description: 'D' })).not.toBe(key({ id: nil, description: 'E' }));
    expect(key({ contextId: 'c' })).not.toBe(key({ contextId: 'd' }));
  });

  it('keeps items apart that are alike', () => {
    const { cards, diagnostics } = readCards({ objects: [item({}), item({}), item({})] });
    expect(new Set(cards.map((one) => one.key)).size).toBe(3);
    expect(diagnostics).toEqual([]);
    const again = readCards({ objects: [item({}), item({})] }).cards;
    expect(again.map((one) => one.key)).toEqual(cards.slice(0, 2).map((one) => one.key));
  });
});

describe('given a table', () => {
  const rows = (...data: unknown[]) => {
    const [field] = read(item({ tabularData: [{ data }] })).fields;
    return (field?.items ?? []) as FactItem[];
  };

  it('is a section with its title and description', () => {
    const table = { title: 'Cost', description: 'Without tax', type: 'grid', data: [{ title: 'a' }] };
    expect(read(item({ tabularData: [table] })).fields).toMatchObject([
      {
        kind: 'section',
        type: 'grid',
        title: 'Cost',
        description: 'Without tax',
        path: ['itemDetails', 'tabularData', 0],
      },
    ]);
    expect(read(item({ tabularData: [{}, { data: [] }] })).fields).toEqual([]);
  });

  it.each<[string, WireObject, Partial<FactItem>]>([
    ['a short description', { shortDescription: 'V' }, { description: 'V' }],
    ['a subtitle', { subtitle: 'V' }, { description: 'V' }],
    ['a description', { description: 'V' }, { description: 'V' }],
    [
      'several texts, one below the other',
      { shortDescription: 'V', subtitle: 'S', description: 'V' },
      { description: 'V\nS' },
    ],
    ['no value', { shortDescription: '' }, { description: null }],
    [
      'a value that is a link',
      { shortDescription: 'V', url: { href: 'https://a.example/' } },
      { description: 'V', url: 'https://a.example/' },
    ],
    [
      'a link with words',
      { url: { href: 'https://a.example/', title: 'Open' } },
      { description: 'Open', url: 'https://a.example/' },
    ],
    ['a link alone', { url: 'https://a.example/' }, { description: 'https://a.example/' }],
    [
      'a picture',
      { image: { href: '/a.png', alternateText: 'A' } },
      { picture: { url: '/a.png', text: 'A' } },
    ],
  ])('reads a row with %s', (_, row, expected) => {
    expect(rows({ title: 'status', ...row })).toMatchObject([{ title: 'Status', ...expected }]);
  });

  it('says which parts have nothing in them', () => {
    const itemDetails = { title: 'A', tabularData: [{ data: [{}] }, {}] };
    const { diagnostics } = readCards({ itemDetails, children: [{}, { itemDetails: {} }] });
    expect(diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'empty-part itemDetails.tabularData.0.data.0',
      'empty-part itemDetails.tabularData.0',
      'empty-part itemDetails.tabularData.1',
      'empty-part children.0',
      'empty-part children.1',
    ]);
  });

  it('leaves out a row with nothing in it', () => {
    expect(rows({}, { id: 'x' }, { title: 'a' }).map(({ title }) => title)).toEqual(['A']);
  });

  it.each([
    ['impact', 'Impact'],
    ['ticketNo', 'Ticket no'],
    ['shortDescription', 'Short description'],
    ['due_date', 'Due date'],
    ['sla-breach', 'SLA breach'],
    ['sysId', 'Sys ID'],
    ['employeeIDs', 'Employee IDs'],
    ['iPhone', 'iPhone'],
    ['macbook-pro-14', 'macbook-pro-14'],
    ['constructor', 'Constructor'],
    ['Price', 'Price'],
    ['Due date', 'Due date'],
    ['größe', 'größe'],
    ['a b', 'a b'],
    ['優先度', '優先度'],
  ])('calls the key %s %s', (key, label) => {
    expect(rowLabel(key)).toBe(label);
  });
});

describe('given an action', () => {
  it('reads its members under the names that chat items have', () => {
    expect(actionOf({ description: 'D', payload: { a: '1' }, type: 'PUT' })).toMatchObject({
      kind: 'send',
      actionKey: 'DIRECT',
      label: 'Check out',
      description: 'D',
      completedLabel: 'Completed',
      method: 'PUT',
      url: 'https://flows.example.com/checkout',
      request: { a: '1' },
      contentType: 'application/x-www-form-urlencoded',
      exclusiveSet: null,
      grouped: false,
    });
  });

  it('reads what it asks for', () => {
    const userInput = [
      { id: 'note', label: 'Note', format: 'textarea', minLength: 1, maxLength: 160, value: 'Hello' },
      { id: 'size', label: 'Size', format: 'select', options: { s: 'Small', l: 'Large' } },
    ];
    expect(actionOf({ userInput })).toMatchObject({
      actionKey: 'USER_INPUT',
      inputs: [
        { id: 'note', format: 'textarea', minLength: 1, maxLength: 160, preset: 'Hello' },
        {
          id: 'size',
          format: 'select',
          options: [
            { value: 's', label: 'Small' },
            { value: 'l', label: 'Large' },
          ],
        },
      ],
    });
  });

  it.each<[string, WireObject, Partial<CardAction>]>([
    [
      'a content type',
      { headers: { 'Content-Type': 'application/json' } },
      { contentType: 'application/json' },
    ],
    ['one in small letters', { headers: { 'content-type': 'text/plain' } }, { contentType: 'text/plain' }],
    ['an address as a text', { url: 'https://a.example/' }, { url: 'https://a.example/' }],
    ['a method in small letters', { type: 'get' }, { method: 'GET' }],
    ['no title', { title: '', description: 'D' }, { label: 'D', description: null }],
    ['neither title nor description', { title: undefined }, { label: 'Action' }],
    ['a description that repeats the title', { description: 'Check out' }, { description: null }],
    ['no address', { url: undefined }, { kind: 'none', blockedBy: 'no-url' }],
    ['a payload that is none', { payload: 'a=b' }, { kind: 'none', blockedBy: 'request' }],
    [
      'a script for an address',
      { url: { href: 'javascript:x' } },
      { kind: 'none', blockedBy: 'blocked-url' },
    ],
  ])('reads one with %s', (_, overrides, expected) => {
    expect(actionOf(overrides)).toMatchObject(expected);
  });

  it('says which headers are not sent', () => {
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer x', 'X-Cart': '7' };
    const { diagnostics } = readCards(item({ actions: [action({ headers })] }));
    expect(diagnostics.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['unsent-headers', 'itemDetails.actions.0.headers'],
    ]);
    expect(diagnostics[0]!.message).toContain('Authorization, X-Cart');
  });

  it('sends the first content type where it is there twice, in another spelling, and says so', () => {
    const headers = { 'Content-Type': 'application/json', 'content-type': 'text/plain' };
    const { cards, diagnostics } = readCards(item({ actions: [action({ headers })] }));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['unsent-headers', 'Of the headers of an action only Content-Type is sent, not content-type.'],
    ]);
    expect(cards[0]!.actions).toMatchObject([{ contentType: 'application/json' }]);
  });

  it.each<[string, WireObject, CardAction['kind']]>([
    ['names a page of the web', { type: 'GET', navigationType: 'browser' }, 'open'],
    ['names a page of the host', { type: 'get', navigationType: 'applicationPage' }, 'open'],
    ['names a page and no method', { type: undefined, navigationType: 'browser' }, 'open'],
    ['names no page', { type: 'GET' }, 'send'],
    ['names a page of an unknown kind', { type: 'GET', navigationType: 'tab' }, 'send'],
    ['sends something first', { type: 'POST', navigationType: 'browser' }, 'send'],
    [
      'asks for something first',
      { type: 'GET', navigationType: 'browser', userInput: [{ id: 'q', label: 'Q' }] },
      'send',
    ],
  ])('opens its address, or sends: one that %s', (_, overrides, kind) => {
    expect(actionOf(overrides).kind).toBe(kind);
  });

  it('takes what is to be sent along into an address that it opens', () => {
    const open = actionOf({ type: 'GET', navigationType: 'browser', payload: { id: '7', to: 'a b' } });
    expect(open.url).toBe('https://flows.example.com/checkout?id=7&to=a+b');
  });

  it('can be done again where it only asks', () => {
    expect([actionOf({ type: 'GET' }), actionOf()].map(({ allowRepeated }) => allowRepeated)).toEqual([
      true,
      false,
    ]);
  });

  it('says nothing against a yes and a no, which a chat item can’t make exclude each other', () => {
    expect(codes(item({ actions: [action({ title: 'Yes' }), action({ title: 'No' })] }))).toEqual([]);
  });
});

describe('given items within an item', () => {
  const catalogue = read(chatCatalogue);

  it('reads each as a group with all that it has', () => {
    expect(catalogue.fields).toMatchObject([
      {
        kind: 'nested',
        type: 'item',
        title: 'Norrland 14',
        path: ['children', 0],
        nested: {
          summary: 'The laptop for developers',
          picture: { url: '/media/device-laptop.svg', text: 'A dark blue laptop' },
          links: [{ text: 'Data sheet', url: 'https://catalogue.aldervoss.example/norrland-14' }],
          fields: [
            { kind: 'section', title: 'Cost', items: [{ title: 'Price' }, { title: 'Delivery time' }] },
            { kind: 'nested', title: 'Norrland Dock' },
          ],
          actions: [{ label: 'Add to cart' }],
        },
      },
      { kind: 'nested', title: 'Saffron Tab', nested: { titleUrl: null } },
    ]);
  });

  it('makes a title without words beside it the link', () => {
    const child = item({ url: { href: 'https://a.example/' } });
    expect(read(item({}, [child])).fields[0]!.nested!.titleUrl).toBe('https://a.example/');
  });

  it('has all actions in their order, each with its own slot and the place of its JSON', () => {
    const { actions } = catalogue;
    expect(actions.map(({ label, request }) => [label, request.itemId])).toEqual([
      ['View my cart', undefined],
      ['Add to cart', 'norrland-14'],
      ['Add to cart', 'norrland-dock'],
      ['Add to cart', 'saffron-tab'],
    ]);
    expect(new Set(actions.map(({ slot }) => slot)).size).toBe(4);
    expect(actions.map(({ grouped }) => grouped)).toEqual([false, true, true, true]);
    const [, , dock] = actions;
    expect(dock!.path).toEqual(['children', 0, 'children', 0, 'itemDetails', 'actions', 0]);
    const request = actionRequest(catalogue, dock!, {}, 'id', {
      ok: true,
      url: '',
      contentType: '',
      body: null,
    });
    expect(request.action).toBe(chatCatalogue.children[0]!.children![0]!.itemDetails.actions[0]);
    expect(request.card).toBe(chatCatalogue);
  });

  it('shares the actions with the groups that they stand in', () => {
    const inGroups = (fields: readonly CardField[]): CardAction[] =>
      fields.flatMap(({ nested }) => (nested ? [...nested.actions, ...inGroups(nested.fields)] : []));
    expect(inGroups(catalogue.fields)).toEqual(catalogue.actions.slice(1));
    expect(inGroups(catalogue.fields)[0]).toBe(catalogue.actions[1]);
  });

  it('reads those of a flat item', () => {
    const { actions, fields, chat } = read(chatFlatCart);
    expect(chat).toMatchObject({ contextId: 'cart-context-7', workflowId: 'ViewCart', type: null });
    expect(fields.map(({ title }) => title)).toEqual(['Norrland 14', 'Norrland 14']);
    expect(actions.map(({ path }) => path.join('.'))).toEqual([
      'actions.0',
      'actions.1',
      'children.0.actions.0',
      'children.1.actions.0',
    ]);
  });

  it('leaves out one with nothing in it', () => {
    expect(read(item({}, [{}, { itemDetails: { id: 'x' } }, null, item({})])).fields.length).toBe(1);
  });

  it('reads them to a depth, and says that there is more', () => {
    const deep = (depth: number): WireObject => (depth === 0 ? item({}) : item({}, [deep(depth - 1)]));
    const depthOf = (fields: readonly CardField[]): number => {
      const [first] = fields;
      return first ? 1 + depthOf(first.nested?.fields ?? []) : 0;
    };
    expect(depthOf(read(deep(20)).fields)).toBe(20);
    expect(codes(deep(20))).toEqual([]);
    expect(depthOf(read(deep(21)).fields)).toBe(20);
    expect(codes(deep(2), { limits: { depth: 1 } })).toEqual([
      ['warning', 'too-deep', 'children.0.children'],
    ]);
    expect(depthOf(read(deep(2), { limits: { depth: 0 } }).fields)).toBe(0);
  });

  it('does not run out of stack when a host asks for any depth', () => {
    const depth = 20_000;
    const text = `${'{"itemDetails": {"title": "T"}, "children": ['.repeat(depth)}{}${']}'.repeat(depth)}`;
    const { cards, diagnostics } = readCards(text, { limits: { depth: Infinity } });
    expect(cards.length).toBe(1);
    expect(diagnostics.map(({ code }) => code)).toContain('too-deep');
  });

  it.each([1000, 100_000])('does not fail on items %d deep', (depth) => {
    const text = `${'{"itemDetails": {"title": "T"}, "children": ['.repeat(depth)}{}${']}'.repeat(depth)}`;
    const { cards, diagnostics } = readCards(text);
    expect(cards[0]!.title).toBe('T');
    expect(diagnostics.map(({ code }) => code)).toEqual(['too-deep']);
  });

  it('reads that many of a list', () => {
    const many = Array.from({ length: 5 }, () =>
      item({ actions: Array.from({ length: 5 }, () => action()) }),
    );
    const { fields, actions } = read(item({}, many), { limits: { list: 3 } });
    expect([fields.length, actions.length]).toEqual([3, 9]);
  });
});

/** Where something is wrong, as `itemDetails/title`; empty when nothing is. */
type Judge = (wire: unknown) => string[];

const MUTATIONS = 2000;

/** `null` for what is not taken for a chat item. */
function byReading(wire: unknown): string[] | null {
  const { cards, diagnostics } = readCards([wire]);
  if (cards[0]?.chat === null) return null;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return places(errors.map(({ path }) => path.slice(1)));
}

const byZod: Judge = (wire) =>
  places(
    (chatItemSchema.safeParse(wire).error?.issues ?? []).flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
    ),
  );

function places(paths: readonly PropertyKey[][]): string[] {
  return [...new Set(paths.map((path) => path.join('/')))].sort();
}

function mutations(sound: readonly unknown[], seed: number): unknown[] {
  const random = seededRandom(seed);
  return Array.from({ length: MUTATIONS }, (_, i) => mutate([sound[i % sound.length]], random)[0]);
}

/** What is said of items with faults of every kind, where it is not what `judge` says. */
function disagreements(judge: Judge, samples: readonly unknown[]): string[] {
  const read = samples.map((wire) => [wire, byReading(wire)] as const).filter(([, found]) => found !== null);
  // What can be told for a chat item must be nearly all, and both verdicts common, or agreeing would mean little.
  const faulty = read.filter(([, found]) => found!.length > 0).length;
  expect(read.length).toBeGreaterThan(samples.length * 0.9);
  expect(Math.min(faulty, read.length - faulty)).toBeGreaterThan(samples.length / 10);
  return read
    .filter(([wire, found]) => String(found) !== String(judge(wire)))
    .map(([wire, found]) => `${String(found)} | ${String(judge(wire))} | ${JSON.stringify(wire)}`)
    .slice(0, 5);
}

const samples = [
  absolute(chatTicketStatus),
  absolute(chatCatalogue),
  chatFlatCart,
  item({ url: { href: 'a:b' } }),
];

/** With pictures as the published schema wants them. */
function absolute(wire: unknown): unknown {
  return JSON.parse(JSON.stringify(wire).replaceAll('"/media/', '"https://static.example.com/'));
}

describe('given the published schema', { timeout: 60_000 }, () => {
  it('finds nothing against sound items', () => {
    expect(samples.map(byReading)).toEqual([[], [], [], []]);
    expect(samples.map(byZod)).toEqual([[], [], [], []]);
  });

  it('allows members that nobody knows, save in an action', () => {
    const wire = {
      ...item({ x: 1, tabularData: [{ x: 1, data: [{ x: 1 }] }], url: { href: 'a:b', x: 1 } }),
      x: 1,
    };
    expect(byReading(wire)).toEqual([]);
    const strict = item({ actions: [action({ workflowId: 'Checkout', navigation_type: 'browser' })] });
    const expected = ['navigation_type', 'workflowId'].map((member) => `itemDetails/actions/0/${member}`);
    expect([byReading(strict), byZod(strict)]).toEqual([expected, expected]);
    expect(readCards(strict).diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['forbidden-member', 'Only the members of the format are.'],
      ['forbidden-member', 'Did you mean navigationType? Only the members of the format are.'],
    ]);
    expect(read(strict).actions.length).toBe(1);
  });

  it('names the place of a forbidden member by its name', () => {
    const text = '{"itemDetails": {"actions": [{"title": "T", "x": 1}]}}';
    const found = readCards(text).diagnostics.find(({ code }) => code === 'forbidden-member');
    expect(text.slice(found!.range!.start.offset, found!.range!.end.offset)).toBe('"x"');
  });

  it('judges items within items', () => {
    const wire = item({}, [item({}, [item({ title: 7 })])]);
    expect(byReading(wire)).toEqual(['children/0/children/0/itemDetails/title']);
  });

  it('finds errors where, and only where, the zod schema does', () => {
    expect(disagreements(byZod, mutations(samples, 20_260_301))).toEqual([]);
  });
});

describe.skipIf(!hasShared)('given what bots really send (shared test data)', { timeout: 120_000 }, () => {
  const index = JSON.parse(sharedText('corpus/index.json') ?? '[]') as { file: string; kind: string }[];
  const wires = index
    .filter(({ kind }) => kind === 'bot')
    .flatMap(
      ({ file }) => (JSON.parse(sharedText(`corpus/${file}`) ?? '{}') as { objects: WireObject[] }).objects,
    );

  it('is all there', () => {
    expect(wires.length).toBe(47);
  });

  it('loses no text, no address and no action', () => {
    for (const wire of wires) {
      const one = read({ objects: [wire] });
      const { source: _, ...shown } = one;
      const strings = stringsOf(shown);
      for (const [member, text] of textsOf(wire)) {
        const found = strings.some((string) => plain(string).includes(plain(text)));
        expect(found, `${member}: ${text}`).toBe(true);
      }
      expect(one.actions.map(({ label }) => label)).toEqual(actionsOf(wire).map(({ title }) => title));
    }
  });

  it('encodes the request of each action', () => {
    const wireActions = wires.flatMap(actionsOf);
    const cards = wires.map((wire) => read({ objects: [wire] }));
    const actions = cards.flatMap((one) => one.actions.map((each) => [one, each] as const));
    expect(actions.length).toBe(wireActions.length);
    expect(actions.length).toBe(40);
    actions.forEach(([one, each], i) => {
      const { type, url, payload, userInput } = wireActions[i] as {
        type: string;
        url: { href: string };
        payload: Record<string, string>;
        userInput: WireObject[];
      };
      const values = Object.fromEntries(userInput.map(({ id }) => [String(id), 'My mouse & I']));
      const encoded = encodeRequest(each, values);
      const form = new URLSearchParams({ ...payload, ...values }).toString();
      expect(each.kind).toBe('send');
      expect(each.method).toBe(type);
      expect(encoded).toEqual({
        ok: true,
        url: url.href,
        contentType: 'application/x-www-form-urlencoded',
        body: type === 'GET' || (type === 'DELETE' && form === '') ? null : form,
      });
      if (encoded.ok) expect(actionRequest(one, each, values, 'id', encoded).action).toBe(wireActions[i]);
    });
  });
});

const TEXTS = ['title', 'subtitle', 'shortDescription', 'description', 'label', 'href', 'alternateText'];

/** Every text and address of a wire item, found without the reader. */
function textsOf(value: unknown, member = ''): [string, string][] {
  if (typeof value === 'string')
    return TEXTS.includes(member) && value.trim() !== '' ? [[member, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsOf(inner, Array.isArray(value) ? member : name),
  );
}

function actionsOf(wire: WireObject): WireObject[] {
  const details = (wire.itemDetails ?? wire) as { actions?: WireObject[] };
  const children = (wire.children ?? []) as WireObject[];
  return [...(details.actions ?? []), ...children.flatMap(actionsOf)];
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** So that `ticketNo` is found in `Ticket no`. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\s/g, '');
}
