import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../../src/index.js';
import '../../src/index.js';
import { withHost, type PretendedHost } from '../pretended-host.js';
import dynamicsNewLeads from './dynamics-new-leads.json' with { type: 'json' };
import hubspotNewDeals from './hubspot-new-deals.json' with { type: 'json' };
import salesforceNewLeads from './salesforce-new-leads.json' with { type: 'json' };
import { does } from './played.js';

/** A chance came in. The next step is made where the news of it is. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Connectors/Sales',
  component: 'mf-card',
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

/** Notification when a new lead is assigned to the user. Create a task or log a call. */
export const DynamicsNewLeads: Story = {
  name: 'Microsoft Dynamics: New leads',
  args: { card: dynamicsNewLeads },
};

export const DynamicsNewLeadsWorked: Story = {
  ...DynamicsNewLeads,
  name: '↳ task created, call logged',
  tags: ['!autodocs'],
  play: does(
    {
      press: 'Create a task',
      enter: { Task: 'Send references', Due: '2026-11-27' },
      says: 'Task created',
      sent: { subject: 'Send references', due: '2026-11-27' },
    },
    {
      press: 'Log a call',
      enter: { Result: 'Reached', Notes: 'Wants a visit in week 50.' },
      says: 'Call logged',
      sent: { result: 'reached', notes: 'Wants a visit in week 50.' },
    },
  ),
};

/** Notification when a new lead is assigned to the user. Create a task or log a call. */
export const SalesforceNewLeads: Story = {
  name: 'Salesforce: New leads',
  args: { card: salesforceNewLeads },
};

export const SalesforceNewLeadsWorked: Story = {
  ...SalesforceNewLeads,
  name: '↳ call logged, task created',
  tags: ['!autodocs'],
  play: does(
    {
      press: 'Log a call',
      enter: { Subject: 'First call' },
      says: 'Call logged',
      sent: { subject: 'First call', notes: '' },
    },
    {
      press: 'Create a task',
      enter: { Task: 'Send a quote' },
      says: 'Task created',
      sent: { subject: 'Send a quote', due: '' },
    },
  ),
};

/** Notification when a new deal is assigned to the user. Add a note or log a call. */
export const HubspotNewDeals: Story = {
  name: 'HubSpot: New deals',
  args: { card: hubspotNewDeals },
  globals: { language: 'pt-BR' },
};

export const HubspotNewDealsWorked: Story = {
  ...HubspotNewDeals,
  name: '↳ note added, call logged',
  tags: ['!autodocs'],
  play: does(
    {
      press: 'Adicionar nota',
      enter: { Nota: 'Proposta até sexta.' },
      says: 'Nota adicionada',
      sent: { body: 'Proposta até sexta.' },
    },
    {
      press: 'Registrar ligação',
      enter: { Resultado: 'Atendeu', Resumo: 'Querem visita.' },
      says: 'Ligação registrada',
      sent: { outcome: 'connected', body: 'Querem visita.' },
    },
  ),
};
