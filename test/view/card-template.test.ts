import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { action, card } from '../cards.js';
import {
  all,
  answer,
  asks,
  button,
  buttons,
  heading,
  link,
  press,
  showCard,
  shows,
  textOf,
  time,
  until,
} from '../card-page.js';
import { skip } from '../support/skip.js';

describe('given a card with a title', () => {
  it('is an article with that name', async () => {
    const el = await showCard(card({ header: { title: 'Trip to NYC' } }));
    const [article] = all(el, 'article');
    const name = el.shadowRoot?.getElementById(article?.getAttribute('aria-labelledby') ?? '');
    expect(name?.textContent).to.equal('Trip to NYC');
    expect(heading(el, 'Trip to NYC').localName).to.equal('h3');
  });

  for (const [level, title, group] of [
    [1, 'h1', 'h2'],
    [2, 'h2', 'h3'],
    [3, 'h3', 'h4'],
    [4, 'h4', 'h5'],
    [5, 'h5', 'h6'],
    [6, 'h6', 'h6'],
  ] as const)
    it(`has its headings at level ${level} and one below when the page says so`, async () => {
      const el = await showCard(cardWithSection());
      el.setAttribute('heading-level', String(level));
      await el.updateComplete;
      expect(heading(el, 'Trip to NYC').localName).to.equal(title);
      expect(heading(el, 'Taxi to hotel').localName).to.equal(group);
    });

  for (const level of ['0', '-2', 'two', '99'])
    it(`still has a heading when the page asks for level ${level}`, async () => {
      const el = await showCard(card());
      el.setAttribute('heading-level', level);
      await el.updateComplete;
      expect(heading(el, 'Trip to NYC').localName).to.match(/^h[1-6]$/);
    });
});

describe('given a card without a title', () => {
  it('is named after its connector', async () => {
    const el = await showCard(card({ header: {}, name: 'Concur' }));
    expect(heading(el, 'Concur').localName).to.equal('h3');
    expect(textOf(el).split('Concur').length).to.equal(2);
  });
});

describe('given a title, subtitles and related links that lead somewhere', () => {
  const linked = card({
    header: {
      title: 'REQ0047218',
      subtitle: ['for Chidinma Okafor', 'Lagos', 'Urgent'],
      links: {
        title: 'https://desk.example/request',
        subtitle: ['https://desk.example/person', null, ''],
      },
    },
    links: [
      { href: 'https://desk.example/terms', text: 'Terms' },
      { href: 'javascript:alert(1)', text: 'Print' },
    ],
  });

  it('links each one that has a URL, and no other', async () => {
    const el = await showCard(linked);
    expect(all<HTMLAnchorElement>(el, 'a').map((a) => `${textOf(a)} → ${a.href}`)).to.deep.equal([
      'REQ0047218 → https://desk.example/request',
      'for Chidinma Okafor → https://desk.example/person',
      'Terms → https://desk.example/terms',
    ]);
    expect(textOf(el)).to.contain('Print');
  });

  it('keeps the opened page from reaching back', async () => {
    const el = await showCard(linked);
    for (const { rel, target } of all<HTMLAnchorElement>(el, 'a')) {
      expect(rel.split(' ')).to.include.members(['noopener', 'noreferrer']);
      expect(target).to.equal('_blank');
    }
  });
});

describe('given a card with instants', () => {
  it('keeps the exact time with each', async () => {
    const el = await showCard(
      card({
        creation_date: '2020-06-24T11:44:45.039Z',
        due_date: '2020-06-30T18:00:00Z',
        expiration_date: '2020-07-31T00:00:00+02:00',
      }),
      { timeZone: 'Europe/Berlin', lang: 'en' },
    );
    const exact = all<HTMLTimeElement>(el, 'time').map(({ dateTime }) => dateTime);
    expect(exact).to.deep.equal([
      '2020-06-24T11:44:45.039Z',
      '2020-06-30T18:00:00.000Z',
      '2020-07-30T22:00:00.000Z',
    ]);
    expect(textOf(el)).to.contain('Overdue: Jun 30, 2020').and.contain('Expired Jul 31, 2020');
    expect(time(el, 'Jun 30, 2020, 8:00 PM').dateTime).to.contain('T18:00');
  });

  it('says it near as people do', async () => {
    const hour = 3_600_000;
    const el = await showCard(
      card({
        creation_date: new Date(Date.now() - 2.5 * hour).toISOString(),
        due_date: new Date(Date.now() + 3.5 * hour).toISOString(),
      }),
    );
    expect(textOf(el)).to.contain('2 hours ago').and.contain('Due in 3 hours');
  });
});

