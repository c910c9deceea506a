import { pause } from '../acts.js';

/** Cards whose first action must not be sent, or sent once: filled in and pressed, by a host that can't tell who the user is. */
export async function measure({ ids, text }, { build }) {
  await import(`${build}/mf-card.bundle.js`);
  const { badCards } = await import('/build/support/support.js');
  const found = [];
  for (const bad of badCards(text).filter(({ id }) => ids.includes(id))) {
    const el = document.createElement('mf-card');
    const sent = [];
    el.addEventListener('mf-action', (event) => {
      sent.push({ url: event.request.url, body: event.request.body, values: event.request.values });
      event.respondWith(Promise.resolve({ kind: 'done' }));
    });
    el.card = bad.input();
    document.getElementById('place').append(el);
    await settled(el);
    const codes = el.diagnostics.map(({ code, path }) => `${code} ${path.join('/')}`);
    for (let i = 0; i < 2; i++) {
      el.shadowRoot.querySelector('[part~=actions] [part~=action]')?.click();
      await settled(el);
      for (const input of el.shadowRoot.querySelectorAll('textarea, select, input')) {
        input.value = input.localName === 'select' ? (input.options[1] ?? input.options[0]).value : 'words';
        for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
      }
      await settled(el);
      el.shadowRoot.querySelector('form')?.requestSubmit();
      await settled(el);
    }
    el.remove();
    found.push({ id: bad.id, why: bad.why, sent, codes });
  }
  return found;
}

async function settled(card) {
  await card.updateComplete;
  await pause(30);
  await card.updateComplete;
}
