import { expect, fixture, html } from '@open-wc/testing';
import type { MfCard, MfCardFeed } from '../../src/index.js';
import '../../src/elements/auto-messages.js';
import { en } from '../../src/messages/en.js';
import { fr } from '../../src/messages/fr.js';
import { action, card, type WireObject } from '../cards.js';
import { all, button, control, press, showFeed, shows, textOf, typeInto } from '../card-page.js';

const commented = action({
  action_key: 'USER_INPUT',
  user_input: [{ id: 'comment', label: 'Comment', format: 'textarea' }],
});

/** A card on a page in a language. */
async function pageIn(lang: string, wire: WireObject): Promise<{ page: HTMLElement; el: MfCard }> {
  const el = Object.assign(document.createElement('mf-card'), { card: wire });
  const page = await fixture<HTMLElement>(html`<main lang=${lang}>${el}</main>`);
  await el.updateComplete;
  return { page, el };
}

describe('given a page that leaves the language to its lang', () => {
  it('speaks the language of the page', async () => {
    const { el } = await pageIn('de-AT', card({ actions: [commented] }));
    await press(el, 'Approve');
    await shows(el, 'Abbrechen');
  });

  it('follows the page into another language, and keeps what was typed', async () => {
    const { page, el } = await pageIn('de', card({ actions: [commented] }));
    await press(el, 'Approve');
    await shows(el, 'Abbrechen');
    await typeInto(el, 'Comment', 'Agreed');
    page.lang = 'es';
    await shows(el, 'Cancelar');
    expect(control(el, 'Comment').value).to.equal('Agreed');
  });

  it('speaks English where nobody has written the language', async () => {
    const { page, el } = await pageIn('de', card({ actions: [commented] }));
    await press(el, 'Approve');
    await shows(el, 'Abbrechen');
    page.lang = 'nl';
    await shows(el, 'Cancel');
  });

  it('takes the words of the host before those of the page', async () => {
    const { el } = await pageIn('de', card({ actions: [commented] }));
    el.messages = fr;
    await press(el, 'Approve');
    await shows(el, 'Annuler');
  });

  it('speaks the language of the part of the page that a card stands in', async () => {
    const { page, el } = await pageIn('de', card({ actions: [commented] }));
    const part = document.createElement('section');
    part.lang = 'fr';
    page.append(part);
    await press(el, 'Approve');
    await shows(el, 'Abbrechen');
    part.append(el);
    await shows(el, 'Annuler');
  });

  it('reads a label that comes in several languages anew', async () => {
    const label = { 'en-US': 'Approve', de: 'Genehmigen', ja: '承認する' };
    const { page, el } = await pageIn('ja', card({ actions: [action({ label })] }));
    await shows(el, '承認する');
    page.lang = 'de';
    await shows(el, 'Genehmigen');
    page.lang = 'pl';
    await shows(el, 'Approve');
    expect(button(el, 'Approve')).to.exist;
  });

  it('has a feed say in it that there is nothing to do', async () => {
    const feed = await showFeed([], { lang: 'fr' });
    await shows(feed, fr.emptyFeed);
    expect(textOf(feed)).not.to.contain('Nothing');
  });
});

describe('given texts in another language than the page', () => {
  const made = card({ creation_date: '2020-06-24T13:44:00Z' });
  const dateIn = (language: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date('2020-06-24T13:44:00Z'));
  const shownDate = (el: MfCard | MfCardFeed) => all(el, 'time')[0]!.textContent.trim();

  for (const [what, messages, lang, expected] of [
    ['those of the texts', fr, 'de', 'fr'],
    ['those of the texts, when they are English', en, 'de', 'en'],
    ['those of the page’s region, when it is the same language', fr, 'fr-CH', 'fr-CH'],
    ['those of the page, when the texts say no language', { submit: 'Ab damit' }, 'de', 'de'],
    ['those of the page, when nobody has written its language', null, 'nl', 'nl'],
  ] as const) {
    it(`has the dates of a card be ${what}`, async () => {
      const { el } = await pageIn(lang, made);
      el.messages = messages;
      await el.updateComplete;
      expect(shownDate(el)).to.equal(dateIn(expected));
    });

    it(`has the dates of a feed be ${what}`, async () => {
      const feed = await showFeed([made], { lang, messages });
      expect(shownDate(feed)).to.equal(dateIn(expected));
    });
  }

  it('reads a label that comes in several languages in that of the texts', async () => {
    const { el } = await pageIn(
      'de',
      card({ actions: [action({ label: { de: 'Genehmigen', fr: 'Approuver' } })] }),
    );
    await shows(el, 'Genehmigen');
    el.messages = fr;
    await shows(el, 'Approuver');
  });
});
