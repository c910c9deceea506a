import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Words for the docs and the JSON Schemas only. */
const WORDS = ['schema/member-docs.ts', 'schema/chat-member-docs.ts', 'diagnostics/code-examples.ts'];

it('has nothing in src/ that imports the words of the docs, so that no page loads them', () => {
  const src = new URL('../../src/', import.meta.url);
  const importers = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !WORDS.includes(path))
    .filter((path) => /member-docs\.js|code-examples\.js/.test(readFileSync(new URL(path, src), 'utf8')));
  expect(importers).toEqual([]);
});
