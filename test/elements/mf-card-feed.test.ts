import { ContextProvider } from '@lit/context';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html as template } from 'lit';
import { CardStore, readCards, storeContext, transportContext, type MfCardFeed } from '../../src/index.js';
import { mockTransport } from '../../src/transports/index.js';
import { concurExpense, sampleCards } from '../../stories/cards/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  all,
  answer,
  asks,
  button,
  buttons,
  cardsOf,
  cardTitled,
  control,
  doubleClick,
  drawn,
  events,
  focused,
  heading,
  listen,
  lookAway,
  nextEvent,
  press,
  said,
  showFeed,
  shows,
  textOf,
  titles,
  typeInto,
  until,
} from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';

describe('given several cards', () => {
  it('shows each in an article of a list', async () => {
    const feed = await showFeed({ objects: sampleCards.slice(0, 5).map(({ json }) => one(json)) });
    expect(titles(feed).toSorted()).to.deep.equal([
      'Discount approval: Kestrel Shipping',
      'Equipment for a new colleague',
      'LinkedIn Learning: New course available',
      'Meals & Entertainment',
      'Travel Expense - Trip to NYC',
    ]);
    expect(all(feed, 'ul[aria-label=Cards] > li').length).to.equal(5);
  });

  it('takes them from every kind of input', async () => {
    for (const input of [
      [titled('A'), titled('B')],
      JSON.stringify([titled('A'), titled('B')]),
      { objects: [titled('A'), titled('B')] },
      {
        results: [
          { connector_id: 'a', cards: [titled('A')] },
          { connector_id: 'b', cards: [titled('B')] },
        ],
      },
    ])
      expect(titles(await showFeed(input))).to.deep.equal(['A', 'B']);
  });

  it('hands its settings to each of them', async () => {
    const feed = await showFeed([dated('A'), dated('B')]);
    feed.setAttribute('heading-level', '2');
    feed.setAttribute('time-zone', 'Asia/Tokyo');
    feed.setAttribute('max-rows', '1');
    feed.lang = 'de';
    feed.fieldTemplates = { NOTE: (field) => template`<p>Note: ${field.description}</p>` };
    feed.messages = { showMoreRows: (count) => `${count} weitere` };
    feed.cards = [dated('A'), dated('B')];
    await drawn(feed);
    for (const shown of cardsOf(feed)) {
      expect(textOf(shown)).to.contain('24.06.2020, 20:44').and.contain('1 weitere');
      expect(all(shown, 'h2').length).to.equal(1);
      await press(shown, '1 weitere');
      expect(textOf(shown)).to.contain('Note: by hand');
    }
  });

  it('gives each its own state, also where ids are the same', async () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    const same = { id: nil, backend_id: undefined, hash: 'test-hash' };
    const feed = await showFeed([titled('A', same), titled('B', same)]);
    answer(feed, () => undefined);
    await press(cardTitled(feed, 'B'), 'Approve');
    await shows(cardTitled(feed, 'B'), 'Approved');
    expect(button(cardTitled(feed, 'A'), 'Approve').localName).to.equal('button');
  });

  it('sends the action of the one that was pressed', async () => {
    const feed = await showFeed([titled('A'), titled('B')]);
    const requests = answer(feed, () => undefined);
    await press(cardTitled(feed, 'B'), 'Approve');
    await shows(cardTitled(feed, 'B'), 'Approved');
    expect(requests.map(({ card: sent }) => (sent as typeof concurExpense).header.title)).to.deep.equal([
      'B',
    ]);
  });
});

