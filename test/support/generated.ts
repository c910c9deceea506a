import { readFile } from 'node:fs/promises';

/** The text of a file of the repository. */
export function committed(path: string): Promise<string> {
  return readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
}

let made: Promise<Record<string, string>> | undefined;

/** What `npm run schema` would write, by path. */
export function generated(): Promise<Record<string, string>> {
  made ??= make();
  return made;
}

async function make(): Promise<Record<string, string>> {
  // Plain JavaScript without types.
  const script = new URL('../../scripts/generated-files.mjs', import.meta.url).href;
  const { generatedFiles } = (await import(/* @vite-ignore */ script)) as {
    generatedFiles: (load: (path: string) => Promise<unknown>) => Promise<Record<string, string>>;
  };
  return generatedFiles((path) => import(new URL(`../../src/${path}`, import.meta.url).href));
}
