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
  readonly static?: boolean;
  readonly readonly?: boolean;
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
  const properties = (element.members ?? []).filter((member) => member.kind === 'field' && !member.static);
  return {
    ...Object.fromEntries(properties.map((member) => [member.name, propertyRow(member)])),
    ...rows(element.attributes, 'attributes'),
    ...rows(element.events, 'events'),
    ...rows(element.slots, 'slots', (name) => (name ? `slot "${name}"` : 'default slot')),
    ...rows(element.cssProperties, 'tokens'),
    ...rows(element.cssParts, 'parts', (name) => `::part(${name})`),
  };
}

/** The class header of an element, for its docs page. */
export function descriptionOf(tagName: string, manifest: Manifest): string | undefined {
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find((declaration) => declaration.tagName === tagName)?.description;
}

const CONTROLS = new Map([
  ['boolean', 'boolean'],
  ['number', 'number'],
  ['string | null', 'text'],
  ['unknown', 'object'],
] as const);

function propertyRow(member: Member): ArgTypes[string] {
  const control = member.readonly ? undefined : CONTROLS.get(member.type?.text as never);
  return { ...row(member, 'properties'), control: control ? { type: control } : { disable: true } };
}

function rows(
  entries: readonly Entry[] = [],
  category: string,
  nameOf: (name: string) => string = String,
): ArgTypes {
  return Object.fromEntries(
    entries.map((entry) => [
      `${category} ${entry.name}`,
      { ...row(entry, category), name: nameOf(entry.name) },
    ]),
  );
}

function row({ name, description, default: initial, type }: Entry, category: string): ArgTypes[string] {
  return {
    name,
    ...(description !== undefined && { description }),
    control: { disable: true },
    table: {
      category,
      ...(type && { type: { summary: type.text } }),
      ...(initial !== undefined && { defaultValue: { summary: initial } }),
    },
  };
}
