import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { CardStore, readCards, type ActionAnswer, type MfCardFeed } from '../../src/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  all,
  answer,
  button,
  buttons,
  cardsOf,
  cardTitled,
  click,
  doubleClick,
  drawn,
  events,
  focused,
  later,
  listen,
  lookAway,
  middleOf,
  nextEvent,
  press,
  said,
  showFeed,
  shows,
  textOf,
  titles,
  until,
} from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';

afterEach(() => lookAway());

describe('given cards of different urgency', () => {
  it('shows what is sticky first, then by importance, due date and age', async () => {
    const feed = await showFeed([
      titled('older', { creation_date: '2026-01-01T00:00:00Z' }),
      titled('newer', { creation_date: '2026-02-01T00:00:00Z' }),
      titled('due later', { due_date: '2099-02-01T00:00:00Z' }),
      titled('due soon', { due_date: '2099-01-01T00:00:00Z' }),
      titled('less important', { importance: 5 }),
      titled('important', { importance: 0 }),
      titled('sticky', { sticky: { type: 'DUE', until: '2099-01-01T00:00:00Z' } }),
      titled('sticky once', { sticky: { type: 'DUE', until: '2020-01-01T00:00:00Z' } }),
    ]);
    expect(titles(feed)).to.deep.equal([
      'sticky',
      'important',
      'less important',
      'due soon',
      'due later',
      'newer',
      'older',
      'sticky once',
    ]);
  });

  it('shows them as they come, or as the page compares them', async () => {
    const cards = [titled('B', { importance: 9 }), titled('C'), titled('A', { importance: 0 })];
    const feed = await showFeed(cards, { order: 'given' });
    expect(titles(feed)).to.deep.equal(['B', 'C', 'A']);
    feed.order = (a, b) => (b.title ?? '').localeCompare(a.title ?? '');
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['C', 'B', 'A']);
    feed.setAttribute('order', 'urgency');
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['A', 'B', 'C']);
  });

  it('shows them as they come when the comparator of the page throws', async () => {
    const feed = await showFeed([titled('B'), titled('A')], {
      order: () => {
        throw new Error('of the page');
      },
    });
    expect(titles(feed)).to.deep.equal(['B', 'A']);
  });
});

describe('given groups', () => {
  it('shows what is urgent, what is to be done and what is only said under headings of their own', async () => {
    const feed = await showFeed(
      [titled('news', { actions: [] }), titled('to do'), titled('urgent', { importance: 0 })],
      {
        groupBy: 'priority',
      },
    );
    expect(textOf(feed).match(/Priority|To do|For information|urgent|to do$|news/gm)).to.deep.equal([
      'Priority',
      'urgent',
      'To do',
      'to do',
      'For information',
      'news',
    ]);
    expect(all(feed, 'h2').map(({ ariaLevel }) => ariaLevel)).to.deep.equal(['2', '2', '2']);
    expect(all(feed, 'ul').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Priority',
      'To do',
      'For information',
    ]);
  });

  it('shows the page’s own, and those of none last', async () => {
    const feed = await showFeed([titled('A', { name: undefined }), titled('B', { name: 'Jira' })], {
      groupBy: ({ name }) => name,
    });
    expect(titles(feed)).to.deep.equal(['B', 'A']);
    expect(textOf(feed)).to.match(/^Jira\n1\n/);
    feed.groupBy = ({ name }) => name ?? ' ';
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B', 'A']);
    expect(all(feed, 'h2').length).to.equal(1);
    feed.groupBy = null;
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['A', 'B']);
    expect(all(feed, 'h2').length).to.equal(0);
  });
});