describe('given a picture for the connector', () => {
  it('shows it without a name, as the wire has none', async () => {
    const el = await showCard(card({ image: { href: '/media/travel.svg' } }));
    const pictures = all<HTMLImageElement>(el, 'img');
    expect(pictures.map(({ alt }) => alt)).to.deep.equal(['']);
  });

  it('shows initials in its place when it is not there', async () => {
    const el = await showCard(card({ name: 'Travel Expense', image: { href: '/package.json' } }));
    await until(
      () => textOf(el).includes('TE'),
      () => `no initials in:\n${textOf(el)}`,
    );
    expect(all(el, 'img').length).to.equal(0);
  });

  it('tries the picture of the next card', async () => {
    const el = await showCard(card({ name: 'Travel Expense', image: { href: '/package.json' } }));
    await until(
      () => all(el, 'img').length === 0,
      () => 'the broken picture is still there',
    );
    el.card = card({ name: 'Travel Expense', image: { href: '/media/travel.svg' } });
    await el.updateComplete;
    expect(all<HTMLImageElement>(el, 'img').map(({ src }) => new URL(src).pathname)).to.deep.equal([
      '/media/travel.svg',
    ]);
  });
});

describe('given pictures and a video in the banner', () => {
  it('shows each with its words, and plays nothing by itself', async () => {
    const el = await showCard(
      card({
        banner: {
          items: [
            {
              type: 'image',
              href: '/media/townhall-harbour.svg',
              title: 'A new harbour',
              description: 'Spring',
            },
            { type: 'video', href: '/media/townhall.mp4', title: 'An invitation' },
          ],
        },
      }),
    );
    expect(textOf(el)).to.contain('A new harbour').and.contain('Spring').and.contain('An invitation');
    const [video] = all<HTMLVideoElement>(el, 'video');
    expect(video?.autoplay).to.equal(false);
    expect(video?.controls).to.equal(true);
    expect(video?.preload).to.equal('none');
    // It takes the focus, to be scrolled.
    const [banner] = all(el, '[part=banner]');
    expect(banner?.tabIndex).to.equal(0);
    expect(banner?.ariaLabelledByElements?.map(textOf)).to.deep.equal(['Trip to NYC']);
  });

  it('keeps the place of a picture that does not come, and says its words once', async () => {
    const el = await showCard(
      card({ banner: { items: [{ type: 'image', href: '/media/none.svg', title: 'A new harbour' }] } }),
    );
    const [picture] = all<HTMLImageElement>(el, '[part=banner-image]');
    await until(
      () => picture?.complete === true,
      () => 'it is still on its way',
    );
    expect(picture?.offsetHeight).to.be.greaterThan(100);
    expect(picture?.alt).to.equal('');
    expect(textOf(el)).to.contain('A new harbour');
  });
});

describe('given actions whose labels nobody can see', () => {
  it('says on each button what it is for', async () => {
    const el = await showCard(
      card({
        actions: [
          action({ action_key: 'DIRECT', label: '\u3164' }),
          action({ action_key: 'OPEN_IN', type: 'GET', label: '\u2800' }),
          action({ action_key: '\u3164', label: '\u200b' }),
        ],
      }),
    );
    expect(all(el, '[part=actions] :is(button, a)').map((one) => one.textContent.trim())).to.deep.equal([
      '\u3164 DIRECT',
      '\u2800 OPEN_IN',
      '\u200b Action',
    ]);
  });
});

describe('given an action that cannot be done', () => {
  it('shows its name, disabled, and says so', async () => {
    const el = await showCard(
      card({ actions: [{ action_key: 'DIRECT', label: 'Decline', completed_label: 'Declined' }] }),
    );
    expect(button(el, 'Decline not available').disabled).to.equal(true);
    expect(asks(el)).to.equal(false);
  });
});

