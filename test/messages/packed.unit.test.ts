import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { packMessages } from '../../scripts/pack-messages.js';
import { ar } from '../../src/messages/ar.js';
import { de } from '../../src/messages/de.js';
import { en, type Messages } from '../../src/messages/en.js';

/** A module as it is in the package, with what it imports. */
async function built(file: string): Promise<{ code: string; module: Record<string, Messages> }> {
  const entry = fileURLToPath(new URL(`../../src/messages/${file}`, import.meta.url));
  const [output] = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [packMessages(Object.keys(en))],
    build: { write: false, minify: true, lib: { entry, formats: ['es'], fileName: 'messages' } },
  })) as Rolldown.RolldownOutput[];
  const [{ code }] = output!.output;
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  )) as Record<string, Messages>;
  return { code, module };
}

function texts(messages: Messages): string[] {
  return Object.entries(messages).map(([name, text]) => {
    if (typeof text !== 'function') return `${name}: ${JSON.stringify(text)}`;
    return `${name}: ${(text as (...values: unknown[]) => string)(2, 'B')}`;
  });
}

describe('given a language as it is in the package', { timeout: 30_000 }, () => {
  it.each([
    ['de', 'de.ts', de],
    ['ar', 'ar.ts', ar],
  ])('%s says what its source says, without the names of the texts', async (name, file, source) => {
    const { code, module } = await built(file);
    expect(texts(module[name]!)).toEqual(texts(source));
    expect(code.match(/attachmentProgress/g)?.length).toBe(1);
  });
});
