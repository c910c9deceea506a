import { pause } from '../acts.js';
import { fuzzed } from '../fuzzed.js';

/** Cards made at random of sound ones and of payloads: drawn, pressed, and gone. */
export async function measure({ seed, from, to, leaves }, { build, seen }) {
  await import(`${build}/mf-card.bundle.js`);
  const support = await import('/build/support/support.js');
  const place = document.getElementById('place');
  const failures = [];
  for (let i = from; i < to; i++) {
    const before = seen.errors.length + seen.scripts.length;
    const objects = fuzzed(support, seed, i, leaves);
    try {
      const feed = document.createElement('mf-card-feed');
      feed.addEventListener('mf-open', (event) => event.preventDefault());
      feed.addEventListener('mf-attachment', (event) => event.preventDefault());
      feed.cards = { objects: [good('Before it'), ...objects, good('After it')] };
      place.append(feed);
      await feed.updateComplete;
      const cards = [...feed.shadowRoot.querySelectorAll('mf-card')];
      await Promise.all(cards.map((card) => card.updateComplete));
      const shown = cards.map((card) => card.shadowRoot.textContent).join('\n');
      if (!shown.includes('Before it') || !shown.includes('After it'))
        failures.push(`${i}: a neighbour is lost`);
      for (const card of cards) card.shadowRoot.querySelector('button')?.click();
      if (i % 20 === 19) await pause(0);
      feed.remove();
    } catch (error) {
      failures.push(`${i}: ${error}`);
    }
    if (seen.errors.length + seen.scripts.length > before)
      failures.push(`${i}: ${[...seen.errors, ...seen.scripts].at(-1)}`);
  }
  await pause(50);
  return { failures };
}

const good = (title) => ({ backend_id: title, header: { title } });
