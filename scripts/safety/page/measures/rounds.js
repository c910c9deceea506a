import { act, pause } from '../acts.js';

const TIMES = 3;

function keepPage(event) {
  if (/^https?:/.test(event.target.closest('a')?.href)) event.preventDefault();
}

/**
 * Rich text that goes round: moved to another place, written as HTML, and read again in the card's own shadow root, three
 * times over. What is sound in one context must not wake in another.
 */
export async function measure({ items }, { build, seen }) {
  await import(`${build}/mf-card.bundle.js`);
  const found = [];
  for (const { id, payload } of items) {
    const el = document.createElement('mf-card');
    el.richText = true;
    el.addEventListener('mf-open', (event) => event.preventDefault());
    el.card = { backend_id: id, header: { title: 'T' }, body: { description: payload } };
    document.getElementById('place').append(el);
    await el.updateComplete;
    await pause(0);
    await el.updateComplete;
    const [rich] = el.shadowRoot.querySelectorAll('.rich-text');
    const scripts = [];
    if (rich) {
      const moved = el.shadowRoot.appendChild(document.createElement('div'));
      // Here the card doesn't hear of it, and a browser goes where a link to a page leads; WebKit at a made up auxclick, too.
      for (const type of ['click', 'auxclick']) moved.addEventListener(type, keepPage, true);
      moved.append(...rich.childNodes);
      let html = moved.innerHTML;
      for (let i = 0; i < TIMES; i++) {
        const before = seen.scripts.length;
        moved.innerHTML = html;
        await act(el.parentNode);
        await pause(50);
        scripts.push(seen.scripts.length - before);
        html = moved.innerHTML;
      }
    }
    el.remove();
    found.push({ id, rich: Boolean(rich), scripts });
  }
  return found;
}
