import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type {
  ActionAnswer,
  ActionRequest,
  MfActionEvent,
  MfAuthRequiredEvent,
  MfCard,
  MfCardRemovedEvent,
  MfOpenEvent,
} from '../src/index.js';
import '../src/index.js';
import { mockTransport, type MockTransportOptions } from '../src/transports/index.js';
import {
  concurExpense,
  coupaRequisition,
  faultyCard,
  jiraComments,
  mfaWireTransfer,
  servicenowApproval,
  townhallBanner,
  workdayTimeOff,
} from './cards/index.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';
import { headerOf, withoutRemotePictures } from './wire.js';

/**
 * From the first press to what becomes of it. The host is pretended in each story; open one to see it played.
 *
 * Nothing is shown as done until the host says so, and what was entered stays until it is.
 */
const meta: Meta<MfCard> = { title: 'Actions/Life cycle', component: 'mf-card', render: renderCard };

export default meta;
type Story = StoryObj<MfCard>;

/** The card up to its fields is told elsewhere: here only its header and its actions are shown. */
function actionsOf<Json extends { readonly actions: unknown }>(card: Json) {
  return { ...headerOf(card), actions: card.actions };
}

const expense = { ...withoutRemotePictures(concurExpense), body: {} };
const equipment = actionsOf(servicenowApproval);
const leave = actionsOf(workdayTimeOff);

/** Answers at once, and remembers what it was asked. */
function host(answer: (request: ActionRequest) => ActionAnswer, options: MockTransportOptions = {}) {
  const asked = fn(answer);
  return { asked, transport: mockTransport({ ...options, answer: asked }) };
}

const takesAll = host(() => undefined);

/** Before anything was pressed: the action the connector prefers comes first. */
export const ApproveAndDecline: Story = {
  args: { card: expense, transport: takesAll.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    const labels = shown.getAllByRole('button').map((button) => button.textContent.trim());
    await expect(labels).toEqual(['Approve', 'Decline']);
  },
};

/** An action that asks for something opens its form, with the focus in it. Escape closes it, and loses nothing. */
export const FormOpen: Story = {
  args: { card: expense, transport: takesAll.transport },
  play: async ({ canvasElement }) => {
    const { shown, focused } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    const comment = await shown.findByRole('textbox', { name: 'Comment' });
    await waitFor(() => expect(focused()).toBe('Comment'));
    await userEvent.keyboard('Thank you{Escape}');
    await waitFor(() => expect(comment.isConnected).toBe(false));
    await expect(focused()).toBe('Approve');
    await userEvent.keyboard('{Enter}');
    await expect(await shown.findByRole('textbox', { name: 'Comment' })).toHaveValue('Thank you');
  },
};

/** What keeps a form from being sent is told at each input; the focus goes to the first. */
export const FaultyInput: Story = {
  args: { card: leave, transport: takesAll.transport },
  play: async ({ canvasElement }) => {
    const { shown, focused } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Send back' }));
    await userEvent.type(await shown.findByRole('textbox', { name: /^Message/ }), 'Sorry');
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await waitFor(() => expect(focused()).toMatch(/^Reason/));
    await expect(shown.getByRole('combobox', { name: /^Reason/ })).toHaveAccessibleDescription(
      'Reason is needed.',
    );
    await expect(shown.getByText('At least 10 characters; there are 5.')).toBeVisible();
    await expect(takesAll.asked).not.toHaveBeenCalled();
  },
};

/** A fault goes as soon as it is mended. */
export const FaultMended: Story = {
  args: { card: leave, transport: takesAll.transport },
  play: async (context) => {
    await FaultyInput.play?.(context);
    const { shown } = await insideCard(context.canvasElement);
    await userEvent.type(shown.getByRole('textbox', { name: /^Message/ }), ', who covers?');
    await waitFor(() => expect(shown.queryByText(/^At least 10 characters/)).toBeNull());
    await userEvent.selectOptions(shown.getByRole('combobox', { name: /^Reason/ }), 'cover');
    await waitFor(() => expect(shown.queryByText('Reason is needed.', { selector: 'form *' })).toBeNull());
  },
};

/** All formats there are: a choice, a line, a text of several lines. What was entered is what is sent. */
export const SelectTextAndTextarea: Story = {
  args: { card: leave, transport: takesAll.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Send back' }));
    await userEvent.selectOptions(await shown.findByRole('combobox', { name: /^Reason/ }), 'clash');
    await userEvent.type(
      shown.getByRole('textbox', { name: 'Dates that would suit' }),
      '17 January to 7 April 2028',
    );
    await userEvent.type(
      shown.getByRole('textbox', { name: /^Message/ }),
      'Ana is away in January.{Enter}Could you start a week later?',
    );
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText('Sent back', { selector: 'p *' })).toBeVisible();
    await expect(takesAll.asked.mock.lastCall?.[0].values).toEqual({
      reason: 'clash',
      other_dates: '17 January to 7 April 2028',
      message: 'Ana is away in January.\nCould you start a week later?',
    });
  },
};

