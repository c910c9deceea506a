import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/schema/index.js';
import type { ActionStatus } from '../../src/state/action-lifecycle.js';
import {
  availability,
  hasUnsentInput,
  UNTOUCHED,
  valuesOf,
  type CardState,
} from '../../src/state/card-state.js';
import { action } from '../cards.js';
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
