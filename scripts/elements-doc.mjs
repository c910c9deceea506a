/*
 * docs/reference.md: everything that the elements offer, from the headers of their classes, by way of the custom elements
 * manifest. Called by generated-files.mjs.
 */
import { fileURLToPath } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { code, table, writtenFrom } from './markdown.mjs';

const INTRO = `${writtenFrom('the class headers in src/elements/')}

# Reference of the elements

Everything that a page can set, call, hear, fill and style. [The elements](elements.md) tells the same in the order in which one
needs it. The names are public: they change with a major version only. Types are in the API reference of
[the site](README.md), and in \`mf-card/custom-elements.json\`, where editors find them, too.
`;

/** The text of docs/reference.md. */
export async function elementsDoc() {
  const { modules } = await cli({
    argv: ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    noWrite: true,
  });
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  return `${[INTRO, ...elements.map(section)].join('\n')}`;
}

function section({ tagName, members, events, slots, cssParts, cssProperties, cssStates = [] }) {
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    `## ${code(`<${tagName}>`)}\n`,
    ...part('Properties', ['property', 'attribute', '', 'type'], fields, (field) => [
      code(field.name),
      field.attribute ? code(field.attribute) : '',
      [field.readonly && 'Read only.', field.static && 'Of the class.', words(field)]
        .filter(Boolean)
        .join(' '),
      code(field.type.text.replace(/\s+/g, ' ')),
    ]),
    ...part('Methods', ['method', ''], methods, (method) => [
      code(`${method.name}(${(method.parameters ?? []).map(({ name }) => name).join(', ')})`),
      words(method),
    ]),
    ...part('Events', ['event', 'class', ''], events, (event) => [
      code(event.name),
      code(event.type.text),
      words(event),
    ]),
    ...part('Slots', ['slot', ''], slots, (slot) => [
      slot.name ? code(slot.name) : 'without a name',
      words(slot),
    ]),
    ...part('States', ['state', ''], cssStates, (state) => [code(`:state(${state.name})`), words(state)]),
    ...part('Tokens', ['token', 'at first', ''], cssProperties, (token) => [
      code(token.name),
      token.default ? code(token.default) : '',
      words(token),
    ]),
    ...part('Parts', ['part', ''], cssParts, (one) => [code(one.name), words(one)]),
  ].join('\n');
}

function part(title, head, list, cells) {
  return list.length ? [`### ${title}\n`, `${table([head, ...list.map(cells)])}\n`] : [];
}

function words({ description = '' }) {
  return description.replace(/\s+/g, ' ').trim();
}
