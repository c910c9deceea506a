import { pause } from '../acts.js';

/** Each malformed card alone, and between two good ones in a feed. */
export async function measure({ from, to, text }, { build, seen }) {
  await import(`${build}/mf-card.bundle.js`);
  const { badCards } = await import('/build/support/support.js');
  const place = document.getElementById('place');
  const keys = keysNow();
  const found = [];
  for (const bad of badCards(text).slice(from, to)) {
    const errors = seen.errors.length;
    const result = {
      id: bad.id,
      why: bad.why,
      outcome: bad.outcome,
      diagnostics: 0,
      notice: false,
      blank: false,
      neighbours: true,
    };
    try {
      const el = document.createElement('mf-card');
      el.card = bad.input();
      place.append(el);
      await el.updateComplete;
      result.diagnostics = el.diagnostics.length;
      result.named =
        el.diagnostics.filter(({ code, path, message }) => !code || !Array.isArray(path) || !message)
          .length === 0;
      result.notice = el.shadowRoot.querySelector('[part~=notice]') !== null;
      result.blank = el.shadowRoot.textContent.trim() === '';
      await pause(0);
      el.remove();
      if ((bad.form === 'patch' || bad.form === 'value') && bad.class !== 'feed-shape') {
        const feed = document.createElement('mf-card-feed');
        feed.cards = { objects: [good('Before it'), bad.input(), good('After it')] };
        place.append(feed);
        await feed.updateComplete;
        const cards = [...feed.shadowRoot.querySelectorAll('mf-card')];
        await Promise.all(cards.map((card) => card.updateComplete));
        const shown = cards.map((card) => card.shadowRoot.textContent).join('\n');
        result.neighbours = shown.includes('Before it') && shown.includes('After it');
        result.between = true;
        // A refused text leaves what was there.
        feed.cards = '{"objects": [';
        await feed.updateComplete;
        feed.remove();
      }
    } catch (error) {
      result.thrown = String(error);
    }
    result.errors = seen.errors.slice(errors);
    found.push(result);
  }
  await pause(50);
  return { found, newKeys: keysNow().filter((key) => !keys.includes(key)) };
}

const good = (title) => ({ backend_id: title, header: { title } });

/** The names on the prototypes that every object, list and function has. */
export function keysNow() {
  return Object.entries({ Object, Array, Function, String, Number }).flatMap(([name, { prototype }]) =>
    Reflect.ownKeys(prototype).map((key) => `${name}.${String(key)}`),
  );
}
