import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CardStore, type MfCard, type MfInvalidEvent } from '../../src/index.js';
import { workdayTimeOff } from '../../stories/cards/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  all,
  answer,
  click,
  control,
  described,
  events,
  focused,
  hides,
  labelOf,
  listen,
  press,
  said,
  showCard,
  shows,
  textOf,
  typeInto,
  until,
} from '../card-page.js';

describe('given a form with a select, a line of text and a text area', () => {
  it('names, explains and marks its inputs, and finds no fault in them yet', async () => {
    const el = await showCard(workdayTimeOff);
    await press(el, 'Send back');
    const inputs = all(el, 'select, input, textarea');
    expect(inputs.map((input) => `${input.localName} ${labelOf(input)}`)).to.deep.equal([
      'select Reason',
      'input Dates that would suit',
      'textarea Message to Mateusz',
    ]);
    expect(inputs.map(described)).to.deep.equal([
      '',
      'For example: 17 January to 7 April 2028',
      'Please say what should change so that the request can be approved.',
    ]);
    expect(inputs.map(({ ariaRequired }) => ariaRequired)).to.deep.equal(['true', null, 'true']);
    expect(inputs.map(({ ariaInvalid }) => ariaInvalid)).to.deep.equal([null, null, null]);
    expect(textOf(el)).to.contain('Reason required').and.contain('Message to Mateusz required');
    expect(textOf(el)).not.to.contain('Dates that would suit required');
  });

  it('has the space before "required" in the text itself: else Chromium names the input "Reasonrequired"', async () => {
    const el = await showCard(workdayTimeOff);
    await press(el, 'Send back');
    const [label] = all(el, 'label');
    const texts = Array.from(label!.childNodes).filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    expect(texts.map(({ textContent }) => textContent).filter(Boolean)).to.deep.equal(['Reason ']);
  });

  it('is filled in with the keyboard alone', async () => {
    const el = await showCard(workdayTimeOff);
    const requests = answer(el, () => undefined);
    await press(el, 'Send back');
    expect(focused()).to.equal('Reason');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Dates that would suit');
    await sendKeys({ type: ' in March ' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Please move it, thanks.' });
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Submit');
    await sendKeys({ press: 'Enter' });
    await shows(el, 'Sent back');
    expect(requests.map(({ values }) => values)).to.deep.equal([
      { reason: 'clash', other_dates: ' in March ', message: 'Please move it, thanks.' },
    ]);
    expect(requests.map(({ body }) => [...new URLSearchParams(body ?? '')])).to.deep.equal([
      [
        ['event', 'TOR-7319'],
        ['step', 'manager'],
        ['reason', 'clash'],
        ['other_dates', 'in March'],
        ['message', 'Please move it, thanks.'],
      ],
    ]);
  });

  it('offers the choices in their order, and none of them at first', async () => {
    const el = await showCard(workdayTimeOff);
    await press(el, 'Send back');
    const select = control(el, 'Reason');
    expect(select.value).to.equal('');
    expect(all(el, 'option').map(({ textContent }) => textContent)).to.deep.equal([
      'Choose …',
      'Cover is not arranged yet',
      'Dates clash with another leave',
      'More notice is needed',
      'Something else',
    ]);
  });
});

describe('given an input that must be filled', () => {
  it('says nothing when it is only visited', async () => {
    const el = await showCard(asking({ min_length: 3 }));
    await press(el, 'Approve');
    await sendKeys({ press: 'Tab' });
    expect(control(el, 'Reason').ariaInvalid).to.equal(null);
    expect(textOf(el)).not.to.contain('At least').and.not.contain('needed');
  });

  it('says what is missing once it was changed and left, and no more when it is mended', async () => {
    const el = await showCard(asking({ min_length: 10, display_content: 'Everybody reads it.' }));
    await press(el, 'Approve');
    await sendKeys({ type: 'abc' });
    expect(textOf(el)).not.to.contain('At least');
    await sendKeys({ press: 'Tab' });
    const input = control(el, 'Reason');
    await shows(el, 'At least 10 characters; there are 3.');
    expect(described(input)).to.equal('Everybody reads it. | At least 10 characters; there are 3.');
    expect(input.ariaInvalid).to.equal('true');
    await click(input);
    await sendKeys({ type: 'd' });
    await shows(el, 'At least 10 characters; there are 4.');
    await sendKeys({ type: 'efghij' });
    await hides(el, 'At least');
    expect(input.ariaInvalid).to.equal(null);
    expect(described(input)).to.equal('Everybody reads it.');
  });

  for (const close of ['Cancel', 'the Escape key'])
    it(`says nothing when the form is closed with ${close} and half a text in it`, async () => {
      const el = await showCard(asking({ min_length: 10 }));
      await press(el, 'Approve');
      await sendKeys({ type: 'abc' });
      if (close === 'Cancel') await press(el, close);
      else await sendKeys({ press: 'Escape' });
      expect(said(el)).not.to.contain('At least');

      await press(el, 'Approve');
      expect(control(el, 'Reason').value).to.equal('abc');
      expect(textOf(el)).not.to.contain('At least');
    });

  it('keeps the form from being sent, takes the focus, and is told of', async () => {
    const el = await showCard(workdayTimeOff);
    const heard = events(el, 'mf-action');
    await press(el, 'Send back');
    await typeInto(el, 'Message to Mateusz', 'short');
    await press(el, 'Submit');
    await shows(el, 'Reason is needed.');
    expect(textOf(el)).to.contain('At least 10 characters; there are 5.');
    expect(focused()).to.equal('Reason');
    expect(said(el)).to.equal('2 inputs need attention. Reason is needed.');
    expect(heard.length).to.equal(0);

    await sendKeys({ press: 'ArrowDown' });
    await press(el, 'Submit');
    expect(focused()).to.equal('Message to Mateusz');
    expect(textOf(el)).not.to.contain('Reason is needed.');
    expect(heard.length).to.equal(0);

    answer(el, () => undefined);
    await sendKeys({ type: ', but long enough' });
    await press(el, 'Submit');
    await shows(el, 'Sent back');
    expect(heard.length).to.equal(1);
  });

  it('tells the page which inputs are wrong, not what was typed, and nothing of a form that is closed', async () => {
    const el = await showCard(workdayTimeOff);
    const heard: MfInvalidEvent[] = [];
    const listen = (event: MfInvalidEvent) => heard.push(event);
    document.addEventListener('mf-invalid', listen);
    await press(el, 'Send back');
    await typeInto(el, 'Message to Mateusz', 'short');
    await press(el, 'Cancel');
    expect(heard.length).to.equal(0);

    await press(el, 'Send back');
    await press(el, 'Submit');
    await shows(el, 'Reason is needed.');
    document.removeEventListener('mf-invalid', listen);
    expect(
      heard.map(({ card: { title }, action: { label }, faults }) => [
        title,
        label,
        ...faults.map(({ input, message }) => `${input.id}: ${message}`),
      ]),
    ).to.deep.equal([
      [
        'Time off request: Mateusz Wójcik',
        'Send back',
        'reason: Reason is needed.',
        'message: At least 10 characters; there are 5.',
      ],
    ]);
    expect(JSON.stringify(heard[0]!.faults)).not.to.contain('short');
  });

  it('does not take white space for an answer', async () => {
    const el = await showCard(asking({ min_length: 1 }));
    const heard = events(el, 'mf-action');
    await press(el, 'Approve');
    await sendKeys({ type: '   ' });
    await press(el, 'Submit');
    await shows(el, 'Reason is needed.');
    expect(heard.length).to.equal(0);
  });

  it('can be cancelled, and finds no fault when it is opened again', async () => {
    const el = await showCard(asking({ min_length: 1 }));
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Reason is needed.');
    await press(el, 'Cancel');
    expect(textOf(el)).not.to.contain('Reason is needed.');
    await press(el, 'Approve');
    expect(control(el, 'Reason').ariaInvalid).to.equal(null);
  });
});

describe('given an input with room for so many characters', () => {
  it('says how many are left when there are few', async () => {
    const el = await showCard(asking({ max_length: 30 }));
    await press(el, 'Approve');
    await sendKeys({ type: 'one two' });
    expect(textOf(el)).not.to.contain('left');
    await sendKeys({ type: ' six' });
    await shows(el, '19 characters left');
    await sendKeys({ type: ' more words and so' });
    await shows(el, '1 character left');
    expect(described(control(el, 'Reason'))).to.equal('1 character left');
  });

  it('lets too much be typed, says so, and does not send it', async () => {
    const el = await showCard(asking({ max_length: 5 }));
    const heard = events(el, 'mf-action');
    await press(el, 'Approve');
    await sendKeys({ type: 'far too long' });
    await press(el, 'Submit');
    await shows(el, 'At most 5 characters; there are 12.');
    expect(heard.length).to.equal(0);
    expect(control(el, 'Reason').value).to.equal('far too long');
  });
});

describe('given a preset value', () => {
  it('is there at first, and is sent when it is left alone', async () => {
    const el = await showCard(asking({ value: 'As agreed' }));
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    expect(control(el, 'Reason').value).to.equal('As agreed');
    expect(el.hasUnsavedInput).to.equal(false);
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(requests.map(({ values }) => values.reason)).to.deep.equal(['As agreed']);
  });

  for (const [input, shown] of [
    [{ format: 'date', value: '2026-03-31T00:00:00Z' }, '2026-03-31'],
    [{ format: 'text', value: 'Two\r\nlines' }, 'Twolines'],
    [{ format: 'textarea', value: 'Two\nlines' }, 'Two\nlines'],
  ] as const)
    it(`is sent as the control shows it: ${JSON.stringify(input)}`, async () => {
      const el = await showCard(asking(input));
      const requests = answer(el, () => undefined);
      await press(el, 'Approve');
      expect(control(el, 'Reason').value).to.equal(shown);
      await press(el, 'Submit');
      await shows(el, 'Approved');
      expect(requests.map(({ values }) => values.reason)).to.deep.equal([shown]);
    });

  it('follows new data until the user has changed it', async () => {
    const el = await showCard(asking({ value: 'As agreed' }));
    await press(el, 'Approve');
    el.card = asking({ value: 'As agreed in Lyon' });
    await el.updateComplete;
    expect(control(el, 'Reason').value).to.equal('As agreed in Lyon');
    await sendKeys({ type: '!' });
    const mine = control(el, 'Reason').value;
    expect(mine).to.contain('!');
    el.card = asking({ value: 'As agreed in Gdańsk' });
    await el.updateComplete;
    expect(control(el, 'Reason').value).to.equal(mine);
  });
});

describe('given the same choice in two actions', () => {
  it('shows for each what was chosen for it', async () => {
    const choice = {
      action_key: 'USER_INPUT',
      user_input: [{ id: 'team', label: 'Team', format: 'select', options: { a: 'Lagos', b: 'Lyon' } }],
    };
    const el = await showCard(
      card({
        actions: [action(choice), action({ ...choice, label: 'Pass on', completed_label: 'Passed on' })],
      }),
    );
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowUp'])
      await sendKeys({ press: key });
    expect(control(el, 'Team').value).to.equal('a');
    await press(el, 'Pass on');
    expect(control(el, 'Team').value).to.equal('');
    await press(el, 'Approve');
    expect(control(el, 'Team').value).to.equal('a');
    await press(el, 'Pass on');
    await press(el, 'Submit');
    await shows(el, 'Passed on');
    expect(requests.map(({ values }) => values.team)).to.deep.equal(['']);
  });
});

describe('given a select that the user has picked from', () => {
  const choosing = (options: WireObject) => asking({ label: 'Team', format: 'select', options });
  const shown = (el: MfCard) => (control(el, 'Team') as HTMLSelectElement).selectedOptions[0]?.text;

  it('shows that nothing is chosen when a new version does not offer the choice any more', async () => {
    const el = await showCard(choosing({ a: 'Lagos', b: 'Lyon', c: 'Lima' }));
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
      await sendKeys({ press: key });
    expect(shown(el)).to.equal('Lima');
    el.card = { ...choosing({ a: 'Lagos', b: 'Lyon', d: 'Delhi' }), hash: 'h2' };
    await shows(el, 'Show');
    await press(el, 'Show');
    expect(shown(el)).to.equal('Choose …');
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(requests.map(({ values }) => values.reason)).to.deep.equal(['']);
  });

  it('shows what was picked, and sends its value, where the card has two choices of one value', async () => {
    const teams = { Lagos: 'a', Lyon: 'b', Lima: 'a' };
    const select = Object.entries(teams).map(([label, value]) => ({ label, value }));
    const el = await showCard(asking({ label: 'Team', format: 'select', select }));
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    await sendKeys({ press: 'ArrowDown' });
    expect(shown(el)).to.equal('Lagos');
    await sendKeys({ press: 'End' });
    expect(shown(el)).to.equal('Lyon');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowDown' });
    const picked = shown(el);
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect([picked, requests[0]!.values.reason]).to.deep.equal(['Lagos', 'a']);
  });

  it('shows what is picked where the same card stands a second time', async () => {
    const store = new CardStore();
    const first = await showCard(choosing({ a: 'Lagos', b: 'Lyon', c: 'Lima' }), { store });
    await press(first, 'Approve');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await sendKeys({ press: key });
    const second = await showCard(choosing({ a: 'Lagos', b: 'Lyon', c: 'Lima' }), { store });
    expect([shown(first), shown(second)]).to.deep.equal(['Lima', 'Lima']);
    control(second, 'Team').focus();
    await sendKeys({ press: 'ArrowUp' });
    await first.updateComplete;
    expect([shown(first), shown(second)]).to.deep.equal(['Lyon', 'Lyon']);
  });
});

describe('given a slider that the user has moved', () => {
  const days = (hash: string, max: number, format = 'range') =>
    card({
      hash,
      actions: [
        action({
          action_key: 'USER_INPUT',
          user_input: [{ id: 'days', label: 'Days', format, range: [0, max], value: '3' }],
        }),
      ],
    });

  it('sends the number at which it stands when a new version has it end before', async () => {
    const el = await showCard(days('1', 100));
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    await sendKeys({ press: 'End' });
    expect(control(el, 'Days').value).to.equal('100');
    el.card = days('2', 50);
    await el.updateComplete;
    await press(el, 'Show');
    expect([control(el, 'Days').value, textOf(all(el, 'output')[0]!)]).to.deep.equal(['50', '50']);
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(requests.map(({ values }) => values.days)).to.deep.equal(['50']);
  });

  it('stands where the connector has it when what was typed before is no number', async () => {
    const el = await showCard(days('1', 100, 'text'));
    await press(el, 'Approve');
    await typeInto(el, 'Days', 'a few');
    el.card = days('2', 100);
    await el.updateComplete;
    await press(el, 'Show');
    expect([control(el, 'Days').value, textOf(all(el, 'output')[0]!)]).to.deep.equal(['3', '3']);
  });

  it('says where it stands, and has nothing else say so', async () => {
    const el = await showCard(days('1', 100));
    await press(el, 'Approve');
    const live = all(el, 'output, [role=status], [role=alert], [aria-live]');
    expect(live.filter(({ ariaLive }) => ariaLive !== 'off').map(({ className }) => className)).to.deep.equal(
      ['said'],
    );
  });
});

describe('given a group of boxes of which one must be ticked', () => {
  const reviewers = () =>
    asking({
      label: 'Reviewers',
      format: 'checkbox',
      options: { x: 'Xu Lin', y: 'Yusuf Okoro' },
      value: 'x',
      min_length: 1,
    });

  it('is not judged before the focus has left the group', async () => {
    const el = await showCard(reviewers());
    await press(el, 'Approve');
    const heard = listen(el);
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Yusuf Okoro');
    expect(textOf(el)).not.to.contain('needed');
    await sendKeys({ press: ' ' });
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Submit');
    await shows(el, 'Reviewers is needed.');
    expect(heard).to.deep.equal(['Reviewers is needed.']);
  });

  it('is not judged between two clicks', async () => {
    const el = await showCard(reviewers());
    await press(el, 'Approve');
    const heard = listen(el);
    const [xu, yusuf] = all(el, '[part=choice] > span');
    await click(xu!);
    await click(yusuf!);
    expect(all<HTMLInputElement>(el, '[part=tick]').map(({ checked }) => checked)).to.deep.equal([
      false,
      true,
    ]);
    expect(focused()).to.equal('Yusuf Okoro');
    expect(heard).to.deep.equal([]);
  });
});

describe('given a list of boxes that is searched', () => {
  it('keeps a box that is unticked in its place, until something else is searched', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `Person ${i}`);
    const options = Object.fromEntries(names.map((name, i) => [`p${i}`, name]));
    const el = await showCard(asking({ label: 'People', format: 'checkbox', options, value: ['p5', 'p7'] }));
    const offered = () => all(el, '[part=choice]').map(textOf);
    await press(el, 'Approve');
    await sendKeys({ type: 'zzz' });
    expect(offered()).to.deep.equal(['Person 5', 'Person 7']);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: ' ' });
    expect([focused(), textOf(all(el, '[part=chosen]')[0]!)]).to.deep.equal(['Person 5', 'Person 7']);
    await sendKeys({ press: ' ' });
    expect(textOf(all(el, '[part=chosen]')[0]!)).to.equal('Person 5, Person 7');
    await sendKeys({ press: ' ' });

    await click(all(el, '[type=search]')[0]!);
    await sendKeys({ type: 'z' });
    expect(offered()).to.deep.equal(['Person 7']);
    expect(said(el)).to.equal('1 of 20 shown.');
  });

  it('can be searched beside one with a name that every object has', async () => {
    const options = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`o${i}`, `Option ${i}`]));
    const inputs = ['team', 'constructor'].map((id) => ({ id, label: id, format: 'select', options }));
    const el = await showCard(card({ actions: [action({ action_key: 'USER_INPUT', user_input: inputs })] }));
    await press(el, 'Approve');
    await sendKeys({ type: '17' });
    expect(all(el, '[part=choice]').map(textOf)).to.deep.equal(['Option 17', ...Object.values(options)]);
  });
});

