import { ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  transportContext,
  type ActionAnswer,
  type ActionRequest,
  type MfActionEvent,
  type MfCard,
  type Transport,
} from '../../src/index.js';
import { mockTransport } from '../../src/transports/index.js';
import {
  boxerExpense,
  concurExpense,
  jiraComments,
  mfaWireTransfer,
  pagerdutyIncident,
  servicenowApproval,
} from '../../stories/cards/index.js';
import { action, card, type WireObject } from '../cards.js';
import {
  answer,
  asks,
  button,
  buttons,
  click,
  control,
  described,
  doubleClick,
  events,
  focused,
  hides,
  later,
  link,
  listen,
  nextEvent,
  press,
  refusal,
  said,
  showCard,
  shows,
  textOf,
  typeInto,
  until,
} from '../card-page.js';

const TOO_LATE =
  'mf-action: respondWith() came too late; call it at once in the listener, and wait in its promise';

const FORM = 'application/x-www-form-urlencoded';

for (const [name, json, urls] of [
  [
    'the expense report of the guide',
    concurExpense,
    { Approve: 'https://httpbin.org/status/204', Decline: 'https://httpbin.org/status/204' },
  ],
  [
    'two actions with the same id',
    boxerExpense,
    {
      Approve: '//hero/connectors/concur/api/expense/1D3BD2E14D144508B05F/approve',
      Decline: '//hero/connectors/concur/api/expense/1D3BD2E14D144508B05F/decline',
    },
  ],
] as const)
  describe(`given ${name}`, () => {
    it('asks for a comment, sends it once, and shows that it is approved', async () => {
      const el = await showCard(json);
      const requests = answer(el, () => new Response(null, { status: 204 }));
      const heard = listen(el);

      await press(el, 'Approve');
      expect(focused()).to.equal('Comment');
      await sendKeys({ type: 'Für Reise & Hotel = ok' });
      await press(el, 'Submit');
      await shows(el, 'Approved');

      expect(requests.length).to.equal(1);
      const [request] = requests;
      expect(request?.method).to.equal('POST');
      expect(request?.url).to.equal(urls.Approve);
      expect(request?.contentType).to.equal(FORM);
      expect(formOf(request)).to.deep.equal([['comment', 'Für Reise & Hotel = ok']]);
      expect(buttons(el)).to.deep.equal([]);
      expect(asks(el)).to.equal(false);
      expect(focused()).to.equal('Approved');
      expect(said(el)).to.equal('Approved');
      expect(heard).to.deep.equal(['Sending …', 'Approved']);
    });

    it('sends the other action to the other address', async () => {
      const el = await showCard(json);
      const requests = answer(el, () => undefined);
      await press(el, 'Decline');
      expect(focused()).to.equal('Reason');
      await sendKeys({ type: 'No receipt' });
      await press(el, 'Submit');
      await shows(el, 'Declined');
      expect(requests.map(({ url }) => url)).to.deep.equal([urls.Decline]);
      expect(formOf(requests[0])).to.deep.equal([['reason', 'No receipt']]);
      expect(buttons(el)).to.deep.equal([]);
      expect(textOf(el)).not.to.contain('Approve');
    });

    it('sends an optional comment as an empty one', async () => {
      const el = await showCard(json);
      const requests = answer(el, () => undefined);
      await press(el, 'Approve');
      await press(el, 'Submit');
      await shows(el, 'Approved');
      expect(formOf(requests[0])).to.deep.equal([['comment', '']]);
    });

    it('keeps what was typed when it fails, and tries again as the same submission', async () => {
      const el = await showCard(json);
      let status = 503;
      const requests = answer(el, () => (status === 503 ? refusal(503) : undefined));
      await press(el, 'Approve');
      await sendKeys({ type: 'Fine' });
      await press(el, 'Submit');
      await shows(el, 'The other side refused it (503). What you entered is still here.');
      expect(control(el, 'Comment').value).to.equal('Fine');
      expect(buttons(el)).to.deep.equal(['Approve', 'Decline', 'Try again', 'Cancel']);
      expect(focused()).to.equal('Try again');
      expect(said(el)).to.contain('The other side refused it (503)');

      status = 204;
      await press(el, 'Try again');
      await shows(el, 'Approved');
      expect(requests.length).to.equal(2);
      expect(requests[1]?.submissionId).to.equal(requests[0]?.submissionId);
      expect(textOf(el)).not.to.contain('refused');
    });

    it('is a new submission when another text is sent after a failure', async () => {
      const el = await showCard(json);
      const requests = answer(el, () => refusal(500));
      await press(el, 'Approve');
      await sendKeys({ type: 'Fine' });
      await press(el, 'Submit');
      await shows(el, 'refused');
      await typeInto(el, 'Comment', '!');
      await press(el, 'Try again');
      await until(
        () => requests.length === 2,
        () => `sent ${requests.length}`,
      );
      expect(requests[1]?.submissionId).not.to.equal(requests[0]?.submissionId);
      expect(new Set(requests.map(({ values }) => values.comment)).size).to.equal(2);
    });
  });

