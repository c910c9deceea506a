import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import { CardStore, type ActionAnswer, type MfCard } from '../../src/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  answer,
  button,
  cardsOf,
  control,
  events,
  later,
  listen,
  press,
  showCard,
  showFeed,
  shows,
  textOf,
  until,
} from '../card-page.js';
import { tries } from '../support/tries.js';

const asking = (overrides: WireObject = {}) =>
  card({
    actions: [
      action({
        action_key: 'USER_INPUT',
        user_input: [{ id: 'note', label: 'Note', format: 'textarea' }],
      }),
    ],
    ...overrides,
  });

/** A frame of the page, with a document of its own. */
async function frame(): Promise<HTMLIFrameElement> {
  const el = await fixture<HTMLIFrameElement>(html`<iframe srcdoc="<main></main>"></iframe>`);
  await until(
    () => el.contentDocument?.querySelector('main') !== null,
    () => 'the frame has not loaded',
  );
  return el;
}

const moves: Record<string, (el: MfCard) => Promise<void>> = {
  'to another place': async (el) => {
    const place = await fixture<HTMLElement>(html`<section></section>`);
    place.append(el);
  },
  'away and back': async (el) => {
    const place = el.parentElement!;
    el.remove();
    await Promise.resolve();
    place.append(el);
  },
  'to another document': async (el) => {
    const { contentDocument } = await frame();
    contentDocument!.querySelector('main')!.append(el);
  },
  'to another document and back': async (el) => {
    const place = el.parentElement!;
    const { contentDocument } = await frame();
    contentDocument!.querySelector('main')!.append(el);
    await el.updateComplete;
    place.append(el);
  },
};

for (const [where, move] of Object.entries(moves))
  describe(`given a card that is moved ${where}`, () => {
    it('keeps what is being typed, and its looks', async () => {
      const el = await showCard(asking());
      await press(el, 'Approve');
      await sendKeys({ type: 'so far' });
      const before = getComputedStyle(button(el, 'Submit')).backgroundColor;
      await move(el);
      await el.updateComplete;
      expect(control(el, 'Note').value).to.equal('so far');
      expect(el.hasUnsavedInput).to.equal(true);
      const view = el.ownerDocument.defaultView!;
      expect(view.getComputedStyle(button(el, 'Submit')).backgroundColor).to.equal(before);
    });

    it('sends what is pressed there', async () => {
      const el = await showCard(card());
      const requests = answer(el, () => undefined);
      await move(el);
      await el.updateComplete;
      button(el, 'Approve').click();
      await shows(el, 'Approved');
      expect(requests.length).to.equal(1);
    });

    it('does not send again what is on its way, and shows what comes of it', async () => {
      const el = await showCard(card());
      const { promise, give } = later<ActionAnswer>();
      const requests = answer(el, () => promise);
      await press(el, 'Approve');
      await move(el);
      await el.updateComplete;
      expect(button(el, 'Approve').ariaBusy).to.equal('true');
      button(el, 'Approve').click();
      give(undefined);
      await shows(el, 'Approved');
      expect(requests.length).to.equal(1);
    });
  });

describe('given another document than the page’s own', () => {
  const place = async () => (await frame()).contentDocument!.querySelector('main')!;
  const shape = (el: MfCard) => {
    const article = el.renderRoot.querySelector('article')!;
    return article.ownerDocument.defaultView!.getComputedStyle(article).borderRadius;
  };

  it('dresses a card that has never been in the page', async () => {
    const el = Object.assign(document.createElement('mf-card'), { card: card() });
    (await place()).append(el);
    await shows(el, 'Trip to NYC');
    expect(shape(el)).to.equal(shape(await showCard(card())));
  });

  it('dresses a card that goes there before it was drawn', async () => {
    const there = await place();
    const el = Object.assign(document.createElement('mf-card'), { card: card() });
    document.body.append(el);
    there.append(el);
    await shows(el, 'Trip to NYC');
    expect(shape(el)).to.equal(shape(await showCard(card())));
  });

  it('shows the cards that come to a feed once it is there', async () => {
    const el = await showFeed([card()]);
    (await place()).append(el);
    el.cards = [card(), card({ backend_id: 'another', header: { title: 'Another' } })];
    await shows(el, 'Another');
    const [first, second] = cardsOf(el);
    expect(shape(second!)).to.equal(shape(first!));
  });
});

