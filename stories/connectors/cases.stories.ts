import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../../src/index.js';
import '../../src/index.js';
import { withHost, type PretendedHost } from '../pretended-host.js';
import dynamicsCaseResolution from './dynamics-case-resolution.json' with { type: 'json' };
import hubspotNewTickets from './hubspot-new-tickets.json' with { type: 'json' };
import salesforceCaseResolution from './salesforce-case-resolution.json' with { type: 'json' };
import zendeskTicketResolution from './zendesk-ticket-resolution.json' with { type: 'json' };
import { does } from './played.js';

/** A customer waits. The case can be ended, or moved on, from the card. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Connectors/Cases and tickets',
  component: 'mf-card',
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

/** Notification when a new case is assigned to the user. Resolve or cancel the case. */
export const DynamicsCaseResolution: Story = {
  name: 'Microsoft Dynamics: Case resolution',
  args: { card: dynamicsCaseResolution },
};

export const DynamicsCaseResolutionResolved: Story = {
  ...DynamicsCaseResolution,
  name: '↳ resolved',
  tags: ['!autodocs'],
  play: does({
    press: 'Resolve',
    enter: { Resolution: 'Problem solved', 'What was done': 'Heater set to 6 °C.', 'Billable minutes': '45' },
    says: 'Resolved',
    gone: ['Cancel the case'],
    sent: { type: 'solved', resolution: 'Heater set to 6 °C.', minutes: '45' },
  }),
};

export const DynamicsCaseResolutionCancelled: Story = {
  ...DynamicsCaseResolution,
  name: '↳ cancelled',
  tags: ['!autodocs'],
  play: does({
    press: 'Cancel the case',
    enter: { Reason: 'Reported twice.' },
    says: 'Cancelled',
    gone: ['Resolve'],
    sent: { reason: 'Reported twice.' },
  }),
};

/** Notification when a new case is assigned to the user. Add comments or close the case. */
export const SalesforceCaseResolution: Story = {
  name: 'Salesforce: Case resolution',
  args: { card: salesforceCaseResolution },
};

export const SalesforceCaseResolutionClosed: Story = {
  ...SalesforceCaseResolution,
  name: '↳ commented, closed',
  tags: ['!autodocs'],
  play: does(
    {
      press: 'Add comment',
      enter: { Comment: 'Credit note is on its way.' },
      says: 'Comment added',
      sent: { text: 'Credit note is on its way.' },
    },
    {
      press: 'Close the case',
      enter: { Reason: 'Credited' },
      says: 'Closed',
      gone: ['Close the case'],
      sent: { reason: 'credited' },
    },
  ),
};

/** Notification when a new ticket is assigned to the user. Solve ticket or mark as pending. */
export const ZendeskTicketResolution: Story = {
  name: 'Zendesk: Ticket resolution',
  args: { card: zendeskTicketResolution },
};

export const ZendeskTicketResolutionSolved: Story = {
  ...ZendeskTicketResolution,
  name: '↳ solved',
  tags: ['!autodocs'],
  play: does({
    press: 'Solve',
    enter: { Answer: 'Your filter dropped it; allowed now.' },
    says: 'Solved',
    gone: ['Mark as pending'],
    sent: { comment: 'Your filter dropped it; allowed now.' },
  }),
};

export const ZendeskTicketResolutionPending: Story = {
  ...ZendeskTicketResolution,
  name: '↳ marked as pending',
  tags: ['!autodocs'],
  play: does({
    press: 'Mark as pending',
    enter: { 'Question to the customer': 'Which filter?' },
    says: 'Pending',
    gone: ['Solve'],
    sent: { comment: 'Which filter?' },
  }),
};

/** Notification when a new ticket is assigned to the user. Add a note or log a call. */
export const HubspotNewTickets: Story = { name: 'HubSpot: New tickets', args: { card: hubspotNewTickets } };

export const HubspotNewTicketsWorked: Story = {
  ...HubspotNewTickets,
  name: '↳ note added, call logged',
  tags: ['!autodocs'],
  play: does(
    {
      press: 'Add a note',
      enter: { Note: 'Logo asked for.' },
      says: 'Note added',
      sent: { body: 'Logo asked for.' },
    },
    {
      press: 'Log a call',
      enter: { Outcome: 'Left a message' },
      says: 'Call logged',
      sent: { outcome: 'voicemail', body: '' },
    },
  ),
};
