/*
 * How a changeset reads in CHANGELOG.md: its own words and nothing else, as a reader of the changelog asks what has
 * changed, not in which commit.
 */
module.exports = {
  getReleaseLine({ summary }) {
    const [first, ...rest] = summary.trim().split('\n');
    return [`- ${first}`, ...rest.map((line) => (line ? `  ${line}` : line))].join('\n');
  },
  getDependencyReleaseLine() {
    return '';
  },
};
