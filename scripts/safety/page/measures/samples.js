import { act, pause } from '../acts.js';
import { waysOf } from '../ways.js';

/** Sample cards on a strict page: drawn with rich text, every element acted on, files opened, actions refused. */
export async function measure({ samples }, { build }) {
  await import(`${build}/mf-card.bundle.js`);
  let drawn = 0;
  for (const sample of samples) {
    const feed = document.createElement('mf-card-feed');
    feed.richText = true;
    waysOf(feed);
    feed.cards = sample;
    document.getElementById('place').append(feed);
    await feed.updateComplete;
    await pause(20);
    const cards = [...feed.shadowRoot.querySelectorAll('mf-card')];
    await Promise.all(cards.map((card) => card.updateComplete));
    drawn += cards.length;
    await act(document.getElementById('place'));
    await pause(150);
    feed.remove();
  }
  return { drawn };
}