describe('given a filter', () => {
  it('shows the cards that have all its words, one of its tags, one of its connectors', async () => {
    const feed = await showFeed([
      titled('Trip to Rome', { tags: ['travel'], name: 'Concur' }),
      titled('Trip to Oslo', { tags: ['travel', 'urgent'], name: 'Concur' }),
      titled('Bug in the lift', { name: 'Jira', actions: [] }),
    ]);
    expect(feed.counts.all).to.equal(3);
    expect(feed.counts.needsAction).to.equal(2);
    expect([...feed.counts.tags]).to.deep.equal([
      ['travel', 2],
      ['urgent', 1],
    ]);
    expect([...feed.counts.connectors]).to.deep.equal([
      ['Concur', 2],
      ['Jira', 1],
    ]);
    for (const [filter, expected] of [
      [{ text: 'trip ROME' }, 'Trip to Rome'],
      [{ text: 'rahul' }, 'Trip to Rome,Trip to Oslo,Bug in the lift'],
      [{ tags: ['urgent', 'other'] }, 'Trip to Oslo'],
      [{ connectors: ['Jira'] }, 'Bug in the lift'],
      [{ needsAction: true, text: 'oslo' }, 'Trip to Oslo'],
      [{}, 'Trip to Rome,Trip to Oslo,Bug in the lift'],
      [
        { text: null, tags: null, connectors: null, needsAction: null },
        'Trip to Rome,Trip to Oslo,Bug in the lift',
      ],
    ] as const) {
      feed.filter = filter;
      await drawn(feed);
      expect(titles(feed).join(), JSON.stringify(filter)).to.equal(expected);
    }
    feed.filter = ({ title }) => title === 'Trip to Oslo';
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['Trip to Oslo']);
  });

  it('finds a card by what stands under its pictures and beside its actions', async () => {
    const items = [
      { type: 'image', href: 'https://example.com/hall.png', title: 'Canteen', description: 'Lunch' },
    ];
    const feed = await showFeed([
      titled('A', { banner: { items } }),
      { itemDetails: { id: 'cart', title: 'B', actions: [chatAction('Check out', 'Orders the lot')] } },
    ]);
    for (const [text, expected] of [
      ['canteen lunch', ['A']],
      ['orders', ['B']],
      ['hall.png', []],
    ] as const) {
      feed.filter = { text };
      await drawn(feed);
      expect(titles(feed), text).to.deep.equal(expected);
    }
  });

  it('asks a new function of the page once for each card', async () => {
    const feed = await showFeed(many(9));
    const asked: (string | null)[] = [];
    feed.filter = ({ title }) => asked.push(title) > 0;
    feed.groupBy = ({ title }) => (asked.push(title) > 0 ? 'All' : null);
    await drawn(feed);
    expect(asked.length).to.equal(18);
  });

  it('says so when nothing is like that, and loses nothing', async () => {
    const feed = await showFeed([asking('A')]);
    await press(feed, 'Approve');
    await sendKeys({ type: 'Fine' });
    feed.filter = { text: 'elephants' };
    await drawn(feed);
    expect(textOf(feed)).to.equal('No card is like that.');
    expect(feed.hasUnsavedInput).to.equal(true);
    feed.filter = null;
    await drawn(feed);
    expect(all<HTMLTextAreaElement>(feed, 'textarea').map(({ value }) => value)).to.deep.equal(['Fine']);
  });
});

describe('given equal data', () => {
  it('does nothing at all', async () => {
    const wire = JSON.stringify(many(5));
    const feed = await showFeed(JSON.parse(wire));
    const changes: string[] = [];
    const observer = new MutationObserver((records) => changes.push(...records.map(({ type }) => type)));
    const what = { childList: true, characterData: true, attributes: true, subtree: true };
    for (const root of [feed, ...cardsOf(feed)]) observer.observe(root.shadowRoot!, what);
    for (let i = 0; i < 3; i++) {
      feed.cards = JSON.parse(wire);
      await drawn(feed);
    }
    await Promise.resolve();
    observer.disconnect();
    expect(changes).to.deep.equal([]);
  });
});