describe('given a card that is taken away while its action is on its way', () => {
  it('tells the page what became of it, and the next one with the same store shows it', async () => {
    const store = new CardStore();
    const el = await showCard(card(), { store });
    const page = el.parentElement!;
    const { promise, give } = later<ActionAnswer>();
    const requests = answer(page, () => promise);
    const settled = events(page, 'mf-action-settled');
    await press(el, 'Approve');
    el.remove();
    give(undefined);
    await until(
      () => settled.length > 0,
      () => 'the page was told nothing',
    );
    expect([settled[0]!.outcome.kind, settled.length, requests.length]).to.deep.equal(['done', 1, 1]);
    const next = await showCard(card(), { store });
    expect(textOf(next)).to.contain('Approved');
  });

  it('keeps a failure for when it is shown again', async () => {
    const store = new CardStore();
    const el = await showCard(asking(), { store });
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    await press(el, 'Approve');
    await sendKeys({ type: 'so far' });
    await press(el, 'Submit');
    el.remove();
    give({ kind: 'failed', text: 'The report is locked.' });
    await promise;
    const next = await showCard(asking(), { store });
    await shows(next, 'The report is locked.');
    expect(control(next, 'Note').value).to.equal('so far');
  });

  it('says nothing in the card that has taken its place', async () => {
    const el = await showCard(card());
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    const settled = events(el, 'mf-action-settled');
    await press(el, 'Approve');
    el.card = card({ backend_id: 'another', header: { title: 'Another' } });
    await el.updateComplete;
    const heard = listen(el);
    give({ kind: 'failed', text: 'No.' });
    await until(
      () => settled.length === 1,
      () => 'the page was told nothing',
    );
    await el.updateComplete;
    expect(textOf(el)).to.contain('Another').and.not.contain('No.');
    expect(heard.filter((text) => text !== '')).to.deep.equal([]);
  });
});

describe('given a card that was taken away', () => {
  it('leaves no timer and no listener behind', async () => {
    const timers = new Set<unknown>();
    const listeners = new Map<string, number>();
    const { setTimeout: set, clearTimeout: clear } = window;
    window.setTimeout = ((run: () => void, wait: number) => {
      const timer = set(() => {
        timers.delete(timer);
        run();
      }, wait);
      // Others are the test runner's own.
      if (wait >= 1000) timers.add(timer);
      return timer;
    }) as typeof setTimeout;
    window.clearTimeout = ((timer: number) => {
      timers.delete(timer);
      clear(timer);
    }) as typeof clearTimeout;
    const restore = [window, document, document.body].map((target) => {
      const { addEventListener: add, removeEventListener: remove } = target;
      const count = (type: string, by: number) => listeners.set(type, (listeners.get(type) ?? 0) + by);
      target.addEventListener = (...args: Parameters<typeof add>) => {
        count(args[0], 1);
        add.apply(target, args);
      };
      target.removeEventListener = (...args: Parameters<typeof remove>) => {
        count(args[0], -1);
        remove.apply(target, args);
      };
      return () => Object.assign(target, { addEventListener: add, removeEventListener: remove });
    });
    try {
      for (const [json, act] of [
        [asking(), (el: MfCard) => button(el, 'Submit').click()],
        [card(), () => undefined],
        [card({ actions: [action({ label: 'Approve', remove_card_on_completion: true })] }), () => undefined],
        [card({ actions: [action({ action_key: 'DISMISS', label: 'Approve' })] }), () => undefined],
      ] as const) {
        const el = await showCard(json);
        const { promise, give } = later<ActionAnswer>();
        answer(el, () => promise);
        button(el, 'Approve').click();
        await el.updateComplete;
        act(el);
        await el.updateComplete;
        const settled = new Promise((resolve) => {
          el.addEventListener('mf-action-settled', resolve);
        });
        give(undefined);
        if (!textOf(el).includes('Undo')) await settled;
        el.remove();
        await el.updateComplete;
      }
      expect(timers.size).to.equal(0);
      expect([...listeners].filter(([, count]) => count !== 0)).to.deep.equal([]);
    } finally {
      Object.assign(window, { setTimeout: set, clearTimeout: clear });
      for (const each of restore) each();
    }
  });
});

describe('given many cards whose answers come in any order', () => {
  it('ends with each of them showing its own', async () => {
    const kinds = ['done', 'failed'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(99)), { minLength: 2, maxLength: 5 }),
        async (answers) => {
          const feed = await showFeed(
            answers.map((_, i) =>
              card({ backend_id: `expense-${i}`, hash: crypto.randomUUID(), header: { title: `Card ${i}` } }),
            ),
          );
          const waiting = answers.map(() => later<ActionAnswer>());
          const requests = answer(feed, ({ card: wire }) => {
            const { backend_id: id } = wire as { backend_id: string };
            return waiting[Number(id.slice('expense-'.length))]!.promise;
          });
          const cards = Array.from(feed.renderRoot.querySelectorAll<MfCard>('li > *'));
          for (const el of cards) button(el, 'Approve').click();
          const order = answers.map((_, i) => i).sort((a, b) => answers[a]![1] - answers[b]![1]);
          for (const i of order)
            waiting[i]!.give(
              answers[i]![0] === 'done' ? undefined : { kind: 'failed', text: `No to Card ${i}` },
            );
          for (const [i, el] of cards.entries())
            await shows(el, answers[i]![0] === 'done' ? 'Approved' : `No to Card ${i}`);
          expect(requests.length).to.equal(answers.length);
          feed.remove();
        },
      ),
      { numRuns: tries(20, 1000) },
    );
  });
});
