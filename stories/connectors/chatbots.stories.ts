import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../../src/index.js';
import '../../src/index.js';
import { withHost, type PretendedHost } from '../pretended-host.js';
import linkedinLearningChatViewCourses from './linkedin-learning-chat-view-courses.json' with { type: 'json' };
import servicenowChatCreateATicket from './servicenow-chat-create-a-ticket.json' with { type: 'json' };
import servicenowChatOrderDevices from './servicenow-chat-order-devices.json' with { type: 'json' };
import servicenowChatViewMyTickets from './servicenow-chat-view-my-tickets.json' with { type: 'json' };
import uemChatSynchronizeDevice from './uem-chat-synchronize-device.json' with { type: 'json' };
import { does, opens } from './played.js';

/** What a bot says in a conversation, with what the user may answer. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Connectors/Chatbots',
  component: 'mf-card',
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

/** Show devices available in the catalog by category. Add devices to the cart and checkout. File a ticket for the user. */
export const ServicenowChatOrderDevices: Story = {
  name: 'ServiceNow: Order devices',
  args: { card: servicenowChatOrderDevices },
};

export const ServicenowChatOrderDevicesOrdered: Story = {
  ...ServicenowChatOrderDevices,
  name: '↳ added to the cart, checked out',
  tags: ['!autodocs'],
  play: does(
    { press: 'Add to cart', enter: { Keyboard: 'German' }, says: 'Completed', sent: { keyboard: 'de' } },
    { press: 'Check out', says: 'Completed', sent: {} },
  ),
};

/** File an IT ticket for a user. */
export const ServicenowChatCreateATicket: Story = {
  name: 'ServiceNow: Create a ticket',
  args: { card: servicenowChatCreateATicket },
};

export const ServicenowChatCreateATicketFiled: Story = {
  ...ServicenowChatCreateATicket,
  name: '↳ filed',
  tags: ['!autodocs'],
  play: does({
    press: 'File a ticket',
    enter: { 'What is wrong?': 'No sound in Fjord', 'How urgent is it?': 'It can wait' },
    says: 'Completed',
    sent: { summary: 'No sound in Fjord', description: '', urgency: '3' },
  }),
};

/** Show the most recent and open tickets. */
export const ServicenowChatViewMyTickets: Story = {
  name: 'ServiceNow: View my tickets',
  args: { card: servicenowChatViewMyTickets },
};

export const ServicenowChatViewMyTicketsOpened: Story = {
  ...ServicenowChatViewMyTickets,
  name: '↳ opened',
  tags: ['!autodocs'],
  play: opens({ press: 'Open INC0018790', url: 'https://aldervoss.servicenow.example/INC0018790' }),
};

/** Show enrolled devices and synchronize devices to remediate an issue. */
export const UemChatSynchronizeDevice: Story = {
  name: 'Workspace ONE UEM: Synchronize UEM device',
  args: { card: uemChatSynchronizeDevice },
};

export const UemChatSynchronizeDeviceSynchronized: Story = {
  ...UemChatSynchronizeDevice,
  name: '↳ synchronized',
  tags: ['!autodocs'],
  play: does({ press: 'Synchronize', says: 'Completed', sent: {} }),
};

/** Show courses based on a keyword search. */
export const LinkedinLearningChatViewCourses: Story = {
  name: 'LinkedIn Learning: View courses',
  args: { card: linkedinLearningChatViewCourses },
};

export const LinkedinLearningChatViewCoursesOpened: Story = {
  ...LinkedinLearningChatViewCourses,
  name: '↳ searched, opened',
  tags: ['!autodocs'],
  play: does({
    press: 'Search again',
    enter: { 'What would you like to learn?': 'cranes' },
    says: 'Completed',
    sent: { keyword: 'cranes' },
  }),
};
