import { describe, expect, it } from 'vitest';
import { pickLanguage } from '../../src/schema/languages.js';
import { readCards, type Card, type CardAction, type ReadOptions } from '../../src/schema/index.js';
import { action, card, type WireObject } from '../cards.js';

const actionOf = (overrides: WireObject, options?: ReadOptions): CardAction =>
  readCards(card({ actions: [action(overrides)] }), options).cards[0]!.actions[0]!;
const asking = (input: WireObject, options?: ReadOptions) =>
  actionOf({ action_key: 'USER_INPUT', user_input: [{ id: 'a', label: 'A', ...input }] }, options).inputs[0]!;

/** Findings as `severity code path: hint`. */
const found = (input: unknown, options?: ReadOptions) =>
  readCards(input, options).diagnostics.map(
    ({ severity, code, path, hint }) => `${severity} ${code} ${path.join('.')}: ${hint ?? ''}`,
  );
const foundIn = (overrides: WireObject, options?: ReadOptions) =>
  found(card({ actions: [action(overrides)] }), options);

describe('given a bare text where an object with an href belongs', () => {
  it('reads it as the href, and still says what the schema says', () => {
    expect(actionOf({ url: 'https://a.example/x' })).toMatchObject({
      kind: 'send',
      url: 'https://a.example/x',
    });
    expect(foundIn({ url: 'https://a.example/x' })).toEqual([
      'error wrong-type actions.0.url: It was read as its href.',
    ]);
    const { iconUrl } = readCards(card({ image: 'https://a.example/i.png' })).cards[0]!;
    expect(iconUrl).toBe('https://a.example/i.png');
  });

  it('does not say so of one that may not be used', () => {
    expect(foundIn({ url: 'javascript:x' }).join()).not.toContain('read as');
  });

  it('shows the card of a template that is one', () => {
    const wire = card({ template: 'generic.hbs' });
    expect(readCards(wire).cards[0]!.title).toBe('Trip to NYC');
    expect(found(wire)).toEqual(['error wrong-type template: ']);
  });
});

describe('given the names that a template tool has', () => {
  const tool = action({
    action_key: 'USER_INPUT',
    type: undefined,
    http_type: 'put',
    mutually_exclusive_id: 'decide',
    user_input_field: { id: 'note', water_mark: 'Your note', min_length: 1 },
  });

  it('reads them as those that the format has', () => {
    expect(readCards(card({ actions: [tool] })).cards[0]!.actions[0]).toMatchObject({
      kind: 'send',
      method: 'PUT',
      exclusiveSet: 'decide',
      inputs: [{ id: 'note', label: 'Your note', minLength: 1 }],
    });
  });

  it('says what was done', () => {
    expect(found(card({ actions: [tool] })).sort()).toEqual([
      'error missing-member actions.0.type: ',
      'info lone-exclusive-set actions.0.mutually_exclusive_set_id: Give all that exclude each other the same mutually_exclusive_set_id.',
      'warning repaired actions.0.http_type: It was read as type. It was read as PUT.',
      'warning repaired actions.0.mutually_exclusive_id: It was read as mutually_exclusive_set_id.',
      'warning repaired actions.0.user_input_field.water_mark: It was read as label.',
      'warning repaired actions.0.user_input_field: It was read as user_input. It was read as a list of one.',
    ]);
  });

  it('keeps to those of the format where both are there', () => {
    const both = { http_type: 'PUT', mutually_exclusive_set_id: 'a', mutually_exclusive_id: 'b' };
    expect(actionOf(both)).toMatchObject({ method: 'POST', exclusiveSet: 'a' });
    expect(foundIn(both).filter((found) => !found.includes('lone-exclusive-set'))).toEqual([]);
  });

  it('leaves an input out that has nothing to be sent under', () => {
    expect(
      foundIn({ action_key: 'USER_INPUT', user_input_field: { water_mark: 'Your note' } }).join(),
    ).toContain('dropped-input');
  });
});

describe('given choices as a list', () => {
  const choices = [{ value: '10', label: 'Ten' }, { value: '2', label: 'Two' }, { value: 'x' }];
  const expected = [
    { value: '10', label: 'Ten' },
    { value: '2', label: 'Two' },
    { value: 'x', label: 'x' },
  ];

  it.each(['options', 'select'])('reads them from %s in their order', (member) => {
    expect(asking({ format: 'select', [member]: choices })).toMatchObject({
      format: 'select',
      options: expected,
    });
  });

  it('says what was done', () => {
    const say = (input: WireObject) =>
      foundIn({
        action_key: 'USER_INPUT',
        user_input: [{ id: 'a', label: 'A', format: 'select', ...input }],
      });
    expect(say({ options: choices })).toEqual([
      'error wrong-type actions.0.user_input.0.options: It was read as a list of choices.',
    ]);
    expect(say({ select: choices })).toEqual([
      'warning repaired actions.0.user_input.0.select: It was read as options.',
    ]);
  });

  it('reads them in the language of the reader', () => {
    const select = [{ value: 'f', label: { 'en-US': 'Fahrenheit', de: 'Grad Fahrenheit' } }];
    const labels = (languages?: string[]) =>
      asking({ format: 'select', select }, languages && { languages }).options.map(({ label }) => label);
    expect(labels()).toEqual(['Fahrenheit']);
    expect(labels(['de-AT'])).toEqual(['Grad Fahrenheit']);
  });
});

