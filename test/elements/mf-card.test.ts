import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { defineElements, type MfCard } from '../../src/index.js';
import { boxerExpense, concurExpense, sampleCards } from '../../stories/cards/index.js';
import { action, card } from '../cards.js';
import {
  all,
  answer,
  button,
  buttons,
  control,
  events,
  focused,
  heading,
  nextEvent,
  press,
  showCard,
  showFeed,
  shows,
  textOf,
  typeInto,
  until,
} from '../card-page.js';
import { sharedText, NO_SHARED } from '../support/shared.js';
import { skip } from '../support/skip.js';

describe('given nothing', () => {
  for (const nothing of [undefined, null])
    it(`shows what the page put there while the card is ${nothing}`, async () => {
      const el = await fixture<MfCard>(html`<mf-card .card=${nothing}>Loading the card</mf-card>`);
      expect(textOf(el)).to.equal('Loading the card');
      el.card = card();
      await el.updateComplete;
      expect(textOf(el)).to.contain('Trip to NYC').and.not.contain('Loading the card');
    });
});

describe('given a card in any shape that connectors use', () => {
  for (const [shape, input] of [
    ['an object', card()],
    ['a text', JSON.stringify(card())],
    ['a text with a byte order mark', `\ufeff${JSON.stringify(card())}`],
    ['a list', [card()]],
    ['a response', { objects: [card()] }],
    ['an aggregated response', { results: [{ connector_id: 'concur', cards: [card()] }] }],
  ] as const)
    it(`shows it from ${shape}`, async () => {
      const el = await showCard(input);
      expect(heading(el, 'Trip to NYC').localName).to.equal('h3');
      expect(el.diagnostics.map(({ code }) => code)).to.deep.equal([]);
    });

  it('shows the first of several, and says that there are more', async () => {
    const el = await showCard([card(), card({ backend_id: 'expense-2', header: { title: 'Hotel' } })]);
    expect(textOf(el)).to.contain('Trip to NYC').and.not.contain('Hotel');
    expect(el.diagnostics.map(({ message }) => message).join()).to.contain('There are 2 cards');
  });
});

describe('given something in which there is nothing to show', () => {
  for (const [input, says] of [
    [{}, 'This card has nothing to show.'],
    [{ id: '1', tags: ['urgent'] }, 'This card has nothing to show.'],
    [[], 'There is no card to show.'],
    [{ objects: [] }, 'There is no card to show.'],
    [{ results: [] }, 'There is no card to show.'],
    [42, 'There is no card here'],
    [true, 'There is no card here'],
    ['', 'This card can’t be shown.'],
    ['Hello', 'This card can’t be shown.'],
    ['null', 'There is no card here'],
    [[null], 'There is no card here'],
  ] as const)
    it(`says so for ${JSON.stringify(input)}`, async () => {
      const el = await showCard(input);
      expect(textOf(el)).to.contain(says);
    });

  it('shows the next card all the same', async () => {
    const el = await showCard('{');
    el.card = card();
    await el.updateComplete;
    expect(heading(el, 'Trip to NYC').localName).to.equal('h3');
    expect(el.diagnostics.length).to.equal(0);
  });
});

describe('given broken JSON', () => {
  it('shows what is wrong, with line and column', async () => {
    const el = await showCard('{\n  "id": "1",\n  "header": {"title": "Trip to NYC",}\n}');
    expect(textOf(el)).to.contain('This card can’t be shown.').and.contain('Line 3, column 37');
  });

  it('tells the page', async () => {
    const el = await showCard(card());
    const told = nextEvent(el, 'mf-diagnostics');
    el.card = '{"id": ';
    const [first] = (await told).diagnostics;
    expect(first?.code).to.equal('json-syntax');
    expect(first?.range?.start.line).to.equal(1);
    expect(first?.range?.start.column).to.equal(8);
  });

  for (const [file, place] of [
    ['boxer-expense', 'Line 36, column 78'],
    ['concur-expense', 'Line 12, column 1'],
    ['linkedin-course', 'Line 12, column 3'],
  ])
    it(`shows where the guide's ${file} goes wrong as it is printed`, async function () {
      const text = await sharedText(`seeds/as-printed/${file}.json.txt`);
      if (text === null) return skip(this, NO_SHARED);
      const el = await showCard(text);
      expect(textOf(el)).to.contain('This card can’t be shown.').and.contain(place);
    });
});

