import { setTimeout as wait } from 'node:timers/promises';

/** The negative control, without which nothing counts: a careless renderer is seen to be one. */
export const control = {
  id: 'control',
  title: 'Negative control: marks `fires` and `requests` that a careless renderer shows',
  bar: 'at least 95 % of both',
  async run({ engine, payloads, run, proxy }) {
    const own = payloads.map(withOwnHost);
    proxy.take();
    const results = await run({
      measure: 'naive',
      policy: 'open',
      patience: 6000,
      step: 40,
      limit: 30_000,
      parts: own.map((item) => [item]),
    });
    await wait(500);
    const asked = new Set(proxy.take().map(payloadOf));
    // A payload that takes the frame elsewhere has run, too.
    const ran = new Set(
      own.filter((_, i) => results[i].seen?.scripts.length || results[i].value?.ran).map(({ id }) => id),
    );
    const hangs = results.filter(({ hung }) => hung).length;
    const marks = (kind) => own.filter((item) => item[kind].includes(engine)).map(({ id }) => id);
    const fires = marks('fires');
    const requests = marks('requests');
    const missed = [
      ...fires.filter((id) => !ran.has(id)).map((id) => `${id} did not run`),
      ...requests.filter((id) => !asked.has(id)).map((id) => `${id} asked for nothing`),
    ];
    const share = (found, all) => (all.length ? found.length / all.length : 1);
    const shares = [
      share(
        fires.filter((id) => ran.has(id)),
        fires,
      ),
      share(
        requests.filter((id) => asked.has(id)),
        requests,
      ),
    ];
    return {
      n: own.length,
      failures: shares.some((one) => one < 0.95) ? missed : [],
      figures: {
        fires: `${fires.filter((id) => ran.has(id)).length} of ${fires.length}`,
        requests: `${requests.filter((id) => asked.has(id)).length} of ${requests.length}`,
        'scripts seen beyond the marks': [...ran].filter((id) => !fires.includes(id)).length,
        'payloads over which the browser hung': hangs,
      },
      notes: missed,
    };
  },
};

/** Each payload asks hosts of its own name, so that a request tells who made it. */
export function withOwnHost(item) {
  return { ...item, payload: item.payload.replaceAll('evil.invalid', `${item.id}.evil.invalid`) };
}

/** @returns the id of a payload by a host that was asked for. */
export function payloadOf(host) {
  return host
    .replace(/\.evil\.invalid$/, '')
    .split('.')
    .at(-1);
}