describe('given a fault of an input that is more than a text field', () => {
  it('is told of the group of radio buttons, and of the slider', async () => {
    const inputs = [
      { id: 'team', label: 'Team', format: 'radio', options: { a: 'Lagos', b: 'Lyon' } },
      { id: 'days', label: 'Days', format: 'range' },
    ];
    const el = await showCard(card({ actions: [action({ action_key: 'USER_INPUT', user_input: inputs })] }));
    answer(el, () => ({ kind: 'failed', fieldErrors: { team: 'Not that one.', days: 'Too few.' } }));
    const invalid = () => all(el, '[role=radiogroup], [type=range]').map(({ ariaInvalid }) => ariaInvalid);
    await press(el, 'Approve');
    expect(invalid()).to.deep.equal([null, null]);
    await press(el, 'Submit');
    await shows(el, 'Too few.');
    expect(invalid()).to.deep.equal(['true', 'true']);
  });
});

describe('given radio buttons', () => {
  const team = { id: 'team', label: 'Team', format: 'radio', options: { a: 'Lagos', b: 'Lyon' }, value: 'b' };
  const withInputs = (...user_input: WireObject[]) =>
    card({ actions: [action({ action_key: 'USER_INPUT', user_input })] });

  it('puts the focus on the one that is chosen when the form opens', async () => {
    const el = await showCard(withInputs(team));
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    expect(focused()).to.equal('Lyon');
    await sendKeys({ press: ' ' });
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(requests.map(({ values }) => values.team)).to.deep.equal(['b']);
  });

  it('puts the focus on the first one when none is chosen, and on an input that stands before them', async () => {
    const none = { ...team, value: '' };
    const el = await showCard(withInputs(none, { ...team, id: 'other' }));
    await press(el, 'Approve');
    expect(focused()).to.equal('Lagos');
    el.card = withInputs({ id: 'reason', label: 'Reason' }, team);
    await el.updateComplete;
    await press(el, 'Cancel');
    await press(el, 'Approve');
    expect(focused()).to.equal('Reason');
  });
});

