import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { startPreview } from '../../src/preview/preview.js';
import type { FileNews, ServedFile } from '../../src/preview/served-file.js';
import { concurExpense } from '../../stories/cards/index.js';
import { until } from '../card-page.js';
import { axeViolations } from '../support/axe.js';

describe('given the preview page', () => {
  let root: HTMLElement;
  let stop: () => void;

  before(async () => {
    await Promise.all(['base', 'panes', 'layout'].map(addStyles));
  });

  after(() => document.querySelectorAll('link[data-preview]').forEach((link) => link.remove()));

  beforeEach(async () => {
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 900 });
    root = document.body.appendChild(document.createElement('div'));
    root.id = 'preview';
    stop = startPreview(root);
    await cardReads('[part=title]', 'Travel Expense - Trip to NYC');
  });

  afterEach(() => {
    stop();
    root.remove();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('begins with the travel expense, of which there is nothing to say', async () => {
    await reads('#findings-count', 'No faults found.');
  });

  it('shows a sample when it is picked', async () => {
    find('.sample input[value=minimal]').click();
    await cardReads('[part=title]', 'Your parking permit is ready to collect');
    expect(jsonArea().value).to.contain('Your parking permit is ready to collect');
    expect(location.hash).to.equal('#minimal');
  });

  it('says where broken JSON is wrong, and leads there', async () => {
    paste('{"header": {"title": "x",}}');
    await reads('#findings-count', '1 error');
    await reads('.finding', /Line 1, column 26/);
    // The words of a finding are loaded when there is one.
    await cardReads('[part~=notice]', /Line 1, column 26/);
    find('button.finding').click();
    expect(jsonArea().selectionStart).to.equal(25);
    expect(jsonArea().selectionEnd).to.equal(26);
  });

  it('finds the place of a fault in JSON that is well formed', async () => {
    paste('{\n  "header": {\n    "title": 7\n  }\n}');
    await reads('.finding', /Line 3, column 14/);
    find('button.finding').click();
    const { value, selectionStart, selectionEnd } = jsonArea();
    expect(value.slice(selectionStart, selectionEnd)).to.equal('7');
  });

  it('sets a member to a line, and loses nothing of the text by it', async () => {
    paste(
      '{"header":{"title":"a { \\"b\\", c:","title":"d"},"x":[90071992547409931,1.50,{ },[ ],null],"2":"","1":true}',
    );
    await cardReads('[part=title]', 'd');
    const format = [...root.querySelectorAll('button')].find(({ innerText }) => innerText === 'Format')!;
    format.click();
    const lines = [
      '{',
      '  "header": {',
      '    "title": "a { \\"b\\", c:",',
      '    "title": "d"',
      '  },',
      '  "x": [',
      '    90071992547409931,',
      '    1.50,',
      '    {},',
      '    [],',
      '    null',
      '  ],',
      '  "2": "",',
      '  "1": true',
      '}',
    ];
    expect(jsonArea().value).to.equal(lines.join('\n'));
    expect(format.disabled).to.equal(true);
  });

  it('shows several cards in a feed', async () => {
    paste('[{"header": {"title": "One"}}, {"header": {"title": "Two"}}]');
    await becomes(() => find('.stage > *').localName, 'mf-card-feed');
  });

  it('keeps what was written when another sample is picked', async () => {
    paste('{"header": {"title": "Mine"}}');
    await cardReads('[part=title]', 'Mine');
    find('.sample input[value=minimal]').click();
    await cardReads('[part=title]', 'Your parking permit is ready to collect');
    find('.sample input[value=concur-expense]').click();
    await cardReads('[part=title]', 'Mine');
  });

  it('lists the request that the host would send', async () => {
    await approveWith('Fine & fair');
    await cardReads('[part=actions]', /Approved/);
    expect(text('.request-line')).to.equal('POST https://httpbin.org/status/204');
    expect(text('.request pre')).to.equal('comment=Fine+%26+fair');
    expect(text('.request tbody')).to.equal('comment Fine & fair');
  });

  it('shows the message of a host that says no, and begins anew when asked to', async () => {
    choose('#answer', 'no');
    await approveWith('Fine');
    await cardReads('[part=failure]', /The report is closed/);
    find('#bring-back').click();
    await cardReads('footer', 'Approve Decline');
  });

  it('sends again after the sign-in that the host asked for', async () => {
    choose('#answer', 'sign-in');
    await approveWith('Fine');
    await reads('.entry button', 'Sign in and try again');
    find('.entry button').click();
    await cardReads('[part=actions]', /Approved/);
  });

  it('lists what kept a form from being sent', async () => {
    const { actions, ...rest } = concurExpense;
    const [approve] = actions;
    const asking = { ...approve, user_input: [{ id: 'comment', label: 'Comment', min_length: 5 }] };
    paste(JSON.stringify({ ...rest, header: { title: 'Mine' }, actions: [asking] }));
    await cardReads('[part=title]', 'Mine');
    await approveWith('Fine');
    await reads('.entry', /mf-invalid .*Approve: At least 5 characters; there are 4\./);
  });

  describe('opened for a file', () => {
    let tell: (news: FileNews | null) => void;
    const titled = (title: string, problem: string | null = null): FileNews => ({
      path: 'cards/my trip.json',
      text: title && JSON.stringify({ ...concurExpense, header: { title } }),
      problem,
    });
    const file: ServedFile = {
      first: titled('Trip to Lisbon'),
      follow: (listener) => void (tell = listener),
    };

    beforeEach(async () => {
      stop();
      stop = startPreview(root, file);
      await cardReads('[part=title]', 'Trip to Lisbon');
    });

    it('shows it, beside the samples', () => {
      expect(find('.sample:has(:checked)').innerText).to.contain('cards/my trip.json');
      expect(root.querySelectorAll('.sample').length).to.be.above(20);
    });

    it('shows it anew when it is saved, and keeps what was typed into the card', async () => {
      inCard('[part~=action]').click();
      await becomes(focusedPart, 'control');
      await sendKeys({ type: 'Half a rea' });
      tell(titled('Trip to Porto'));
      await sendKeys({ type: 'son' });
      await cardReads('[part=title]', 'Trip to Porto');
      expect((inCard('textarea') as HTMLTextAreaElement).value).to.equal('Half a reason');
    });

    it('keeps what was changed in the page, says so, and leads back to the file', async () => {
      paste('{"header": {"title": "Mine"}}');
      await cardReads('[part=title]', 'Mine');
      tell(titled('Trip to Porto'));
      await reads('.file-note', /what is saved to it is not shown/);
      await drawn();
      expect(cardText('[part=title]')).to.equal('Mine');
      [...root.querySelectorAll('button')].find(({ innerText }) => innerText === 'Show the file')!.click();
      await cardReads('[part=title]', 'Trip to Porto');
      expect(find('.file-note').innerText).to.equal('');
    });

    for (const lineEnd of ['\r\n', '\r'])
      it(`leads to what is wrong in a file whose lines end with ${JSON.stringify(lineEnd)}`, async () => {
        tell({ ...titled(''), text: ['{', '"header": {', '"title": 7', '}', '}'].join(lineEnd) });
        await reads('.finding', /Line 3, column 10/);
        find('button.finding').click();
        const { value, selectionStart, selectionEnd } = jsonArea();
        expect(value.slice(selectionStart, selectionEnd)).to.equal('7');
        expect(text('.gutter')).to.equal('1 2 3 4 5');
      });

    it('leaves a sample alone that is looked at', async () => {
      find('.sample input[value=minimal]').click();
      await cardReads('[part=title]', 'Your parking permit is ready to collect');
      tell(titled('Trip to Porto'));
      await drawn();
      expect(cardText('[part=title]')).to.equal('Your parking permit is ready to collect');
      find('.sample input').click();
      await cardReads('[part=title]', 'Trip to Porto');
    });

    it('says why it can be read no more, and shows it as it was', async () => {
      tell({ ...titled(''), text: null, problem: 'It is not there any more.' });
      await reads('.file-note', 'It is not there any more.');
      await drawn();
      expect(cardText('[part=title]')).to.equal('Trip to Lisbon');
      tell(null);
      await reads('.file-note', /mf-card preview has ended/);
    });
  });

  for (const scheme of ['light', 'dark'])
    for (const width of [1280, 390])
      it(`has no accessibility violation in ${scheme} at ${width} px`, async () => {
        document.documentElement.style.colorScheme = scheme;
        await setViewport({ width, height: 844 });
        await approveWith('Fine');
        await cardReads('[part=actions]', /Approved/);
        paste('{"header": {"title": 7}}');
        await reads('#findings-count', '1 error');
        expect(await axeViolations(root)).to.deep.equal([]);
        document.documentElement.style.colorScheme = '';
      });

  function find(selector: string): HTMLElement {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector} in: ${root.innerText}`);
    return found;
  }

  function text(selector: string): string {
    return find(selector).innerText.replace(/\s+/g, ' ').trim();
  }

  function inCard(selector: string): HTMLElement {
    const shown = root.querySelector('mf-card')?.shadowRoot;
    const found = shown?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector} in: ${shown?.textContent}`);
    return found;
  }

  function cardText(selector: string): string {
    return inCard(selector).innerText.replace(/\s+/g, ' ').trim();
  }

  function jsonArea(): HTMLTextAreaElement {
    return find('#card-json') as HTMLTextAreaElement;
  }

  function paste(json: string): void {
    const area = jsonArea();
    area.value = json;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  const reads = (selector: string, wanted: string | RegExp) => becomes(() => text(selector), wanted);
  const cardReads = (selector: string, wanted: string | RegExp) => becomes(() => cardText(selector), wanted);

  function focusedPart(): string {
    const focused = root.querySelector('mf-card')?.shadowRoot?.activeElement;
    return focused?.getAttribute('part') ?? 'nothing';
  }

  async function drawn(): Promise<void> {
    await root.querySelector('mf-card')?.updateComplete;
    await nextFrame();
  }

  function choose(selector: string, value: string): void {
    const select = find(selector) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  async function approveWith(comment: string): Promise<void> {
    inCard('[part~=action]').click();
    await becomes(focusedPart, 'control');
    await sendKeys({ type: comment });
    inCard('[type=submit]').click();
  }
});

/** Waits until a text is the wanted one. */
async function becomes(read: () => string, wanted: string | RegExp): Promise<void> {
  let found = '';
  await until(
    () => {
      try {
        found = read();
      } catch (error) {
        // What is read is not there yet.
        found = String(error);
      }
      return typeof wanted === 'string' ? found === wanted : wanted.test(found);
    },
    () => `"${found}" in place of ${wanted}`,
  );
}

function addStyles(name: string): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`../../src/preview/${name}.css`, import.meta.url).href;
  link.toggleAttribute('data-preview', true);
  return new Promise((resolve) => {
    link.addEventListener('load', resolve);
    document.head.append(link);
  });
}