describe('given an action that is sent at once', () => {
  it('is sent with one press, without a question', async () => {
    const el = await showCard(servicenowApproval);
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    await shows(el, 'Approved');
    expect(requests.map(({ url }) => url)).to.deep.equal([
      'https://flows.aldervoss.example/connectors/servicenow/card/api/v1/tickets/8c41f0d2/approve',
    ]);
    expect(focused()).to.equal('Approved');
  });

  it('is sent with the Enter key and with the space bar', async () => {
    for (const key of ['Enter', ' ']) {
      const el = await showCard(card());
      const requests = answer(el, () => undefined);
      button(el, 'Approve').focus();
      await sendKeys({ press: key });
      await shows(el, 'Approved');
      expect(requests.length, key).to.equal(1);
    }
  });

  it('shows that it is on its way, and lets nothing else be pressed', async () => {
    const el = await showCard(servicenowApproval);
    const { promise, give } = later<ActionAnswer>();
    const requests = answer(el, () => promise);
    await press(el, 'Approve');
    expect(button(el, 'Approve').ariaBusy).to.equal('true');
    expect(said(el)).to.equal('Sending …');
    await press(el, 'Reject');
    expect(asks(el)).to.equal(false);
    give(undefined);
    await shows(el, 'Approved');
    expect(requests.length).to.equal(1);
  });

  it('is sent once when it is clicked ten times in a hurry', async () => {
    const el = await showCard(card());
    const { promise, give } = later<ActionAnswer>();
    const requests = answer(el, () => promise);
    await click(button(el, 'Approve'), 10);
    for (let i = 0; i < 10; i++) button(el, 'Approve').click();
    give(undefined);
    await shows(el, 'Approved');
    expect(requests.length).to.equal(1);
  });

  it('is sent once when the answer comes at once', async () => {
    const el = await showCard(card());
    const requests = answer(el, () => undefined);
    await click(button(el, 'Approve'), 10);
    await shows(el, 'Approved');
    expect(requests.length).to.equal(1);
  });

  it('is sent once by two elements that show the same card', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <mf-card-feed .cards=${[card()]}></mf-card-feed>
      </div>`,
    );
    const feed = place.querySelector('mf-card-feed')!;
    await feed.updateComplete;
    const first = feed.shadowRoot!.querySelector('mf-card')!;
    const second = await showCard(card(), { store: first.store });
    const { promise, give } = later<ActionAnswer>();
    const requests = [answer(feed, () => promise), answer(second, () => promise)];
    button(first, 'Approve').click();
    await second.updateComplete;
    await press(second, 'Approve');
    give(undefined);
    await shows(second, 'Approved');
    expect(requests.flat().length).to.equal(1);
  });

  it('says to the page what was sent and what became of it', async () => {
    const el = await showCard(concurExpense);
    answer(el, () => undefined);
    const settled = nextEvent(el, 'mf-action-settled');
    await press(el, 'Approve');
    await typeInto(el, 'Comment', 'ok');
    await press(el, 'Submit');
    const { request, outcome } = await settled;
    expect(outcome.kind).to.equal('done');
    expect(request.values).to.deep.equal({ comment: 'ok' });
    expect(request.card).to.deep.equal(concurExpense);
    expect(request.action).to.deep.equal(concurExpense.actions[0]);
    expect(structuredClone(request)).to.deep.equal(request);
  });
});

describe('given a form', () => {
  it('is not sent by a double click on the button that opens it', async () => {
    const el = await showCard(concurExpense);
    const requests = answer(el, () => undefined);
    await doubleClick(button(el, 'Approve'));
    await shows(el, 'Submit');
    expect(requests.length).to.equal(0);
    expect(buttons(el)).to.include('Submit');
  });

  it('is sent once by Enter and a click together', async () => {
    const el = await showCard(shareCard());
    const { promise, give } = later<ActionAnswer>();
    const requests = answer(el, () => promise);
    await press(el, 'Share');
    await sendKeys({ type: 'kim@example.com' });
    await Promise.all([sendKeys({ press: 'Enter' }), click(button(el, 'Submit'), 3)]);
    give(undefined);
    await shows(el, 'Shared');
    expect(requests.map(({ body }) => body)).to.deep.equal(['email=kim%40example.com']);
  });

  it('starts a new line with Enter in a text area', async () => {
    const el = await showCard(concurExpense);
    const requests = answer(el, () => undefined);
    await press(el, 'Approve');
    await sendKeys({ type: 'one' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'two' });
    expect(control(el, 'Comment').value).to.equal('one\ntwo');
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(formOf(requests[0])).to.deep.equal([['comment', 'one\r\ntwo']]);
  });

  it('cannot be changed or closed while it is sent', async () => {
    const el = await showCard(concurExpense);
    const { promise, give } = later<ActionAnswer>();
    answer(el, () => promise);
    await press(el, 'Approve');
    await sendKeys({ type: 'Fine' });
    await press(el, 'Submit');
    await shows(el, 'Sending …');
    await typeInto(el, 'Comment', ' more');
    await press(el, 'Cancel');
    await sendKeys({ press: 'Escape' });
    expect(control(el, 'Comment').value).to.equal('Fine');
    expect(button(el, 'Sending …').ariaBusy).to.equal('true');
    give(undefined);
    await shows(el, 'Approved');
  });

  for (const close of ['the Escape key', 'Cancel'])
    it(`keeps what was typed when it is closed with ${close}, and gives back the focus`, async () => {
      const el = await showCard(concurExpense);
      await press(el, 'Decline');
      await sendKeys({ type: 'No receipt' });
      if (close === 'Cancel') await press(el, 'Cancel');
      else await sendKeys({ press: 'Escape' });
      expect(asks(el)).to.equal(false);
      expect(focused()).to.equal('Decline');
      expect(el.hasUnsavedInput).to.equal(true);
      await sendKeys({ press: 'Enter' });
      expect(focused()).to.equal('Reason');
      expect(control(el, 'Reason').value).to.equal('No receipt');
    });

  it('keeps a text for each action when another one is opened', async () => {
    const el = await showCard(sameInputs());
    await press(el, 'Approve');
    await sendKeys({ type: 'yes' });
    await press(el, 'Decline');
    expect(control(el, 'Comment').value).to.equal('');
    await sendKeys({ type: 'no' });
    await press(el, 'Approve');
    expect(control(el, 'Comment').value).to.equal('yes');
    await press(el, 'Decline');
    expect(control(el, 'Comment').value).to.equal('no');
  });

  it('forgets what was typed once it is sent', async () => {
    const el = await showCard(jiraComments);
    const requests = answer(el, () => undefined);
    await press(el, 'Add comment');
    await sendKeys({ type: 'First' });
    await press(el, 'Submit');
    await shows(el, 'Comment added');
    expect(el.hasUnsavedInput).to.equal(false);
    await press(el, 'Add comment');
    expect(control(el, 'Comment').value).to.equal('');
    await sendKeys({ type: 'Second' });
    await press(el, 'Submit');
    await until(
      () => requests.length === 2,
      () => `sent ${requests.length}`,
    );
    expect(requests.map(({ body }) => JSON.parse(body ?? '') as unknown)).to.deep.equal([
      { visibility: 'team', notify: true, body: 'First' },
      { visibility: 'team', notify: true, body: 'Second' },
    ]);
    expect(requests[0]?.submissionId).not.to.equal(requests[1]?.submissionId);
  });

  it('is gone when another action of its set is done', async () => {
    const el = await showCard(servicenowApproval);
    answer(el, () => undefined);
    await press(el, 'Reject');
    await sendKeys({ type: 'Too dear' });
    await press(el, 'Approve');
    await shows(el, 'Approved');
    expect(asks(el)).to.equal(false);
    expect(buttons(el)).to.deep.equal([]);
    expect(el.hasUnsavedInput).to.equal(false);
  });
});

describe('given several actions that do not exclude each other', () => {
  it('leaves the others when one is done', async () => {
    const el = await showCard(pagerdutyIncident);
    answer(el, () => undefined);
    await press(el, 'Acknowledge');
    await shows(el, 'Acknowledged');
    expect(buttons(el)).to.deep.equal(['Resolve', 'Escalate']);
  });

  it('can send one that may be repeated again', async () => {
    const el = await showCard(card({ actions: [action({ allow_repeated: true, label: 'Remind' })] }));
    const requests = answer(el, () => undefined);
    await press(el, 'Remind');
    await shows(el, 'Approved');
    expect(focused()).to.equal('Remind');
    await press(el, 'Remind');
    await until(
      () => requests.length === 2,
      () => `sent ${requests.length}`,
    );
    expect(new Set(requests.map(({ submissionId }) => submissionId)).size).to.equal(2);
  });
});

describe('given an action key that nobody knows', () => {
  it('asks when it has inputs, and sends what is chosen and typed', async () => {
    const el = await showCard(pagerdutyIncident);
    const requests = answer(el, () => undefined);
    await press(el, 'Escalate');
    expect(focused()).to.equal('Escalate to');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await typeInto(el, 'What they should know', 'Queue is full');
    await sendKeys({ press: 'Enter' });
    await shows(el, 'Escalated');
    expect(requests.map(({ body }) => JSON.parse(body ?? '') as unknown)).to.deep.equal([
      { level: 'platform', note: 'Queue is full' },
    ]);
  });

  it('is sent at once when it has none', async () => {
    const el = await showCard(card({ actions: [action({ action_key: 'NUDGE', label: 'Nudge' })] }));
    const requests = answer(el, () => undefined);
    await press(el, 'Nudge');
    await shows(el, 'Approved');
    expect(requests.map(({ actionKey }) => actionKey)).to.deep.equal(['NUDGE']);
  });
});

describe('given an installation through the connector', () => {
  it('is sent like any other action', async () => {
    const el = await showCard(card({ actions: [action({ action_key: 'INSTALL_APP', label: 'Install' })] }));
    const requests = answer(el, () => undefined);
    await press(el, 'Install');
    await shows(el, 'Approved');
    expect(requests.map(({ method }) => method)).to.deep.equal(['POST']);
  });
});

describe('given a page that does not take the action', () => {
  it('says so when nobody answers', async () => {
    const el = await showCard(concurExpense);
    await press(el, 'Approve');
    await sendKeys({ type: 'Fine' });
    await press(el, 'Submit');
    await shows(el, 'Nothing here takes this action. It was not sent.');
    expect(control(el, 'Comment').value).to.equal('Fine');
    expect(said(el)).to.contain('Nothing here takes this action');
  });

  it('goes back to where it was when a listener forbids it', async () => {
    const el = await showCard(card());
    const heard = events(el, 'mf-action');
    const settled = events(el, 'mf-action-settled');
    const forbid = (event: Event) => event.preventDefault();
    el.addEventListener('mf-action', forbid);
    await press(el, 'Approve');
    await until(
      () => button(el, 'Approve').ariaBusy === null,
      () => 'the action is still on its way',
    );
    expect(textOf(el)).not.to.contain('didn’t work');
    expect(settled.length).to.equal(0);
    expect(said(el)).to.equal('');

    el.removeEventListener('mf-action', forbid);
    answer(el, () => undefined);
    await press(el, 'Approve');
    await shows(el, 'Approved');
    expect(heard.length).to.equal(2);
  });

  it('fails when the answer is rejected', async () => {
    const el = await showCard(concurExpense);
    answer(el, () => Promise.reject(new TypeError('Failed to fetch')));
    await press(el, 'Approve');
    await sendKeys({ type: 'Fine' });
    await press(el, 'Submit');
    await shows(el, 'Sending failed. It may or may not have arrived; what you entered is still here.');
    expect(textOf(el)).not.to.contain('Failed to fetch');
    expect(control(el, 'Comment').value).to.equal('Fine');
  });

  it('says that nobody takes it when the listener throws', async () => {
    const el = await showCard(card());
    const { onerror } = window;
    const { error } = console;
    let uncaught = '';
    window.onerror = (message) => {
      if (typeof message === 'string') uncaught = message;
    };
    console.error = () => undefined;
    el.addEventListener('mf-action', () => {
      throw new Error('a bug of the page');
    });
    await press(el, 'Approve');
    await shows(el, 'Nothing here takes this action.');
    window.onerror = onerror;
    console.error = error;
    expect(uncaught).to.contain('a bug of the page');
  });

  it('lets only one listener answer, and only at once', async () => {
    const el = await showCard(card());
    const thrown: string[] = [];
    const attempt = (respond: () => void) => {
      try {
        respond();
      } catch (error) {
        thrown.push((error as Error).message);
      }
    };
    el.addEventListener('mf-action', (event) => {
      event.respondWith(undefined);
      attempt(() => event.respondWith(refusal(500)));
      void Promise.resolve().then(() => attempt(() => event.respondWith(undefined)));
    });
    await press(el, 'Approve');
    await shows(el, 'Approved');
    expect(thrown).to.deep.equal(['mf-action was answered twice', TOO_LATE]);
  });

  for (const [when, wait] of Object.entries({
    'a moment': () => Promise.resolve(),
    'a while': (el: MfCard) => shows(el, 'It was not sent.'),
  }))
    it(`does not say that it was not sent when it was, ${when} too late`, async () => {
      const el = await showCard(card());
      const heard = listen(el);
      let thrown = '';
      const late = async (event: MfActionEvent) => {
        await wait(el);
        try {
          event.respondWith(undefined);
        } catch (error) {
          thrown = (error as Error).message;
        }
      };
      el.addEventListener('mf-action', (event) => void late(event));
      await press(el, 'Approve');
      await shows(el, 'Sending failed. It may or may not have arrived;');
      expect(textOf(el)).not.to.contain('not sent');
      expect(heard.at(-1)).to.contain('It may or may not have arrived');
      expect(thrown).to.equal(TOO_LATE);
    });
});

describe('given a transport', () => {
  it('takes what no listener answers', async () => {
    const transport = mockTransport();
    const el = await showCard(concurExpense, { transport });
    const heard = events(el, 'mf-action');
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Approved');
    expect(heard.length).to.equal(1);
    expect(transport.requests.map(({ actionKey }) => actionKey)).to.deep.equal(['USER_INPUT']);
  });

  it('is left alone when a listener answers', async () => {
    const transport = mockTransport();
    const el = await showCard(card(), { transport });
    answer(el, () => undefined);
    await press(el, 'Approve');
    await shows(el, 'Approved');
    expect(transport.requests.length).to.equal(0);
  });

  it('is found in the page round the card', async () => {
    const transport = mockTransport();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    new ContextProvider(place, { context: transportContext, initialValue: transport });
    const el = Object.assign(document.createElement('mf-card'), { card: card() });
    place.append(el);
    await el.updateComplete;
    await press(el, 'Approve');
    await shows(el, 'Approved');
    expect(transport.requests.length).to.equal(1);
  });

  for (const [what, given] of [
    ['nothing', undefined],
    ['an outcome', { kind: 'done' }],
  ] as const)
    it(`has taken it when it gives ${what}, and no promise`, async () => {
      // As a page without types may write it.
      const submit = (() => given) as unknown as Transport['submit'];
      const el = await showCard(card(), { transport: { submit } });
      await press(el, 'Approve');
      await shows(el, 'Approved');
    });

  it('fails, and says so, when it throws', async () => {
    const el = await showCard(card(), {
      transport: {
        submit: () => {
          throw new Error('no bridge');
        },
      },
    });
    await press(el, 'Approve');
    await shows(el, 'Sending failed.');
    expect(buttons(el)).to.deep.equal(['Approve', 'Try again']);
  });
});

describe('given a refusal of the connector', () => {
  it('shows its title, its message and the links on which it can be mended', async () => {
    const el = await showCard(concurExpense);
    answer(el, () =>
      refusal(409, {
        title: 'Already decided',
        error_message: 'Maria approved this report an hour ago.',
        actions: [
          { label: 'Open in Concur', url: { href: 'https://concur.example/report' } },
          { label: 'Run', url: { href: 'javascript:alert(1)' } },
        ],
      }),
    );
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Maria approved this report an hour ago.');
    expect(textOf(el)).to.contain('Already decided').and.not.contain('Run');
    expect(link(el, 'Open in Concur').href).to.equal('https://concur.example/report');
    expect(link(el, 'Open in Concur').rel).to.contain('noopener');
    expect(said(el)).to.equal('Already decided. Maria approved this report an hour ago.');
  });

  it('shows its words on the inputs they are about', async () => {
    const el = await showCard(concurExpense);
    answer(el, () => refusal(400, { errors: { comment: 'Name the project.', other: 'Not here.' } }));
    await press(el, 'Approve');
    await sendKeys({ type: 'ok' });
    await press(el, 'Submit');
    await shows(el, 'Name the project.');
    const comment = control(el, 'Comment');
    expect(described(comment)).to.equal('Name the project.');
    expect(comment.ariaInvalid).to.equal('true');
    expect(focused()).to.equal('Comment');
    await sendKeys({ type: ' for Lyon' });
    await hides(el, 'Name the project.');
    expect(comment.ariaInvalid).to.equal(null);
  });

  it('shows a short message, and no page of HTML', async () => {
    const el = await showCard(card());
    const answers = [
      refusal(404, { error: 'This report is gone.' }),
      new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
    ];
    answer(el, () => answers.shift());
    await press(el, 'Approve');
    await shows(el, 'This report is gone.');
    await press(el, 'Try again');
    await shows(el, 'The other side refused it (502).');
    expect(textOf(el)).not.to.contain('gateway');
  });

  it('can be followed by the other action, and is then forgotten', async () => {
    const el = await showCard(servicenowApproval);
    let fails = true;
    answer(el, () => (fails ? refusal(500) : undefined));
    await press(el, 'Approve');
    await shows(el, 'refused');
    fails = false;
    await press(el, 'Reject');
    await sendKeys({ type: 'Too dear' });
    await press(el, 'Submit');
    await shows(el, 'Rejected');
    expect(textOf(el)).not.to.contain('refused');
    expect(buttons(el)).to.deep.equal([]);
  });

  it('asks for a new sign-in, and is sent again as the same submission', async () => {
    const el = await showCard(card({ name: 'Concur' }));
    let signedIn = false;
    const requests = answer(el, () =>
      signedIn ? undefined : new Response('{}', { status: 400, headers: { 'x-backend-status': '401' } }),
    );
    const asked = nextEvent(el, 'mf-auth-required');
    await press(el, 'Approve');
    const { retry } = await asked;
    await shows(el, 'Sign in to Concur again to go on.');
    signedIn = true;
    retry();
    await shows(el, 'Approved');
    expect(requests.length).to.equal(2);
    expect(requests[0]?.submissionId).to.equal(requests[1]?.submissionId);
  });

  it('is not sent again by the page once the user has tried again, though it can be repeated', async () => {
    const el = await showCard(card({ actions: [action({ allow_repeated: true })] }));
    let signedIn = false;
    const requests = answer(el, () =>
      signedIn ? undefined : refusal(400, { error: 'invalid_connector_token' }),
    );
    const asked = nextEvent(el, 'mf-auth-required');
    await press(el, 'Approve');
    const { retry } = await asked;
    await shows(el, 'Sign in');
    signedIn = true;
    await press(el, 'Try again');
    await shows(el, 'Approved');
    retry();
    expect(requests).to.have.lengthOf(2);
    await press(el, 'Approve');
    await until(
      () => requests.length === 3,
      () => 'it can’t be repeated',
    );
  });

  it('cannot be tried again where the page says that it makes no sense', async () => {
    const el = await showCard(card());
    answer(el, () => ({ kind: 'failed', text: 'This report was withdrawn.', canRetry: false }));
    await press(el, 'Approve');
    await shows(el, 'This report was withdrawn.');
    expect(buttons(el)).to.deep.equal(['Approve']);
  });

  it('says no more in a form that it can be tried again there', async () => {
    const el = await showCard(servicenowApproval);
    answer(el, () => ({ kind: 'failed', text: 'This request was withdrawn.', canRetry: false }));
    await press(el, 'Reject');
    await sendKeys({ type: 'Too dear' });
    await press(el, 'Submit');
    await shows(el, 'This request was withdrawn.');
    expect(buttons(el)).to.include('Submit').and.not.include('Try again');
  });
});

describe('given a new version of the card in the answer', () => {
  it('shows it', async () => {
    const el = await showCard(card());
    answer(el, () => ({
      kind: 'done',
      card: card({ hash: 'h2', header: { title: 'Trip to NYC: approved' } }),
    }));
    await press(el, 'Approve');
    await shows(el, 'Trip to NYC: approved');
    expect(buttons(el)).to.deep.equal([]);
  });
});

describe('given an action that needs to know who the user is', () => {
  it('is not sent when nobody can tell, whoever answers', async () => {
    const el = await showCard(mfaWireTransfer);
    const requests = answer(el, () => undefined);
    await press(el, 'Release payment');
    await shows(
      el,
      'This action needs to know that it is you, and this page can’t check that. It was not sent.',
    );
    expect(requests.length).to.equal(0);
  });

  it('is not sent when the check says no', async () => {
    const transport = mockTransport({ identity: false });
    const el = await showCard(mfaWireTransfer, { transport });
    const requests = answer(el, () => undefined);
    await press(el, 'Release payment');
    await shows(el, 'It was not sent.');
    expect(requests.length + transport.requests.length).to.equal(0);
  });

  it('is sent once the check says yes', async () => {
    const transport = mockTransport({ identity: true });
    const el = await showCard(mfaWireTransfer, { transport });
    await click(button(el, 'Release payment'), 3);
    await shows(el, 'Payment released');
    expect(transport.requests.map(formOf)).to.deep.equal([
      [
        ['signature', 'second'],
        ['amount', '418250.00'],
        ['currency', 'EUR'],
      ],
    ]);
  });

  it('does not keep the card’s other actions from being sent', async () => {
    const el = await showCard(mfaWireTransfer);
    const requests = answer(el, () => undefined);
    await press(el, 'Put on hold');
    await sendKeys({ type: 'The account number is new' });
    await press(el, 'Submit');
    await shows(el, 'On hold');
    expect(requests.length).to.equal(1);
  });
});

function formOf(request: ActionRequest | undefined): [string, string][] {
  return [...new URLSearchParams(request?.body ?? '')];
}

function shareCard(): WireObject {
  return card({
    actions: [
      action({
        action_key: 'USER_INPUT',
        label: 'Share',
        completed_label: 'Shared',
        user_input: [{ id: 'email', label: 'Send to', format: 'email', min_length: 1 }],
      }),
    ],
  });
}

/** Two actions that ask for the same input. */
function sameInputs(): WireObject {
  const asking = {
    action_key: 'USER_INPUT',
    user_input: [{ id: 'comment', label: 'Comment', format: 'textarea' }],
  };
  return card({ actions: [action(asking), action({ ...asking, label: 'Decline' })] });
}
