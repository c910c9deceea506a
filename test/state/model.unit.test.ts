import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActionRequest, Card, CardAction } from '../../src/schema/index.js';
import {
  availability,
  departure,
  RESULT_TIME,
  statusOf,
  UNDO_TIME,
  valuesOf,
} from '../../src/state/card-state.js';
import {
  cardDismissed,
  cardRemoved,
  dismissalUndone,
  faultsShown,
  valueEntered,
} from '../../src/state/card-steps.js';
import { CardStore } from '../../src/state/card-store.js';
import { checkValues } from '../../src/state/check-values.js';
import { CANCEL_AFTER, cancelAction, runAction } from '../../src/state/run-action.js';
import { TIME_LIMIT } from '../../src/state/time-limit.js';
import { action } from '../cards.js';
import { readCard } from '../support/read-card.js';

/*
 * A user, a host and time do things in any order, to the real store and to a model of a few lines. After each step
 * both must tell the same; and the host must have been asked exactly as often as the model says.
 */

const SET = 'approval';
const NAMES = ['Approve', 'Decline', 'Comment', 'Close', 'Wire'] as const;
type Name = (typeof NAMES)[number];

/** The card as the connector sends it the next time: other ids, another preset. */
function version(i: number): Card {
  const id = `5c1f7f5e-6a3c-4f0b-9d6a-${String(i).padStart(12, '0')}`;
  const asks = (more: object) => [{ id: 'note', label: 'Note', value: `preset ${i}`, ...more }];
  return readCard(
    action({ id, label: 'Approve', mutually_exclusive_set_id: SET, user_input: asks({ max_length: 9 }) }),
    action({ id, label: 'Decline', mutually_exclusive_set_id: SET }),
    action({ id, label: 'Comment', allow_repeated: true, user_input: asks({}) }),
    action({ id, label: 'Close', remove_card_on_completion: true }),
    action({ id, label: 'Wire', mfa_required: true }),
  );
}

type Status =
  | { kind: 'idle' | 'pending' | 'done' | 'again' }
  | { kind: 'failed' | 'auth-required'; intent: number; content: string };

const idle = () => Object.fromEntries(NAMES.map((name) => [name, { kind: 'idle' }])) as Record<Name, Status>;

class Model {
  version = 0;
  drafts: Partial<Record<Name, string>> = {};
  status: Record<Name, Status>;
  pending: { name: Name; since: number; verified: boolean; intent: number; content: string } | null = null;
  /** One number an intent, in the order in which the host was asked. */
  asked: number[] = [];
  intents = 0;
  now = 0;
  dismissed: number | null = null;
  closed: number | null = null;
  removed = false;

  constructor() {
    this.status = idle();
  }

  forget(): void {
    this.drafts = {};
    this.status = idle();
    this.pending = null;
    this.dismissed = null;
    this.closed = null;
    this.removed = false;
  }

  value(name: Name): string {
    return this.drafts[name] ?? `preset ${this.version}`;
  }

  isFree(name: Name): boolean {
    if (this.pending || this.status[name].kind === 'done') return false;
    const sibling = name === 'Approve' ? 'Decline' : name === 'Decline' ? 'Approve' : null;
    return sibling === null || this.status[sibling].kind !== 'done';
  }

  press(name: Name): void {
    const asks = name === 'Approve' || name === 'Comment';
    if (!this.isFree(name) || (name === 'Approve' && this.value(name).trim().length > 9)) return;
    const before = this.status[name];
    const content = asks ? this.value(name).trim() : '';
    const again = 'intent' in before && before.content === content;
    const intent = again ? before.intent : ++this.intents;
    this.pending = { name, since: this.now, verified: name !== 'Wire', intent, content };
    this.status[name] = { kind: 'pending' };
    if (this.pending.verified) this.asked.push(intent);
  }

  end(kind: 'done' | 'failed' | 'auth-required' | 'idle'): void {
    const { name, intent, content } = this.pending!;
    this.pending = null;
    if (kind === 'done') {
      this.drafts = { ...this.drafts, [name]: undefined };
      this.status[name] = { kind: name === 'Comment' ? 'again' : 'done' };
      if (name === 'Close') this.closed = this.now;
    } else {
      this.status[name] = kind === 'idle' ? { kind } : { kind, intent, content };
    }
  }

