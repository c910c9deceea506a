/** S13: what is odd about an action must not get it sent. */
export const failClosed = {
  id: 'S13',
  title: 'Actions that must not be sent: odd mfa_required, no URL, odd booleans',
  bar: '0 sent that should not be',
  async run({ run, cards, cardsText }) {
    const ids = [...cards.filter((card) => card.class === 'fail-closed').map(({ id }) => id)];
    const [{ value = [], failed }] = await run({
      measure: 'fail-closed',
      policy: 'open',
      parts: [{ ids, text: cardsText }],
    });
    const failures = failed ? [failed] : [];
    for (const { id, why, sent, codes } of value) {
      const most = mostSent(why, sent, codes);
      if (sent.length > most)
        failures.push(`${id} ${why}: sent ${sent.length} times, ${JSON.stringify(sent[0])}`);
    }
    return {
      n: value.length,
      failures,
      figures: {
        'sent, as it may be':
          value
            .filter(({ sent }) => sent.length)
            .map(({ why }) => why.slice(0, 30))
            .join('; ') || 'none',
      },
    };
  },
};

/** How often it may be sent. */
function mostSent(why, [first], codes) {
  // Repeating has to be allowed in so many words.
  if (/repeat/.test(why)) return 1;
  // The fixed values that are none are left out, and the author is told.
  if (/request is not an object/.test(why))
    return codes.some((code) => code.includes('request')) && !first?.body.includes('x=1') ? 2 : 0;
  // Absent is false; null is said to be wrong.
  if (/mfa_required is null/.test(why)) return codes.some((code) => code.includes('mfa_required')) ? 2 : 0;
  return 0;
}
