import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CardStore, type ActionAnswer, type MfCard } from '../../src/index.js';
import {
  answer,
  asks,
  button,
  clickWhile,
  control,
  doubleClick,
  drawn,
  events,
  focused,
  later,
  link,
  press,
  refusal,
  said,
  showCard,
  showFeed,
  shows,
  tap,
  textOf,
  titles,
  typeInto,
  until,
  withoutTabs,
} from '../card-page.js';
import { action, card, type WireObject } from '../cards.js';
import { afterAWhile, holdTime } from '../support/held-time.js';

/*
 * What happens to a card while its user, or its page, has gone on to something else.
 */

const other = 'a3f9c1de-2b77-4c53-8d5a-90e1b6f04d12';
const note = (overrides: WireObject = {}) => ({
  id: 'note',
  label: 'Note',
  format: 'textarea',
  ...overrides,
});
const dismiss = (overrides: WireObject = {}) =>
  action({ id: other, action_key: 'DISMISS', label: 'Dismiss', completed_label: 'Dismissed', ...overrides });
const decline = (input: WireObject = {}) =>
  action({
    id: other,
    label: 'Decline',
    completed_label: 'Declined',
    action_key: 'USER_INPUT',
    user_input: [note(input)],
  });
const two = (overrides: WireObject = {}) => card({ actions: [action(), decline()], ...overrides });
const another = card({ backend_id: 'expense-2', header: { title: 'Another' }, actions: [decline()] });

async function outside(): Promise<HTMLTextAreaElement> {
  const area = await fixture<HTMLTextAreaElement>(html`<textarea aria-label="Elsewhere"></textarea>`);
  area.focus();
  return area;
}

describe('given an answer that comes when the user is elsewhere', () => {
  for (const [how, given] of [
    ['done', undefined],
    ['failed', refusal(500)],
  ] as const)
    it(`says that it is ${how}, and leaves the focus where it is typed`, async () => {
      const el = await showCard(two());
      const { promise, give } = later<ActionAnswer>();
      answer(el, () => promise);
      await press(el, 'Approve');
      const area = await outside();
      await sendKeys({ type: 'hel' });
      give(given);
      await shows(el, given ? 'Try again' : 'Approved');
      await nextFrame();
      await sendKeys({ type: 'lo' });
      expect(area.value).to.equal('hello');
      expect(said(el)).not.to.equal('Sending …');
    });

  it('leaves the focus where who asks for the sign-in puts it', async () => {
    const el = await showCard(two());
    answer(el, () => ({ kind: 'auth-required' }));
    const area = await outside();
    el.addEventListener('mf-auth-required', () => area.focus());
    await press(el, 'Approve');
    await shows(el, 'Sign in');
    await nextFrame();
    await nextFrame();
    expect(document.activeElement?.ariaLabel).to.equal('Elsewhere');
  });

  it('never leads to the form of another action', async () => {
    const el = await showCard(two());
    const requests = answer(el, () => refusal(500));
    await press(el, 'Decline');
    button(el, 'Approve').focus();
    await sendKeys({ press: 'Enter' });
    await shows(el, 'Try again');
    await until(
      () => focused() === 'Try again',
      () => focused(),
    );
    await sendKeys({ press: 'Enter' });
    await until(
      () => requests.length === 2,
      () => String(requests.length),
    );
    expect(new Set(requests.map(({ submissionId }) => submissionId)).size).to.equal(1);
  });

  it('opens the form when its faults stand there', async () => {
    const el = await showCard(card({ actions: [decline()] }));
    answer(el, () => refusal(500));
    await press(el, 'Decline');
    await sendKeys({ type: 'Because' });
    await press(el, 'Submit');
    await shows(el, 'Try again');
    await sendKeys({ press: 'Escape' });
    expect(asks(el)).to.equal(false);
    el.addEventListener('mf-action', (event) => event.stopImmediatePropagation(), true);
    el.transport = { submit: () => Promise.resolve(refusal(400, { errors: { note: 'Name the report.' } })) };
    await press(el, 'Try again');
    await shows(el, 'Name the report.');
    expect(asks(el)).to.equal(true);
  });
});

