/*
 * What `npm run bench:read` measures, in Node and in a page: given a `readCards`, how long it takes, beside
 * `JSON.parse` of the same text.
 */
import { faultyThroughout, longCard, partlyFaulty, soundCards } from './make-cards.mjs';

/**
 * @param readCards - the library's.
 * @param options - `count` of cards, in responses of `feed`; `rounds`; `fields`: the sizes of the long card; `collect`:
 *   collects garbage.
 * @returns for each case its facts, and its milliseconds in each round by measure.
 */
export async function measureRead(readCards, { count, feed, rounds, fields, collect }) {
  const cases = [
    { name: 'sound', cards: () => soundCards(count) },
    { name: '10 % of the cards faulty', cards: () => partlyFaulty(count, 0.1) },
    { name: '10 % of all members faulty', cards: () => faultyThroughout(count, 0.1) },
  ].map(({ name, cards }) => responseCase(name, cards(), feed, readCards));
  const long = fields.flatMap((size) => [
    fieldsCase(size, readCards, {}, 'default limits'),
    fieldsCase(size, readCards, { limits: { list: Math.max(...fields) } }, 'limit raised'),
  ]);
  const results = [];
  for (const { measures, steps, ...facts } of cases)
    results.push({ ...facts, samples: await byTurns(measures, steps, rounds, collect) });
  // All sizes take turns: what slows the machine down for a while slows all of them.
  const together = Object.fromEntries(long.map(({ name, run }) => [name, run]));
  const samples = await byTurns(together, 1, rounds, collect);
  return {
    cases: results,
    long: long.map(({ name, size, limits, times }) => ({ size, limits, times, samples: samples[name] })),
  };
}

/** As several responses, of as many cards as a feed has. */
function responseCase(name, all, feed, readCards) {
  const texts = [];
  for (let i = 0; i < all.length; i += feed) texts.push(JSON.stringify({ objects: all.slice(i, i + feed) }));
  const found = texts.flatMap((text) => readCards(text).diagnostics);
  return {
    name,
    cards: all.length,
    kilobytes: texts.reduce((sum, { length }) => sum + length, 0) / 1000 / all.length,
    diagnostics: found.length,
    steps: texts.length,
    measures: {
      parse: (i) => JSON.parse(texts[i]),
      read: (i) => readCards(JSON.parse(texts[i])),
      readText: (i) => readCards(texts[i]),
    },
  };
}

/** Small ones are read several times a sample, so that each sample takes long enough for the clock. */
function fieldsCase(size, readCards, options, limits) {
  const card = longCard(size);
  const times = Math.max(1, Math.ceil(20_000 / size));
  return {
    name: `${size} ${limits}`,
    size,
    limits,
    times,
    run: () => {
      let last;
      for (let i = 0; i < times; i++) last = readCards(card, options);
      return last;
    },
  };
}

/**
 * In each round each measure does all steps, in an order that changes from round to round, on a heap without garbage of
 * another: turns at each step had one pay for collecting what another had left. What comes out of a step is kept to the
 * end of the measure, as a page keeps its cards.
 */
async function byTurns(measures, steps, rounds, collect) {
  const names = Object.keys(measures);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round + 1) % names.length];
      collect();
      await new Promise((done) => setTimeout(done));
      const kept = [];
      const start = performance.now();
      for (let step = 0; step < steps; step++) kept.push(measures[name](step));
      const time = performance.now() - start;
      if (kept.includes(undefined)) throw new Error('A measure gave nothing');
      // The first round warms up.
      if (round >= 0) samples[name].push(time);
    }
  return samples;
}
