import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import { expect } from 'storybook/test';
import { diagnosticLine, type Diagnostic, type MfCard, type MfDiagnosticsEvent } from '../src/index.js';
import '../src/index.js';
import { faultyCard, minimal } from './cards/index.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';
import { pasted } from './snippet.js';

/** There is never an empty hole: where a card can't be shown, its place says why. */
const meta: Meta<MfCard> = { title: 'Faults', component: 'mf-card', render: renderCard };

export default meta;
type Story = StoryObj<MfCard>;

/** No card was given yet. What the host has put into the element is shown. */
export const NoCard: Story = {
  parameters: { snippet: pasted('<mf-card>Choose a card from the list.</mf-card>') },
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

/** What was found goes to a list below the card, in the order of the card. */
function list(event: MfDiagnosticsEvent) {
  const found = (event.currentTarget as HTMLElement).querySelector('ul');
  if (found) render(event.diagnostics.map(row), found);
}

function row(found: Diagnostic) {
  return html`<li
    style="border-inline-start: 3px solid ${TINTS[found.severity]}; padding-inline-start: 0.75rem"
  >
    <code>${diagnosticLine(found)}</code>
  </li>`;
}

const TINTS: Record<Diagnostic['severity'], string> = {
  error: 'light-dark(#b3261e, #f2b8b5)',
  warning: 'light-dark(#8a5a00, #f0c36d)',
  info: 'light-dark(#5b6472, #aab4c3)',
};

/** A fault costs the part it is in: all that can be read is shown. The host is told what was found, and lists it. */
export const FaultyCard: Story = {
  args: { card: faultyCard },
  render: (args) =>
    html`<div @mf-diagnostics=${list}>
      ${renderCard(args)}
      <ul
        aria-label="Findings"
        style="display: grid; gap: 0.75rem; margin-block: 1.5rem; padding: 0; list-style: none; overflow-wrap: anywhere"
      ></ul>
    </div>`,
  play: async ({ canvas, canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    await expect(shown.getByRole('heading', { name: '40718' })).toBeVisible();
    await expect(shown.getByText('Lars Nygaard')).toBeVisible();
    await expect(shown.queryByRole('link', { name: 'Print this report' })).toBeNull();
    await expect(shown.getByRole('button', { name: 'Approve' })).toBeVisible();
    await expect(canvas.getByLabelText('Findings').children.length).toBe(element.diagnostics.length);
  },
};
