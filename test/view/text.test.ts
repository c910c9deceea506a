import { expect, fixture, html } from '@open-wc/testing';
import { linkedinCourse } from '../../stories/cards/index.js';
import { card, type WireObject } from '../cards.js';
import type { MfCard } from '../../src/index.js';
import { all, button, buttons, facts, press, showCard, textOf, time } from '../card-page.js';

describe('given an instant as the description of a field', () => {
  for (const [timeZone, lang, shown] of [
    ['Asia/Tokyo', 'de', '24.06.2020, 20:44'],
    ['America/New_York', 'en-GB', '24 Jun 2020, 07:44'],
    ['Pacific/Kiritimati', 'fr', '25 juin 2020, 01:44'],
    ['Pacific/Pago_Pago', 'ja', '2020/06/24 0:44'],
  ] as const)
    it(`says it as a reader of ${lang} in ${timeZone} does, and keeps the original`, async () => {
      const el = await showCard(dated('2020-06-24T11:44:45.039Z'));
      el.setAttribute('time-zone', timeZone);
      el.lang = lang;
      el.card = dated('2020-06-24T11:44:45.039Z');
      await el.updateComplete;
      expect(facts(el)).to.deep.equal([`Date: ${shown}`]);
      expect(time(el, '2020-06-24T11:44:45.039Z').dateTime).to.equal('2020-06-24T11:44:45.039Z');
    });

  it('takes the language from the page round it', async () => {
    const place = await fixture<HTMLElement>(
      html`<div lang="de">
        <mf-card time-zone="UTC" .card=${dated('2020-06-24T11:44:45.039Z')}></mf-card>
      </div>`,
    );
    const el = place.querySelector<MfCard>('mf-card')!;
    expect(facts(el)).to.deep.equal(['Date: 24.06.2020, 11:44']);
  });

  it('shows something readable in a zone and a language that do not exist', async () => {
    const el = await showCard(dated('2020-06-24T11:44:45.039Z'), {
      timeZone: 'Middle/Earth',
      lang: 'xx-invalid-language-tag',
    });
    expect(facts(el).join()).to.match(/Date: .*2020/);
  });
});

describe('given a date without a time', () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Asia/Kolkata'])
    it(`is the same day in ${timeZone}`, async () => {
      const el = await showCard(dated('2019-12-13'), { timeZone, lang: 'en' });
      expect(facts(el)).to.deep.equal(['Date: Dec 13, 2019']);
      expect(time(el, '2019-12-13').dateTime).to.equal('2019-12-13');
    });
});

describe('given a text that only looks like a date', () => {
  for (const text of [
    '2020-13-45',
    '2020-02-30T10:00:00Z',
    '12/13/2019',
    '20200624',
    '2020-06-24T11:44:45Z or so',
  ])
    it(`leaves ${text} as it is`, async () => {
      const el = await showCard(dated(text));
      expect(facts(el)).to.deep.equal([`Date: ${text}`]);
    });
});

describe('given a long text', () => {
  it('shows some lines of it, and the rest on demand', async () => {
    const el = await showCard(linkedinCourse);
    expect(textOf(el)).to.contain('Come with questions, leave with answers');
    const before = heightOf(el);
    expect(button(el, 'Show more').ariaExpanded).to.equal('false');
    await press(el, 'Show more');
    expect(heightOf(el)).to.be.greaterThan(before);
    expect(button(el, 'Show less').ariaExpanded).to.equal('true');
    await press(el, 'Show less');
    expect(heightOf(el)).to.equal(before);
  });

  it('stays open when there is new data', async () => {
    const el = await showCard(linkedinCourse);
    await press(el, 'Show more');
    el.card = { ...linkedinCourse, importance: 3 };
    await el.updateComplete;
    expect(buttons(el)).to.deep.equal(['Show less']);
  });

  it('opens only the text that was asked for', async () => {
    const long = 'All is said twice. '.repeat(30);
    const el = await showCard(
      card({
        actions: [],
        body: {
          description: long,
          fields: [{ type: 'COMMENT', comments: [{ text: long }, { text: 'short' }] }],
        },
      }),
    );
    expect(buttons(el)).to.deep.equal(['Show more', 'Show more']);
    await press(el, 'Show more');
    expect(buttons(el)).to.deep.equal(['Show less', 'Show more']);
  });

  it('counts lines as well as characters', async () => {
    const el = await showCard(
      card({ actions: [], body: { description: 'one\ntwo\nthree\nfour\nfive\nsix\nseven' } }),
    );
    expect(buttons(el)).to.deep.equal(['Show more']);
  });
});

describe('given a text with lines', () => {
  it('keeps them', async () => {
    const el = await showCard(card({ body: { description: 'first line\nsecond line' } }));
    expect(linesIn(all(el, '[part=description]')[0]!)).to.equal(2);
  });
});

function linesIn(el: HTMLElement): number {
  const words = new Range();
  words.selectNodeContents(el);
  return new Set(Array.from(words.getClientRects(), ({ top }) => top)).size;
}

function dated(description: string): WireObject {
  return card({ actions: [], body: { fields: [{ type: 'GENERAL', title: 'Date', description }] } });
}

function heightOf(el: HTMLElement): number {
  return el.getBoundingClientRect().height;
}
