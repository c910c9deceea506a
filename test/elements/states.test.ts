import { expect } from '@open-wc/testing';
import type { ActionAnswer, MfCard } from '../../src/index.js';
import { action, card } from '../cards.js';
import { answer, cardsOf, later, press, refusal, showCard, showFeed, shows } from '../card-page.js';

const STATES = 'pending done failed auth-required expired dismissed removed'.split(' ');

/** The states that a page could style the card by. */
function statesOf(el: MfCard): string {
  return STATES.filter((state) => el.matches(`:state(${state})`)).join(' ');
}

const dismissible = card({ actions: [action({ action_key: 'DISMISS', label: 'Dismiss' })] });

describe('given a card on a page that styles it by its state', () => {
  it('has none while nothing was done', async () => {
    expect(statesOf(await showCard(card()))).to.equal('');
  });

  it('is pending while an action is on its way, and done when it is', async () => {
    const el = await showCard(card());
    const coming = later<ActionAnswer>();
    answer(el, () => coming.promise);
    await press(el, 'Approve');
    expect(statesOf(el)).to.equal('pending');
    coming.give(undefined);
    await shows(el, 'Approved');
    expect(statesOf(el)).to.equal('done');
  });

  it('has failed until it is tried again', async () => {
    const el = await showCard(card());
    const answers = [refusal(500), later<ActionAnswer>().promise];
    answer(el, () => answers.shift());
    await press(el, 'Approve');
    await shows(el, 'Try again');
    expect(statesOf(el)).to.equal('failed');
    await press(el, 'Try again');
    expect(statesOf(el)).to.equal('pending');
  });

  it('says that a sign-in is needed', async () => {
    const el = await showCard(card());
    answer(el, () => ({ kind: 'auth-required' }));
    await press(el, 'Approve');
    await shows(el, 'Sign in');
    expect(statesOf(el)).to.equal('auth-required');
  });

  it('is not done by what can be done again', async () => {
    const el = await showCard(card({ actions: [action({ allow_repeated: true }), action({ label: 'No' })] }));
    answer(el, () => undefined);
    await press(el, 'Approve');
    await shows(el, 'Approved');
    expect(statesOf(el)).to.equal('');
  });

  it('is dismissed until that is undone', async () => {
    const el = await showCard(dismissible);
    await press(el, 'Dismiss');
    await shows(el, 'Undo');
    expect(statesOf(el)).to.equal('dismissed');
    await press(el, 'Undo');
    await shows(el, 'Dismiss');
    expect(statesOf(el)).to.equal('');
  });

  it('has expired when its time has passed', async () => {
    expect(statesOf(await showCard(card({ expiration_date: '2020-01-01T00:00:00Z' })))).to.equal('expired');
  });

  it('can be styled by it through a feed', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = 'mf-card-feed::part(entry):state(done) { opacity: 0.5 }';
    document.head.append(sheet);
    const feed = await showFeed([card(), card({ id: 'c2', backend_id: 'b2', header: { title: 'Another' } })]);
    answer(feed, () => undefined);
    const [first, second] = cardsOf(feed) as [MfCard, MfCard];
    await press(first, 'Approve');
    await shows(first, 'Approved');
    expect([first, second].map((el) => getComputedStyle(el).opacity)).to.deep.equal(['0.5', '1']);
    sheet.remove();
  });
});
