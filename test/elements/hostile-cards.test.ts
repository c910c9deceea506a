import { expect } from '@open-wc/testing';
import { all, cardsOf, showCard, showFeed, textOf } from '../card-page.js';
import { badCards, type BadCard } from '../support/bad-cards.js';
import { figure } from '../support/figure.js';
import { sharedText, NO_SHARED } from '../support/shared.js';
import { skip } from '../support/skip.js';

/*
 * A page error, a rejected promise or a word on the console fails this file by itself: see web-test-runner.config.js.
 */

/** Milliseconds. Only a card that hangs the page takes so long to be drawn, however slow the browser is. */
const TIME = 10_000;

describe('given hostile cards on a page', function () {
  this.timeout(600_000);

  it('draws what is sound in each, or says why not, in time', async function () {
    const bad = await hostile();
    if (bad === null) return skip(this, NO_SHARED);
    const wrong: string[] = [];
    let slowest = { ms: 0, id: '' };
    for (const each of bad) {
      const el = await showCard(undefined);
      const input = each.input();
      const started = performance.now();
      el.card = input;
      await el.updateComplete;
      const ms = performance.now() - started;
      if (ms > slowest.ms) slowest = { ms, id: `${each.id} ${each.why}` };
      const shown = plain(textOf(el));
      if (shown === '') wrong.push(`${each.id} ${each.why}: nothing`);
      // Reading the text of very large cards takes longer than drawing them.
      const lost =
        each.outcome === 'reject-input'
          ? []
          : each.sound.filter((text) => !shown.includes(plain(text)) && !isAlt(el, text));
      if (lost.length > 0) wrong.push(`${each.id} ${each.outcome} ${each.why}: lost ${lost.join()}`);
      if (each.outcome === 'reject-input' && all(el, '[part~=notice]').length === 0)
        wrong.push(`${each.id} ${each.why}: no notice`);
      el.remove();
    }
    await figure(
      `hostile cards, drawn: n ${bad.length}, as the data say ${bad.length - wrong.length}, exceptions 0, slowest ` +
        `${slowest.ms.toFixed(0)} ms (${slowest.id})`,
    );
    expect(wrong).to.deep.equal([]);
    expect(slowest.ms).to.be.lessThan(TIME);
  });

  it('shows the sound cards before and after each in a feed, and a good card after it', async function () {
    const bad = await hostile();
    if (bad === null) return skip(this, NO_SHARED);
    const titled = (title: string) => ({ backend_id: title, header: { title } });
    const wrong: string[] = [];
    const feed = await showFeed([]);
    const inside = bad.filter(
      ({ form, class: kind }) => (form === 'patch' || form === 'value') && kind !== 'feed-shape',
    );
    for (const each of inside) {
      feed.cards = { objects: [titled('Before it'), each.input(), titled('After it')] };
      await feed.updateComplete;
      await Promise.all(cardsOf(feed).map((card) => card.updateComplete));
      const shown = textOf(feed);
      if (!shown.includes('Before it') || !shown.includes('After it')) wrong.push(`${each.id} ${each.why}`);
    }
    feed.cards = [titled('A good one')];
    await feed.updateComplete;
    await Promise.all(cardsOf(feed).map((card) => card.updateComplete));
    expect(textOf(feed)).to.contain('A good one');
    await figure(`hostile cards, in a feed: n ${inside.length}, neighbours lost ${wrong.length}`);
    expect(wrong).to.deep.equal([]);
  });
});

async function hostile(): Promise<BadCard[] | null> {
  const text = await sharedText('safety/bad-cards.json');
  return text === null ? null : badCards(text);
}

/** The words of a picture or video. */
function isAlt(el: Element, text: string): boolean {
  return all(el, 'img, video').some((media) => [media.getAttribute('alt'), media.ariaLabel].includes(text));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
