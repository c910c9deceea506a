import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { readCards } from '../../src/schema/index.js';
import { committed } from '../support/generated.js';

it('shows a card that the schema accepts and that nothing is said about', async () => {
  const { $schema, ...card } = await firstJson();
  expect($schema).toMatch(/\/mf-card\/schema\/card\.schema\.json$/);
  expect(readCards({ $schema, ...card }).diagnostics).toEqual([]);
  // As the page has it for a program.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const accepts = ajv.compile(JSON.parse(await committed('schema/card.schema.json')) as object);
  expect(accepts({ $schema, ...card })).toBe(true);
});

it('names files that the package has', async () => {
  const { files, exports } = JSON.parse(await committed('package.json')) as {
    files: string[];
    exports: Record<string, unknown>;
  };
  expect(files).toContain('schema');
  expect(exports['./card.schema.json']).toBe('./schema/card.schema.json');
});

async function firstJson(): Promise<Record<string, unknown>> {
  const [, json = ''] = /```json\n([^`]+)```/.exec(await committed('docs/editor.md')) ?? [];
  return JSON.parse(json) as Record<string, unknown>;
}