describe('given a page that asks again after a sign-in', () => {
  async function lapsed(actions: WireObject[] = [action(), dismiss()]) {
    const el = await showCard(card({ actions }));
    const answers: ActionAnswer[] = [{ kind: 'auth-required' }];
    const requests = answer(el, () => answers.shift());
    const asked = events(el, 'mf-auth-required');
    await press(el, 'Approve');
    if (actions.length === 1) {
      await sendKeys({ type: 'yes' });
      await press(el, 'Submit');
    }
    await until(
      () => asked.length === 1,
      () => textOf(el),
    );
    return { el, requests, retry: () => asked[0]!.retry() };
  }

  it('sends once, however often it asks', async () => {
    const { el, requests, retry } = await lapsed();
    retry();
    retry();
    await shows(el, 'Approved');
    expect(said(el)).to.equal('Approved');
    retry();
    await nextFrame();
    expect(said(el)).to.equal('Approved');
    expect(requests.length).to.equal(2);
  });

  it('sends nothing of a card that was dismissed since', async () => {
    const { el, requests, retry } = await lapsed();
    await press(el, 'Dismiss');
    retry();
    await nextFrame();
    expect(requests.length).to.equal(1);
    expect(said(el)).to.contain('is dismissed');
  });

  it('does not send what the user is typing since', async () => {
    const ask = action({ action_key: 'USER_INPUT', user_input: [note({})] });
    const { el, requests, retry } = await lapsed([ask]);
    await typeInto(el, 'Note', ', or rather');
    retry();
    expect(requests.length).to.equal(1);
    await sendKeys({ type: ' not' });
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(requests.map(({ values }) => values.note)).to.deep.equal(['yes', 'yes, or rather not']);
  });

  it('sends no form that is not filled in any more', async () => {
    const ask = action({ action_key: 'USER_INPUT', user_input: [note({ min_length: 1 })] });
    const { el, requests, retry } = await lapsed([ask]);
    const input = control(el, 'Note') as HTMLTextAreaElement;
    input.focus();
    input.select();
    await sendKeys({ press: 'Backspace' });
    retry();
    await shows(el, 'Note is needed.');
    expect(requests.length).to.equal(1);
  });
});

describe('given another card in the same element', () => {
  let letGo: () => void;
  beforeEach(() => {
    letGo = holdTime();
  });
  afterEach(() => letGo());

  it('says nothing of the one before', async () => {
    const el = await showCard(two());
    answer(el, () => refusal(500));
    await press(el, 'Approve');
    await shows(el, 'Try again');
    el.card = another;
    await shows(el, 'Another');
    expect(said(el)).to.equal('');
  });

  it('does not say that the one before takes long', async () => {
    const el = await showCard(two());
    answer(el, () => new Promise(() => undefined));
    await press(el, 'Approve');
    el.card = another;
    await shows(el, 'Another');
    let passed = 0;
    await afterAWhile(
      () => passed++ > 12,
      () => '',
    );
    await el.updateComplete;
    expect(said(el)).to.equal('');
  });

  it('lets the one that was dismissed go at once, and tells the page', async () => {
    const el = await showCard(card({ actions: [dismiss()] }));
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Dismiss');
    el.card = another;
    await shows(el, 'Another');
    expect(removed.map(({ reason, card: { title } }) => `${reason}: ${title}`)).to.deep.equal([
      'dismissed: Trip to NYC',
    ]);
  });

  it('comes back at once with a version that comes while the dismissal can be undone', async () => {
    const el = await showCard(card({ actions: [dismiss()] }));
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Dismiss');
    el.card = card({ hash: 'h2', header: { title: 'Trip to Rome' }, actions: [dismiss()] });
    await shows(el, 'Trip to Rome');
    let passed = 0;
    await afterAWhile(
      () => passed++ > 20,
      () => '',
    );
    expect(el.checkVisibility()).to.equal(true);
    expect(removed.length).to.equal(0);
  });

  for (const [when, comesFirst] of [
    ['before the dismissal', true],
    ['while it can be undone', false],
  ] as const)
    it(`keeps what was typed for a version that comes ${when}`, async () => {
      const actions = [decline(), dismiss({ id: action().id })];
      const el = await showCard(card({ actions }));
      const next = () => (el.card = card({ hash: 'h2', header: { title: 'Trip to Rome' }, actions }));
      await press(el, 'Decline');
      await sendKeys({ type: 'Because' });
      if (comesFirst) next();
      await press(el, 'Dismiss');
      if (!comesFirst) next();
      await shows(el, 'Trip to Rome');
      expect(control(el, 'Note').value).to.equal('Because');
      expect(said(el)).to.equal('It is back.');
    });

  it('comes back with another version, though a form of it was open', async () => {
    const el = await showCard(card({ actions: [decline(), dismiss({ id: action().id })] }));
    await press(el, 'Decline');
    await sendKeys({ type: 'Because' });
    expect(el.hasUnsavedInput).to.equal(true);
    await press(el, 'Dismiss');
    expect(el.hasUnsavedInput).to.equal(false);
    await afterAWhile(
      () => !el.checkVisibility(),
      () => 'the card is still there',
    );
    expect(el.hasUnsavedInput).to.equal(false);
    el.card = card({ hash: 'h2', header: { title: 'Trip to Rome' } });
    await shows(el, 'Trip to Rome');
    expect(el.checkVisibility()).to.equal(true);
  });
});

