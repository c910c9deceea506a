import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { jiraComments, pagerdutyIncident, travelItinerary } from '../../stories/cards/index.js';
import { card } from '../cards.js';
import { all, facts, heading, link, showCard, textOf } from '../card-page.js';

describe('given plain fields', () => {
  it('shows them as one list of labels and values', async () => {
    const el = await showCard(
      card({
        body: {
          fields: [
            { type: 'GENERAL', title: 'Requested by', description: 'Rahul Ajmera' },
            { type: 'GENERAL', title: 'Amount', description: 'INR 117,088.92' },
          ],
        },
      }),
    );
    expect(facts(el)).to.deep.equal(['Requested by: Rahul Ajmera', 'Amount: INR 117,088.92']);
    expect(all(el, 'dl').length).to.equal(1);
  });
});

describe('given a section', () => {
  it('shows its items below its heading', async () => {
    const el = await showCard(
      card({
        body: {
          fields: [
            {
              type: 'SECTION',
              title: 'Taxi to hotel',
              items: [
                { type: 'GENERAL', title: 'City', description: 'Atlanta' },
                { type: 'GENERAL', title: 'Paid', description: 'in cash' },
              ],
            },
          ],
        },
      }),
    );
    const group = heading(el, 'Taxi to hotel').closest('section')!;
    expect(facts(group)).to.deep.equal(['City: Atlanta', 'Paid: in cash']);
  });
});

describe('given comments', () => {
  it('lists them in their order, with author and exact time', async () => {
    const el = await showCard(jiraComments);
    const comments = all(el, 'ol > li');
    expect(comments.length).to.equal(8);
    expect(textOf(comments[0]!))
      .to.match(/^Priya Raghunathan/)
      .and.to.contain('Seen on all three gateways');
    expect(comments.map((one) => all<HTMLTimeElement>(one, 'time')[0]?.dateTime).slice(0, 2)).to.deep.equal([
      '2026-11-16T01:54:00.000Z',
      '2026-11-16T08:41:00.000Z',
    ]);
  });

  it('reads the older form, without author and time', async () => {
    const el = await showCard(
      card({ body: { fields: [{ type: 'COMMENT', title: 'Items', content: [{ text: 'Monitor: 2' }] }] } }),
    );
    expect(all(el, 'ol > li').map(textOf)).to.deep.equal(['Monitor: 2']);
  });
});

describe('given a trip', () => {
  it('shows its stops and its legs, with times as they are at the airport', async () => {
    const el = await showCard(travelItinerary, { timeZone: 'Pacific/Kiritimati' });
    expect(textOf(el)).to.contain('Harbourfront Residence').and.contain('Ingrid Solheim, Wei Ling Tan');
    expect(facts(el)).to.include.members(['Flight: LH 863', 'Time: 17:05', 'Date: May 10, 2027']);
  });
});

describe('given files', () => {
  it('links the name and tells type and size', async () => {
    const el = await showCard(
      card({
        body: {
          fields: [
            {
              type: 'ATTACHMENT_URL',
              title: 'Click here to download',
              attachment_name: 'Receipt.pdf',
              attachment_url: '/files/receipt',
              attachment_content_type: 'application/pdf',
              attachment_content_length: 486211,
              vendor_attachment_url: 'https://vendor.example/receipt',
            },
          ],
        },
      }),
    );
    expect(new URL(link(el, 'Receipt.pdf').href).pathname).to.equal('/files/receipt');
    expect(textOf(el)).to.contain('Click here to download').and.contain('PDF · 486.2 kB');
    expect(link(el, 'Open at the source').href).to.equal('https://vendor.example/receipt');
  });
});

describe('given a field type that nobody knows', () => {
  it('shows its texts', async () => {
    const el = await showCard(pagerdutyIncident);
    expect(facts(el)).to.include(
      'Last change: Deployment 6.14.0 by Mateusz Wójcik, 26 minutes before the first alert',
    );
    expect(el.diagnostics.map(({ code }) => code)).to.include('unknown-field-type');
  });

  it('shows what it holds as far as that is known from other types', async () => {
    const el = await showCard(
      card({
        body: {
          fields: [
            {
              type: 'GALLERY',
              subtitle: 'Two of nine',
              items: [{ title: 'First', description: 'Crane 6' }],
              comments: [{ text: 'Looks worn' }],
            },
          ],
        },
      }),
    );
    expect(textOf(el)).to.contain('Two of nine').and.contain('Looks worn');
    expect(facts(el)).to.deep.equal(['First: Crane 6']);
  });

  it('is drawn by the template that the page has for it', async () => {
    const el = await showCard(pagerdutyIncident, {
      fieldTemplates: {
        TIMELINE: (field, source) =>
          html`<p>${(source as { type: string }).type}! ${field.description?.slice(0, 17)}</p>`,
      },
    });
    expect(textOf(el)).to.contain('TIMELINE! Deployment 6.14.0').and.contain('On call');
    expect(facts(el).join()).not.to.contain('Last change');
  });
});

describe('given a template of the page that throws', () => {
  it('shows the field all the same, and tells the developer', async () => {
    const { error } = console;
    const told: string[] = [];
    console.error = (...words: unknown[]) => told.push(words.join(' '));
    try {
      const el = await showCard(pagerdutyIncident, {
        fieldTemplates: {
          TIMELINE: () => {
            throw new Error('no timeline here');
          },
        },
      });
      expect(facts(el).join()).to.contain('Last change: Deployment 6.14.0').and.contain('On call');
    } finally {
      console.error = error;
    }
    expect(told.join()).to.contain('TIMELINE').and.contain('no timeline here');
  });
});