describe('given a form in what the Escape key closes', () => {
  for (const place of ['dialog', 'popover'])
    it(`is closed alone, and then the ${place}`, async () => {
      const around = document.createElement(place === 'dialog' ? 'dialog' : 'div');
      if (place === 'popover') around.popover = 'auto';
      const el = await showCard(asking({}));
      el.before(around);
      around.append(el);
      if (around instanceof HTMLDialogElement) around.showModal();
      else around.showPopover();
      await el.updateComplete;
      const isOpen = () => around.matches('dialog[open], :popover-open');

      await press(el, 'Approve');
      await sendKeys({ press: 'Escape' });
      expect([isOpen(), focused()]).to.deep.equal([true, 'Approve']);
      await sendKeys({ press: 'Escape' });
      expect(isOpen()).to.equal(false);
    });

  it('stays open at a key by which Safari ends a composition', async () => {
    const el = await showCard(asking({}));
    await press(el, 'Approve');
    const key = new KeyboardEvent('keydown', {
      key: 'Escape',
      keyCode: 229,
      bubbles: true,
      cancelable: true,
    });
    control(el, 'Reason').dispatchEvent(key);
    await el.updateComplete;
    expect([focused(), key.defaultPrevented]).to.deep.equal(['Reason', false]);
  });
});

