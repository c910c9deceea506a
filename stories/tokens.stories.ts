import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, waitFor, within } from 'storybook/test';
import neutral from '../src/themes/neutral.css?raw';
import type { Manifest } from '../.storybook/arg-types.js';

/**
 * What cards are made of, in three layers: a theme's palette, the roles it is used for, and single parts of a card. Each is
 * shown with its value as it is now: choose a theme and a scheme in the toolbar. A host sets roles, and components where a
 * part is to differ from its role.
 */
const meta: Meta = { title: 'Tokens', parameters: { width: 'none' } };

export default meta;
type Story = StoryObj;

// Written by `npm run manifest`; without it there are no descriptions.
const [manifest = { modules: [] }] = Object.values(
  import.meta.glob<Manifest>('../dist/custom-elements.json', { eager: true, import: 'default' }),
);
const described = new Map(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ cssProperties = [] }) => cssProperties)
    .map(({ name, description }) => [name, description ?? '']),
);

/** Names by layer, as the default theme spells them out. */
const [reference = [], roles = [], components = []] = neutral
  .split('/*')
  .slice(-3)
  .map((layer) => Array.from(layer.matchAll(/^\s+(--mf-[\w-]+):/gm), ([, name = '']) => name));

/** Of a colour of the palette: the roles that it plays. */
function usesOf(name: string): string {
  const uses = Array.from(neutral.matchAll(/^\s+(--mf-[\w-]+): (.*);$/gm))
    .filter(([, , value = '']) => value === `var(${name})`)
    .map(([, role]) => role);
  return `Of the palette, for ${uses.join(', ')}.`;
}

/** For a page to begin with: what the default theme has. */
function snippetOf(names: readonly string[]): string {
  const values = new Map(
    Array.from(neutral.matchAll(/^\s+(--mf-[\w-]+): ([^;]*);/gm), ([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const set = names.map(
    (name) =>
      `    ${name}: ${values.get(name)?.replace(/var\((--mf-ref-[\w-]+)\)/g, (_, ref: string) => values.get(ref) ?? '')};\n`,
  );
  return `<style>\n  :root {\n${set.join('')}  }\n</style>\n`;
}

function layer(names: readonly string[]): Story {
  return {
    parameters: { snippet: snippetOf(names) },
    render: (_, { globals }) => {
      const theme = globals.theme === 'default' ? 'neutral' : String(globals.theme);
      return html`<style>
          ${theme === 'neutral' ? neutral : nothing} .tokens {
            display: grid;
            grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
            gap: 1rem 1.5rem;
            margin: 0;
            padding: 0;
            list-style: none;
            font:
              0.875rem/1.45 system-ui,
              sans-serif;
          }
          .tokens li {
            display: grid;
            grid-template-columns: 2.5rem minmax(0, 1fr);
            gap: 0.125rem 0.75rem;
            align-items: start;
            overflow-wrap: anywhere;
          }
          .tokens code {
            font-weight: 600;
          }
          .tokens p {
            grid-column: 2;
            margin: 0;
          }
          .tokens i {
            grid-row: span 3;
            overflow: hidden;
            inline-size: 2.5rem;
            block-size: 2.5rem;
            border-radius: 0.5rem;
          }
          .tokens .colour {
            border: 1px solid light-dark(#0003, #fff4);
          }
          .tokens .length {
            display: grid;
            align-content: center;
            background: light-dark(#0000000d, #ffffff1a);
          }
          .tokens .length::before {
            content: '';
            inline-size: var(--shown);
            block-size: 0.375rem;
            background: currentcolor;
          }
        </style>
        <ul class="tokens" data-mf-theme=${theme}>
          ${names.map(
            (name) =>
              html`<li>
                <i aria-hidden="true"></i>
                <code>${name}</code>
                <p>${described.get(name) ?? usesOf(name)}</p>
                <p data-token=${name} ${ref((element) => measure(element))}></p>
              </li>`,
          )}
        </ul>`;
    },
  };
}

/** Shows what a token is now: colours as they are painted, lengths in px, all else as it is written. */
function measure(element: Element | undefined): void {
  requestAnimationFrame(() => {
    if (!(element instanceof HTMLElement) || !element.isConnected) return;
    const { token = '' } = element.dataset;
    const swatch = element.parentElement?.querySelector('i');
    const written = getComputedStyle(element).getPropertyValue(token).trim();
    const kind = CSS.supports('color', written)
      ? 'colour'
      : written !== 'inherit' && CSS.supports('width', written)
        ? 'length'
        : '';
    if (!swatch) return;
    swatch.className = kind;
    swatch.style.background = kind === 'colour' ? `var(${token})` : '';
    swatch.style.setProperty('--shown', kind === 'length' ? `var(${token})` : '0');
    const drawn = getComputedStyle(swatch, kind === 'length' ? '::before' : null);
    element.textContent =
      kind === 'colour'
        ? drawn.backgroundColor
        : kind === 'length'
          ? `${written}, here ${drawn.inlineSize}`
          : written;
  });
}

const valueOf = (canvas: HTMLElement, token: string) =>
  canvas.querySelector(`[data-token="${token}"]`)?.textContent ?? '';

/** A theme's palette. Only the roles of the theme use it. */
export const Reference: Story = layer(reference);

/** What a colour or a measure is for. */
export const Roles: Story = {
  ...layer(roles),
  globals: { scheme: 'light', theme: 'default' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(valueOf(canvasElement, '--mf-accent')).toBe('rgb(43, 64, 156)'));
    await waitFor(() => expect(valueOf(canvasElement, '--mf-space')).toBe('0.5rem, here 8px'));
    await expect(within(canvasElement).getAllByRole('listitem')).toHaveLength(roles.length);
  },
};

/** The same in the dark, with another theme. */
export const RolesOfHubInTheDark: Story = {
  ...layer(roles),
  globals: { scheme: 'dark', theme: 'hub' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(valueOf(canvasElement, '--mf-accent')).toBe('rgb(124, 196, 245)'));
  },
};

/** One part of a card each; what is not set follows from a role. */
export const Components: Story = layer(components);
