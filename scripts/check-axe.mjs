/*
 * Runs axe over every story of the built Storybook, as its play function leaves it: light and dark, in English and in
 * Arabic, from right to left. Ends with 1 when there is a violation.
 *
 *   npm run check:axe -- [--stories PART]      those whose id has this in it
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { allStories, openStories } from './visual/stories.mjs';

const LOOKS = ['light', 'dark'].flatMap((scheme) =>
  ['en', 'ar'].map((language) => ({
    name: `${scheme}, ${language}`,
    // Storybook does not look for itself: only one look at a time can be taken.
    globals: { scheme, language, 'a11y.manual': '!true' },
  })),
);

const { stories: part } = parseArgs({ options: { stories: { type: 'string', default: '' } } }).values;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const stories = allStories().filter(({ id }) => id.includes(part));
const waiting = [...stories];
const browser = await openStories();
const counts = Object.fromEntries(LOOKS.map(({ name }) => [name, { stories: 0, violations: 0 }]));
const notPlayed = [];
await Promise.all([worker(), worker()]);
await browser.close();

for (const [look, { stories: count, violations }] of Object.entries(counts))
  console.log(`${look}: ${count} stories, ${violations} violations`);
for (const line of notPlayed) console.error(`✗ ${line}`);
const found = Object.values(counts).reduce((sum, { violations }) => sum + violations, 0);
process.exitCode = found + notPlayed.length > 0 || !stories.length ? 1 : 0;

async function worker() {
  const stand = await browser.newPage();
  for (let story = waiting.shift(); story; story = waiting.shift())
    for (const look of LOOKS) await check(stand, story, look);
}

async function check(stand, story, { name, globals }) {
  // Some play functions ask for the English words: what they leave is looked at all the same.
  const played = await stand.open(story, globals).then(
    () => true,
    () => false,
  );
  if (!played && globals.language === 'en') notPlayed.push(`${story.id} (${name}) does not play`);
  await stand.page.evaluate(axe);
  const violations = await stand.page.evaluate(async () => {
    const { violations: all } = await globalThis.axe.run('#storybook-root');
    return all.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help} (${target.flat().join(' ')}) ${any[0]?.message ?? ''}`),
    );
  });
  counts[name].stories++;
  counts[name].violations += violations.length;
  for (const violation of violations) console.error(`✗ ${story.id} (${name}) ${violation}`);
}
