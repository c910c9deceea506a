import { pause } from '../acts.js';
import { cardWith } from '../hostile-card.js';
import { shapeOf } from '../shape.js';

/** A card of texts that clobber the globals of a page which lets them in: what becomes of them, and of the card beside it. */
export async function measure([{ payload }], { build, seen }) {
  await import(`${build}/mf-card.bundle.js`);
  const before = namesNow();
  const other = document.createElement('mf-card');
  other.richText = true;
  other.card = cardWith(payload);
  document.getElementById('place').append(other);
  await other.updateComplete;
  await pause(50);
  const el = document.createElement('mf-card');
  el.richText = true;
  let sent = 0;
  el.addEventListener('mf-action', (event) => {
    sent++;
    event.respondWith(Promise.resolve({ kind: 'done' }));
  });
  el.card = CARD;
  other.before(el);
  for (let i = 0; i < 40 && !el.shadowRoot?.querySelector('.rich-text'); i++) await pause(25);
  el.shadowRoot.querySelector('[part~=actions] button').click();
  await pause(50);
  const clobbered = namesNow() !== before;
  return { clobbered, shape: JSON.stringify(shapeOf(el.shadowRoot)), sent, errors: seen.errors.splice(0) };
}

/** What a document and its window have by name. */
function namesNow() {
  const frames = Array.from(document.querySelectorAll('[id], [name]'), ({ id, name }) => `${id} ${name}`);
  return [
    Object.keys(document),
    window.length,
    frames,
    typeof document.createElement,
    typeof document.body,
  ].join();
}

const CARD = {
  backend_id: 'clobbered',
  header: { title: 'Report', subtitle: ['Ann'], links: { title: 'https://good.example/', subtitle: [null] } },
  body: {
    description:
      '<p id="x" onclick="alert(1)">Please <b>approve</b> <a href="javascript:alert(1)">this</a></p><img src=x onerror=alert(1)>',
    fields: [{ type: 'GENERAL', title: 'Amount', description: '12' }],
  },
  actions: [
    {
      id: 'a',
      action_key: 'DIRECT',
      label: 'Approve',
      completed_label: 'Approved',
      type: 'POST',
      url: { href: 'https://good.example/' },
    },
  ],
};
