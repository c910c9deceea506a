import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CardStore, setServerTime, type ActionAnswer, type MfCard } from '../../src/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  all,
  answer,
  asks,
  button,
  buttons,
  click,
  clickWhile,
  control,
  focused,
  heading,
  hides,
  later,
  link,
  listen,
  lookAway,
  press,
  said,
  showCard,
  shows,
  textOf,
  until,
} from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';

const reason = { id: 'reason', label: 'Reason', format: 'textarea' };
const when = { id: 'when', label: 'When' };

/** A card that asks for two things, as it comes under this hash. */
function version(hash: string | undefined, overrides: WireObject = {}, inputs = [reason, when]): WireObject {
  return card({
    id: crypto.randomUUID(),
    hash,
    header: { title: `Trip, ${hash}`, links: { title: 'https://a.example' } },
    actions: [
      action({ id: crypto.randomUUID(), action_key: 'USER_INPUT', label: 'Plan', user_input: inputs }),
      action({ label: 'Call it off' }),
    ],
    ...overrides,
  });
}

async function update(el: MfCard, next: unknown): Promise<void> {
  el.card = next;
  await el.updateComplete;
}

const mark = (el: MfCard) => all(el, '[part="badge updated"]').map(textOf);

/** The first version, with this typed as its reason. */
async function typing(text: string): Promise<MfCard> {
  const el = await showCard(version('1'));
  await press(el, 'Plan');
  await sendKeys({ type: text });
  return el;
}

afterEach(() => setServerTime(Date.now()));

describe('given a new version that comes while a button is held down', () => {
  /** Presses this button of the first version; what is given comes before it is let go. */
  const pressWhile = (el: MfCard, next: unknown) =>
    clickWhile(button(el, 'Call it off'), () => update(el, next));

  // The mark of a new version moves the button where there is no line for it.
  for (const origin of [{}, { name: 'Trips', header: { title: 'Trip' } }])
    it(`sends nothing of what was not there when it was pressed, and says so: ${JSON.stringify(origin)}`, async () => {
      const el = await showCard(version('1', origin));
      const requests = answer(el, () => undefined);
      await pressWhile(el, version('2', origin));
      await until(
        () => said(el) === 'This card was updated.',
        () => `"${said(el)}"`,
      );
      expect(requests).to.have.length(0);
      expect(mark(el)).to.deep.equal(['Updated']);
      await click(button(el, 'Call it off'));
      expect(requests).to.have.length(1);
    });

  it('sends what is the same version, as with a fresh id', async () => {
    const el = await showCard(version('1'));
    const requests = answer(el, () => undefined);
    await pressWhile(el, version('1'));
    await until(
      () => requests.length === 1,
      () => 'nothing was sent',
    );
  });
});

describe('given a new version of a card that is read', () => {
  it('is drawn in its place and marked, when its hash is another one', async () => {
    const el = await showCard(version('1'));
    link(el, 'Trip, 1').focus();
    const heard = listen(el);
    await update(el, version('2'));
    expect(textOf(el))
      .to.match(/^R?.*Updated/m)
      .and.contain('Trip, 2');
    expect(mark(el)).to.deep.equal(['Updated']);
    expect(focused()).to.equal('Trip, 2');
    expect(heard).to.deep.equal([]);
  });

  it('gives its ids and dates and is not marked, when its hash is the same', async () => {
    const el = await showCard(version('1', { due_date: '2090-01-01T00:00:00Z' }));
    await update(el, version('1', { due_date: '2091-01-01T00:00:00Z' }));
    expect(mark(el)).to.deep.equal([]);
    expect(all<HTMLTimeElement>(el, 'time').map(({ dateTime }) => dateTime)).to.deep.equal([
      '2091-01-01T00:00:00.000Z',
    ]);
  });

  it('is told by its content where there is no hash', async () => {
    const el = await showCard(version(undefined, { creation_date: '2026-01-01T00:00:00Z' }));
    await update(el, version(undefined, { creation_date: '2026-01-02T00:00:00Z' }));
    expect(mark(el)).to.deep.equal([]);
    await update(el, version(undefined, { body: { description: 'Now by train.' } }));
    expect(mark(el)).to.deep.equal(['Updated']);
    expect(textOf(el)).to.contain('Now by train.');
  });

  it('is marked beside the connector and the time, where these are told', async () => {
    const told = { name: 'Travel', creation_date: '2020-01-01T12:00:00Z' };
    const el = await showCard(version('1', told));
    await update(el, version('2', told));
    expect(all(el, '[part=origin]').map(textOf)).to.deep.equal(['Travel\nJan 1, 2020\nUpdated']);
  });

  it('is no longer marked once the user has done something to the card', async () => {
    const el = await showCard(version('1'));
    for (const does of [() => click(heading(el, 'Trip, 2')), () => sendKeys({ press: 'Tab' })]) {
      link(el, 'Trip, 1').focus();
      await update(el, version('2'));
      expect(mark(el)).to.deep.equal(['Updated']);
      await does();
      expect(mark(el)).to.deep.equal([]);
      await update(el, version('1'));
    }
  });

  it('is no longer marked once it was in view for a while', async () => {
    const el = await showCard(version('1'));
    el.style.marginBlockStart = '5000px';
    await update(el, version('2'));
    const pass = (seconds: number) => setServerTime(Date.now() + seconds * 1000);
    for (let i = 1; i < 6; i++) pass(10 * i);
    expect(mark(el)).to.deep.equal(['Updated']);
    el.scrollIntoView();
    pass(100);
    expect(mark(el)).to.deep.equal(['Updated']);
    pass(110);
    expect(mark(el)).to.deep.equal([]);
    expect(textOf(el)).to.contain('Trip, 2');
  });

  it('is not marked when it is another card, nor when it is the first', async () => {
    const el = await showCard(version('1'));
    await update(el, version('2', { backend_id: 'another' }));
    expect(mark(el)).to.deep.equal([]);
    expect(textOf(el)).to.contain('Trip, 2');
  });
});

