/*
 * docs/performance.md: what bench/RESULTS.md and scripts/size-budgets.json say, for people who choose a library. Called by
 * generated-files.mjs, so that the page has no figure that nobody measured.
 */
import { readFileSync } from 'node:fs';
import { code, table, writtenFrom } from './markdown.mjs';

const INTRO = `${writtenFrom('bench/RESULTS.md and scripts/size-budgets.json')}

# Performance

What mf-card costs, beside others that show the same cards. All figures of this page are measured, and the scripts are in
[bench/](../bench/README.md): \`npm run bench\` makes them again.`;

const WHO = [
  ['by hand', 'floor', 'one template written for just this card; checks nothing. The limit, not a goal'],
  ['mf-card', 'mf-card', 'this library'],
  ['plain Lit', 'lit', 'one Lit element for this card, its data looked over with zod/mini'],
  ['Adaptive Cards', 'adaptive-cards', "Microsoft's library, which does the same job for another format"],
];

/** Rows of RESULTS.md, by section, with what they are called here. */
const ROWS = {
  Cards: {
    '1, paint, first': 'one card, in a page where no code has run yet, until it is painted',
    '100, paint, first': 'a hundred cards, the same',
    '1000, paint, first': 'a thousand cards, the same',
    '1, build, warm': 'one card in a page that has shown others: script alone',
    '1000, build, warm': 'a thousand in such a page: script alone',
    'update one of 1000: to layout': 'one text of one card in a thousand changes, until it is laid out',
    'open a form in 1000': 'a form is opened in one of a thousand',
    'V8 heap of a card': 'memory of a card, script',
    'Blink heap of a card': 'memory of a card, page',
  },
  'Cold start': {
    'first card laid out': 'from going to the page until its first card is laid out',
    'first contentful paint': 'from going to the page until its first paint',
  },
  'Feed of 1000': {
    'to first paint': 'a feed of a thousand, until its first paint',
    'until all cards are there': 'that feed, until the last card is in the page',
    'longest task afterwards': 'the longest task after the first paint',
    'both heaps': 'memory of that feed',
  },
};

/** @returns the text of docs/performance.md. */
export function performanceDoc() {
  const results = readFileSync(new URL('../bench/RESULTS.md', import.meta.url), 'utf8');
  const { pages } = JSON.parse(readFileSync(new URL('size-budgets.json', import.meta.url), 'utf8'));
  const [, when = ''] = /^(\d{4}-\d\d-\d\d)/m.exec(results) ?? [];
  const [, versions = ''] = /^(mf-card [0-9a-f]{7}.*)$/m.exec(results) ?? [];
  const [, machine = ''] = / · (.* load [\d.]+ before, [\d.]+ after)/.exec(results) ?? [];
  const [, rounds = ''] = /^Medians of (\d+) rounds/m.exec(results) ?? [];
  const figures = Object.entries(ROWS).flatMap(([section, rows]) => {
    const found = tableOf(results, section);
    return Object.entries(rows).map(([row, text]) => ({ text, values: found.get(row) }));
  });
  return `${[
    INTRO,
    '## Drawing',
    table([['', ''], ...WHO.map(([name, , about]) => [name, about])]),
    `Of ${rounds === '1' ? 'one round' : `${rounds} rounds, the medians`}, on ${when}: ${machine}. ${versions}.`,
    table([
      ['', ...WHO.map(([name]) => name)],
      ...figures.map(({ text, values }) => [text, ...WHO.map(([, id]) => values[id]?.text ?? '–')]),
    ]),
    'Compare within a row; the times belong to the machine. All rows, and how far to trust them: [the results](../bench/RESULTS.md) ' +
      'and [what each figure means](../bench/README.md#what-each-figure-means).',
    '### Where mf-card is slower',
    'Than a plain Lit element for just one card:',
    slower(figures, 'lit'),
    'Than Adaptive Cards:',
    slower(figures, 'adaptive-cards'),
    `${longestTask(figures)}Why: a page has to load and run all that reads cards, before the first one is there. mf-card checks every member, reads every
older shape of it, keeps what was typed, and says what was wrong; the others do not. A feed shows its first cards at once and
brings the rest when the browser has time for them, so that all of them take longer to be there.`,
    '## What a page loads',
    'gzip, at most: `npm run size` fails above it. In brackets what is loaded later, if it is needed at all: the words for faulty cards, and what opens files.',
    table([
      ['imports', 'KB at once'],
      ...pages
        .filter(({ name, oneFile }) => !oneFile && !name.includes(', '))
        .map(({ name, first, later }) => [
          name.startsWith(' ') ? `${code(name.trim())} alone, of the entry above` : code(name),
          `${kilo(first)}${later ? ` (${kilo(later)})` : ''}`,
        ]),
    ]),
    `Beside them, before the first card: ${sizes(results)}. Where the bytes go, and what was weighed:
[a decision](decisions/0008-what-a-page-loads.md).`,
    '### By bundler',
    ...byBundler(JSON.parse(readFileSync(new URL('../bench/bundlers.json', import.meta.url), 'utf8'))),
    '## Reading',
    `${reading(results)}`,
    '## What a host can do',
    [
      '- **Give text, not values**, if you have text: findings then have a line and a column, and nothing is parsed twice.',
      '- **Give new data to the same feed** rather than a new one: what is the same is not drawn.',
      '- **Import `mf-card/schema`** where there is no page: it has no Lit in it.',
      '- **Define `MfCard` alone**, from `mf-card/elements`, in a page that has no feed.',
    ].join('\n'),
  ].join('\n\n')}\n`;
}