describe('given new data', () => {
  it('keeps the elements, and what the user did, in another order', async () => {
    const feed = await showFeed([asking('A'), asking('B'), asking('C')]);
    await press(cardTitled(feed, 'B'), 'Approve');
    await sendKeys({ type: 'Fine' });
    await press(cardTitled(feed, 'B'), 'Cancel');
    await lookAway();
    const before = new Map(cardsOf(feed).map((shown, i) => [titles(feed)[i], shown]));
    feed.cards = [asking('C'), asking('B'), titled('New'), asking('A')];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['C', 'B', 'New', 'A']);
    for (const [title, element] of before) expect(cardTitled(feed, title!) === element, title).to.equal(true);
    await press(cardTitled(feed, 'B'), 'Approve');
    expect(control(cardTitled(feed, 'B'), 'Comment').value).to.equal('Fine');
  });

  for (const [what, order, now, then] of [
    ['when its card comes last', ['B', 'C', 'A'], ['A', 'B', 'C'], ['B', 'C', 'A']],
    ['when a card comes before it', ['New', 'A', 'B', 'C'], ['A', 'B', 'C'], ['New', 'A', 'B', 'C']],
    ['when the others go', ['A'], ['A'], ['A']],
    ['when all change places', ['C', 'B', 'A'], ['A', 'C', 'B'], ['C', 'B', 'A']],
  ] as const)
    it(`keeps the focus and the caret where the user types, and the card in its place, ${what}`, async () => {
      const feed = await showFeed([asking('A'), asking('B'), asking('C')]);
      await press(cardTitled(feed, 'A'), 'Approve');
      await sendKeys({ type: 'Fine' });
      await sendKeys({ press: 'ArrowLeft' });
      feed.cards = order.map((title) => asking(title));
      await drawn(feed);
      expect(titles(feed)).to.deep.equal(now);
      await sendKeys({ type: 'al' });
      expect(control(cardTitled(feed, 'A'), 'Comment').value).to.equal('Finale');
      expect(focused()).to.equal('Comment');
      await press(cardTitled(feed, 'A'), 'Cancel');
      await lookAway();
      if (order.length > 3) await press(feed, '1 new card');
      await drawn(feed);
      expect(titles(feed)).to.deep.equal(then);
    });

  it('keeps what is done when cards go and come back', async () => {
    const feed = await showFeed([titled('A'), titled('B')]);
    answer(feed, () => undefined);
    await press(cardTitled(feed, 'A'), 'Approve');
    await shows(feed, 'Approved');
    await lookAway();
    feed.cards = [titled('B')];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B']);
    feed.cards = [titled('A'), titled('B')];
    await drawn(feed);
    expect(textOf(cardTitled(feed, 'A'))).to.contain('Approved');
  });
});

describe('given a framework that sets to nothing what its app leaves out', () => {
  for (const nothing of [undefined, null])
    it(`shows the cards as if that were not set: ${nothing}`, async () => {
      const left = [
        'fieldTemplates',
        'filter',
        'groupBy',
        'messages',
        'order',
        'store',
        'transport',
        'urlPolicy',
      ];
      const feed = await showFeed([
        card(),
        card({ backend_id: 'expense-2', header: { title: 'Hotel' }, actions: [] }),
      ]);
      const shown = textOf(feed);
      const other = await showFeed(feed.cards, Object.fromEntries(left.map((name) => [name, nothing])));
      expect(textOf(other)).to.equal(shown);
    });
});

describe('given something unreadable among the cards', () => {
  it('leaves its neighbours alone, and says what is wrong', async () => {
    for (const bad of [null, 42, 'a text', [titled('nested')]]) {
      const feed = await showFeed([titled('A'), bad, titled('B')]);
      expect(titles(feed), JSON.stringify(bad)).to.deep.equal(['A', 'B']);
      expect(textOf(feed)).to.contain('This card can’t be shown.').and.contain('There is no card here');
    }
  });

  it('shows an empty card as one', async () => {
    const feed = await showFeed([titled('A'), {}, titled('B')]);
    expect(cardsOf(feed).length).to.equal(3);
    expect(textOf(feed)).to.contain('This card has nothing to show.');
  });

  it('says so when nothing can be read', async () => {
    const feed = await showFeed(42);
    expect(textOf(feed))
      .to.contain('This card can’t be shown.')
      .and.not.contain('Nothing needs your attention');
  });
});

describe('given a text that is no JSON', () => {
  it('keeps the last good cards, and says why and where', async () => {
    const feed = await showFeed([titled('A'), titled('B')]);
    const told = nextEvent(feed, 'mf-diagnostics');
    feed.cards = '{"objects": [{"id": "1",}]}';
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['A', 'B']);
    expect(textOf(feed)).to.contain('Line 1, column 25');
    expect((await told).diagnostics.map(({ code }) => code)).to.deep.equal(['json-syntax']);
    feed.cards = [titled('C')];
    await drawn(feed);
    expect(textOf(feed)).not.to.contain('Line 1');
    expect(titles(feed)).to.deep.equal(['C']);
  });
});

describe('given a page in another language', () => {
  it('says in it why a text can’t be read', async () => {
    const diagnostics = { words: { 'expected-value': 'Hier fehlt ein Wert, nicht {0}.' } };
    const feed = await showFeed('[,]', { messages: { diagnostics } });
    expect(textOf(feed)).to.contain('Hier fehlt ein Wert, nicht ,.');
  });
});

