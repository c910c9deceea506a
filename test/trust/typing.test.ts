import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MfCard } from '../../src/index.js';
import { INPUTS, tripAsking, type AskedFormat } from '../../stories/cards/every-format.js';
import { all, button, focused, press, showCard } from '../card-page.js';
import { tries } from '../support/tries.js';

const REFRESHES = tries(12, 1000);
const KEYS = tries(12, 200);
const EVERY = 50;

/** What a user does in an input, key by key, and again from the start when it is at its end. */
const STROKES: Readonly<Partial<Record<AskedFormat, readonly string[]>>> = {
  number: Array.from('1234567890'),
  date: Array.from('03312026').concat('ArrowUp', 'ArrowLeft'),
  time: Array.from('0230').concat('p', 'ArrowUp', 'ArrowLeft'),
  datetime: Array.from('03312026').concat('ArrowUp', 'ArrowLeft'),
  range: ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight', 'Home'],
  select: ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown'],
  radio: ['ArrowDown', 'ArrowDown', 'ArrowUp'],
  checkbox: [' ', 'Tab', ' ', 'Shift+Tab', ' '],
  box: [' ', ' ', ' '],
  long: Array.from('port'),
};
const LETTERS = Array.from('The quick, brown fox: jumps over 2 lazy dogs!');

/**
 * The card as it comes the next time: other ids, texts, presets; more before and after the input. Under the same hash, as
 * of connectors that make it of the record's id: another one waits until the form is closed, and nothing is drawn.
 */
function version(format: AskedFormat, i: number, hash = 'h') {
  const json = tripAsking(format);
  const fields = Array.from({ length: 1 + (i % 3) }, (_, row) => ({
    type: 'GENERAL',
    title: `Row ${row}`,
    description: `Version ${i}`,
  }));
  const [plan, off] = json.actions;
  const asking = {
    ...plan!,
    id: crypto.randomUUID(),
    label: `Plan ${i}`,
    user_input: plan!.user_input!.map((input) => ({
      ...input,
      label: `${input.label} ${i}`,
      ...(i % 2 && { display_content: `Help ${i}` }),
      ...(typeof Reflect.get(input, 'value') === 'string' && { value: String((i % 7) + 2) }),
    })),
  };
  // Its place in the row changes, too.
  return { ...json, hash, body: { fields }, actions: i % 2 ? [off, asking] : [asking, off] };
}

/** What can be seen of the input: its values, where the caret is, what has the focus. */
function seen(el: MfCard) {
  const controls = all<HTMLInputElement>(el, 'form :is(input, textarea, select)');
  const active = (el.shadowRoot?.activeElement ?? null) as HTMLInputElement | null;
  return {
    values: controls.map((one) => (/radio|checkbox/.test(one.type) ? one.checked : one.value)),
    focus: active ? controls.indexOf(active) : -1,
    caret: active && caretOf(active),
  };
}

function caretOf(active: HTMLInputElement): string | null {
  try {
    return `${active.selectionStart}–${active.selectionEnd}`;
  } catch {
    return null;
  }
}

async function stroke(key: string): Promise<void> {
  if (key === 'Shift+Tab') {
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
  } else if (key.length === 1) {
    await sendKeys({ type: key });
  } else {
    await sendKeys({ press: key });
  }
}

/** Types, selects a little of it, takes back, while `meanwhile` runs; what is seen after each of the three. */
async function fill(el: MfCard, format: AskedFormat, pause: number) {
  const strokes = STROKES[format] ?? LETTERS;
  const after = [];
  for (let i = 0; i < KEYS; i++) {
    await stroke(strokes[i % strokes.length]!);
    if (pause) await aTimeout(pause);
  }
  after.push(seen(el));
  if (strokes === LETTERS || format === 'number') {
    await sendKeys({ down: 'Shift' });
    for (let i = 0; i < 3; i++) await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ up: 'Shift' });
    if (pause) await aTimeout(2 * EVERY);
    after.push(seen(el));
    await sendKeys({ down: 'Control' });
    // How much one step takes back depends on when it was typed; all of them take all of it back.
    for (let i = 0; i < KEYS + 3; i++) await sendKeys({ press: 'z' });
    await sendKeys({ up: 'Control' });
    if (pause) await aTimeout(2 * EVERY);
    after.push(seen(el));
  }
  return after;
}

describe('given new data all the time', function () {
  if (REFRESHES > 100) this.timeout(0);

  for (const format of Object.keys(INPUTS) as AskedFormat[])
    it(`loses nothing of what is entered in ${format}`, async () => {
      const still = await showCard(version(format, 0));
      await press(still, 'Plan 0');
      const expected = await fill(still, format, 0);
      still.remove();

      const el = await showCard(version(format, 0));
      await press(el, 'Plan 0');
      let refreshes = 0;
      const timer = setInterval(() => {
        if (refreshes < REFRESHES) el.card = version(format, ++refreshes);
      }, EVERY);
      const found = await fill(el, format, (REFRESHES * EVERY) / KEYS);
      while (refreshes < REFRESHES) await aTimeout(EVERY);
      clearInterval(timer);
      await el.updateComplete;
      expect(found).to.deep.equal(expected);
      expect(seen(el)).to.deep.equal(expected.at(-1));
      expect(button(el, `Plan ${REFRESHES}`).ariaExpanded).to.equal('true');
    });

  it('loses nothing of what is entered when versions under another hash wait, and come in', async () => {
    const expected = Array.from({ length: KEYS }, (_, i) => LETTERS[i % LETTERS.length]).join('');
    const el = await showCard(version('textarea', 0));
    await press(el, 'Plan 0');
    let refreshes = 0;
    const timer = setInterval(() => {
      if (refreshes < REFRESHES) el.card = version('textarea', ++refreshes, `h${refreshes}`);
    }, EVERY);
    for (const key of expected) {
      await stroke(key);
      await aTimeout((REFRESHES * EVERY) / KEYS);
    }
    while (refreshes < REFRESHES) await aTimeout(EVERY);
    clearInterval(timer);
    await el.updateComplete;
    const before = seen(el);
    expect([before.values, before.focus]).to.deep.equal([[expected], 0]);
    expect(button(el, 'Plan 0').ariaExpanded).to.equal('true');
    await press(el, 'Show');
    expect(button(el, `Plan ${REFRESHES}`).ariaExpanded).to.equal('true');
    expect(seen(el)).to.deep.equal(before);
  });

  it('does not break a word that is being composed', async () => {
    const el = await showCard(version('textarea', 0));
    await press(el, 'Plan 0');
    expect(focused()).to.match(/^Purpose/);
    const area = all<HTMLTextAreaElement>(el, 'textarea')[0]!;
    const heard: string[] = [];
    area.addEventListener('compositionend', () => heard.push('end'));
    await sendKeys({ type: 'a' });
    area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    for (let i = 1; i <= 5; i++) {
      area.setRangeText('に', area.value.length, area.value.length, 'end');
      area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
      el.card = version('textarea', i);
      await el.updateComplete;
    }
    expect([area.value, area.isConnected, heard]).to.deep.equal(['aにににに' + 'に', true, []]);
  });
});
