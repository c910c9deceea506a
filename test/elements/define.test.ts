import { expect, fixture, html } from '@open-wc/testing';
import { defineElements, MfCard, MfCardFeed } from '../../src/index.js';
import { card } from '../cards.js';
import { all, answer, buttons, press, shows, textOf } from '../card-page.js';

describe('given a prefix of the page’s own', () => {
  it('defines both elements under it', async () => {
    defineElements({ prefix: 'acme' });
    const el = Object.assign(document.createElement('acme-card'), { card: card() });
    await fixture(html`<main>${el}</main>`);
    answer(el, () => undefined);
    await press(el, 'Approve');
    await shows(el, 'Approved');
  });

  it('shows the cards of its feed in its own elements', async () => {
    defineElements({ prefix: 'acme' });
    const feed = Object.assign(document.createElement('acme-card-feed'), { cards: [card()] });
    await fixture(html`<main>${feed}</main>`);
    await shows(feed, 'Trip to NYC');
    expect(all(feed, 'acme-card').length).to.equal(1);
    expect(all(feed, 'mf-card').length).to.equal(0);
    expect(buttons(feed)).to.deep.equal(['Approve']);
  });
});

describe('given elements that are defined already', () => {
  it('leaves them alone', () => {
    const before = customElements.get('mf-card');
    defineElements();
    defineElements();
    defineElements({ prefix: 'acme' });
    expect(customElements.get('mf-card') === before).to.equal(true);
    expect(customElements.get('mf-card') === MfCard).to.equal(true);
    expect(customElements.get('mf-card-feed') === MfCardFeed).to.equal(true);
  });

  it('leaves those of another library alone, too', async () => {
    const other = class extends HTMLElement {
      connectedCallback() {
        this.textContent = 'of another library';
      }
    };
    customElements.define('taken-card', other);
    defineElements({ prefix: 'taken' });
    const place = await fixture<HTMLElement>(html`<main></main>`);
    place.append(document.createElement('taken-card'));
    expect(textOf(place)).to.equal('of another library');
    expect(customElements.get('taken-card-feed') !== undefined).to.equal(true);
  });
});
