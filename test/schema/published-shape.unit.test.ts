import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { cardSchema, chatItemSchema } from '../../src/schema/index.js';

it('is what the zod schemas say: npm run schema', async () => {
  // Plain JavaScript without types.
  const script = new URL('../../scripts/write-schema.mjs', import.meta.url).href;
  const { shapeModule } = (await import(/* @vite-ignore */ script)) as {
    shapeModule: (schemas: object) => Promise<string>;
  };
  const written = await readFile(new URL('../../src/schema/published-shape.ts', import.meta.url), 'utf8');
  expect(written).toBe(await shapeModule({ cardSchema, chatItemSchema }));
});
