import { inParts } from '../random.mjs';

/** S11: controls of direction and invisible characters stay in their text. */
export const bidi = {
  id: 'S11',
  title: 'Controls of direction and invisible text: neighbouring texts, names of buttons',
  bar: '0 neighbours whose order or box changes, 0 buttons without a visible name',
  async run({ run, payloads, cards }) {
    const texts = [
      ...payloads.filter(
        ({ class: kind, payload }) => kind === 'unicode-bidi' || /\p{Bidi_Control}/u.test(payload),
      ),
      ...cards.filter(({ class: kind, patch }) => kind === 'unicode-text' && patch).flatMap(textsOfCard),
    ];
    const parts = inParts(texts, 20).map((items) => ({ items }));
    const results = await run({ measure: 'bidi', policy: 'open', parts, width: 4 });
    const failures = [];
    const sums = { 'neighbours changed': 0, 'buttons without a name': 0 };
    let n = 0;
    for (const { value, failed } of results) {
      if (failed) failures.push(failed);
      for (const { id, rich, moved, lost, nameless } of value ?? []) {
        n++;
        sums['neighbours changed'] += moved.length + lost.length;
        sums['buttons without a name'] += nameless;
        if (moved.length || nameless || lost.length)
          failures.push(
            `${id}${rich ? ' rich' : ''}: ${moved.join(', ')} lost ${lost.join()} nameless ${nameless}`,
          );
      }
    }
    return { n, failures, figures: { texts: texts.length, ...sums } };
  },
};

function textsOfCard({ id, patch }) {
  return patch.filter(({ value }) => typeof value === 'string').map(({ value }) => ({ id, payload: value }));
}
