import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CardStore, type MfCardFeed } from '../../src/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  all,
  answer,
  button,
  cardTitled,
  drawn,
  events,
  lookAway,
  press,
  said,
  showFeed,
  titles,
} from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';

let letGo: () => void;
beforeEach(() => {
  letGo = holdTime();
});
afterEach(async () => {
  letGo();
  await lookAway();
});

/** What a feed shows, and what it says of where that is. */
function listOf(feed: MfCardFeed): string[] {
  const places = all(feed, 'li').map(({ ariaPosInSet, ariaSetSize }) => `${ariaPosInSet} of ${ariaSetSize}`);
  return [...titles(feed), ...places];
}

async function become(feed: MfCardFeed, expected: readonly string[]): Promise<void> {
  await afterAWhile(
    () => listOf(feed).join() === expected.join(),
    () => `there are ${listOf(feed).join()}`,
  );
}

describe('given two feeds with one store', () => {
  it('has a card go from both, and the focus go on where it is', async () => {
    const store = new CardStore();
    const cards = [titled('A', { actions: [action({ remove_card_on_completion: true })] }), titled('B')];
    const first = await showFeed(cards, { store });
    const second = await showFeed(cards, { store });
    const removed = [...events(first, 'mf-card-removed'), ...events(second, 'mf-card-removed')];
    answer(second, () => undefined);
    button(cardTitled(second, 'A'), 'Approve').focus();
    await sendKeys({ press: 'Enter' });
    for (const feed of [first, second]) await become(feed, ['B', '1 of 1']);
    expect(cardTitled(second, 'B').matches(':focus')).to.equal(true);
    expect(removed.length).to.be.lessThan(2);
  });

  const removing = { actions: [action({ remove_card_on_completion: true })] };

  it('has it go from one that still shows an older version, too', async () => {
    const store = new CardStore();
    const first = await showFeed([dismissible('A'), titled('B', removing), titled('C')], { store });
    const second = await showFeed(
      [dismissible('A', { hash: 'h2' }), titled('B', { ...removing, hash: 'h2' }), titled('C')],
      { store },
    );
    answer(second, () => undefined);
    await press(second, 'Dismiss');
    await press(second, 'Approve');
    for (const feed of [first, second]) await become(feed, ['C', '1 of 1']);
  });

  it('has it go from one that was out of the page meanwhile, until there is a newer version', async () => {
    const store = new CardStore();
    const first = await showFeed([titled('B', removing), titled('C')], { store });
    const place = first.parentElement!;
    first.remove();
    const second = await showFeed([titled('B', { ...removing, hash: 'h2' }), titled('C')], { store });
    answer(second, () => undefined);
    await press(second, 'Approve');
    await become(second, ['C', '1 of 1']);
    place.append(first);
    await become(first, ['C', '1 of 1']);
    first.cards = [titled('B', { ...removing, hash: 'h3' }), titled('C')];
    await become(first, ['B', 'C', '1 of 2', '2 of 2']);
  });
});

describe('given a store that the page changes', () => {
  it('shows what is left, and what is back', async () => {
    const store = new CardStore();
    const cards = [dismissible('A'), titled('B')];
    const feed = await showFeed(cards, { store });
    const removed = events(feed, 'mf-card-removed');
    await press(feed, 'Dismiss');
    await become(feed, ['B', '1 of 1']);
    const saved = store.snapshot();
    await lookAway();
    store.reset(removed[0]!.card.key);
    await drawn(feed);
    expect(listOf(feed)).to.deep.equal(['A', 'B', '1 of 2', '2 of 2']);
    const late = new CardStore();
    const other = await showFeed(cards, { store: late });
    late.restore(saved);
    await drawn(other);
    expect(listOf(other)).to.deep.equal(['B', '1 of 1']);
  });

  it('tells of a card that goes in the feed in which the user has acted', async () => {
    const store = new CardStore();
    const cards = [dismissible('A'), titled('B', { actions: [action({ remove_card_on_completion: true })] })];
    const first = await showFeed(cards, { store });
    const second = await showFeed(cards, { store });
    const third = await showFeed(cards, { store });
    const removed = [first, second, third].map((feed) => events(feed, 'mf-card-removed'));
    await press(cardTitled(second, 'A'), 'Dismiss');
    await become(second, ['B', '1 of 1']);
    expect(removed.map(({ length }) => length)).to.deep.equal([0, 1, 0]);
    answer(second, () => undefined);
    await press(cardTitled(second, 'B'), 'Approve');
    await become(second, []);
    expect(removed.map(({ length }) => length)).to.deep.equal([0, 2, 0]);
    expect(said(second)).to.contain('B');
    expect(said(first) + said(third)).not.to.contain('B');
  });

  it('tells of it in another one when that is gone', async () => {
    const store = new CardStore();
    const cards = [dismissible('A'), titled('B')];
    const first = await showFeed(cards, { store });
    const second = await showFeed(cards, { store });
    const removed = events(first, 'mf-card-removed');
    await press(cardTitled(second, 'A'), 'Dismiss');
    second.remove();
    await become(first, ['B', '1 of 1']);
    expect(removed.length).to.equal(1);
  });

  it('is not followed by a feed that has left the page', async () => {
    const store = new CardStore();
    const feed = await showFeed([dismissible('A'), titled('B')], { store });
    await press(feed, 'Dismiss');
    await become(feed, ['B', '1 of 1']);
    await lookAway();
    await drawn(feed);
    const place = feed.parentElement!;
    feed.remove();
    store.reset(store.snapshot().cards[0]![0]);
    await feed.updateComplete;
    expect(all(feed, 'li').length).to.equal(1);
    place.append(feed);
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['A', 'B']);
  });
});

function titled(title: string, overrides: WireObject = {}): WireObject {
  return card({ backend_id: title, header: { title }, ...overrides });
}

function dismissible(title: string, overrides: WireObject = {}): WireObject {
  return titled(title, { actions: [action({ action_key: 'DISMISS', label: 'Dismiss' })], ...overrides });
}
