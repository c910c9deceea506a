import { pause } from '../acts.js';

/** What the largest inputs cost: until they are painted, the longest time without an answer, memory, and a press meanwhile. */
export async function measure({ items, cardsText, ids, urls }, { build }) {
  await import(`${build}/mf-card.bundle.js`);
  const { badCards } = await import('/build/support/support.js');
  const inputs = [
    ...items.flatMap(({ id, payload }) => [
      { id, size: payload.length, rich: false, card: cardOf(payload) },
      { id, size: payload.length, rich: true, card: cardOf(payload) },
    ]),
    ...badCards(cardsText)
      .filter(({ id }) => ids.includes(id))
      .map((bad) => ({ id: bad.id, rich: false, input: bad.input })),
    ...urls.map(({ id, gen }) => {
      const url = gen.prefix + gen.unit.repeat(gen.count) + (gen.suffix ?? '');
      return {
        id,
        size: url.length,
        rich: false,
        card: {
          links: [{ href: url, text: 'link' }],
          header: { title: 'T', links: { title: url } },
          image: { href: url },
        },
      };
    }),
  ];
  const found = [];
  for (const { id, rich, card, input, size } of inputs) {
    let best = null;
    // What a busy machine adds, it does not add each time.
    for (let i = 0; i < 3 && (best === null || best.paint > 500 || best.task > 100); i++) {
      const one = await tried(input ? input() : structuredClone(card), rich);
      best =
        best === null
          ? one
          : {
              paint: Math.min(best.paint, one.paint),
              task: Math.min(best.task, one.task),
              press: Math.min(best.press, one.press),
              heap: Math.min(best.heap, one.heap),
            };
    }
    found.push({ id, rich, size: size ?? null, ...best });
  }
  return found;
}

function cardOf(text) {
  return {
    backend_id: 'costs',
    header: { title: text, subtitle: [text] },
    body: { description: text, fields: [{ type: 'GENERAL', title: 'T', description: text }] },
  };
}

async function tried(card, rich) {
  const beside = document.createElement('mf-card');
  let heard = 0;
  beside.addEventListener('mf-action', (event) => {
    heard = performance.now();
    event.respondWith(Promise.resolve({ kind: 'done' }));
  });
  const post = { type: 'POST', url: { href: `${location.origin}/blank/a` }, completed_label: 'done' };
  beside.card = {
    backend_id: 'beside',
    actions: [{ id: 'a', action_key: 'DIRECT', label: 'Press', ...post }],
  };
  const place = document.getElementById('place');
  place.append(beside);
  await beside.updateComplete;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let task = 0;
  let running = true;
  port1.onmessage = () => {
    const now = performance.now();
    task = Math.max(task, now - last);
    last = now;
    if (running) port2.postMessage(0);
  };
  port2.postMessage(0);
  await pause(20);
  window.gc?.();
  const memory = performance.memory?.usedJSHeapSize ?? 0;
  task = 0;
  const began = performance.now();
  const el = document.createElement('mf-card');
  el.richText = rich;
  el.card = card;
  place.prepend(el);
  const pressed = performance.now();
  setTimeout(() => beside.shadowRoot.querySelector('button').click());
  await el.updateComplete;
  if (rich) await pause(0);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const paint = performance.now() - began;
  const heap = Math.max(0, (performance.memory?.usedJSHeapSize ?? 0) - memory);
  for (let i = 0; i < 100 && !heard; i++) await pause(10);
  running = false;
  el.remove();
  beside.remove();
  await pause(0);
  return { paint, task, press: heard - pressed, heap };
}
