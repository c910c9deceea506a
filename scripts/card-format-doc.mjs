/*
 * docs/card-format.md and docs/chat-format.md: every member of a card and of a chat item, from the same source as
 * the JSON Schemas. Called by generated-files.mjs.
 */
import { definitions, onTheCard } from './json-schema.mjs';
import { anchor, code, jsonBlock, table, writtenFrom } from './markdown.mjs';

const CARD_INTRO = `${writtenFrom('src/schema/member-docs.ts')}

# The card format

What a connector sends, member by member, and what is shown of it. The same words stand in
[card.schema.json](../schema/card.schema.json), which [editors](editor.md) show while one types.

Cards come as one card, as a list of cards, as \`{"objects": [card, …]}\` from one connector, or as
\`{"results": [{"connector_id": "…", "cards": [card, …]}]}\` from several.

- **What is wrong costs the part it is in.** The rest of the card is shown, and a [finding](diagnostics.md) says what was
  wrong and where. "Required" and the types below are those of the published schema: what differs is an error to it,
  even where it can be read.
- **What is not named here is kept.** Any object may have further members; the host gets them untouched.
- **Texts are texts.** No markup is read. Blank texts count as absent. A map from languages to texts, such as
  \`{"en-US": "Approve", "de": "Genehmigen"}\`, is read where a label belongs, with a finding.
- **Dates and times** have seconds and a zone, as in \`2026-03-31T17:00:00Z\`. Also read, with a finding: without seconds;
  without a zone, which then is the reader's own; a date alone; seconds or milliseconds since 1970.
- **URLs** are absolute, as in \`https://example.com/page\`. Also read, with a finding: those relative to the page. Those
  whose scheme is not allowed are left out, with a finding.
- **What an action sends** is on [its own page](requests.md).
`;

const CHAT_INTRO = `${writtenFrom('src/schema/chat-member-docs.ts')}

# The chat item format

What a bot sends, member by member, and what is shown of it. The same words stand in
[chat-item.schema.json](../schema/chat-item.schema.json). What holds for all JSON, such as how dates and URLs are read, is
told in [the card format](card-format.md).

Chat items come where cards come: one alone, in a list, or as \`{"objects": [item, …]}\`. An element of such a list that has
\`itemDetails\` or another member that no card has is read as a chat item. Older bots send flat items, with the members of
\`itemDetails\` and \`children\` in one object; these are read as well.

An item is drawn as a card is. A host that lays out a conversation finds its \`type\` and the rest of what it says of the
conversation in \`Card.chat\`.
`;

/** Examples of parts that have a section of their own are shown there, if they are longer. */
const LONG_EXAMPLE = 60;

/**
 * The text of docs/card-format.md.
 *
 * @param cardParts - of src/schema/member-docs.ts.
 */
export function cardFormatDoc(cardParts) {
  return page(CARD_INTRO, cardParts);
}

/**
 * The text of docs/chat-format.md.
 *
 * @param chatParts - of src/schema/chat-member-docs.ts.
 */
export function chatFormatDoc(chatParts) {
  return page(CHAT_INTRO, chatParts);
}

async function page(intro, parts) {
  const schemas = definitions(parts);
  const links = new Map(
    parts.map(({ id, title }) => [`#/$defs/${id}`, `[${lower(title)}](#${anchor(title)})`]),
  );
  const contents = parts.map(({ title }) => `[${title}](#${anchor(title)})`).join(' · ');
  const sections = await Promise.all(parts.map((part) => section(part, schemas[part.id], links)));
  return `${[intro, contents, ...sections].join('\n')}\n`;
}

async function section(part, { properties, required = [] }, links) {
  const { title, description, shown, examples, members, alsoRead = {}, otherNames = {} } = part;
  const others = Object.entries(otherNames).map(([other, member]) => `${code(other)} for ${code(member)}`);
  const row = ([member, doc]) => {
    const type = typeText(properties[member], links) ?? exampleType(doc.examples[0]);
    const must = required.includes(member) ? ', required' : '';
    return [code(member), type + must, meaning(doc), exampleText(doc.examples[0], type)];
  };
  const membersTable = (docs) =>
    table([['member', 'type', 'what it means', 'example'], ...Object.entries(docs).map(row)]);
  const blocks = await Promise.all(examples.map(jsonBlock));
  return [
    `\n## ${title}\n`,
    description,
    ...(shown ? [`\n${onTheCard(shown)}`] : []),
    `\n${membersTable(members)}`,
    ...(Object.keys(alsoRead).length
      ? [`\nAlso read, though the published schema does not name it:\n\n${membersTable(alsoRead)}`]
      : []),
    ...(others.length ? [`\nOther names that are read: ${others.join(', ')}.`] : []),
    ...Object.entries(members).flatMap(([member, doc]) => valuesTable(member, doc, properties[member])),
    `\n${examples.length > 1 ? 'Examples' : 'Example'}:`,
    ...blocks.map((block) => `\n${block}`),
  ].join('\n');
}

function valuesTable(member, { values }, { enum: only }) {
  if (!values) return [];
  const names = only ?? Object.keys(values);
  return [
    `\n${code(member)} ${only ? 'is one of' : 'may be any text; known are'}\n`,
    table([[member, 'what it means'], ...names.map((name) => [code(name), values[name]])]),
  ];
}

function meaning({ description, shown, absent, default: value }) {
  const without = absent ?? (value === undefined ? undefined : `${json(value)}.`);
  return [description, shown && `*${onTheCard(shown)}*`, without && `When absent: ${lower(without)}`]
    .filter(Boolean)
    .join('<br>');
}

const FORMATS = { uri: 'absolute URL', 'date-time': 'date and time', uuid: 'UUID' };

/** What a value must be, in words; nothing when it may be anything. */
function typeText(schema, links) {
  const { $ref, allOf, anyOf, type, format, items, minimum, enum: values } = schema;
  if ($ref) return links.get($ref);
  if (allOf) return typeText(allOf[0], links);
  if (values) return 'one of those below';
  if (type === 'array') return `list of ${typeText(items, links)}`;
  if (type === 'string') return FORMATS[format] ?? 'text';
  if (type === 'integer') return minimum === undefined ? 'whole number' : `whole number from ${minimum}`;
  if (type === 'boolean') return 'true or false';
  if (type) return type;
  return anyOf?.map((each) => typeText(each, links)).join(' or ');
}

function exampleType(example) {
  if (Array.isArray(example)) return `list of ${exampleType(example[0])}s`;
  return { string: 'text', number: 'number' }[typeof example] ?? 'object';
}

function exampleText(example, type) {
  const text = json(example);
  return text.length > LONG_EXAMPLE && type.includes('](') ? '' : text;
}

function json(value) {
  return code(JSON.stringify(value));
}

function lower(text) {
  return `${text[0].toLowerCase()}${text.slice(1)}`;
}