describe('given new cards while the user is at one', () => {
  it('has them wait behind a button that lets them in', async () => {
    const feed = await showFeed(many(4));
    await hover(cardTitled(feed, 'Card 2'));
    feed.cards = [titled('New 1', { importance: 0 }), ...many(4), titled('New 2')];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['Card 0', 'Card 1', 'Card 2', 'Card 3']);
    expect(said(feed)).to.equal('2 new cards');
    feed.cards = [titled('New 1', { importance: 0 }), ...many(4), titled('New 2'), titled('New 3')];
    await drawn(feed);
    await press(feed, '3 new cards');
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['New 1', 'Card 0', 'Card 1', 'Card 2', 'Card 3', 'New 2', 'New 3']);
    expect(buttons(feed)).not.to.contain('3 new cards');
    await until(
      () => cardTitled(feed, 'New 1').matches(':focus-within, :focus'),
      () => `the focus is on "${focused()}"`,
    );
  });

  for (const [what, given] of Object.entries<() => Partial<MfCardFeed>>({
    'a filter': () => ({ filter: { text: 'a', needsAction: true } }),
    'a function that filters': () => ({ filter: ({ title }) => title !== 'Card 9' }),
    'a function that groups': () => ({ groupBy: () => 'All' }),
    'a function that compares': () => ({ order: (a, b) => (a.importance ?? 9) - (b.importance ?? 9) }),
  }))
    it(`has them wait though a framework gives ${what} anew with them, and not when it is another one`, async () => {
      const feed = await showFeed(many(2), given());
      await hover(cardTitled(feed, 'Card 1'));
      Object.assign(feed, { cards: [titled('A new one', { importance: 0 }), ...many(2)] }, given());
      await drawn(feed);
      expect(titles(feed)).to.deep.equal(['Card 0', 'Card 1']);
      feed.filter = { text: 'new' };
      await drawn(feed);
      expect(titles(feed)).to.deep.equal(['A new one']);
    });

  it('says so of each that comes, also in the same words', async () => {
    const feed = await showFeed(many(2));
    await hover(cardTitled(feed, 'Card 1'));
    const heard = listen(feed);
    feed.cards = [titled('New 1'), ...many(2)];
    await drawn(feed);
    feed.cards = [titled('New 2'), titled('New 1'), ...many(2)];
    await drawn(feed);
    expect(heard).to.deep.equal(['1 new card', '1 new card']);
  });

  it('forgets one that goes before it was let in', async () => {
    const feed = await showFeed(many(2));
    await hover(cardTitled(feed, 'Card 1'));
    feed.cards = [titled('New'), ...many(2)];
    await shows(feed, '1 new card');
    feed.cards = many(2);
    await drawn(feed);
    expect(textOf(feed)).not.to.contain('new card');
  });

  it('does not stand still for as many as ten thousand', async () => {
    const store = new CardStore();
    const feed = await showFeed(many(1), { store });
    button(cardTitled(feed, 'Card 0'), 'Approve').focus();
    feed.cards = many(10_000);
    await shows(feed, '9999 new cards');
    const began = performance.now();
    for (const { key } of readCards(many(11)).cards.slice(1)) {
      store.update(key, (state) => ({ ...state, removed: 'dismissed', removedHash: 'h1' }));
      await feed.updateComplete;
    }
    await shows(feed, '9989 new cards');
    expect(performance.now() - began).to.be.lessThan(1000);
  });

  it('lets them in when all others have gone, and gives them the focus', async () => {
    const feed = await showFeed(many(2));
    button(cardTitled(feed, 'Card 0'), 'Approve').focus();
    feed.cards = [titled('New 1'), titled('New 2')];
    await shows(feed, 'New 2');
    expect(titles(feed)).to.deep.equal(['New 1', 'New 2']);
    expect(textOf(feed)).not.to.contain('new card').and.not.to.contain('No card is like that');
    expect(cardTitled(feed, 'New 1').matches(':focus')).to.equal(true);
  });

  it('shows them at once when the user is elsewhere', async () => {
    const feed = await showFeed(many(2));
    feed.cards = [titled('New', { importance: 0 }), ...many(2)];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['New', 'Card 0', 'Card 1']);
  });
});

describe('given a user who has scrolled down', () => {
  it('has new cards wait, and moves nothing that is in view', async () => {
    const feed = await showFeed(many(12), { order: 'given' });
    const last = cardTitled(feed, 'Card 11');
    const seen = events(feed, 'mf-card-seen');
    last.scrollIntoView({ block: 'end' });
    await until(
      () => seen.some(({ card: { title } }) => title === 'Card 11'),
      () => 'the last card was not seen',
    );
    const { top } = last.getBoundingClientRect();
    feed.cards = [titled('New'), ...many(12).slice(1)];
    await shows(feed, '1 new card');
    expect(titles(feed)).not.to.contain('New');
    expect(last.getBoundingClientRect().top).to.equal(top);
    scrollTo(0, 0);
  });
});

describe('given cards that come one right after the other', () => {
  for (const frames of [0, 1, 2])
    it(`shows all of them at once when nobody is at the feed, ${frames} frames apart`, async () => {
      const feed = await showFeed(many(2), { order: 'given' });
      await nextEvent(feed, 'mf-card-seen');
      const cards = many(2);
      for (const title of ['New 1', 'New 2', 'New 3', 'New 4']) {
        cards.unshift(titled(title));
        feed.cards = [...cards];
        await drawn(feed);
        for (let i = 0; i < frames; i++) await nextFrame();
      }
      expect(titles(feed)).to.deep.equal(['New 4', 'New 3', 'New 2', 'New 1', 'Card 0', 'Card 1']);
    });
});

