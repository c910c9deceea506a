import type { ArgTypes } from '@storybook/web-components-vite';

/** What is used of a custom-elements manifest. */
interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

interface Member extends Entry {
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
}

interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly Entry[];
  readonly events?: readonly Entry[];
  readonly slots?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
}

export interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

/**
 * The rows of an element's table. Storybook's own reader keeps one row a name, but here a property, a slot and a part
 * may share theirs (`card`, `loading`, `empty`).
 */
export function argTypesOf(tagName: string, manifest: Manifest): ArgTypes {
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find((declaration) => declaration.tagName === tagName);
  if (!element) return {};
  const properties = (element.members ?? []).filter(
    (member) => member.kind === 'field' && !member.privacy && !member.static,
  );
  return {
    ...Object.fromEntries(properties.map((member) => [member.name, row(member, 'properties')])),
    ...rows(element.attributes, 'attributes'),
    ...rows(element.events, 'events'),
    ...rows(element.slots, 'slots'),
    ...rows(element.cssProperties, 'tokens'),
    ...rows(element.cssParts, 'parts'),
  };
}

/** The class header of an element, for its docs page. */
export function descriptionOf(tagName: string, manifest: Manifest): string | undefined {
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find((declaration) => declaration.tagName === tagName)?.description;
}

function rows(entries: readonly Entry[] = [], category: string): ArgTypes {
  return Object.fromEntries(
    entries
      .filter(({ description }) => description !== undefined)
      .map((entry) => [`${category} ${entry.name}`, { ...row(entry, category), control: false as const }]),
  );
}

const CONTROLS = new Map([
  ['boolean', 'boolean'],
  ['number', 'number'],
  ['string | null', 'text'],
  ['unknown', 'object'],
] as const);

function row({ name, description, default: initial, type }: Entry, category: string): ArgTypes[string] {
  const control = CONTROLS.get(type?.text as never);
  return {
    name: name || '(default)',
    ...(description !== undefined && { description }),
    control: control ?? false,
    table: {
      category,
      ...(type && { type: { summary: type.text } }),
      ...(initial !== undefined && { defaultValue: { summary: initial } }),
    },
  };
}
