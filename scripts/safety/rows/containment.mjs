import { inParts } from '../random.mjs';

/** S10: a card stays in its box. */
export const containment = {
  id: 'S10',
  title: 'Containment: what a card covers beyond its box, and what it changes of the page',
  bar: '0 points outside, 0 elements of the host changed',
  async run({ run, payloads }) {
    const parts = inParts(payloads, 30).map((items) => ({ items }));
    const results = await run({ measure: 'contained', policy: 'open', parts, width: 4 });
    const failures = [];
    const sums = {
      'points outside': 0,
      'elements of the host changed': 0,
      'fixed elements': 0,
      'pages made wider': 0,
    };
    let [n, points] = [0, 0];
    results.forEach(({ value, failed }, i) => {
      if (failed) failures.push(`${failed} with one of ${parts[i].items.map(({ id }) => id).join()}`);
      for (const one of value ?? []) {
        n++;
        points += one.points;
        sums['points outside'] += one.outside.length;
        sums['elements of the host changed'] += one.changed;
        sums['fixed elements'] += one.fixed;
        sums['pages made wider'] += one.wider ? 1 : 0;
        if (one.outside.length || one.changed || one.fixed || one.wider)
          failures.push(
            `${one.id}${one.rich ? ' rich' : ''}: outside ${one.outside.slice(0, 3).join(' ')}, changed ${one.changed}, fixed ${one.fixed}, wider ${one.wider}`,
          );
      }
    });
    return { n, failures, figures: { points, ...sums } };
  },
};
