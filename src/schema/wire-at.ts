import type { WirePath } from './model.js';

/** What lies at a path of the wire JSON; `undefined` where nothing does. */
export function wireAt(source: unknown, path: WirePath): unknown {
  let here = source;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[step];
  }
  return here;
}
