import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { salesforceDiscount } from './cards/index.js';
import { hostControl, renderWithHost, type PretendedHost } from './pretended-host.js';

const meta: Meta<MfCard & PretendedHost> = {
  title: 'Cards/Overview',
  component: 'mf-card',
  args: { card: salesforceDiscount, headingLevel: 2, maxRows: 0, host: 'takes it' },
  argTypes: hostControl,
  // The page of the element itself: with all of its tables.
  parameters: { controls: { include: null }, docs: { page: null } },
  render: renderWithHost,
};

export default meta;

/** Everything a card can have, on one that asks for a decision. */
export const DiscountApproval: StoryObj<MfCard & PretendedHost> = {};
