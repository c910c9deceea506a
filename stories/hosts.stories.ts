import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { toFetchRequest, type MfActionEvent, type MfCard } from '../src/index.js';
import '../src/index.js';
import { bridgeTransport, fetchTransport } from '../src/transports/index.js';
import { concurExpense, servicenowApproval } from './cards/index.js';
import { insideCard } from './play.js';
import { headerOf } from './wire.js';

/**
 * Who shows cards and sends what was chosen: a page with a `fetch`, an intranet that all cards of a page go through, the
 * web view of an app. Each has one function of its own; all else is the same card. No server is asked here: each story
 * has one that is pretended, and shows what reached it.
 */
const meta: Meta<MfCard> = {
  title: 'Hosts',
  component: 'mf-card',
  parameters: { controls: { disable: true } },
};

export default meta;
type Story = StoryObj<MfCard>;

const equipment = { ...headerOf(servicenowApproval), actions: servicenowApproval.actions };
const expense = { ...headerOf(concurExpense), actions: concurExpense.actions };

/** What reached the other side, below the card, as a developer's console would have it. */
const pane = html`<pre
  data-received
  tabindex="0"
  role="region"
  aria-label="What reached the other side"
  style="margin: 1rem 0 0; padding: 0.75rem 1rem; overflow-x: auto; border-radius: 8px; background: #10131a; color: #cfe3ff; font: 0.8125rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere"
>
Nothing yet.</pre>`;

function tell(root: Element, lines: readonly string[]) {
  const shown = root.querySelector('[data-received]');
  if (shown) shown.textContent = lines.join('\n');
}

/** A server that takes everything, and says what came. */
function server(root: () => Element) {
  return fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    tell(root(), [
      `${request.method} ${pathname}`,
      ...['content-type', 'x-request-id']
        .filter((name) => request.headers.has(name))
        .map(
          (name) => `${name}: ${name === 'x-request-id' ? '(a UUID)' : (request.headers.get(name) ?? '')}`,
        ),
      '',
      await request.clone().text(),
    ]);
    return new Response(null, { status: 204 });
  });
}

const received = (canvas: HTMLElement) => canvas.querySelector('[data-received]')?.textContent ?? '';

async function approve(canvasElement: HTMLElement, label: string) {
  const { shown } = await insideCard(canvasElement);
  await userEvent.click(await shown.findByRole('button', { name: label }));
  return shown;
}

/** The smallest one: a listener on the page, and `fetch`. */
export const PageWithFetch: Story = {
  render: () => {
    let root: Element = document.body;
    const send = server(() => root);
    const act = (event: MfActionEvent) => {
      event.respondWith(send(toFetchRequest(event.request, { base: 'https://intranet.example/' })));
    };
    return html`<div ${ref((element) => (root = element ?? root))} @mf-action=${act}>
      <mf-card .card=${equipment}></mf-card>
      ${pane}
    </div>`;
  },
  play: async ({ canvasElement }) => {
    const shown = await approve(canvasElement, 'Approve');
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await expect(received(canvasElement)).toMatch(/^POST \//);
  },
};

/** An intranet gives one transport to all cards of a page, with its sign-in and a limit of time. */
export const IntranetWithTransport: Story = {
  render: () => {
    let root: Element = document.body;
    const send = server(() => root);
    const transport = fetchTransport({ fetch: send, base: 'https://intranet.example/' });
    return html`<div ${ref((element) => (root = element ?? root))}>
      <mf-card .card=${expense} .transport=${transport}></mf-card>
      ${pane}
    </div>`;
  },
  play: async ({ canvasElement }) => {
    const shown = await approve(canvasElement, 'Approve');
    await userEvent.type(await shown.findByRole('textbox'), 'Within the budget');
    await userEvent.click(shown.getByRole('button', { name: 'Submit' }));
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await expect(received(canvasElement)).toContain('Within');
  },
};

/** The native side of a mail app, at the other end of a port. It agrees on a session, and answers one question. */
function nativeSide(port: MessagePort, root: () => Element) {
  const lines: string[] = [];
  port.onmessage = ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as { type: string; session: string; id?: string; call?: string };
    lines.push(`page   → app   ${message.type}${message.call ? ` ${message.call}` : ''}`);
    const answer =
      message.type === 'hello'
        ? { type: 'welcome', calls: ['submit'] }
        : message.type === 'request'
          ? { type: 'answer', id: message.id, outcome: { kind: 'done' } }
          : null;
    if (answer) {
      lines.push(`app    → page  ${answer.type}`);
      port.postMessage(JSON.stringify({ mf: 1, session: message.session, ...answer }));
    }
    tell(root(), lines);
  };
}

/** A web view has no network of its own: the app that holds it sends, with its own sign-in. */
export const WebViewOfAnApp: Story = {
  render: () => {
    let root: Element = document.body;
    const { port1, port2 } = new MessageChannel();
    nativeSide(port2, () => root);
    const transport = bridgeTransport({ over: 'port', port: port1 });
    return html`<div ${ref((element) => (root = element ?? root))}>
      <mf-card .card=${equipment} .transport=${transport}></mf-card>
      ${pane}
    </div>`;
  },
  play: async ({ canvasElement }) => {
    const shown = await approve(canvasElement, 'Approve');
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await waitFor(() => expect(received(canvasElement)).toContain('request submit'));
  },
};

/** Apps of the first card client watch for addresses of their own scheme, and call back when they have sent. */
export const AppOfTheFirstClient: Story = {
  render: () => {
    let root: Element = document.body;
    const navigate = (address: string) => {
      const url = new URL(address);
      tell(root, [
        url.protocol,
        ...[...url.searchParams].map(
          ([name, value]) => `${name} = ${name === 'callback' ? '(a function)' : value}`,
        ),
      ]);
      const callback: unknown = Reflect.get(window, url.searchParams.get('callback') ?? '');
      if (typeof callback === 'function') callback(address, true);
    };
    const transport = bridgeTransport({ over: 'legacy', connectorId: 'servicenow', navigate });
    return html`<div ${ref((element) => (root = element ?? root))}>
      <mf-card .card=${equipment} .transport=${transport}></mf-card>
      ${pane}
    </div>`;
  },
  play: async ({ canvasElement }) => {
    const shown = await approve(canvasElement, 'Approve');
    await expect(await shown.findByText('Approved', { selector: 'p *' })).toBeVisible();
    await expect(received(canvasElement)).toContain('roswellframework:');
  },
};
