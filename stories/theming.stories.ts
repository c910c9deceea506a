import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { adobeSignAttachments, salesforceDiscount, travelItinerary, workdayTimeOff } from './cards/index.js';
import hub from '../src/themes/hub.css?raw';
import intranet from '../src/themes/intranet.css?raw';
import mail from '../src/themes/mail.css?raw';
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

/** A theme that comes with the package, for one part of the page. */
function themed(name: string, css: string, radius: string): Story {
  return {
    // On a docs page all stories share one page: there the theme must not be that of the others.
    render: (args) =>
      html`<style>
          ${css.replace(':where(:root),', '')}
        </style>
        <div data-mf-theme=${name}>${renderCard(args)}</div>`,
    globals: { theme: 'default' },
    play: async ({ canvasElement }) => {
      const { shown } = await insideCard(canvasElement);
      const { borderRadius } = getComputedStyle(shown.getByRole('button', { name: 'Approve discount' }));
      await expect(borderRadius).toBe(radius);
    },
  };
}

/** `mf-card/themes/hub.css`: roomy and round, for a phone or a portal. */
export const Hub: Story = themed('hub', hub, '24px');

/** `mf-card/themes/intranet.css`: dense and plain, for a column of an intranet. */
export const Intranet: Story = themed('intranet', intranet, '2px');

/** `mf-card/themes/mail.css`: flat, for cards among messages. */
export const Mail: Story = themed('mail', mail, '20px');

/** A page can style what has become of a card, too: here a decided one keeps only its head and its result. */
export const States: Story = {
  args: { card: workdayTimeOff, transport: mockTransport({ delay: 0 }) },
  render: (args) =>
    html`<style>
        .states mf-card:state(done)::part(facts) {
          display: none;
        }
      </style>
      <div class="states">${renderCard(args)}</div>`,
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText('Working days')).toBeVisible();
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await userEvent.click(await shown.findByRole('button', { name: 'Submit' }));
    await shown.findByText('Approved', { selector: 'p *' });
    await expect(shown.getByText('Working days')).not.toBeVisible();
  },
};

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
