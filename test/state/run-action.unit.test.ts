import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActionRequest, Card } from '../../src/schema/index.js';
import { statusOf, UNTOUCHED } from '../../src/state/card-state.js';
import { CardStore } from '../../src/state/card-store.js';
import { CANCEL_AFTER, cancelAction, runAction, type ActionHost } from '../../src/state/run-action.js';
import { TIME_LIMIT } from '../../src/state/time-limit.js';
import { action } from '../cards.js';
import { readCard } from '../support/read-card.js';

type Offer = ActionHost['offer'];

/** A page, and what it was offered. */
function page(offer: Offer = () => Promise.resolve(undefined), more: Partial<ActionHost> = {}) {
  const offered: ActionRequest[] = [];
  const store = new CardStore();
  const host: ActionHost = {
    store,
    urlPolicy: undefined,
    verifyIdentity: () => null,
    ...more,
    offer(request, signal) {
      offered.push(request);
      return offer(request, signal);
    },
  };
  const press = (card: Card, index = 0) => runAction(card, card.actions[index]!, host);
  const type = (card: Card, id: string, text: string) =>
    store.update(card.key, (state) => ({
      ...state,
      drafts: { ...state.drafts, [card.actions[0]!.slot]: { [id]: text } },
    }));
  const status = (card: Card, index = 0) => statusOf(store.get(card.key), card.actions[index]!);
  return { offered, store, press, type, status };
}

const never = () => new Promise(() => undefined);
const form = () => readCard(action({ user_input: [{ id: 'note', label: 'Note' }] }));

describe('given an action that succeeds', () => {
  it('is offered once, with what the user typed, and is done', async () => {
    const { offered, press, type, status } = page();
    const card = form();
    type(card, 'note', 'Fine');
    const settled = await press(card);
    expect(offered).toMatchObject([{ method: 'POST', body: 'note=Fine', values: { note: 'Fine' } }]);
    expect(settled).toMatchObject({ outcome: { kind: 'done' }, request: offered[0] });
    expect(status(card)).toMatchObject({ kind: 'done', repeatable: false });
  });

  it('keeps nothing of its form', async () => {
    const { store, press, type } = page();
    const card = form();
    const { slot } = card.actions[0]!;
    type(card, 'note', 'Fine');
    store.update(card.key, (state) => ({ ...state, openForm: slot }));
    await press(card);
    expect(store.get(card.key)).toMatchObject({ openForm: null, drafts: {}, faults: {} });
  });
});

describe('given a user who presses often', () => {
  it('offers it once while it is pending, and not again when it is done', async () => {
    const { offered, press } = page();
    const card = readCard();
    const presses = await Promise.all(Array.from({ length: 10 }, () => press(card)));
    expect(presses.filter((settled) => settled !== null)).toHaveLength(1);
    expect(await press(card)).toBe(null);
    expect(offered).toHaveLength(1);
  });

  it('offers one action of a card at a time', async () => {
    const { offered, press } = page(never);
    const card = readCard(action({ label: 'A' }), action({ label: 'B' }));
    void press(card, 0);
    expect(await press(card, 1)).toBe(null);
    expect(offered.map(({ action: wire }) => (wire as { label: string }).label)).toEqual(['A']);
  });

  it('never offers the other one of a set', async () => {
    const { offered, press } = page();
    const set = { mutually_exclusive_set_id: 's' };
    const card = readCard(action({ label: 'A', ...set }), action({ label: 'B', ...set }));
    await press(card, 0);
    expect(await press(card, 1)).toBe(null);
    expect(offered).toHaveLength(1);
  });

  it('offers it again, as a new submission, when it may be repeated', async () => {
    const { offered, press } = page();
    const card = readCard(action({ allow_repeated: true }));
    await press(card);
    await press(card);
    expect(new Set(offered.map(({ submissionId }) => submissionId)).size).toBe(2);
  });

  it('offers one action for two copies of a card', async () => {
    const { offered, press } = page();
    await Promise.all([press(readCard()), press(readCard())]);
    expect(offered).toHaveLength(1);
  });
});

