import { pause } from '../acts.js';
import { shapeOf } from '../shape.js';

/** A page that holds what clobbers its globals, before the library comes: what the library then draws. */
export async function measure([{ payload }], { build, seen }) {
  const other = document.createElement('div');
  other.innerHTML = payload;
  document.body.prepend(other);
  await import(`${build}/mf-card.bundle.js`);
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
  return { shape: JSON.stringify(shapeOf(el.shadowRoot)), sent, errors: seen.errors.splice(0) };
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
