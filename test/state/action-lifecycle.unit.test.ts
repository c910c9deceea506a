import { describe, expect, it } from 'vitest';
import {
  IDLE,
  nextStatus,
  type ActionOutcome,
  type ActionStatus,
  type ActionStep,
} from '../../src/state/action-lifecycle.js';

const started = (run: number, submissionId = `sub-${run}`): ActionStep => ({
  type: 'started',
  run,
  submissionId,
  content: 'a=1',
});
const settled = (run: number, outcome: ActionOutcome, repeatable = false): ActionStep => ({
  type: 'settled',
  run,
  outcome,
  at: 1000,
  repeatable,
});
const cancelled = (run: number): ActionStep => ({ type: 'cancelled', run });
const after = (...steps: ActionStep[]): ActionStatus => steps.reduce(nextStatus, IDLE);

const done: ActionOutcome = { kind: 'done' };
const failed: ActionOutcome = { kind: 'failed', reason: 'refused', text: 'Closed' };

describe('given an action that runs', () => {
  it('is pending until it is settled, and knows what was sent', () => {
    expect(after(started(1))).toMatchObject({
      kind: 'pending',
      run: 1,
      submissionId: 'sub-1',
      content: 'a=1',
    });
    expect(after(started(1), settled(1, done))).toEqual({ kind: 'done', at: 1000, repeatable: false });
  });

  it('keeps the submission of a failure, for the retry', () => {
    expect(after(started(1), settled(1, failed))).toEqual({
      kind: 'failed',
      submissionId: 'sub-1',
      content: 'a=1',
      failure: failed,
    });
    expect(after(started(1), settled(1, { kind: 'auth-required' }))).toMatchObject({
      kind: 'auth-required',
      submissionId: 'sub-1',
    });
  });

  it('is as before when the page cancels it', () => {
    expect(after(started(1), cancelled(1))).toEqual({ kind: 'idle' });
  });

  it('can be tried again after a failure, and repeated when it may be', () => {
    expect(after(started(1), settled(1, failed), started(2))).toMatchObject({ kind: 'pending', run: 2 });
    expect(after(started(1), settled(1, done, true), started(2))).toMatchObject({ kind: 'pending', run: 2 });
  });
});

describe('given a step that does not fit', () => {
  it.each<[string, ActionStep[], ActionStep]>([
    ['a second press while it is pending', [started(1)], started(2)],
    ['a press after it is done', [started(1), settled(1, done)], started(2)],
    [
      'the late answer of a run that was retried',
      [started(1), settled(1, failed), started(2)],
      settled(1, done),
    ],
    ['the late answer of a run that timed out', [started(1), settled(1, failed)], settled(1, done)],
    ['the late answer of a run that was cancelled', [started(1), cancelled(1)], settled(1, done)],
    ['a second answer', [started(1), settled(1, done)], settled(1, failed)],
    ['an answer nobody waits for', [], settled(1, done)],
    ['the cancelling of another run', [started(1)], cancelled(2)],
    ['cancelling what is done', [started(1), settled(1, done)], cancelled(1)],
  ])('stays the same object after %s', (_, before, step) => {
    const status = after(...before);
    expect(nextStatus(status, step)).toBe(status);
  });
});