describe('given a form that was left open', () => {
  it('holds nothing any more once another action of its set is done', async () => {
    const set = { mutually_exclusive_set_id: 'answer' };
    const input = { id: 'reason', label: 'Reason', format: 'text' };
    const decline = action({ ...set, label: 'Decline', action_key: 'USER_INPUT', user_input: [input] });
    const cards = [titled('A', { actions: [action(set), decline] }), titled('B')];
    const feed = await showFeed(cards);
    answer(feed, () => undefined);
    await press(feed, 'Decline');
    await sendKeys({ type: 'No' });
    await press(cardTitled(feed, 'A'), 'Approve');
    await shows(feed, 'Approved');
    await lookAway();
    feed.cards = [titled('New', { importance: 0 }), ...cards];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['New', 'A', 'B']);
  });

  it('holds nothing any more once its card is gone', async () => {
    const feed = await showFeed([asking('A'), titled('B')]);
    await press(cardTitled(feed, 'A'), 'Approve');
    await lookAway();
    feed.cards = [titled('B')];
    await drawn(feed);
    await lookAway();
    feed.cards = [titled('B'), titled('New')];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B', 'New']);
    expect(textOf(feed)).not.to.contain('not needed');
  });
});

describe('given a card that is not sent any more while the user is at it', () => {
  it('stays with what is typed, can be sent, and shows what came of it until it is left', async () => {
    const feed = await showFeed([asking('A'), titled('B')], { order: 'given' });
    const requests = answer(feed, () => undefined);
    await press(cardTitled(feed, 'A'), 'Approve');
    await sendKeys({ type: 'Fi' });
    feed.cards = [titled('B')];
    await drawn(feed);
    await sendKeys({ type: 'ne' });
    expect(titles(feed)).to.deep.equal(['A', 'B']);
    expect(feed.hasUnsavedInput).to.equal(true);
    await press(feed, 'Submit');
    await shows(feed, 'Approved');
    expect(requests.map(({ values }) => values)).to.deep.equal([{ comment: 'Fine' }]);
    expect(titles(feed)).to.deep.equal(['A', 'B']);
    await lookAway();
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B']);
  });

  it('stays while the user is elsewhere, and goes once the form is closed and left', async () => {
    const feed = await showFeed([asking('A'), titled('B'), titled('C')], { order: 'given' });
    await press(cardTitled(feed, 'A'), 'Approve');
    await sendKeys({ type: 'Fine' });
    await lookAway();
    for (const sent of [['B', 'C'], ['C']]) {
      feed.cards = sent.map((title) => titled(title));
      await drawn(feed);
      expect(titles(feed)).to.deep.equal(['A', ...sent]);
    }
    await press(feed, 'Cancel');
    expect(titles(feed)).to.deep.equal(['A', 'C']);
    await lookAway();
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['C']);
    expect(feed.hasUnsavedInput).to.equal(false);
  });

  it('shows that its action has failed to a user who has gone on, until the next cards come', async () => {
    const feed = await showFeed([titled('A', { actions: [action()] }), titled('B')], { order: 'given' });
    const { promise, give } = later<ActionAnswer>();
    answer(feed, () => promise);
    await press(cardTitled(feed, 'A'), 'Approve');
    const search = document.createElement('input');
    feed.before(search);
    await click(search);
    feed.cards = [titled('B')];
    await drawn(feed);
    give({ kind: 'failed', text: 'It is approved already.' });
    await shows(feed, 'It is approved already.');
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['A', 'B']);
    feed.cards = [titled('B'), titled('C')];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B', 'C']);
  });

  it('is one like the others when it is sent again', async () => {
    const feed = await showFeed([asking('A'), titled('B')], { order: 'given' });
    await press(cardTitled(feed, 'A'), 'Approve');
    await sendKeys({ type: 'Fine' });
    for (const cards of [[titled('B')], [titled('B'), asking('A')]]) {
      feed.cards = cards;
      await drawn(feed);
    }
    await press(feed, 'Cancel');
    await lookAway();
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B', 'A']);
  });

  it('goes with all others when the page takes them away', async () => {
    const feed = await showFeed([asking('A')]);
    await press(feed, 'Approve');
    await sendKeys({ type: 'Fine' });
    feed.cards = null;
    await drawn(feed);
    await lookAway();
    await drawn(feed);
    expect(titles(feed)).to.deep.equal([]);
  });
});

