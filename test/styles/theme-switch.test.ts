import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { MfCard } from '../../src/index.js';
import { card } from '../cards.js';
import { skip } from '../support/skip.js';
import { all, cardsOf, drawn, showFeed } from '../card-page.js';

const files = ['hub', 'intranet'].map((name) => new URL(`../../src/themes/${name}.css`, import.meta.url));

async function recalculations(): Promise<number> {
  const { count } = await executeServerCommand<{ count: number }, undefined>('style-recalculations');
  return count;
}

/** What a feed still does, such as drawing cards that come near, is done. */
async function atRest(): Promise<void> {
  for (let before = -1, now = 0; now !== before;) {
    before = now;
    for (let frames = 0; frames < 10; frames++) await nextFrame();
    now = await recalculations();
  }
}

describe('given a feed of 100 cards and a page with two themes', () => {
  const page = document.documentElement;
  const sheet = document.createElement('style');
  let updates = 0;
  const { updated } = MfCard.prototype;

  before(async () => {
    const texts = await Promise.all(files.map(async (file) => (await fetch(file)).text()));
    sheet.textContent = texts.join('\n');
    document.head.append(sheet);
    page.dataset.mfTheme = 'hub';
    MfCard.prototype.updated = function (this: MfCard) {
      updates++;
      updated.call(this);
    };
  });

  after(() => {
    MfCard.prototype.updated = updated;
    sheet.remove();
    page.removeAttribute('data-mf-theme');
    page.style.colorScheme = '';
  });

  async function hundred() {
    const wires = Array.from({ length: 100 }, (_, i) => card({ id: `c${i}`, backend_id: `b${i}` }));
    const feed = await showFeed(wires);
    const list = feed.renderRoot.querySelector('ul');
    while (list?.ariaBusy === 'true') await nextFrame();
    await drawn(feed);
    expect(cardsOf(feed)).to.have.length(100);
    return feed;
  }

  /** The looks that the primary buttons of the cards have. */
  function looks(feed: Element): string[] {
    const each = all(feed, '.primary').map((primary) => {
      const { backgroundColor, borderRadius } = getComputedStyle(primary);
      return `${backgroundColor} ${borderRadius}`;
    });
    expect(each).to.have.length(100);
    return [...new Set(each)];
  }

  it('changes the look of all cards without drawing one of them anew', async () => {
    const feed = await hundred();
    expect(looks(feed)).to.deep.equal(['rgb(0, 97, 158) 24px']);
    updates = 0;
    page.dataset.mfTheme = 'intranet';
    expect(looks(feed)).to.deep.equal(['rgb(10, 95, 88) 2px']);
    page.style.colorScheme = 'dark';
    expect(looks(feed)).to.deep.equal(['rgb(127, 214, 203) 2px']);
    await nextFrame();
    await drawn(feed);
    expect(updates).to.equal(0);
  });

  it('has the browser calculate styles once for it', async function () {
    if ((await recalculations()) === 0)
      return skip(this, 'Only the driver of Chromium counts how often styles are calculated.');
    const feed = await hundred();
    const counts: number[] = [];
    // The browser may have had a reason of its own in between: not each time.
    for (let i = 0; i < 5; i++) {
      await atRest();
      const before = await recalculations();
      page.dataset.mfTheme = page.dataset.mfTheme === 'hub' ? 'intranet' : 'hub';
      feed.getBoundingClientRect();
      counts.push((await recalculations()) - before);
    }
    expect(Math.min(...counts)).to.equal(1);
  });
});
