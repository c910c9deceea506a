import { describe, expect, it } from 'vitest';
import { cardSchema, chatItemSchema } from '../../src/schema/index.js';
import type { Element, Form } from '../../src/schema/form.js';
import { card } from '../../src/schema/read-card.js';
import { chatItem } from '../../src/schema/read-chat-item.js';

/** What a schema wants: member names (`?` marks an optional one) and what each must be; `#` is a whole one again. */
type Shape = string | readonly [Shape] | { readonly [member: string]: Shape };

/** As the forms have it that cards are read by. */
function shapeOfForm({ expected, inner }: Pick<Element, 'expected' | 'inner'>, outer: unknown = null): Shape {
  if (expected === 'list') return [inner === outer ? '#' : shapeOfForm(inner as Element, inner)];
  if (expected !== 'object') return expected;
  if (inner === null) return {};
  const { members, required, closed } = inner as Form;
  const published = [...members].filter(([, member]) => member.expected !== '');
  return {
    ...Object.fromEntries(
      published.map(([name, member]) => [
        required.includes(name) ? name : `${name}?`,
        shapeOfForm(member, outer),
      ]),
    ),
    ...(closed && { '*': 'never' }),
  };
}

interface ZodDef {
  readonly type: string;
  readonly shape: Readonly<Record<string, Zod>>;
  readonly catchall?: Zod;
  readonly innerType: Zod;
  readonly element: Zod;
  readonly entries: Readonly<Record<string, string>>;
  readonly format?: string;
  readonly checks: readonly { _zod: { def: { check: string; value: number } } }[];
}
interface Zod {
  readonly _zod: { readonly def: ZodDef };
}

/** As the schemas have it that are written in zod. */
function shapeOfZod(schema: Zod, whole = schema): Shape {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object': {
      const members = Object.entries(def.shape).map(([name, inner]): [string, Shape] => {
        const isOptional = inner._zod.def.type === 'optional';
        return [
          isOptional ? `${name}?` : name,
          shapeOfZod(isOptional ? inner._zod.def.innerType : inner, whole),
        ];
      });
      const closed = def.catchall?._zod.def.type === 'never';
      return { ...Object.fromEntries(members), ...(closed && { '*': 'never' }) };
    }
    case 'array':
      return [def.element === whole ? '#' : shapeOfZod(def.element, whole)];
    case 'nullable':
      return `${JSON.stringify(shapeOfZod(def.innerType))}|null`.replaceAll('"', '');
    case 'enum':
      return Object.values(def.entries).join('|');
    case 'string':
      return def.format ?? 'string';
    case 'number': {
      const least = def.checks.map(({ _zod }) => _zod.def).find(({ check }) => check === 'greater_than');
      return least ? `integer>=${least.value}` : 'integer';
    }
    default:
      return def.type;
  }
}

describe('given the forms that cards and chat items are read by', () => {
  it.each([
    ['a card', card, cardSchema],
    ['a chat item', chatItem, chatItemSchema],
  ])('want of %s what the published schema wants, written in zod', (_, form, schema) => {
    const shape = shapeOfForm(form);
    expect(JSON.stringify(shape).length).toBeGreaterThan(1000);
    expect(shape).toEqual(shapeOfZod(schema as unknown as Zod));
  });
});
