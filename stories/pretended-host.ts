import type { ArgTypes } from '@storybook/web-components-vite';
import type { MfCard } from '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { renderCard } from './render.js';

/** How the host of a story answers, in the words of its control. */
const hosts = {
  'takes it': mockTransport({ delay: 600 }),
  'refuses it': mockTransport({
    delay: 600,
    answer: {
      kind: 'failed',
      title: 'Already decided',
      text: 'A colleague was faster: nothing is left to do here.',
    },
  }),
  'asks for a new sign-in': mockTransport({ delay: 600, answer: { kind: 'auth-required' } }),
  'never answers': mockTransport({ answer: 'never' }),
  'is not there': null,
};

export interface PretendedHost {
  host?: keyof typeof hosts;
}

/** The control of it. */
export const hostControl = {
  host: {
    description: 'What becomes of an action. Not a property: the host of this story is pretended.',
    control: 'select',
    options: Object.keys(hosts),
    table: { category: 'this story' },
  },
} satisfies ArgTypes;

/** The card, with a host that answers so. */
export function renderWithHost(args: Partial<MfCard> & PretendedHost) {
  return renderCard({ ...args, transport: hosts[args.host ?? 'takes it'] });
}

/** What all stories of a card with a pretended host begin with. */
export const withHost = {
  args: { headingLevel: 2, maxRows: 0, host: 'takes it' },
  argTypes: hostControl,
  render: renderWithHost,
} as const;
