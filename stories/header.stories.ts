import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { MfCard, MfOpenEvent } from '../src/index.js';
import '../src/index.js';
import {
  coupaRequisition,
  hubNews,
  minimal,
  pagerdutyIncident,
  salesforceDiscount,
  servicenowApproval,
  townhallBanner,
  workdayTimeOff,
} from './cards/index.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';
import { headerOf, hoursFromNow } from './wire.js';

/** Who sent the card, what it is about, and until when. */
const meta: Meta<MfCard> = { title: 'Fields/Header', component: 'mf-card', render: renderCard };

export default meta;
type Story = StoryObj<MfCard>;

/** The connector has a picture. */
export const Icon: Story = { args: { card: headerOf(coupaRequisition) } };

/** The connector has none: its initials stand in, on a colour that stays the same. */
export const Initials: Story = {
  args: { card: { ...headerOf(pagerdutyIncident), due_date: undefined } },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText('P')).toBeVisible();
  },
};

/** The picture does not load. The initials come in its place. */
export const IconThatFails: Story = {
  args: { card: { ...headerOf(workdayTimeOff), image: { href: '/media/not-a-picture.svg' } } },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    await expect(await shown.findByText('W')).toBeVisible();
    await expect(element.shadowRoot?.querySelectorAll('img').length).toBe(0);
  },
};

/** A title is all there is. */
export const TitleAlone: Story = { args: { card: minimal } };

const opened = fn((event: MfOpenEvent) => event.preventDefault());

/** Title and first subtitle are links; the host hears of a press before anything is opened. */
export const LinkedTitleAndSubtitle: Story = {
  args: { card: headerOf(servicenowApproval) },
  render: (args) => html`<div @mf-open=${opened}>${renderCard(args)}</div>`,
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('link', { name: 'Equipment for a new colleague' }));
    await userEvent.click(shown.getByRole('link', { name: 'REQ0047218' }));
    await expect(opened.mock.calls.map(([{ reason }]) => reason)).toEqual(['title', 'subtitle']);
    await expect(shown.queryByRole('link', { name: 'for Chidinma Okafor' })).toBeNull();
  },
};

/** Less than two days are left. */
export const DueSoon: Story = {
  args: { card: { ...headerOf(salesforceDiscount), links: [], due_date: hoursFromNow(26.5) } },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText('Due tomorrow')).toBeVisible();
  },
};

/** The moment has passed. The card stays. */
export const Overdue: Story = {
  args: { card: { ...headerOf(pagerdutyIncident), due_date: hoursFromNow(-3.5) } },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText(/3 hours ago/)).toBeVisible();
  },
};

/** The card is due, and of no use after a while. */
export const DueAndExpires: Story = {
  args: {
    card: {
      ...headerOf(workdayTimeOff),
      due_date: hoursFromNow(4 * 24 + 1),
      expiration_date: hoursFromNow(40 * 24),
    },
  },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText('Due in 4 days')).toBeVisible();
    await expect(shown.getByText(/^Expires /)).toBeVisible();
  },
};

/** Two pictures and a video in a row that scrolls, by keyboard too. Nothing plays by itself. */
export const BannerWithPicturesAndVideo: Story = {
  args: { card: headerOf(townhallBanner) },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    const figure = shown.getByText('A new harbour for our cranes').closest('figure');
    await waitFor(() => expect(figure?.querySelector('img')?.naturalWidth).toBeGreaterThan(0));
    await expect(shown.getByLabelText('An invitation from Léa Fontaine')).toHaveProperty('paused', true);
  },
};

/** Pages that belong to the card. */
export const RelatedLinks: Story = {
  args: { card: hubNews },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    const links = shown.getByRole('navigation', { name: /^Related links/ });
    await expect(links).toHaveTextContent(/^\s*Floor plan\s*Book a desk\s*Shuttle timetable\s*$/);
  },
};

/** `heading-level="4"`: the card fits into the outline of its page, and its sections into the card. */
export const HeadingLevel: Story = {
  args: { card: { ...coupaRequisition, actions: [] }, headingLevel: 4, maxRows: 15 },
  render: (args) =>
    html`<h1>Inbox</h1>
      <h2>Orders</h2>
      <h3>To decide</h3>
      ${renderCard(args)}`,
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByRole('heading', { level: 4, name: /^Requisition 204881/ })).toBeVisible();
    await expect(shown.getByRole('heading', { level: 5, name: '1. Hoist rope, 28 mm, 420 m' })).toBeVisible();
  },
};
