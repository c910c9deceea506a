import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { salesforceDiscount } from './cards/index.js';
import { renderCard } from './render.js';

/** How the host answers, in the words of the control. */
const hosts = {
  'takes it': mockTransport({ delay: 600 }),
  'refuses it': mockTransport({
    delay: 600,
    answer: { kind: 'failed', title: 'Already decided', text: 'Léa Fontaine has approved this discount.' },
  }),
  'asks for a new sign-in': mockTransport({ delay: 600, answer: { kind: 'auth-required' } }),
  'never answers': mockTransport({ delay: Infinity }),
  'is not there': null,
};

interface Args extends MfCard {
  host: keyof typeof hosts;
}

const meta: Meta<Args> = {
  title: 'Card/Overview',
  component: 'mf-card',
  args: { card: salesforceDiscount, headingLevel: 2, maxRows: 0, host: 'takes it' },
  argTypes: {
    host: {
      description: 'What becomes of an action. Not a property: the host of this story is pretended.',
      control: 'select',
      options: Object.keys(hosts),
      table: { category: 'this story' },
    },
  },
  // The page of the element itself: with all of its tables.
  parameters: { controls: { include: null }, docs: { page: null } },
  render: ({ host, ...args }) => renderCard({ ...args, transport: hosts[host] }),
};

export default meta;

/** Everything a card can have, on one that asks for a decision. */
export const DiscountApproval: StoryObj<Args> = {};
