import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { de } from '../../src/messages/de.js';
import type { Messages } from '../../src/messages/en.js';
import type { Card, CardField } from '../../src/schema/model.js';
import { readCards } from '../../src/schema/read-cards.js';
import { renderCards, toHtml, toText } from '../../src/ssr/index.js';
import { figure } from '../support/runs.js';
import { sentCards } from '../support/sent-cards.js';

const sent = sentCards();
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a card says, found without what draws it. What is a date is drawn as one, in the reader's words. */
function textsOf(card: Card): string[] {
  const linked = (all: readonly { readonly text: string }[]) => all.map(({ text }) => text);
  const ofField = (field: CardField): (string | null)[] => [
    field.title,
    field.subtitle,
    field.description,
    ...field.items.flatMap((item) =>
      item.kind === 'fact' ? [item.title, item.description] : [item.name, item.title, item.description],
    ),
    ...field.comments.flatMap(({ author, text }) => [author, text]),
    ...(field.trip
      ? [
          field.trip.event,
          field.trip.date,
          ...field.trip.others,
          ...field.trip.stops.flatMap(({ title, text }) => [title, text]),
          ...field.trip.legs.flatMap((leg) => [
            leg.date,
            leg.time,
            leg.destination,
            leg.flight,
            leg.terminal,
            leg.gate,
          ]),
        ]
      : []),
    ...(field.nested
      ? [field.nested.summary, ...linked(field.nested.links), ...field.nested.fields.flatMap(ofField)]
      : []),
  ];
  return [
    card.name,
    card.title,
    ...linked(card.subtitles),
    ...linked(card.links),
    ...card.banner.flatMap(({ title, description }) => [title, description]),
    card.description,
    ...card.fields.flatMap(ofField),
    ...card.actions.flatMap(({ label, description }) => [label, description]),
  ].filter((text): text is string => text !== null && !/^\s*\d{4}-\d\d-\d\d/.test(text));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('given the sample cards and what connectors send', () => {
  it('toText and toHtml hold every text of each card', () => {
    const missing: string[] = [];
    let texts = 0;
    let cards = 0;
    for (const { file, json } of sent)
      for (const card of readCards(json).cards) {
        const asText = plain(toText(card));
        const asHtml = plain(unescaped(toHtml(card).replace(/<[^>]*>/g, ' ')));
        cards++;
        for (const text of textsOf(card).map(plain)) {
          texts++;
          if (!asText.includes(text)) missing.push(`${file}: toText lacks ${text}`);
          // A picture's words are an attribute.
          if (!asHtml.includes(text) && !unescaped(toHtml(card)).includes(text))
            missing.push(`${file}: toHtml lacks ${text}`);
        }
      }
    expect(missing).toEqual([]);
    expect(cards).toBeGreaterThan(20);
    figure(`without a page: ${cards} cards, ${texts} texts, each in toText and toHtml`);
  });

  it('toText is text, and what is missing is not said', () => {
    for (const { file, json } of sent) {
      const text = toText(json);
      expect(text, file).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date|&amp;|&lt;|\ue000/);
      expect(
        text.split('\n').filter((line) => line !== line.trim()),
        file,
      ).toEqual([]);
    }
  });

  it('renderCards and toHtml write valid HTML', { timeout: 60_000 }, async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const wrong: string[] = [];
    let documents = 0;
    for (const { file, json } of sent) {
      const roots = Array.from(
        renderCards(json).matchAll(
          /<template shadowrootmode="open"><style>[^<]*<\/style>(.*?)<\/template>/gs,
        ),
        ([, root = '']) => root,
      );
      for (const body of [...roots, toHtml(json)]) {
        documents++;
        const { results } = await validator.validateString(
          `<!doctype html><html lang="en"><head><title>Cards</title></head><body>${body}</body></html>`,
        );
        for (const { ruleId, message } of results.flatMap(({ messages }) => messages))
          wrong.push(`${file}: ${ruleId}: ${message}`);
      }
    }
    expect(wrong).toEqual([]);
    figure(`HTML of cards without a page: ${documents} fragments, each valid`);
  });
});