describe('given several choices with one value', () => {
  const twice = [
    { value: 'late', label: 'Too late' },
    {},
    { value: 'dear', label: 'Too dear' },
    { value: 'late', label: 'Not now' },
  ];

  it.each(['options', 'select'])('takes the first of them in %s, and says where the others are', (member) => {
    const input = { format: 'radio', [member]: twice };
    expect(asking(input).options.map(({ label }) => label)).toEqual(['Too late', 'Too dear']);
    expect(foundIn({ action_key: 'USER_INPUT', user_input: [{ id: 'a', label: 'A', ...input }] })).toContain(
      `warning same-option actions.0.user_input.0.${member}.3: Give each a value of its own.`,
    );
  });
});

describe('given the habits of other formats', () => {
  it('reads an input that is required as one that needs a character', () => {
    expect(asking({ required: true })).toMatchObject({ required: true, minLength: 1 });
    expect(
      foundIn({ action_key: 'USER_INPUT', user_input: [{ id: 'a', label: 'A', required: true }] }),
    ).toEqual([
      'warning repaired actions.0.user_input.0.required: It was read as min_length. It was read as 1.',
    ]);
  });

  it.each([
    { required: false },
    { required: 'false' },
    { required: null },
    { required: true, min_length: 5 },
  ])('has nothing to say of an input with %j', (input) => {
    expect(asking(input)).toMatchObject({ minLength: input.min_length ?? 0 });
    expect(foundIn({ action_key: 'USER_INPUT', user_input: [{ id: 'a', label: 'A', ...input }] })).toEqual(
      [],
    );
  });

  it('reads that it is so in a text', () => {
    expect(asking({ required: 'true' })).toMatchObject({ required: true, minLength: 1 });
  });

  // The last one has no text, and throws when it is asked for one.
  it.each(['yes', ['true'], { toString: 1, valueOf: 1 }])('says that it can’t read %j for it', (required) => {
    expect(asking({ required })).toMatchObject({ required: false, minLength: 0 });
    expect(foundIn({ action_key: 'USER_INPUT', user_input: [{ id: 'a', label: 'A', required }] })).toEqual([
      'warning repaired actions.0.user_input.0.required: It was left out.',
    ]);
  });

  it('reads pairs of name and value as facts', () => {
    const pair = { name: 'Amount', value: 12.5 };
    const wire = card({ body: { fields: [pair, { type: 'SECTION', title: 'Costs', items: [pair] }] } });
    const [field, section] = readCards(wire).cards[0]!.fields;
    for (const fact of [field, section!.items[0]])
      expect(fact).toMatchObject({ title: 'Amount', description: '12.5' });
    expect(found(wire)).toEqual([
      'warning repaired body.fields.0.name: It was read as title.',
      'warning repaired body.fields.0.value: It was read as description. It was read as text.',
      'warning repaired body.fields.1.items.0.name: It was read as title.',
      'warning repaired body.fields.1.items.0.value: It was read as description. It was read as text.',
    ]);
  });

  it('keeps to title and description where they are there', () => {
    const own = { title: 'Amount', description: '12', name: 'amount', value: 12 };
    const wire = card({ body: { fields: [own] } });
    expect(readCards(wire).cards[0]!.fields[0]).toMatchObject({ title: 'Amount', description: '12' });
    expect(found(wire)).toEqual([]);
  });
});

