import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { boxerExpense } from './cards/index.js';
import jiraInMail from './context/jira-in-mail.json' with { type: 'json' };
import orderInMail from './context/order-in-mail.json' with { type: 'json' };
import salesforceSender from './context/salesforce-sender.json' with { type: 'json' };
import { insideCard } from './play.js';
import { hostControl, renderWithHost, type PretendedHost } from './pretended-host.js';
import { sample } from './samples.js';

/** Beside what somebody reads or writes: the record that is named there. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Cards/Contextual',
  component: 'mf-card',
  tags: ['!autodocs'],
  args: { headingLevel: 3, host: 'takes it' },
  argTypes: hostControl,
  render: renderWithHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

/** A mail names an issue: its state is told without leaving the mail. */
export const IssueNamedInAMail: Story = { args: { card: jiraInMail } };

/** Who wrote it, as the customer system knows them. */
export const SenderOfAMail: Story = { args: { card: salesforceSender } };

/** A mail names an order: a fact or two, and the way to the rest. */
export const OrderNamedInAMail: Story = { args: { card: orderInMail } };

export const ExpenseInAMail: Story = { ...sample(boxerExpense) };

/** In its place: below the mail that named the order, in a narrow column. */
export const BelowTheMail: Story = {
  args: { card: orderInMail, headingLevel: 3 },
  parameters: { width: '24rem' },
  render: (args) =>
    html`<article style="font-size: 0.9375rem; line-height: 1.5; margin-block-end: 1rem">
        <h2 style="font-size: 1.125rem; margin-block: 0 0.25rem">The third reel</h2>
        <p style="margin-block: 0 0.75rem">Katrin Ostermann to you, 8:52</p>
        <p style="margin-block: 0">
          Good morning! The last reel of order 77310 left our works yesterday evening and will be in Rotterdam
          on Thursday. Sorry for the wait.
        </p>
      </article>
      ${renderWithHost(args)}`,
};

/** The mail becomes a comment of the issue, and the user has not left the mail. */
export const MailAddedToTheIssue: Story = {
  args: { card: jiraInMail },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    const transport = mockTransport();
    element.transport = transport;
    await userEvent.click(shown.getByRole('button', { name: 'Add this mail as a comment' }));
    await userEvent.type(await shown.findByRole('textbox'), 'Their log of last night is attached.');
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText('Added to CRANE-3140', { selector: 'p *' })).toBeVisible();
    await expect(transport.requests.at(-1)?.body).toContain('mail=AAMkAGI2');
  },
};
