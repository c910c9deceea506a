import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCards, type Card, type CardAction } from '../../src/schema/index.js';
import { departure, isRemoved, RESULT_TIME, UNDO_TIME, valuesOf } from '../../src/state/card-state.js';
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
import { action, card as wireCard } from '../cards.js';
import { figure, runs, seed } from '../support/runs.js';

/*
 * Records come, change and go at a connector; it is asked, and answers in any order; meanwhile the user types, acts and
 * looks at things. After each step a feed must show what a model of a few lines says. The model knows a record by its
 * name and numbers its versions; it knows nothing of hashes, keys, slots and elements.
 */

const NAMES = ['Ann', 'Bob', 'Cem', 'Dea', 'Eva', 'Fay', 'Gus'] as const;
type Name = (typeof NAMES)[number];

/** What a connector says of a record. `copy` counts how often it was written out: ids are made anew each time. */
interface Entry {
  readonly name: Name;
  readonly version: number;
  readonly importance: number;
  readonly copy: number;
}

interface Shown extends Entry {
  readonly gone: boolean;
}

/** Every third version has another address to send to: what was typed for one of them is nothing to the others. */
const aimOf = (version: number) => (version % 3 === 2 ? 'other' : 'usual');

function wireOf({ name, version, importance, copy }: Entry) {
  const id = `5c1f7f5e-6a3c-4f0b-9d6a-${String(copy).padStart(12, '0')}`;
  const to = (what: string) => ({ href: `https://flows.example.com/${name}/${what}` });
  return wireCard({
    id,
    backend_id: name,
    hash: `${name} ${version}`,
    importance,
    header: { title: `${name}, version ${version}` },
    actions: [
      action({
        id,
        action_key: 'USER_INPUT',
        label: 'Comment',
        url: to(aimOf(version)),
        allow_repeated: true,
        user_input: [{ id: 'note', label: 'Note', format: 'text' }],
      }),
      action({ id, label: 'Close', url: to('close'), remove_card_on_completion: true }),
    ],
  });
}

class Model {
  records: readonly Entry[] = [];
  copies = 0;
  readonly versions = new Map<Name, number>();
  /** Loads that were not answered yet: what the connector had then, and whether it was given up for another one. */
  loads: { readonly answer: readonly Entry[]; isNewest: boolean }[] = [];
  /** The newest answer. */
  known: readonly Entry[] = [];
  /** It was the first one, or the first after one without any card: nothing is there that could move. */
  isFirst = true;
  shown: readonly Shown[] = [];
  waiting: readonly Name[] = [];
  pointed: Name | null = null;
  readonly forms = new Set<Name>();
  readonly notes = new Map<string, string>();
  /** What the host was asked to close and has not answered, and what it has closed; when. */
  readonly closing = new Set<Name>();
  readonly closed = new Map<Name, number>();
  readonly dismissed = new Map<Name, number>();
  /** The version of a record that has left. */
  readonly left = new Map<Name, number>();
  now = 0;

  readonly hasLeft = ({ name, version }: Entry) => this.left.get(name) === version;

  entryOf(name: Name): Shown | undefined {
    return this.shown.find((one) => one.name === name && !one.gone);
  }

  /** As if the user had done nothing to it. */
  forget(name: Name): void {
    for (const all of [this.left, this.closed, this.dismissed, this.forms, this.closing]) all.delete(name);
    for (const aim of ['usual', 'other']) this.notes.delete(`${name} ${aim}`);
  }

  /** What the user is at. */
  holds(name: Name): boolean {
    return name === this.pointed || this.forms.has(name);
  }

  /** The user has asked for all there is. */
  letIn(): void {
    this.shown = this.wanted().map((entry) => ({ ...entry, gone: false }));
    this.waiting = [];
    this.bringBack();
  }

  wanted(): readonly Entry[] {
    const stay = this.known.filter((entry) => !this.hasLeft(entry));
    return [0, 1, 2].flatMap((importance) => stay.filter((entry) => entry.importance === importance));
  }

  arrange(): void {
    const wanted = this.wanted();
    const newest = (name: Name) => wanted.find((entry) => entry.name === name);
    const before = this.shown.map(({ name }) => name);
    const last = before.findLastIndex((name) => this.holds(name));
    // Down to where the user is, everything stays where it is, and as it is unless it is the same but for ids.
    const fixed = this.shown.slice(0, last + 1).flatMap((old, i): Shown[] => {
      if (this.hasLeft(old)) return [];
      const entry = newest(old.name);
      if (!entry) return [{ ...old, gone: true }];
      const takes = i === last || saysTheSame(entry, old);
      return [{ ...(takes ? entry : old), gone: false }];
    });
    const others = wanted.filter(({ name }) => !fixed.some((one) => one.name === name));
    const isNew = ({ name }: Entry) => !before.includes(name);
    const waits = (entry: Entry) =>
      !this.isFirst && isNew(entry) && (last >= 0 || this.waiting.includes(entry.name));
    this.waiting = others.filter(waits).map(({ name }) => name);
    this.shown = [
      ...fixed,
      ...others.filter((entry) => !waits(entry)).map((entry) => ({ ...entry, gone: false })),
    ];
    this.bringBack();
  }

