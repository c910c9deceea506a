import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { adobeSignAttachments, salesforceDiscount, travelItinerary, workdayTimeOff } from './cards/index.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';
import { withoutRemotePictures } from './wire.js';

/** A host sets custom properties, styles parts, and gives the card whatever room it has. */
const meta: Meta<MfCard> = {
  title: 'Themes',
  component: 'mf-card',
  args: { card: salesforceDiscount, transport: mockTransport({ delay: 600 }) },
  render: renderCard,
};

export default meta;
type Story = StoryObj<MfCard>;

/** Nothing is set, and the page is light. */
export const DefaultLight: Story = { globals: { scheme: 'light' } };

/** Nothing is set but `color-scheme: dark` on the page. */
export const DefaultDark: Story = { globals: { scheme: 'dark' } };

/** Ten lines of a host make the card its own. */
export const HostTheme: Story = {
  render: (args) =>
    html`<style>
        .harbour {
          --mf-accent: #00695c;
          --mf-on-accent: #ffffff;
          --mf-surface: #fffdf7;
          --mf-surface-inset: #f3eee0;
          --mf-text: #2a2417;
          --mf-text-muted: #655b47;
          --mf-line: #e2d9c3;
          --mf-font: Georgia, 'Noto Serif', serif;
          --mf-radius: 0;
          --mf-shadow: none;
        }
      </style>
      <div class="harbour">${renderCard(args)}</div>`,
  globals: { scheme: 'light' },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    const { backgroundColor } = getComputedStyle(shown.getByRole('button', { name: 'Approve discount' }));
    await expect(backgroundColor).toBe('rgb(0, 105, 92)');
  },
};

/** `::part()` reaches what no custom property does: here the title, the values and the primary action. */
export const Parts: Story = {
  render: (args) =>
    html`<style>
        .parts mf-card::part(title) {
          font-size: 1.5rem;
          letter-spacing: 0;
        }
        .parts mf-card::part(fact-value) {
          text-align: end;
        }
        .parts mf-card::part(actions) {
          flex-direction: column;
          align-items: stretch;
        }
        .parts mf-card::part(primary) {
          border-radius: 2rem;
        }
      </style>
      <div class="parts">${renderCard(args)}</div>`,
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    const { borderRadius } = getComputedStyle(shown.getByRole('button', { name: 'Approve discount' }));
    await expect(borderRadius).toBe('32px');
  },
};

/** 240 px: a side panel. Labels stand above their values. */
export const Narrow240: Story = {
  args: { card: workdayTimeOff },
  parameters: { width: '240px' },
  play: async ({ canvasElement }) => {
    const { element } = await insideCard(canvasElement);
    await expect(element.scrollWidth).toBeLessThanOrEqual(240);
  },
};

/** 240 px, with files whose names are long. */
export const Narrow240WithFiles: Story = {
  ...Narrow240,
  args: { card: withoutRemotePictures(adobeSignAttachments) },
};

/** 360 px: a phone. */
export const Narrow360: Story = {
  args: { card: travelItinerary },
  parameters: { width: '360px' },
  play: async ({ canvasElement }) => {
    const { element } = await insideCard(canvasElement);
    await expect(element.scrollWidth).toBeLessThanOrEqual(360);
  },
};

/** A page that leaves the card all the room there is. */
export const Wide: Story = { parameters: { width: 'none' } };
