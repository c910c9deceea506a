import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionRequest, Card, UrlPolicy } from '../../src/schema/index.js';
import { hasUnsentInput, statusOf, UNTOUCHED, valuesOf } from '../../src/state/card-state.js';
import { cardDismissed, formOpened, partToggled, valueEntered } from '../../src/state/card-steps.js';
import { CardStore } from '../../src/state/card-store.js';
import { runAction } from '../../src/state/run-action.js';
import { action } from '../cards.js';
import { readCard } from '../support/read-card.js';

const card = readCard(
  action({
    user_input: [
      { id: 'note', label: 'Note' },
      { id: 'fruit', label: 'Fruit', format: 'checkbox', options: { a: 'Apple', b: 'Banana' } },
      { id: 'pin', label: 'PIN', format: 'password' },
      { id: '__proto__', label: 'P' },
    ],
  }),
);
const [form] = card.actions;
const [note, fruit, pin, odd] = form!.inputs;

function enter(store: CardStore, of: Card, ...values: [typeof note, string | string[]][]) {
  for (const [input, value] of values)
    store.update(of.key, (state) => valueEntered(state, of.actions[0]!, input!, value));
}

/** As a page that is left and opened again has it. */
function reloaded(store: CardStore): CardStore {
  const next = new CardStore();
  next.restore(JSON.parse(JSON.stringify(store.snapshot())));
  return next;
}

describe('given a page that is left and opened again', () => {
  it('has what was typed, chosen and opened', () => {
    const store = new CardStore();
    store.update(card.key, (state) => partToggled(formOpened(state, form!), 'rows'));
    enter(store, card, [note, 'Fine'], [fruit, ['b']], [odd, 'x']);
    const state = reloaded(store).get(card.key);
    expect(Object.entries(valuesOf(state, form!))).toEqual([
      ['note', 'Fine'],
      ['fruit', ['b']],
      ['pin', ''],
      ['__proto__', 'x'],
    ]);
    expect([state.openForm, state.expanded]).toEqual([form!.slot, ['rows']]);
    expect(hasUnsentInput(card, state)).toBe(true);
  });

  it('has no password, neither typed nor in what was sent', async () => {
    const store = new CardStore();
    enter(store, card, [note, 'Fine'], [pin, 'geheim-4711']);
    const offer = () => Promise.resolve(new Response('', { status: 500 }));
    await runAction(card, form!, { store, urlPolicy: undefined, offer, verifyIdentity: () => null });
    expect(statusOf(store.get(card.key), form!).kind).toBe('failed');
    expect(JSON.stringify(store.snapshot())).not.toContain('geheim');
    expect(statusOf(reloaded(store).get(card.key), form!).kind).toBe('failed');
  });

  it('has no password that was preset, either, and sends it again under the same id', async () => {
    const preset = readCard(
      action({ user_input: [{ id: 'pin', label: 'PIN', format: 'password', value: 'geheim-4711' }] }),
    );
    const [only] = preset.actions;
    const store = new CardStore();
    const ids: string[] = [];
    const host = {
      store,
      urlPolicy: undefined,
      offer({ submissionId, body }: ActionRequest) {
        ids.push(submissionId);
        expect(body).toContain('geheim-4711');
        return Promise.resolve(new Response('', { status: 500 }));
      },
      verifyIdentity: () => null,
    };
    const run = runAction(preset, only!, host);
    expect(JSON.stringify(store.snapshot())).not.toContain('geheim');
    await run;
    expect(JSON.stringify(store.snapshot())).not.toContain('geheim');
    expect(hasUnsentInput(preset, store.get(preset.key))).toBe(false);
    await runAction(preset, only!, host);
    expect(ids[1]).toBe(ids[0]);
  });

  it('keeps the links of a failure that the policy of the page lets through', async () => {
    const plain = readCard();
    const store = new CardStore();
    const links = [
      { label: 'App', url: 'sap://7' },
      { label: 'No', url: 'javascript:1' },
    ];
    const urlPolicy = { schemes: ['sap'] };
    const offer = () => Promise.resolve({ kind: 'failed', links });
    await runAction(plain, plain.actions[0]!, { store, urlPolicy, offer, verifyIdentity: () => null });
    const snapshot: unknown = JSON.parse(JSON.stringify(store.snapshot()));
    const linksAfter = (options?: { urlPolicy: UrlPolicy }) => {
      const next = new CardStore();
      next.restore(snapshot, options);
      const status = statusOf(next.get(plain.key), plain.actions[0]!);
      return status.kind === 'failed' ? status.failure.links : status.kind;
    };
    expect(linksAfter({ urlPolicy })).toEqual([links[0]]);
    expect(linksAfter()).toEqual([]);
  });

  it('shows what was on its way as not known, and sends it again under the same id', async () => {
    const plain = readCard();
    const store = new CardStore();
    const ids: string[] = [];
    const host = (of: CardStore, answer: Promise<unknown>) => ({
      store: of,
      urlPolicy: undefined,
      offer({ submissionId }: { submissionId: string }) {
        ids.push(submissionId);
        return answer;
      },
      verifyIdentity: () => null,
    });
    void runAction(plain, plain.actions[0]!, host(store, new Promise(() => undefined)));
    const next = reloaded(store);
    expect(statusOf(next.get(plain.key), plain.actions[0]!)).toMatchObject({
      kind: 'failed',
      failure: { reason: 'interrupted' },
    });
    await runAction(plain, plain.actions[0]!, host(next, Promise.resolve(undefined)));
    expect(ids[1]).toBe(ids[0]);
    expect(statusOf(next.get(plain.key), plain.actions[0]!).kind).toBe('done');
  });

  it('still knows what was dismissed', () => {
    const store = new CardStore();
    store.update(card.key, (state) => cardDismissed(state, card, 5));
    expect(reloaded(store).get(card.key).dismissedAt).toBe(5);
  });

  it('takes a dismissal by a clock that was ahead for one of now', () => {
    const store = new CardStore();
    store.update(card.key, (state) => cardDismissed(state, card, Date.now() + 3_600_000));
    expect(reloaded(store).get(card.key).dismissedAt).toBeLessThanOrEqual(Date.now());
  });

  it('tells those who follow the card already, and leaves alone what was typed since', () => {
    const store = new CardStore();
    enter(store, card, [note, 'Before']);
    const saved = store.snapshot();
    const next = new CardStore();
    let told = 0;
    next.subscribe(card.key, () => told++);
    next.restore(saved);
    expect(told).toBe(1);
    enter(next, card, [note, 'Since']);
    next.restore(saved);
    expect(valuesOf(next.get(card.key), form!).note).toBe('Since');
  });
});

