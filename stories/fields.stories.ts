import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { FieldTemplates, MfCard, Transport } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import {
  adobeSignAttachments,
  coupaRequisition,
  jiraComments,
  linkedinCourse,
  pagerdutyIncident,
  servicenowApproval,
  travelItinerary,
  workdayTimeOff,
} from './cards/index.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';
import { fieldsOf } from './wire.js';

/** What stands between a card's header and its actions. Each type of field has its own look; none is left out. */
const meta: Meta<MfCard> = { title: 'Fields/Body', component: 'mf-card', render: renderCard };

export default meta;
type Story = StoryObj<MfCard>;

/** Label and value, side by side where there is room. Texts that are dates are told in the reader's own way. */
export const GeneralFacts: Story = { args: { card: fieldsOf(coupaRequisition, 'GENERAL') } };

/** Facts that belong together, under a title. */
export const Section: Story = {
  args: { card: fieldsOf(coupaRequisition, 'SECTION') },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByRole('heading', { level: 3, name: '2. Rope socket, forged' })).toBeVisible();
  },
};

/** `comments`, each with its author and time. The times come from several zones, the order is the connector's. */
export const Comments: Story = { args: { card: fieldsOf(jiraComments, 'COMMENT') } };

/** `content`, as older connectors send it: texts alone. */
export const CommentsOfTheOldShape: Story = {
  args: { card: fieldsOf(servicenowApproval, 'COMMENT') },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText(/^Jabra Evolve2 65 headset/)).toBeVisible();
  },
};

/** Files with their type, size and last change, and the vendor's own page of each. The host opens them. */
export const Attachments: Story = { args: { card: fieldsOf(adobeSignAttachments, 'SECTION') } };

const fileHost = (attachment: NonNullable<Transport['attachment']>): Transport => ({
  ...mockTransport(),
  attachment,
});

/** The host is still getting the file. */
export const AttachmentOnItsWay: Story = {
  args: {
    card: fieldsOf(adobeSignAttachments, 'SECTION'),
    transport: fileHost(() => new Promise<Blob>(() => undefined)),
  },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('link', { name: 'Framework agreement.pdf' }));
    await expect(await shown.findByText('Getting the file …', { selector: 'li *' })).toBeVisible();
  },
};

/** The host is refused the file. It can be asked for again. */
export const AttachmentThatCannotBeLoaded: Story = {
  args: {
    card: fieldsOf(adobeSignAttachments, 'SECTION'),
    transport: fileHost(() => Promise.resolve(new Response(null, { status: 403 }))),
  },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('link', { name: 'Framework agreement.pdf' }));
    await expect(await shown.findByText('The file could not be loaded.', { selector: 'li *' })).toBeVisible();
  },
};

/** A field of type `ATTACHMENT`, as the first clients knew it. */
export const LegacyAttachment: Story = { args: { card: fieldsOf(adobeSignAttachments, 'ATTACHMENT') } };

/** An itinerary: what it is for, its stops, its legs. Times are the airport's own. */
export const Trip: Story = { args: { card: fieldsOf(travelItinerary, 'TRIPINFO') } };

/** A type that the format does not know is drawn from what it holds. */
export const UnknownType: Story = {
  args: { card: fieldsOf(pagerdutyIncident, 'TIMELINE') },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByText(/^Deployment 6\.14\.0/)).toBeVisible();
  },
};

/** A long text shows its beginning, and the rest when it is asked for. */
export const LongText: Story = {
  args: { card: fieldsOf(linkedinCourse, 'SECTION') },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    const text = shown.getByText(/^Go one-on-one/);
    const clampedHeight = text.offsetHeight;
    await userEvent.click(shown.getByRole('button', { name: 'Show more', expanded: false }));
    const less = await shown.findByRole('button', { name: 'Show less', expanded: true });
    await expect(text.offsetHeight).toBeGreaterThan(clampedHeight);
    await userEvent.click(less);
    await expect(await shown.findByRole('button', { name: 'Show more', expanded: false })).toBeVisible();
    await expect(text.offsetHeight).toBe(clampedHeight);
  },
};

/** `max-rows="6"`: the first six of seventeen fields, the others when they are asked for. */
export const RowsFolded: Story = {
  args: { card: fieldsOf(coupaRequisition, 'GENERAL', 'SECTION'), maxRows: 6 },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.queryByText('Justification')).toBeNull();
    await userEvent.click(shown.getByRole('button', { name: 'Show 11 more' }));
    await expect(await shown.findByText('Justification')).toBeVisible();
    await expect(shown.getByRole('heading', { name: '3. Fitting and load test on site' })).toBeVisible();
    await userEvent.click(shown.getByRole('button', { name: 'Show less' }));
    await expect(await shown.findByRole('button', { name: 'Show 11 more' })).toBeVisible();
  },
};

/** `time-zone="Asia/Tokyo"`: what was submitted in the morning in Kraków was so in the afternoon in Tokyo; a day is that day anywhere. */
export const DatesInAnotherZone: Story = {
  args: { card: fieldsOf(workdayTimeOff, 'GENERAL'), timeZone: 'Asia/Tokyo' },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByTitle('2026-11-18T09:05:31.482+01:00')).toHaveTextContent(
      /Nov 18, 2026, 5:05\sPM/,
    );
    await expect(shown.getByText('Jan 10, 2028')).toBeVisible();
  },
};

/** The steps of a `TIMELINE`, which only this host and its connector know. */
interface Timeline {
  readonly steps: readonly { readonly at: string; readonly what: string }[];
}

const timelineTemplates: FieldTemplates = {
  TIMELINE: (field, source) => {
    const { steps } = source as Timeline;
    return html`<section part="field timeline">
      <h3 part="field-title">${field.title}</h3>
      <ol style="padding-inline-start: 1.25em; list-style: decimal">
        ${steps.map(({ at, what }) => html`<li><b>${at}</b> ${what}</li>`)}
      </ol>
    </section>`;
  },
};

/** `fieldTemplates`: a host draws a type in its own way, from the field and from its JSON as it was sent. */
export const OwnFieldTemplate: Story = {
  args: {
    card: {
      ...fieldsOf(pagerdutyIncident, 'GENERAL'),
      body: {
        fields: [
          ...pagerdutyIncident.body.fields.filter(({ type }) => type === 'GENERAL'),
          {
            type: 'TIMELINE',
            title: 'Last changes',
            steps: [
              { at: '22:21', what: 'Deployment 6.14.0 by Mateusz Wójcik' },
              { at: '22:39', what: 'Queue passes 5,000 readings' },
              { at: '22:47', what: 'First alert' },
            ],
          },
        ],
      },
    },
    fieldTemplates: timelineTemplates,
  },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByRole('heading', { name: 'Last changes' })).toBeVisible();
    await expect(shown.getByText('Queue passes 5,000 readings')).toBeVisible();
  },
};
