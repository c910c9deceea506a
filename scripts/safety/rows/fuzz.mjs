import { pathToFileURL } from 'node:url';
import { fuzzed } from '../page/fuzzed.js';

const IN_NODE = 10_000;
const IN_ENGINE = 1000;

/** R14: cards made at random, read in Node and drawn in each engine. */
export const fuzz = {
  id: 'R14',
  title: 'Cards made at random: read in Node, drawn in the engine',
  bar: '10,000 in Node and 1,000 in each engine; 0 failures',
  async run({ run, payloads, urls, seed, sample, dist, supportFolder }) {
    const leaves = [
      ...payloads.map(({ payload }) => payload).filter((text) => text.length < 5000),
      ...urls.map(({ input }) => input ?? null),
    ];
    const [inNode, inEngine] = [IN_NODE, IN_ENGINE].map((all) => Math.min(all, sample * 5));
    const failures = await readInNode(inNode, { seed, leaves, dist, supportFolder });
    const step = 100;
    const parts = Array.from({ length: Math.ceil(inEngine / step) }, (_, i) => ({
      seed,
      leaves,
      from: i * step,
      to: Math.min(inEngine, (i + 1) * step),
    }));
    for (const { value, failed } of await run({ measure: 'fuzz', policy: 'open', parts, width: 2 }))
      failures.push(...(value?.failures ?? [failed]));
    return { n: inNode + inEngine, failures, figures: { 'in Node': inNode, 'in the engine': inEngine } };
  },
};

async function readInNode(count, { seed, leaves, dist, supportFolder }) {
  const { readCards } = await import(pathToFileURL(`${dist}/schema.js`));
  const support = await import(pathToFileURL(`${supportFolder}/support.js`));
  const failures = [];
  for (let i = 0; i < count; i++) {
    const [card] = fuzzed(support, seed, i, leaves);
    try {
      const { cards, diagnostics } = readCards({ objects: [GOOD, card, GOOD] });
      if (cards.filter(({ title }) => title === 'Good').length < 2)
        failures.push(`${i}: a neighbour is lost`);
      if (diagnostics.some(({ message }) => !message)) failures.push(`${i}: a finding without words`);
      if ({}.polluted !== undefined || Object.keys(Object.prototype).length)
        failures.push(`${i}: a prototype is changed`);
    } catch (error) {
      failures.push(`${i}: ${error}`);
    }
  }
  return failures;
}

const GOOD = { backend_id: 'good', header: { title: 'Good' } };