describe('given labels in several languages', () => {
  const label = { 'en-US': 'Approve', 'de-DE': 'Genehmigen', ja: '承認' };

  it('reads the one that the reader knows best', () => {
    expect(actionOf({ label }).label).toBe('Approve');
    expect(actionOf({ label }, { languages: ['de'] }).label).toBe('Genehmigen');
    expect(actionOf({ label, completed_label: { ja: '承認済み' } }, { languages: ['ja-JP'] })).toMatchObject({
      label: '承認',
      completedLabel: '承認済み',
    });
    expect(asking({ label }, { languages: ['de-CH'] }).label).toBe('Genehmigen');
    expect(asking({ format: 'select', options: { y: label } }, { languages: ['ja'] }).options).toEqual([
      { value: 'y', label: '承認' },
    ]);
  });

  it('still says what the schema says, and in which language it was read', () => {
    expect(foundIn({ label }, { languages: ['de'] })).toEqual([
      'error wrong-type actions.0.label: It was read in de-DE.',
    ]);
  });

  it('asks for the languages only when there are several texts', () => {
    const options = {
      get languages(): string[] {
        throw new Error('asked');
      },
    };
    expect(() => actionOf({}, options)).not.toThrow();
  });

  it('does without a label where there is no text', () => {
    expect(actionOf({ label: {} }).label).toBe('DIRECT');
    expect(actionOf({ label: { en: 7, de: null } }).label).toBe('DIRECT');
  });

  it.each<[string[], string[], string | null]>([
    [['en-US', 'de-DE'], ['de-DE'], 'de-DE'],
    [['en-US', 'de-DE'], ['DE-de'], 'de-DE'],
    [['en-US', 'de_DE'], ['de-DE'], 'de_DE'],
    [['en-US', 'de-DE', 'de'], ['de-AT'], 'de-DE'],
    [['en-US', 'de'], ['fr', 'de'], 'de'],
    [['en-GB', 'en-US'], ['fr'], 'en-US'],
    [['de', 'en-GB'], ['fr'], 'en-GB'],
    [['de', 'ja'], ['fr'], 'de'],
    [['de', 'ja'], [], 'de'],
    [['de', 'den'], ['den'], 'den'],
    [[], ['en'], null],
  ])('of %j and a reader of %j takes %s', (keys, languages, expected) => {
    expect(pickLanguage(keys, languages)).toBe(expected);
  });
});

describe('given a card that says it is not actionable', () => {
  it('reads it all the same, and notes it', () => {
    const wire = card({ is_actionable: false });
    expect(readCards(wire).cards[0]).toMatchObject({ isActionable: false, actions: [{ label: 'Approve' }] });
    expect(readCards(card()).cards[0]!.isActionable).toBe(true);
    expect(readCards(wire).diagnostics.map(({ severity, code, path }) => [severity, code, path])).toEqual([
      ['info', 'not-actionable', ['is_actionable']],
    ]);
    expect(found(card({ is_actionable: true }))).toEqual([]);
  });
});

describe('given the state of a connector', () => {
  const lapsed = { status: 500, backend_status: 401 };
  const cardsOf = (input: unknown): Card[] => readCards(input).cards;

  it('gives a card to sign in where the sign-in has lapsed', () => {
    const result = { connector_id: 'Jira', cards: [card()], connector_status: lapsed };
    const [signIn, other] = cardsOf({ results: [result] });
    expect(signIn).toMatchObject({
      key: 'Jira/sign-in',
      connectorId: 'Jira',
      title: 'Sign in to Jira',
      actions: [
        { kind: 'sign-in', label: 'Sign in', primary: true, allowRepeated: true },
        { kind: 'dismiss', label: 'Dismiss' },
      ],
      source: result,
    });
    expect(other!.title).toBe('Trip to NYC');
    expect(cardsOf(signIn)).toEqual([signIn]);
    expect(cardsOf(signIn!.source)[0]).toEqual(signIn);
  });

  it.each<[string, unknown, number]>([
    ['401 as a text', { backend_status: '401' }, 1],
    ['500', { status: 500, backend_status: 500 }, 0],
    ['401 of the connector itself', { status: 401 }, 0],
    ['nothing', undefined, 0],
    ['no object', 'lapsed', 0],
    ['something that is no status', { backend_status: { toString: 1 } }, 0],
  ])('of %s makes what is right', (_, connector_status, count) => {
    const cards = cardsOf({ results: [{ connector_id: 'Jira', cards: [], connector_status }] });
    expect(cards.map(({ key }) => key)).toEqual(count ? ['Jira/sign-in'] : []);
  });

  it('needs no list of cards beside it', () => {
    const input = { results: [{ connector_id: 'Jira', connector_status: lapsed }] };
    expect(cardsOf(input).length).toBe(1);
    expect(found(input)).toEqual([]);
  });

  it('does not show people an id that is no name', () => {
    const connector_id = '9d2b6a54-0c9e-4f6e-8f5e-3a1c0d7e9b21';
    const titles = [{ connector_id }, {}].map(
      (which) => cardsOf({ results: [{ ...which, connector_status: lapsed }] })[0]!.title,
    );
    expect(titles).toEqual(['Sign in to the connected system', 'Sign in to the connected system']);
  });

  it('reads the states of all connectors from the first envelope', () => {
    const connector_statuses = [
      { connector_id: 'Jira', ...lapsed },
      { connector_id: 'Concur', connector_status: lapsed },
      { connector_id: 'Coupa', backend_status: 200 },
      null,
    ];
    expect(cardsOf({ objects: [card()], connector_statuses }).map(({ key }) => key)).toEqual([
      'Jira/sign-in',
      'Concur/sign-in',
      '/record/expense-1',
    ]);
    expect(cardsOf({ results: [], connector_statuses }).length).toBe(2);
    const [jira] = cardsOf({ objects: [], connector_statuses });
    expect(cardsOf(jira!.source)).toEqual([jira]);
  });

  it('says so when there is no list of them', () => {
    expect(found({ objects: [card()], connector_statuses: 7 })).toEqual([
      'warning repaired connector_statuses: It was left out.',
    ]);
  });
});