describe('given a page that has its own way with text', () => {
  it('takes on how it is spaced and written, and nothing that is a matter of its fonts', async () => {
    const page = await fixture(
      html`<main style="letter-spacing: 2px; text-transform: uppercase; font-style: italic; white-space: pre">
        <mf-card .card=${card()}></mf-card>
      </main>`,
    );
    const el = page.querySelector('mf-card')!;
    await el.updateComplete;
    const { letterSpacing, textTransform, fontStyle, whiteSpace } = getComputedStyle(
      el.shadowRoot!.querySelector('[part~=fact-value]')!,
    );
    expect([letterSpacing, textTransform, fontStyle, whiteSpace.replace('pre-line', 'normal')]).to.deep.equal(
      ['2px', 'uppercase', 'normal', 'normal'],
    );
  });
});

describe('given what is no JSON', () => {
  for (const [name, what] of [
    ['Promise', Promise.resolve(card())],
    ['Map', new Map()],
    ['Date', new Date()],
    ['Response', new Response()],
    ['HTMLDivElement', document.createElement('div')],
  ] as const)
    it(`says that it was given a ${name}`, async () => {
      const el = await showCard(what);
      expect(textOf(el)).to.contain(`There is no card here: found ${name}.`);
      const feed = await showFeed(what);
      expect(textOf(feed)).to.contain(`There is no card here: found ${name}.`);
    });
});

describe('given JSON in a child script', () => {
  it('shows its card', async () => {
    const el = await fixture<MfCard>(
      html`<mf-card
        ><script type="application/json">
          ${JSON.stringify(card())}
        </script></mf-card
      >`,
    );
    await shows(el, 'Trip to NYC');
  });

  it('shows it when the script comes later', async () => {
    const el = await fixture<MfCard>(html`<mf-card></mf-card>`);
    el.append(jsonScript(JSON.stringify(card())));
    await shows(el, 'Trip to NYC');
  });

  it('shows what is wrong with it', async () => {
    const el = document.createElement('mf-card');
    el.append(jsonScript('{\n"id":,}'));
    await fixture(html`<main>${el}</main>`);
    await shows(el, 'Line 2, column 6');
  });

  it('follows it when the page writes another one, or none', async () => {
    const el = await fixture<MfCard>(html`<mf-card></mf-card>`);
    el.append(jsonScript(JSON.stringify(card())));
    await shows(el, 'Trip to NYC');
    el.replaceChildren(jsonScript(JSON.stringify(card({ hash: 'h2', header: { title: 'Second' } }))));
    await shows(el, 'Second');
    el.querySelector('script')!.textContent = JSON.stringify(
      card({ hash: 'h3', header: { title: 'Third' } }),
    );
    await shows(el, 'Third');
    el.replaceChildren('Nothing yet');
    await shows(el, 'Nothing yet');
  });

  it('leaves it to a page that gives a card, and shows none when that takes the card back with null', async () => {
    const el = await fixture<MfCard>(html`<mf-card></mf-card>`);
    el.append(jsonScript(JSON.stringify(card())), 'Choose a card');
    await shows(el, 'Trip to NYC');
    el.card = null;
    await el.updateComplete;
    expect(textOf(el)).to.contain('Choose a card').and.not.contain('Trip to NYC');
    el.card = undefined;
    await shows(el, 'Trip to NYC');
  });

  /** A page that is still on its way, in which the elements are defined by now. */
  async function openPage(first: string) {
    const { contentDocument: page } = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
    page!.open();
    // Deprecated, but nothing else has a parser wait for the rest.
    const write = (text: string) => (page as unknown as { write(text: string): void }).write(text);
    write(`<!doctype html><script type="module" async src="/src/index.ts"></script><main>${first}`);
    await until(
      () => page!.querySelector('mf-card:defined') !== null,
      () => 'the elements are not defined',
    );
    const el = page!.querySelector('mf-card')!;
    await el.updateComplete;
    return { page: page!, write, el };
  }

  for (const what of ['JSON', 'JSON with a fault'])
    it(`waits for the rest of it while the page comes bit by bit: ${what}`, async () => {
      const json = what === 'JSON' ? JSON.stringify(card()) : '{"id":"1","header":,}';
      const { page, write, el } = await openPage(
        `<mf-card><script type="application/json">${json.slice(0, 9)}`,
      );
      expect(textOf(el)).to.equal('');
      write(json.slice(9, 15));
      await aTimeout(20);
      expect(textOf(el)).to.equal('');
      write(`${json.slice(15)}</script></mf-card>`);
      if (what === 'JSON') await shows(el, 'Trip to NYC');
      page.close();
      await shows(el, what === 'JSON' ? 'Trip to NYC' : 'Line 1, column 20');
    });

  it('prefers the property', async () => {
    const el = document.createElement('mf-card');
    el.append(jsonScript(JSON.stringify(card())));
    el.card = card({ header: { title: 'From the property' } });
    await fixture(html`<main>${el}</main>`);
    await shows(el, 'From the property');
  });
});

