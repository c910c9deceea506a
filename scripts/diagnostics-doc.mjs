/*
 * docs/diagnostics.md: every code, with a finding that a real input gives rise to. Called by write-schema.mjs.
 */
import { anchor, code, jsonBlock, writtenFrom } from './markdown.mjs';

const SEVERITIES = {
  error: ['Errors', 'the published card schema refuses this. A card without errors is one that it accepts.'],
  warning: ['Warnings', 'allowed, yet repaired, left out, or likely to surprise.'],
  info: ['Notes', 'worth knowing; nothing need be mended.'],
};

const INTRO = `${writtenFrom('src/diagnostics/')}

# Diagnostics

What is said of card JSON: by \`readCards\`, in its result; by the elements, in the property \`diagnostics\` and the event
\`mf-diagnostics\`; by the preview page; and on the [command line](cli.md). Nothing of it throws, and a fault costs the part
it is in: the rest of the card is shown.

Each one has a \`code\`, which is never renamed; a \`severity\`; a \`path\`, such as \`body.fields[2].title\`; a \`message\`; often
a \`hint\`; and, when the input was text, a \`range\` whose lines and columns count from 1.

The sentences are made last, from the \`facts\` of the finding and the English of \`diagnosticTexts\` and \`diagnosticWords\`.
\`translated(finding, { texts, words })\` makes them in another language; the elements show those of
\`messages.diagnostics\`. What is left out stays English:

\`\`\`js
const german = {
  texts: { 'wrong-type': { message: '{member} muss {expected} sein, nicht {got}.' } },
  words: { string: 'Text', number: 'eine Zahl', 'read-as': 'Es wurde als {0} gelesen.' },
};
readCards(json).diagnostics.map((finding) => translated(finding, german).message);
\`\`\`
`;

/**
 * The text of docs/diagnostics.md.
 *
 * @param sources - `diagnosticTexts`, `codeExamples`, `diagnostic`, `pathText`, `readCards` and `severityOf`, as src/ has them.
 */
export async function diagnosticsDoc(sources) {
  const { diagnosticTexts, codeExamples, severityOf } = sources;
  const overview = [];
  const sections = [];
  for (const [severity, [title, meaning]] of Object.entries(SEVERITIES)) {
    const codes = Object.keys(diagnosticTexts).filter((name) => severityOf(name) === severity);
    const links = codes.map((name) => `[${code(name)}](#${anchor(name)})`).join(' · ');
    overview.push(`- ${code(severity)}: ${meaning}<br>${links}`);
    sections.push(`\n## ${title}`);
    for (const name of codes) sections.push(await section(name, codeExamples[name], sources));
  }
  return `${[INTRO, ...overview, ...sections].join('\n')}\n`;
}

async function section(name, example, sources) {
  const { message, hint, path, range, facts } = exampleDiagnostic(name, example, sources);
  // What was done about this very example is no advice.
  const advice = example.advice ?? sources.diagnostic(name, path, { ...facts, repair: undefined }).hint;
  const said = hint && hint !== advice ? `${message} ${hint}` : message;
  const lines = [`\n### ${code(name)}\n`, `> ${said}\n`, `What to do: ${advice}`];
  if (example.input === undefined) return lines.join('\n');
  const text = typeof example.input === 'string';
  const place = text
    ? `line ${range.start.line}, column ${range.start.column}`
    : code(sources.pathText(path));
  const block = text ? `\`\`\`text\n${example.input}\n\`\`\`` : await jsonBlock(example.input);
  return [...lines, `\nSaid at ${place} of\n`, block].join('\n');
}

/** The first finding of a code that its example gives rise to. */
export function exampleDiagnostic(name, { input, longInput, facts }, { diagnostic, readCards }) {
  if (facts) return diagnostic(name, [], facts);
  const found = readCards(longInput ? longInput() : input).diagnostics.find(({ code }) => code === name);
  if (!found) throw new Error(`code-examples.ts: the example of ${name} does not give rise to it`);
  return found;
}
