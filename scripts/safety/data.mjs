import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readShared } from '../shared-data.js';
import { readSamples } from './samples.mjs';

/** The payloads, URLs and cards of the shared test data; without them, the few that the project has of its own. */
export function readData() {
  const hasShared = Boolean(process.env.MF_SHARED);
  const read = (name) => (hasShared ? readShared(`safety/${name}.json`) : own(name));
  const items = (text) => JSON.parse(text).items;
  const cardsText = read('bad-cards');
  return {
    hasShared,
    payloads: items(read('xss-html')),
    urls: items(read('bad-urls')),
    cards: items(cardsText),
    cardsText,
    samples: readSamples(),
  };
}

function own(name) {
  return readFileSync(resolve(import.meta.dirname, 'fixtures', `${name}.json`), 'utf8');
}
