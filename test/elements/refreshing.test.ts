import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CardStore, type ActionAnswer } from '../../src/index.js';
import { concurExpense } from '../../stories/cards/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  answer,
  button,
  buttons,
  control,
  described,
  focused,
  later,
  link,
  press,
  said,
  showCard,
  shows,
  textOf,
} from '../card-page.js';

/** The expense report as the connector sends it the next time: new ids, new dates, a new amount. */
function nextVersion(i: number): typeof concurExpense {
  const next = structuredClone(concurExpense);
  next.id = crypto.randomUUID();
  next.creation_date = new Date(Date.UTC(2020, 5, 24, i)).toISOString();
  next.body.fields[2] = { type: 'GENERAL', title: 'Total Amount', description: `INR ${i}` };
  next.actions = next.actions.map((one) => ({ ...one, id: crypto.randomUUID() }));
  return next;
}

describe('given new data while the user reads', () => {
  it('leaves the focus on the link that has it, though there are more rows and links now', async () => {
    const subtitle = {
      header: { title: 'Trip', subtitle: ['By Rahul'], links: { subtitle: ['https://a.example'] } },
    };
    const el = await showCard(card(subtitle));
    const opened: string[] = [];
    el.addEventListener('mf-open', (event) => {
      event.preventDefault();
      opened.push(event.url);
    });
    link(el, 'By Rahul').focus();
    el.card = card({
      ...subtitle,
      due_date: '2031-06-24T11:44:45Z',
      body: { fields: [{ type: 'GENERAL', title: 'Amount', description: 'INR 1' }] },
    });
    await el.updateComplete;
    await shows(el, 'INR 1');
    expect(focused()).to.equal('By Rahul');
    await sendKeys({ press: 'Enter' });
    expect(opened).to.deep.equal(['https://a.example']);
  });
});

describe('given new data while the user types', () => {
  it('keeps text, caret and focus, through twenty versions of the card', async () => {
    const el = await showCard(concurExpense);
    await press(el, 'Approve');
    await sendKeys({ type: 'Fine' });
    await sendKeys({ press: 'ArrowLeft' });
    for (let i = 0; i < 20; i++) {
      el.card = nextVersion(i);
      await sendKeys({ type: String(i % 10) });
    }
    await el.updateComplete;
    const comment = control(el, 'Comment') as HTMLTextAreaElement;
    expect(comment.value).to.equal('Fin01234567890123456789e');
    expect(comment.selectionStart).to.equal(comment.value.length - 1);
    expect(focused()).to.equal('Comment');
    expect(textOf(el)).to.contain('INR 19');
  });

  it('keeps what is found wrong with the input', async () => {
    const el = await showCard(demanding(0));
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Reason is needed.');
    el.card = demanding(1);
    await el.updateComplete;
    await press(el, 'Show');
    expect(described(control(el, 'Reason'))).to.equal('Reason is needed.');
    expect(focused()).to.equal('Reason');
  });

  it('keeps the input when the form changes round it', async () => {
    const el = await showCard(demanding(0));
    await press(el, 'Approve');
    await sendKeys({ type: 'be' });
    el.card = demanding(1, [{ id: 'first', label: 'First', format: 'text' }]);
    await el.updateComplete;
    await press(el, 'Show');
    await sendKeys({ type: 'cause' });
    expect(control(el, 'Reason').value).to.equal('because');
    expect(control(el, 'First').value).to.equal('');
  });

  it('sends what was typed before as the new version wants it', async () => {
    const el = await showCard(concurExpense);
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    await sendKeys({ type: 'Fine' });
    const { actions, ...next } = nextVersion(1);
    el.card = { ...next, actions: actions.map((one) => ({ ...one, content_type: 'application/json' })) };
    await el.updateComplete;
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(requests.map(({ body }) => body)).to.deep.equal(['{"comment":"Fine"}']);
  });
});

describe('given new data while an action is sent', () => {
  it('shows what becomes of it', async () => {
    const el = await showCard(concurExpense);
    const { promise, give } = later<ActionAnswer>();
    const requests = answer(el, () => promise);
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Sending …');
    el.card = nextVersion(1);
    await el.updateComplete;
    expect(button(el, 'Sending …').ariaBusy).to.equal('true');
    give(undefined);
    await shows(el, 'Approved');
    expect(said(el)).to.equal('Approved');
    expect(requests.length).to.equal(1);
  });

  it('shows it on the right card when the element shows another one by then', async () => {
    const first = card({ actions: [action({ completed_label: 'First approved' })] });
    const second = card({ backend_id: 'expense-2', header: { title: 'Hotel in Lyon' } });
    const el = await showCard(first);
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    await press(el, 'Approve');
    el.card = second;
    await el.updateComplete;
    expect(button(el, 'Approve').ariaBusy).to.equal(null);
    give(undefined);
    await promise;
    await el.updateComplete;
    expect(textOf(el)).to.contain('Hotel in Lyon').and.not.contain('First approved');
    el.card = first;
    await shows(el, 'First approved');
  });
});

describe('given an action that is done', () => {
  it('stays done when the connector sends the card again', async () => {
    const el = await showCard(concurExpense);
    answer(el, () => undefined);
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Approved');
    el.card = nextVersion(2);
    await el.updateComplete;
    expect(textOf(el)).to.contain('Approved').and.contain('INR 2');
    expect(buttons(el)).to.deep.equal([]);
  });
});

describe('given an element that is moved in the page', () => {
  it('keeps the open form and what was typed', async () => {
    const place = await fixture<HTMLElement>(html`<div><section></section></div>`);
    const el = await showCard(concurExpense);
    await press(el, 'Decline');
    await sendKeys({ type: 'No receipt' });
    place.querySelector('section')!.append(el);
    await el.updateComplete;
    expect(control(el, 'Reason').value).to.equal('No receipt');
    const requests = answer(el, () => undefined);
    await press(el, 'Submit');
    await shows(el, 'Declined');
    expect(requests.map(({ body }) => body)).to.deep.equal(['reason=No+receipt']);
  });

  it('shows the answer that came while it was out of the page', async () => {
    const el = await showCard(card());
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    await press(el, 'Approve');
    const place = el.parentElement!;
    el.remove();
    give(undefined);
    await promise;
    place.append(el);
    await shows(el, 'Approved');
  });
});

describe('given a store that outlives the element', () => {
  it('brings back what was typed', async () => {
    const store = new CardStore();
    const first = await showCard(concurExpense, { store });
    await press(first, 'Decline');
    await sendKeys({ type: 'No receipt' });
    first.remove();
    const second = await showCard(concurExpense, { store });
    expect(control(second, 'Reason').value).to.equal('No receipt');
  });
});

function demanding(version: number, before: WireObject[] = []): WireObject {
  const reason = { id: 'reason', label: 'Reason', format: 'textarea', min_length: 1 };
  return card({
    hash: `h${version}`,
    actions: [action({ action_key: 'USER_INPUT', user_input: [...before, reason] })],
  });
}
