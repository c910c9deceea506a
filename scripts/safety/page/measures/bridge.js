import { pause } from '../acts.js';

const ORIGIN = 'https://native.example';

/** Origins that are not the one, though some look like it. */
const OTHER_ORIGINS = [
  'null',
  '',
  'http://native.example',
  'https://native.example:8443',
  'https://native.example.evil.invalid',
  'https://evil.invalid',
  'https://xnative.example',
  'https://native.example.',
  'https://native.exаmple',
  'file://',
];

/**
 * A bridge to another window while everybody sends it everything: what it took, what it threw, and how long one message
 * kept the page.
 */
export async function measure(_, { build, seen }) {
  const { bridgeTransport } = await import(`${build}/transports.js`);
  const result = { sent: 0, accepted: [], targets: [], least: [] };
  const friend = document.body.appendChild(document.createElement('iframe')).contentWindow;
  const attacker = document.body.appendChild(document.createElement('iframe')).contentWindow;
  const posted = [];
  friend.postMessage = (text, target) => {
    posted.push(JSON.parse(text));
    result.targets.push(target);
  };
  let refused = 0;
  /** By what was sent, as a busy machine makes some of them longer. */
  const least = new Map();
  const bridge = bridgeTransport({
    over: 'window',
    window: friend,
    origin: ORIGIN,
    refused: () => refused++,
    timeout: 600_000,
  });
  let settled = 0;
  const ask = () => bridge.submit({}, { signal: new AbortController().signal }).finally(() => settled++);

  const say = (what, data, { origin = ORIGIN, source = friend } = {}) => {
    const before = [refused, settled];
    const event = new MessageEvent('message', { data, origin, source });
    const began = performance.now();
    window.dispatchEvent(event);
    const took = performance.now() - began;
    result.sent++;
    least.set(what, Math.min(took, least.get(what) ?? Infinity));
    if (refused === before[0]) result.accepted.push(what);
  };
  const message = (members) =>
    JSON.stringify({ mf: 1, session: posted.at(-1)?.session ?? 'none', ...members });
  const done = { type: 'answer', outcome: { kind: 'done' } };

  const hostile = (when, id) => {
    const good = message({ ...done, id });
    for (const origin of OTHER_ORIGINS) say(`${when}: origin ${origin}`, good, { origin });
    for (const [name, source] of Object.entries({
      attacker,
      self: window,
      none: null,
      port: new MessageChannel().port1,
    }))
      say(`${when}: source ${name}`, good, { source });
    const texts = {
      'unknown type': message({ type: 'eval', id }),
      'no type': message({ id }),
      'another session': message({ ...done, id, session: 'forged' }),
      'no session': message({ ...done, id, session: undefined }),
      'another version': message({ ...done, id, mf: 2 }),
      'an id of nothing': message({ ...done, id: 'none' }),
      'an id that is a number': message({ ...done, id: 7 }),
      'an id of the prototype': message({ ...done, id: '__proto__' }),
      'an answer that says nothing': message({ type: 'answer', id }),
      'two answers in one': message({ ...done, id, verified: true }),
      'an outcome of no kind': message({ type: 'answer', id, outcome: { kind: 'won' } }),
      'a status of no answer': message({ type: 'answer', id, status: 101 }),
      'headers that are none': message({ type: 'answer', id, status: 200, headers: { 'a b': 'c' } }),
      'a part of no body': message({ type: 'part', id, n: 1, body: 'x' }),
      'a member __proto__': good.replace('{', '{"__proto__":{"polluted":1},'),
      'a deep __proto__': message({ ...done, id, deep: '@' }).replace(
        '"@"',
        '[[{"__proto__":{"polluted":1}}]]',
      ),
      'a text that was cut': good.slice(0, -4),
      'an object': JSON.parse(good),
      'a list': [good],
      nothing: null,
      'a number': 7,
      '1 MB': message({ ...done, id, filler: 'x'.repeat(1_000_000) }),
      '50 MB': message({ ...done, id, filler: 'x'.repeat(50_000_000) }),
      'an object of 1 MB': Array.from({ length: 10_000 }, (_, i) => ({ i, filler: 'x'.repeat(80) })),
      'nested 100,000 deep': message({ type: 'answer', id: 'none' }).replace(
        '}',
        `,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      ),
      'nearly the greatest size': message({ ...done, id: 'none', filler: 'x'.repeat(500_000) }),
    };
    for (let i = 0; i < 3; i++)
      for (const [what, data] of Object.entries(texts)) say(`${when}: ${what}`, data);
    const kinds = Object.values(texts).filter((data) => typeof data === 'string' && data.length < 1000);
    for (let i = 0; i < 10_000; i++)
      say(`${when}: one of 10,000`, kinds[i % kinds.length], { source: i % 2 ? friend : attacker });
  };

  hostile('before anything', 'none');
  void ask();
  await pause(50);
  hostile('before the welcome', '1');
  say('the welcome', message({ type: 'welcome', calls: ['submit'] }));
  await pause(50);
  const request = posted.findLast(({ type }) => type === 'request');
  result.greeted = result.accepted.splice(0).join() === 'the welcome' && request !== undefined;
  hostile('after the welcome', 'none');
  for (const origin of OTHER_ORIGINS)
    say(`answer from ${origin}`, message({ ...done, id: request?.id }), { origin });
  for (const source of [attacker, window, null])
    say('answer from another', message({ ...done, id: request?.id }), { source });
  const early = settled;
  result.hostile = result.accepted.splice(0);
  say('the answer', message({ ...done, id: request?.id }));
  await pause(50);
  result.answered = result.accepted.splice(0).join() === 'the answer' && settled === early + 1 && early === 0;
  say('the answer again', message({ ...done, id: request?.id }));
  result.hostile.push(...result.accepted.splice(0));

  bridge.close();
  const before = refused;
  window.dispatchEvent(
    new MessageEvent('message', { data: 'anything', origin: 'https://evil.invalid', source: attacker }),
  );
  result.stillListens = refused > before;
  result.least = [...least];
  result.polluted = {}.polluted !== undefined;
  result.errors = seen.errors.splice(0);
  return result;
}
