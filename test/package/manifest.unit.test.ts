import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
// @ts-expect-error -- it has no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { describe, expect, it } from 'vitest';
import { MfCardFeed } from '../../src/elements/mf-card-feed.js';
import { MfCard } from '../../src/elements/mf-card.js';
import { EXPORTED_PARTS } from '../../src/view/parts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

const manifest = (await cli({
  argv: ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet'],
  cwd: root,
  noWrite: true,
})) as unknown as Manifest;

const elements = [
  { tag: 'mf-card', of: MfCard },
  { tag: 'mf-card-feed', of: MfCardFeed },
].map(({ tag, of }) => ({
  tag,
  of,
  told: manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag)!,
}));
const [card, feed] = elements;

/** All that is written in the folders of `src/` that draw. */
const drawn = readAll('view', 'elements');
const styled = readAll('styles', 'elements');

function readAll(...folders: string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(root, 'src', folder, name), 'utf8')),
    )
    .join('\n')
    .replace(/\/\*\*[^]*?\*\//g, '');
}

function found(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1]!))];
}

const names = (list: readonly Named[]) => list.map(({ name }) => name);

/** What a part is called by itself, and the words that say how it stands: `action` and `primary`. */
function toldParts({ told }: { told: Declaration }): Set<string> {
  return new Set(
    told.cssParts.flatMap(({ name, description = '' }) => [
      name,
      ...found(description, /`([^`]+)`/g).flatMap((words) => words.split(' ')),
    ]),
  );
}

describe.each(elements)('the manifest, of $tag', ({ tag, of, told }) => {
  it('names every property with what it is', () => {
    const described = told.members.filter(({ description }) => description).map(({ name }) => name);
    const accessors = Object.entries(Object.getOwnPropertyDescriptors(of.prototype))
      .filter(([, { get, set }]) => get && !set)
      .map(([name]) => name);
    const properties = [...Object.keys(of.properties), ...accessors].filter((name) => !name.startsWith('_'));
    expect(properties.length).toBeGreaterThan(8);
    expect(properties.filter((name) => !described.includes(name))).toEqual([]);
  });

  it('names every attribute', () => {
    const attributes = Object.entries(of.properties as Record<string, { attribute?: string | false }>)
      .filter(([, { attribute }]) => attribute !== false)
      .map(([name, { attribute }]) => attribute ?? name.toLowerCase());
    expect(names(told.attributes).sort()).toEqual(attributes.sort());
  });

  it('describes all that it names', () => {
    const { attributes, events, slots, cssParts, cssProperties, cssStates = [] } = told;
    const all = [attributes, events, slots, cssParts, cssProperties, cssStates].flat();
    expect(all.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });

  it('tells of no name twice', () => {
    const { events, slots, cssParts, cssProperties, cssStates = [] } = told;
    for (const list of [events, slots, cssParts, cssProperties, cssStates])
      expect(names(list)).toEqual([...new Set(names(list))]);
  });

  it('names every design token', () => {
    const tokens = found(styled, /var\(\s*(--mf-[\w-]+)/g);
    expect(tokens.length).toBeGreaterThan(10);
    const own = tokens.filter((name) => tag === 'mf-card-feed' || !name.startsWith('--mf-feed-'));
    expect(names(told.cssProperties).sort()).toEqual(own.sort());
  });
});

describe('the manifest', () => {
  it('names every event', () => {
    const events = found(
      readFileSync(join(root, 'src/elements/events.ts'), 'utf8'),
      /super\('(mf-[\w-]+)'/g,
    ).sort();
    expect(events.length).toBeGreaterThan(7);
    expect(names(feed!.told.events).sort()).toEqual(events);
    const ofCards = events.filter((name) => !['mf-card-seen', 'mf-load-more'].includes(name));
    expect(names(card!.told.events).sort()).toEqual(ofCards);
  });

  it('names every slot', () => {
    const slotsOf = (file: string) =>
      Array.from(
        readFileSync(join(root, 'src/elements', file), 'utf8')
          .replace(/\/\*\*[^]*?\*\//g, '')
          .matchAll(/<slot(?: name="([\w-]+)")?/g),
        (match) => match[1] ?? '',
      ).sort();
    expect(names(card!.told.slots)).toEqual(slotsOf('mf-card.ts'));
    expect(names(feed!.told.slots).sort()).toEqual(slotsOf('../view/feed-template.ts'));
  });

  it('names every state', () => {
    const [kinds = ''] = found(drawn, /SHOWN_KINDS = \[(.*?)\]/gs);
    const states = [...found(drawn, /#showState\('(\w+)'/g), ...found(kinds, /'([\w-]+)'/g)];
    expect(states.length).toBeGreaterThan(0);
    expect(names(card!.told.cssStates!).sort()).toEqual(states.sort());
  });

  it('names every part, and every word that says how a part stands', () => {
    const literal = found(drawn, /\bpart="([^"]*)"/g)
      .flatMap((text) => text.replace(/\$\{[^}]*\}/g, ' ').split(/\s+/))
      .filter((word) => /^[a-z][\w-]+$/.test(word));
    const known = toldParts(feed!);
    expect(literal.length).toBeGreaterThan(50);
    expect([...literal, ...EXPORTED_PARTS.split(',')].filter((part) => !known.has(part))).toEqual([]);
  });
});

describe('given what is made of it for editors', () => {
  // They read it in a form of their own types; it is the same file.
  const data = manifest as never;

  it('VS Code completes every element and attribute in HTML, and tells of the rest', () => {
    const { tags } = JSON.parse(getVsCodeHtmlCustomData(data, {})) as {
      tags: (Named & { attributes: Named[]; description: string })[];
    };
    for (const { tag, told } of elements) {
      const given = tags.find(({ name }) => name === tag)!;
      expect(names(given.attributes).sort()).toEqual(names(told.attributes).sort());
      const rest = [...told.events, ...told.slots, ...told.cssParts, ...told.cssProperties];
      expect(names(rest).filter((name) => !given.description.includes(name))).toEqual([]);
    }
  });

  it('VS Code completes every token and part in a style sheet', () => {
    const { properties, pseudoElements } = JSON.parse(getVsCodeCssCustomData(data, {})) as {
      properties: Named[];
      pseudoElements: Named[];
    };
    const { cssProperties, cssParts } = feed!.told;
    expect(names(cssProperties).filter((name) => !names(properties).includes(name))).toEqual([]);
    expect(names(cssParts).filter((name) => !names(pseudoElements).includes(`::part(${name})`))).toEqual([]);
  });

  it('JetBrains completes every attribute, event, slot and property', () => {
    interface WebElement extends Named {
      readonly attributes: Named[];
      readonly slots: Named[];
      readonly events: Named[];
      readonly js: { readonly properties: Named[]; readonly events: Named[] };
    }
    const { contributions } = JSON.parse(getWebTypesData(data, {})) as {
      contributions: { html: { elements: WebElement[] } };
    };
    for (const { tag, told } of elements) {
      const given = contributions.html.elements.find(({ name }) => name === tag)!;
      const missing = (list: readonly Named[], those: readonly Named[]) =>
        names(list).filter((name) => !names(those).includes(name));
      expect(missing(told.attributes, given.attributes)).toEqual([]);
      expect(missing(told.events, given.js.events)).toEqual([]);
      expect(missing(told.slots, given.slots)).toEqual([]);
      expect(
        missing(
          told.members.filter(
            (member) => 'kind' in member && member.kind === 'field' && !('readonly' in member),
          ),
          given.js.properties,
        ),
      ).toEqual([]);
    }
  });
});
