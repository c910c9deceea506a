import { expect } from '@open-wc/testing';
import type { MfCard } from '../../src/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  all,
  click,
  control,
  described,
  events,
  facts,
  focused,
  link,
  nextEvent,
  press,
  showCard,
  showFeed,
  textOf,
  until,
  withoutTabs,
} from '../card-page.js';

const saying = (description: string, more: WireObject = {}) =>
  card({ body: { description }, actions: [], ...more });

async function rich(description: string, settings: Partial<MfCard> = {}): Promise<MfCard> {
  return showCard(saying(description), { richText: true, ...settings });
}

/** What is inside the rich texts of a card, without what every one of them has. */
function markup(el: Element): string {
  return all(el, '.rich-text')
    .map(({ innerHTML }) => innerHTML)
    .join('\n');
}

describe('given a description with tags', () => {
  const text = '<p>Please <b>approve</b>:</p><ul><li>Taxi</li><li>Hotel</li></ul>';

  it('shows every character of it where nobody asks for rich text', async () => {
    const el = await showCard(saying(text));
    expect(textOf(el)).to.contain(text);
  });

  it('shows paragraphs, lists and emphasis where the page asks for them', async () => {
    const el = await rich(text);
    expect(markup(el)).to.equal(text);
    expect(textOf(el)).to.contain('Please approve:\nTaxi\nHotel');
  });

  it('shows them by the attribute, too, and as text again without it', async () => {
    const el = await showCard(saying(text));
    el.setAttribute('rich-text', '');
    await el.updateComplete;
    expect(markup(el)).to.equal(text);
    el.removeAttribute('rich-text');
    await el.updateComplete;
    expect(textOf(el)).to.contain(text);
  });

  it('shows them on each card of a feed that asks for them', async () => {
    const feed = await showFeed([saying(text), saying(text, { backend_id: 'expense-2' })], {
      richText: true,
    });
    expect(markup(feed)).to.equal(`${text}\n${text}`);
  });

  it('keeps what is there when the card is drawn again', async () => {
    const el = await rich(text);
    const [before] = all(el, '.rich-text');
    el.card = saying(text, { hash: 'h2', header: { title: 'Another title' } });
    await el.updateComplete;
    expect(all(el, '.rich-text')[0] === before).to.equal(true);
    expect(markup(el)).to.equal(text);
  });

  it('shows its next version', async () => {
    const el = await rich(text);
    el.card = saying('<p>Thanks</p>', { hash: 'h2' });
    await el.updateComplete;
    expect(markup(el)).to.equal('<p>Thanks</p>');
  });

  it('folds what is long, and opens it', async () => {
    const long = `<p>${'Many words. '.repeat(60)}</p><p>The end.</p>`;
    const el = await rich(long);
    const [folded] = all(el, '.clamped > .rich-text');
    expect(folded && folded.scrollHeight > folded.clientHeight).to.equal(true);
    await press(el, 'Show more');
    expect(all(el, '.clamped').length).to.equal(0);
    expect(textOf(el)).to.contain('The end.');
  });

  for (const [direction, text] of [
    ['rtl', '<ul><li>12 – מונית</li></ul><p>Taxi</p>'],
    ['ltr', '<ul><li>12 – Taxi</li></ul><p>מונית</p>'],
    ['rtl', '<p><b></b>«سيارة أجرة» (taxi)</p>'],
  ] as const)
    it(`is read ${direction} where its first letter is: ${text}`, async () => {
      const el = await rich(text);
      expect(all(el, '.rich-text').map((one) => getComputedStyle(one).direction)).to.deep.equal([direction]);
    });

  it('is read as the page is where it has no letters', async () => {
    const el = await rich('<p>12 <b>€</b></p>');
    el.dir = 'rtl';
    expect(all(el, '.rich-text').map((one) => getComputedStyle(one).direction)).to.deep.equal(['rtl']);
  });
});

describe('given other texts that have tags', () => {
  it('draws them in the fields, the comments and the explanations of inputs', async () => {
    const el = await showCard(
      card({
        body: {
          fields: [
            { type: 'GENERAL', title: 'Reason', description: 'Client <b>visit</b>' },
            { type: 'COMMENT', comments: [{ display_name: '<b>Ann</b>', text: 'Looks <i>fine</i>' }] },
          ],
        },
        actions: [
          action({
            action_key: 'USER_INPUT',
            user_input: [{ id: 'why', label: '<b>Why</b>', display_content: 'In <em>one</em> sentence' }],
          }),
        ],
      }),
      { richText: true },
    );
    await press(el, 'Approve');
    await el.updateComplete;
    expect(markup(el)).to.equal('Client <b>visit</b>\nLooks <i>fine</i>\nIn <em>one</em> sentence');
    expect(facts(el)).to.deep.equal(['Reason: Client visit']);
    expect(described(control(el, '<b>Why</b>'))).to.equal('In one sentence');
    expect(textOf(el)).to.contain('<b>Ann</b>');
  });
});

describe('given a text that merely has a <', () => {
  for (const text of [
    'if a < b and c > d',
    'a<b and b>c',
    'I <3 it',
    'write to <ann@a.example> or <https://a.example>',
    '<y>',
    'the <limit> is 5',
    '&lt;b&gt;',
    '<b and c>',
  ])
    it(`shows all of ${text}`, async () => {
      const el = await rich(text);
      expect(markup(el)).to.equal('');
      expect(textOf(el)).to.contain(text);
    });

  it('shows what is no tag also beside what is one', async () => {
    const el = await rich('<p>If a <b, write to <ann@a.example>: <limit> &lt; 5</p><plaintext>!');
    expect(textOf(el)).to.contain('If a <b, write to <ann@a.example>: <limit> < 5');
    expect(textOf(el)).to.contain('<plaintext>!');
  });
});

