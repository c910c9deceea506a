import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setServerTime, type ActionAnswer, type MfCard } from '../../src/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  all,
  answer,
  asks,
  button,
  cardTitled,
  control,
  described,
  drawn,
  events,
  focused,
  later,
  listen,
  lookAway,
  press,
  showCard,
  showFeed,
  shows,
  textOf,
  titles,
  until,
} from '../card-page.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const GONE = 'This card has expired. Its actions can’t be used any more.';
const TYPED =
  'This card has expired and can’t be sent any more. What you entered is still here to be copied.';

const iso = (instant: number) => new Date(instant).toISOString();

/** A card that asks for a reason, and expires in so many milliseconds. */
function expiring(away: number, overrides: WireObject = {}): WireObject {
  return card({
    expiration_date: iso(Date.now() + away),
    actions: [
      action({
        action_key: 'USER_INPUT',
        user_input: [{ id: 'reason', label: 'Reason', format: 'textarea' }],
      }),
      action({ label: 'Forward', completed_label: 'Forwarded' }),
    ],
    ...overrides,
  });
}

/** So much time passes, as all cards of the page see it. */
async function pass(el: MfCard, milliseconds: number): Promise<void> {
  setServerTime(Date.now() + milliseconds);
  await el.updateComplete;
}

const badges = (el: MfCard) =>
  all(el, '[part~=badge]').map((badge) => `${badge.part.value}: ${textOf(badge)}`);
const disabled = (el: MfCard) => all(el, '[part~=action][aria-disabled=true]').map(textOf);

/** Noon, so many days from today. */
const noonIn = (days: number) => {
  const noon = new Date();
  noon.setDate(noon.getDate() + days);
  return noon.setHours(12, 0, 0, 0);
};

afterEach(() => setServerTime(Date.now()));

describe('given a card with dates, on a page that is left open', () => {
  it('turns its badges as time passes, and leaves focus, text and caret alone', async () => {
    const due = noonIn(3);
    const el = await showCard(expiring(90 * DAY, { due_date: iso(due) }));
    await press(el, 'Approve');
    await sendKeys({ type: 'Fie' });
    await sendKeys({ press: 'ArrowLeft' });
    const seen = [];
    for (const away of [
      0,
      due - 30 * HOUR - Date.now(),
      due - 2.4 * HOUR - Date.now(),
      due + 2.4 * HOUR - Date.now(),
    ]) {
      await pass(el, away);
      seen.push(badges(el)[0]);
    }
    expect(seen).to.deep.equal([
      'badge due calm: Due in 3 days',
      'badge due soon: Due tomorrow',
      'badge due soon: Due in 2 hours',
      'badge due over: Overdue: 2 hours ago',
    ]);
    await sendKeys({ type: 'n' });
    expect([focused(), control(el, 'Reason').value]).to.deep.equal(['Reason', 'Fine']);
  });

  it('turns a badge by itself when its moment comes', async () => {
    const el = await showCard(card({ due_date: iso(Date.now() + 700) }));
    expect(textOf(el)).to.contain('Due this minute');
    await shows(el, 'Overdue: this minute');
  });

  it('says how long ago things were as it is now', async () => {
    const at = iso(Date.now() - 1.5 * MINUTE);
    const comment = { display_name: 'Ana', text: 'Fine', creation_date: at };
    const el = await showCard(
      card({ creation_date: at, body: { fields: [{ type: 'COMMENT', comments: [comment] }] } }),
    );
    const ages = () => all(el, 'time').map(textOf).join();
    expect(ages()).to.equal('1 minute ago,1 minute ago');
    await pass(el, 4 * MINUTE);
    expect(ages()).to.equal('5 minutes ago,5 minutes ago');
    await pass(el, 3 * HOUR);
    expect(ages()).to.equal('3 hours ago,3 hours ago');
  });
});

