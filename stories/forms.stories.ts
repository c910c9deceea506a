import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { ActionAnswer, ActionRequest, MfCard } from '../src/index.js';
import '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { INPUTS, tripAsking, type AskedFormat } from './cards/every-format.js';
import { insideCard, pick } from './play.js';
import { renderCard } from './render.js';

/** What a card can ask for, in each format, and what is told when it can't be sent. */
const meta: Meta<MfCard> = { title: 'Actions/Forms', component: 'mf-card', render: renderCard };

export default meta;
type Story = StoryObj<MfCard>;

type Shown = Awaited<ReturnType<typeof insideCard>>['shown'];

async function open(canvasElement: HTMLElement): Promise<Shown> {
  const { shown } = await insideCard(canvasElement);
  await userEvent.click(shown.getByRole('button', { name: 'Plan the trip' }));
  await shown.findByRole('form', { name: 'Plan the trip' });
  return shown;
}

/** Opens the form, fills it in, sends it; the host must get what `sent` says. */
function asked(
  formats: AskedFormat[],
  fill: (shown: Shown) => Promise<void>,
  sent: Record<string, string | string[]>,
): Story {
  const answer = fn((_: ActionRequest): ActionAnswer => undefined);
  return {
    args: { card: tripAsking(...formats), transport: mockTransport({ answer, delay: 60 }) },
    play: async ({ canvasElement }) => {
      answer.mockClear();
      const shown = await open(canvasElement);
      await fill(shown);
      await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
      await expect(await shown.findByText('Planned', { selector: 'p *' })).toBeVisible();
      await expect(answer.mock.lastCall?.[0].values).toEqual(sent);
    },
  };
}

/** Every format there is, as it opens. */
export const EveryFormat: Story = {
  args: {
    card: tripAsking(...(Object.keys(INPUTS) as AskedFormat[])),
    transport: mockTransport(),
  },
  play: async ({ canvasElement }) => {
    await open(canvasElement);
  },
};

/** A number is typed, not turned: what is no number stays, and is told. */
export const NumberInRange = asked(
  ['number'],
  async (shown) => {
    const budget = shown.getByRole('textbox', { name: /^Budget/ });
    await userEvent.type(budget, '12,5');
    await userEvent.tab();
    await expect(await shown.findByText('Write a number, such as 12.5.')).toBeVisible();
    await userEvent.type(budget, '{Backspace}{Backspace}{Backspace}{Backspace}10');
    await expect(await shown.findByText('At least 50.')).toBeVisible();
    await userEvent.type(budget, '00.5');
  },
  { budget: '1000.5' },
);

/** A slider shows its value. */
export const Slider = asked(
  ['range'],
  async (shown) => {
    shown.getByRole('slider', { name: 'Days away' }).focus();
    await expect(shown.getByText('3', { selector: 'output' })).toBeVisible();
  },
  { days: '3' },
);

/** E-mail, telephone and web addresses bring up the right keyboard, and are filled in by the browser. */
export const Addresses = asked(
  ['email', 'tel', 'url'],
  async (shown) => {
    await userEvent.type(shown.getByRole('textbox', { name: 'Who stands in' }), 'ana@aldervoss.example');
    await userEvent.type(shown.getByRole('textbox', { name: 'Phone on the way' }), '+351 21 000 00 00');
    await userEvent.type(shown.getByRole('textbox', { name: 'Agenda' }), 'https://aldervoss.example/agenda');
  },
  { mail: 'ana@aldervoss.example', phone: '+351 21 000 00 00', agenda: 'https://aldervoss.example/agenda' },
);

/** Dates and times are as on the calendar and the clock of who answers. */
export const DatesAndTimes = asked(
  ['date', 'time', 'datetime'],
  async (shown) => {
    await pick(shown.getByLabelText(/^First day/), '2027-10-04');
    await pick(shown.getByLabelText('Leave at'), '07:45');
    await pick(shown.getByLabelText('Back by'), '2027-10-07T18:30');
  },
  { from: '2027-10-04', leave: '07:45', back: '2027-10-07T18:30' },
);