describe('given half a time', () => {
  it('is wrong when it is sent, until it is taken back', async () => {
    const el = await showCard(asking({ label: 'Start', format: 'time' }));
    await press(el, 'Approve');
    await sendKeys({ type: '3' });
    await press(el, 'Submit');
    await shows(el, 'Write a whole time');
    const start = control(el, 'Start') as HTMLInputElement;
    start.blur();
    await el.updateComplete;
    expect(textOf(el)).to.contain('Write a whole time');
    start.focus();
    // Firefox has added that it is in the morning.
    for (const key of ['Backspace', 'ArrowRight', 'Backspace', 'ArrowRight', 'Backspace'])
      await sendKeys({ press: key });
    start.blur();
    await hides(el, 'Write a whole time');
    expect(start.ariaInvalid).to.equal(null);
  });

  it('is not left out when the action is tried again from beside the form', async () => {
    const el = await showCard(asking({ label: 'Start', format: 'time' }));
    const requests = answer(el, () => ({ kind: 'auth-required' }));
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Sign in');
    control(el, 'Start').focus();
    await sendKeys({ type: '3' });
    await press(el, 'Try again');
    await until(
      () => focused() === 'Start',
      () => `the focus is on "${focused()}"`,
    );
    expect(described(control(el, 'Start'))).to.contain('Write a whole time');
    expect(requests).to.have.lengthOf(1);
  });

  it('counts as typed: a new version waits until the form is closed', async () => {
    const el = await showCard(asking({ label: 'Start', format: 'time' }));
    await press(el, 'Approve');
    expect(el.hasUnsavedInput).to.equal(false);
    await sendKeys({ type: '3' });
    expect(el.hasUnsavedInput).to.equal(true);
    control(el, 'Start').blur();
    el.card = card({ hash: 'h2' });
    await shows(el, 'This card was updated.');
    expect((control(el, 'Start') as HTMLInputElement).validity.badInput).to.equal(true);
    await press(el, 'Cancel');
    await hides(el, 'This card was updated.');
    expect(el.hasUnsavedInput).to.equal(false);
  });
});

function asking(input: WireObject): WireObject {
  return card({
    actions: [
      action({
        action_key: 'USER_INPUT',
        user_input: [{ id: 'reason', label: 'Reason', format: 'textarea', ...input }],
      }),
    ],
  });
}
