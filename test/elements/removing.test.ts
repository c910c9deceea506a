import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { coupaRequisition, townhallBanner } from '../../stories/cards/index.js';
import { action, card } from '../cards.js';
import { answer, asks, events, press, showCard, shows, textOf, until } from '../card-page.js';

describe('given an action that dismisses the card', () => {
  it('takes it away at once, without sending anything', async () => {
    const el = await showCard(townhallBanner);
    const sent = events(el, 'mf-action');
    const removed = events(el, 'mf-card-removed');
    await press(el, 'Dismiss');
    await el.updateComplete;
    expect(removed.map(({ reason, card: { title } }) => `${reason}: ${title}`)).to.deep.equal([
      'dismissed: Town hall: the year ahead',
    ]);
    expect(el.checkVisibility()).to.equal(false);
    expect(sent.length).to.equal(0);
  });

  it('keeps it away when the connector sends the card again', async () => {
    const el = await showCard(townhallBanner);
    await press(el, 'Dismiss');
    el.card = structuredClone(townhallBanner);
    await el.updateComplete;
    expect(el.checkVisibility()).to.equal(false);
  });

  it('shows the next card in the same element', async () => {
    const el = await showCard(townhallBanner);
    await press(el, 'Dismiss');
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
