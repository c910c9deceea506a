import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { coupaRequisition, townhallBanner } from '../../stories/cards/index.js';
import { action, card } from '../cards.js';
import {
  answer,
  asks,
  buttons,
  events,
  focused,
  nextEvent,
  press,
  said,
  showCard,
  shows,
  textOf,
  until,
} from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';
import { CardStore, type MfCard } from '../../src/index.js';

describe('given an action that dismisses the card', () => {
  let letGo: () => void;
  beforeEach(() => {
    letGo = holdTime();
  });
  afterEach(() => letGo());

  const goes = (el: MfCard) =>
    afterAWhile(
      () => !el.checkVisibility(),
      () => 'the card is still there',
    );

  it('can be undone, with the focus on it, before it goes for good', async () => {
    const el = await showCard(townhallBanner);
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Dismiss');
    expect(textOf(el)).to.equal('Dismissed.\nUndo');
    expect(focused()).to.equal('Undo');
    expect(said(el)).to.equal('Town hall: the year ahead is dismissed. You can undo it for a few seconds.');
    await sendKeys({ press: 'Enter' });
    await shows(el, 'Town hall: the year ahead');
    expect(focused()).to.equal('Dismiss');
    expect(said(el)).to.equal('It is back.');
    expect(removed.length).to.equal(0);
  });

  it('goes for good after a while, without sending anything, and tells the page', async () => {
    const el = await showCard(townhallBanner);
    const sent = events(el, 'mf-action');
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Dismiss');
    await goes(el);
    expect(removed.map(({ reason, card: { title } }) => `${reason}: ${title}`)).to.deep.equal([
      'dismissed: Town hall: the year ahead',
    ]);
    expect(sent.length).to.equal(0);
  });

  it('is not forgotten when the card is moved meanwhile', async () => {
    const el = await showCard(townhallBanner);
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Dismiss');
    el.parentElement!.prepend(el);
    await goes(el);
    expect(removed.length).to.equal(1);
  });

  it('keeps it away when the connector sends the card again, and not when it sends another version', async () => {
    const el = await showCard(townhallBanner);
    await press(el, 'Dismiss');
    await goes(el);
    el.card = structuredClone(townhallBanner);
    await el.updateComplete;
    expect(el.checkVisibility()).to.equal(false);
    el.card = { ...townhallBanner, hash: 'another' };
    await el.updateComplete;
    expect(el.checkVisibility()).to.equal(true);
    expect(buttons(el)).to.include('Dismiss');
  });

  it('shows the next card in the same element', async () => {
    const el = await showCard(townhallBanner);
    await press(el, 'Dismiss');
    await goes(el);
    el.card = card();
    await el.updateComplete;
    expect(textOf(el)).to.contain('Trip to NYC');
  });
});

describe('given an action that takes the card away once it is done', () => {
  it('shows the result first, and then goes', async () => {
    const el = await showCard(coupaRequisition);
    answer(el, () => undefined);
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(removed.length).to.equal(0);
    expect(el.checkVisibility()).to.equal(true);
    await until(
      () => !el.checkVisibility(),
      () => 'the card is still there',
    );
    expect(removed.map(({ reason }) => reason)).to.deep.equal(['completed']);
  });

  it('goes also when it was moved in the meantime', async () => {
    const el = await showCard(card({ actions: [action({ remove_card_on_completion: true })] }));
    answer(el, () => undefined);
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Approve');
    await shows(el, 'Approved');
    el.parentElement!.prepend(el);
    await until(
      () => removed.length > 0,
      () => 'the card is still there',
    );
    expect(removed.map(({ reason }) => reason)).to.deep.equal(['completed']);
    expect(el.checkVisibility()).to.equal(false);
  });

  it('goes also when it was done by a clock that was ahead, before the page was loaded again', async () => {
    const json = card({ actions: [action({ remove_card_on_completion: true })] });
    const before = new CardStore();
    const el = await showCard(json, { store: before });
    answer(el, () => undefined);
    await press(el, 'Approve');
    await shows(el, 'Approved');
    const ahead = JSON.stringify(before.snapshot()).replace(/"at":\d+/, `"at":${Date.now() + 3_600_000}`);
    el.remove();
    const store = new CardStore();
    store.restore(JSON.parse(ahead));
    const next = await showCard(json, { store });
    const removed = await nextEvent(next, 'mf-card-removed');
    expect(removed.reason).to.equal('completed');
  });

  it('stays when it failed', async () => {
    const el = await showCard(coupaRequisition);
    answer(el, () => ({ kind: 'failed', text: 'The requisition is locked.' }));
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Decline');
    await sendKeys({ type: 'No budget' });
    await press(el, 'Submit');
    await shows(el, 'The requisition is locked.');
    expect(asks(el)).to.equal(true);
    expect(removed.length).to.equal(0);
  });
});
