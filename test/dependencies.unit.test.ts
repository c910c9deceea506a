import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The release that closed the newest advisories on DOMPurify that we know of: GHSA-p98j-92pf-mc4p and GHSA-6688-9rhm-gjv2. */
const SOUND_PURIFY = '3.4.16';

const root = new URL('../', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, root), 'utf8')) as Json;

interface Json {
  readonly version: string;
  readonly dependencies: Record<string, string>;
  readonly packages: Record<string, { readonly version: string }>;
}

function isBelow(version: string, other: string): boolean {
  const [ours = [], theirs = []] = [version, other].map((one) => one.split('.').map(Number));
  const i = ours.findIndex((part, at) => part !== theirs[at]);
  return i >= 0 && (ours[i] ?? 0) < (theirs[i] ?? 0);
}

describe('given what the package depends on', () => {
  it('is four packages', () => {
    expect(Object.keys(read('package.json').dependencies).sort()).toEqual([
      '@lit/context',
      'dompurify',
      'lit',
      'zod',
    ]);
  });

  it('takes no DOMPurify that has a known hole', () => {
    const [, least = ''] =
      /^\^(\d+\.\d+\.\d+)$/.exec(read('package.json').dependencies.dompurify ?? '') ?? [];
    const installed = [
      least,
      read('package-lock.json').packages['node_modules/dompurify']?.version ?? '',
      read('node_modules/dompurify/package.json').version,
    ];
    expect(installed.filter((version) => version === '' || isBelow(version, SOUND_PURIFY))).toEqual([]);
    expect(isBelow('3.4.9', SOUND_PURIFY)).toBe(true);
  });
});
