import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActionAnswer, ActionRequest, MfCard, Transport } from '../../src/index.js';
import { action, card } from '../cards.js';
import {
  answer,
  button,
  control,
  events,
  later,
  listen,
  press,
  said,
  showCard,
  shows,
  textOf,
  until,
} from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';

/*
 * Whatever becomes of a request: what was entered stays, the user is told once, trying again is the same intent, and
 * no promise is rejected behind the page's back (which the runner would report).
 */

const NOTE = ' Fine — “so far”,\n  with 2 lines & 🙂 ';

const asking = () =>
  card({
    actions: [
      action({
        action_key: 'USER_INPUT',
        user_input: [{ id: 'note', label: 'Note', format: 'textarea' }],
      }),
    ],
  });
const direct = () => card();

type Answers = (request: ActionRequest, signal: AbortSignal) => Promise<ActionAnswer>;

const response =
  (status: number, body = '', headers: HeadersInit = {}): Answers =>
  () =>
    Promise.resolve(new Response(body || null, { status, headers }));
const ofHost =
  (properties: object): Answers =>
  () =>
    Promise.resolve(
      Object.defineProperties(
        new Response('<form>Sign in</form>', { headers: { 'content-type': 'text/html' } }),
        Object.fromEntries(
          Object.entries(properties).map(([name, value]) => [name, { value: value as unknown }]),
        ),
      ),
    );

/** A body that breaks off. */
const cut: Answers = () => {
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"error": "It is'));
      stream.error(new TypeError('network error'));
    },
  });
  return Promise.resolve(new Response(body, { status: 400 }));
};

const html = '<html><body><h1 onclick="x()">502 Bad Gateway</h1></body></html>';

const failures: Record<string, [Answers, told: RegExp]> = {
  'throws at once': [
    () => {
      throw new Error('x');
    },
    /may or may not have arrived/,
  ],
  rejects: [() => Promise.reject(new TypeError('Failed to fetch')), /may or may not have arrived/],
  'rejects with what is no error': [
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a page may
    () => Promise.reject(),
    /may or may not have arrived/,
  ],
  'never comes': [() => new Promise(() => undefined), /No answer came in time/],
  'comes too late': [
    (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => void Promise.resolve().then(() => resolve({ kind: 'done' })));
      }),
    /No answer came in time/,
  ],
  'is given up by the page': [
    (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
    /No answer came in time/,
  ],
  ...Object.fromEntries(
    [400, 403, 404, 409, 413, 422, 429, 500, 502, 503, 504].map((status) => [
      `is ${status}`,
      [response(status), new RegExp(`refused it \\(${status}\\)`)],
    ]),
  ),
  'is 401': [response(401, '{"message":"jwt expired"}'), /not signed in any more/],
  'is 400 with a text': [response(400, '{"error":"The report is locked"}'), /The report is locked/],
  'is the vendor’s own': [
    response(409, '{"title":"Locked","error_message":"Ask the auditors."}'),
    /Locked[\s\S]*Ask the auditors\./,
  ],
  'names a field that is not there': [response(400, '{"errors":{"cost":"Too high"}}'), /cost: Too high/],
  'is HTML': [response(502, html, { 'content-type': 'text/html' }), /refused it \(502\)/],
  'breaks off': [cut, /refused it \(400\)/],
  'is the page that a sign-in led to': [ofHost({ redirected: true }), /led to another page/],
  'is a redirect that is not followed': [
    ofHost({ type: 'opaqueredirect', ok: false, status: 0 }),
    /led to another page/,
  ],
  'asks to sign in, in a header': [response(400, '', { 'X-Backend-Status': '401' }), /Sign in to/],
  'asks to sign in, in the body': [response(400, '{"error":"invalid_connector_token"}'), /Sign in to/],
};

/** Everything of a fake host in one place: the answers in turn, then success. */
function host(...answers: Answers[]): { transport: Transport; requests: ActionRequest[] } {
  const requests: ActionRequest[] = [];
  const submit: Transport['submit'] = (request, { signal }) => {
    requests.push(request);
    return (answers.shift() ?? (() => Promise.resolve(undefined)))(request, signal);
  };
  return { transport: { submit }, requests };
}

async function send(el: MfCard, withInput: boolean): Promise<void> {
  await press(el, 'Approve');
  if (!withInput) return;
  const note = control(el, 'Note');
  note.focus();
  for (const [i, line] of NOTE.split('\n').entries()) {
    if (i) await sendKeys({ press: 'Enter' });
    await sendKeys({ type: line });
  }
  await press(el, 'Submit');
}

const whatFailed = (el: MfCard) => el.renderRoot.querySelectorAll('[part=failure]').length;