describe('given no cards', () => {
  for (const nothing of [[], { objects: [] }])
    it(`says that there is nothing to do for ${JSON.stringify(nothing)}`, async () => {
      const feed = await showFeed(nothing);
      expect(textOf(feed)).to.equal('Nothing needs your attention.');
    });

  for (const nothing of [undefined, null])
    it(`says nothing while they are ${nothing}: nobody knows what there is to do`, async () => {
      const feed = await fixture<MfCardFeed>(
        html`<mf-card-feed .cards=${nothing}><p slot="empty">All done!</p></mf-card-feed>`,
      );
      expect(textOf(feed)).to.equal('');
      feed.cards = [];
      await shows(feed, 'All done!');
      feed.cards = nothing;
      await drawn(feed);
      expect(textOf(feed)).to.equal('');
    });

  it('shows the page’s own words', async () => {
    const feed = await fixture<MfCardFeed>(
      html`<mf-card-feed .cards=${[]}><p slot="empty">All done!</p></mf-card-feed>`,
    );
    expect(textOf(feed)).to.equal('All done!');
    feed.cards = [titled('A')];
    await drawn(feed);
    expect(textOf(feed)).not.to.contain('All done!');
  });

  it('says that they are on their way while they are', async () => {
    const feed = await fixture<MfCardFeed>(html`<mf-card-feed loading></mf-card-feed>`);
    expect(all(feed, '[role=img]').map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Loading cards …']);
    expect(all(feed, 'ul')[0]?.ariaBusy).to.equal('true');
    expect(textOf(feed)).not.to.contain('Nothing needs your attention.');
    feed.cards = [titled('A')];
    feed.loading = false;
    await drawn(feed);
    expect(all(feed, '[role=img]').length).to.equal(0);
    expect(titles(feed)).to.deep.equal(['A']);
  });

  it('shows the page’s own waiting sign', async () => {
    const feed = await fixture<MfCardFeed>(
      html`<mf-card-feed loading><p slot="loading">One moment</p></mf-card-feed>`,
    );
    expect(textOf(feed)).to.equal('One moment');
  });
});

describe('given a card that goes', () => {
  let letGo: () => void;
  beforeEach(() => {
    letGo = holdTime();
  });
  afterEach(() => letGo());

  it('gives the focus to the next one, when it can’t be undone any more', async () => {
    const feed = await showFeed([dismissible('A'), dismissible('B'), dismissible('C')]);
    const heard = listen(feed);
    const removed = events(feed, 'mf-card-removed');
    await press(cardTitled(feed, 'B'), 'Dismiss');
    await afterAWhile(
      () => titles(feed).join() === 'A,C',
      () => `there are ${titles(feed).join()}`,
    );
    await drawn(feed);
    expect(focused()).to.equal('Dismiss');
    expect(cardTitled(feed, 'C').matches(':focus')).to.equal(true);
    expect(heard.filter((text) => text !== '')).to.deep.equal([]);
    expect(removed.map(({ card: { title } }) => title)).to.deep.equal(['B']);
  });

  it('gives the focus to the one before when it was the last', async () => {
    const feed = await showFeed([dismissible('A'), dismissible('B')]);
    await press(cardTitled(feed, 'B'), 'Dismiss');
    await afterAWhile(
      () => cardTitled(feed, 'A').matches(':focus'),
      () => `the focus is on "${focused()}"`,
    );
  });

  it('says that there is nothing left after the only one', async () => {
    const feed = await showFeed([dismissible('A')]);
    await press(cardTitled(feed, 'A'), 'Dismiss');
    await afterAWhile(
      () => textOf(feed) === 'Nothing needs your attention.',
      () => `it shows ${textOf(feed)}`,
    );
  });

  it('says so for each one of several', async () => {
    const feed = await showFeed([dismissible('A'), dismissible('B'), dismissible('C')]);
    for (const title of ['A', 'B']) {
      const one = cardTitled(feed, title);
      await press(one, 'Dismiss');
      expect(said(one)).to.equal(`${title} is dismissed. You can undo it for a few seconds.`);
      await leaves(feed, title);
    }
  });

  it('does not let the second click of a double click dismiss the next one', async () => {
    const feed = await showFeed([dismissible('A'), dismissible('B'), dismissible('C')]);
    await doubleClick(button(cardTitled(feed, 'A'), 'Dismiss'));
    await afterAWhile(
      () => titles(feed).length === 2,
      () => `there are ${titles(feed).join()}`,
    );
    expect(titles(feed)).to.deep.equal(['B', 'C']);
  });

  it('goes some time after it is done, and takes the focus along', async () => {
    const feed = await showFeed([
      titled('A', { actions: [action({ remove_card_on_completion: true })] }),
      titled('B'),
    ]);
    answer(feed, () => undefined);
    await press(cardTitled(feed, 'A'), 'Approve');
    await shows(feed, 'Approved');
    expect(titles(feed)).to.deep.equal(['A', 'B']);
    await afterAWhile(
      () => titles(feed).join('') === 'B',
      () => `there are ${titles(feed).join()}`,
    );
    expect(said(feed)).to.equal('A is done and goes from the list.');
    await until(
      () => focused() === 'Approve',
      () => `the focus is on "${focused()}"`,
    );
  });

  it('can still be undone when it is not sent any more, and tells the page in its time', async () => {
    const feed = await showFeed([dismissible('A'), dismissible('B')]);
    const removed = events(feed, 'mf-card-removed');
    await press(cardTitled(feed, 'A'), 'Dismiss');
    await lookAway();
    feed.cards = [dismissible('B')];
    await drawn(feed);
    expect(buttons(feed)).to.contain('Undo');
    expect(removed.length).to.equal(0);
    await leaves(feed, 'A');
    expect(removed.map(({ card: { title } }) => title)).to.deep.equal(['A']);
  });

  it('does not take the focus from where the user is', async () => {
    const feed = await showFeed([
      titled('A', { actions: [action({ remove_card_on_completion: true })] }),
      asking('B'),
    ]);
    answer(feed, () => undefined);
    await press(cardTitled(feed, 'A'), 'Approve');
    await press(cardTitled(feed, 'B'), 'Approve');
    await sendKeys({ type: 'still ' });
    await afterAWhile(
      () => titles(feed).join('') === 'B',
      () => `there are ${titles(feed).join()}`,
    );
    await sendKeys({ type: 'here' });
    expect(control(cardTitled(feed, 'B'), 'Comment').value).to.equal('still here');
  });

  it('stays away when the connector sends it again', async () => {
    const feed = await showFeed([dismissible('A'), dismissible('B')]);
    await press(cardTitled(feed, 'A'), 'Dismiss');
    await afterAWhile(
      () => titles(feed).length === 1,
      () => `there are ${titles(feed).join()}`,
    );
    feed.cards = [dismissible('A'), dismissible('B')];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B']);
  });

  it('comes back when the connector sends a new version of it', async () => {
    const feed = await showFeed([dismissible('A'), dismissible('B')]);
    await press(cardTitled(feed, 'A'), 'Dismiss');
    await afterAWhile(
      () => titles(feed).length === 1,
      () => `there are ${titles(feed).join()}`,
    );
    await lookAway();
    feed.cards = [{ ...dismissible('A'), hash: 'h2' }, dismissible('B')];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['A', 'B']);
    expect(buttons(cardTitled(feed, 'A'))).to.deep.equal(['Dismiss']);
  });
});

