/** R13: the malformed cards of the data, alone and between two good ones. */
export const badCards = {
  id: 'R13',
  title: 'Malformed cards, alone and between two good ones',
  bar: '0 exceptions, 0 neighbours hurt, a finding for each fault, 0 new names on prototypes',
  async run({ run, cardsText, cards, sample }) {
    const count = Math.min(cards.length, sample * 4);
    const step = 40;
    const parts = Array.from({ length: Math.ceil(count / step) }, (_, i) => ({
      from: i * step,
      to: Math.min(count, (i + 1) * step),
      text: cardsText,
    }));
    const results = await run({ measure: 'bad-cards', policy: 'open', parts, width: 2 });
    const failures = [];
    const sums = {
      exceptions: 0,
      'neighbours hurt': 0,
      'nothing shown': 0,
      'refused without a notice': 0,
      'findings without code, path or words': 0,
      'new names': 0,
    };
    let [n, between, silent] = [0, 0, 0];
    const fail = (name, what) => {
      sums[name]++;
      failures.push(what);
    };
    results.forEach(({ value, failed, seen }, i) => {
      if (failed) failures.push(`${failed} with one of cards ${parts[i].from} to ${parts[i].to}`);
      for (const name of value?.newKeys ?? []) fail('new names', `${name} is new`);
      for (const violation of seen?.violations ?? []) failures.push(violation);
      for (const {
        id,
        why,
        outcome,
        diagnostics,
        named,
        notice,
        blank,
        neighbours,
        thrown,
        errors,
        between: inFeed,
      } of value?.found ?? []) {
        n++;
        if (inFeed) between++;
        if (diagnostics === 0 && outcome !== 'show-literal' && outcome !== 'bounded') silent++;
        for (const error of thrown ? [thrown, ...errors] : errors)
          fail('exceptions', `${id} ${why}: ${error}`);
        if (!neighbours) fail('neighbours hurt', `${id} ${why}: a neighbour is lost`);
        if (blank) fail('nothing shown', `${id} ${why}: nothing is shown`);
        if (outcome === 'reject-input' && !notice)
          fail('refused without a notice', `${id} ${why}: no notice`);
        if (named === false) fail('findings without code, path or words', `${id} ${why}`);
      }
    });
    return {
      n,
      failures,
      figures: { 'in a feed': between, ...sums, 'sound after all, so no finding': silent },
    };
  },
};