describe('given a card that expires while it is read', () => {
  it('goes for the page, and can still be read where it stands by itself', async () => {
    const el = await showCard(expiring(700));
    const removed = events(el, 'mf-card-removed');
    const sent = events(el, 'mf-action');
    const heard = listen(el);
    expect(disabled(el)).to.deep.equal([]);
    await until(
      () => removed.length > 0,
      () => textOf(el),
    );
    expect(removed.map(({ reason, card: { title } }) => `${reason}: ${title}`)).to.deep.equal([
      'expired: Trip to NYC',
    ]);
    await shows(el, GONE);
    expect(badges(el)).to.deep.equal(['badge expires over: Expired this minute']);
    expect(textOf(el)).to.contain('Trip to NYC').and.contain('INR 117,088.92');
    expect(disabled(el)).to.deep.equal(['Approve', 'Forward']);
    expect(described(button(el, 'Approve'))).to.equal(GONE);
    await press(el, 'Forward');
    await press(el, 'Approve');
    expect([sent.length, asks(el), removed.length]).to.deep.equal([0, false, 1]);
    await until(
      () => heard.length > 0,
      () => 'nothing was said',
    );
    expect(heard).to.deep.equal([GONE]);
  });

  it('leaves a feed, and its neighbour has the focus', async () => {
    const feed = await showFeed([
      expiring(900),
      card({ backend_id: 'other', header: { title: 'Hotel in Lyon' }, importance: 2 }),
    ]);
    button(cardTitled(feed, 'Trip to NYC'), 'Approve').focus();
    const removed = events(feed, 'mf-card-removed');
    await until(
      () => titles(feed).join() === 'Hotel in Lyon',
      () => titles(feed).join(),
    );
    await drawn(feed);
    expect(removed.map(({ reason }) => reason)).to.deep.equal(['expired']);
    await until(
      () => focused() === 'Approve',
      () => `the focus is on "${focused()}"`,
    );
  });

  it('is back when it comes again with a later date', async () => {
    const el = await showCard(expiring(DAY));
    await pass(el, 2 * DAY);
    await shows(el, GONE);
    el.card = expiring(noonIn(6) - Date.now());
    await el.updateComplete;
    expect(textOf(el)).not.to.contain(GONE);
    expect(badges(el)).to.deep.equal(['badge expires calm: Expires in 4 days']);
    const requests = answer(el, () => undefined);
    await press(el, 'Forward');
    await shows(el, 'Forwarded');
    expect(requests.length).to.equal(1);
  });
});

describe('given a card that expires under the user’s hands', () => {
  it('stays with what was typed, which can’t be sent, and says why once', async () => {
    const el = await showCard(expiring(DAY));
    const removed = events(el, 'mf-card-removed');
    const sent = events(el, 'mf-action');
    await press(el, 'Approve');
    await sendKeys({ type: 'Fie' });
    await sendKeys({ press: 'ArrowLeft' });
    const heard = listen(el);
    await pass(el, DAY + MINUTE);
    await pass(el, DAY + 10 * MINUTE);
    await sendKeys({ type: 'n' });
    expect([focused(), control(el, 'Reason').value]).to.deep.equal(['Reason', 'Fine']);
    expect(textOf(el)).to.contain(TYPED);
    expect(disabled(el)).to.deep.equal(['Approve', 'Forward', 'Submit']);
    expect(described(button(el, 'Submit'))).to.equal(TYPED);
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Submit');
    await sendKeys({ press: 'Enter' });
    await press(el, 'Submit');
    expect([sent.length, removed.length, heard.join()]).to.deep.equal([0, 0, TYPED]);
    await press(el, 'Cancel');
    await until(
      () => removed.length > 0,
      () => textOf(el),
    );
    expect([removed[0]!.reason, heard.join()]).to.deep.equal(['expired', TYPED]);
    expect([asks(el), textOf(el).includes(TYPED), focused()]).to.deep.equal([false, true, 'Approve']);
  });

  it('can be sent when it comes again with a later date', async () => {
    const el = await showCard(expiring(DAY));
    await press(el, 'Approve');
    await sendKeys({ type: 'Fine' });
    await pass(el, 2 * DAY);
    el.card = expiring(5 * DAY);
    await el.updateComplete;
    expect(disabled(el)).to.deep.equal([]);
    const requests = answer(el, () => undefined);
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(requests.map(({ values }) => values)).to.deep.equal([{ reason: 'Fine' }]);
  });

  it('goes when a form that nothing was typed into is left', async () => {
    const el = await showCard(expiring(DAY));
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Approve');
    await pass(el, 2 * DAY);
    await sendKeys({ press: 'Tab' });
    await el.updateComplete;
    expect([focused(), removed.length]).to.deep.equal(['Submit', 0]);
    (el.shadowRoot!.activeElement as HTMLElement).blur();
    await until(
      () => removed.length > 0,
      () => textOf(el),
    );
  });

  it('stays in a feed until the form is closed', async () => {
    const feed = await showFeed([
      expiring(DAY),
      card({ backend_id: 'other', header: { title: 'Hotel in Lyon' } }),
    ]);
    const el = cardTitled(feed, 'Trip to NYC');
    await press(el, 'Approve');
    await sendKeys({ type: 'Fine' });
    await pass(el, 2 * DAY);
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['Trip to NYC', 'Hotel in Lyon']);
    const removed = events(feed, 'mf-card-removed');
    await sendKeys({ press: 'Escape' });
    // Nothing comes under the pointer as long as it is there.
    await lookAway();
    await until(
      () => titles(feed).join() === 'Hotel in Lyon',
      () => titles(feed).join(),
    );
    expect(removed.map(({ reason }) => reason)).to.deep.equal(['expired']);
  });

  it('shows what became of what was on its way, and then goes', async () => {
    const el = await showCard(expiring(DAY));
    const removed = events(el, 'mf-card-removed');
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    await press(el, 'Forward');
    await pass(el, 2 * DAY);
    expect(removed.length).to.equal(0);
    give(undefined);
    await shows(el, 'Forwarded');
    expect(removed.length).to.equal(0);
    await until(
      () => removed.length > 0,
      () => 'it is still there',
    );
    expect(removed.map(({ reason }) => reason)).to.deep.equal(['expired']);
  });

  it('shows why what was on its way has failed, for as long as the user is there', async () => {
    const el = await showCard(expiring(DAY));
    const removed = events(el, 'mf-card-removed');
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    await press(el, 'Forward');
    await pass(el, 2 * DAY);
    give({ kind: 'failed', text: 'It is locked.' });
    await shows(el, 'It is locked.');
    expect(disabled(el)).to.deep.equal(['Approve', 'Forward', 'Try again']);
    expect([focused(), removed.length]).to.deep.equal(['Try again', 0]);
    (el.shadowRoot!.activeElement as HTMLElement).blur();
    await until(
      () => removed.length > 0,
      () => 'it is still there',
    );
  });
});

