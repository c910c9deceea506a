import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCards, type Card, type CardAction } from '../../src/schema/index.js';
import {
  departure,
  isAnother,
  isRemoved,
  RESULT_TIME,
  UNDO_TIME,
  valuesOf,
} from '../../src/state/card-state.js';
import {
  cardDismissed,
  cardRemoved,
  dismissalUndone,
  formClosed,
  formOpened,
  valueEntered,
} from '../../src/state/card-steps.js';
import { CardStore } from '../../src/state/card-store.js';
import { arrange, keepEqual, type FeedPlace } from '../../src/state/feed-merge.js';
import { byUrgency, inOrder } from '../../src/state/feed-order.js';
import { Polling } from '../../src/state/polling.js';
import { runAction } from '../../src/state/run-action.js';
import { always, anyName, stepsOf } from '../support/feed-commands.js';
import { aimOf, isEqual, Model, NAMES, wireOf, type Name } from '../support/feed-model.js';
import { figure, runs, seed } from '../support/runs.js';

/*
 * Records come, change and go at a connector; it is asked, and answers in any order; meanwhile the user types, acts and
 * looks at things. After each step a feed must show what the model says.
 */

/** A feed without its elements: what those do is done here in the same order. */
class Feed {
  readonly store = new CardStore();
  cards: readonly Card[] = [];
  places: readonly FeedPlace[] = [];
  waiting: readonly string[] = [];
  pointed: Name | null = null;
  readonly loads: { give: (cards: unknown) => void; refuse: (why: Error) => void; signal: AbortSignal }[] =
    [];
  readonly closing = new Map<Name, (answer: unknown) => void>();
  #isFirst = true;
  readonly polling = new Polling(
    {
      load: (signal) =>
        new Promise((give, refuse) => {
          this.loads.push({ give, refuse, signal });
        }),
      took: (data) => this.#took(data),
      changed: () => undefined,
    },
    { isAwake: true, watch: () => () => undefined },
  );

  constructor() {
    this.polling.timeLimit = 0;
  }

  at(name: Name): FeedPlace | undefined {
    return this.places.find(({ card, gone }) => card.backendId === name && !gone);
  }

  actionOf(name: Name, label: string): CardAction {
    return this.at(name)!.card.actions.find((one) => one.label === label)!;
  }

  #took(data: unknown): void {
    this.#isFirst = this.cards.length === 0;
    this.cards = keepEqual(this.cards, readCards(data).cards);
    this.arrange();
  }

  arrange(anew = false): void {
    const { store } = this;
    const isDropped = (card: Card) => isRemoved(card, store.get(card.key));
    const wanted = inOrder(
      this.cards.filter((card) => !isDropped(card)),
      byUrgency(Date.now()),
    );
    const lowest = this.places.findLast(
      ({ card, gone }) => card.backendId === this.pointed || (!gone && store.get(card.key).openForm !== null),
    );
    const { places, waiting } = arrange(
      anew ? [] : this.places,
      wanted.map((card) => ({ card, group: null })),
      {
        upTo: anew ? null : (lowest?.card.key ?? null),
        letsIn: this.#isFirst,
        waiting: new Set(anew ? [] : this.waiting),
        isDropped,
      },
    );
    this.places = places;
    this.waiting = waiting;
    for (const { card, gone } of places) {
      const state = store.get(card.key);
      if (!gone && isAnother(card, state)) store.reset(card.key);
    }
  }

  /** Cards leave when their time has come. */
  leave(): void {
    for (const { card, gone } of this.places) {
      const next = departure(card, this.store.get(card.key), Date.now(), true);
      if (!gone && next && next.at <= Date.now())
        this.store.update(card.key, (state) => cardRemoved(state, card, next.reason));
    }
    this.arrange();
  }
}

let steps = 0;

const { step, atConnector, toCard, toAnyCard, ofConnector } = stepsOf<Model, Feed>(
  async (text, run, model, feed) => {
    steps++;
    const { places } = feed;
    const line = lineOf(model);
    await run(model, feed);
    await vi.advanceTimersByTimeAsync(0);
    compare(model, feed);
    if (text.startsWith('answer')) nothingMoved(places.slice(0, line), feed);
  },
);

