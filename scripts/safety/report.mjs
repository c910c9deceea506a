import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * Writes a report as JSON and as Markdown.
 *
 * @param about - `name` is that of its files in `reports/`.
 * @returns whether something failed.
 */
export function writeReport(results, { seed, sample, hasShared, name }) {
  mkdirSync('reports', { recursive: true });
  const about = {
    seed,
    sample: sample === Infinity ? 'all' : sample,
    data: hasShared ? 'shared' : 'fixtures',
  };
  writeFileSync(
    `reports/${name}.json`,
    `${JSON.stringify({ ...about, node: process.version, results }, null, 2)}\n`,
  );
  const failed = results.filter(({ failures }) => failures.length > 0);
  const lines = [
    '# Safety run',
    '',
    `Seed ${seed}, sample ${about.sample}, ${hasShared ? 'shared test data' : 'fixtures of the project'}, Node ${process.version}.`,
    'No failure in n tries means a rate below 3/n, at 95 %.',
    '',
    '| # | what | bar | engine | n | failures | figures | seconds |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...results.map(
      ({ id, title, bar, version, n, failures, figures, seconds }) =>
        `| ${[id, title, bar, version, n, failures.length, told(figures), seconds.toFixed(0)].join(' | ')} |`,
    ),
    '',
    failed.length ? '## Failures\n' : 'Nothing failed.',
    ...failed.flatMap(({ id, version, failures }) => [
      `- ${id}, ${version}`,
      ...failures.map((failure) => `  - \`${failure.replaceAll('`', "'")}\``),
    ]),
    '',
  ];
  writeFileSync(`reports/${name}.md`, lines.join('\n'));
  return failed.length > 0;
}

function told(figures) {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
