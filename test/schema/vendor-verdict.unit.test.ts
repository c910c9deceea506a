import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { cardSchema, chatItemSchema, readCards } from '../../src/schema/index.js';
import { chatCatalogue, chatFlatCart, chatTicketStatus } from '../../stories/cards/index.js';
import type { WireObject } from '../cards.js';
import { fullCard } from '../support/full-card.js';
import { CHAT_NAMES, mutate, pickByPlaces, seededRandom } from '../support/mutate.js';
import { figure, patience, runs, seed } from '../support/runs.js';
import { hasShared, sharedList, sharedText } from '../support/shared-node.js';

/*
 * "No error" must mean what the vendor's own schemas mean, run as the vendor runs them: Ajv 8 with ajv-formats.
 */

/** Where something is wrong in a value, as `header/title`; empty when nothing is. */
type Judge = (value: unknown) => string[];

/** A card or chat item, or a whole response, that was read otherwise than the schema it is compared with. */
interface Difference {
  readonly why: string;
  readonly said: string;
  readonly wire: string;
}

function vendor(file: string): Judge {
  // The `$schema` of the cards' names a draft that Ajv does not know.
  const { $schema: _draft, ...schema } = JSON.parse(sharedText(`vendor/${file}`) ?? '{}') as WireObject;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    return places((validate.errors ?? []).map(placeOf));
  };
}

function placeOf({ instancePath, params }: NonNullable<ValidateFunction['errors']>[number]): string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { missingProperty, additionalProperty } = params as Record<string, unknown>;
  const member = missingProperty ?? additionalProperty;
  return typeof member === 'string' ? [...path, member] : path;
}

function places(paths: readonly PropertyKey[][]): string[] {
  return [...new Set(paths.map((path) => path.join('/')))].sort();
}

const byReading: Judge = (value) =>
  places(
    readCards(value)
      .diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ path }) => path),
  );

const within = (prefix: string, found: string[]) =>
  found.map((place) => `${prefix}${place ? `/${place}` : ''}`);

/** The share of equal verdicts, in percent. */
function share(equal: number, all: number): string {
  return `${((100 * equal) / all).toFixed(3)} %`;
}

function count(differences: readonly Difference[]): string {
  const counts = new Map<string, number>();
  for (const { why } of differences) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, number]) => `${number} ${why}`).join(', ') || 'none';
}

function list(title: string, differences: readonly Difference[]): void {
  for (const { why, said, wire } of differences)
    figure(`  ${title} (${why}): ${said}: ${wire.slice(0, 400)}`);
}

