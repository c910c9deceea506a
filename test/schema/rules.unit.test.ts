import { describe, expect, it } from 'vitest';
import { readCards, type Path } from '../../src/schema/index.js';
import { action, card, type WireObject } from '../cards.js';

/** What is found beside the published schema's verdict. */
const found = (wire: WireObject) =>
  readCards(wire)
    .diagnostics.filter(({ severity }) => severity !== 'error')
    .map(({ code, path }) => [code, path]);

const note = [{ id: 'note', label: 'Note' }];
const pair = (approve: WireObject, decline: WireObject) =>
  card({ actions: [action(approve), action({ label: 'Decline', ...decline })] });
const attachment = (members: WireObject) =>
  card({
    body: { fields: [{ type: 'SECTION', title: 'Files', items: [{ type: 'ATTACHMENT_URL', ...members }] }] },
  });

describe('given what is allowed and looks like a mistake', () => {
  it.each<[string, WireObject, string, Path]>([
    ['opposite actions without a set', pair({}, {}), 'opposite-actions', ['actions', 1]],
    [
      'opposite actions in different sets',
      pair({ mutually_exclusive_set_id: 'a' }, { mutually_exclusive_set_id: 'b' }),
      'opposite-actions',
      ['actions', 1],
    ],
    [
      'USER_INPUT that asks for nothing',
      card({ actions: [action({ action_key: 'USER_INPUT' })] }),
      'no-inputs',
      ['actions', 0],
    ],
    [
      'inputs of an action that sends nothing',
      card({ actions: [action({ action_key: 'OPEN_IN', user_input: note })] }),
      'unused-inputs',
      ['actions', 0],
    ],
    [
      'a card that expired before it came',
      card({ expiration_date: '2001-01-01T00:00:00Z' }),
      'expired',
      ['expiration_date'],
    ],
    [
      'an action over plain http',
      card({ actions: [action({ url: { href: 'http://a.example/' } })] }),
      'plain-http',
      ['actions', 0, 'url'],
    ],
  ])('finds %s', (_, wire, code, path) => {
    expect(found(wire)).toEqual([[code, path]]);
  });

  it('finds a file that has nothing but its URL', () => {
    expect(found(attachment({ attachment_url: 'https://a.example/1' })).map(([code]) => code)).toEqual([
      'nameless-attachment',
    ]);
  });
});

describe('given what is as it should be', () => {
  it.each<[string, WireObject]>([
    [
      'opposite actions of one set',
      pair({ mutually_exclusive_set_id: 'a' }, { mutually_exclusive_set_id: 'a' }),
    ],
    ['actions that only sound like opposites', pair({ label: 'Notify' }, { label: 'Noise report' })],
    ['USER_INPUT with an input', card({ actions: [action({ action_key: 'USER_INPUT', user_input: note })] })],
    ['a card that expires later', card({ expiration_date: '2999-01-01T00:00:00Z' })],
    ['a file with a name', attachment({ attachment_url: 'https://a.example/1', attachment_name: 'a.pdf' })],
    ['a file with a title', attachment({ attachment_url: 'https://a.example/1', title: 'Receipt' })],
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