describe('given a new version while the user types', () => {
  it('waits though a framework gives the same policy with it as a new object', async () => {
    const policy = () => ({ schemes: ['msteams'] });
    const el = await showCard(version('1'), { urlPolicy: policy() });
    await press(el, 'Plan');
    await sendKeys({ type: 'Family' });
    el.urlPolicy = policy();
    await update(el, version('2'));
    expect(textOf(el)).to.contain('Trip, 1').and.contain('This card was updated.');
    el.urlPolicy = policy();
    await el.updateComplete;
    expect(textOf(el)).to.contain('Trip, 1');
    el.urlPolicy = { schemes: [] };
    await shows(el, 'Trip, 2');
  });

  it('waits where there is a policy that stays as it is', async () => {
    const el = await showCard(version('1'), { urlPolicy: { schemes: ['msteams'] } });
    await press(el, 'Plan');
    await sendKeys({ type: 'Family' });
    await update(el, version('2'));
    expect(textOf(el)).to.contain('Trip, 1').and.contain('This card was updated.');
  });

  it('waits, says so once, and shows itself when asked, by keyboard', async () => {
    const el = await typing('Family');
    const heard = listen(el);
    await update(el, version('2'));
    await update(el, version('3'));
    expect(textOf(el)).to.contain('Trip, 1').and.contain('This card was updated.');
    expect([focused(), control(el, 'Reason').value]).to.deep.equal(['Reason', 'Family']);
    for (let i = 0; i < 4; i++) await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Show');
    await sendKeys({ press: 'Enter' });
    await shows(el, 'Trip, 3');
    expect([focused(), control(el, 'Reason').value]).to.deep.equal(['Reason', 'Family']);
    expect(buttons(el)).not.to.include('Show');
    expect(mark(el)).to.deep.equal([]);
    expect(heard).to.deep.equal(['This card was updated.']);
  });

  it('waits, too, when it has the hash of the one that is shown, but another address to send to', async () => {
    const signed = (signature: number) =>
      version('1', {
        actions: [
          action({
            label: 'Plan',
            action_key: 'USER_INPUT',
            url: { href: `https://flows.example.com/plan?signature=${signature}` },
            user_input: [reason],
          }),
        ],
      });
    const el = await showCard(signed(1));
    const requests = answer(el, () => undefined);
    await press(el, 'Plan');
    await sendKeys({ type: 'Fam' });
    await update(el, signed(2));
    await sendKeys({ type: 'ily' });
    expect([focused(), control(el, 'Reason').value]).to.deep.equal(['Reason', 'Family']);
    await press(el, 'Submit');
    await until(
      () => requests.length > 0,
      () => textOf(el),
    );
    expect(requests.map(({ values }) => values)).to.deep.equal([{ reason: 'Family' }]);
  });

  it('leaves focus and caret where they are when it is asked for by mouse', async () => {
    const el = await typing('Faily');
    for (let i = 0; i < 3; i++) await sendKeys({ press: 'ArrowLeft' });
    await update(el, version('2'));
    await press(el, 'Show');
    await shows(el, 'Trip, 2');
    await sendKeys({ type: 'm' });
    expect([focused(), control(el, 'Reason').value]).to.deep.equal(['Reason', 'Family']);
  });

  it('keeps what was typed into the inputs that are still there', async () => {
    const el = await typing('Family');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'May' });
    await update(el, version('2', {}, [{ id: 'where', label: 'Where' }, when]));
    await press(el, 'Show');
    await shows(el, 'Where');
    expect([focused(), control(el, 'When').value]).to.deep.equal(['When', 'May']);
    expect(all(el, 'textarea').length).to.equal(0);
  });

  it('puts the focus on what can be done when the form is gone with it', async () => {
    const el = await typing('Family');
    await update(el, version('2', { actions: [action({ label: 'Call it off' })] }));
    await press(el, 'Show');
    await shows(el, 'Trip, 2');
    expect([focused(), asks(el)]).to.deep.equal(['Call it off', false]);
  });

  it('comes by itself when the form is closed, with the focus on its button', async () => {
    const el = await typing('Family');
    await update(el, version('2'));
    await sendKeys({ press: 'Escape' });
    await shows(el, 'Trip, 2');
    expect([focused(), mark(el).join()]).to.deep.equal(['Plan', 'Updated']);
    await press(el, 'Plan');
    expect(control(el, 'Reason').value).to.equal('Family');
  });

  it('comes by itself when the action is done, and the result is still shown', async () => {
    const el = await typing('Family');
    const { promise, give } = later<ActionAnswer>();
    const requests = answer(el, () => promise);
    await update(el, version('2'));
    await press(el, 'Submit');
    await update(el, version('3'));
    expect(textOf(el)).to.contain('Trip, 1');
    give(undefined);
    await shows(el, 'Trip, 3');
    expect(textOf(el)).to.contain('Approved');
    expect(requests.map(({ values }) => values)).to.deep.equal([{ reason: 'Family', when: '' }]);
  });

  it('waits on while an action has failed and what was typed is not sent', async () => {
    const el = await typing('Family');
    answer(el, () => ({ kind: 'failed', text: 'It is locked.' }));
    await update(el, version('2'));
    await press(el, 'Submit');
    await shows(el, 'It is locked.');
    expect(textOf(el)).to.contain('Trip, 1');
    await press(el, 'Cancel');
    await shows(el, 'Trip, 2');
  });

  it('is taken back when the connector sends the version that is shown', async () => {
    const el = await typing('Family');
    await update(el, version('2'));
    await update(el, version('1'));
    expect(buttons(el)).not.to.include('Show');
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect(textOf(el)).to.contain('Trip, 1');
    expect(mark(el)).to.deep.equal([]);
  });

  it('is another matter when it is another card', async () => {
    const el = await typing('Family');
    await update(el, version('2', { backend_id: 'another' }));
    expect(textOf(el)).to.contain('Trip, 2');
    expect(asks(el)).to.equal(false);
  });
});