describe.skipIf(!hasShared)('given responses with cards (shared test data)', { timeout: patience }, () => {
  const byVendor = vendor('card-response-schema.json');
  const byChatVendor = vendor('chatbot-schema.json');
  const files = hasShared ? cardFiles() : [];

  it.each(files)('says the same as the vendor about %s', (_, response) => {
    expect(byReading(response)).toEqual(byVendor(response));
  });

  it('says the same as the vendor about each with faults of every kind', () => {
    const random = seededRandom(seed);
    // Each place of all these is as likely as any other. Most of the corpus has some fault, so it is taken mended, too.
    const responses = files.map(([, response]) => response);
    const sound = [...responses, ...responses.map(mended), { objects: [fullCard(), {}] }];
    const tries = runs(4000, 20_000);
    const differences: Difference[] = [];
    const unexplained: Difference[] = [];
    let refused = 0;
    let otherPlaces = 0;
    for (let i = 0; i < tries; i++) {
      const wire = mutate(pickByPlaces(sound, random), random);
      const [ours, theirs] = [byReading(wire), byVendor(wire)];
      if (theirs.length > 0) refused++;
      if (ours.length > 0 === theirs.length > 0) {
        if (String(ours) !== String(theirs) && String(ours) !== String(asRead(wire))) {
          otherPlaces++;
        }
        continue;
      }
      const said = `${String(ours) || 'nothing'} | vendor: ${String(theirs) || 'nothing'}`;
      const difference = { why: whyOther(wire), said, wire: JSON.stringify(wire) };
      differences.push(difference);
      // What it was read as must be judged as the vendor judges that.
      if (String(ours) !== String(asRead(wire))) unexplained.push(difference);
    }
    figure(`card responses, corpus: ${files.length} of ${files.length} equal, place by place`);
    figure(
      `card responses, mutated: n ${tries}, seed ${seed}, refused by the vendor ${refused}, equal verdicts ` +
        `${share(tries - differences.length, tries)}; differences: ${count(differences)}; unexplained ${unexplained.length}; ` +
        `equal verdicts at other places ${otherPlaces}`,
    );
    list('difference', differences);
    // Both verdicts must occur often, or agreeing would mean little.
    expect(Math.min(refused, tries - refused)).toBeGreaterThan(tries / 10);
    expect([unexplained.slice(0, 3), otherPlaces]).toEqual([[], 0]);
    expect(differences.length / tries).toBeLessThan(0.002);
  });

  it('has a zod schema that says the same of each card', () => {
    const random = seededRandom(seed + 1);
    const sound = files.flatMap(([, response]) => (response as { objects?: unknown[] }).objects ?? []);
    const tries = runs(2000, 20_000);
    const differences: string[] = [];
    for (let i = 0; i < tries; i++) {
      const [card] = mutate([sound[i % sound.length]], random);
      const zod = places(cardSchema.safeParse(card).error?.issues.map(({ path }) => path) ?? []);
      if (String(within('objects/0', zod)) !== String(byVendor({ objects: [card] })))
        differences.push(JSON.stringify(card));
    }
    figure(
      `cardSchema (zod), mutated cards: n ${tries}, seed ${seed + 1}, differences ${differences.length}`,
    );
    expect(differences.slice(0, 3)).toEqual([]);
  });

  /** How the reader takes it: by the vendor's schema for cards or for chat items, element by element. */
  function asRead(wire: unknown): string[] {
    const { objects } = wire as { objects?: unknown };
    if (objects === undefined) return judged(wire, '');
    if (!Array.isArray(objects)) {
      // A single card where the list belongs is a fault, and is read all the same.
      const isOne = typeof objects === 'object' && objects !== null;
      return [...byVendor(wire), ...(isOne ? judged(objects, 'objects') : [])].sort();
    }
    return objects.flatMap((element, i) => judged(element, `objects/${i}`)).sort();
  }

  function judged(element: unknown, at: string): string[] {
    const isChat = readCards({ objects: [element] }).cards.some(({ chat }) => chat !== null);
    if (isChat) return within(at, byChatVendor(element)).map((place) => place.replace(/^\//, ''));
    return byVendor({ objects: [element] }).map((place) => place.replace('objects/0', at).replace(/^\//, ''));
  }

  /** Without what the vendor refuses. */
  function mended(response: unknown): unknown {
    const wire = structuredClone(response);
    for (let faults = byVendor(wire); faults.length > 0; faults = byVendor(wire)) {
      // A member that is missing costs what it is missing from.
      const steps = faults.at(-1)?.split('/') ?? [];
      const chain = steps.map((_, length) => at(wire, steps.slice(0, length)));
      const depth = chain.findLastIndex((holder) => isHolder(holder));
      const holder = chain[depth] as WireObject | unknown[];
      const step = steps[depth] ?? '';
      if (Array.isArray(holder)) holder.splice(Number(step), 1);
      else if (Object.hasOwn(holder, step)) Reflect.deleteProperty(holder, step);
      else Reflect.deleteProperty(chain[depth - 1] as object, steps[depth - 1] ?? '');
    }
    return wire;
  }

  function whyOther(wire: unknown): string {
    const { objects } = wire as { objects?: unknown };
    if (objects === undefined)
      return 'no objects: read as a bare card, of which the response schema says nothing';
    return readCards(wire).cards.some(({ chat }) => chat !== null)
      ? 'an element reads as a chat item and is judged as one'
      : 'not known';
  }
});

describe.skipIf(!hasShared)('given chat items (shared test data)', { timeout: patience }, () => {
  const byVendor = vendor('chatbot-schema.json');
  const byCardVendor = vendor('card-response-schema.json');
  const wires = hasShared ? chatItems() : [];

  it('takes all of the corpus for chat items, and says the same as the vendor', () => {
    expect(wires.length).toBe(47);
    expect(wires.map(byReading)).toEqual(wires.map(byVendor));
    expect(readCards({ objects: wires }).cards.filter(({ chat }) => chat === null)).toEqual([]);
    figure(`chat items, corpus: ${wires.length} of ${wires.length} equal, place by place`);
  });

  it('says the same as the vendor about each with faults of every kind', () => {
    const random = seededRandom(seed + 2);
    const absolute = (wire: unknown): unknown =>
      JSON.parse(JSON.stringify(wire).replaceAll('"/media/', '"https://static.example.com/'));
    const sound = [...wires, absolute(chatTicketStatus), absolute(chatCatalogue), chatFlatCart];
    const tries = runs(4000, 20_000);
    const differences: Difference[] = [];
    const unexplained: string[] = [];
    const zodDiffers: string[] = [];
    let refused = 0;
    let otherPlaces = 0;
    for (let i = 0; i < tries; i++) {
      const [item] = mutate([sound[i % sound.length]], random, CHAT_NAMES);
      const ours = places(
        readCards([item])
          .diagnostics.filter(({ severity }) => severity === 'error')
          .map(({ path }) => path.slice(1)),
      );
      const theirs = byVendor(item);
      if (theirs.length > 0) refused++;
      if (String(byZod(item)) !== String(theirs)) zodDiffers.push(JSON.stringify(item));
      if (String(ours) === String(theirs)) continue;
      const isCard = readCards([item]).cards.some(({ chat }) => chat === null);
      const asCard = byCardVendor({ objects: [item] }).map((place) => place.replace(/^objects\/0\/?/, ''));
      const explained = isCard && String(ours) === String(asCard);
      if (ours.length > 0 === theirs.length > 0) {
        if (!explained) otherPlaces++;
        continue;
      }
      const why = isCard ? 'read as a card and judged as one' : 'not known';
      const said = `${String(ours) || 'nothing'} | vendor: ${String(theirs) || 'nothing'}`;
      differences.push({ why, said, wire: JSON.stringify(item) });
      if (!explained) unexplained.push(`${said}: ${JSON.stringify(item)}`);
    }
    figure(
      `chat items, mutated: n ${tries}, seed ${seed + 2}, refused by the vendor ${refused}, equal verdicts ` +
        `${share(tries - differences.length, tries)}; differences: ${count(differences)}; unexplained ${unexplained.length}; ` +
        `equal verdicts at other places ${otherPlaces}; chatItemSchema (zod) differs ${zodDiffers.length}`,
    );
    list('difference', differences);
    expect(Math.min(refused, tries - refused)).toBeGreaterThan(tries / 10);
    expect([unexplained.slice(0, 3), otherPlaces, zodDiffers.slice(0, 3)]).toEqual([[], 0, []]);
    expect(differences.length / tries).toBeLessThan(0.002);
  });
});

const byZod: Judge = (value) =>
  places(
    (chatItemSchema.safeParse(value).error?.issues ?? []).flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
    ),
  );

function corpus(): { file: string; kind: string }[] {
  return JSON.parse(sharedText('corpus/index.json') ?? '[]') as { file: string; kind: string }[];
}

/** Each file of the corpus that holds cards or none, and the guide's examples, as responses. */
function cardFiles(): [string, unknown][] {
  const paths = [
    ...corpus()
      .filter(({ kind }) => kind !== 'bot')
      .map(({ file }) => `corpus/${file}`),
    ...sharedList('seeds').filter((path) => path.endsWith('.json')),
  ];
  return paths.map((path) => {
    const value = JSON.parse(sharedText(path) ?? 'null') as object;
    // Some are a card without a response round it.
    return [path, 'objects' in value ? value : { objects: [value] }];
  });
}

function chatItems(): WireObject[] {
  return corpus()
    .filter(({ kind }) => kind === 'bot')
    .flatMap(
      ({ file }) => (JSON.parse(sharedText(`corpus/${file}`) ?? '{}') as { objects: WireObject[] }).objects,
    );
}

function at(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce((here, step) => (isHolder(here) ? (here as WireObject)[step] : undefined), value);
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