function compare(model: Model, feed: Feed): void {
  const nameOf = (key: string) => feed.cards.find((card) => card.key === key)?.backendId;
  expect({
    shown: feed.places.map(({ card, gone }) => `${card.title} ${copyOf(card)}${gone ? ', gone' : ''}`),
    waiting: feed.waiting.map(nameOf),
    notes: feed.places.map(({ card }) => valuesOf(feed.store.get(card.key), card.actions[0]!).note),
    loading: feed.polling.isLoading,
    underWay: feed.loads.filter(({ signal }) => !signal.aborted).length,
  }).toEqual({
    shown: model.shown.map(
      ({ name, version, copy, gone }) => `${name}, version ${version} ${copy}${gone ? ', gone' : ''}`,
    ),
    waiting: model.waiting,
    notes: model.shown.map(({ name, version }) => model.notes.get(`${name} ${aimOf(version)}`) ?? ''),
    loading: model.loads.some(({ isNewest }) => isNewest),
    underWay: model.loads.filter(({ isNewest }) => isNewest).length,
  });
}

function copyOf(card: Card): number {
  return Number(card.id!.slice(-12));
}

/** How many cards, from the first one, must not move. */
function lineOf(model: Model): number {
  return model.shown.findLastIndex(({ name, gone }) => model.holds(name, gone)) + 1;
}

/** Said once more without the model: what stood down to where the user is stands there after each answer. */
function nothingMoved(fixed: readonly FeedPlace[], feed: Feed): void {
  const names = (places: readonly FeedPlace[]) => places.map(({ card }) => card.backendId);
  expect(names(feed.places.slice(0, fixed.length))).toEqual(names(fixed));
}

function refresh(model: Model, feed: Feed): void {
  if (!model.loads.some(({ isNewest }) => isNewest))
    model.loads.push({ answer: model.records, isNewest: true });
  void feed.polling.refresh();
}

/** A load ends, one way or the other, whether or not anybody still waits for it. */
async function answer(model: Model, feed: Feed, index: number, isFault: boolean): Promise<void> {
  const [load] = model.loads.splice(index, 1);
  const [real] = feed.loads.splice(index, 1);
  const before = feed.cards;
  const same = model.known.filter((old) => load!.answer.some((entry) => isEqual(old, entry)));
  if (isFault) {
    real!.refuse(new Error('No answer'));
    return;
  }
  if (load!.isNewest) model.take(load!.answer);
  real!.give({ objects: load!.answer.map(wireOf) });
  await vi.advanceTimersByTimeAsync(0);
  if (!load!.isNewest) return;
  // Of equal data the very same object stays, so that nothing is drawn again.
  const kept = feed.cards.filter((card) => before.includes(card)).map(copyOf);
  expect(kept.toSorted()).toEqual(same.map(({ copy }) => copy).toSorted());
}

