import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { exports } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  exports: Record<string, string | object | null>;
};
const entries = Object.keys(exports)
  // What is null is closed to all.
  .filter((name) => exports[name] && typeof exports[name] === 'object' && !name.includes('*'))
  .map((name) => `mf-card${name.slice(1)}`);

/** What only a page has. */
const GLOBALS = [
  'window document customElements HTMLElement Element Node ShadowRoot CSSStyleSheet DOMParser Image XMLHttpRequest',
  'MutationObserver IntersectionObserver ResizeObserver requestAnimationFrame requestIdleCallback matchMedia',
  'getComputedStyle localStorage sessionStorage location history addEventListener innerHeight trustedTypes',
].flatMap((names) => names.split(' '));

/**
 * Imports a module in a Node where the library fails when it touches what only a page has. Lit asks whether there is some
 * of it, and does without: that is counted apart.
 */
const watch = (names: readonly string[]) => `
let asked = 0;
for (const name of ${JSON.stringify(names)})
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      const by = new Error().stack.split('\\n')[2];
      if (!/node_modules\\/(@?lit|react)/.test(by)) throw new Error('touched ' + name + by);
      asked++;
    },
    set(value) {
      Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
    },
  });
const module = await import(process.argv[1]);
console.log(JSON.stringify({ names: Object.keys(module).length, asked }));
`;

/** Two entries define the elements where there is a document, and then ask to be called when there is time, or by a timer. */
function watched(entry: string): readonly string[] {
  const defines = ['mf-card', 'mf-card/react'].includes(entry);
  return defines ? GLOBALS.filter((name) => name !== 'requestIdleCallback') : GLOBALS;
}

async function inNode(code: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', code, ...args],
    { cwd: root },
  );
  return JSON.parse(stdout);
}

describe('given a server', () => {
  it.each(entries)('%s can be imported, and touches nothing that only a page has', async (entry) => {
    const { names, asked } = (await inNode(watch(watched(entry)), entry)) as { names: number; asked: number };
    // Types alone, and what only does something.
    if (!['mf-card/jsx', 'mf-card/messages/auto'].includes(entry)) expect(names).toBeGreaterThan(0);
    if (/schema|transports|jsx/.test(entry)) expect(asked).toBe(0);
  });

  it('the watch tells what a module touches', async () => {
    const touching = 'data:text/javascript,export default typeof document';
    await expect(inNode(watch(GLOBALS), touching)).rejects.toThrow('touched document');
  });

  const canRequire = 'require_module' in process.features;
  it.skipIf(!canRequire).each(entries)(
    '%s can be required, where Node can require what is written as import',
    async (entry) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--eval', 'console.log(typeof require(process.argv[1]))', entry],
        { cwd: root },
      );
      expect(stdout.trim()).toBe('object');
    },
  );
});