describe('given more rows than the page wants to see', () => {
  const rows = (count: number) =>
    card({
      body: {
        fields: Array.from({ length: count }, (_, i) => ({
          type: 'GENERAL',
          title: `Label ${i + 1}`,
          description: `Value ${i + 1}`,
        })),
      },
    });

  it('folds the rest and says how many there are', async () => {
    const el = await showCard(rows(9));
    el.setAttribute('max-rows', '4');
    await el.updateComplete;
    expect(textOf(el)).to.contain('Value 4').and.not.contain('Value 5');
    await press(el, 'Show 5 more');
    expect(textOf(el)).to.contain('Value 9');
    await press(el, 'Show less');
    expect(textOf(el)).not.to.contain('Value 5');
  });

  it('counts right, and stays open, when there is new data', async () => {
    const el = await showCard(rows(9), { maxRows: 4 });
    el.card = rows(11);
    await el.updateComplete;
    await press(el, 'Show 7 more');
    el.card = rows(12);
    await el.updateComplete;
    expect(textOf(el)).to.contain('Value 12');
  });

  it('folds nothing when all of them fit', async () => {
    const el = await showCard(rows(4), { maxRows: 4 });
    expect(buttons(el)).to.deep.equal(['Approve']);
    expect(textOf(el)).to.contain('Value 4');
  });
});

describe('given text from right to left in a page from left to right', () => {
  it('lets each text take its own direction', async () => {
    const el = await showCard(card({ header: { title: 'اتفاقية إطارية', subtitle: ['Baltic Windworks'] } }));
    expect(getComputedStyle(heading(el, 'اتفاقية إطارية')).unicodeBidi).to.equal('plaintext');
  });
});

describe('given a place whose white space is not that of a text', () => {
  for (const whiteSpace of ['nowrap', 'pre', 'pre-wrap', 'pre-line'])
    it(`breaks lines as elsewhere: ${whiteSpace}`, async () => {
      const json = card({
        header: {
          title: 'Trip to NYC',
          subtitle: ['Rahul Ajmera, who leads the sales of the whole east coast'],
        },
      });
      const el = await showCard(json);
      el.parentElement!.style.inlineSize = '15rem';
      const { offsetHeight } = el;
      el.parentElement!.style.whiteSpace = whiteSpace;
      expect(el.offsetHeight).to.equal(offsetHeight);
    });
});

describe('given a place that indents its paragraphs', () => {
  it('has its initials in their square all the same', async () => {
    const el = await showCard(card());
    const [initials] = all(el, '.initials');
    const left = () => {
      const range = document.createRange();
      range.selectNodeContents(initials!);
      return range.getBoundingClientRect().left;
    };
    const before = left();
    el.parentElement!.style.textIndent = '3em';
    expect(left()).to.equal(before);
  });
});

describe('given paper', () => {
  it('says what has become of the card, and shows nothing to be pressed', async function () {
    if (!navigator.userAgent.includes('Chrome/'))
      return skip(this, 'Only the driver of Chromium can have a page print.');
    const el = await showCard(
      card({
        actions: [
          action({ label: 'Remind' }),
          action({ label: 'Decline', url: { href: 'https://flows.example.com/expense/1/decline' } }),
        ],
      }),
    );
    answer(el, ({ url }) =>
      url.endsWith('decline') ? { kind: 'failed', title: 'It is locked' } : undefined,
    );
    const onPaper = async () => {
      await emulateMedia({ media: 'print' });
      const text = textOf(el);
      await emulateMedia({ media: 'screen' });
      return text;
    };
    expect(await onPaper()).not.to.match(/Remind|Decline/);
    await press(el, 'Decline');
    await shows(el, 'It is locked');
    expect(await onPaper())
      .to.contain('It is locked')
      .and.not.match(/Remind|Try again/);
    await press(el, 'Remind');
    await shows(el, 'Approved');
    expect(await onPaper())
      .to.contain('Approved')
      .and.not.match(/Try again/);
  });
});

describe('given a link', () => {
  it('is found by its words', async () => {
    const el = await showCard(card({ links: [{ href: 'mailto:desk@example.com', text: 'Ask the desk' }] }));
    expect(link(el, 'Ask the desk').href).to.equal('mailto:desk@example.com');
  });
});

function cardWithSection() {
  return card({
    body: {
      fields: [
        {
          type: 'SECTION',
          title: 'Taxi to hotel',
          items: [{ type: 'GENERAL', title: 'City', description: 'Atlanta' }],
        },
      ],
    },
  });
}
