import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { chatItemSchema } from '../../src/schema/chat-item.js';
import { chatParts } from '../../src/schema/chat-member-docs.js';
import { cardResponseSchema, cardSchema, readCards } from '../../src/schema/index.js';
import { cardParts, type Part } from '../../src/schema/member-docs.js';
import { sampleCards } from '../../stories/cards/index.js';
import { card } from '../cards.js';
import { fullCard } from '../support/full-card.js';
import { committed, generated } from '../support/generated.js';
import { mutate, seededRandom } from '../support/mutate.js';

interface JsonSchema {
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

type Zod = z.core.$ZodType;
type ZodObject = z.core.$ZodObject;

const chatItem = { itemDetails: { title: 'Your cart', actions: [{ title: 'Check out' }] } };
const chatAction = (members: object) => ({ itemDetails: { actions: [members] } });

interface Kind {
  readonly file: string;
  /** Which of `$defs` is the zod schema. */
  readonly root: string;
  readonly zod: z.ZodMiniType;
  readonly parts: readonly Part[];
  /** Sound ones with many members, to be changed at random. */
  readonly rich: readonly unknown[];
  readonly sound: readonly unknown[];
  readonly faulty: readonly unknown[];
}

const KINDS: readonly Kind[] = [
  {
    file: 'schema/card.schema.json',
    root: 'card',
    zod: cardSchema,
    parts: cardParts,
    rich: [fullCard()],
    sound: [card(), fullCard(), {}, { $schema: './card.schema.json', x_vendor: [{}] }],
    faulty: [
      { id: 'r-4711' },
      { id: 'urn:uuid:123e4567-e89b-12d3-a456-426614174000' },
      { importance: 0.5 },
      { due_date: '2026-03-31' },
      { image: 'https://example.com/a.png' },
      { image: { href: '/a.png' } },
      { header: { title: 1 } },
      { header: { links: { subtitle: [''] } } },
      { banner: { items: [{ type: 'audio', href: 'https://example.com/a' }] } },
      { actions: [{}] },
      { tags: 'one' },
      { sticky: {} },
      null,
      'card',
    ],
  },
  {
    file: 'schema/chat-item.schema.json',
    root: 'item',
    zod: chatItemSchema,
    parts: chatParts,
    rich: chatParts[0]?.examples ?? [],
    sound: [chatItem, {}, { children: [chatItem] }, { title: 'flat' }, chatAction({ title: 'Check out' })],
    faulty: [
      { itemDetails: 'text' },
      { children: [{ children: {} }] },
      { itemDetails: { image: {} } },
      chatAction({ workflowId: 'Checkout' }),
      chatAction({ navigationType: 'elsewhere' }),
      chatAction({ userInput: [{ minLength: 0.5 }] }),
      [],
      1,
    ],
  },
];

describe.each(KINDS)('$file', ({ file, root, zod, parts, rich, sound, faulty }) => {
  let schema: JsonSchema;
  let ajv: Ajv2020;
  let accepts: ValidateFunction;

  beforeAll(async () => {
    schema = JSON.parse(await committed(file)) as JsonSchema;
    ajv = compiler();
    ajv.addSchema(schema);
    accepts = at(root);
  });

  function at(pointer: string): ValidateFunction {
    return ajv.compile({ $ref: `${schema.$id ?? ''}#/$defs/${pointer}` });
  }

  it('is what the zod schema and its docs say: npm run schema', { timeout: 60_000 }, async () => {
    expect(await committed(file)).toBe((await generated())[file]);
  });

  it('names no place on anybody’s machine', async () => {
    expect(await committed(file)).not.toMatch(/file:\/\/|localhost|\/home\/|\/tmp\//);
  });

  it('is in the package under its name', async () => {
    const { exports } = JSON.parse(await committed('package.json')) as { exports: Record<string, unknown> };
    expect(exports[file.replace('schema/', './')]).toBe(`./${file}`);
  });

  it.each(named(sound))('accepts what the zod schema accepts: %s', (_, wire) => {
    expect([accepts(wire), zod.safeParse(wire).success]).toEqual([true, true]);
  });

  it.each(named(faulty))('refuses what the zod schema refuses: %s', (_, wire) => {
    expect([accepts(wire), zod.safeParse(wire).success]).toEqual([false, false]);
  });

  it('finds faults of every kind where the zod schema finds them', { timeout: 60_000 }, () => {
    const random = seededRandom(20_260_302);
    const samples = Array.from({ length: 3000 }, () => mutate(rich, random)).flat();
    const differing = samples.filter((wire) => String(byAjv(wire)) !== String(byZod(wire)));
    expect(differing.slice(0, 3).map((wire) => [byAjv(wire), byZod(wire), wire])).toEqual([]);
    const refused = samples.filter((wire) => byAjv(wire).length > 0).length;
    // Both verdicts must occur often, or agreeing would mean little.
    expect(Math.min(refused, samples.length - refused)).toBeGreaterThan(samples.length / 10);
  });

  /** Where something is wrong, as `/header/title`. */
  function byAjv(wire: unknown): string[] {
    accepts(wire);
    return distinct(
      (accepts.errors ?? []).map(({ instancePath, params }) => {
        const member = (params.missingProperty ?? params.additionalProperty) as string | undefined;
        return member === undefined ? instancePath : `${instancePath}/${member}`;
      }),
    );
  }

  function byZod(wire: unknown): string[] {
    const issues = zod.safeParse(wire).error?.issues ?? [];
    return distinct(
      issues.flatMap((issue) => {
        const path = issue.path.map((step) => `/${String(step)}`).join('');
        return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `${path}/${key}`) : [path];
      }),
    );
  }

  it.each(parts)(
    'says what $id is, each of its members and no others',
    ({ id, schema: object, alsoRead }) => {
      const { title, description, properties = {} } = schema.$defs?.[id] ?? {};
      expect([title, description]).not.toContain(undefined);
      expect(Object.keys(properties)).toEqual([
        ...Object.keys(object._zod.def.shape),
        ...Object.keys(alsoRead ?? {}),
      ]);
      const silent = Object.entries(properties).filter(
        ([, member]) => !member.description || !member.examples?.length,
      );
      expect(silent.map(([member]) => member)).toEqual([]);
    },
  );

  it('has every object of the zod schema as a part', () => {
    const known = new Set(parts.map((part) => part.schema));
    const unknown = objectsIn(zod).filter((object) => !known.has(object) && membersOf(object).length > 0);
    expect(unknown.map(membersOf)).toEqual([]);
  });

  it('says of each known value what it means', () => {
    const members = Object.values(schema.$defs ?? {}).flatMap(({ properties = {} }) =>
      Object.values(properties),
    );
    const enums = members
      .flatMap((member) => [member, ...(member.anyOf ?? [])])
      .filter((each) => each.enum !== undefined);
    expect(enums.length).toBeGreaterThan(2);
    for (const { enum: values = [], enumDescriptions = [] } of enums) {
      expect(enumDescriptions.length, String(values)).toBe(values.length);
      expect(enumDescriptions.every((text) => text.length > 0)).toBe(true);
    }
  });

  it.each(parts)('has examples and defaults of $id that are valid', ({ id }) => {
    const part = schema.$defs?.[id] ?? {};
    const check = (pointer: string, values: readonly unknown[]) => {
      const validate = at(pointer);
      const refused = values.filter((value) => !validate(value));
      expect(refused, pointer).toEqual([]);
    };
    expect(part.examples?.length).toBeGreaterThan(0);
    check(id, part.examples ?? []);
    for (const [member, { examples = [], default: absent }] of Object.entries(part.properties ?? {}))
      check(`${id}/properties/${member}`, absent === undefined ? examples : [...examples, absent]);
  });

  it('has examples that readCards has nothing to say about', () => {
    const said = (schema.$defs?.[root]?.examples ?? []).flatMap((example) => readCards(example).diagnostics);
    expect(said).toEqual([]);
  });
});

describe('given all that cards come in', () => {
  let accepts: ValidateFunction;

  beforeAll(async () => {
    accepts = compiler().compile(JSON.parse(await committed('schema/card.schema.json')) as JsonSchema);
  });

  const faulty = { id: 'r-4711' };
  const lapsed = { status: 400, backend_status: 401 };
  const inputs: unknown[] = [
    card(),
    faulty,
    [card(), fullCard()],
    [card(), faulty],
    ['card'],
    [],
    { objects: [card()] },
    { objects: [faulty] },
    { objects: card() },
    { objects: ['card'] },
    { results: [{ connector_id: 'expense', cards: [card()] }] },
    { results: [{ connector_id: 'expense', cards: [faulty] }] },
    { results: [{ connector_id: 'expense' }] },
    { results: [{ connector_id: 'expense', connector_status: lapsed }] },
    { results: [{ connector_id: 'expense', connector_status: { ...lapsed, backend_status: 500 } }] },
    { results: [{ connector_id: 'expense', connector_status: [] }] },
    { results: [[]] },
    { results: 1 },
    null,
    17,
  ];

  it.each(named(inputs))('accepts what readCards finds no error in: %s', (_, input) => {
    const errors = readCards(input).diagnostics.filter(({ severity }) => severity === 'error');
    expect(accepts(input)).toBe(errors.length === 0);
  });

  it.each(sampleCards.filter(({ json }) => !isChat(json)).map(({ name, json }) => [name, json]))(
    'says of the sample %s what the zod schemas say',
    (_, json) => {
      const zod = isResponse(json) ? cardResponseSchema : cardSchema;
      expect(accepts(json)).toBe(zod.safeParse(json).success);
    },
  );
});

describe('given all that chat items come in', () => {
  let accepts: ValidateFunction;

  beforeAll(async () => {
    accepts = compiler().compile(JSON.parse(await committed('schema/chat-item.schema.json')) as JsonSchema);
  });

  const faulty = { itemDetails: { title: 4711 } };
  const inputs: unknown[] = [
    chatItem,
    faulty,
    [chatItem],
    [faulty],
    { objects: [chatItem] },
    { objects: [faulty] },
  ];

  it.each(named(inputs))('accepts what readCards finds no error in: %s', (_, input) => {
    const errors = readCards(input).diagnostics.filter(({ severity }) => severity === 'error');
    expect(accepts(input)).toBe(errors.length === 0);
  });

  it.each(sampleCards.filter(({ json }) => isChat(json)).map(({ name, json }) => [name, json]))(
    'says of the sample %s what the zod schema says',
    (_, json) => {
      const items = isResponse(json) ? json.objects : [json];
      expect(accepts(json)).toBe(items.every((item) => chatItemSchema.safeParse(item).success));
    },
  );
});

function compiler(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  // Words that editors know and validators don't.
  ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage']);
  addFormats.default(ajv);
  return ajv;
}

/** For a table of tests: a list would be taken for several arguments. */
function named(values: readonly unknown[]): [string, unknown][] {
  return values.map((value) => [JSON.stringify(value), value]);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function isResponse(json: unknown): json is { objects: unknown[] } {
  return typeof json === 'object' && json !== null && 'objects' in json;
}

/** Whether a sample is of a bot. */
function isChat(json: unknown): boolean {
  return readCards(json).cards.some(({ chat }) => chat !== null);
}

/** Every object schema in a schema, itself included. */
function objectsIn(schema: Zod, found = new Set<ZodObject>()): ZodObject[] {
  const { shape, innerType, element } = schema._zod.def as {
    shape?: Record<string, Zod>;
    innerType?: Zod;
    element?: Zod;
  };
  if (shape && !found.has(schema as ZodObject)) {
    found.add(schema as ZodObject);
    for (const member of Object.values(shape)) objectsIn(member, found);
  }
  for (const below of [innerType, element]) if (below) objectsIn(below, found);
  return [...found];
}

function membersOf(object: ZodObject): string[] {
  return Object.keys(object._zod.def.shape);
}