describe('given hostile tags', () => {
  it('leaves nothing in but what is on its list', async () => {
    const el = await rich(
      '<p id="title" name="x" class="primary" style="color:red" part="action" data-press onclick="x()" slot="x" dir="rtl" ' +
        'title="x" aria-label="x">One</p><img src="https://a.example/x.png"><form action="/x"><input name="y"><button>Two</button>' +
        '</form><style>p{}</style><script>x()</script><iframe src="/x"></iframe><svg onload="x()"></svg><video src="/v"></video>' +
        '<link rel="stylesheet" href="/x.css"><h1>Three</h1><object data="/x"></object><div><font color="red">Four</font></div>',
    );
    expect(markup(el)).to.equal('<p>One</p>Two<p><strong>Three</strong></p><div>Four</div>');
  });

  it('takes no text as an element of the library', async () => {
    const el = await rich('<p>x</p><mf-card rich-text></mf-card><mf-card-feed src="/x"></mf-card-feed>');
    expect(markup(el)).to.equal(
      '<p>x</p>&lt;mf-card rich-text&gt;&lt;/mf-card&gt;&lt;mf-card-feed src="/x"&gt;&lt;/mf-card-feed&gt;',
    );
  });

  it('is shown where it nests deeper than WebKit can parse', async () => {
    const cell = '<table><tbody><tr><td>';
    const end = '</td></tr></tbody></table>';
    const el = await rich(`<p>Taxi</p>${cell.repeat(128)}Hotel${end.repeat(128)}<p>Flight</p>`);
    expect(textOf(el)).to.match(/Taxi\s+Hotel\s+Flight/);
  });

  it('leaves lists and tables of a long text as they were written', async () => {
    const item = '<li>A <b>bold</b> <a href="https://a.example/?a=1&amp;b=2">link</a></li>';
    const row = '<tr><td>A</td><td>B &lt; C</td></tr>';
    const long = `<ul>${item.repeat(40)}</ul><table><tbody>${row.repeat(60)}</tbody></table>`;
    const el = await rich(`<!-- from a mail --><div class="mail">${long}</div>`);
    expect(markup(el).replaceAll(/ (?:part|data-open|target|rel)="[^"]*"/g, '')).to.equal(
      `<div>${long}</div>`,
    );
  });

  it('stays within the card', async () => {
    const el = await rich(
      `<p>${'W'.repeat(2000)}</p><pre>${'x'.repeat(2000)}</pre><table><tr>${'<td>cell</td>'.repeat(200)}</tr></table>`,
    );
    expect(el.scrollWidth <= el.clientWidth).to.equal(true);
    expect(document.documentElement.scrollWidth <= innerWidth).to.equal(true);
  });
});

describe('given links in rich text', () => {
  it('opens them as all others, by an event that the page can prevent', async () => {
    const el = await rich('See <a href=" https://a.example/x " target="_top" rel="opener">the report</a>');
    const opened = withoutTabs(el);
    const { rel, target } = link(el, 'the report');
    expect([rel, target]).to.deep.equal(['noopener noreferrer', '_blank']);
    await click(link(el, 'the report'));
    expect(opened).to.deep.equal(['link https://a.example/x']);
  });

  it('shows the text alone of those that the policy refuses, and tells the author where they are', async () => {
    const el = await showCard(undefined, { richText: true });
    const told = nextEvent(el, 'mf-diagnostics');
    el.card = { objects: [saying('<p>See <a href="&#106;avascript:alert(1)">this</a> and <a>that</a></p>')] };
    const { diagnostics } = await told;
    await el.updateComplete;
    expect(markup(el)).to.equal('<p>See this and that</p>');
    expect(diagnostics.map(({ code, path }) => [code, path.join('.')])).to.deep.equal([
      ['blocked-url', 'objects.0.body.description'],
    ]);
    expect(diagnostics[0]?.message).to.contain('javascript:alert(1)');
  });

  it('tells it again of the same card when it comes once more, and no longer of a sound one', async () => {
    const wire = () => saying('<a href="data:text/html,x">this</a>');
    const el = await rich('x');
    const heard = events(el, 'mf-diagnostics');
    const said = () =>
      heard
        .at(-1)
        ?.diagnostics.map(({ code }) => code)
        .join() ?? 'nothing';
    for (const given of [wire(), { ...wire(), tags: ['new'] }]) {
      el.card = given;
      await until(() => heard.length > 0 && said() === 'blocked-url', said);
      heard.length = 0;
    }
    el.card = saying('<b>Sound</b>', { hash: 'h2' });
    await until(() => heard.length > 0 && said() === '', said);
  });

  it('uses the schemes that the page adds, from the moment on that it does', async () => {
    const el = await rich('<a href="msteams:/l/chat">Chat</a>');
    expect(all(el, '.rich-text a').length).to.equal(0);
    el.urlPolicy = { schemes: ['msteams'] };
    await el.updateComplete;
    expect(link(el, 'Chat').getAttribute('href')).to.equal('msteams:/l/chat');
  });

  it('can be reached by keyboard', async () => {
    const el = await rich('See <a href="https://a.example/">the report</a>');
    link(el, 'the report').focus();
    expect(focused()).to.equal('the report');
  });
});