/** Towards the limit of an input, what is left is counted. */
export const NearTheLimit: Story = {
  args: { card: leave, transport: takesAll.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Send back' }));
    const dates = await shown.findByRole('textbox', { name: 'Dates that would suit' });
    await userEvent.type(dates, 'Any ten weeks from March on, if the team in Gdańsk can manage that long.');
    await expect(await shown.findByText('8 characters left')).toBeVisible();
  },
};

const silent = host(() => undefined, { delay: Infinity });

/** The host has not answered yet. Nothing else can be pressed, and pressing again sends nothing again. */
export const Pending: Story = {
  args: { card: equipment, transport: silent.transport },
  play: async ({ canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    const sent = fn();
    element.addEventListener('mf-action', sent);
    const approve = shown.getByRole('button', { name: 'Approve' });
    await userEvent.dblClick(approve);
    await waitFor(() => expect(approve).toHaveAttribute('aria-busy', 'true'));
    await userEvent.click(shown.getByRole('button', { name: 'Reject' }));
    await expect(shown.getByRole('button', { name: 'Reject' })).toHaveAttribute('aria-disabled', 'true');
    await expect(shown.queryByRole('textbox')).toBeNull();
    await expect(sent).toHaveBeenCalledTimes(1);
  },
};

/** The same with a form: it stays, and what was entered can be read. */
export const PendingWithForm: Story = {
  args: { card: expense, transport: silent.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Decline' }));
    const reason = await shown.findByRole('textbox', { name: 'Reason' });
    await userEvent.type(reason, 'No receipt for the taxi');
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByRole('button', { name: 'Sending …' })).toHaveAttribute(
      'aria-busy',
      'true',
    );
    await expect(reason).toHaveAttribute('readonly');
    await expect(reason).toHaveValue('No receipt for the taxi');
  },
};

/** The host has taken it. Of two actions that exclude each other, the other one is gone. */
export const Done: Story = {
  args: { card: equipment, transport: takesAll.transport },
  play: async ({ canvasElement }) => {
    const { shown, focused } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await expect(shown.queryByRole('button')).toBeNull();
    await expect(shown.getByRole('status')).toHaveTextContent('Approved');
    await waitFor(() => expect(focused()).toBe('Approved'));
    await expect(takesAll.asked).toHaveBeenCalledTimes(1);
  },
};

const nextVersion = host(() => ({
  kind: 'done',
  card: {
    ...equipment,
    hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4',
    header: { ...equipment.header, subtitle: ['REQ0047218', 'approved, on its way to Lagos'] },
  },
}));

/** The host answers with the next version of the card. */
export const DoneWithNewCard: Story = {
  args: { card: equipment, transport: nextVersion.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await expect(await shown.findByText('approved, on its way to Lagos')).toBeVisible();
    await expect(shown.getByText('Approved', { selector: 'p *' })).toBeVisible();
  },
};

const refuses = host(() =>
  Response.json(
    {
      title: 'This report is locked',
      error_message: 'Auditors have had it since this morning. It can be approved once they are through.',
      actions: [
        { label: 'Open the report', url: { href: 'https://aldervoss.concur.example/reports/40718' } },
        { label: 'Ask the auditors', url: { href: 'mailto:audit@aldervoss.example' } },
      ],
    },
    { status: 409 },
  ),
);

/** The connector says no, with its reason and ways out. What was typed is still there. */
export const FailedWithMessageAndLinks: Story = {
  args: { card: expense, transport: refuses.transport },
  play: async ({ canvasElement }) => {
    const { shown, focused } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await userEvent.type(await shown.findByRole('textbox', { name: 'Comment' }), 'Within the budget');
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText('This report is locked')).toBeVisible();
    await expect(shown.getByText(/^Auditors have had it/)).toBeVisible();
    await expect(shown.getByRole('link', { name: 'Ask the auditors' })).toBeVisible();
    await expect(shown.getByRole('textbox', { name: 'Comment' })).toHaveValue('Within the budget');
    await waitFor(() => expect(focused()).toBe('Try again'));
  },
};

const downForMaintenance = host(() => new Response('<h1>503 Service Unavailable</h1>', { status: 503 }));