describe('given a failure', () => {
  const refuse: Offer = () => Promise.resolve(new Response('', { status: 409 }));

  it('keeps what was typed', async () => {
    const { store, press, type, status } = page(refuse);
    const card = form();
    type(card, 'note', 'Fine');
    expect(await press(card)).toMatchObject({ outcome: { kind: 'failed', status: 409 } });
    expect(status(card).kind).toBe('failed');
    expect(store.get(card.key).drafts).toEqual({ [card.actions[0]!.slot]: { note: 'Fine' } });
  });

  it('has the same submission id on a retry with the same text, and a new one with another', async () => {
    const { offered, press, type } = page(refuse);
    const card = form();
    for (const text of ['Fine', 'Fine', 'Better', 'Fine']) {
      type(card, 'note', text);
      await press(card);
    }
    const [first, again, changed, back] = offered.map(({ submissionId }) => submissionId);
    expect(again).toBe(first);
    expect(new Set([first, changed, back]).size).toBe(3);
  });

  it('has the same submission id after a new sign-in', async () => {
    const answers = [{ kind: 'auth-required' }, { kind: 'done' }];
    const { offered, press, status } = page(() => Promise.resolve(answers.shift()));
    const card = readCard();
    await press(card);
    expect(status(card).kind).toBe('auth-required');
    await press(card);
    expect(offered[1]!.submissionId).toBe(offered[0]!.submissionId);
    expect(status(card).kind).toBe('done');
  });

  it('stands at the inputs it is about', async () => {
    const errors = { note: 'Too short', elsewhere: 'x' };
    const { store, press } = page(() =>
      Promise.resolve(new Response(JSON.stringify({ errors }), { status: 400 })),
    );
    const card = form();
    await press(card);
    expect(store.get(card.key).faults).toEqual({
      [card.actions[0]!.slot]: { note: { kind: 'told', text: 'Too short' } },
    });
  });

  it.each<[string, Offer, string]>([
    ['nobody takes it', () => null, 'no-host'],
    [
      'the page throws',
      () => {
        throw new Error('x');
      },
      'host-failed',
    ],
    ['the page rejects', () => Promise.reject(new TypeError('Failed to fetch')), 'host-failed'],
    ['the page waits no longer', () => Promise.reject(new DOMException('', 'TimeoutError')), 'timed-out'],
  ])('says why: %s', async (_, offer, reason) => {
    const { press, status } = page(offer);
    const card = readCard();
    expect(await press(card)).toMatchObject({ outcome: { kind: 'failed', reason, canRetry: true } });
    expect(status(card).kind).toBe('failed');
  });

  it('is one when the request cannot be written, and nothing is offered', async () => {
    const { offered, press } = page();
    const card = readCard(action({ content_type: 'application/xml' }));
    expect(await press(card)).toMatchObject({
      outcome: { kind: 'failed', reason: 'unwritable', canRetry: false },
    });
    expect(offered).toEqual([]);
  });
});

describe('given a page that cancels', () => {
  it('is as before, with what was typed', async () => {
    const { store, press, type, status } = page(() => 'cancelled');
    const card = form();
    type(card, 'note', 'Fine');
    expect(await press(card)).toBe('cancelled');
    expect(status(card).kind).toBe('idle');
    expect(store.get(card.key).drafts).toEqual({ [card.actions[0]!.slot]: { note: 'Fine' } });
  });
});

describe('given an action that needs to know who the user is', () => {
  const careful = () => readCard(action({ mfa_required: true }));

  it.each<[string, ActionHost['verifyIdentity']]>([
    ['nobody can tell', () => null],
    ['it is somebody else', () => Promise.resolve(false)],
    ['the check fails', () => Promise.reject(new Error('x'))],
    [
      'the check throws',
      () => {
        throw new Error('x');
      },
    ],
  ])('is never offered when %s', async (_, verifyIdentity) => {
    const { offered, press } = page(undefined, { verifyIdentity });
    expect(await press(careful())).toMatchObject({ outcome: { kind: 'failed', reason: 'identity' } });
    expect(offered).toEqual([]);
  });

  it('is offered once when it is the user, however often it is pressed meanwhile', async () => {
    const verifyIdentity = vi.fn(() => Promise.resolve(true));
    const { offered, press } = page(undefined, { verifyIdentity });
    const card = careful();
    await Promise.all([press(card), press(card), press(card)]);
    expect([offered.length, verifyIdentity.mock.calls.length]).toEqual([1, 1]);
  });

  it('asks nobody when it does not', async () => {
    const verifyIdentity = vi.fn(() => null);
    const { press } = page(undefined, { verifyIdentity });
    await press(readCard());
    expect(verifyIdentity).not.toHaveBeenCalled();
  });
});

