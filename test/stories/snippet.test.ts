import { expect, waitUntil } from '@open-wc/testing';
import { servicenowApproval } from '../../stories/cards/index.js';
import type { MfCardFeed } from '../../src/index.js';
import { snippetOf } from '../../stories/snippet.js';

/** Puts it into the page as a reader would, with the package where it lies here. */
function paste(snippet: string): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  const html = snippet.replace("'mf-card'", "'/src/index.ts'");
  place.append(document.createRange().createContextualFragment(html));
  return place;
}

const shown = (place: HTMLElement, tag: string) => place.querySelector(tag)?.shadowRoot?.textContent ?? '';

/** The first one loads the package. */
const SLOW = { timeout: 10_000 };

describe('given the code of a story', () => {
  let place: HTMLElement;
  const { log } = console;
  beforeEach(() => {
    console.log = () => undefined; // what is pasted says what it would send
  });
  afterEach(() => {
    console.log = log;
    place.remove();
  });

  it('shows its card on the page it is pasted into, and answers its actions', async () => {
    const hostile = { ...servicenowApproval, body: { description: 'The end: </script><!-- of it' } };
    place = paste(snippetOf({ card: hostile, headingLevel: 2, lang: 'en' })!);
    await waitUntil(() => shown(place, 'mf-card').includes('The end: </script><!-- of it'), 'no card', SLOW);
    const card = place.querySelector('mf-card')!;
    expect(card.getAttribute('heading-level')).to.equal('2');
    const settled = new Promise((heard) => card.addEventListener('mf-action-settled', heard, { once: true }));
    card.shadowRoot!.querySelector<HTMLElement>('[part~=primary]')!.click();
    await settled;
    await waitUntil(() => shown(place, 'mf-card').includes('Approved'));
  });

  it('shows its feed', async () => {
    place = paste(snippetOf({ cards: { objects: [servicenowApproval] }, groupBy: 'priority', maxRows: 0 })!);
    await waitUntil(
      () => place.querySelector('mf-card-feed')?.shadowRoot?.querySelector('mf-card'),
      'no feed',
      SLOW,
    );
    expect(place.firstElementChild!.getAttribute('group-by')).to.equal('priority');
    expect(place.firstElementChild!.hasAttribute('max-rows')).to.equal(false);
  });

  it('shows that cards are on their way, or where they are loaded from', async () => {
    for (const args of [{ loading: true }, { src: 'data:application/json,[]' }]) {
      place = paste(snippetOf(args)!);
      const feed = place.firstElementChild as MfCardFeed;
      await waitUntil(() => feed.shadowRoot, 'no feed', SLOW);
      expect([feed.loading, feed.src]).to.deep.equal([args.loading ?? false, args.src ?? null]);
      place.remove();
    }
  });

  it('is none where there is no JSON', () => {
    expect(snippetOf({ card: null })).to.equal(null);
    place = document.createElement('div');
  });
});