const commands = [
  ...ofConnector(fc.constantFrom(1, 1, 1, -1)),
  fc.constant(atConnector('all go', () => [])),
  fc.constant(step('refresh', always, refresh)),
  fc.constant(
    step('start from another place', always, (model, feed) => {
      for (const load of model.loads) load.isNewest = false;
      model.loads.push({ answer: model.records, isNewest: true });
      feed.polling.start();
    }),
  ),
  ...[1, 2].map(() =>
    fc.tuple(fc.nat(3), fc.constantFrom(false, false, true)).map(([n, isFault]) =>
      step(
        `answer load ${n}${isFault ? ' with a fault' : ''}`,
        ({ loads }) => loads.length > 0,
        (model, feed) => answer(model, feed, n % model.loads.length, isFault),
      ),
    ),
  ),
  ...[1, 2, 3].map(() =>
    fc.constant(
      step('answer what is asked at once', always, (model, feed) => {
        refresh(model, feed);
        const newest = model.loads.findIndex(({ isNewest }) => isNewest);
        return answer(model, feed, newest, false);
      }),
    ),
  ),
  toAnyCard('look at', always, (model, feed, name) => {
    model.pointed = feed.pointed = name;
  }),
  fc.constant(
    step(
      'look away',
      ({ pointed }) => pointed !== null,
      (model, feed) => {
        model.pointed = feed.pointed = null;
        model.arrange();
        feed.arrange();
      },
    ),
  ),
  fc.constant(
    step(
      'let in what waits',
      ({ waiting }) => waiting.length > 0,
      (model, feed) => {
        model.letIn();
        feed.arrange(true);
      },
    ),
  ),
  fc.tuple(fc.nat(NAMES.length - 1), fc.string({ minLength: 1, maxLength: 5 })).map(([n, text]) =>
    toCard(`type ${JSON.stringify(text)}`, n, always, (model, feed, name) => {
      model.forms.add(name);
      model.notes.set(`${name} ${aimOf(model.entryOf(name)!.version)}`, text);
      const { key } = feed.at(name)!.card;
      const comment = feed.actionOf(name, 'Comment');
      feed.store.update(key, (state) => formOpened(state, comment));
      feed.store.update(key, (state) => valueEntered(state, comment, comment.inputs[0]!, text));
    }),
  ),
  toAnyCard(
    'close the form',
    ({ forms }, name) => forms.has(name),
    (model, feed, name) => {
      model.forms.delete(name);
      const comment = feed.actionOf(name, 'Comment');
      feed.store.update(feed.at(name)!.card.key, (state) => formClosed(state, comment));
      model.arrange();
      feed.arrange();
    },
  ),
  toAnyCard(
    'press Close',
    ({ closing, closed }, name) => !closing.has(name) && !closed.has(name),
    (model, feed, name) => {
      model.closing.add(name);
      void runAction(feed.at(name)!.card, feed.actionOf(name, 'Close'), {
        store: feed.store,
        urlPolicy: undefined,
        timeLimit: 0,
        offer: () => new Promise((answered) => feed.closing.set(name, answered)),
        verifyIdentity: () => null,
      });
    },
  ),
  // Also of a card that is not shown any more.
  fc.tuple(anyName, fc.constantFrom(true, true, false)).map(([name, isDone]) =>
    step(
      `the host says ${isDone ? 'yes' : 'no'} to closing ${name}`,
      ({ closing }) => closing.has(name),
      (model, feed) => {
        model.closing.delete(name);
        if (isDone) model.closed.set(name, model.now);
        feed.closing.get(name)!({ kind: isDone ? 'done' : 'failed' });
      },
    ),
  ),
  toAnyCard(
    'dismiss',
    ({ dismissed }, name) => !dismissed.has(name),
    (model, feed, name) => {
      model.dismiss(name);
      const { card } = feed.at(name)!;
      feed.store.update(card.key, (state) => cardDismissed(state, card, Date.now()));
    },
  ),
  toAnyCard(
    'take the dismissal back',
    ({ dismissed }, name) => dismissed.has(name),
    (model, feed, name) => {
      model.dismissed.delete(name);
      feed.store.update(feed.at(name)!.card.key, dismissalUndone);
    },
  ),
  fc.constantFrom(RESULT_TIME, UNDO_TIME).map((ms) =>
    step(`wait ${ms}`, always, async (model, feed) => {
      await vi.advanceTimersByTimeAsync(ms);
      model.wait(ms);
      feed.leave();
    }),
  ),
];

/** Some cards are there already: a history that begins with none is mostly about none. */
function begun(names: readonly Name[]): { model: Model; real: Feed } {
  const model = new Model();
  model.records = names.map((name, i) => ({ name, version: 0, importance: i % 3, copy: ++model.copies }));
  return { model, real: new Feed() };
}

describe('given records, answers and a user that come in any order', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('shows what the model shows, loses nothing that was typed, and moves nothing under the user', async () => {
    const times = runs(300, 5000);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...NAMES]),
        fc.commands(commands, { maxCommands: 60, size: 'max' }),
        async (names, history) => {
          vi.clearAllTimers();
          vi.setSystemTime(0);
          await fc.asyncModelRun(() => begun(names), history);
        },
      ),
      { numRuns: times, seed },
    );
    figure(`histories of a feed: ${times}, ${steps} steps, no difference`);
  }, 900_000);
});
