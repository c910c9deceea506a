import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { action, card, type WireObject } from '../cards.js';
import {
  answer,
  button,
  cardTitled,
  drawn,
  focused,
  lookAway,
  middleOf,
  press,
  said,
  showFeed,
  shows,
  textOf,
  titles,
  until,
} from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';
import type { MfCardFeed } from '../../src/index.js';

afterEach(() => lookAway());

describe('given a card that goes with the focus in it', () => {
  let letGo: () => void;
  beforeEach(() => {
    letGo = holdTime();
  });
  afterEach(() => letGo());

  async function approve(feed: MfCardFeed, title: string): Promise<void> {
    answer(feed, () => undefined);
    button(cardTitled(feed, title), 'Approve').focus();
    await sendKeys({ press: 'Enter' });
    await afterAWhile(
      () => !titles(feed).includes(title),
      () => `there are ${titles(feed).join()}`,
    );
    await drawn(feed);
  }

  it('gives it to the next one as a whole when nothing in that takes it', async () => {
    const feed = await showFeed([leaving('A'), titled('B', { actions: [] }), titled('C')]);
    await approve(feed, 'A');
    expect(titles(feed)[indexOfFocused(feed)]).to.equal('B');
  });

  it('passes over what is hidden in the next one', async () => {
    const linked = { title: 'B', links: { title: 'https://example.com/b' } };
    const dismiss = action({ action_key: 'DISMISS', label: 'Dismiss' });
    const feed = await showFeed([leaving('A'), titled('B', { header: linked, actions: [dismiss] })]);
    await press(feed, 'Dismiss');
    await approve(feed, 'A');
    expect(focused()).to.equal('Undo');
  });

  it('passes over places that are kept for their height, and cards that can’t be shown', async () => {
    const cards = [leaving('A'), titled('B'), { id: 'empty' }, titled('C'), asking('D')];
    const feed = await showFeed(cards, { order: 'given' });
    await press(cardTitled(feed, 'D'), 'Approve');
    await sendKeys({ type: 'Fine' });
    feed.cards = cards.filter((_, i) => i !== 1);
    await shows(feed, 'not needed any more');
    await approve(feed, 'A');
    expect(cardTitled(feed, 'C').matches(':focus')).to.equal(true);
  });

  it('gives it to one that has waited, as a whole, when no other is left', async () => {
    const feed = await showFeed([leaving('A')]);
    button(feed, 'Approve').focus();
    feed.cards = [titled('New'), leaving('A')];
    await shows(feed, '1 new card');
    await approve(feed, 'A');
    expect(titles(feed)).to.deep.equal(['New']);
    expect(cardTitled(feed, 'New').matches(':focus')).to.equal(true);
    expect(textOf(feed)).not.to.contain('new card');
  });

  it('gives it to the words that say that there is none left', async () => {
    const feed = await showFeed([leaving('A')]);
    await approve(feed, 'A');
    expect(focused()).to.equal('Nothing needs your attention.');
  });
});

describe('given a card that the connector takes away with the focus in it', () => {
  it('gives it to the next one, where no key presses a button, and says why', async () => {
    const feed = await showFeed([titled('A'), titled('B')]);
    button(cardTitled(feed, 'A'), 'Approve').focus();
    feed.cards = [titled('B')];
    await drawn(feed);
    expect(cardTitled(feed, 'B').matches(':focus')).to.equal(true);
    expect(focused()).to.contain('Approve').and.contain('B');
    expect(said(feed)).to.equal('This card is not needed any more.');
  });
});

describe('given Page Down and Page Up', () => {
  it('pass over places that are kept for their height, and cards that can’t be shown', async () => {
    const cards = [titled('A'), titled('B'), { id: 'empty' }, titled('C')];
    const feed = await showFeed(cards, { order: 'given' });
    const { x, y } = await middleOf(cardTitled(feed, 'C'));
    await sendMouse({ type: 'move', position: [x, y] });
    feed.cards = cards.filter((_, i) => i !== 1);
    await shows(feed, 'not needed any more');
    button(cardTitled(feed, 'A'), 'Approve').focus();
    await sendKeys({ press: 'PageDown' });
    expect(cardTitled(feed, 'C').matches(':focus')).to.equal(true);
    await sendKeys({ press: 'PageUp' });
    expect(cardTitled(feed, 'A').matches(':focus')).to.equal(true);
  });
});

describe('given a button of the feed that goes when it was pressed', () => {
  it('gives the focus to the first of the last cards', async () => {
    const feed = await showFeed([titled('A')], { hasMore: true });
    feed.addEventListener('mf-load-more', () => {
      feed.cards = [titled('A'), titled('B'), titled('C')];
      feed.hasMore = false;
    });
    button(feed, 'Show more cards').focus();
    await sendKeys({ press: 'Enter' });
    await drawn(feed);
    expect(cardTitled(feed, 'B').matches(':focus')).to.equal(true);
  });

  it('gives it to the first card once the cards could be loaded', async () => {
    let isDown = true;
    const feed = await showFeed(undefined, {
      src: '/cards',
      transport: {
        submit: () => Promise.reject(new Error('not asked')),
        load: () =>
          isDown ? Promise.reject(new Error('down')) : Promise.resolve([titled('A'), titled('B')]),
      },
    });
    await shows(feed, 'Try again');
    button(feed, 'Try again').focus();
    isDown = false;
    await sendKeys({ press: 'Enter' });
    await until(
      () => titles(feed).length === 2,
      () => textOf(feed),
    );
    expect(cardTitled(feed, 'A').matches(':focus')).to.equal(true);
  });

  it('gives it to the card in view when the new ones have gone again', async () => {
    const feed = await showFeed([titled('A'), titled('B')]);
    button(cardTitled(feed, 'B'), 'Approve').focus();
    feed.cards = [titled('New'), titled('A'), titled('B')];
    await shows(feed, '1 new card');
    button(feed, '1 new card').focus();
    feed.cards = [titled('A'), titled('B')];
    await drawn(feed);
    expect(cardTitled(feed, 'A').matches(':focus')).to.equal(true);
  });
});

function indexOfFocused(feed: MfCardFeed): number {
  return titles(feed).findIndex((title) => cardTitled(feed, title).matches(':focus'));
}

function titled(title: string, overrides: WireObject = {}): WireObject {
  return card({ backend_id: title, header: { title }, ...overrides });
}

function leaving(title: string): WireObject {
  return titled(title, { actions: [action({ remove_card_on_completion: true })] });
}

function asking(title: string): WireObject {
  const input = { id: 'comment', label: 'Comment', format: 'textarea' };
  return titled(title, { actions: [action({ action_key: 'USER_INPUT', user_input: [input] })] });
}
