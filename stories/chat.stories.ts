import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { chatCatalogue, chatFlatCart, chatTicketStatus } from './cards/index.js';
import { insideCard } from './play.js';
import { hostControl, renderWithHost, type PretendedHost } from './pretended-host.js';
import { sample } from './samples.js';

/** What a bot says, shows or asks in a conversation. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Cards/Chat',
  component: 'mf-card',
  tags: ['!autodocs'],
  args: { headingLevel: 2, host: 'takes it' },
  argTypes: hostControl,
  render: renderWithHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

export const TicketStatus: Story = { ...sample(chatTicketStatus) };
export const Catalogue: Story = { ...sample(chatCatalogue) };
export const CartInTheOlderForm: Story = { ...sample(chatFlatCart) };

/** The user answers the bot within its own message. */
export const TicketCommented: Story = {
  ...sample(chatTicketStatus),
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    const transport = mockTransport();
    element.transport = transport;
    await userEvent.click(shown.getByRole('button', { name: 'Add a comment' }));
    await userEvent.type(
      await shown.findByRole('textbox', { name: /^What should they know/ }),
      'Dune is taken on Wednesday.',
    );
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText('Completed', { selector: 'p *' })).toBeVisible();
    await expect(transport.requests.at(-1)?.values).toEqual({ comment: 'Dune is taken on Wednesday.' });
  },
};