describe('given a property that was set before the element was defined', () => {
  it('shows the card', async () => {
    const early = Object.assign(document.createElement('early-card'), { card: card() }) as unknown as MfCard;
    await fixture(html`<main>${early}</main>`);
    defineElements({ prefix: 'early' });
    await early.updateComplete;
    expect(heading(early, 'Trip to NYC').localName).to.equal('h3');
    expect(buttons(early)).to.deep.equal(['Approve']);
  });
});

describe('given the same data again', () => {
  it('draws nothing anew', async () => {
    const el = await showCard(concurExpense);
    let changes = 0;
    new MutationObserver((records) => {
      changes += records.length;
    }).observe(el.renderRoot, { childList: true, subtree: true, attributes: true, characterData: true });
    el.card = structuredClone(concurExpense);
    await el.updateComplete;
    await Promise.resolve();
    expect(changes).to.equal(0);
  });
});

describe('given faulty parts', () => {
  it('shows the rest', async () => {
    const el = await showCard(
      card({
        header: { title: 40718, subtitle: 'one text' },
        body: { fields: ['a text', null, 7, { type: 'GENERAL', title: 'Amount', description: 12.5 }] },
        actions: [null, action(), 'Decline'],
      }),
    );
    expect(textOf(el)).to.contain('40718').and.contain('one text').and.contain('12.5');
    expect(buttons(el)).to.deep.equal(['Approve']);
    expect(el.diagnostics.filter(({ severity }) => severity === 'error').length).to.be.greaterThan(3);
  });
});

describe('given an element two shadow roots deep in a page', () => {
  it('is used as anywhere else', async () => {
    const { el, place } = await nested();
    const requests = answer(place, () => undefined);
    await press(el, 'Approve');
    expect(focused()).to.equal('Comment');
    await typeInto(el, 'Comment', 'fine');
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(requests.map(({ body }) => body)).to.deep.equal(['comment=fine']);
    expect(focused()).to.equal('Approved');
  });

  it('sends its events up to the page', async () => {
    const { el, place } = await nested();
    const settled = events(place, 'mf-action-settled');
    answer(place, () => undefined);
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(settled.map(({ outcome }) => outcome.kind)).to.deep.equal(['done']);
  });

  it('speaks the language of the page', async () => {
    const { el } = await nested('de');
    el.timeZone = 'UTC';
    await el.updateComplete;
    expect(textOf(el)).to.contain('24.06.2020, 11:44');
  });

  it('names its inputs and its article', async () => {
    const { el } = await nested();
    await press(el, 'Decline');
    expect(control(el, 'Reason').localName).to.equal('textarea');
  });

  async function nested(lang = 'en') {
    const place = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
    const inner = document.createElement('div');
    place.attachShadow({ mode: 'open' }).append(inner);
    const el = Object.assign(document.createElement('mf-card'), { card: concurExpense });
    inner.attachShadow({ mode: 'open' }).append(el);
    await el.updateComplete;
    return { place, el };
  }
});

describe('given the texts of the page in place of the English ones', () => {
  it('uses those that there are', async () => {
    const el = await showCard(concurExpense, { messages: { submit: 'Absenden', cancel: 'Abbrechen' } });
    await press(el, 'Approve');
    expect(buttons(el)).to.deep.equal(['Approve', 'Decline', 'Absenden', 'Abbrechen']);
    el.messages = { submit: 'Senden' };
    await el.updateComplete;
    expect(buttons(el)).to.include.members(['Senden', 'Cancel']);
  });

  it('says in them what is wrong with a card that can’t be shown', async () => {
    const words = { 'comma-last': 'Vor {0} steht ein Komma zu viel.' };
    const el = await showCard('[1,]', { messages: { diagnostics: { words } } });
    expect(textOf(el)).to.contain('Vor ] steht ein Komma zu viel. Remove the one at');
  });
});

