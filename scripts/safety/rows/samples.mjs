import { inParts } from '../random.mjs';

/** S3 and S12: sample cards on strict pages. */
export const trustedTypes = {
  id: 'S3',
  title: 'Trusted Types: all sample cards on a page that enforces them',
  bar: '0 violations; only named policies',
  run: (context) => onStrictPage(context, 'closed'),
};

export const strictPage = {
  id: 'S12',
  title: 'All sample cards on a page with the smallest policy of docs/security.md',
  bar: '0 violations of any directive',
  run: (context) => onStrictPage(context, 'strict'),
};

/** Their names, of this library and of what it is made of. */
const POLICIES = new Set(['lit-html', 'dompurify', 'mf-card']);

async function onStrictPage({ run, samples }, policy) {
  const parts = inParts(samples, 8).map((samples) => ({ samples }));
  const results = await run({ measure: 'samples', policy, parts, width: 4 });
  const failures = [];
  const policies = new Set();
  let [drawn, parsed] = [0, 0];
  for (const { value, failed, seen } of results) {
    if (failed) failures.push(failed);
    drawn += value?.drawn ?? 0;
    parsed += seen?.parsed ?? 0;
    for (const violation of seen?.violations ?? []) failures.push(`violation of ${violation}`);
    for (const error of seen?.errors ?? []) failures.push(`error ${error}`);
    for (const name of seen?.policies ?? []) policies.add(name);
  }
  for (const name of policies) if (!POLICIES.has(name)) failures.push(`there is a policy ${name}`);
  return {
    n: drawn,
    failures,
    figures: {
      files: samples.length,
      cards: drawn,
      'reports of what is only parsed': parsed,
      policies: [...policies].sort().join(' '),
    },
  };
}
