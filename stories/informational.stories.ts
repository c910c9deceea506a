import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fn, userEvent } from 'storybook/test';
import type { MfCard, MfOpenEvent } from '../src/index.js';
import '../src/index.js';
import { hubNews, linkedinCourse, minimal, townhallBanner, travelItinerary } from './cards/index.js';
import { insideCard } from './play.js';
import { withHost, type PretendedHost } from './pretended-host.js';
import { sample } from './samples.js';

/** Something to know, and nothing to decide. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Cards/Informational',
  component: 'mf-card',
  tags: ['!autodocs'],
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

export const News: Story = { ...sample(hubNews) };
export const NewCourse: Story = { ...sample(linkedinCourse) };
export const Announcement: Story = { ...sample(townhallBanner) };
export const Itinerary: Story = { ...sample(travelItinerary) };
export const TitleAlone: Story = { ...sample(minimal) };

const opened = fn((event: MfOpenEvent) => event.preventDefault());

/** The title is the way into the system. The host hears of it before anything is opened. */
export const NewCourseOpened: Story = {
  ...sample(linkedinCourse),
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    element.addEventListener('mf-open', opened, { once: true });
    const [title] = shown.getAllByRole('link');
    await userEvent.click(title!);
    await expect(opened.mock.lastCall?.[0].reason).toBe('title');
    await expect(opened.mock.lastCall?.[0].url).toMatch(/^https:/);
  },
};
