import { describe, expect, it } from 'vitest';
import { readCards, type Card } from '../../src/schema/index.js';
import type { ActionStatus } from '../../src/state/action-lifecycle.js';
import {
  availability,
  hasUnsentInput,
  isShown,
  RESULT_TIME,
  UNTOUCHED,
  valuesOf,
  type CardState,
} from '../../src/state/card-state.js';
import { cardDismissed, cardRemoved } from '../../src/state/card-steps.js';
import { action, card as wireCard } from '../cards.js';
import { readCard } from '../support/read-card.js';

const set = 'approval-actions';
const card = readCard(
  action({ label: 'Approve', mutually_exclusive_set_id: set }),
  action({ label: 'Decline', mutually_exclusive_set_id: set }),
  action({ label: 'Comment', allow_repeated: true }),
  action({ label: 'Forward' }),
);

const DONE: ActionStatus = { kind: 'done', at: 0, repeatable: false };
const REPEATABLE: ActionStatus = { kind: 'done', at: 0, repeatable: true };
const PENDING: ActionStatus = { kind: 'pending', run: 1, submissionId: 's', content: '', slow: false };
const FAILED: ActionStatus = {
  kind: 'failed',
  submissionId: 's',
  content: '',
  failure: { kind: 'failed', reason: 'refused' },
};

function slotOf(of: Card, label: string): string {
  return of.actions.find((each) => each.label === label)!.slot;
}

function standing(of: Card, statuses: Record<string, ActionStatus>): string {
  const state = {
    ...UNTOUCHED,
    statuses: Object.fromEntries(
      Object.entries(statuses).map(([label, status]) => [slotOf(of, label), status]),
    ),
  };
  return of.actions.map((each) => availability(of, state, each)).join(' ');
}

describe('given the actions of a card', () => {
  it.each<[string, Record<string, ActionStatus>, string]>([
    ['are all free at first', {}, 'free free free free'],
    ['are all locked while one is pending', { Forward: PENDING }, 'locked locked locked locked'],
    ['hide the others of a set once one of it is done', { Approve: DONE }, 'done hidden free free'],
    ['hide nothing for one that is in no set', { Forward: DONE }, 'free free free done'],
    ['stay free after one that can be repeated', { Comment: REPEATABLE }, 'free free free free'],
    ['are free again after a failure', { Approve: FAILED }, 'free free free free'],
    [
      'tell what is gone from what is locked',
      { Approve: DONE, Comment: PENDING },
      'done hidden locked locked',
    ],
  ])('%s', (_, statuses, expected) => {
    expect(standing(card, statuses)).toBe(expected);
  });

  it('do not make a set of those that have none', () => {
    const loose = readCard(action({ label: 'A' }), action({ label: 'B' }));
    expect(standing(loose, { A: DONE })).toBe('done free');
  });

  it('do not hide the others of a set after one that can be repeated', () => {
    const repeatable = readCard(
      action({ label: 'A', mutually_exclusive_set_id: set, allow_repeated: true }),
      action({ label: 'B', mutually_exclusive_set_id: set }),
    );
    expect(standing(repeatable, { A: REPEATABLE })).toBe('free free');
  });
});

describe('given what the user typed', () => {
  const form = readCard(
    action({
      user_input: [
        { id: 'note', label: 'Note', value: 'preset' },
        { id: '__proto__', label: 'P' },
        { id: 'toString', label: 'T' },
      ],
    }),
  );
  const [send] = form.actions;
  const typed = (values: [string, string][]): CardState => ({
    ...UNTOUCHED,
    drafts: { [send!.slot]: Object.fromEntries(values) },
  });

  it('has it in place of the preset, even when it is nothing', () => {
    const empty = [
      ['__proto__', ''],
      ['toString', ''],
    ];
    expect(Object.entries(valuesOf(UNTOUCHED, send!))).toEqual([['note', 'preset'], ...empty]);
    expect(Object.entries(valuesOf(typed([['note', '']]), send!))).toEqual([['note', ''], ...empty]);
    expect(Object.entries(valuesOf(typed([['__proto__', 'x']]), send!))).toEqual([
      ['note', 'preset'],
      ['__proto__', 'x'],
      ['toString', ''],
    ]);
  });

  it('knows whether anything waits to be sent', () => {
    expect(hasUnsentInput(form, UNTOUCHED)).toBe(false);
    expect(hasUnsentInput(form, typed([['note', 'preset']]))).toBe(false);
    expect(hasUnsentInput(form, typed([['note', 'other']]))).toBe(true);
    expect(hasUnsentInput(form, typed([['gone', 'other']]))).toBe(false);
  });
});

describe('given a feed', () => {
  const NOON = Date.UTC(2026, 2, 31, 12);
  const [asking] = readCards(
    wireCard({
      expiration_date: '2026-03-31T12:00:00Z',
      actions: [action({ user_input: [{ id: 'note', label: 'Note' }] }), action({ label: 'Forward' })],
    }),
  ).cards;
  const [later] = readCards({ ...(asking!.source as object), expiration_date: '2026-03-31T13:00:00Z' }).cards;
  const { slot } = asking!.actions[0]!;
  const state = (overrides: Partial<CardState>): CardState => ({ ...UNTOUCHED, ...overrides });
  const removed = (reason: 'expired' | 'completed') => cardRemoved(UNTOUCHED, asking!, reason);
  const done = { [slot]: { kind: 'done', at: NOON - 1, repeatable: false } } as const;

  it.each<[string, Card, CardState, number, boolean]>([
    ['shows a card that expires later', asking!, UNTOUCHED, NOON - 1, true],
    ['shows none that has expired', asking!, UNTOUCHED, NOON, false],
    ['shows one again that comes with a later date', later!, removed('expired'), NOON, true],
    ['shows none again that was done, whatever its date', later!, removed('completed'), NOON, false],
    ['keeps an expired one whose form is open', asking!, state({ openForm: slot }), NOON, true],
    [
      'keeps an expired one with an action on its way',
      asking!,
      state({ statuses: { [slot]: PENDING } }),
      NOON,
      true,
    ],
    [
      'keeps an expired one with what went wrong',
      asking!,
      state({ statuses: { [slot]: FAILED } }),
      NOON,
      true,
    ],
    ['keeps an expired one while its result can be read', asking!, state({ statuses: done }), NOON, true],
    ['does not keep it for ever', asking!, state({ statuses: done }), NOON + RESULT_TIME, false],
    [
      'keeps an expired one whose dismissal can be undone',
      asking!,
      cardDismissed(UNTOUCHED, asking!, NOON - 1),
      NOON,
      true,
    ],
    [
      'shows none that was told to have expired, whatever is open',
      asking!,
      { ...removed('expired'), openForm: slot },
      NOON,
      false,
    ],
  ])('%s', (_, card, state, now, expected) => {
    expect(isShown(card, state, now)).toBe(expected);
  });

  it('shows none that there is nothing to do with', () => {
    const [card] = readCards(wireCard({ is_actionable: false })).cards;
    expect(isShown(card!, UNTOUCHED, NOON)).toBe(false);
  });
});
