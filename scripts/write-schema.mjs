/*
 * Writes what follows from the zod schemas: src/schema/published-shape.ts, which the elements check cards
 * against, and the files of generated-files.mjs. A test fails when one differs. Run: npm run schema
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { generatedFiles } from './generated-files.mjs';

const shapeFile = fileURLToPath(new URL('../src/schema/published-shape.ts', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { cardSchema } = await load('schema/card.ts');
  const { chatItemSchema } = await load('schema/chat-item.ts');
  writeFileSync(shapeFile, await shapeModule({ cardSchema, chatItemSchema }));
  for (const [path, text] of Object.entries(await generatedFiles(load)))
    writeFileSync(new URL(`../${path}`, import.meta.url), text);
}

/** A module of src/ by its path there. */
async function load(path) {
  const { module } = await runnerImport(fileURLToPath(new URL(`../src/${path}`, import.meta.url)), {
    configFile: false,
    logLevel: 'error',
  });
  return module;
}

/** The text of published-shape.ts for the schemas. */
export async function shapeModule({ cardSchema, chatItemSchema }) {
  const text = `// Written from the zod schemas in card.ts and chat-item.ts by \`npm run schema\`. Don't edit.
    /** The published card schema as plain data; see {@link Shape}. */
    export const cardShape = ${JSON.stringify(shapeOf(cardSchema))} as const;

    /** The published chatbot schema likewise. */
    export const chatShape = ${JSON.stringify(shapeOf(chatItemSchema))} as const;`;
  return format(text, { ...(await resolveConfig(shapeFile)), parser: 'typescript' });
}

/** @param whole - the schema round this one that may come again inside it. */
function shapeOf(schema, whole = schema) {
  const { def } = schema._zod;
  const inside = (inner) => (inner === whole ? '#' : shapeOf(inner, whole));
  switch (def.type) {
    case 'object': {
      const members = Object.entries(def.shape).map(([member, inner]) =>
        inner._zod.def.type === 'optional'
          ? [`${member}?`, inside(inner._zod.def.innerType)]
          : [member, inside(inner)],
      );
      const closed = def.catchall?._zod.def.type === 'never';
      return Object.fromEntries(closed ? [...members, ['*', 'never']] : members);
    }
    case 'array':
      return [inside(def.element)];
    case 'nullable':
      return `${inside(def.innerType)}|null`;
    case 'enum':
      return Object.values(def.entries).join('|');
    case 'string':
      return def.format ?? 'string';
    case 'number':
      return numberShape(def.checks.map((check) => check._zod.def));
    case 'boolean':
      return 'boolean';
    default:
      throw new Error(`write-schema does not know zod's ${def.type} yet`);
  }
}

function numberShape(allChecks) {
  // A refinement only sharpens the check before it.
  const checks = allChecks.filter(({ check }) => check !== 'custom');
  const whole = checks.some(({ check, value }) => check === 'multiple_of' && value === 1);
  const least = checks.find(({ check }) => check === 'greater_than');
  if (!whole || checks.length > 2) throw new Error('write-schema knows whole numbers only');
  return least ? `integer>=${least.value}` : 'integer';
}
