import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import {
  adobeSignAttachments,
  airwatchInstall,
  boxerExpense,
  chatCatalogue,
  chatFlatCart,
  chatTicketStatus,
  concurExpense,
  coupaRequisition,
  docusignRtl,
  faultyCard,
  hubNews,
  japaneseLeave,
  jiraComments,
  linkedinCourse,
  mfaWireTransfer,
  minimal,
  pagerdutyIncident,
  salesforceDiscount,
  sampleCards,
  servicenowApproval,
  townhallBanner,
  travelItinerary,
  workdayTimeOff,
} from './cards/index.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';
import { withoutRemotePictures } from './wire.js';

/** The sample cards, whole and in their own language and direction, as their connectors send them. */
const meta: Meta<MfCard> = {
  title: 'Connectors',
  component: 'mf-card',
  args: { transport: mockTransport({ delay: 600 }) },
  render: renderCard,
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByRole('heading', { level: 2 })).toBeVisible();
  },
};

export default meta;

function story(
  json: unknown,
  language: Pick<MfCard, 'lang'> & Partial<MfCard> = { lang: 'en' },
): StoryObj<MfCard> {
  const sample = sampleCards.find((one) => one.json === json);
  return {
    args: { ...language, card: withoutRemotePictures(json) },
    parameters: { docs: { description: { story: sample?.about } } },
  };
}

export const ConcurExpense = story(concurExpense);
export const LinkedinCourse = story(linkedinCourse);
export const BoxerExpense = story(boxerExpense);
export const ServicenowApproval = story(servicenowApproval);
export const SalesforceDiscount = story(salesforceDiscount);
export const WorkdayTimeOff = story(workdayTimeOff);
export const JiraComments = story(jiraComments);
export const TravelItinerary = story(travelItinerary);
export const AdobeSignAttachments = story(adobeSignAttachments);
export const TownhallBanner = story(townhallBanner);
export const MfaWireTransfer = story(mfaWireTransfer);
export const AirwatchInstall = story(airwatchInstall);
export const CoupaRequisition = story(coupaRequisition);
export const HubNews = story(hubNews);
export const PagerdutyIncident = story(pagerdutyIncident);
export const DocusignRtl = story(docusignRtl, { lang: 'ar', dir: 'rtl' });
export const JapaneseLeave = story(japaneseLeave, { lang: 'ja' });
export const ChatTicketStatus = story(chatTicketStatus);
export const ChatCatalogue = story(chatCatalogue);
export const ChatFlatCart = story(chatFlatCart);
export const FaultyCard = story(faultyCard);
export const Minimal = story(minimal);
