import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { setServerTime, type MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { concurExpense } from './cards/index.js';
import { STORY_TIME } from './clock.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';
import { hoursFromNow, withoutRemotePictures } from './wire.js';

/**
 * What becomes of a card on a page that is left open: the connector sends it again, its dates come, its time passes.
 * Nothing changes under the user's hands, and nothing they typed is lost.
 */
const meta: Meta<MfCard> = { title: 'Actions/In time', component: 'mf-card', render: renderCard };

export default meta;
type Story = StoryObj<MfCard>;

const fields = concurExpense.body.fields.slice(0, 3);
const expense = {
  ...withoutRemotePictures(concurExpense),
  backend_id: 'report-4711',
  creation_date: hoursFromNow(-3.5),
  body: { fields },
};

/** The same expense report, for another amount. */
const changed = {
  ...expense,
  hash: 'another',
  body: {
    fields: [...fields.slice(0, 2), { type: 'GENERAL', title: 'Total Amount', description: 'INR 98,400.00' }],
  },
};

const transport = mockTransport({ answer: () => undefined });

async function openApprove(canvasElement: HTMLElement, text: string) {
  const inside = await insideCard(canvasElement);
  await userEvent.click(inside.shown.getByRole('button', { name: 'Approve' }));
  if (text) await userEvent.type(await inside.shown.findByRole('textbox', { name: 'Comment' }), text);
  return inside;
}

/** A new version came while nobody was at the card. It is marked until it was in view for some seconds, or is used. */
export const Updated: Story = {
  args: { card: expense, transport },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    element.card = changed;
    await expect(await shown.findByText('Updated')).toBeVisible();
    await expect(shown.getByText('INR 98,400.00')).toBeVisible();
  },
};

/** A new version came while the user was typing: it waits until they are done, or ask for it. */
export const UpdateWaits: Story = {
  args: { card: expense, transport },
  play: async ({ canvasElement }) => {
    const { element, shown, focused } = await openApprove(canvasElement, 'Within the budget');
    element.card = changed;
    await expect(await shown.findByText('This card was updated.', { selector: 'span' })).toBeVisible();
    await expect(shown.queryByText('INR 98,400.00')).toBeNull();
    await expect(focused()).toBe('Comment');
  },
};

/** What was typed is still there when the new version is shown. */
export const UpdateShown: Story = {
  args: { card: expense, transport },
  play: async (context) => {
    await UpdateWaits.play?.(context);
    const { shown, focused } = await insideCard(context.canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Show' }));
    await expect(await shown.findByText('INR 98,400.00')).toBeVisible();
    await expect(shown.getByRole('textbox', { name: 'Comment' })).toHaveValue('Within the budget');
    await waitFor(() => expect(focused()).toBe('Comment'));
  },
};

/** The time of the card passes while the user is typing. It stays, and says why it can't be sent any more. */
export const ExpiredWhileEditing: Story = {
  args: { card: { ...expense, expiration_date: hoursFromNow(2) }, transport },
  play: async ({ canvasElement }) => {
    const { shown } = await openApprove(canvasElement, 'Within the budget');
    setServerTime(STORY_TIME + 3 * 3_600_000);
    await expect(await shown.findByText(/^This card has expired/, { selector: 'span' })).toBeVisible();
    await expect(shown.getByRole('textbox', { name: 'Comment' })).toHaveValue('Within the budget');
    await expect(shown.getByRole('button', { name: 'Submit' })).toHaveAttribute('aria-disabled', 'true');
  },
};

/** It has expired before it came. By itself on a page it can still be read; a feed leaves it out. */
export const Expired: Story = {
  args: { card: { ...expense, expiration_date: hoursFromNow(-30) }, transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText('Expired yesterday')).toBeVisible();
    await expect(shown.getByRole('button', { name: 'Approve' })).toHaveAccessibleDescription(
      'This card has expired. Its actions can’t be used any more.',
    );
  },
};