  wait(ms: number): void {
    const { pending } = this;
    this.now += ms;
    if (pending?.verified && this.now - pending.since >= TIME_LIMIT) {
      // The clock stood there when it was given up.
      this.end('failed');
    }
    const gone = this.dismissed ?? this.closed;
    const stays = this.dismissed === null ? RESULT_TIME : UNDO_TIME;
    if (gone !== null && this.now >= gone + stays) this.removed = true;
  }
}

class Real {
  store = new CardStore();
  card = version(0);
  readonly asked: ActionRequest[] = [];
  /** Of all runs, in their order. */
  readonly answers: { give: (answer: unknown) => void; refuse: (reason: Error) => void }[] = [];
  #verify: (is: boolean) => void = () => undefined;

  of(name: Name): CardAction {
    return this.card.actions.find(({ label }) => label === name)!;
  }

  /** As an element does when its button, or that of its form, is pressed. */
  press(name: Name): void {
    const { store, card } = this;
    const pressed = this.of(name);
    if (availability(card, store.get(card.key), pressed) !== 'free') return;
    const faults = checkValues(pressed, valuesOf(store.get(card.key), pressed));
    store.update(card.key, (state) => faultsShown(state, pressed, faults));
    if (Object.keys(faults).length) return;
    void runAction(card, pressed, {
      store,
      urlPolicy: undefined,
      offer: (request) => {
        this.asked.push(request);
        return new Promise((give, refuse) => this.answers.push({ give, refuse }));
      },
      verifyIdentity: () =>
        new Promise((resolve) => {
          this.#verify = resolve;
        }),
    });
  }

  reload(): void {
    const saved: unknown = JSON.parse(JSON.stringify(this.store.snapshot()));
    this.store = new CardStore();
    this.store.restore(saved);
    // Whom the page asked before it was left has nobody to tell.
    this.#verify = () => undefined;
  }

  verify(is: boolean): void {
    this.#verify(is);
  }

  /** As an element does when the time has come. */
  leave(): void {
    const { store, card } = this;
    const next = departure(card, store.get(card.key), Date.now(), true);
    if (next && next.at <= Date.now())
      store.update(card.key, (state) => cardRemoved(state, card, next.reason));
  }
}

type Command = fc.AsyncCommand<Model, Real>;

/** A step that is possible when `check` says so. */
function step(
  text: string,
  check: (model: Model) => boolean,
  run: (model: Model, real: Real) => void | Promise<void>,
): Command {
  return {
    toString: () => text,
    check,
    async run(model, real) {
      await run(model, real);
      await vi.advanceTimersByTimeAsync(0);
      compare(model, real);
    },
  };
}

function compare(model: Model, real: Real): void {
  const state = real.store.get(real.card.key);
  const told = NAMES.map((name) => {
    const status = statusOf(state, real.of(name));
    return status.kind === 'done' && status.repeatable ? 'again' : status.kind;
  });
  expect(told).toEqual(NAMES.map((name) => model.status[name].kind));
  const typed = ['Approve', 'Comment'] as const;
  expect(typed.map((name) => valuesOf(state, real.of(name)).note)).toEqual(
    typed.map((name) => model.value(name)),
  );
  expect([state.removed !== null, state.dismissedAt !== null]).toEqual([
    model.removed,
    model.dismissed !== null,
  ]);
  // As many requests as the model says, and the same id exactly where the intent is the same.
  const ids = [...new Set(real.asked.map(({ submissionId }) => submissionId))];
  const intents = [...new Set(model.asked)];
  expect(real.asked.map(({ submissionId }) => ids.indexOf(submissionId))).toEqual(
    model.asked.map((intent) => intents.indexOf(intent)),
  );
}

const name = fc.constantFrom(...NAMES);
const isSent = ({ pending }: Model) => pending?.verified === true;
const always = () => true;

