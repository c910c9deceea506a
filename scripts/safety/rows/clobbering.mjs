/** S7: clobbered globals; the names on prototypes are counted with the malformed cards (R13). */
export const clobbering = {
  id: 'S7',
  title: 'Texts that clobber globals, in a card beside another one',
  bar: '0 globals clobbered, 0 cards drawn differently, 0 actions lost',
  async run({ run, payloads }) {
    const chosen = payloads.filter((item) => item.class === 'dom-clobbering');
    const [plain, ...results] = await run({
      measure: 'clobbered',
      policy: 'open',
      parts: [{ payload: '' }, ...chosen].map((item) => [item]),
    });
    const failures = plain.failed ? [plain.failed] : [];
    results.forEach(({ value, failed, seen }, i) => {
      const { id } = chosen[i];
      if (failed) return void failures.push(`${id}: ${failed}`);
      if (value.shape !== plain.value.shape) failures.push(`${id}: is drawn differently`);
      if (value.clobbered) failures.push(`${id}: clobbers a global`);
      if (value.sent !== 1) failures.push(`${id}: ${value.sent} actions sent`);
      for (const error of [...value.errors, ...seen.errors]) failures.push(`${id}: ${error}`);
    });
    return { n: chosen.length, failures, figures: {} };
  },
};