describe('given changes above the card under the pointer', () => {
  it('moves neither that card nor the page, over a hundred refreshes', async () => {
    const feed = await showFeed(many(12));
    const card = cardTitled(feed, 'Card 4');
    await hover(card);
    expect(scrollY).to.be.greaterThan(100);
    const where = () => [scrollY, card.getBoundingClientRect().top];
    await nextFrame();
    const before = where();
    for (let i = 1; i <= 100; i++) {
      feed.cards = shuffled(i);
      await drawn(feed);
      expect(where(), `after refresh ${i}`).to.deep.equal(before);
    }
    scrollTo(0, 0);
  });

  it('shows them when the pointer leaves', async () => {
    const feed = await showFeed(many(3));
    await hover(cardTitled(feed, 'Card 2'));
    const [, second, third] = many(3);
    feed.cards = [{ ...second, hash: 'h2', header: { title: 'Card 1, changed' } }, third];
    await drawn(feed);
    expect(textOf(feed)).to.contain('This card is not needed any more.').and.not.contain('changed');
    await lookAway();
    await until(
      () => titles(feed).join() === 'Card 1, changed,Card 2',
      () => `there are ${titles(feed).join()}`,
    );
  });

  it('says of an empty place in another language, too, what it is, and marks it as nothing new', async () => {
    const feed = await showFeed(many(2));
    await hover(cardTitled(feed, 'Card 1'));
    feed.cards = many(2).slice(1);
    await drawn(feed);
    feed.messages = { goneCard: 'Nicht mehr benötigt.' };
    await shows(feed, 'Nicht mehr benötigt.');
    const [gone, there] = all(feed, '[part~=unread]').map((li) => getComputedStyle(li, '::after').content);
    expect(gone).to.equal('none');
    expect(there).not.to.equal('none');
  });

  it('shows the card under the pointer as it is now', async () => {
    const feed = await showFeed(many(2));
    await hover(cardTitled(feed, 'Card 0'));
    feed.cards = many(2).map((one) => ({ ...one, hash: 'h2', body: { description: 'Changed' } }));
    await drawn(feed);
    expect(textOf(cardsOf(feed)[0]!)).to.contain('Changed');
  });
});