describe('given a page that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives up after the time limit, tells the page, and keeps the submission for a retry', async () => {
    const signals: AbortSignal[] = [];
    const { offered, press } = page((_, signal) => {
      signals.push(signal);
      return never();
    });
    const card = readCard();
    const pressed = press(card);
    await vi.advanceTimersByTimeAsync(TIME_LIMIT - 1);
    expect(signals[0]!.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await pressed).toMatchObject({ outcome: { kind: 'failed', reason: 'timed-out', canRetry: true } });
    expect(signals[0]!.aborted).toBe(true);
    void press(card);
    await vi.advanceTimersByTimeAsync(0);
    expect(offered[1]!.submissionId).toBe(offered[0]!.submissionId);
  });

  it('does not take a late answer for that of the retry', async () => {
    const answers: ((answer: unknown) => void)[] = [];
    const { press, status } = page(() => new Promise((resolve) => answers.push(resolve)));
    const card = readCard();
    void press(card);
    await vi.advanceTimersByTimeAsync(TIME_LIMIT);
    void press(card);
    answers[0]!(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(status(card).kind).toBe('pending');
    answers[1]!(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(status(card).kind).toBe('done');
  });

  it('does not count the time that the user takes to show who they are', async () => {
    const answers: ((is: boolean) => void)[] = [];
    const verifyIdentity = () => new Promise<boolean>((resolve) => answers.push(resolve));
    const { offered, press } = page(undefined, { verifyIdentity });
    const pressed = press(readCard(action({ mfa_required: true })));
    await vi.advanceTimersByTimeAsync(10 * TIME_LIMIT);
    answers[0]!(true);
    expect(await pressed).toMatchObject({ outcome: { kind: 'done' } });
    expect(offered).toHaveLength(1);
  });

  it('waits as long as the page says', async () => {
    const short = page(never, { timeLimit: 50 });
    const pressed = short.press(readCard());
    await vi.advanceTimersByTimeAsync(50);
    expect(await pressed).toMatchObject({ outcome: { reason: 'timed-out' } });

    for (const timeLimit of [0, Infinity, 2 ** 40]) {
      const patient = page(never, { timeLimit });
      const card = readCard();
      void patient.press(card);
      await vi.advanceTimersByTimeAsync(20 * TIME_LIMIT);
      expect(patient.status(card).kind).toBe('pending');
    }
  });

  it.each([NaN, null, undefined])(
    'waits as long as usual where the page says %s, as an attribute can',
    async (given) => {
      const { press, status } = page(never, { timeLimit: given! });
      const card = readCard();
      const pressed = press(card);
      await vi.advanceTimersByTimeAsync(TIME_LIMIT - 1);
      expect(status(card).kind).toBe('pending');
      await vi.advanceTimersByTimeAsync(1);
      expect(await pressed).toMatchObject({ outcome: { reason: 'timed-out' } });
    },
  );

  it('lets the user give it up after a while, and keeps the submission for a retry', async () => {
    const signals: AbortSignal[] = [];
    const onSlow = vi.fn();
    const { offered, press, status, store } = page(
      (_, signal) => {
        signals.push(signal);
        return never();
      },
      { onSlow },
    );
    const card = readCard();
    const pressed = press(card);
    await vi.advanceTimersByTimeAsync(CANCEL_AFTER - 1);
    expect([status(card), onSlow.mock.calls.length]).toMatchObject([{ slow: false }, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([status(card), onSlow.mock.calls.length]).toMatchObject([{ slow: true }, 1]);
    cancelAction(store, card.key);
    expect(await pressed).toMatchObject({ outcome: { kind: 'failed', reason: 'cancelled' } });
    expect([signals[0]!.aborted, vi.getTimerCount()]).toEqual([true, 0]);
    void press(card);
    expect(offered[1]!.submissionId).toBe(offered[0]!.submissionId);
  });

  it('goes back to where it was when nobody finds out who the user is and they give up', async () => {
    const { offered, press, status, store } = page(undefined, {
      verifyIdentity: () => new Promise(() => undefined),
    });
    const card = readCard(action({ mfa_required: true }));
    const pressed = press(card);
    await vi.advanceTimersByTimeAsync(CANCEL_AFTER);
    cancelAction(store, card.key);
    expect(await pressed).toBe('cancelled');
    expect([status(card).kind, offered.length, vi.getTimerCount()]).toEqual(['idle', 0, 0]);
  });

  it('changes nothing when an answer comes after all', async () => {
    const answers: ((answer: unknown) => void)[] = [];
    const { press, status } = page(() => new Promise((resolve) => answers.push(resolve)));
    const card = readCard();
    const pressed = press(card);
    await vi.advanceTimersByTimeAsync(TIME_LIMIT);
    answers[0]!({ kind: 'done' });
    await pressed;
    await vi.advanceTimersByTimeAsync(0);
    expect(status(card).kind).toBe('failed');
  });

  it('has no result when the page has forgotten the card meanwhile', async () => {
    const answers: ((answer: unknown) => void)[] = [];
    const { press, store } = page(() => new Promise((resolve) => answers.push(resolve)));
    const card = readCard();
    const pressed = press(card);
    store.reset(card.key);
    answers[0]!(undefined);
    expect(await pressed).toBe(null);
    expect(store.get(card.key)).toEqual(UNTOUCHED);
  });

  it('leaves no timer behind', async () => {
    const { press } = page();
    await press(readCard());
    expect(vi.getTimerCount()).toBe(0);
  });
});