/** The rows of a table of the results: by row, then by contestant. */
function tableOf(results, section) {
  const [, text = ''] = results.split(`\n## ${section}\n`);
  const [head, , ...rows] = text
    .split('\n## ')[0]
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return new Map(
    rows.map(([name, ...cells]) => [
      name,
      Object.fromEntries(
        cells.map((cell, i) => [head[i + 1], { text: cell.replace(/ \(.*/, ''), ratio: ratio(cell) }]),
      ),
    ]),
  );
}

/** To `floor`, which itself has none. */
function ratio(cell) {
  const [, times] = /\(\*\*([\d.]+)×/.exec(cell) ?? [];
  return times === undefined ? null : Number(times);
}

/** The rows in which mf-card needs more than another, by how much. */
function slower(figures, other) {
  const rows = figures.flatMap(({ text, values }) => {
    const [mine, theirs] = [values['mf-card']?.ratio, values[other]?.ratio];
    return mine && theirs && mine > theirs * 1.05 ? [`- ${text}: ${(mine / theirs).toFixed(1)} times`] : [];
  });
  return rows.length > 0 ? rows.join('\n') : '- in none of these rows';
}

/** Has no ratio where the others have no task that is worth telling. */
function longestTask(figures) {
  const { values } = figures.find(({ text }) => text.startsWith('the longest task'));
  const [mine, theirs] = [values['mf-card']?.text, values['adaptive-cards']?.text];
  return mine !== theirs
    ? `The longest task after a feed's first paint: ${mine}; of Adaptive Cards ${theirs}.\n\n`
    : '';
}

function sizes(results) {
  const rows = tableOf(results, 'What a page loads before the first card');
  const names = { 'mf-card': 'mf-card', lit: 'plain Lit', 'adaptive-cards': 'Adaptive Cards' };
  return Object.entries(names)
    .map(([id, name]) => `${name} ${rows.get(id)?.gzip?.text ?? '–'}`)
    .join(', ');
}

function byBundler({ date, versions, rows }) {
  const bundlers = Object.keys(versions);
  const told = bundlers.map((name) => `${name} ${versions[name]}`).join(', ');
  return [
    `What an app loads at once of the packed package, in KB: minified / gzip. \`npm run size:bundlers\`, on ${date}, with ${told}; React stays outside.`,
    table([
      ['takes', ...bundlers],
      ...rows.map(({ name, ...sizes }) => [
        name.replace(/mf-card(?:\/[\w/]+)?/, code),
        ...bundlers.map((bundler) => `${kilo(sizes[bundler].minified)} / ${kilo(sizes[bundler].gzip)}`),
      ]),
    ]),
    `They differ by how much of a module they leave out and by their minifiers: ${spread(rows, bundlers)}. webpack adds its own code
for modules that are loaded later. An app that takes \`readCards\` from \`mf-card/schema\` has no Lit in it, in any of them: the
script fails otherwise. From \`mf-card\` it has, as importing that defines the elements.`,
  ];
}

/** How far apart the bundlers are, of entries that weigh something. */
function spread(rows, bundlers) {
  const most = rows.flatMap((row) => {
    const sizes = bundlers.map((bundler) => row[bundler].gzip);
    const least = Math.min(...sizes);
    return least > 1000 ? [(Math.max(...sizes) / least - 1) * 100] : [];
  });
  return `by ${Math.max(...most).toFixed(0)} % of gzip at most`;
}

function reading(results) {
  const [row] = [...tableOf(results, 'Reading, in Chromium, without eval')].filter(([name]) =>
    name.includes('sound'),
  );
  const [cards, of] = row ?? ['', {}];
  const kilobytes = of['KB each']?.text;
  const parsing = of['JSON.parse']?.text;
  const all = of['with readCards']?.text;
  return `${cards.replace(', sound', '')} cards of ${kilobytes} KB each: ${parsing} for \`JSON.parse\` alone, ${all} with \`readCards\`, which checks
and reads them, in Chromium under a policy that forbids \`eval\`.`;
}

function kilo(bytes) {
  return (bytes / 1000).toFixed(1);
}