for (const [kind, json, withInput] of [
  ['a form', asking, true],
  ['an action that is sent at once', direct, false],
] as const)
  describe(`given ${kind} and an answer that`, () => {
    for (const [what, [answers, told]] of Object.entries(failures))
      it(`${what}, loses nothing and can be tried again`, async () => {
        const { transport, requests } = host(answers);
        // A slow browser takes its time to read an answer.
        const el = await showCard(json(), {
          transport,
          timeLimit: told.test('No answer came in time') ? 60 : 0,
        });
        const heard = listen(el);
        await send(el, withInput);
        await until(
          () => whatFailed(el) === 1,
          () => `nothing has failed:\n${textOf(el)}`,
        );
        expect(textOf(el)).to.match(told);
        expect(textOf(el)).not.to.contain('<');
        const announced = heard.filter((text) => text !== '' && text !== 'Sending …');
        expect(announced.length, announced.join()).to.equal(1);
        expect(announced[0]).to.match(new RegExp(told.source.replace('[\\s\\S]*', '.*')));
        if (withInput) expect(control(el, 'Note').value).to.equal(NOTE);

        await press(el, 'Try again');
        await shows(el, 'Approved');
        expect(requests.length).to.equal(2);
        expect(requests[1]?.submissionId).to.equal(requests[0]?.submissionId);
        expect(requests[1]?.body).to.equal(requests[0]?.body);
        expect(whatFailed(el)).to.equal(0);
      });

    for (const [what, answers] of Object.entries({
      'is nothing': () => Promise.resolve(undefined),
      'is 204': response(204),
      'is 200 with HTML': response(200, html),
      'is 200 without a body': response(200),
    } satisfies Record<string, Answers>))
      it(`${what}, is done`, async () => {
        const { transport, requests } = host(answers);
        const el = await showCard(json(), { transport });
        await send(el, withInput);
        await shows(el, 'Approved');
        expect([said(el), requests.length]).to.deep.equal(['Approved', 1]);
      });
  });

describe('given a page that is offline', () => {
  const online = (is: boolean) =>
    Object.defineProperty(navigator, 'onLine', { value: is, configurable: true });
  afterEach(() => Reflect.deleteProperty(navigator, 'onLine'));

  it('says so when nothing was sent', async () => {
    online(false);
    const { transport } = host(() => Promise.reject(new TypeError('Failed to fetch')));
    const el = await showCard(asking(), { transport });
    await send(el, true);
    await shows(el, 'You are offline.');
    expect(control(el, 'Note').value).to.equal(NOTE);
  });

  it('says that it may have arrived when the connection goes on the way', async () => {
    const { promise, give } = later<true>();
    const { transport } = host(() => promise.then(() => Promise.reject(new TypeError('network error'))));
    const el = await showCard(direct(), { transport });
    await send(el, false);
    online(false);
    give(true);
    await shows(el, 'Sending failed. It may or may not have arrived;');
    expect(textOf(el)).not.to.contain('not sent');
  });
});

describe('given two listeners that answer', () => {
  it('takes the first answer, and tells the second so', async () => {
    const el = await showCard(direct());
    answer(el, () => undefined);
    const thrown: string[] = [];
    el.addEventListener('mf-action', (event) => {
      try {
        event.respondWith({ kind: 'failed' });
      } catch (error) {
        thrown.push(String(error));
      }
    });
    await press(el, 'Approve');
    await shows(el, 'Approved');
    expect(thrown.join()).to.contain('answered twice');
  });
});

describe('given an answer that takes long', () => {
  let letGo: () => void;
  beforeEach(() => {
    letGo = holdTime();
  });
  afterEach(() => letGo());

  it('can be given up, with the form as it was', async () => {
    const signals: AbortSignal[] = [];
    const { transport, requests } = host((_, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    const el = await showCard(asking(), { transport, timeLimit: 0 });
    await send(el, true);
    expect(button(el, 'Cancel').ariaDisabled).to.equal('true');
    await afterAWhile(
      () => said(el) === 'This takes long. You can cancel it.',
      () => `said: ${said(el)}`,
    );
    expect(button(el, 'Cancel').ariaDisabled).to.equal(null);
    await press(el, 'Cancel');
    await shows(el, 'You did not wait for an answer.');
    expect([signals[0]?.aborted, control(el, 'Note').value]).to.deep.equal([true, NOTE]);
    await press(el, 'Try again');
    await shows(el, 'Approved');
    expect(requests[1]?.submissionId).to.equal(requests[0]?.submissionId);
  });

  it('can be given up without a form, too', async () => {
    const { transport } = host(() => new Promise(() => undefined));
    const el = await showCard(direct(), { transport, timeLimit: 0 });
    await press(el, 'Approve');
    await canCancel(el);
    await press(el, 'Cancel');
    await shows(el, 'You did not wait for an answer.');
  });

  it('is not sent when nobody has found out in time who the user is', async () => {
    const { transport, requests } = host();
    let waiting: AbortSignal | undefined;
    const verifyIdentity: Transport['verifyIdentity'] = (_, options) => {
      waiting = options?.signal;
      return new Promise<boolean>(() => undefined);
    };
    const el = await showCard(card({ actions: [action({ mfa_required: true })] }), {
      transport: { ...transport, verifyIdentity },
    });
    const settled = events(el, 'mf-action-settled');
    await press(el, 'Approve');
    await canCancel(el);
    await press(el, 'Cancel');
    await until(
      () => said(el) === 'Cancelled. It was not sent.',
      () => `said: ${said(el)}`,
    );
    expect([requests.length, settled.length, button(el, 'Approve').ariaBusy]).to.deep.equal([0, 0, null]);
    expect(waiting?.aborted).to.equal(true);
  });
});

async function canCancel(el: MfCard): Promise<void> {
  await afterAWhile(
    () => textOf(el).includes('Cancel'),
    () => `it shows ${textOf(el)}`,
  );
}
