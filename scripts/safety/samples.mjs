import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { listShared, readShared } from '../shared-data.js';

/** Sample cards: those of the stories, and all of the shared test data that are sound JSON. */
export function readSamples() {
  const folder = resolve(import.meta.dirname, '../../stories/cards');
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(resolve(folder, name), 'utf8'));
  const shared = listShared('corpus')
    .filter((name) => name.endsWith('.json') && !name.endsWith('index.json'))
    .map(readShared);
  return [JSON.stringify(RICH), ...own, ...shared].flatMap((text) => {
    try {
      const value = JSON.parse(text);
      return typeof value === 'object' && value !== null ? [value] : [];
    } catch {
      return [];
    }
  });
}

const RICH = {
  backend_id: 'rich',
  header: { title: 'Rich text' },
  body: {
    description: '<p style="color: red" onclick="x()">Please <b>approve</b></p><ul><li>Taxi</li></ul>',
  },
};
