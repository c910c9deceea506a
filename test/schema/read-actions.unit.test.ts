import { describe, expect, it } from 'vitest';
import { readCards, type CardAction, type ReadOptions } from '../../src/schema/index.js';
import { action, card, type WireObject } from '../cards.js';

const read = (wire: unknown, options?: ReadOptions) => {
  const { cards, diagnostics } = readCards(card({ actions: [wire] }), options);
  return { read: cards[0]!.actions[0]!, diagnostics };
};
const only = (overrides: WireObject, options?: ReadOptions): CardAction =>
  read(action(overrides), options).read;

describe('given what an action is for', () => {
  const custom = { href: 'awjade://notify?appId=7' };
  const note = [{ id: 'note', label: 'Note' }];

  it.each<[string, WireObject, Partial<CardAction>]>([
    ['sends DIRECT', { action_key: 'DIRECT' }, { kind: 'send', inputs: [] }],
    ['sends USER_INPUT without inputs as it is', { action_key: 'USER_INPUT' }, { kind: 'send', inputs: [] }],
    ['opens OPEN_IN', { action_key: 'OPEN_IN', type: 'GET' }, { kind: 'open' }],
    ['opens OPEN_IN whatever its method', { action_key: 'OPEN_IN', type: 'TRACE' }, { kind: 'open' }],
    [
      'opens OPEN_IN for mail',
      { action_key: 'OPEN_IN', url: { href: 'mailto:a@b.example' } },
      { kind: 'open' },
    ],
    ['dismisses DISMISS without a URL', { action_key: 'DISMISS', url: undefined }, { kind: 'dismiss' }],
    ['dismisses DISMISS with a URL', { action_key: 'DISMISS', type: 'GET' }, { kind: 'dismiss' }],
    ['dismisses in small letters', { action_key: 'dismiss' }, { kind: 'dismiss' }],
    ['sends INSTALL_APP to a server', { action_key: 'INSTALL_APP' }, { kind: 'send' }],
    [
      'refuses INSTALL_APP with a scheme nobody allowed',
      { action_key: 'INSTALL_APP', url: custom },
      { kind: 'none', blockedBy: 'blocked-url' },
    ],
    ['sends a key it does not know', { action_key: 'APPROVE' }, { kind: 'send' }],
    ['sends without a key', { action_key: undefined }, { kind: 'send' }],
    [
      'does not send a key it does not know to a program',
      { action_key: 'VIEW_TRIP', url: { href: 'tel:123' } },
      { kind: 'none', blockedBy: 'blocked-url' },
    ],
    ['does not send without a URL', { url: undefined }, { kind: 'none', blockedBy: 'no-url' }],
    ['does not send to an empty URL', { url: { href: '' } }, { kind: 'none', blockedBy: 'no-url' }],
    ['does not send to an empty object', { url: {} }, { kind: 'none', blockedBy: 'no-url' }],
    ['does not send to a blank URL', { url: { href: ' ' } }, { kind: 'none', blockedBy: 'blocked-url' }],
    [
      'does not run a script',
      { url: { href: 'javascript:alert(1)' } },
      { kind: 'none', blockedBy: 'blocked-url' },
    ],
    [
      'does not open a script',
      { action_key: 'OPEN_IN', url: { href: ' java\nscript:alert(1)' } },
      { kind: 'none', blockedBy: 'blocked-url', url: null },
    ],
    ['does not send mail by fetch', { url: { href: 'mailto:a@b.example' } }, { blockedBy: 'blocked-url' }],
    ['does not send with a method that is none', { type: 'FETCH' }, { kind: 'none', blockedBy: 'method' }],
    ['does not send with TRACE', { type: 'TRACE' }, { kind: 'none', blockedBy: 'method' }],
    ['does not send with OPTIONS', { type: 'OPTIONS' }, { kind: 'none', blockedBy: 'method' }],
    ['does not send with a method that is no text', { type: 7 }, { kind: 'none', blockedBy: 'method' }],
    ['does not send a text as request', { request: 'x=1' }, { kind: 'none', blockedBy: 'request' }],
    [
      'sends an empty list, which is how PHP writes an empty map',
      { request: [] },
      { kind: 'send', blockedBy: null },
    ],
    ['does not send a list as request', { request: ['a'] }, { kind: 'none', blockedBy: 'request' }],
    ['takes null for no request', { request: null }, { kind: 'send', request: {} }],
    [
      'takes a URL that is a bare text',
      { url: 'https://a.example/' },
      { kind: 'send', url: 'https://a.example/' },
    ],
    ['sends to a place on the page’s own host', { url: { href: '/hero/approve' } }, { kind: 'send' }],
  ])('%s', (_, overrides, expected) => {
    expect(only(overrides)).toMatchObject({ blockedBy: null, ...expected });
  });

  it('opens INSTALL_APP with a scheme that the host allows', () => {
    const options = { urlPolicy: { schemes: ['awjade'] } };
    expect(only({ action_key: 'INSTALL_APP', url: custom }, options)).toMatchObject({
      kind: 'open',
      url: custom.href,
    });
    // An allowed scheme is for opening: nothing is ever sent to it.
    expect(only({ action_key: 'DIRECT', url: custom }, options)).toMatchObject({ kind: 'none' });
  });

  it('asks for input whatever the key, as long as there is something to send', () => {
    expect(only({ action_key: 'COMMENT', user_input: note }).inputs.map(({ id }) => id)).toEqual(['note']);
    expect(only({ action_key: 'OPEN_IN', user_input: note }).inputs).toEqual([]);
  });

  it.each<[string, WireObject]>([
    ['no URL', { url: undefined }],
    ['a URL nobody can call', { url: { href: 'mailto:a@b.example' } }],
    ['a URL that is refused', { url: { href: 'javascript:alert(1)' } }],
    ['a method that pages cannot send', { type: 'TRACE' }],
    ['a request that is none', { request: 'x=1' }],
  ])('warns of a button that can do nothing: %s', (_, overrides) => {
    const warnings = read(action(overrides)).diagnostics.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ path }) => path.slice(0, 2))).toEqual([['actions', 0]]);
  });

  it('notes a key it does not know, which is no fault', () => {
    const { diagnostics } = read(action({ action_key: 'APPROVE' }));
    expect(diagnostics.map(({ severity, code, path }) => [severity, code, path])).toEqual([
      ['info', 'unknown-action-key', ['actions', 0, 'action_key']],
    ]);
  });
});

