import { pause, within } from '../acts.js';
import { cardWith } from '../hostile-card.js';

const STEP = 40;

/** A card amid things of its host's: what it covers beyond its box, and what it moves. */
export async function measure({ items }, { build }) {
  await import(`${build}/mf-card.bundle.js`);
  const place = document.getElementById('place');
  // Made without inline styles, as on a strict page.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    #place { display: grid; grid-template: 60px 600px 60px / 120px 400px 120px; margin: 10px; }
    #place > * { overflow: hidden; background: #eee; }
    #box { grid-area: 2 / 2; overflow: visible; background: none; }
    .over { position: relative; z-index: 1; }
  `);
  document.adoptedStyleSheets.push(sheet);
  for (let i = 0; i < 9; i++) {
    const cell = place.appendChild(document.createElement('div'));
    if (i === 4) cell.id = 'box';
    else cell.append(document.createElement('form'), document.createElement('button'), `host ${i}`);
  }
  const box = document.getElementById('box');
  const found = [];
  for (const { id, payload } of items)
    for (const rich of [false, true]) {
      const el = document.createElement('mf-card');
      el.richText = rich;
      box.append(el);
      const before = hostNow();
      el.card = cardWith(payload);
      await el.updateComplete;
      await pause(rich ? 30 : 0);
      const own = el.getBoundingClientRect();
      const outside = [];
      let points = 0;
      for (let x = 1; x < innerWidth; x += STEP)
        for (let y = 1; y < innerHeight; y += STEP) {
          if (x >= own.left && x <= own.right && y >= own.top && y <= own.bottom) continue;
          points++;
          if (document.elementFromPoint(x, y) === el) outside.push(`${x},${y}`);
        }
      const fixed = [...within(el.shadowRoot)].filter(
        (one) => getComputedStyle(one).position === 'fixed',
      ).length;
      const after = hostNow();
      found.push({
        id,
        rich,
        points,
        outside,
        fixed,
        changed: before === after ? 0 : 1,
        wider: document.documentElement.scrollWidth > innerWidth + 1,
      });
      el.remove();
    }
  return found;

  /** All of the page but the card, in words. */
  function hostNow() {
    return [...place.querySelectorAll('*')]
      .filter((one) => !one.localName.startsWith('mf-'))
      .map((one) => {
        const { left, top, width } = one.getBoundingClientRect();
        const { color, fontSize } = getComputedStyle(one);
        return [
          one.localName,
          one.id === 'box' ? '' : one.textContent,
          left,
          top,
          width,
          color,
          fontSize,
        ].join();
      })
      .join('\n');
  }
}