describe('given a card that is filtered away before it has gone for good', () => {
  it('tells the page in its time, and does not come back', async () => {
    const feed = await showFeed([
      titled('A', { actions: [action({ remove_card_on_completion: true })] }),
      titled('B', { tags: ['other'] }),
    ]);
    answer(feed, () => undefined);
    const removed = events(feed, 'mf-card-removed');
    await press(cardTitled(feed, 'A'), 'Approve');
    await shows(feed, 'Approved');
    feed.filter = { tags: ['other'] };
    await drawn(feed);
    expect([titles(feed).join(), removed.length]).to.deep.equal(['B', 0]);
    await until(
      () => removed.length > 0,
      () => 'nobody was told',
    );
    expect(removed.map(({ reason, card: { title } }) => `${title} is ${reason}`)).to.deep.equal([
      'A is completed',
    ]);
    feed.filter = null;
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B']);
  });
});

describe('given another version of a card that was dismissed, which is filtered away', () => {
  it('tells nobody that it was dismissed, and shows it without the filter', async () => {
    const cards = [{ ...dismissible('A'), hash: 'h2' }, titled('B', { tags: ['other'] })];
    const store = new CardStore();
    const dismissedAt = Date.now() - 8000;
    for (const { key } of readCards(cards).cards.slice(0, 1))
      store.update(key, (state) => ({ ...state, dismissedAt, removedHash: 'h1' }));
    const feed = document.createElement('mf-card-feed');
    const removed = events(feed, 'mf-card-removed');
    await fixture(html`<main>${Object.assign(feed, { cards, store, filter: { tags: ['other'] } })}</main>`);
    await drawn(feed);
    await aTimeout(1000);
    expect(removed.length).to.equal(0);
    feed.filter = null;
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['A', 'B']);
  });
});