/** One of a few. */
export const RadioButtons = asked(
  ['radio'],
  async (shown) => {
    await userEvent.click(shown.getByRole('radio', { name: 'Train' }));
  },
  { by: 'train' },
);

/** Any number of them: each is sent by itself. A box alone is sent as `true`. */
export const Boxes = asked(
  ['checkbox', 'box'],
  async (shown) => {
    await userEvent.click(shown.getByRole('checkbox', { name: /^Money in advance/ }));
    await userEvent.click(shown.getByRole('checkbox', { name: /^I have read/ }));
  },
  { needs: ['hotel', 'advance'], terms: 'true' },
);

/** A long list is searched. What is chosen stands above it. */
export const LongList = asked(
  ['long'],
  async (shown) => {
    await userEvent.type(shown.getByRole('searchbox', { name: 'Search: Country' }), 'land');
    await waitFor(() => expect(shown.getAllByRole('radio').length).toBe(5));
    await expect(shown.getByRole('status')).toHaveTextContent('5 of 22 shown.');
    await userEvent.click(shown.getByRole('radio', { name: 'Finland' }));
  },
  { country: 'FI' },
);

/** What is secret can't be read over a shoulder. */
export const Password = asked(
  ['password'],
  async (shown) => {
    await userEvent.type(shown.getByLabelText(/^PIN/), ' 4711');
  },
  { pin: ' 4711' },
);

/** Above three faults, a list at the top leads to each. */
export const ManyFaults: Story = {
  args: {
    card: tripAsking('textarea', 'number', 'date', 'radio', 'box'),
    transport: mockTransport(),
  },
  play: async ({ canvasElement }) => {
    const shown = await open(canvasElement);
    const { focused } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText('5 inputs need attention.')).toBeVisible();
    await waitFor(() => expect(focused()).toMatch(/^Purpose/));
    await userEvent.click(shown.getByRole('button', { name: 'Travel by' }));
    await waitFor(() => expect(focused()).toBe('Train'));
    await expect(shown.getByRole('radiogroup', { name: /^Travel by/ })).toHaveAccessibleDescription(
      'Travel by is needed.',
    );
  },
};

/** The connector complains of an input that is there, and of one that is not. */
export const FaultsOfTheConnector: Story = {
  args: {
    card: tripAsking('text', 'email'),
    transport: mockTransport({
      answer: () =>
        Response.json(
          { errors: { mail: 'Ana is away that week.', cost_centre: 'It is closed.' } },
          { status: 400 },
        ),
    }),
  },
  play: async ({ canvasElement }) => {
    const shown = await open(canvasElement);
    const { focused } = await insideCard(canvasElement);
    await userEvent.type(shown.getByRole('textbox', { name: 'Who stands in' }), 'ana@aldervoss.example');
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText('Ana is away that week.')).toBeVisible();
    await expect(shown.getByText('cost_centre: It is closed.')).toBeVisible();
    await waitFor(() => expect(focused()).toBe('Who stands in'));
  },
};

/** An answer takes long: it can be given up. */
export const TakesLong: Story = {
  args: { card: tripAsking('text'), transport: mockTransport({ delay: Infinity }) },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Call it off' }));
    await expect(await shown.findByRole('button', { name: 'Cancel' }, { timeout: 8000 })).toBeVisible();
    await expect(shown.getByRole('status')).toHaveTextContent('This takes long. You can cancel it.');
  },
};

/** It was given up. Nobody knows whether it has arrived, and trying again is the same intent. */
export const GivenUp: Story = {
  args: { card: tripAsking('text'), transport: mockTransport({ delay: Infinity }) },
  play: async (context) => {
    await TakesLong.play?.(context);
    const { shown, focused } = await insideCard(context.canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Cancel' }));
    await expect(await shown.findByText(/^You did not wait for an answer/)).toBeVisible();
    await waitFor(() => expect(focused()).toBe('Try again'));
  },
};