describe('given flags that are no booleans', () => {
  it.each<[unknown, boolean]>([
    [undefined, false],
    [false, false],
    [null, false],
    [true, true],
    ['true', true],
    ['false', true],
    ['', true],
    [0, true],
    [1, true],
    [{}, true],
    [[], true],
  ])('takes mfa_required %j for %s: who asks in any way is obeyed', (mfa_required, expected) => {
    const { read: found, diagnostics } = read(action({ mfa_required }));
    expect(found.mfaRequired).toBe(expected);
    const sound = mfa_required === undefined || typeof mfa_required === 'boolean';
    expect(diagnostics.map(({ path }) => path)).toEqual(sound ? [] : [['actions', 0, 'mfa_required']]);
  });

  it.each<[string, keyof CardAction]>([
    ['allow_repeated', 'allowRepeated'],
    ['remove_card_on_completion', 'removesCard'],
    ['primary', 'primary'],
  ])('takes %s for true only when it is true', (member, name) => {
    expect(only({ [member]: true })[name]).toBe(true);
    for (const value of ['true', 'false', 1, {}, null]) expect(only({ [member]: value })[name]).toBe(false);
  });
});

describe('given inputs', () => {
  const inputs = (user_input: unknown, overrides: WireObject = {}) =>
    read(action({ action_key: 'USER_INPUT', user_input, ...overrides }));
  const input = (wire: WireObject) => inputs([{ id: 'a', label: 'A', ...wire }]).read.inputs[0]!;

  it.each<[WireObject, number, number]>([
    [{}, 0, 0],
    [{ min_length: 1, max_length: 5 }, 1, 5],
    [{ min_length: -3 }, 0, 0],
    [{ min_length: 5, max_length: 2 }, 5, 0],
    [{ max_length: 0 }, 0, 0],
    [{ min_length: '5' }, 0, 0],
    [{ max_length: 1e300 }, 0, 1e300],
  ])('reads the lengths of %j', (wire, minLength, maxLength) => {
    expect(input(wire)).toMatchObject({ minLength, maxLength });
  });

  it.each<[unknown, string]>([
    ['textarea', 'textarea'],
    ['TEXTAREA', 'textarea'],
    [undefined, 'text'],
    ['holograph', 'text'],
    [7, 'text'],
  ])('draws the format %j as %s', (format, expected) => {
    expect(input({ format }).format).toBe(expected);
  });

  it('reads options from a map and from a list, in their order', () => {
    const map = { format: 'select', options: { eur: 'Euro', usd: 'Dollar', none: ' ' } };
    expect(input(map).options).toEqual([
      { value: 'eur', label: 'Euro' },
      { value: 'usd', label: 'Dollar' },
      { value: 'none', label: 'none' },
    ]);
    const list = {
      format: 'select',
      options: [{ value: '10', label: 'Ten' }, { label: 'lost' }, { value: '2' }],
    };
    expect(input(list).options).toEqual([
      { value: '10', label: 'Ten' },
      { value: '2', label: '2' },
    ]);
  });

  it('shows a text field for a select with nothing to select', () => {
    const { read: found, diagnostics } = inputs([{ id: 'a', label: 'A', format: 'select', options: {} }]);
    expect(found.inputs[0]!.format).toBe('text');
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['no-options', ['actions', 0, 'user_input', 0, 'options']],
    ]);
  });

  it.each<[string, unknown[], string]>([
    ['one without an id', [{ label: 'A' }, { id: 'b', label: 'B' }], 'b'],
    [
      'the second of two with one id',
      [
        { id: 'a', label: 'A' },
        { id: 'a', label: 'B' },
      ],
      'a',
    ],
  ])('leaves out %s and says so', (_, wire, id) => {
    const { read: found, diagnostics } = inputs(wire);
    expect(found.inputs.map((each) => each.id)).toEqual([id]);
    expect(diagnostics.map(({ code }) => code)).toContain('dropped-input');
  });

  it('warns of an input that has the name of a fixed value', () => {
    const { diagnostics } = inputs([{ id: 'zip', label: 'ZIP' }], { request: { zip: '30360' } });
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['clashing-value', ['actions', 0, 'user_input', 0, 'id']],
    ]);
  });
});

