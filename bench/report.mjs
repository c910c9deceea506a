import { figure } from './figures.mjs';
import { roundsOfFeeds } from './measure.mjs';

const milliseconds = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)} ms`;
const kilobytes = (value) => `${(value / 1000).toFixed(1)} KB`;
const megabytes = (value) => `${(value / 1e6).toFixed(1)} MB`;
const whole = (value) => value.toFixed(0);
/** Browsers tell of no task below 50 ms. */
const taskTime = (value) => (value === 0 ? 'none over 50 ms' : milliseconds(value));

/** The figures of all measures, by contestant and measure. */
export function figuresOf(samples) {
  return Object.fromEntries(
    Object.entries(samples).map(([name, measures]) => [
      name,
      Object.fromEntries(
        Object.entries(measures).map(([measure, values]) => [
          measure,
          figure({ ...values }, samples.floor?.[measure]),
        ]),
      ),
    ]),
  );
}

/** The report as Markdown: what was measured on what, then a table for each part. */
export function markdownOf({
  date,
  machine,
  load,
  versions,
  settings,
  seconds,
  figures,
  sizes,
  problems,
  reading,
}) {
  const { counts, feeds, rounds } = settings;
  const most = counts.at(-1);
  const versionList = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const sections = [
    '# Results of the benchmark',
    '',
    `${date} · ${machine} · load ${load.before.toFixed(2)} before, ${load.after.toFixed(2)} after · ${seconds} s`,
    '',
    versionList.join(' · '),
    '',
    `Medians of ${rounds} rounds (feeds: ${roundsOfFeeds(rounds)}). In brackets the ratio to \`floor\`: median of the ` +
      'rounds, and quartiles. What each figure means, and how far to trust it: [README.md](README.md).',
    ...section('Cards', figures, [
      ...counts.flatMap((count) => [
        [`${count}, build, first`, `${count}.first.build`, milliseconds],
        [`${count}, layout, first`, `${count}.first.layout`, milliseconds],
        [`${count}, paint, first`, `${count}.first.paint`, milliseconds],
        [`${count}, build, warm`, `${count}.warm.build`, milliseconds],
        [`${count}, layout, warm`, `${count}.warm.layout`, milliseconds],
        [`${count}, paint, warm`, `${count}.warm.paint`, milliseconds],
      ]),
      [`update one of ${most}: script`, 'change.build', milliseconds],
      [`update one of ${most}: to layout`, 'change.layout', milliseconds],
      [`open a form in ${most}`, 'form.layout', milliseconds],
      ['V8 heap of a card', 'card.heap', kilobytes],
      ['Blink heap of a card', 'card.blink', kilobytes],
      ['DOM nodes of a card', 'card.nodes', whole],
    ]),
    ...section('Cold start', figures, [
      ['first card laid out', 'cold.laidOut', milliseconds],
      ['first contentful paint', 'cold.painted', milliseconds],
    ]),
    ...feeds.flatMap((count) =>
      section(`Feed of ${count}`, figures, [
        ['build', `feed${count}.build`, milliseconds],
        ['to layout', `feed${count}.layout`, milliseconds],
        ['to first paint', `feed${count}.paint`, milliseconds],
        ['longest task afterwards', `feed${count}.longest`, taskTime],
        ['until all cards are there', `feed${count}.complete`, milliseconds],
        ['V8 heap', `feed${count}.heap`, megabytes],
        ['Blink heap', `feed${count}.blink`, megabytes],
        ['both heaps', `feed${count}.bytes`, megabytes],
        ['DOM nodes', `feed${count}.nodes`, whole],
      ]),
    ),
    '',
    '## What a page loads before the first card',
    '',
    '| | minified | gzip |',
    '|---|---|---|',
    ...Object.entries(sizes).map(
      ([name, { minified, gzip }]) => `| ${name} | ${kilobytes(minified)} | ${kilobytes(gzip)} |`,
    ),
    ...(reading
      ? [
          '',
          reading
            .replace(/^# .*\n+.*\n/, '')
            .trim()
            .replace(/^## In/gm, '## Reading, in'),
        ]
      : []),
    '',
    '## Problems',
    '',
    ...(problems.length
      ? [...new Set(problems)].map((problem) => `- ${problem}`)
      : ['None: all texts, changes and forms were shown, all cards in their place.']),
  ];
  return `${sections.join('\n')}\n`;
}

/** A table of what was measured; nothing when nothing was. */
function section(title, figures, rows) {
  const measured = rows.filter(([, measure]) => Object.values(figures).some((own) => own[measure]));
  const names = Object.keys(figures).filter((name) => measured.some(([, measure]) => figures[name][measure]));
  if (measured.length === 0) return [];
  return [
    '',
    `## ${title}`,
    '',
    `| | ${names.join(' | ')} |`,
    `|---|${'---|'.repeat(names.length)}`,
    ...measured.map(
      ([label, measure, shown]) =>
        `| ${label} | ${names.map((name) => cell(name, figures[name][measure], shown)).join(' | ')} |`,
    ),
  ];
}

function cell(name, own, shown) {
  if (!own) return '–';
  if (name === 'floor' || own.ratio === null || shown === taskTime) return shown(own.median);
  const [low, high] = own.quartiles.map((value) => value.toFixed(2));
  const spread = own.rounds > 1 ? `, ${low} – ${high}` : '';
  return `${shown(own.median)} (**${own.ratio.toFixed(2)}×**${spread})`;
}
