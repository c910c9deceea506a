import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../../src/index.js';
import '../../src/index.js';
import { withHost, type PretendedHost } from '../pretended-host.js';
import concurExpenseRequestApproval from './concur-expense-request-approval.json' with { type: 'json' };
import coupaRequisitionRequestApproval from './coupa-requisition-request-approval.json' with { type: 'json' };
import jiraServiceDeskServiceRequestApproval from './jira-service-desk-service-request-approval.json' with { type: 'json' };
import onedriveFileOrFolderRequestApproval from './onedrive-file-or-folder-request-approval.json' with { type: 'json' };
import salesforceDiscountRequestApproval from './salesforce-discount-request-approval.json' with { type: 'json' };
import servicenowItTicketApproval from './servicenow-it-ticket-approval.json' with { type: 'json' };
import workdayAbsenceRequestApproval from './workday-absence-request-approval.json' with { type: 'json' };
import workdayEmployeeDataChangeApproval from './workday-employee-data-change-approval.json' with { type: 'json' };
import zendeskTaskApproval from './zendesk-task-approval.json' with { type: 'json' };
import { does } from './played.js';

/** Somebody waits for a yes or a no. The reason travels with it. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Connectors/Approvals',
  component: 'mf-card',
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

/** Approve or deny discount requests and add comments. */
export const SalesforceDiscountRequestApproval: Story = {
  name: 'Salesforce: Discount request approval',
  args: { card: salesforceDiscountRequestApproval },
};

export const SalesforceDiscountRequestApprovalApproved: Story = {
  ...SalesforceDiscountRequestApproval,
  name: '↳ approved',
  tags: ['!autodocs'],
  play: does({
    press: 'Approve discount',
    enter: { Comment: 'Fine for phase 2.' },
    says: 'Discount approved',
    gone: ['Deny'],
    sent: { comment: 'Fine for phase 2.' },
  }),
};

export const SalesforceDiscountRequestApprovalDenied: Story = {
  ...SalesforceDiscountRequestApproval,
  name: '↳ denied',
  tags: ['!autodocs'],
  play: does({
    press: 'Deny',
    enter: { Reason: 'The margin is too thin.' },
    says: 'Denied',
    gone: ['Approve discount'],
    sent: { reason: 'The margin is too thin.' },
  }),
};

/** Approve or deny IT ticket requests and add comments. */
export const ServicenowItTicketApproval: Story = {
  name: 'ServiceNow: IT ticket approval',
  args: { card: servicenowItTicketApproval },
};

export const ServicenowItTicketApprovalApproved: Story = {
  ...ServicenowItTicketApproval,
  name: '↳ approved',
  tags: ['!autodocs'],
  play: does({
    press: 'Approve',
    enter: { Comments: 'For one week only.' },
    says: 'Approved',
    gone: ['Deny'],
    sent: { comments: 'For one week only.' },
  }),
};

export const ServicenowItTicketApprovalDenied: Story = {
  ...ServicenowItTicketApproval,
  name: '↳ denied',
  tags: ['!autodocs'],
  play: does({
    press: 'Deny',
    enter: { Comments: 'Use the test bench account.' },
    says: 'Denied',
    gone: ['Approve'],
    sent: { comments: 'Use the test bench account.' },
  }),
};

/** Approve or deny expense requests and add comments. */
export const ConcurExpenseRequestApproval: Story = {
  name: 'Concur: Expense request approval',
  args: { card: concurExpenseRequestApproval },
};

export const ConcurExpenseRequestApprovalApproved: Story = {
  ...ConcurExpenseRequestApproval,
  name: '↳ approved',
  tags: ['!autodocs'],
  play: does({
    press: 'Approve',
    enter: { Comment: 'Thank you, Jonas.' },
    says: 'Approved',
    gone: ['Deny'],
    sent: { comment: 'Thank you, Jonas.' },
  }),
};

export const ConcurExpenseRequestApprovalDenied: Story = {
  ...ConcurExpenseRequestApproval,
  name: '↳ denied',
  tags: ['!autodocs'],
  play: does({
    press: 'Deny',
    enter: { Comment: 'Please add the receipt.' },
    says: 'Denied',
    gone: ['Approve'],
    sent: { comment: 'Please add the receipt.' },
  }),
};

/** Approve or deny a requisition request and add comments. */
export const CoupaRequisitionRequestApproval: Story = {
  name: 'Coupa: Requisition request approval',
  args: { card: coupaRequisitionRequestApproval },
};

export const CoupaRequisitionRequestApprovalApproved: Story = {
  ...CoupaRequisitionRequestApproval,
  name: '↳ approved',
  tags: ['!autodocs'],
  play: does({
    press: 'Approve',
    enter: { Comment: 'Order the case later.' },
    says: 'Approved',
    gone: ['Deny'],
    sent: { comment: 'Order the case later.' },
  }),
};

export const CoupaRequisitionRequestApprovalDenied: Story = {
  ...CoupaRequisitionRequestApproval,
  name: '↳ denied',
  tags: ['!autodocs'],
  play: does({
    press: 'Deny',
    enter: { Reason: 'Borrow the kit from Tema.' },
    says: 'Denied',
    gone: ['Approve'],
    sent: { reason: 'Borrow the kit from Tema.' },
  }),
};

