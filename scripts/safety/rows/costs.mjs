/** S9: what the largest inputs cost. Bars in milliseconds and bytes. */
const MOST = { paint: 2000, task: 200, press: 1000, heap: 200_000_000 };

/** Tags that nest deeper than browsers do, of which WebKit's parser never comes back, or that they open anew in each paragraph. */
const DEEP = Object.entries({
  'deep-cells': nested('<table><tbody><tr><td>', '</td></tr></tbody></table>', 128),
  'deep-blocks': nested('<div>', '', 507) + nested('<table><tbody><tr><td>', '</td></tr></tbody></table>', 1),
  'deep-lists': nested('<ul><li>', '</li></ul>', 3000),
  'deep-marks': Array.from({ length: 1500 }, (_, i) => `<b id="${i}">`).join('') + '<p>x'.repeat(1500),
}).map(([id, payload]) => ({ id, payload }));

function nested(start, end, times) {
  return `${start.repeat(times)}x${end.repeat(times)}`;
}

export const costs = {
  id: 'S9',
  title: 'Costs of the largest inputs: payloads of class dos, bounded cards, very long URLs',
  bar: 'painted in 2 s, longest task 200 ms for text up to 1 MB, heap growth 200 MB, a press answered in 1 s',
  async run({ run, payloads, cards, cardsText, urls }) {
    const items = [...payloads.filter((item) => item.class === 'dos'), ...DEEP];
    const ids = cards.filter(({ outcome }) => outcome === 'bounded').map(({ id }) => id);
    const [{ value, failed }] = await run({
      measure: 'costs',
      policy: 'open',
      patience: 600_000,
      limit: 900_000,
      parts: [{ items, cardsText, ids, urls: urls.filter(({ gen }) => gen) }],
    });
    if (failed) return { n: 0, failures: [failed], figures: {} };
    const failures = [];
    const worst = {};
    for (const one of value)
      for (const [what, most] of Object.entries(MOST)) {
        const isText = one.size !== null && one.size <= 1_000_000;
        const counts = what !== 'task' || isText;
        const key = what === 'task' && !isText ? 'task of what is larger or no text' : what;
        if (!(worst[key]?.[0] >= one[what])) worst[key] = [one[what], one.id];
        if (counts && one[what] > most)
          failures.push(`${one.id}${one.rich ? ' rich' : ''}: ${what} ${Math.round(one[what])}`);
      }
    return {
      n: value.length,
      failures,
      figures: Object.fromEntries(
        Object.entries(worst).map(([what, [most, id]]) => [what, `${Math.round(most)} (${id})`]),
      ),
    };
  },
};
