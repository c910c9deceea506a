import { expect } from '@open-wc/testing';
import { all, textOf } from '../card-page.js';
import { card } from '../cards.js';

/* In a file, and so on a page, of its own: what draws rich text is loaded once. */

describe('given rich text that can not be drawn yet', () => {
  it('shows its words without the tags, line by line, and then as it is meant', async () => {
    const el = document.createElement('mf-card');
    const description = '<p>Pay <b>5</b>,<br>if a < b.</p><ul><li>Taxi</li></ul>';
    el.card = card({ body: { description }, actions: [] });
    el.richText = true;
    document.body.append(el);
    el.performUpdate();
    const shown = all(el, '[part=description]').map(({ textContent }) => textContent);
    expect(shown).to.deep.equal(['Pay 5,\nif a < b.\n\n\nTaxi']);
    await el.updateComplete;
    expect(all(el, '.rich-text li').map(textOf)).to.deep.equal(['Taxi']);
    el.remove();
  });
});