describe('given cards that the user has not seen', () => {
  it('marks them until they were in view for a second, and tells the page', async () => {
    const feed = await showFeed([]);
    const seen: (string | null)[] = [];
    feed.addEventListener('mf-card-seen', ({ card: { title } }) => seen.push(title));
    feed.cards = many(30);
    await drawn(feed);
    expect(all(feed, '[part~=unread]').length).to.be.greaterThan(5);
    await until(
      () => seen.includes('Card 0'),
      () => `what was seen: ${seen.join()}`,
    );
    expect(seen.length).to.be.lessThan(10);
    expect(cardTitled(feed, 'Card 0').closest('[part~=unread]')).to.equal(null);
  });

  it('takes a card for seen that is much higher than the screen, once it fills half of that', async () => {
    const fields = Array.from({ length: 200 }, (_, i) => ({
      type: 'GENERAL',
      title: `Fact ${i}`,
      description: `${i}`,
    }));
    const feed = await showFeed(many(3).map((one, i) => (i === 2 ? { ...one, body: { fields } } : one)));
    const high = cardTitled(feed, 'Card 2');
    feed.style.cssText = `display: block; margin-block-start: ${innerHeight}px`;
    const item = high.closest('li')!;
    for (let i = 0; item.getBoundingClientRect().top > innerHeight * 0.1; i++) {
      if (i > 500) throw new Error('it does not come into view');
      scrollBy(0, 25);
      await nextFrame();
    }
    await until(
      () => !item.matches('[part~=unread]'),
      () => 'it was not seen',
    );
  });

  it('takes a card for seen that is much higher than the panel it lies in, once it fills that', async () => {
    const fields = Array.from({ length: 20 }, (_, i) => ({
      type: 'GENERAL',
      title: 'Fact',
      description: `${i}`,
    }));
    const feed = await showFeed([titled('A', { body: { fields } })]);
    feed.parentElement!.style.cssText = 'overflow-y: auto; padding: 0; block-size: 6rem';
    const item = cardTitled(feed, 'A').closest('li')!;
    await until(
      () => !item.matches('[part~=unread]'),
      () => 'it was not seen',
    );
  });

  for (const style of ['visibility: hidden', 'opacity: 0'])
    it(`takes none for seen under ${style}, until it is shown`, async () => {
      const feed = await showFeed([titled('A'), titled('B')]);
      const seen = events(feed, 'mf-card-seen');
      const place = feed.parentElement!;
      place.style.cssText = style;
      await aTimeout(2500);
      expect(seen.length).to.equal(0);
      place.style.cssText = '';
      await until(
        () => seen.length === 2,
        () => `${seen.length} were seen`,
      );
    });

  it('marks no card as new that was seen in another feed of the store', async () => {
    const store = new CardStore();
    const first = await showFeed(many(1), { store });
    const second = Object.assign(document.createElement('mf-card-feed'), { store, cards: many(1) });
    first.after(second);
    await drawn(second);
    const seen = [...events(first, 'mf-card-seen'), ...events(second, 'mf-card-seen')];
    await until(
      () => [first, second].every((feed) => all(feed, '[part~=unread]').length === 0),
      () => 'one is marked still',
    );
    expect(seen.length).to.be.lessThan(2);
  });

  it('marks no card as new that was seen by what the store holds by now', async () => {
    const before = new CardStore();
    before.markSeen(readCards(many(1)).cards[0]!);
    const saved = before.snapshot();
    const unread = (feed: MfCardFeed) =>
      titles(feed).filter((title) => cardTitled(feed, title).closest('[part~=unread]'));
    const store = new CardStore();
    const feed = await showFeed(many(2), { store });
    store.restore(saved);
    expect(unread(feed)).to.deep.equal(['Card 1']);
    feed.store = new CardStore();
    await drawn(feed);
    expect(unread(feed)).to.deep.equal(['Card 0', 'Card 1']);
    const place = feed.parentElement!;
    feed.remove();
    feed.store.restore(saved);
    place.append(feed);
    await drawn(feed);
    expect(unread(feed)).to.deep.equal(['Card 1']);
  });

  it('keeps what was seen in the store, over a reload', async () => {
    const store = new CardStore();
    const first = await showFeed(many(1), { store });
    await until(
      () => all(first, '[part~=unread]').length === 0,
      () => 'it was not seen',
    );
    const saved = JSON.parse(JSON.stringify(store.snapshot())) as unknown;
    const next = new CardStore();
    next.restore(saved);
    const second = await showFeed([...many(1), titled('Another')], { store: next });
    expect(all(second, '[part~=unread]').length).to.equal(1);
    second.cards = [{ ...many(1)[0], hash: 'h2' }];
    await drawn(second);
    expect(all(second, '[part~=unread]').length).to.equal(1);
  });
});

describe('given the keyboard', () => {
  it('goes from card to card with Page Down and Page Up', async () => {
    const feed = await showFeed(many(3));
    button(cardTitled(feed, 'Card 0'), 'Approve').focus();
    const at = () => titles(feed)[cardsOf(feed).findIndex((one) => one.matches(':focus, :focus-within'))];
    await sendKeys({ press: 'PageDown' });
    expect(at()).to.equal('Card 1');
    await sendKeys({ press: 'PageDown' });
    expect(at()).to.equal('Card 2');
    await sendKeys({ press: 'PageUp' });
    expect(at()).to.equal('Card 1');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Approve');
  });

  it('leaves the keys to a text area', async () => {
    const feed = await showFeed([asking('A'), asking('B')]);
    await press(cardTitled(feed, 'A'), 'Approve');
    await sendKeys({ press: 'PageDown' });
    expect(focused()).to.equal('Comment');
  });

  it('says where in the list each card is', async () => {
    const feed = await showFeed(many(40));
    expect(
      all(feed, 'li')
        .slice(0, 2)
        .map(({ ariaPosInSet, ariaSetSize }) => `${ariaPosInSet} of ${ariaSetSize}`),
    ).to.deep.equal(['1 of 40', '2 of 40']);
    await until(
      () => cardsOf(feed).length === 40,
      () => `there are ${cardsOf(feed).length}`,
    );
    expect(all(feed, 'li').at(-1)?.ariaPosInSet).to.equal('40');
    expect(all(feed, 'ul')[0]?.ariaBusy ?? 'false').to.equal('false');
  });
});

