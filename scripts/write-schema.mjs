/*
 * Writes what follows from the zod schemas: src/schema/published-shape.ts, which the elements check cards
 * against. A test fails when the file differs. Run: npm run schema
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const shapeFile = fileURLToPath(new URL('../src/schema/published-shape.ts', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { module } = await runnerImport(fileURLToPath(new URL('../src/schema/card.ts', import.meta.url)), {
    configFile: false,
    logLevel: 'error',
  });
  writeFileSync(shapeFile, await shapeModule(module.cardSchema));
}

/** The text of published-shape.ts for a schema. */
export async function shapeModule(cardSchema) {
  const text = `// Written from the zod schema in card.ts by \`npm run schema\`. Don't edit.
    /** The published card schema as plain data; see {@link Shape}. */
    export const cardShape = ${JSON.stringify(shapeOf(cardSchema))} as const;`;
  return format(text, { ...(await resolveConfig(shapeFile)), parser: 'typescript' });
}

function shapeOf(schema) {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).map(([member, inner]) =>
          inner._zod.def.type === 'optional'
            ? [`${member}?`, shapeOf(inner._zod.def.innerType)]
            : [member, shapeOf(inner)],
        ),
      );
    case 'array':
      return [shapeOf(def.element)];
    case 'nullable':
      return `${shapeOf(def.innerType)}|null`;
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

function numberShape(checks) {
  const whole = checks.some(({ check, value }) => check === 'multiple_of' && value === 1);
  const least = checks.find(({ check }) => check === 'greater_than');
  if (!whole || checks.length > 2) throw new Error('write-schema knows whole numbers only');
  return least ? `integer>=${least.value}` : 'integer';
}