describe('given the focus', () => {
  it('goes to the first link or button when the page focuses the card', async () => {
    const el = await showCard(concurExpense);
    el.focus();
    expect(focused()).to.equal('Travel Expense - Trip to NYC');
  });
});

describe('given hostile text', () => {
  const bad = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>{{constructor}}${1}';
  const hit = () => 'hit' in window;

  it('shows it as text, wherever it stands', async () => {
    const el = await showCard(hostile(bad));
    expect(textOf(el).split('<img src=x').length - 1).to.be.greaterThan(14);
    expect(all(el, 'img, script').length).to.equal(0);
    await press(el, bad);
    expect(textOf(el)).to.contain(`${bad} required`);
    expect(all(el, 'option').map(({ textContent }) => textContent)).to.include(bad);
    expect(all(el, 'img, script').length).to.equal(0);
    expect(hit()).to.equal(false);
  });

  it('shows it as text in a failure and in a result', async () => {
    const el = await showCard(card({ actions: [action({ completed_label: bad })] }));
    let fails = true;
    answer(el, () => (fails ? { kind: 'failed', title: bad, text: bad } : undefined));
    await press(el, 'Approve');
    await shows(el, 'Try again');
    expect(textOf(el).split(bad).length).to.equal(3);
    fails = false;
    await press(el, 'Try again');
    await shows(el, bad);
    expect(all(el, 'img, script').length).to.equal(0);
    expect(hit()).to.equal(false);
  });

  it('draws the same elements as for harmless text', async function () {
    const file = await sharedText('safety/xss-html.json');
    if (file === null) return skip(this, NO_SHARED);
    const { items } = JSON.parse(file) as { items: { payload: string }[] };
    const el = await showCard(hostile('harmless'));
    const elements = () =>
      all(el, '*')
        .map(({ localName }) => localName)
        .join(' ');
    const harmless = elements();
    for (const { payload } of items) {
      // Long and many-lined ones are clamped, and blank ones left out.
      const text = `x ${payload.replace(/\s+/g, ' ').slice(0, 300)}`;
      el.card = hostile(text);
      await el.updateComplete;
      expect(elements(), text).to.equal(harmless);
    }
    expect(hit()).to.equal(false);
  });

  function hostile(text: string) {
    return card({
      name: text,
      header: { title: text, subtitle: [text, text] },
      links: [{ href: 'https://desk.example/', text }],
      banner: { items: [{ type: 'video', href: '/media/none.mp4', title: text, description: text }] },
      body: {
        description: text,
        fields: [
          { type: 'GENERAL', title: text, subtitle: text, description: text },
          { type: 'SECTION', title: text, items: [{ title: text, description: text }] },
          { type: 'COMMENT', title: text, comments: [{ display_name: text, text }] },
          { type: 'ATTACHMENT_URL', attachment_name: text, title: text, description: text },
          { type: 'TRIPINFO', title: text, content: [{ title: text, text }] },
          { type: text, title: text, description: text },
        ],
      },
      actions: [
        action({
          action_key: 'USER_INPUT',
          label: text,
          user_input: [
            {
              id: 'a',
              label: text,
              format: 'select',
              display_content: text,
              options: { [text]: text },
              min_length: 1,
            },
            { id: text, label: text, format: text, value: text },
          ],
        }),
      ],
    });
  }
});

describe('given one card after the other in the same element', () => {
  it('leaves nothing of the card before', async () => {
    const el = await showCard(concurExpense);
    await press(el, 'Approve');
    for (const { json } of sampleCards) {
      el.card = json;
      await el.updateComplete;
    }
    el.card = boxerExpense;
    await el.updateComplete;
    expect(buttons(el)).to.deep.equal(['Approve', 'Decline']);
    expect(button(el, 'Approve').ariaExpanded).to.equal('false');
    expect(textOf(el)).not.to.contain('Trip to NYC');
  });
});

function jsonScript(text: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = text;
  return script;
}