describe('given a card that has expired before it comes', () => {
  it('can be read, and its actions say why they can’t be used', async () => {
    const el = await showCard(expiring(-DAY, { actions: [action(), openIn] }));
    const removed = events(el, 'mf-card-removed');
    const opened = events(el, 'mf-open');
    expect(textOf(el)).to.contain('Trip to NYC').and.contain('INR 117,088.92').and.contain(GONE);
    expect(badges(el)).to.deep.equal(['badge expires over: Expired yesterday']);
    expect(disabled(el)).to.deep.equal(['Approve', 'See it']);
    expect(described(button(el, 'Approve'))).to.equal(GONE);
    await press(el, 'Approve');
    all(el, 'a')[0]!.click();
    await el.updateComplete;
    expect([
      removed.length,
      opened.length,
      all(el, '[role=status]')
        .map((one) => one.textContent.trim())
        .join(),
    ]).to.deep.equal([0, 0, '']);
  });
});

const openIn = action({
  action_key: 'OPEN_IN',
  label: 'See it',
  url: { href: 'https://a.example' },
  type: 'GET',
});

for (const by of [MINUTE, HOUR, DAY, 3652 * DAY].flatMap((away) => [away, -away]))
  describe(`given a device whose clock is ${-by / MINUTE} minutes ahead, and a page that knows the time`, () => {
    const [server, at] = [() => Date.now() + by, (away: number) => iso(Date.now() + by + away)];

    it('shows ages and dates by the right time, and sends what can be sent', async () => {
      setServerTime(server());
      const el = await showCard(
        expiring(0, { creation_date: at(-1.5 * HOUR), expiration_date: at(1.5 * HOUR) }),
      );
      expect(all(el, 'time').map(textOf)).to.deep.equal(['1 hour ago', 'Expires in 1 hour']);
      const requests = answer(el, () => undefined);
      await press(el, 'Forward');
      await shows(el, 'Forwarded');
      expect(requests.length).to.equal(1);
    });

    it('shows nothing as valid that has expired', async () => {
      setServerTime(server());
      const el = await showCard(expiring(0, { expiration_date: at(-1000) }));
      expect(textOf(el)).to.contain(GONE);
    });

    it('says of nothing that it happens in the future, though the page does not know the time', async () => {
      const el = await showCard(card({ creation_date: at(0) }));
      expect(all(el, 'time').map(textOf).join()).not.to.match(/^in |tomorrow/);
    });
  });
