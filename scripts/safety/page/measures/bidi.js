import { pause, within } from '../acts.js';
import { harmless } from '../shape.js';

/** Texts with controls of direction, or that nobody sees, amid other texts: what becomes of the neighbours. */
export async function measure({ items }, { build }) {
  await import(`${build}/mf-card.bundle.js`);
  const found = [];
  for (const { id, payload } of items)
    for (const rich of [false, true]) {
      const ours = await neighboursOf(payload, rich);
      const like = await neighboursOf(
        harmless(payload.replace(/[\p{Bidi_Control}\p{Cf}]/gu, '')) || 'x',
        rich,
      );
      const moved = Object.keys(NEIGHBOURS).filter(
        (name) => ours.runs[name] !== undefined && ours.runs[name] !== like.runs[name],
      );
      found.push({
        id,
        rich,
        moved: moved.map((name) => `${name}: ${like.runs[name]} → ${ours.runs[name]}`),
        lost: Object.keys(like.runs).filter((name) => !(name in ours.runs)),
        nameless: ours.nameless,
      });
    }
  return found;
}

const NEIGHBOURS = {
  next: 'abc 123 next',
  value: 'abc 456 value',
  time: 'abc 789 text',
  button: 'abc 321 button',
};

async function neighboursOf(payload, rich) {
  const el = document.createElement('mf-card');
  el.richText = rich;
  const post = { type: 'POST', url: { href: `${location.origin}/blank/a` }, completed_label: payload };
  el.card = {
    backend_id: 'bidi',
    name: payload,
    header: { title: payload, subtitle: [payload, NEIGHBOURS.next] },
    body: {
      description: payload,
      fields: [
        { type: 'GENERAL', title: payload, description: NEIGHBOURS.value },
        { type: 'GENERAL', title: NEIGHBOURS.value, description: payload },
        { type: 'COMMENT', comments: [{ display_name: payload, text: NEIGHBOURS.time }] },
      ],
    },
    actions: [
      { id: 'a', action_key: 'DIRECT', label: payload, ...post },
      { id: 'b', action_key: 'DIRECT', label: NEIGHBOURS.button, ...post },
    ],
  };
  document.getElementById('place').append(el);
  await el.updateComplete;
  await pause(rich ? 20 : 0);
  const runs = {};
  const words = document.createTreeWalker(el.shadowRoot, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode())
    for (const [name, text] of Object.entries(NEIGHBOURS))
      if (node.data.trim() === text) runs[name] = orderOf(node, node.data.indexOf(text), text.length);
  const nameless = [...within(el.shadowRoot)]
    .filter((one) => one.matches('button, a[href]'))
    .filter((one) => !VISIBLE.test(one.textContent + (one.ariaLabel ?? ''))).length;
  el.remove();
  return { runs, nameless };
}

/** Something that a reader sees. */
const VISIBLE = /[^\s\p{Cf}\p{Cc}\p{Zs}\p{DI}\u2800]/u;

/** How the characters of a text lie: from left to right, and how wide they are in all. */
function orderOf(node, start, length) {
  const range = document.createRange();
  const lefts = [];
  for (let i = 0; i < length; i++) {
    range.setStart(node, start + i);
    range.setEnd(node, start + i + 1);
    const { left, width } = range.getBoundingClientRect();
    if (width) lefts.push(left);
  }
  range.setStart(node, start);
  range.setEnd(node, start + length);
  const { width, height } = range.getBoundingClientRect();
  const rising = lefts.every((left, i) => i === 0 || left > lefts[i - 1]);
  return `${rising ? 'in order' : 'out of order'}, ${Math.round(width)} by ${Math.round(height)}`;
}