describe('given a form that nothing was typed into', () => {
  it('lets the new version wait for as long as the focus is in it', async () => {
    const el = await showCard(version('1'));
    const outside = document.createElement('button');
    el.after(outside);
    await press(el, 'Plan');
    await update(el, version('2'));
    await sendKeys({ press: 'Tab' });
    await el.updateComplete;
    expect([focused(), textOf(el).includes('Trip, 1')]).to.deep.equal(['When', true]);
    for (let i = 0; i < 3; i++) await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Show');
    await sendKeys({ press: 'Tab' });
    await shows(el, 'Trip, 2');
    expect(document.activeElement === outside).to.equal(true);
    expect(asks(el)).to.equal(true);
    outside.remove();
  });

  it('lets it come in at once when the focus is elsewhere', async () => {
    const el = await showCard(version('1'));
    await press(el, 'Plan');
    await lookAway();
    await update(el, version('2'));
    expect(textOf(el)).to.contain('Trip, 2');
    expect(mark(el)).to.deep.equal(['Updated']);
  });
});

describe('given an action that is on its way', () => {
  it('lets a new version wait until it is settled', async () => {
    const el = await showCard(version('1'));
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    await press(el, 'Call it off');
    await update(el, version('2'));
    expect(textOf(el)).to.contain('Trip, 1');
    give(undefined);
    await shows(el, 'Trip, 2');
  });

  it('keeps the others locked when the new version is asked for and knows nothing of it', async () => {
    const to = (token: string) => [
      action({ url: { href: `https://flows.example.com/approve?token=${token}` } }),
    ];
    const el = await showCard(version('1', { actions: to('a') }));
    const { promise, give } = later<ActionAnswer>();
    const requests = answer(el, () => promise);
    await press(el, 'Approve');
    await update(el, version('2', { actions: to('b') }));
    await press(el, 'Show');
    await shows(el, 'Trip, 2');
    expect(button(el, 'Approve').ariaDisabled).to.equal('true');
    await press(el, 'Approve');
    expect(requests).to.have.lengthOf(1);
    give(undefined);
    await until(
      () => button(el, 'Approve').ariaDisabled === null,
      () => 'still locked',
    );
  });

  describe('that the new version does not have', () => {
    let letGo: () => void;
    beforeEach(() => {
      letGo = holdTime();
    });
    afterEach(() => letGo());

    const to = (token: string) => [
      action({ url: { href: `https://flows.example.com/approve?token=${token}` } }),
    ];

    /** An action of the first version is on its way; the second one, which waits, has these. */
    async function sending(actions: WireObject[]): Promise<[MfCard, (answer: ActionAnswer) => void]> {
      const el = await showCard(version('1', { actions: to('a') }));
      const { promise, give } = later<ActionAnswer>();
      el.addEventListener('mf-action', (event) => event.respondWith(promise), { once: true });
      await press(el, 'Approve');
      await update(el, version('2', { actions }));
      return [el, give];
    }

    it('can be given up', async () => {
      const [el] = await sending([]);
      await press(el, 'Show');
      await shows(el, 'Trip, 2');
      await afterAWhile(
        () => buttons(el).includes('Cancel'),
        () => textOf(el),
      );
      await press(el, 'Cancel');
      await shows(el, 'You did not wait for an answer.');
    });

    it('shows that it has failed, until that is put away', async () => {
      const [el, give] = await sending([]);
      await press(el, 'Show');
      await shows(el, 'Trip, 2');
      give({ kind: 'failed', text: 'The report is locked.', fieldErrors: { cost: 'Too high' } });
      await shows(el, 'That didn’t work\nThe report is locked.\ncost: Too high');
      expect(buttons(el)).to.deep.equal(['Close']);
      await press(el, 'Close');
      await hides(el, 'That didn’t work');
      expect(buttons(el)).to.deep.equal([]);
      expect(focused()).to.contain('Trip, 2');
    });

    it('shows that a sign-in is needed', async () => {
      const [el, give] = await sending(to('b'));
      await press(el, 'Show');
      give({ kind: 'auth-required' });
      await shows(el, 'Sign in to the connected system again to go on.');
      expect(buttons(el)).to.deep.equal(['Approve', 'Close']);
    });

    it('shows that it has failed when nobody has asked for the new version, until another one is sent', async () => {
      const [el, give] = await sending(to('b'));
      const elsewhere = document.createElement('input');
      el.after(elsewhere);
      await click(elsewhere);
      give({ kind: 'failed', text: 'The report is locked.' });
      await shows(el, 'Trip, 2');
      await shows(el, 'The report is locked.');
      answer(el, () => undefined);
      await press(el, 'Approve');
      await shows(el, 'Approved');
      expect(textOf(el)).not.to.contain('The report is locked.');
    });
  });

  it('shows the card that the answer brings at once, unmarked, and forgets the one that waits', async () => {
    const el = await showCard(version('1'));
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    await press(el, 'Call it off');
    await update(el, version('2'));
    give({ kind: 'done', card: version('3') });
    await shows(el, 'Trip, 3');
    await until(
      () => mark(el).length === 0,
      () => textOf(el),
    );
    expect(textOf(el)).not.to.contain('Trip, 2');
  });
});

describe('given two elements that show the same card', () => {
  it('lets both wait while the user types into one', async () => {
    const store = new CardStore();
    const el = await showCard(version('1'), { store });
    const other = document.createElement('mf-card');
    Object.assign(other, { store, card: version('1') });
    el.after(other);
    await other.updateComplete;
    await press(el, 'Plan');
    await sendKeys({ type: 'Family' });
    await update(other, version('2'));
    expect(textOf(other)).to.contain('Trip, 1');
    await sendKeys({ press: 'Escape' });
    await shows(other, 'Trip, 2');
    expect(button(el, 'Plan').ariaExpanded).to.equal('false');
    other.remove();
  });
});