const HOSTILE = `</script><img src=x onerror="alert(1)"> & "quoted" 'so' <!-- ]]> </template>`;

describe('given a card with markup in its texts', () => {
  const card = {
    id: 'a',
    header: { title: HOSTILE, links: { title: 'javascript:alert(1)' } },
    body: { description: HOSTILE, fields: [{ type: 'GENERAL', title: HOSTILE, description: HOSTILE }] },
    image: { href: 'https://cards.example/a.png?a=1&b="onload=alert(1)' },
  };

  it.each([
    ['renderCards', renderCards],
    ['toHtml', toHtml],
  ])('%s writes none of it as markup', (_name, write) => {
    const written = write(card).replace(/<script type="application\/json">[^<]*<\/script>/, '');
    expect(written).not.toMatch(/<img src=x|<\/script>|javascript:/);
    expect(written.match(/onerror=|onload=/g)?.length).toBe(
      written.match(/onerror=&quot;|onload=alert|%22onload/g)?.length,
    );
    expect(written).toContain('&lt;/script&gt;');
  });

  it('renderCards has its JSON end where it should, and say the same', () => {
    const [, text = ''] = /<script type="application\/json">(.*?)<\/script>/s.exec(renderCards(card)) ?? [];
    expect(JSON.parse(text)).toEqual(card);
  });

  it('toText gives it back as it is', () => {
    expect(toText(card).split('\n')[0]).toBe(HOSTILE);
  });
});