describe('given an action that the page gives up', () => {
  it('does not say that it was not sent', async () => {
    const store = new CardStore();
    const el = await showCard(two(), { store });
    const { promise, give } = later<ActionAnswer>();
    const sent = answer(el, () => promise);
    await press(el, 'Approve');
    store.reset(sent[0]!.cardKey);
    give(undefined);
    await nextFrame();
    await el.updateComplete;
    expect(said(el)).to.equal('');
  });
});

describe('given an odd answer', () => {
  it('takes a card that is none for no card', async () => {
    for (const answered of [null, '{oops']) {
      const el = await showCard(two());
      answer(el, () => ({ kind: 'done', card: answered }));
      await press(el, 'Approve');
      await shows(el, 'Approved');
      expect(textOf(el)).to.contain('Trip to NYC');
    }
  });

  it('does not take an error that was caught for success', async () => {
    for (const answered of [new TypeError('Failed to fetch'), { kind: 'error' }, Response.error()]) {
      const el = await showCard(two());
      answer(el, () => answered as ActionAnswer);
      await press(el, 'Approve');
      await shows(el, 'Try again');
      expect(textOf(el)).not.to.contain('Approved').and.not.contain('(0)');
    }
  });
});

describe('given a key that is held down', () => {
  async function repeatEnter(): Promise<void> {
    for (let i = 0; i < 5; i++) {
      await sendKeys({ down: 'Enter' });
      await nextFrame();
    }
  }

  it('presses once, whatever stands under it next', async () => {
    const el = await showCard(card({ actions: [action(), dismiss()] }));
    const requests = answer(el, () => refusal(500));
    button(el, 'Approve').focus();
    await repeatEnter();
    await shows(el, 'Try again');
    await repeatEnter();
    await sendKeys({ up: 'Enter' });
    expect(requests.length).to.equal(1);
    const feed = await showFeed([card()]);
    feed.hasMore = true;
    const asked = events(feed, 'mf-load-more');
    await shows(feed, 'Show more cards');
    button(feed, 'Show more cards').focus();
    await repeatEnter();
    await sendKeys({ up: 'Enter' });
    expect(asked.length).to.equal(1);
    button(el, 'Dismiss').focus();
    await repeatEnter();
    await sendKeys({ up: 'Enter' });
    expect(focused()).to.equal('Undo');
  });
});

describe('given a double click', () => {
  it('opens a link once, as the second click may be on another one by then', async () => {
    const el = await showCard(card({ links: [{ href: 'https://a.example/1', text: 'Page' }] }));
    const opened = withoutTabs(el);
    await doubleClick(link(el, 'Page'));
    expect(opened).to.deep.equal(['link https://a.example/1']);
  });
});

describe('given an undo', () => {
  it('gives the focus back to what was pressed', async () => {
    const el = await showCard(card({ actions: [action(), dismiss()] }));
    await press(el, 'Dismiss');
    await sendKeys({ press: 'Enter' });
    await until(
      () => focused() === 'Dismiss',
      () => focused(),
    );
  });
});