describe('given several actions', () => {
  const nil = '00000000-0000-0000-0000-000000000000';
  const slots = (...actions: unknown[]) =>
    readCards(card({ actions })).cards[0]!.actions.map(({ slot }) => slot);

  it('tells those with one id apart', () => {
    const [approve, decline, again] = slots(
      action({ id: nil, label: 'Approve' }),
      action({ id: nil, label: 'Decline' }),
      action({ id: nil, label: 'Approve' }),
    );
    expect(new Set([approve, decline, again]).size).toBe(3);
  });

  it('knows one again that has got a new id and another place', () => {
    const [approve, decline] = slots(action(), action({ label: 'Decline' }));
    const later = slots(
      action({ id: 'b1a9c8d7-0000-4000-8000-000000000001', label: 'Decline' }),
      action({ id: 'b1a9c8d7-0000-4000-8000-000000000002' }),
    );
    expect(later).toEqual([decline, approve]);
  });

  it('keeps their order and their places on the wire', () => {
    const { actions } = readCards(
      card({ actions: [action({ label: 'B' }), null, action({ label: 'A', primary: true })] }),
    ).cards[0]!;
    expect(actions.map(({ label, path }) => [label, path])).toEqual([
      ['B', ['actions', 0]],
      ['A', ['actions', 2]],
    ]);
  });
});
