/*
 * The sample cards, in the order of the gallery.
 *
 * The first three are the example cards of VMware's guide "Workspace ONE mobile flows" (October 2020), with the data that
 * the guide gives them. All others were written for this project: the people, companies and records in them are invented,
 * and the pictures in `media/` are drawn for them and served as `/media/…`.
 */
import adobeSignAttachments from './adobe-sign-attachments.json' with { type: 'json' };
import airwatchInstall from './airwatch-install.json' with { type: 'json' };
import boxerExpense from './boxer-expense.json' with { type: 'json' };
import chatCatalogue from './chat-catalogue.json' with { type: 'json' };
import chatFlatCart from './chat-flat-cart.json' with { type: 'json' };
import chatTicketStatus from './chat-ticket-status.json' with { type: 'json' };
import concurExpense from './concur-expense.json' with { type: 'json' };
import coupaRequisition from './coupa-requisition.json' with { type: 'json' };
import docusignRtl from './docusign-rtl.json' with { type: 'json' };
import faultyCard from './faulty-card.json' with { type: 'json' };
import hubNews from './hub-news.json' with { type: 'json' };
import japaneseLeave from './japanese-leave.json' with { type: 'json' };
import jiraComments from './jira-comments.json' with { type: 'json' };
import linkedinCourse from './linkedin-course.json' with { type: 'json' };
import mfaWireTransfer from './mfa-wire-transfer.json' with { type: 'json' };
import minimal from './minimal.json' with { type: 'json' };
import pagerdutyIncident from './pagerduty-incident.json' with { type: 'json' };
import salesforceDiscount from './salesforce-discount.json' with { type: 'json' };
import servicenowApproval from './servicenow-approval.json' with { type: 'json' };
import townhallBanner from './townhall-banner.json' with { type: 'json' };
import travelItinerary from './travel-itinerary.json' with { type: 'json' };
import workdayTimeOff from './workday-time-off.json' with { type: 'json' };

/** One card of the gallery. */
export interface SampleCard {
  /** The name of the JSON file without its extension. */
  readonly name: string;
  readonly title: string;
  /** What the card shows, in one sentence. */
  readonly about: string;
  /** The card, or the connector response, as it is on the wire. */
  readonly json: unknown;
}

export const sampleCards: readonly SampleCard[] = [
  {
    name: 'concur-expense',
    title: 'Concur: expense report',
    about:
      'An approval with two sections, a receipt and two actions that exclude each other, each with a comment.',
    json: concurExpense,
  },
  {
    name: 'linkedin-course',
    title: 'LinkedIn Learning: new course',
    about: 'An informational card without actions: a linked title and subtitle, and one very long text.',
    json: linkedinCourse,
  },
  {
    name: 'boxer-expense',
    title: 'Boxer: expense in the mail',
    about: 'A connector response with one card, whose id and both action ids are all zeros.',
    json: boxerExpense,
  },
  {
    name: 'servicenow-approval',
    title: 'ServiceNow: equipment request',
    about:
      'Approve with one press, reject with a required reason, and the items as an old-style comment list.',
    json: servicenowApproval,
  },
  {
    name: 'salesforce-discount',
    title: 'Salesforce: discount approval',
    about:
      'The most important card: a due date, tags, related links, a long paragraph and a question that can be asked again.',
    json: salesforceDiscount,
  },
  {
    name: 'workday-time-off',
    title: 'Workday: long-service leave',
    about:
      'A form with a select, a line of text and a textarea, helping texts, length limits, and dates inside descriptions.',
    json: workdayTimeOff,
  },
  {
    name: 'jira-comments',
    title: 'Jira: bug with a discussion',
    about:
      'Eight comments from several time zones, and a comment action that sends JSON and can be repeated.',
    json: jiraComments,
  },
  {
    name: 'travel-itinerary',
    title: 'Concur Travel: itinerary',
    about:
      'An itinerary with a summary and four flights, a check-in that opens elsewhere, and an e-mail input.',
    json: travelItinerary,
  },
  {
    name: 'adobe-sign-attachments',
    title: 'Adobe Sign: agreement',
    about:
      'Files of several types and sizes in two sections, and earlier drafts as a legacy attachment field.',
    json: adobeSignAttachments,
  },
  {
    name: 'townhall-banner',
    title: 'Announcement: town hall',
    about: 'A banner with two pictures and a video on a sticky card that can be dismissed.',
    json: townhallBanner,
  },
  {
    name: 'mfa-wire-transfer',
    title: 'Treasury: payment release',
    about: 'A payment that may only be released once the host has verified who the user is.',
    json: mfaWireTransfer,
  },
  {
    name: 'airwatch-install',
    title: 'AirWatch: app installation',
    about: 'An installation by an app link with its own scheme, and the same through a direct request.',
    json: airwatchInstall,
  },
  {
    name: 'coupa-requisition',
    title: 'Coupa: requisition',
    about: 'A long card, fourteen rows and three sections, that goes away once it is decided.',
    json: coupaRequisition,
  },
  {
    name: 'hub-news',
    title: 'Hub: office news',
    about: 'News in several paragraphs with related links and nothing to decide.',
    json: hubNews,
  },
  {
    name: 'pagerduty-incident',
    title: 'PagerDuty: incident',
    about: 'An overdue incident with an action key and a field type that the format does not know.',
    json: pagerdutyIncident,
  },
  {
    name: 'docusign-rtl',
    title: 'DocuSign: agreement in Arabic',
    about: 'Arabic from right to left, with Latin names, numbers and ids in between.',
    json: docusignRtl,
  },
  {
    name: 'japanese-leave',
    title: 'Leave request in Japanese',
    about: 'Japanese texts in the title, rows, actions and inputs.',
    json: japaneseLeave,
  },
  {
    name: 'chat-ticket-status',
    title: 'Chat: ticket status',
    about:
      'What a bot answers about a ticket: a table with a link, a comment to add, a list to ask for and a page to open.',
    json: chatTicketStatus,
  },
  {
    name: 'chat-catalogue',
    title: 'Chat: device catalogue',
    about:
      'A bot’s list of things to order, one with an accessory, each with its picture, price and own action.',
    json: chatCatalogue,
  },
  {
    name: 'chat-flat-cart',
    title: 'Chat: cart in the older form',
    about:
      'A chat item without itemDetails, whose actions have a member of their own; twice the same thing in the cart.',
    json: chatFlatCart,
  },
  {
    name: 'faulty-card',
    title: 'Faulty expense report',
    about:
      'Wrong on purpose: a number as the title, a field that is text, a bad date, a misspelt member, a script link and an action without a URL.',
    json: faultyCard,
  },
  { name: 'minimal', title: 'Minimal card', about: 'The least there is to show: a title.', json: minimal },
];

export {
  concurExpense,
  linkedinCourse,
  boxerExpense,
  servicenowApproval,
  salesforceDiscount,
  workdayTimeOff,
  jiraComments,
  travelItinerary,
  adobeSignAttachments,
  townhallBanner,
  mfaWireTransfer,
  airwatchInstall,
  coupaRequisition,
  hubNews,
  pagerdutyIncident,
  docusignRtl,
  japaneseLeave,
  chatTicketStatus,
  chatCatalogue,
  chatFlatCart,
  faultyCard,
  minimal,
};