describe('given a connector that can’t be reached', () => {
  it('says so above the cards of the others', async () => {
    const feed = await showFeed({
      results: [
        { connector_id: 'Jira', cards: [], connector_status: { status: 503 } },
        { connector_id: 'Concur', cards: [titled('A')], connector_status: { status: 200 } },
      ],
    });
    expect(textOf(feed)).to.match(/^Jira can’t be reached: its newest cards are missing\./);
    expect(titles(feed)).to.deep.equal(['A']);
  });

  it('leaves its cards until it has told which there are', async () => {
    const sends = (status: number, cards: WireObject[], others = ['A']) => ({
      results: [
        { connector_id: 'Jira', cards, connector_status: { status } },
        { connector_id: 'Concur', cards: others.map((title) => titled(title)) },
      ],
    });
    const feed = await showFeed(sends(200, [titled('B'), titled('C')], ['A', 'D']), { order: 'given' });
    const b = cardTitled(feed, 'B');
    feed.cards = sends(503, []);
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['B', 'C', 'A']);
    expect(cardTitled(feed, 'B')).to.equal(b);
    feed.cards = sends(503, [titled('C')]);
    await drawn(feed);
    expect(titles(feed)).to.have.members(['A', 'B', 'C']);
    feed.cards = sends(200, [titled('C')]);
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['C', 'A']);
    feed.cards = sends(503, []);
    await drawn(feed);
    feed.cards = null;
    await drawn(feed);
    expect(titles(feed)).to.deep.equal([]);
  });
});

describe('given a card that expires', () => {
  it('goes from the list, and says so once', async () => {
    const soon = new Date(Date.now() + 600).toISOString();
    const feed = await showFeed([titled('A', { expiration_date: soon }), titled('B')]);
    expect(titles(feed)).to.deep.equal(['A', 'B']);
    const heard = listen(feed);
    await until(
      () => titles(feed).join() === 'B',
      () => `there are ${titles(feed).join()}`,
    );
    await until(
      () => said(feed) !== '',
      () => 'nothing was said',
    );
    expect(heard.filter((text) => text !== '')).to.deep.equal(['A has expired and goes from the list.']);
  });

  it('is not let in when it has expired while it waited', async () => {
    const feed = await showFeed(many(2));
    await hover(cardTitled(feed, 'Card 1'));
    feed.cards = [titled('New', { expiration_date: new Date(Date.now() + 600).toISOString() }), ...many(2)];
    await shows(feed, '1 new card');
    await until(
      () => !textOf(feed).includes('1 new card'),
      () => 'it still waits',
    );
  });
});