/** An answer that nobody made for the card, such as a proxy's page, is told in the library's own words. */
export const FailedWithoutMessage: Story = {
  args: { card: equipment, transport: downForMaintenance.transport },
  play: async ({ canvasElement }) => {
    const { shown, focused } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await expect(await shown.findByText('Approve: That didn’t work')).toBeVisible();
    await expect(shown.getByText(/^The other side refused it \(503\)/)).toBeVisible();
    await waitFor(() => expect(focused()).toBe('Try again'));
  },
};

const known = new Set<string>();
/** Fails the first time it sees a request, and takes the same one the second time. */
const recovers = host(({ submissionId }) => {
  if (known.has(submissionId)) return { kind: 'done' };
  known.add(submissionId);
  return { kind: 'failed', text: 'Concur is busy. Please try again in a moment.' };
});

/** The second attempt gets through. It carries the same submission id, so that a server can act once. */
export const FailedThenRetried: Story = {
  args: { card: expense, transport: recovers.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Decline' }));
    await userEvent.type(await shown.findByRole('textbox', { name: 'Reason' }), 'No receipt for the taxi');
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText(/^Concur is busy/)).toBeVisible();
    await userEvent.click(shown.getByRole('button', { name: 'Try again' }));
    await expect(await shown.findByText('Declined', { selector: 'p *' })).toBeVisible();
    await expect(shown.queryByText(/^Concur is busy/)).toBeNull();
    const [first, second] = recovers.asked.mock.calls.map(([request]) => request);
    await expect(second?.submissionId).toBe(first?.submissionId);
    await expect(second?.body).toBe(first?.body);
  },
};

const objects = host(() =>
  Response.json(
    { errors: { other_dates: 'Week 13 is closed for year-end work in Kraków.' } },
    { status: 422 },
  ),
);

/** The connector's word on a single input stands at that input. */
export const ConnectorFieldErrors: Story = {
  args: { card: leave, transport: objects.transport },
  play: async ({ canvasElement }) => {
    const { shown, focused } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Send back' }));
    await userEvent.selectOptions(await shown.findByRole('combobox', { name: /^Reason/ }), 'other');
    const dates = shown.getByRole('textbox', { name: 'Dates that would suit' });
    await userEvent.type(dates, '20 March to 9 June 2028');
    await userEvent.type(shown.getByRole('textbox', { name: /^Message/ }), 'Would spring do as well?');
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText(/^Week 13 is closed/)).toBeVisible();
    await expect(dates).toBeInvalid();
    await expect(dates).toHaveAccessibleDescription(/Week 13 is closed/);
    await waitFor(() => expect(focused()).toBe('Dates that would suit'));
  },
};

const lapsed = new Set<string>();
/** Knows the user the second time it is asked. */
const wantsSignIn = host(({ submissionId }) => {
  if (lapsed.has(submissionId)) return { kind: 'done' };
  lapsed.add(submissionId);
  return new Response(null, { status: 400, headers: { 'X-Backend-Status': '401' } });
});
const signIn = fn((_event: MfAuthRequiredEvent) => undefined);

/** The connector's own sign-in has lapsed. The host hears of it, renews it, and sends the action again. */
export const SignInAgain: Story = {
  args: { card: equipment, transport: wantsSignIn.transport },
  render: (args) => html`<div @mf-auth-required=${signIn}>${renderCard(args)}</div>`,
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await expect(
      await shown.findByText('Sign in to ServiceNow again to go on.', { selector: '[part=failure-text]' }),
    ).toBeVisible();
    await expect(shown.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(signIn).toHaveBeenCalledTimes(1);
  },
};

/** The host has signed the user in again, and calls `retry()` of the event. */
export const SignedInAgain: Story = {
  ...SignInAgain,
  play: async (context) => {
    await SignInAgain.play?.(context);
    const { shown } = await insideCard(context.canvasElement);
    signIn.mock.lastCall?.[0].retry();
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await expect(shown.queryByText(/^Sign in to/)).toBeNull();
  },
};

/** No listener and no transport: the action fails at once and says so. */
export const NobodyAnswers: Story = {
  args: { card: equipment },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await expect(await shown.findByText('Nothing here takes this action. It was not sent.')).toBeVisible();
  },
};

const answers = fn((event: MfActionEvent) => event.respondWith(Promise.resolve({ kind: 'done' })));

/** A listener of `mf-action` answers, and no transport is needed. */
export const ListenerAnswers: Story = {
  args: { card: equipment },
  render: (args) => html`<div @mf-action=${answers}>${renderCard(args)}</div>`,
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await expect(answers.mock.lastCall?.[0].request.method).toBe('POST');
  },
};

const payment = actionsOf(mfaWireTransfer);
const strangers = host(() => undefined, { identity: false });

