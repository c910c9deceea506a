import { setTimeout as wait } from 'node:timers/promises';

/** S5: what a page that a card opened can reach, and what it is told. */
export const links = {
  id: 'S5',
  title: 'Links opened',
  bar: '0 openers reachable, 0 referrers sent; the control has both',
  async run({ run, server, browser }) {
    server.takeOpened();
    const [{ value = [], failed }] = await run({
      measure: 'links',
      policy: 'open',
      parts: [{ to: server.other }],
      sandbox: false,
    });
    await wait(1500);
    const seen = server.takeOpened();
    await browser.closeOthers();
    const opened = new Set(seen.filter(({ referrer }) => referrer !== undefined).map(({ name }) => name));
    const reachable = seen.filter(({ opener }) => opener === 'reachable').map(({ name }) => name);
    const referrers = seen.filter(({ referrer }) => referrer).map(({ name }) => name);
    const failures = [
      ...(failed ? [failed] : []),
      ...PLACES.filter((name) => !value.includes(name)).map((name) => `there is no link ${name}`),
      ...value.filter((name) => !opened.has(name)).map((name) => `${name} did not open`),
      ...reachable.filter((name) => name !== 'control').map((name) => `${name} reaches its opener`),
      ...referrers.filter((name) => name !== 'control').map((name) => `${name} is told the referrer`),
    ];
    if (!reachable.includes('control')) failures.push('the control does not reach its opener');
    if (!referrers.includes('control')) failures.push('the control is told no referrer');
    return {
      n: value.length,
      failures,
      figures: {
        'openers reachable': reachable.filter((name) => name !== 'control').length,
        'referrers sent': referrers.filter((name) => name !== 'control').length,
        control: `opener ${reachable.includes('control')}, referrer ${referrers.includes('control')}`,
      },
    };
  },
};

const PLACES = ['title', 'subtitle', 'related', 'rich', 'file', 'vendor', 'open', 'way-out'];
