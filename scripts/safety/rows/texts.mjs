import { setTimeout as wait } from 'node:timers/promises';
import { inParts } from '../random.mjs';
import { payloadOf, withOwnHost } from './control.mjs';

/** Two thousand links in each place of a card are clicked one by one. */
const AN_HOUR = 3_600_000;

/** S1 and S2: each payload in every place of a card, on a page without a policy and on one with. */
export const plainTexts = {
  id: 'S1',
  title: 'Every payload in every place as text, open and closed page',
  bar: '0 scripts, elements, requests, navigations, changed texts',
  run: (context) => texts(context, false),
};

export const richTexts = {
  id: 'S2',
  title: 'The same with rich text',
  bar: '0 scripts, requests, navigations; nothing forbidden left in',
  run: (context) => texts(context, true),
};

async function texts({ payloads, run, proxy, server, browser }, rich) {
  const own = payloads.map(withOwnHost);
  const failures = [];
  const sums = {
    scripts: 0,
    elements: 0,
    texts: 0,
    'left in': 0,
    requests: 0,
    navigations: 0,
    violations: 0,
  };
  let placements = 0;
  let parsed = 0;
  const policies = new Set();
  for (const policy of ['open', 'closed']) {
    proxy.take();
    server.takeStrays();
    browser.dialogs();
    const parts = inParts(own, 12).map((items) => ({ items, rich }));
    const results = await run({ measure: 'texts', policy, parts, patience: AN_HOUR });
    await wait(500);
    results.forEach(({ value, failed, seen, navigated }, i) => {
      const ids = parts[i].items.map(({ id }) => id).join();
      if (failed) failures.push(`${policy}: ${failed} with one of ${ids}`);
      sums.navigations += navigated;
      parsed += seen?.parsed ?? 0;
      for (const name of seen?.policies ?? []) policies.add(name);
      for (const violation of seen?.violations ?? []) {
        sums.violations++;
        failures.push(`${policy}: violation of ${violation} with one of ${ids}`);
      }
      for (const error of seen?.errors ?? []) failures.push(`${policy}: error ${error} with one of ${ids}`);
      for (const { id, positions, scripts, elements, texts, left } of value ?? []) {
        placements += positions;
        sums.scripts += scripts.length;
        sums.elements += elements.length;
        sums.texts += texts.length;
        sums['left in'] += left.length;
        for (const [what, list] of Object.entries({
          script: scripts,
          element: elements,
          text: texts,
          'left in': left,
        }))
          if (list.length) failures.push(`${policy}: ${id} ${what} ${list.slice(0, 3).join(' · ')}`);
      }
    });
    const asked = [...proxy.take(), ...server.takeStrays()];
    sums.requests += asked.length;
    for (const host of new Set(asked)) failures.push(`${policy}: ${payloadOf(host)} asked for ${host}`);
    const dialogs = browser.dialogs();
    if (dialogs) failures.push(`${policy}: ${dialogs} dialogs`);
  }
  return {
    n: placements,
    failures,
    figures: {
      payloads: own.length,
      ...sums,
      'reports of what is only parsed': parsed,
      policies: [...policies].sort().join(' ') || 'none',
    },
  };
}
