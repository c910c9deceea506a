import { inParts } from '../random.mjs';

/** S4: each URL of the data in each place of a card, as it is and with the host allowing its scheme. */
export const urls = {
  id: 'S4',
  title: 'Every URL in every place, and with the host adding its scheme',
  bar: '0 wrong answers, 0 of risk script let through, 0 presses that lead anywhere',
  async run({ urls, run }) {
    const items = urls.flatMap((item) => [item, ...added(item).map((adds) => ({ ...item, adds }))]);
    const parts = inParts(items, 25).map((items) => ({ items }));
    const results = await run({ measure: 'urls', policy: 'open', parts });
    const failures = [];
    const sums = {
      'wrong answers': 0,
      scripts: 0,
      'sources that run': 0,
      navigations: 0,
      'presses of blocked ones': 0,
    };
    let n = 0;
    results.forEach(({ value, failed, navigated, seen }, i) => {
      if (failed) failures.push(`${failed} with one of ${parts[i].items.map(({ id }) => id).join()}`);
      sums.navigations += navigated;
      for (const error of seen?.errors ?? []) failures.push(`error ${error}`);
      (value ?? []).forEach(({ id, adds, made, opened, runs, scripts }, j) => {
        const item = parts[i].items[j];
        const wanted = answersOf(item);
        for (const [place, isMade] of Object.entries(made)) {
          n++;
          if (mayDiffer(place, item, isMade) || wanted.has(isMade)) continue;
          sums['wrong answers']++;
          failures.push(
            `${id}${adds ? ` with ${adds}` : ''}: ${place} ${isMade ? 'made' : 'not made'} of ${text(item)}`,
          );
        }
        sums.scripts += scripts;
        sums['sources that run'] += runs.length;
        for (const one of runs) failures.push(`${id}: ${one.slice(0, 80)}`);
        if (opened && !Object.values(made).some(Boolean)) {
          sums['presses of blocked ones'] += opened;
          failures.push(`${id}: a press opened ${text(item)}`);
        }
      });
    });
    if (sums.scripts) failures.push(`${sums.scripts} scripts ran`);
    if (sums.navigations) failures.push(`${sums.navigations} navigations`);
    return {
      n,
      failures,
      figures: { urls: urls.length, 'with a scheme added': items.length - urls.length, ...sums },
    };
  },
};

/** The scheme that a host would add for a URL: that of the data, or, for what must never pass, its own. */
function added({ hostAdds, expected, resolved }) {
  if (hostAdds) return [hostAdds];
  const own = resolved?.protocol?.replace(/:$/, '');
  return expected === 'block' && own && !/^https?$/.test(own) ? [own] : [];
}

/** Whether a link or a source may, or must, be made. */
function answersOf({ accept, adds }) {
  return new Set(
    accept.map((answer) => answer === 'allow' || (answer === 'allow-if-host-configures' && Boolean(adds))),
  );
}

/** Places that are not as the data have it, each for a reason of its own. */
function mayDiffer(place, { input, gen, resolved }, isMade) {
  // `{href}` is read where a URL is due, and the URL in it judged (docs/card-format.md).
  if (isMade) return typeof input?.href === 'string' && input.href.startsWith('https:');
  // The text of an attribute is no longer what the connector sent, and the sanitizer takes out what ends an element.
  if (place === 'rich') return typeof input !== 'string' || /[\0\r]|<\/script/i.test(input) || Boolean(gen);
  // An address of mail or of an app can be opened, but neither loaded nor sent to; nor can fetch() send a name and a password.
  const isLoaded = ['send', 'icon', 'picture', 'video', 'file', 'old file', 'vendor'].includes(place);
  if (isLoaded && resolved && !/^https?:$/.test(resolved.protocol)) return true;
  return (
    place === 'send' &&
    (!resolved || new URL(input, 'https://host.example').username !== '' || /@/.test(input))
  );
}

function text({ input, gen }) {
  return JSON.stringify(input ?? gen).slice(0, 80);
}