describe('given something typed and not sent', () => {
  it('can tell the page also while a version waits that has another action in its place', async () => {
    const feed = await showFeed([asking('A'), titled('B')]);
    await press(cardTitled(feed, 'A'), 'Approve');
    await typeInto(cardTitled(feed, 'A'), 'Comment', 'Fine');
    feed.cards = [titled('A', { hash: 'h2', actions: [action({ label: 'Take back' })] }), titled('B')];
    await shows(feed, 'This card was updated.');
    expect(feed.hasUnsavedInput).to.equal(true);
  });

  it('can tell the page, until it is sent', async () => {
    const feed = await showFeed([asking('A'), titled('B')]);
    answer(feed, () => undefined);
    expect(feed.hasUnsavedInput).to.equal(false);
    await press(cardTitled(feed, 'A'), 'Approve');
    await typeInto(cardTitled(feed, 'A'), 'Comment', 'Fine');
    expect(feed.hasUnsavedInput).to.equal(true);
    await press(cardTitled(feed, 'A'), 'Submit');
    await shows(feed, 'Approved');
    expect(feed.hasUnsavedInput).to.equal(false);
  });
});

describe('given a transport and a store from the page', () => {
  it('uses them for all cards', async () => {
    const transport = mockTransport();
    const store = new CardStore();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    new ContextProvider(place, { context: transportContext, initialValue: transport });
    new ContextProvider(place, { context: storeContext, initialValue: store });
    const feed = Object.assign(document.createElement('mf-card-feed'), { cards: [titled('A'), titled('B')] });
    place.append(feed);
    await drawn(feed);
    await press(cardTitled(feed, 'B'), 'Approve');
    await shows(feed, 'Approved');
    expect(transport.requests.length).to.equal(1);
    const again = Object.assign(document.createElement('mf-card-feed'), { cards: [titled('B')] });
    place.append(again);
    await drawn(again);
    expect(textOf(again)).to.contain('Approved');
  });

  it('prefers the transport that the feed was given', async () => {
    const transport = mockTransport();
    const feed = await showFeed([titled('A')], { transport });
    await press(feed, 'Approve');
    await shows(feed, 'Approved');
    expect(transport.requests.length).to.equal(1);
  });
});

describe('given the style sheet of the page', () => {
  it('reaches the parts of the cards through the feed', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <style>
          mf-card-feed::part(title) {
            color: rgb(1, 2, 3);
          }
        </style>
        <mf-card-feed .cards=${[titled('A')]}></mf-card-feed>
      </div>`,
    );
    const feed = place.querySelector('mf-card-feed')!;
    await drawn(feed);
    expect(getComputedStyle(heading(feed, 'A')).color).to.equal('rgb(1, 2, 3)');
  });
});

describe('given three hundred cards', () => {
  it('shows all of them, and finds the text of the last', async () => {
    const feed = await showFeed(Array.from({ length: 300 }, (_, i) => titled(`Card ${i + 1}`)));
    await until(
      () => cardsOf(feed).length === 300,
      () => `there are ${cardsOf(feed).length}`,
    );
    expect(asks(feed)).to.equal(false);
    expect(heading(feed, 'Card 300').localName).to.equal('h3');
  });
});

function titled(title: string, overrides: WireObject = {}): WireObject {
  return card({ backend_id: `expense-${title}`, header: { title }, ...overrides });
}

function asking(title: string): WireObject {
  return titled(title, {
    actions: [
      action({
        action_key: 'USER_INPUT',
        user_input: [{ id: 'comment', label: 'Comment', format: 'textarea' }],
      }),
    ],
  });
}

function dismissible(title: string): WireObject {
  return titled(title, {
    actions: [action({ action_key: 'DISMISS', label: 'Dismiss', completed_label: 'Dismissed' })],
  });
}

function dated(title: string): WireObject {
  return titled(title, {
    actions: [],
    body: {
      fields: [
        { type: 'GENERAL', title: 'Date', description: '2020-06-24T11:44:45.039Z' },
        { type: 'NOTE', title: 'Made', description: 'by hand' },
      ],
    },
  });
}

async function leaves(feed: MfCardFeed, title: string): Promise<void> {
  await afterAWhile(
    () =>
      cardsOf(feed).every((one) => one.checkVisibility()) &&
      !titles(feed).includes(title) &&
      !titles(feed).includes(''),
    () => `there are still ${titles(feed).join()}`,
  );
}

/** The card of a sample, which may be in a response. */
function one(json: unknown): unknown {
  return (json as { objects?: unknown[] }).objects?.[0] ?? json;
}