/** Approve or deny service requests and add comments. */
export const JiraServiceDeskServiceRequestApproval: Story = {
  name: 'Jira Service Desk: Service request approval',
  args: { card: jiraServiceDeskServiceRequestApproval },
};

export const JiraServiceDeskServiceRequestApprovalApproved: Story = {
  ...JiraServiceDeskServiceRequestApproval,
  name: '↳ approved',
  tags: ['!autodocs'],
  play: does({
    press: 'Approve',
    enter: { Comment: 'Second approval.' },
    says: 'Approved',
    gone: ['Decline'],
    sent: { comment: 'Second approval.' },
  }),
};

export const JiraServiceDeskServiceRequestApprovalDeclined: Story = {
  ...JiraServiceDeskServiceRequestApproval,
  name: '↳ declined',
  tags: ['!autodocs'],
  play: does({
    press: 'Decline',
    enter: { Comment: 'Ask for it by month.' },
    says: 'Declined',
    gone: ['Approve'],
    sent: { comment: 'Ask for it by month.' },
  }),
};

/** Approve or deny a time-off request and add comments. */
export const WorkdayAbsenceRequestApproval: Story = {
  name: 'Workday: Absence request approval',
  args: { card: workdayAbsenceRequestApproval },
};

export const WorkdayAbsenceRequestApprovalApproved: Story = {
  ...WorkdayAbsenceRequestApproval,
  name: '↳ approved',
  tags: ['!autodocs'],
  play: does({
    press: 'Approve',
    enter: { Comment: 'Enjoy!' },
    says: 'Approved',
    gone: ['Deny'],
    sent: { comment: 'Enjoy!' },
  }),
};

export const WorkdayAbsenceRequestApprovalDenied: Story = {
  ...WorkdayAbsenceRequestApproval,
  name: '↳ denied',
  tags: ['!autodocs'],
  play: does({
    press: 'Deny',
    enter: { Comment: 'Léa is away until the 31st.' },
    says: 'Denied',
    gone: ['Approve'],
    sent: { comment: 'Léa is away until the 31st.' },
  }),
};

/** Approve or deny manager, cost centre, job profile, promotion and business title changes and add comments. */
export const WorkdayEmployeeDataChangeApproval: Story = {
  name: 'Workday: Employee Data Change Approval',
  args: { card: workdayEmployeeDataChangeApproval },
};

export const WorkdayEmployeeDataChangeApprovalApproved: Story = {
  ...WorkdayEmployeeDataChangeApproval,
  name: '↳ approved',
  tags: ['!autodocs'],
  play: does({
    press: 'Approve',
    enter: { Comment: 'Well earned.' },
    says: 'Approved',
    gone: ['Deny'],
    sent: { comment: 'Well earned.' },
  }),
};

export const WorkdayEmployeeDataChangeApprovalDenied: Story = {
  ...WorkdayEmployeeDataChangeApproval,
  name: '↳ denied',
  tags: ['!autodocs'],
  play: does({
    press: 'Deny',
    enter: { Comment: 'The cost centre closes in March.' },
    says: 'Denied',
    gone: ['Approve'],
    sent: { comment: 'The cost centre closes in March.' },
  }),
};

/** Approve a file or folder access request with read-only or editing rights. */
export const OnedriveFileOrFolderRequestApproval: Story = {
  name: 'Microsoft OneDrive: File or folder request approval',
  args: { card: onedriveFileOrFolderRequestApproval },
};

export const OnedriveFileOrFolderRequestApprovalApproved: Story = {
  ...OnedriveFileOrFolderRequestApproval,
  name: '↳ approved for reading',
  tags: ['!autodocs'],
  play: does({
    press: 'Approve',
    enter: { 'Omar may': 'Read', Message: 'Until June.' },
    says: 'Access given',
    gone: ['Deny'],
    sent: { rights: 'read', message: 'Until June.' },
  }),
};

export const OnedriveFileOrFolderRequestApprovalDenied: Story = {
  ...OnedriveFileOrFolderRequestApproval,
  name: '↳ denied',
  tags: ['!autodocs'],
  play: does({
    press: 'Deny',
    enter: { Message: 'Ask Rana for the report.' },
    says: 'Denied',
    gone: ['Approve'],
    sent: { message: 'Ask Rana for the report.' },
  }),
};

/** Approve or deny task requests and add comments. */
export const ZendeskTaskApproval: Story = {
  name: 'Zendesk: Task approval',
  args: { card: zendeskTaskApproval },
  globals: { language: 'de' },
};

export const ZendeskTaskApprovalApproved: Story = {
  ...ZendeskTaskApproval,
  name: '↳ approved',
  tags: ['!autodocs'],
  play: does({
    press: 'Genehmigen',
    enter: { Kommentar: 'Einmalig.' },
    says: 'Genehmigt',
    gone: ['Ablehnen'],
    sent: { comment: 'Einmalig.' },
  }),
};

export const ZendeskTaskApprovalDenied: Story = {
  ...ZendeskTaskApproval,
  name: '↳ denied',
  tags: ['!autodocs'],
  play: does({
    press: 'Ablehnen',
    enter: { Begründung: 'Der Vertrag schließt es aus.' },
    says: 'Abgelehnt',
    gone: ['Genehmigen'],
    sent: { comment: 'Der Vertrag schließt es aus.' },
  }),
};
