import { setTimeout as wait } from 'node:timers/promises';
import { inParts } from '../random.mjs';

const ALLOWED = 'media.evil.invalid';

/** S6: what a card asks the network for when pictures and videos may come from one host. */
export const requests = {
  id: 'S6',
  title: 'Requests made by cards, with media allowed from one host',
  bar: '0 to any other host, 0 for template.href, at most 12 pictures of a banner',
  async run({ run, urls, samples, proxy }) {
    proxy.take();
    const values = urls.map(({ input, gen }) =>
      gen ? gen.prefix + gen.unit.repeat(gen.count) + (gen.suffix ?? '') : input,
    );
    const banner = Array.from({ length: 40 }, (_, i) => `http://${ALLOWED}/${i}.png`);
    const parts = [
      ...inParts(values, 40).map((urls) => ({ urls, samples: [] })),
      ...inParts(samples, 8).map((samples) => ({ urls: [], samples })),
      { urls: [`http://${ALLOWED}/one.png`], samples: [], banner },
    ].map((part) => ({ ...part, media: [ALLOWED] }));
    const results = await run({ measure: 'requests', policy: 'open', parts, width: 4 });
    await wait(500);
    const asked = proxy.take();
    const others = asked.filter((host) => host !== ALLOWED);
    const failures = [...new Set(others)].map((host) => `${host} was asked`);
    for (const { failed } of results) if (failed) failures.push(failed);
    const most = Math.max(...results.map(({ value }) => value?.most ?? 0));
    if (most > MEDIA_OF_A_CARD) failures.push(`${most} pictures and videos in one card`);
    const allowed = asked.length - others.length;
    if (allowed === 0) failures.push('the control: not even the host that is allowed was asked');
    return {
      n: results.reduce((sum, { value }) => sum + (value?.cards ?? 0), 0),
      failures,
      figures: {
        'to other hosts': others.length,
        'to the host that is allowed': allowed,
        'most pictures of a card': most,
      },
    };
  },
};

/** Twelve of a banner and the card's own; chat items have one for each item that they hold. */
const MEDIA_OF_A_CARD = 13;
