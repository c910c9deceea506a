/*
 * Puts faults into copies of the library, one by one, and measures whether the safety run finds each.
 *
 *   npm run safety:faults -- [--engine chromium] [--only 3,7]
 *
 * Exits with 1 when one is not found, or when a row finds something where there is no fault.
 */
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readData } from './data.mjs';
import { measure } from './measure.mjs';
import { sampled, seededRandom } from './random.mjs';
import { rows } from './rows/index.mjs';

const root = resolve(import.meta.dirname, '../..');

/** `row` has to find it. `find` stands once in the file. */
const FAULTS = [
  [
    'the never-list is off',
    'S4',
    'schema/url-policy.ts',
    "if (NEVER.test(scheme)) return { url: null, refused: 'unsafe' };",
    '',
  ],
  [
    'every scheme passes',
    'S4',
    'schema/url-policy.ts',
    "return added ? { url, refused: null } : { url: null, refused: 'scheme' };",
    'return { url, refused: null };',
  ],
  [
    'controls within a URL are left in',
    'S4',
    'schema/url-policy.ts',
    'const url = stripControls(value);',
    'const url = value;',
  ],
  [
    'a host can add what runs script',
    'S4',
    'schema/url-policy.ts',
    'if (NEVER.test(scheme))',
    'if (NEVER.test(scheme) && !policy.schemes?.length)',
  ],
  [
    'media come from any host',
    'S6',
    'schema/url-policy.ts',
    'return !media || BASES.every((base) => isFrom(media, url, base));',
    'return true;',
  ],
  [
    'the sanitizer is off',
    'S2',
    'view/rich-text.ts',
    "purify.sanitize(shallowHtml(text.replace(NO_TAG, '&lt;'), KEPT), CONFIG)",
    'document.createRange().createContextualFragment(text)',
  ],
  [
    'the sanitizer has its own list',
    'S2',
    'view/rich-text.ts',
    "purify.sanitize(shallowHtml(text.replace(NO_TAG, '&lt;'), KEPT), CONFIG)",
    'purify.sanitize(text, { RETURN_DOM_FRAGMENT: true })',
  ],
  [
    'links of rich text are not judged',
    'S4',
    'view/rich-text.ts',
    'const url = href === null ? null : usable(href);',
    'const url = href;',
  ],
  [
    'texts are rich unasked',
    'S1',
    'view/text.ts',
    'return rich && text.search(TAG) >= 0 ? rich(text, name) : text;',
    "return text.search(TAG) >= 0 ? Object.assign(document.createElement('p'), { innerHTML: text }) : text;",
  ],
  ['links keep their opener', 'S5', 'view/linked.ts', 'rel="noopener noreferrer"', 'rel="opener"'],
  [
    'links tell the referrer',
    'S5',
    'view/linked.ts',
    'rel="noopener noreferrer"',
    'rel="noopener" referrerpolicy="unsafe-url"',
  ],
  [
    'a policy has another name',
    'S3',
    'view/rich-text.ts',
    "createPolicy('mf-card', {",
    "createPolicy('other', {",
  ],
  [
    'a style stands in a template',
    'S12',
    'view/linked.ts',
    '<a part="link',
    '<a style="color: red" part="link',
  ],
  [
    'the origin of a message is not looked at',
    'S8',
    'transports/bridge-channels.ts',
    "if (event.origin !== origin) refuse('origin');",
    'if (false) return;',
  ],
  [
    'the window of a message is not looked at',
    'S8',
    'transports/bridge-channels.ts',
    "else if (event.source !== other) refuse('source');",
    '',
  ],
  [
    'messages are sent to anybody',
    'S8',
    'transports/bridge-channels.ts',
    'other.postMessage(text, origin)',
    "other.postMessage(text, '*')",
  ],
  [
    'a listener stays',
    'S8',
    'transports/bridge-channels.ts',
    "close: () => window.removeEventListener('message', heard),",
    'close: () => undefined,',
  ],
  [
    'an answer is taken twice',
    'S8',
    'transports/bridge.ts',
    'question.end();\n      question.resolve(answer, null);',
    'question.resolve(answer, null);',
  ],
  ['nobody asks who the user is', 'S13', 'state/run-action.ts', 'if (action.mfaRequired) {', 'if (false) {'],
  ['a double press counts twice', 'R1', 'view/form-template.ts', 'return detail > 1;', 'return detail > 99;'],
  [
    'links of rich text keep their opener',
    'S5',
    'view/rich-text.ts',
    "rel: 'noopener noreferrer',",
    "rel: 'opener',",
  ],
].map(([name, row, file, find, replace]) => ({ name, row, file, find, replace }));

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'chromium' },
    only: { type: 'string' },
  },
});
const chosen = FAULTS.map((fault, i) => ({ ...fault, number: i + 1 })).filter(
  ({ number }) => !values.only || values.only.split(',').includes(String(number)),
);
const data = readData();
const random = seededRandom(20260301);
// A fault is found by some payloads of its kind, if at all.
const few = { payloads: 24, urls: 120 };
data.samples.splice(12);
for (const [name, count] of Object.entries(few)) data[name] = sampled(data[name], count, random);
const settings = { engine: values.engine, data, seed: 20260301, sample: Infinity };
let found = 0;
for (const { number, name, row, ...patch } of chosen) {
  const failures = await tried(patch, row);
  if (failures.length) found++;
  console.log(
    `${number}. ${name}: ${failures.length ? `found by ${row}: ${failures[0].slice(0, 100)}` : `NOT FOUND by ${row}`}`,
  );
}
const clean = [];
for (const row of new Set(chosen.map(({ row }) => row)))
  for (const failure of await tried(null, row)) clean.push(`${row}: ${failure}`);
for (const failure of clean) console.log(`without a fault, ${failure.slice(0, 200)}`);
console.log(
  `\n${values.engine}: found ${found} of ${chosen.length}; ${clean.length} found where there is none`,
);
process.exitCode = found < chosen.length || clean.length ? 1 : 0;

async function tried(patch, id) {
  const dist = await built(patch);
  try {
    const [{ failures }] = await measure({ ...settings, rows: rows.filter((row) => row.id === id), dist });
    return failures;
  } finally {
    rmSync(dist, { recursive: true });
  }
}

/** @returns a folder with the library as a page loads it, with the fault in it. */
async function built(patch) {
  const folder = mkdtempSync(join(tmpdir(), 'mf-card-fault-'));
  await build({
    entryPoints: {
      'mf-card.bundle': join(root, 'src/index.ts'),
      transports: join(root, 'src/transports/index.ts'),
    },
    outdir: folder,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    plugins: patch ? [patching(patch)] : [],
  });
  return folder;
}

function patching({ file, find, replace }) {
  const path = join(root, 'src', file);
  return {
    name: 'fault',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, (loaded) => {
        if (loaded.path !== path) return undefined;
        const text = readFileSync(path, 'utf8');
        if (text.split(find).length !== 2) throw new Error(`${file} has not once: ${find}`);
        return { contents: text.replace(find, () => replace), loader: 'ts' };
      });
    },
  };
}
