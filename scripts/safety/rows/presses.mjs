/** R1 and R5, in short: what `npm run verify:actions` tries in full. */
export const presses = {
  id: 'R1',
  title: 'Actions pressed twice, and answered after their time',
  bar: 'one event; the late answer is nobody’s',
  async run({ run }) {
    const [{ value, failed }] = await run({ measure: 'presses', policy: 'open', parts: [{}] });
    if (failed) return { n: 0, failures: [failed], figures: {} };
    const { twice, answers, pending, stillPending } = value;
    const failures = [
      ...(twice === 1 ? [] : [`a double press sent ${twice} times`]),
      ...(answers === 2 && pending ? [] : ['the action was not sent again']),
      ...(stillPending ? [] : ['the answer of the first try was taken for that of the second']),
    ];
    return { n: 2, failures, figures: { 'events of a double press': twice } };
  },
};