describe('given something that is no snapshot', () => {
  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { version: 2, cards: [['a', {}]] },
    { version: 1 },
    { version: 1, cards: {} },
    { version: 1, cards: [null, 'x', [], ['a'], [7, {}], ['a', 'x']] },
  ])('takes nothing from %j', (snapshot) => {
    const store = new CardStore();
    store.restore(snapshot);
    expect(store.snapshot().cards).toEqual([]);
  });

  it('takes only what is sound of a state, and judges its links', () => {
    const store = new CardStore();
    const failure = {
      kind: 'failed',
      title: 7,
      links: [
        { label: 'Run', url: 'javascript:x' },
        { label: 'Go', url: 'https://a.example/' },
      ],
    };
    const statuses = {
      a: { kind: 'failed', submissionId: 's', content: 'c', failure },
      b: { kind: 'done' },
      c: { kind: 'pending' },
      d: 'x',
    };
    const saved = {
      drafts: { a: { x: 1, y: 'z', w: ['p', 2] }, b: 7 },
      statuses,
      openForm: 4,
      expanded: [1, 'r'],
    };
    store.restore({ version: 1, cards: [['k', saved]] });
    const state = store.get('k');
    expect(state).toMatchObject({
      ...UNTOUCHED,
      drafts: { a: { y: 'z', w: ['p'] } },
      expanded: ['r'],
      statuses: { a: { failure: { links: [{ label: 'Go', url: 'https://a.example/' }] } } },
    });
    expect(Object.keys(state.statuses)).toEqual(['a']);
  });

  it('never throws, and can always be saved and brought back unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (state, key) => {
        const store = new CardStore();
        store.restore(state);
        store.restore({ version: 1, cards: [[key, state]] });
        expect(reloaded(store).snapshot()).toEqual(JSON.parse(JSON.stringify(store.snapshot())));
      }),
      { numRuns: 500 },
    );
  });
});
