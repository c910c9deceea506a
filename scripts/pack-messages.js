import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import MagicString from 'magic-string';

const ENGLISH = resolve(import.meta.dirname, '../src/messages/en.ts');

/**
 * A Vite plugin that takes the names out of `defineMessages('de', { due: '…', … })`: the texts stand in the order that
 * they have in English, in a list. A language is a third smaller without them. Fails for one that lacks a text.
 */
export function packMessages() {
  return {
    name: 'pack-messages',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/messages\/[\w-]+\.ts$/, code: /\bdefineMessages\(/ },
      handler(code, id) {
        const order = textNames(this.parse(readFileSync(ENGLISH, 'utf8'), { lang: 'ts' }));
        const call = definition(this.parse(code));
        const texts = call?.arguments[1];
        if (texts?.type !== 'ObjectExpression') return null;
        const given = new Map(
          texts.properties.map(({ key, value }) => [key.name, code.slice(value.start, value.end)]),
        );
        const missing = order.filter((name) => !given.has(name));
        if (missing.length > 0) this.error(`${id} lacks ${missing.join(', ')}`);
        const packed = new MagicString(code);
        packed.update(texts.start, texts.end, `[${order.map((name) => given.get(name)).join(',')}]`);
        return { code: packed.toString(), map: packed.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}

/** Of `export const en = { locale: …, … }`; what is no text is told apart as `defineMessages` does. */
function textNames(program) {
  const { init } = exported(program);
  return init.properties
    .map(({ key }) => key.name)
    .filter((name) => name !== 'locale' && name !== 'diagnostics');
}

function definition(program) {
  const init = exported(program)?.init;
  return init?.type === 'CallExpression' ? init : null;
}

function exported({ body }) {
  return body.find(({ type, declaration }) => type === 'ExportNamedDeclaration' && declaration)?.declaration
    .declarations?.[0];
}