describe('given more cards to ask for', () => {
  it('asks the page once when the button is clicked twice', async () => {
    const feed = await showFeed(many(2), { hasMore: true });
    const asked = events(feed, 'mf-load-more');
    await doubleClick(button(feed, 'Show more cards'));
    expect(asked.length).to.equal(1);
  });

  it('asks the page for them', async () => {
    const feed = await showFeed(many(2));
    let asked = 0;
    feed.addEventListener('mf-load-more', () => asked++);
    expect(buttons(feed)).not.to.contain('Show more cards');
    feed.setAttribute('has-more', '');
    await drawn(feed);
    await press(feed, 'Show more cards');
    expect(asked).to.equal(1);
    feed.loading = true;
    await drawn(feed);
    await press(feed, 'Show more cards');
    expect(asked).to.equal(1);
  });

  for (const [how, ask] of [
    ['the mouse', (feed: MfCardFeed) => press(feed, 'Show more cards')],
    [
      'the keyboard',
      async (feed: MfCardFeed) => {
        button(feed, 'Show more cards').focus();
        await nextFrame();
        await sendKeys({ press: 'Enter' });
      },
    ],
  ] as const)
    it(`shows them at once below what is there, asked for by ${how} and scrolled down`, async () => {
      const feed = await showFeed(many(12), { hasMore: true });
      button(feed, 'Show more cards').scrollIntoView({ block: 'center' });
      // By now the feed knows what is in view.
      await aTimeout(100);
      feed.addEventListener('mf-load-more', () => {
        feed.cards = [...many(12), titled('More', { importance: 0 }), titled('Still more')];
      });
      const last = cardTitled(feed, 'Card 11');
      await ask(feed);
      await drawn(feed);
      expect(titles(feed).slice(11)).to.deep.equal(['Card 11', 'More', 'Still more']);
      expect(textOf(feed)).not.to.contain('new card');
      const { bottom } = last.getBoundingClientRect();
      await aTimeout(100);
      expect(last.getBoundingClientRect().bottom).to.equal(bottom);
      scrollTo(0, 0);
    });

  it('moves none of those in view for ten seconds, and then shows the feed as it is', async () => {
    const letGo = holdTime();
    try {
      const feed = await showFeed(many(2), { hasMore: true });
      feed.addEventListener('mf-load-more', () => {
        feed.cards = many(3);
      });
      await press(feed, 'Show more cards');
      await shows(feed, 'Card 2');
      await lookAway();
      feed.cards = many(3).slice(1);
      await shows(feed, 'This card is not needed any more.');
      await afterAWhile(
        () => !textOf(feed).includes('not needed'),
        () => textOf(feed),
      );
      expect(titles(feed)).to.deep.equal(['Card 1', 'Card 2']);
    } finally {
      letGo();
    }
  });

  it('shows them also when a refresh without them comes first', async () => {
    const feed = await showFeed(many(2), { hasMore: true });
    await press(feed, 'Show more cards');
    await hover(cardTitled(feed, 'Card 1'));
    feed.cards = many(2);
    await drawn(feed);
    feed.cards = many(3);
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['Card 0', 'Card 1', 'Card 2']);
    feed.cards = many(4);
    await shows(feed, '1 new card');
  });

  it('lets the user ask when there is none that the filter lets through, and none has come yet', async () => {
    const feed = await showFeed(many(2), { hasMore: true, filter: ({ title }) => title === 'Card 2' });
    expect(textOf(feed)).to.equal('No card is like that.\nShow more cards');
    feed.addEventListener('mf-load-more', () => (feed.loading = true));
    button(feed, 'Show more cards').focus();
    await sendKeys({ press: 'Enter' });
    await drawn(feed);
    expect(focused()).to.equal('Show more cards');
    feed.cards = many(3);
    feed.loading = feed.hasMore = false;
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['Card 2']);
    expect(cardTitled(feed, 'Card 2').matches(':focus')).to.equal(true);
  });

  it('does not say that nothing is to be done once the first ones are', async () => {
    const done = action({ label: 'Done', remove_card_on_completion: true });
    const feed = await showFeed([titled('A', { actions: [done] })], { hasMore: true });
    answer(feed, () => undefined);
    await press(feed, 'Done');
    await until(
      () => cardsOf(feed).length === 0,
      () => 'it is still there',
    );
    await drawn(feed);
    expect(textOf(feed)).to.equal('Show more cards');
    expect(focused()).to.equal('Show more cards');
    feed.hasMore = false;
    await drawn(feed);
    expect(textOf(feed)).to.equal('Nothing needs your attention.');
    expect(focused()).to.equal('Nothing needs your attention.');
  });

  it('has those wait on that waited before', async () => {
    const feed = await showFeed(many(2), { hasMore: true });
    await hover(cardTitled(feed, 'Card 1'));
    feed.cards = [titled('New'), ...many(2)];
    await shows(feed, '1 new card');
    button(feed, 'Show more cards').focus();
    await sendKeys({ press: 'Enter' });
    feed.cards = [titled('New'), ...many(3)];
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['Card 0', 'Card 1', 'Card 2']);
    expect(textOf(feed)).to.contain('1 new card');
  });
});

function titled(title: string, overrides: WireObject = {}): WireObject {
  return card({ backend_id: title, header: { title, subtitle: ['Rahul Ajmera'] }, ...overrides });
}

function asking(title: string): WireObject {
  const input = { id: 'comment', label: 'Comment', format: 'textarea' };
  return titled(title, { actions: [action({ action_key: 'USER_INPUT', user_input: [input] })] });
}

function chatAction(title: string, description: string): WireObject {
  return { title, description, type: 'POST', url: { href: 'https://flows.example.com/cart' }, payload: {} };
}

function many(count: number): WireObject[] {
  return Array.from({ length: count }, (_, i) => titled(`Card ${i}`));
}

/** The twelve cards as one poll after the other has them: some gone, some longer, some new, in another order. */
function shuffled(turn: number): WireObject[] {
  const cards = many(12)
    .filter((_, i) => (i * 7 + turn) % 5 > 0 || i === 4)
    .map((one, i) =>
      (i + turn) % 3 ? one : { ...one, hash: `h${turn}`, body: { description: 'More text. '.repeat(turn) } },
    );
  cards.unshift(titled(`New ${turn}`, { importance: turn % 2 }));
  return turn % 2 ? cards.toReversed() : cards;
}

async function hover(target: Element): Promise<void> {
  const { x, y } = await middleOf(target);
  await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
  await sendMouse({ type: 'move', position: [Math.round(x) + 1, Math.round(y)] });
}
