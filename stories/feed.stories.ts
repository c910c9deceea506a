import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { MfCardFeed } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import {
  coupaRequisition,
  hubNews,
  minimal,
  sampleCards,
  servicenowApproval,
  townhallBanner,
} from './cards/index.js';
import { insideCardOf, insideFeed } from './play.js';
import { renderFeed } from './render.js';
import { withoutRemotePictures } from './wire.js';

const samples = sampleCards.flatMap(({ json }) => {
  const local = withoutRemotePictures(json);
  return typeof local === 'object' && local !== null && 'objects' in local ? local.objects : [local];
});

const meta: Meta<MfCardFeed> = {
  title: 'Feed',
  component: 'mf-card-feed',
  args: { transport: mockTransport({ delay: 600 }) },
  // The page of the element itself: with all of its tables.
  parameters: { controls: { include: null }, docs: { page: null } },
  render: renderFeed,
};

export default meta;
type Story = StoryObj<MfCardFeed>;

/** All sample cards, each folded after four rows. */
export const Samples: Story = {
  args: { cards: { objects: samples }, maxRows: 4 },
  play: async ({ canvasElement }) => {
    const { shown } = await insideFeed(canvasElement);
    await expect(shown.getByRole('list', { name: 'Cards' })).toBeVisible();
    await expect(shown.getAllByRole('listitem').length).toBe(samples.length);
  },
};

/** There is no card, and that is good news. */
export const Empty: Story = {
  args: { cards: { objects: [] } },
  play: async ({ canvasElement }) => {
    const { shown } = await insideFeed(canvasElement);
    await expect(shown.getByText('Nothing needs your attention.')).toBeVisible();
  },
};

/** The host says it in its own words, in the slot `empty`. */
export const EmptyInTheHostsWords: Story = {
  args: { cards: [] },
  render: ({ cards }) =>
    html`<mf-card-feed .cards=${cards}>
      <p
        slot="empty"
        style="margin: 0; padding: 3rem 0; text-align: center; text-wrap: balance; overflow-wrap: anywhere"
      >
        <strong>All approved.</strong><br />The next digest comes on Monday.
      </p>
    </mf-card-feed>`,
  play: async ({ canvas, canvasElement }) => {
    const { shown } = await insideFeed(canvasElement);
    await expect(canvas.getByText(/^All approved/)).toBeVisible();
    await expect(shown.getByText('Nothing needs your attention.').offsetHeight).toBe(0);
  },
};

/** The first cards are on their way. */
export const Loading: Story = {
  args: { loading: true },
  play: async ({ canvasElement }) => {
    const { shown } = await insideFeed(canvasElement);
    await expect(shown.getByRole('img', { name: 'Loading cards …' })).toBeVisible();
  },
};

/** One element of the response is no card. Its place says so; the others are untouched. */
export const OneBadElement: Story = {
  args: { cards: { objects: [servicenowApproval, 'card 2 of 3', hubNews] }, maxRows: 2 },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideFeed(canvasElement);
    await expect(shown.getAllByRole('listitem').length).toBe(2);
    await expect(shown.getByText(/found the text "card 2 of 3"/)).toBeVisible();
    const first = await insideCardOf(element, 0);
    await expect(first.shown.getByRole('button', { name: 'Approve' })).toBeEnabled();
  },
};

/** The connection broke in the middle of the response. */
const broken = JSON.stringify({ objects: [servicenowApproval, minimal] }, null, 2).slice(0, 400);