describe('given options', () => {
  const card = {
    name: 'Concur',
    creation_date: '2026-05-04T22:30:00Z',
    header: { title: 'Expense' },
    body: { fields: [{ type: 'CHART', title: 'Spent', description: '3' }] },
    image: { href: '/icons/concur.png' },
  };
  const now = Date.parse('2026-06-30T00:00:00Z');

  it('dates are those of the reader’s language and zone', () => {
    expect(toText(card, { now, timeZone: 'Asia/Tokyo' })).toContain('May 5, 2026');
    expect(toText(card, { now, timeZone: 'America/New_York', language: 'de' })).toContain('04.05.2026');
  });

  it('dates are in the language of the messages, of the reader’s region', () => {
    const dated = (language: string | undefined, messages: Partial<Messages>) =>
      toText(card, { now, timeZone: 'Asia/Tokyo', messages, ...(language !== undefined && { language }) });
    expect(dated(undefined, de)).toContain('05.05.2026');
    expect(dated('fr', de)).toContain('05.05.2026');
    expect(dated('de-AT', de)).toContain('05.05.2026');
    expect(dated('en-GB', { dismiss: 'Away' })).toContain('5 May 2026');
  });

  it('time words are those of the time that is given', () => {
    expect(toText(card, { now: Date.parse('2026-05-05T00:31:00Z') })).toContain('2 hours ago');
  });

  it('relative URLs of a mail lead where the base says', () => {
    expect(toHtml(card, { base: 'https://hub.example/a/' })).toContain(
      'src="https://hub.example/icons/concur.png"',
    );
  });

  it('a host’s own field templates are drawn, with their lists and conditions', () => {
    const fieldTemplates = {
      CHART: (field: CardField) =>
        html`<ul data-title=${field.title} ?hidden=${false} ?open=${true} @click=${() => undefined}>
          ${repeat(['a', 'b'], (one) => html`<li>${one}${2}</li>`)}
        </ul>`,
    };
    const written = renderCards(card, { fieldTemplates }).replace(/<!--.*?-->/g, '');
    expect(plain(written)).toContain('<ul data-title="Spent" open> <li>a2</li><li>b2</li> </ul>');
  });

  it('what is picked and ticked by property is so by attribute', () => {
    const fieldTemplates = {
      CHART: () =>
        html`<select>
            <option .selected=${live(false)}>A</option>
            <option .selected=${live(true)}>B</option>
          </select>
          <input type="checkbox" .checked=${live(true)} />`,
    };
    const written = plain(renderCards(card, { fieldTemplates }).replace(/<!--.*?-->/g, ''));
    expect(written).toContain('<option>A</option> <option selected>B</option>');
    expect(written).toContain('<input type="checkbox" checked />');
  });

  it('what the element has to know stands on it', () => {
    expect(
      renderCards(card, { language: 'de', timeZone: 'UTC', headingLevel: 2, maxRows: 3, nonce: 'n"1' }),
    ).toMatch(
      /^<mf-card lang="de" time-zone="UTC" heading-level="2" max-rows="3"><template shadowrootmode="open"><style nonce="n&quot;1">/,
    );
  });

  it('the connector that only the response names is kept', () => {
    const response = { results: [{ connector_id: 'c1', cards: [card] }] };
    const [, text = ''] =
      /<script type="application\/json">(.*?)<\/script>/s.exec(renderCards(response)) ?? [];
    expect(readCards(text).cards[0]?.key).toBe(readCards(response).cards[0]?.key);
  });

  it('what a card says by itself is in the language of the messages', () => {
    const lapsed = { results: [{ connector_id: 'Concur', status: 401, backend_status: 401, cards: [] }] };
    const nameless = { ...card, actions: [{ type: 'POST', url: { href: '/ok' } }] };
    for (const write of [renderCards, toHtml, toText]) {
      expect(write(lapsed, { messages: de })).toContain('Bei Concur anmelden');
      expect(write(nameless, { messages: de })).toContain('Aktion');
      expect(write(lapsed, { messages: { signIn: 'Log on' } })).toMatch(/Sign in to Concur[^]*Log on/);
    }
  });

  it('a mail has the colours of the light scheme', () => {
    const theme = readFileSync('src/themes/neutral.css', 'utf8');
    const colour = (token: string) => new RegExp(`${token}: light-dark\\((#\\w+)`).exec(theme)?.[1] ?? token;
    const [, style = ''] = /^<div style="([^"]*)"/.exec(toHtml(card)) ?? [];
    expect(style).toContain(`border:1px solid ${colour('--mf-ref-rule')};`);
    expect(style).toContain(`background:${colour('--mf-ref-paper')};color:${colour('--mf-ref-ink')};`);
  });

  it('who said something in a mail stands apart from when', () => {
    const comments = [{ type: 'COMMENT', comments: [{ title: 'Ana', text: 'Fine' }] }];
    expect(toHtml({ ...card, body: { fields: comments } })).not.toContain('</b><');
  });

  it('a value stands beside its own name, never beside another', () => {
    const items = [
      { title: 'Rejected' },
      { title: 'Approved', description: 'yes' },
      { description: 'alone' },
    ];
    const fields = [
      { type: 'SECTION', title: 'Votes', items },
      { type: 'SECTION', title: 'More', items: [{ title: 'Closed' }] },
      { type: 'COMMENT', comments: [{ text: 'Fine by me' }] },
    ];
    const lines = toText({ ...card, body: { fields } }).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining(['Rejected', 'Approved: yes', 'alone', 'Closed', 'Fine by me']),
    );
  });

  it('a card that is too deep to be written out costs nothing but itself', () => {
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown;
    const written = renderCards([{ ...card, x: deep }, card]);
    expect(written.split('<mf-card').length - 1).toBe(1);
  });

  it('what can’t be read is left out', () => {
    for (const input of [undefined, null, '', '{', 5, [], {}, [{}, 'x', card]])
      expect(renderCards(input).split('<mf-card').length - 1).toBe(
        Array.isArray(input) && input.length ? 1 : 0,
      );
  });
});
