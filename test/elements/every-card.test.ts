import { expect } from '@open-wc/testing';
import { sampleCards } from '../../stories/cards/index.js';
import { all, asks, buttons, showCard, showFeed, textOf } from '../card-page.js';
import { sharedList, sharedText, NO_SHARED } from '../support/shared.js';
import { skip } from '../support/skip.js';

/*
 * A page error, a rejected promise or a word on the console fails this file by itself: see web-test-runner.config.js.
 */

for (const { name, json } of sampleCards) {
  describe(`given the sample card ${name}`, () => {
    it('shows all of its texts', async () => {
      const el = await showCard(json);
      expect(missing(el, wireCards(json)[0] ?? {})).to.deep.equal([]);
    });

    it('shows nothing that is no text', async () => {
      const el = await showCard(json);
      expect(textOf(el)).not.to.match(/undefined|\bnull\b|NaN|\[object|Invalid Date/);
    });

    it('asks for nothing and tells of no fault before the user does anything', async () => {
      const el = await showCard(json);
      expect(asks(el)).to.equal(false);
      expect(all(el, '[part~=fault], [part=failure]').map(textOf)).to.deep.equal([]);
    });
  });
}

describe('given the cards that connectors really send', () => {
  it('shows all of their texts, each card in an element of its own', async function () {
    const index = await sharedText('corpus/index.json');
    if (index === null) return skip(this, NO_SHARED);
    const files = (JSON.parse(index) as { file: string; kind: string; objects: number }[]).filter(
      ({ kind }) => kind === 'card',
    );
    for (const { file, objects } of files) {
      const json: unknown = JSON.parse((await sharedText(`corpus/${file}`)) ?? '');
      const wire = wireCards(json);
      expect(wire.length, file).to.equal(objects);
      for (const card of wire) expect(missing(await showCard(card), card), file).to.deep.equal([]);
    }
  });

  it('shows all of their texts in a feed', async function () {
    const index = await sharedText('corpus/index.json');
    if (index === null) return skip(this, NO_SHARED);
    for (const { file, kind } of JSON.parse(index) as { file: string; kind: string }[]) {
      if (kind !== 'card') continue;
      const text = (await sharedText(`corpus/${file}`)) ?? '';
      const feed = await showFeed(text);
      const cards = wireCards(JSON.parse(text));
      // What has expired is told of by a finding, and not shown.
      const valid = cards.filter(({ expiration_date: end }) => !(Date.parse(String(end)) < Date.now()));
      expect(
        valid.flatMap((card) => missing(feed, card)),
        file,
      ).to.deep.equal([]);
      expect(feed.diagnostics.filter(({ code }) => code === 'expired').length, file).to.equal(
        cards.length - valid.length,
      );
    }
  });
});

describe('given the example cards of the guide', () => {
  it('shows all of their texts', async function () {
    const seeds = (await sharedList('seeds')).filter((file) => /^seeds\/[\w-]+\.json$/.test(file));
    if (seeds.length === 0) return skip(this, NO_SHARED);
    for (const file of seeds) {
      const text = (await sharedText(file)) ?? '';
      const el = await showCard(text);
      expect(missing(el, wireCards(JSON.parse(text))[0] ?? {}), file).to.deep.equal([]);
      expect(buttons(el).length > 0 || !text.includes('"actions"'), file).to.equal(true);
    }
  });
});

type Wire = Record<string, unknown>;

/** The cards of a response, found without the reader under test. */
function wireCards(json: unknown): Wire[] {
  const { objects } = json as { objects?: Wire[] };
  return objects ?? (Array.isArray(json) ? (json as Wire[]) : [json as Wire]);
}

const TEXTS = [
  'title',
  'subtitle',
  'description',
  'text',
  'display_name',
  'attachment_name',
  'event',
  'label',
];

/** The texts of a wire card that can't be read on the page: neither as they are nor as the time they mean. */
function missing(el: Element, { header, body, actions, links, banner }: Wire): string[] {
  const shown = plain(textOf(el));
  const times = all<HTMLTimeElement>(el, 'time').flatMap(({ dateTime, title }) => [dateTime, title]);
  const labels = (Array.isArray(actions) ? (actions as Wire[]) : []).map(({ label }) => ({ label }));
  return textsOf([withoutLinks(header), body, labels, links, banner]).filter(
    (text) => !shown.includes(plain(text)) && !times.includes(text.trim()),
  );
}

function withoutLinks(header: unknown): Wire {
  const { links: _links, ...texts } = (header ?? {}) as Wire;
  return texts;
}

function textsOf(value: unknown, isText = false): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => textsOf(element, isText));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([member, inner]) => textsOf(inner, TEXTS.includes(member)));
  return isText && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : [];
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
