import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ALLOWED_SINKS, pageFiles, sinksIn } from '../built-files.mjs';

const RUNTIME = ['@lit/context', 'dompurify', 'lit', 'zod'];

/** S15: what the built files could make code or markup with. */
export const builtFiles = {
  id: 'S15',
  title: 'Built files: eval, new Function, timers of a text, innerHTML and its like; runtime dependencies',
  bar: '0 but the audited ones: innerHTML of Lit, and of the sanitizer; exactly four dependencies',
  run({ dist }) {
    const files = pageFiles(dist);
    const failures = [];
    const sums = {};
    for (const [name, text] of Object.entries(files))
      for (const [sink, count] of Object.entries(sinksIn(text))) {
        sums[sink] = (sums[sink] ?? 0) + count;
        if (count > (ALLOWED_SINKS[name]?.[sink] ?? 0)) failures.push(`${name} has ${sink}, ${count} times`);
      }
    const { dependencies } = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8'),
    );
    const names = Object.keys(dependencies).sort();
    if (names.join() !== RUNTIME.join()) failures.push(`the dependencies are ${names.join(', ')}`);
    return Promise.resolve({
      n: Object.keys(files).length,
      failures,
      figures: { ...sums, dependencies: names.join(' ') },
    });
  },
};
