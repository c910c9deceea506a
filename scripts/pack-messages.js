import MagicString from 'magic-string';

/**
 * A Vite plugin that takes the names out of `defineMessages('de', { due: '…', … })`: the texts stand in a list, in the
 * order of the English ones. A language is a third smaller without them. The compiler sees to it that none lacks.
 *
 * @param names - in their order; those that are no texts are passed over.
 */
export function packMessages(names) {
  return {
    name: 'pack-messages',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/messages\/[\w-]+\.ts$/, code: /\bdefineMessages\(/ },
      handler(code) {
        const call = definition(this.parse(code));
        const texts = call?.arguments[1];
        if (texts?.type !== 'ObjectExpression') return null;
        const given = new Map(
          texts.properties.map(({ key, value }) => [key.name, code.slice(value.start, value.end)]),
        );
        const inOrder = names.filter((name) => given.has(name)).map((name) => given.get(name));
        const packed = new MagicString(code);
        packed.update(texts.start, texts.end, `[${inOrder.join(',')}]`);
        return { code: packed.toString(), map: packed.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}

function definition({ body }) {
  for (const { type, declarations = [], declaration } of body) {
    const [{ init } = {}] =
      type === 'ExportNamedDeclaration' ? (declaration?.declarations ?? []) : declarations;
    if (init?.type === 'CallExpression' && init.callee.name === 'defineMessages') return init;
  }
  return null;
}