/** The action needs to know that it is the user, and the host can't say so: it is never sent. */
export const IdentityNotVerified: Story = {
  args: { card: payment, transport: strangers.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Release payment' }));
    await expect(await shown.findByText(/^This action needs to know that it is you/)).toBeVisible();
    await expect(strangers.asked).not.toHaveBeenCalled();
  },
};

const acquainted = host(() => undefined, { identity: true });

/** The host has made sure who it is, and the payment is sent. */
export const IdentityVerified: Story = {
  args: { card: payment, transport: acquainted.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Release payment' }));
    await expect(await shown.findByText('Payment released', { selector: 'p *' })).toBeVisible();
    await expect(acquainted.asked).toHaveBeenCalledTimes(1);
  },
};

const opened = fn((event: MfOpenEvent) => event.preventDefault());

/** An action that opens a page. The host hears of it first, and may open it in its own way. */
export const OpenIn: Story = {
  args: { card: actionsOf(townhallBanner) },
  render: (args) => html`<div @mf-open=${opened}>${renderCard(args)}</div>`,
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('link', { name: 'Join the live stream' }));
    const { url, reason } = opened.mock.lastCall?.[0] ?? {};
    await expect({ url, reason }).toEqual({
      url: 'https://intranet.aldervoss.example/townhall/live',
      reason: 'open-in',
    });
    await expect(shown.getByRole('status')).toHaveTextContent('Opened');
  },
};

const removed = fn((event: MfCardRemovedEvent) => {
  const note = (event.currentTarget as HTMLElement).querySelector('output');
  if (note) note.textContent = `The host hears: the card was ${event.reason}.`;
});

/** What is left on the page when a card goes, so that the story is not empty. */
const renderWithNote: Story['render'] = (args) =>
  html`<div @mf-card-removed=${removed}>
    ${renderCard(args)}
    <output></output>
  </div>`;

/** The user has no use for the card. For eight seconds it can be brought back; then it goes, and the host is told. */
export const Dismiss: Story = {
  args: { card: actionsOf(townhallBanner) },
  render: renderWithNote,
  play: async ({ canvas, canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(element).not.toBeVisible(), { timeout: 12_000 });
    await expect(canvas.getByText('The host hears: the card was dismissed.')).toBeVisible();
  },
};

/** It was dismissed, and can be brought back. The focus is where that is done. */
export const Dismissed: Story = {
  args: { card: actionsOf(townhallBanner) },
  play: async ({ canvasElement }) => {
    const { shown, focused } = await insideCard(canvasElement);
    const dismiss = () => userEvent.click(shown.getByRole('button', { name: 'Dismiss' }));
    await dismiss();
    await waitFor(() => expect(focused()).toBe('Undo'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toBe('Dismiss'));
    await dismiss();
    await waitFor(() => expect(focused()).toBe('Undo'));
  },
};

/** An action that may be done again says that it was done, and stays. */
export const Repeatable: Story = {
  args: { card: actionsOf(jiraComments), transport: takesAll.transport },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    for (const text of ['Works on the bench.', 'And in Rotterdam.']) {
      await userEvent.click(shown.getByRole('button', { name: 'Add comment' }));
      const comment = await shown.findByRole('textbox', { name: /^Comment/ });
      await expect(comment).toHaveValue('');
      await userEvent.type(comment, text);
      await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
      await expect(await shown.findByText('Comment added', { selector: 'span' })).toBeVisible();
    }
    await expect(takesAll.asked.mock.calls.map(([{ values }]) => values.body)).toEqual([
      'Works on the bench.',
      'And in Rotterdam.',
    ]);
  },
};

/** `remove_card_on_completion`: the result stays long enough to be seen, then the card goes. */
export const GoesWhenCompleted: Story = {
  args: { card: actionsOf(coupaRequisition), transport: takesAll.transport },
  render: renderWithNote,
  play: async ({ canvas, canvasElement }) => {
    const { element, shown } = await insideCard(canvasElement);
    await userEvent.click(shown.getByRole('button', { name: 'Approve' }));
    await userEvent.click(await shown.findByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await waitFor(() => expect(element).not.toBeVisible(), { timeout: 5000 });
    await expect(canvas.getByText('The host hears: the card was completed.')).toBeVisible();
  },
};

/** An action that can't be done, here for want of a URL, is shown and says so. */
export const Unavailable: Story = {
  args: { card: { ...faultyCard, header: { title: 'Expense report 40718' }, links: [], body: {} } },
  play: async ({ canvasElement }) => {
    const { shown } = await insideCard(canvasElement);
    await expect(shown.getByRole('button', { name: 'Decline not available' })).toBeDisabled();
    await expect(shown.getByRole('button', { name: 'Approve' })).toBeEnabled();
  },
};
