import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { diagnosticLine, type MfCard, type MfDiagnosticsEvent } from '../src/index.js';
import '../src/index.js';
import { faultyCard, minimal } from './cards/index.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';

/** There is never an empty hole: where a card can't be shown, its place says why. */
const meta: Meta<MfCard> = { title: 'Faults', component: 'mf-card', render: renderCard };

export default meta;
type Story = StoryObj<MfCard>;

/** No card was given yet. What the host has put into the element is shown. */
export const NoCard: Story = {
  render: () => html`<mf-card>Choose a card from the list.</mf-card>`,
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Choose a card from the list.')).toBeVisible();
  },
};

/** The card is sound and has nothing that could be seen. */
export const EmptyCard: Story = {
  args: { card: { ...minimal, header: { title: '' } } },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText('This card has nothing to show.')).toBeVisible();
  },
};

/** The text is no JSON. The notice says where, in lines and columns. */
export const BrokenJson: Story = {
  args: {
    card: `{
  "header": {
    "title": "Travel expense"
    "subtitle": ["Trip to NYC"]
  }
}`,
  },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText('This card can’t be shown.')).toBeVisible();
    await expect(shown.getByText('This card can’t be shown.').closest('[part~=notice]')).toHaveTextContent(
      'Line 4, column 5',
    );
  },
};

/** JSON, but no card. */
export const NotACard: Story = {
  args: { card: '"Travel expense"' },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText(/^There is no card here/)).toBeVisible();
  },
};

/** What was found goes to a list below the card, one line each. */
function list(event: MfDiagnosticsEvent) {
  const found = (event.currentTarget as HTMLElement).querySelector('pre');
  if (found) found.textContent = event.diagnostics.map(diagnosticLine).join('\n');
}

/** A fault costs the part it is in: all that can be read is shown. The host is told what was found, and lists it. */
export const FaultyCard: Story = {
  args: { card: faultyCard },
  render: (args) =>
    html`<div @mf-diagnostics=${list}>
      ${renderCard(args)}
      <pre tabindex="0" aria-label="Findings" style="overflow-x: auto"></pre>
    </div>`,
  play: async ({ canvas, canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    await expect(shown.getByRole('heading', { name: '40718' })).toBeVisible();
    await expect(shown.getByText('Lars Nygaard')).toBeVisible();
    await expect(shown.queryByRole('link', { name: 'Print this report' })).toBeNull();
    await expect(shown.getByRole('button', { name: 'Approve' })).toBeVisible();
    await expect(canvas.getByLabelText('Findings').textContent.split('\n').length).toBe(
      element.diagnostics.length,
    );
  },
};