const commands = [
  fc
    .tuple(
      fc.constantFrom('Approve' as const, 'Comment' as const),
      fc.constantFrom('', 'ok', ' ok ', 'too long a note'),
    )
    .map(([of, text]) =>
      step(
        `type ${text} for ${of}`,
        ({ pending }) => pending?.name !== of,
        (model, real) => {
          model.drafts[of] = text;
          const asking = real.of(of);
          real.store.update(real.card.key, (state) => valueEntered(state, asking, asking.inputs[0]!, text));
        },
      ),
    ),
  name.map((of) =>
    step(`press ${of}`, always, (model, real) => {
      model.press(of);
      real.press(of);
    }),
  ),
  fc.tuple(name, name).map(([of, then]) =>
    step(`press ${of} and at once ${then}`, always, (model, real) => {
      for (const each of [of, then]) {
        model.press(each);
        real.press(each);
      }
    }),
  ),
  fc.constant(
    step('answer', isSent, (model, real) => {
      model.end('done');
      real.answers.at(-1)!.give(undefined);
    }),
  ),
  fc.constant(
    step('refuse', isSent, (model, real) => {
      model.end('failed');
      real.answers.at(-1)!.give(new Response('<html>', { status: 500 }));
    }),
  ),
  fc.constant(
    step('ask to sign in', isSent, (model, real) => {
      model.end('auth-required');
      real.answers.at(-1)!.give(new Response('{"error":"invalid_connector_token"}', { status: 400 }));
    }),
  ),
  fc.constant(
    step('break down', isSent, (model, real) => {
      model.end('failed');
      real.answers.at(-1)!.refuse(new TypeError('Failed to fetch'));
    }),
  ),
  fc.constant(
    step('answer all earlier ones late', always, (model, real) => {
      const late = isSent(model) ? real.answers.slice(0, -1) : real.answers;
      for (const { give } of late) give({ kind: 'done' });
    }),
  ),
  fc.boolean().map((is) =>
    step(`${is ? 'know' : 'not know'} who it is`, always, (model, real) => {
      // It may be known after all when nobody waits for it any more.
      if (model.pending?.verified !== false) {
        real.verify(is);
        return;
      }
      if (is) {
        model.pending.verified = true;
        model.pending.since = model.now;
        model.asked.push(model.pending.intent);
      } else {
        model.end('failed');
      }
      real.verify(is);
    }),
  ),
  fc.constant(
    step(
      'give up',
      ({ pending }) => pending !== null,
      (model, real) => {
        model.end(model.pending!.verified ? 'failed' : 'idle');
        cancelAction(real.store, real.card.key);
      },
    ),
  ),
  fc.constantFrom(10, RESULT_TIME, CANCEL_AFTER, UNDO_TIME, TIME_LIMIT).map((ms) =>
    step(`wait ${ms}`, always, async (model, real) => {
      model.wait(ms);
      await vi.advanceTimersByTimeAsync(ms);
      real.leave();
    }),
  ),
  fc.constant(
    step('refresh', always, (model, real) => {
      real.card = version(++model.version);
    }),
  ),
  fc.constant(
    step('move', always, (_, { store, card }) => {
      // What a move is to the store: a follower less, and one more.
      const end = store.subscribe(card.key, () => undefined);
      store.subscribe(card.key, () => undefined)();
      end();
    }),
  ),
  fc.constant(
    step('reload', always, (model, real) => {
      if (model.pending) model.end('failed');
      real.reload();
    }),
  ),
  fc.constant(
    step('forget', always, (model, real) => {
      model.forget();
      real.store.reset(real.card.key);
    }),
  ),
  fc.constant(
    step(
      'dismiss',
      ({ removed, dismissed }) => !removed && dismissed === null,
      (model, { store, card }) => {
        model.dismissed = model.now;
        store.update(card.key, (state) => cardDismissed(state, card, Date.now()));
      },
    ),
  ),
  fc.constant(
    step(
      'undo',
      ({ removed, dismissed }) => !removed && dismissed !== null,
      (model, { store, card }) => {
        model.dismissed = null;
        store.update(card.key, dismissalUndone);
      },
    ),
  ),
];

describe('given a user, a host and time that do things in any order', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('tells what the model tells, and asks the host once for each intent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 50, size: 'max' }), async (steps) => {
        vi.clearAllTimers();
        vi.setSystemTime(0);
        await fc.asyncModelRun(() => ({ model: new Model(), real: new Real() }), steps);
      }),
      { numRuns: 2000 },
    );
  }, 600_000);
});