describe('given a card in which nothing is left that takes the focus', () => {
  it('has it as a whole', async () => {
    const el = await showCard(card());
    answer(el, () => ({ kind: 'done', card: card({ hash: 'h2', actions: [] }) }));
    button(el, 'Approve').focus();
    await sendKeys({ press: 'Enter' });
    await until(
      () => focused().includes('Trip to NYC'),
      () => `"${focused()}"`,
    );
  });
});

describe('given a faulty input that is left', () => {
  /** With a frame in between, as a hand clicks. */
  const clickSlowly = (target: Element) =>
    clickWhile(target, async () => {
      await nextFrame();
      await nextFrame();
    });

  it('moves nothing away from under the pointer', async () => {
    const inputs = [
      { id: 'mail', label: 'E-mail', format: 'email' },
      { id: 'ok', label: 'I agree', format: 'checkbox' },
    ];
    const el = await showCard(card({ actions: [action({ action_key: 'USER_INPUT', user_input: inputs })] }));
    await press(el, 'Approve');
    await typeInto(el, 'E-mail', 'bad');
    const box = control(el, 'I agree') as HTMLInputElement;
    await clickSlowly(box);
    await shows(el, 'e-mail address');
    expect(box.checked).to.equal(true);
  });

  it('is judged when the next one is tapped with a finger', async () => {
    const inputs = [
      { id: 'mail', label: 'E-mail', format: 'email' },
      { id: 'tel', label: 'Phone' },
    ];
    const el = await showCard(card({ actions: [action({ action_key: 'USER_INPUT', user_input: inputs })] }));
    await press(el, 'Approve');
    await typeInto(el, 'E-mail', 'bad');
    await tap(control(el, 'Phone'));
    await shows(el, 'e-mail address');
  });

  it('is not judged when its card is moved', async () => {
    const el = await showCard(card({ actions: [decline({ min_length: 10 })] }));
    await press(el, 'Decline');
    await sendKeys({ type: 'short' });
    const place = document.createElement('section');
    el.parentElement!.append(place);
    place.append(el);
    await el.updateComplete;
    expect(textOf(el)).not.to.contain('At least');
    expect(said(el)).to.equal('');
  });
});

describe('given new data that can’t be read, while something is typed', () => {
  it('keeps the card, and tells the page what is wrong', async () => {
    const el: MfCard = await showCard(two());
    await press(el, 'Decline');
    await sendKeys({ type: 'Beca' });
    el.card = '{"header": {';
    await el.updateComplete;
    await sendKeys({ type: 'use' });
    expect(control(el, 'Note').value).to.equal('Because');
    await until(
      () => el.diagnostics.some(({ code }) => code === 'json-syntax'),
      () => 'nothing is told',
    );
  });
});

describe('given cards in a frame, and a user who has gone on to the page round it', () => {
  async function framed(...cards: WireObject[]) {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe width="600" height="600"></iframe>`);
    const el = document.createElement('mf-card-feed');
    el.cards = { cards };
    frame.contentDocument!.body.append(el);
    await drawn(el);
    return el;
  }
  const quick = action({ remove_card_on_completion: true });

  it('leaves the focus there when the feed has new data', async () => {
    const el = await framed(two(), another);
    button(el, 'Approve').focus();
    const area = await outside();
    el.cards = { cards: [another, two()] };
    await drawn(el);
    await sendKeys({ type: 'hello' });
    expect(area.value).to.equal('hello');
  });

  it('leaves it there when an action is done, and when its card goes', async () => {
    const el = await framed(card({ actions: [quick] }), another);
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    button(el, 'Approve').focus();
    button(el, 'Approve').click();
    const area = await outside();
    await sendKeys({ type: 'a' });
    give(undefined);
    await shows(el, 'Approved');
    await nextFrame();
    await sendKeys({ type: 'b' });
    await until(
      () => titles(el).length === 1,
      () => 'it has not gone',
    );
    await drawn(el);
    await sendKeys({ type: 'c' });
    expect(area.value).to.equal('abc');
  });
});
