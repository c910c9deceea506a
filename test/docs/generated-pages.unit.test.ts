import { describe, expect, it } from 'vitest';
import { codeExamples } from '../../src/diagnostics/code-examples.js';
import { diagnosticTexts } from '../../src/diagnostics/codes.js';
import { diagnostic } from '../../src/diagnostics/sentences.js';
import { chatParts } from '../../src/schema/chat-member-docs.js';
import { cardParts } from '../../src/schema/member-docs.js';
import { readCards } from '../../src/schema/index.js';
import { committed, generated } from '../support/generated.js';

const PAGES = [
  'docs/card-format.md',
  'docs/chat-format.md',
  'docs/diagnostics.md',
  'docs/performance.md',
  'docs/reference.md',
  'docs/requests.md',
];

it.each(PAGES)('%s is what npm run schema writes', { timeout: 60_000 }, async (page) => {
  expect(await committed(page)).toBe((await generated())[page]);
});

it('has no generated page without a test', { timeout: 60_000 }, async () => {
  expect(
    Object.keys(await generated())
      .filter((path) => path.startsWith('docs/'))
      .sort(),
  ).toEqual(PAGES);
});

describe('docs/diagnostics.md', () => {
  const codes = Object.entries(codeExamples);

  it('has one section for each code, and no others', async () => {
    const page = await committed('docs/diagnostics.md');
    const sections = [...page.matchAll(/^### `(.+)`$/gm)].map(([, code]) => code);
    expect(sections.sort()).toEqual(Object.keys(diagnosticTexts).sort());
  });

  it.each(codes)('gives an example of %s that is real', (code, { input, longInput, facts }) => {
    const found = facts
      ? [diagnostic(code as keyof typeof diagnosticTexts, [], facts)]
      : readCards(longInput ? longInput() : input).diagnostics;
    const messages = found.flatMap((each) => (each.code === code ? [each.message] : []));
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join()).not.toMatch(/undefined|\[object/);
  });

  it.each(codes)('says what to do about %s', (code, { advice }) => {
    const { hint } = diagnosticTexts[code as keyof typeof diagnosticTexts] as { hint?: unknown };
    expect(advice ?? hint).toBeTruthy();
  });
});

describe.each([
  ['docs/card-format.md', cardParts],
  ['docs/chat-format.md', chatParts],
])('%s', (file, parts) => {
  it('says of each member what is seen of it, and what its absence means', () => {
    const all = parts.flatMap(({ title, schema, members, alsoRead = {} }) => {
      const { shape } = schema._zod.def;
      const needed = (name: string) => shape[name] !== undefined && shape[name]._zod.optin !== 'optional';
      return Object.entries({ ...members, ...alsoRead }).map(([name, doc]) => ({
        name: `${title}.${name}`,
        doc,
        needed: needed(name),
      }));
    });
    const silent = all.filter(
      ({ doc, needed }) => !doc.shown || (!needed && doc.absent === undefined && doc.default === undefined),
    );
    console.log(`${file}: ${all.length} members, ${silent.length} of which too little is said`);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('has a row for each member', async () => {
    const page = await committed(file);
    for (const { title, schema } of parts) {
      const section = page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
      for (const member of Object.keys(schema._zod.def.shape))
        expect(section, `${title}: ${member}`).toContain(`\n| \`${member}\` |`);
    }
  });
});
