import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Each layer may import those after it. */
const LAYERS = ['index', 'elements', 'view', 'messages', 'state', 'schema', 'diagnostics'];

const allowed = new Map<string, readonly string[]>(
  LAYERS.map((layer, i) => [layer, [layer, ...LAYERS.slice(i + 1)]]),
);
for (const top of ['index', 'elements']) allowed.set(top, [...allowed.get(top)!, 'transports', 'styles']);
for (const top of ['react', 'jsx']) allowed.set(top, ['jsx', ...allowed.get('index')!]);
allowed.set('ssr', ['ssr', 'styles', ...allowed.get('view')!]);
allowed.set('transports', ['transports', 'state', 'schema', 'diagnostics']);
allowed.set('styles', ['styles']);
allowed.set('preview', ['preview', ...allowed.get('index')!]);
allowed.set('cli', ['cli', ...allowed.get('preview')!]);

/** The folder of `src/` that a file is in, or its own name when it is in none. */
function layerOf(file: string): string {
  return relative(src, file)
    .split(sep)[0]!
    .replace(/\.[jt]s$/, '');
}

interface Import {
  readonly file: string;
  /** As written. */
  readonly name: string;
}

const imports: Import[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => {
    const file = join(src, name);
    const found = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
    return Array.from(found, (match) => ({ file, name: match[1]! }));
  });

describe('given the layers', () => {
  it('none imports one that stands above it', () => {
    const inside = imports.filter(({ name }) => name.startsWith('.'));
    const back = inside.filter(({ file, name }) => {
      const target = resolve(dirname(file), name);
      return target.startsWith(src + sep) && !allowed.get(layerOf(file))?.includes(layerOf(target));
    });
    expect(inside.length).toBeGreaterThan(100);
    expect(back.map(({ file, name }) => `${relative(src, file)} imports ${name}`)).toEqual([]);
  });

  it('the elements know transports by their types only, so that a page loads none that it does not name', () => {
    const lines = imports
      .filter(
        ({ file, name }) =>
          name.includes('/transports/') && ['index', 'elements', 'view'].includes(layerOf(file)),
      )
      .map(({ file, name }) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .find((line) => line.includes(name)),
      );
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !/^(import|export) type /.test(line ?? ''))).toEqual([]);
  });

  it('only those that draw import Lit', () => {
    const free = ['messages', 'state', 'schema', 'diagnostics', 'transports', 'cli'];
    const wrong = imports.filter(
      ({ file, name }) => /^(lit|@lit)\b/.test(name) && free.includes(layerOf(file)),
    );
    expect(wrong.map(({ file, name }) => `${relative(src, file)} imports ${name}`)).toEqual([]);
  });
});

describe('given DOMPurify', () => {
  it('is imported by rich text alone, and that only when it is needed', () => {
    const naming = (part: string) =>
      imports.filter(({ name }) => name.includes(part)).map(({ file }) => relative(src, file));
    expect(naming('dompurify')).toEqual([join('view', 'rich-text.ts')]);
    expect([...new Set(naming('/rich-text'))]).toEqual([join('elements', 'mf-card.ts')]);
    const card = readFileSync(join(src, 'elements/mf-card.ts'), 'utf8');
    expect(
      card.match(/.*rich-text\.js.*/g)?.filter((line) => !/typeof import\(|import\('/.test(line)),
    ).toEqual([]);
  });
});

describe('given the entry mf-card/schema as a bundle', { timeout: 60_000 }, () => {
  it('needs neither Lit nor a page', async () => {
    const [output] = (await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: true,
        lib: { entry: join(src, 'schema/index.ts'), formats: ['es'], fileName: 'schema' },
      },
    })) as Rolldown.RolldownOutput[];
    const [chunk] = output!.output;
    expect(chunk.code).toContain('readCards');
    expect(chunk.imports).toEqual([]);
    expect(chunk.moduleIds.filter((id) => /node_modules\/(@?lit|dompurify)/.test(id))).toEqual([]);
    expect(chunk.code.match(/.{0,40}\b(document|window|customElements|HTMLElement)\b\s*[.?[].{0,20}/g)).toBe(
      null,
    );
  });
});