/** A refresh brings a text that is no JSON. The last good cards stay where they are. */
export const BrokenTextKeepsLastCards: Story = {
  args: { cards: { objects: [servicenowApproval, minimal] }, maxRows: 2 },
  render: (args) =>
    html`<p><button type="button" class="page-control" @click=${refreshWithBrokenText}>Refresh</button></p>
      ${renderFeed(args)}`,
  play: async ({ canvas, canvasElement }) => {
    const { shown } = await insideFeed(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Refresh' }));
    await expect(await shown.findByText(/Line \d+, column \d+/)).toBeVisible();
    await expect(shown.getAllByRole('listitem').length).toBe(2);
  },
};

function refreshWithBrokenText(event: Event) {
  const root = (event.target as HTMLElement).getRootNode() as Document;
  const feed = root.querySelector('mf-card-feed');
  if (feed) feed.cards = broken;
}

/** Under three headings, the most urgent first: `group-by="priority"`. */
export const Groups: Story = {
  args: {
    cards: [hubNews, servicenowApproval, { ...coupaRequisition, importance: 0 }],
    maxRows: 2,
    order: 'urgency',
    groupBy: 'priority',
  },
  play: async ({ canvasElement }) => {
    const { shown } = await insideFeed(canvasElement);
    await expect(shown.getAllByRole('list').map(({ ariaLabel }) => ariaLabel)).toEqual([
      'Priority',
      'To do',
      'For information',
    ]);
  },
};

/** A page's own search box and switch, with the numbers that the feed counts. */
export const Filtered: Story = {
  args: { cards: { objects: samples }, maxRows: 2 },
  render: (args) =>
    html`<p>
        <label>Search <input type="search" class="page-control" @input=${search} /></label>
      </p>
      ${renderFeed(args)}`,
  play: async ({ canvas, canvasElement }) => {
    const { element, shown } = await insideFeed(canvasElement);
    await userEvent.type(canvas.getByLabelText('Search'), 'requisition');
    await waitFor(() => expect(shown.getAllByRole('listitem').length).toBeLessThan(element.counts.all));
    await expect(shown.getAllByRole('listitem').length).toBeGreaterThan(0);
  },
};

function search({ target }: Event) {
  const { value, ownerDocument } = target as HTMLInputElement;
  const feed = ownerDocument.querySelector('mf-card-feed');
  if (feed) feed.filter = { text: value };
}

/** The user is at a card when new ones come: they wait behind a button, and nothing moves. */
export const NewCardsWait: Story = {
  args: { cards: [servicenowApproval, coupaRequisition], maxRows: 2 },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideFeed(canvasElement);
    const card = await insideCardOf(element, 0);
    card.shown.getByRole('button', { name: 'Approve' }).focus();
    element.cards = [hubNews, townhallBanner, servicenowApproval, coupaRequisition];
    // It fades in: at its first frame nothing is to be seen of it.
    const news = await shown.findByRole('button', { name: '2 new cards' });
    await waitFor(() => expect(news).toBeVisible());
    await expect(shown.getAllByRole('listitem').length).toBe(2);
  },
};

/** One of the connectors did not answer. The cards of the others are there. */
export const OneConnectorFails: Story = {
  args: {
    cards: {
      results: [
        { connector_id: 'Jira', cards: [], connector_status: { status: 503 } },
        { connector_id: 'ServiceNow', cards: [servicenowApproval], connector_status: { status: 200 } },
      ],
    },
    maxRows: 2,
  },
  play: async ({ canvasElement }) => {
    const { shown } = await insideFeed(canvasElement);
    await expect(shown.getByText(/^Jira can’t be reached/)).toBeVisible();
    await expect(shown.getAllByRole('listitem').length).toBe(1);
  },
};

/** The cards could not be loaded, and the user can try again. */
export const LoadingFails: Story = {
  args: {
    src: '/cards',
    transport: {
      ...mockTransport(),
      load: () => Promise.reject(new Error('offline')),
    },
  },
  play: async ({ canvasElement }) => {
    const { shown } = await insideFeed(canvasElement);
    await expect(await shown.findByText('The cards could not be loaded.')).toBeVisible();
    await expect(shown.getByRole('button', { name: 'Try again' })).toBeEnabled();
  },
};

/** There are more cards than the page has loaded: it hears `mf-load-more`. */
export const MoreToLoad: Story = {
  args: { cards: [servicenowApproval], hasMore: true, maxRows: 2 },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideFeed(canvasElement);
    const asked = new Promise((heard) => element.addEventListener('mf-load-more', heard, { once: true }));
    await userEvent.click(shown.getByRole('button', { name: 'Show more cards' }));
    await asked;
  },
};

/** The user dismisses a card by keyboard. Once it can't be undone, the next one moves up and has the focus. */
export const DismissingMovesOn: Story = {
  args: { cards: [townhallBanner, servicenowApproval, coupaRequisition], maxRows: 2 },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideFeed(canvasElement);
    const first = await insideCardOf(element, 0);
    first.shown.getByRole('button', { name: 'Dismiss' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(first.focused()).toBe('Undo'));
    await waitFor(() => expect(shown.getAllByRole('listitem').length).toBe(2), { timeout: 12_000 });
    const next = await insideCardOf(element, 0);
    await waitFor(() => expect(next.focused()).toBe('Equipment for a new colleague'));
  },
};

/** A card that is decided goes from the list after a moment. */
export const CompletedCardGoes: Story = {
  args: {
    cards: [coupaRequisition, servicenowApproval],
    maxRows: 2,
    transport: mockTransport(),
  },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideFeed(canvasElement);
    const card = await insideCardOf(element, 0);
    await userEvent.click(card.shown.getByRole('button', { name: 'Approve' }));
    await userEvent.click(await card.shown.findByRole('button', { name: 'Submit' }));
    await waitFor(() => expect(shown.getAllByRole('listitem').length).toBe(1), { timeout: 5000 });
    await expect(shown.getByRole('status')).toHaveTextContent(/^Requisition 204881/);
  },
};
