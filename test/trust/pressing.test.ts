import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { CardStore, type ActionAnswer, type MfCard } from '../../src/index.js';
import { action, card, type WireObject } from '../cards.js';
import { answer, button, click, doubleClick, later, middleOf, showCard, until } from '../card-page.js';
import { tries } from '../support/tries.js';

const TRIES = tries(5, 1000);

/** Two actions of which only one can be done. */
function choice(i: number): WireObject {
  const set = { mutually_exclusive_set_id: 'approval-actions' };
  return card({
    backend_id: `expense-${i}`,
    id: crypto.randomUUID(),
    actions: [action(set), action({ ...set, label: 'Decline', completed_label: 'Declined' })],
  });
}

const asking = (i: number) =>
  card({
    backend_id: `expense-${i}`,
    actions: [action({ action_key: 'USER_INPUT', user_input: [{ id: 'note', label: 'Note' }] })],
  });

/** Both wait in turn: an answer that comes at once, and one that comes when all is pressed. */
async function sentBy(
  i: number,
  gesture: (el: MfCard) => Promise<unknown>,
  el: MfCard,
  page: HTMLElement = el,
): Promise<number> {
  const { promise, give } = later<ActionAnswer>();
  const requests = answer(page, () => (i % 2 ? promise : undefined));
  await gesture(el);
  give(undefined);
  const isDone = () => el.renderRoot.querySelector('[part=action-done]') !== null;
  await until(isDone, () => `nothing is done; ${requests.length} were sent`);
  return requests.length;
}

/** Each try is a fresh card in the place of the one before. */
async function triedOften(gesture: (el: MfCard) => Promise<unknown>, json = choice): Promise<void> {
  const wrong: string[] = [];
  const place = await fixture<HTMLElement>(html`<main></main>`);
  for (let i = 0; i < TRIES; i++) {
    const el = Object.assign(document.createElement('mf-card'), { card: json(i) });
    place.replaceChildren(el);
    await el.updateComplete;
    const sent = await sentBy(i, gesture, el);
    if (sent !== 1) wrong.push(`try ${i}: ${sent}`);
  }
  expect(wrong).to.deep.equal([]);
}

describe('given a user who presses more often than once', function () {
  if (TRIES > 10) this.timeout(0);

  it('sends once for a double click', () => triedOften((el) => doubleClick(button(el, 'Approve'))));

  it('sends once for a triple click', () => triedOften((el) => doubleClick(button(el, 'Approve'), 3)));

  it('sends once for Enter and a click together', () =>
    triedOften(async (el) => {
      const { x, y } = await middleOf(button(el, 'Approve'));
      button(el, 'Approve').focus();
      await Promise.all([
        sendKeys({ press: 'Enter' }),
        sendMouse({ type: 'click', position: [x, y] }),
        sendKeys({ press: 'Enter' }),
      ]);
    }));

  for (const key of [' ', 'Enter'])
    it(`sends once while ${key} is held down`, () =>
      triedOften(async (el) => {
        button(el, 'Approve').focus();
        for (let repeat = 0; repeat < 5; repeat++) await sendKeys({ down: key });
        await sendKeys({ up: key });
      }));

  it('sends once for ten clicks in a tenth of a second', () =>
    triedOften((el) => click(button(el, 'Approve'), 10)));

  it('sends one of two that exclude each other', () =>
    triedOften(async (el) => {
      const [{ x, y }, other] = [
        await middleOf(button(el, 'Approve')),
        await middleOf(button(el, 'Decline')),
      ];
      await Promise.all([
        sendMouse({ type: 'click', position: [x, y] }),
        sendMouse({ type: 'click', position: [other.x, other.y] }),
      ]);
    }));

  it('sends once for a click while new data comes', () =>
    triedOften(async (el) => {
      const { x, y } = await middleOf(button(el, 'Approve'));
      const refresh = () => {
        el.card = { ...choice(0), backend_id: (el.card as WireObject).backend_id };
      };
      await sendMouse({ type: 'move', position: [x, y] });
      refresh();
      await sendMouse({ type: 'down' });
      refresh();
      await el.updateComplete;
      await sendMouse({ type: 'up' });
      refresh();
    }));

  it('sends a form once for a double click and Enter', () =>
    triedOften(async (el) => {
      await click(button(el, 'Approve'));
      await sendKeys({ type: 'ok' });
      await Promise.all([doubleClick(button(el, 'Submit')), sendKeys({ press: 'Enter' })]);
    }, asking));

  it('opens a form, and does not send it, while Enter is held down', async () => {
    const el = await showCard(asking(0));
    const requests = answer(el, () => undefined);
    button(el, 'Approve').focus();
    for (let repeat = 0; repeat < 10; repeat++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await el.updateComplete;
    expect([requests.length, el.renderRoot.querySelectorAll('form').length]).to.deep.equal([0, 1]);
  });

  it('sends once from two copies of a card', async () => {
    const wrong: string[] = [];
    const place = await fixture<HTMLElement>(html`<main></main>`);
    for (let i = 0; i < TRIES; i++) {
      const store = new CardStore();
      const [one, other] = [1, 2].map(() =>
        Object.assign(document.createElement('mf-card'), { store, card: choice(i) }),
      );
      place.replaceChildren(one!, other!);
      await Promise.all([one!.updateComplete, other!.updateComplete]);
      const page = document.createElement('section');
      place.replaceChildren(page);
      page.append(one!, other!);
      const sent = await sentBy(
        i,
        async () => {
          const [a, b] = [await middleOf(button(other!, 'Approve')), await middleOf(button(one!, 'Approve'))];
          await Promise.all([a, b].map(({ x, y }) => sendMouse({ type: 'click', position: [x, y] })));
        },
        one!,
        page,
      );
      if (sent !== 1) wrong.push(`try ${i}: ${sent}`);
    }
    expect(wrong).to.deep.equal([]);
  });
});
