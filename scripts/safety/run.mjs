/*
 * Measures whether hostile data gets in: every row of docs/security.md, in each engine, with a negative control. Writes
 * reports/safety.md and reports/safety.json; `--report` gives them another name.
 *
 *   npm run safety -- [--engine chromium,firefox,webkit] [--only S1,S4] [--seed 20260301] [--sample 50] [--report safety]
 *
 * Takes the payloads from the shared test data (see CONTRIBUTING.md); without them from the few of scripts/safety/fixtures/.
 * Exits with 1 when something got in, or when the control did not see what it had to.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { enginesNamed } from '../engines.js';
import { readData } from './data.mjs';
import { measure } from './measure.mjs';
import { writeReport } from './report.mjs';
import { rows } from './rows/index.mjs';

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '20260301' },
    sample: { type: 'string', default: 'all' },
    report: { type: 'string', default: 'safety' },
  },
});
const dist = resolve(import.meta.dirname, '../../dist');
const known = rows.map(({ id }) => id);
const names = values.only?.split(',') ?? known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length || !/^\d+$/.test(values.seed) || !/^(all|\d+)$/.test(values.sample)) {
  console.error(`--only takes ${known.join(', ')}; --seed a whole number; --sample one, too, or all`);
  process.exit(2);
}
if (!existsSync(resolve(dist, 'mf-card.bundle.js'))) {
  console.error('There is no built package; npm run build makes it.');
  process.exit(2);
}

const data = readData();
if (!data.hasShared)
  console.log('MF_SHARED names no shared test data: the few payloads of the project are tried.\n');
const seed = Number(values.seed);
const sample = values.sample === 'all' ? Infinity : Number(values.sample);
const results = [];
for (const engine of enginesNamed(values.engine)) {
  const chosen = rows.filter(({ id }) => names.includes(id));
  results.push(...(await measure({ engine, rows: chosen, data, seed, sample, dist, say: console.log })));
}
const failed = writeReport(results, { seed, sample, hasShared: data.hasShared, name: values.report });
process.exitCode = failed ? 1 : 0;
