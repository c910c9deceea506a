import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildContestants, installContestants } from './build.mjs';
import { commit, load, machine, versionOf } from './machine.mjs';
import { measure } from './measure.mjs';
import { figuresOf, markdownOf } from './report.mjs';
import { serve } from './serve.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const say = (text) => console.error(text);

/** Builds, measures and reports: Markdown to the output, and to files as asked for. */
export async function benchmark({ out, write, ...settings }) {
  const started = new Date();
  const before = load();
  installContestants();
  const folder = mkdtempSync(join(here, 'built-'));
  const reading = settings.parts.includes('read') ? await readingReport(folder) : null;
  let measured;
  let sizes;
  try {
    say('Building …');
    sizes = await buildContestants(settings.contestants, folder);
    const { server, origin } = await serve(folder);
    try {
      measured = await measure({ ...settings, origin, say });
    } finally {
      server.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { samples, problems, browser } = measured;
  const report = {
    date: started.toISOString(),
    seconds: Math.round((Date.now() - started) / 1000),
    machine: machine(),
    load: { before, after: load() },
    versions: {
      'mf-card': commit(),
      Chromium: browser,
      Node: process.version,
      lit: versionOf('lit'),
      zod: versionOf('zod'),
      adaptivecards: versionOf('adaptivecards'),
    },
    settings,
    figures: figuresOf(samples),
    sizes,
    problems,
  };
  const markdown = markdownOf({ ...report, reading });
  console.log(markdown);
  if (write) writeFileSync(join(here, 'RESULTS.md'), markdown);
  if (!out) return;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.md`, markdown);
  writeFileSync(`${out}.json`, `${JSON.stringify({ ...report, samples }, null, 1)}\n`);
}

/** What `npm run bench:read` says of fewer cards, as Markdown. */
async function readingReport(folder) {
  say('Reading …');
  const out = join(folder, 'read');
  const less = ['--count', '5000', '--passes', '1', '--fields', '100,10000'];
  await promisify(execFile)(process.execPath, [join(here, 'read.mjs'), ...less, '--out', out]);
  return readFileSync(`${out}.md`, 'utf8');
}
