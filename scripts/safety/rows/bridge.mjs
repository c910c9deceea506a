/** S8: whoever is not the other side of a bridge. */
export const bridge = {
  id: 'S8',
  title: 'Bridge: wrong origins and windows, forged, replayed, large and many messages',
  bar: '0 accepted, 0 thrown, no message keeps the page for over 50 ms, 0 sent to *; the true answer is taken',
  async run({ run }) {
    const [{ value, failed }] = await run({ measure: 'bridge', policy: 'open', parts: [{}] });
    if (failed) return { n: 0, failures: [failed], figures: {} };
    const { sent, hostile, targets, least, greeted, answered, polluted, errors, stillListens } = value;
    const [longestWhat, longest] = least.reduce((most, one) => (one[1] > most[1] ? one : most));
    const stars = targets.filter((target) => target === '*' || target === undefined).length;
    const failures = [
      ...hostile.map((what) => `accepted: ${what}`),
      ...errors.map((error) => `thrown: ${error}`),
      ...(stars ? [`${stars} messages sent to *`] : []),
      ...(longest > 50 ? [`${longestWhat} took ${longest.toFixed(0)} ms`] : []),
      ...(greeted ? [] : ['the welcome of the true side was not taken']),
      ...(answered ? [] : ['the answer of the true side was not taken']),
      ...(stillListens ? ['it listens after it was closed'] : []),
      ...(polluted ? ['a prototype is changed'] : []),
    ];
    return {
      n: sent,
      failures,
      figures: {
        accepted: hostile.length,
        thrown: errors.length,
        'longest ms': `${longest.toFixed(1)} (${longestWhat})`,
        'sent to *': stars,
        control: `${greeted && answered}`,
      },
    };
  },
};
