import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import {
  adobeSignAttachments,
  airwatchInstall,
  concurExpense,
  coupaRequisition,
  docusignRtl,
  japaneseLeave,
  jiraComments,
  mfaWireTransfer,
  pagerdutyIncident,
  salesforceDiscount,
  servicenowApproval,
  workdayTimeOff,
} from './cards/index.js';
import { insideCard } from './play.js';
import { withHost, type PretendedHost } from './pretended-host.js';
import { sample } from './samples.js';

/** Something to decide, to answer or to do, here and now. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Cards/Actionable',
  component: 'mf-card',
  tags: ['!autodocs'],
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

export const ExpenseReport: Story = { ...sample(concurExpense) };
export const EquipmentRequest: Story = { ...sample(servicenowApproval) };
export const DiscountApproval: Story = { ...sample(salesforceDiscount) };
export const LeaveRequest: Story = { ...sample(workdayTimeOff) };
export const Requisition: Story = { ...sample(coupaRequisition) };
export const PaymentRelease: Story = { ...sample(mfaWireTransfer) };
export const Agreement: Story = { ...sample(adobeSignAttachments) };
export const BugWithDiscussion: Story = { ...sample(jiraComments) };
export const Incident: Story = { ...sample(pagerdutyIncident) };
export const AppInstallation: Story = { ...sample(airwatchInstall) };
export const AgreementInArabic: Story = { ...sample(docusignRtl), globals: { language: 'ar' } };
export const LeaveRequestInJapanese: Story = { ...sample(japaneseLeave), globals: { language: 'ja' } };

/** One press decides: the card says what became of it, and the other way is gone. */
export const EquipmentApproved: Story = {
  ...sample(servicenowApproval),
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    element.transport = mockTransport();
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await expect(shown.queryByRole('button', { name: 'Reject' })).toBeNull();
  },
};