  /** What has left and is shown again, with something new to say, is as it was at first. */
  bringBack(): void {
    for (const entry of this.shown)
      if (!entry.gone && this.left.has(entry.name) && !this.hasLeft(entry)) this.forget(entry.name);
  }

  take(answer: readonly Entry[]): void {
    this.isFirst = this.known.length === 0;
    // What has not changed at all is not even taken.
    this.known = answer.map((entry) => this.known.find((old) => isEqual(old, entry)) ?? entry);
    this.arrange();
  }

  wait(ms: number): void {
    this.now += ms;
    for (const { name, gone, version } of this.shown) {
      const dismissed = this.dismissed.get(name);
      const leaves =
        dismissed === undefined ? (this.closed.get(name) ?? Infinity) + RESULT_TIME : dismissed + UNDO_TIME;
      if (!gone && leaves <= this.now && !this.left.has(name)) this.left.set(name, version);
    }
    this.arrange();
  }
}

/** Whether two only have other ids. */
const saysTheSame = (a: Entry, b: Entry) => a.version === b.version && a.importance === b.importance;

const isEqual = (a: Entry, b: Entry) => JSON.stringify(a) === JSON.stringify(b);

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
      ({ card }) => card.backendId === this.pointed || store.get(card.key).openForm !== null,
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
      if (!gone && state.removed !== null && !isRemoved(card, state)) store.reset(card.key);
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

type Command = fc.AsyncCommand<Model, Feed>;

let steps = 0;

function step(
  text: string,
  check: (model: Model) => boolean,
  run: (model: Model, feed: Feed) => void | Promise<void>,
): Command {
  return {
    toString: () => text,
    check,
    async run(model, feed) {
      steps++;
      const { places } = feed;
      const line = lineOf(model);
      await run(model, feed);
      await vi.advanceTimersByTimeAsync(0);
      compare(model, feed);
      if (text.startsWith('answer')) nothingMoved(places.slice(0, line), feed);
    },
  };
}

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
  return model.shown.findLastIndex(({ name }) => model.holds(name)) + 1;
}

/** Said once more without the model: what stood down to where the user is stands there after each answer. */
function nothingMoved(fixed: readonly FeedPlace[], feed: Feed): void {
  const names = (places: readonly FeedPlace[]) => places.map(({ card }) => card.backendId);
  expect(names(feed.places.slice(0, fixed.length))).toEqual(names(fixed));
}

const anyName = fc.constantFrom(...NAMES);
const rank = fc.constantFrom(0, 1, 2);
const always = () => true;

/** Something happens to a record at the connector. Nobody is told until it is asked. */
const atConnector = (text: string, run: (records: readonly Entry[], model: Model) => readonly Entry[]) =>
  step(text, always, (model) => {
    model.records = run(model.records, model);
  });

/** The user does something to one of the cards that are shown, the `n`th where there are so many. */
const toCard = (
  text: string,
  n: number,
  check: (model: Model, name: Name) => boolean,
  run: (model: Model, feed: Feed, name: Name) => void | Promise<void>,
) => {
  const nameIn = (model: Model) => {
    const names = model.shown.filter(({ gone, name }) => !gone && check(model, name)).map(({ name }) => name);
    return names[n % names.length];
  };
  return step(
    `${text}, card ${n}`,
    (model) => nameIn(model) !== undefined,
    (model, feed) => run(model, feed, nameIn(model)!),
  );
};
const toAnyCard = (
  text: string,
  check: (model: Model, name: Name) => boolean,
  run: (model: Model, feed: Feed, name: Name) => void | Promise<void>,
) => fc.nat(NAMES.length - 1).map((n) => toCard(text, n, check, run));

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
  fc.tuple(anyName, rank, fc.nat(NAMES.length)).map(([name, importance, place]) =>
    atConnector(`${name} comes, importance ${importance}, at ${place}`, (records, model) => {
      if (records.some((one) => one.name === name)) return records;
      const entry = { name, version: model.versions.get(name) ?? 0, importance, copy: ++model.copies };
      return [...records.slice(0, place), entry, ...records.slice(place)];
    }),
  ),
  fc.tuple(anyName, fc.constantFrom(1, 1, 1, -1)).map(([name, by]) =>
    atConnector(`${name} changes by ${by}`, (records, model) =>
      records.map((entry) => {
        if (entry.name !== name) return entry;
        const version = Math.max(0, entry.version + by);
        model.versions.set(name, version);
        return { ...entry, version, copy: ++model.copies };
      }),
    ),
  ),
  fc
    .tuple(anyName, rank)
    .map(([name, importance]) =>
      atConnector(`${name} has importance ${importance} in the same version`, (records, model) =>
        records.map((entry) =>
          entry.name === name ? { ...entry, importance, copy: ++model.copies } : entry,
        ),
      ),
    ),
  anyName.map((name) =>
    atConnector(`${name} goes`, (records) => records.filter((entry) => entry.name !== name)),
  ),
  fc.constant(
    atConnector('new ids for all', (records, model) =>
      records.map((entry) => ({ ...entry, copy: ++model.copies })),
    ),
  ),
  fc.constant(atConnector('another order', (records) => [...records.slice(1), ...records.slice(0, 1)])),
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
      model.dismissed.set(name, model.now);
      feed.store.update(feed.at(name)!.card.key, (state) => cardDismissed(state, Date.now()));
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
