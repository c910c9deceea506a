import { setTimeout as wait } from 'node:timers/promises';
import { inParts } from '../random.mjs';
import { withOwnHost } from './control.mjs';

/** S14: rich text used again. */
export const rounds = {
  id: 'S14',
  title: 'Rich text moved, written as HTML and read again, three times',
  bar: '0 scripts, 0 requests',
  async run({ run, payloads, proxy }) {
    proxy.take();
    const parts = inParts(payloads.map(withOwnHost), 20).map((items) => ({ items }));
    const results = await run({ measure: 'rounds', policy: 'open', parts });
    await wait(500);
    const failures = [...new Set(proxy.take())].map((host) => `${host} was asked`);
    let rich = 0;
    const scripts = [0, 0, 0];
    results.forEach(({ value, failed, navigated }, i) => {
      if (failed || navigated)
        failures.push(`${failed ?? 'a navigation'} with one of ${parts[i].items.map(({ id }) => id).join()}`);
      for (const one of value ?? []) {
        if (one.rich) rich++;
        one.scripts.forEach((count, round) => (scripts[round] += count));
        if (one.scripts.some(Boolean)) failures.push(`${one.id}: scripts ${one.scripts.join(', ')}`);
      }
    });
    return {
      n: rich,
      failures,
      figures: { 'texts that are rich': rich, 'scripts after 1, 2, 3 rounds': scripts.join(', ') },
    };
  },
};
