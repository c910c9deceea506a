/*
 * JSON Schema from the zod schemas and what member-docs.ts says of them, for editors and validators. Called by
 * write-schema.mjs.
 */
import * as z from 'zod/mini';
import { prettyJson } from './markdown.mjs';

const HOME = 'https://mf-card.dev/schema/';

/**
 * The text of schema/card.schema.json: for a card, a list of cards, and the envelopes that cards come in.
 *
 * @param cardParts - of src/schema/member-docs.ts.
 */
export function cardJsonSchema(cardParts) {
  const listOfCards = (description) => ({ description, type: 'array', items: { $ref: '#/$defs/card' } });
  const objects = listOfCards('The cards of one connector.');
  const cards = listOfCards('The cards of this connector.');
  const signInLapsed = {
    properties: {
      connector_status: {
        type: 'object',
        properties: { backend_status: { enum: [401, '401'] } },
        required: ['backend_status'],
      },
    },
    required: ['connector_status'],
  };
  return prettyJson({
    $schema: z.toJSONSchema(z.string()).$schema,
    $id: `${HOME}card.schema.json`,
    title: 'Mobile Flows card',
    description:
      'A card, or what a connector answers: a list of cards, {"objects": […]}, or {"results": […]} of several connectors.',
    type: ['object', 'array'],
    // Told apart as readCards does. Named here as well, so that editors offer them.
    properties: {
      objects: { description: objects.description },
      results: { description: 'One element for each connector.' },
    },
    if: { type: 'array' },
    then: listOfCards('Cards.'),
    else: {
      if: { required: ['objects'] },
      then: { $ref: '#/$defs/response' },
      else: {
        if: { required: ['results'] },
        then: { $ref: '#/$defs/results' },
        else: { $ref: '#/$defs/card' },
      },
    },
    $defs: {
      ...definitions(cardParts),
      response: {
        title: 'Response',
        description: 'What one connector answers.',
        type: 'object',
        properties: { objects },
      },
      results: {
        title: 'Responses',
        description: 'What several connectors answer.',
        type: 'object',
        properties: {
          results: {
            description: 'One element for each connector.',
            type: 'array',
            items: {
              type: 'object',
              properties: {
                connector_id: {
                  description: 'Which connector it is: a card is recognised within its connector.',
                  examples: ['expense'],
                },
                connector_status: {
                  description:
                    'How the connector fares. When the system behind it has refused its sign-in, a card asks the user to sign in again, and there need be no others.',
                  examples: [{ status: 400, backend_status: 401 }],
                },
                cards,
              },
              if: signInLapsed,
              else: { required: ['cards'] },
            },
          },
        },
        required: ['results'],
      },
    },
  });
}

/**
 * The text of schema/chat-item.schema.json: for a chat item, a list of them, and the envelope that they come in.
 *
 * @param chatParts - of src/schema/chat-member-docs.ts.
 */
export function chatItemJsonSchema(chatParts) {
  const listOfItems = (description) => ({ description, type: 'array', items: { $ref: '#/$defs/item' } });
  const objects = listOfItems('The items of one bot.');
  return prettyJson({
    $schema: z.toJSONSchema(z.string()).$schema,
    $id: `${HOME}chat-item.schema.json`,
    title: 'Mobile Flows chat item',
    description: 'A chat item, or what a bot answers: a list of items, or {"objects": […]}.',
    type: ['object', 'array'],
    properties: { objects: { description: objects.description } },
    if: { type: 'array' },
    then: listOfItems('Items.'),
    else: {
      if: { required: ['objects'] },
      then: { $ref: '#/$defs/response' },
      else: { $ref: '#/$defs/item' },
    },
    $defs: {
      ...definitions(chatParts),
      response: {
        title: 'Response',
        description: 'What one bot answers.',
        type: 'object',
        properties: { objects },
      },
    },
  });
}

/** One entry for `$defs` per part, by its id. */
export function definitions(parts) {
  const registry = z.registry();
  for (const { schema, id } of parts) registry.add(schema, { id });
  const [root] = parts;
  const { $defs } = z.toJSONSchema(root.schema, { io: 'input', metadata: registry, override: tidy });
  return Object.fromEntries(parts.map((part) => [part.id, documented($defs[part.id], part)]));
}

/** As one would write it by hand. zod calls it more than once for a schema used twice. */
function tidy({ jsonSchema }) {
  // Members that nobody knows are allowed, which is what saying nothing means.
  if (jsonSchema.additionalProperties !== false) delete jsonSchema.additionalProperties;
  if (jsonSchema.properties && Object.keys(jsonSchema.properties).length === 0) delete jsonSchema.properties;
  if (jsonSchema.multipleOf === 1) {
    jsonSchema.type = 'integer';
    delete jsonSchema.multipleOf;
  }
  // JSON Schema has no flag for letter case. The format alone would allow `urn:uuid:` before it.
  if (jsonSchema.format === 'uuid') {
    jsonSchema.pattern = jsonSchema.pattern.replace(/a-f(?!A-F)/g, 'a-fA-F');
    jsonSchema.patternErrorMessage = 'Write it as 123e4567-e89b-12d3-a456-426614174000.';
  }
  if (jsonSchema.enum) delete jsonSchema.type;
}

function documented({ properties, required, ...rules }, part) {
  const { title, description, shown, examples, members, alsoRead = {} } = part;
  return {
    title,
    description: withShown(description, shown),
    ...rules,
    examples,
    properties: Object.fromEntries([
      ...Object.entries(properties).map(([member, inner]) => [
        member,
        withDoc(inner, members[member], required?.includes(member)),
      ]),
      ...Object.entries(alsoRead).map(([member, doc]) => [member, withDoc({}, doc, false)]),
    ]),
    ...(required && { required }),
  };
}

/** The words first, as whoever opens the file reads them first. An absent member that must be there has no default. */
function withDoc({ $ref, ...rules }, { description, shown, examples, values, default: absent }, isRequired) {
  return {
    description: withShown(description, shown),
    // Beside a bare `$ref` some editors show the words of its target instead.
    ...($ref && { allOf: [{ $ref }] }),
    ...(values && !rules.enum ? { ...rules, anyOf: [known(values), {}] } : rules),
    ...(values && rules.enum && known(values, rules.enum)),
    ...(absent !== undefined && !isRequired && { default: absent }),
    examples,
  };
}

/** Editors show `enumDescriptions` beside the values, and `patternErrorMessage` as the fault; validators pass them over. */
function known(values, names = Object.keys(values)) {
  return { enum: names, enumDescriptions: names.map((name) => values[name]) };
}

function withShown(description, shown) {
  return shown ? `${description}\n\n${onTheCard(shown)}` : description;
}

/** As a sentence of its own, after what the member means. */
export function onTheCard(shown) {
  return `On the card: ${shown[0].toLowerCase()}${shown.slice(1)}`;
}