describe('given what is nearly right', () => {
  const messages = (input: unknown) =>
    readCards(input).diagnostics.map(({ message, hint }) => [message, hint].filter(Boolean).join(' '));

  it('takes the language that has words', () => {
    expect(actionOf({ label: { 'en-US': ' ', de: 'Genehmigen' } }).label).toBe('Genehmigen');
  });

  it.each([
    ['https://a.example/größe', 'https://a.example/gr%C3%B6%C3%9Fe'],
    ['https://a.example/a b', 'https://a.example/a%20b'],
    ['https://a.example/{id}', 'https://a.example/%7Bid%7D'],
  ])('says how %s is written', (href, meant) => {
    expect(messages(card({ links: [{ href, text: 'A' }] })).join()).toContain(`Did you mean "${meant}"?`);
  });

  it('says of an element what each has to be, not the list', () => {
    expect(messages(card({ links: ['https://a.example/'] }))[0]).toMatch(/^each of links must be an object/);
    expect(messages(card({ links: 5 }))[0]).toMatch(/^links must be a list/);
  });

  it('takes VIDEO for a video, and says so', () => {
    const wire = card({ banner: { items: [{ type: 'VIDEO', href: 'https://a.example/v.mp4' }] } });
    expect(readCards(wire).cards[0]!.banner[0]!.kind).toBe('video');
    expect(found(wire).join()).toContain('It was read as video.');
  });

  it('lets a card stick to the end of a day', () => {
    const sticks = (until: string) => readCards(card({ sticky: { until } })).cards[0]!.stickyUntil;
    expect(sticks('2990-01-01')).toBe(new Date(2990, 0, 1, 23, 59, 59, 999).getTime());
  });

  it('reads an instant however fine it is', () => {
    const { cards, diagnostics } = readCards(card({ due_date: '2990-03-31T17:00:00.1234567890Z' }));
    expect([cards[0]!.dueAt, diagnostics]).toEqual([Date.UTC(2990, 2, 31, 17, 0, 0, 123), []]);
  });

  it('names what a chat item without anything in it needs, and what its name should be', () => {
    expect(messages({ itemDetails: { title: null } }).join()).toContain('a title in its itemDetails');
    expect(messages({ item_details: { title: 'A' } }).join()).toContain('Did you mean itemDetails?');
  });

  it('asks once to sign in to a connector that says so twice', () => {
    const lapsed = { connector_id: 'jira', status: 400, backend_status: 401 };
    const { cards } = readCards({ connector_statuses: [lapsed], results: [{ ...lapsed, cards: [] }] });
    expect(cards.map(({ key }) => key)).toEqual(['jira/sign-in']);
  });

  it('cuts no character in two', () => {
    const title = `${'x'.repeat(9)}😀`;
    expect(readCards(card({ header: { title } }), { limits: { text: 10 } }).cards[0]!.title).toBe(
      `${'x'.repeat(9)}…`,
    );
  });

  it.each([
    'https:user:pw@a.example/x',
    'https:///user:pw@a.example/x',
    'https://',
    'https://a.example:99999/',
  ])('does not offer to send to %s', (href) => {
    expect(actionOf({ url: { href } })).toMatchObject({ kind: 'none', blockedBy: 'blocked-url' });
    expect(foundIn({ url: { href } }).join()).toContain('blocked-action');
  });

  it('knows an action again in another language, where several do the same', () => {
    const wire = card({
      actions: [
        action({ label: { en: 'Approve', de: 'Genehmigen' }, request: { all: true } }),
        action({ label: { en: 'Approve in part', de: 'Teilweise genehmigen' } }),
      ],
    });
    const slots = (language: string) =>
      readCards(wire, { languages: [language] }).cards[0]!.actions.map(({ slot }) => slot);
    expect(slots('de')).toEqual(slots('en'));
    expect(new Set(slots('de')).size).toBe(2);
  });

  it('keeps apart actions whose names are made alike', () => {
    const alike = ['Go', 'Go', 'Go 1'].map((label) => action({ label }));
    const slots = readCards(card({ actions: alike })).cards[0]!.actions.map(({ slot }) => slot);
    expect(new Set(slots).size).toBe(3);
  });
});
