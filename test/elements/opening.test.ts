import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Attachment } from '../../src/index.js';
import {
  adobeSignAttachments,
  airwatchInstall,
  concurExpense,
  travelItinerary,
} from '../../stories/cards/index.js';
import { action, card } from '../cards.js';
import {
  buttons,
  click,
  events,
  focused,
  later,
  link,
  nextEvent,
  refusal,
  said,
  showCard,
  shows,
  textOf,
  until,
  withoutTabs,
} from '../card-page.js';

describe('given links on a card', () => {
  it('asks the page before each is opened, and says from where', async () => {
    const el = await showCard(
      card({
        header: {
          title: 'Request',
          subtitle: ['Chidinma'],
          links: { title: 'https://desk.example/request', subtitle: ['https://desk.example/person'] },
        },
        links: [{ href: 'https://desk.example/terms', text: 'Terms' }],
      }),
    );
    const opened = withoutTabs(el);
    for (const name of ['Request', 'Chidinma', 'Terms']) await click(link(el, name));
    expect(opened).to.deep.equal([
      'title https://desk.example/request',
      'subtitle https://desk.example/person',
      'link https://desk.example/terms',
    ]);
  });

  it('opens them by itself unless the page forbids it', async () => {
    const el = await showCard(concurExpense);
    expect(await isLeftToBrowser(link(el, 'Travel Expense - Trip to NYC'))).to.equal(true);
    el.addEventListener('mf-open', (event) => event.preventDefault());
    expect(await isLeftToBrowser(link(el, 'Travel Expense - Trip to NYC'))).to.equal(false);
  });

  it('opens them with the Enter key', async () => {
    const el = await showCard(concurExpense);
    const opened = withoutTabs(el);
    link(el, 'Travel Expense - Trip to NYC').focus();
    await sendKeys({ press: 'Enter' });
    expect(opened).to.deep.equal(['title https://www.google.com']);
  });
});

describe('given an action that opens a page', () => {
  it('opens it without sending anything, and may do so again', async () => {
    const el = await showCard(travelItinerary);
    const sent = events(el, 'mf-action');
    const opened = withoutTabs(el);
    await click(link(el, 'Check in'));
    await shows(el, 'Check in');
    await click(link(el, 'Check in'));
    expect(opened).to.deep.equal([
      'open-in https://travel.aldervoss.example/trips/QX4M7T/check-in',
      'open-in https://travel.aldervoss.example/trips/QX4M7T/check-in',
    ]);
    expect(sent.length).to.equal(0);
    expect(said(el)).to.equal('Opened check-in');
  });

  it('is done once it was opened, when it may not be repeated', async () => {
    const el = await showCard(
      card({
        actions: [action({ action_key: 'OPEN_IN', label: 'Review', completed_label: 'Opened', type: 'GET' })],
      }),
    );
    withoutTabs(el);
    await click(link(el, 'Review'));
    await shows(el, 'Opened');
    expect(focused()).to.equal('Opened');
    expect(buttons(el)).to.deep.equal([]);
  });

  it('is left to the browser unless the page forbids it', async () => {
    const el = await showCard(travelItinerary);
    expect(link(el, 'Check in').rel).to.contain('noopener');
    expect(await isLeftToBrowser(link(el, 'Check in'))).to.equal(true);
  });

  it('hands an app’s own scheme to the browser where the page allows it', async () => {
    const el = await showCard(airwatchInstall, { urlPolicy: { schemes: ['hubcatalog'] } });
    const opened = withoutTabs(el);
    await click(link(el, 'Install on this phone'));
    expect(opened).to.deep.equal([
      'open-in hubcatalog://install?bundleId=com.aldervoss.fieldnotes&version=4.2',
    ]);
    await shows(el, 'Installation started');
  });

  it('cannot be done with a scheme that the page does not allow', async () => {
    const el = await showCard(airwatchInstall);
    expect(buttons(el)).to.deep.equal(['Install on this phone not available', 'Install on my tablet']);
  });
});

describe('given a file', () => {
  const file = '1D3BD2E14D144508B05F';

  it('is asked of the page, and saved under its name', async () => {
    const el = await showCard(concurExpense);
    const asked: Attachment[] = [];
    el.addEventListener('mf-attachment', (event) => {
      asked.push(event.attachment);
      event.respondWith(new Blob(['<script>1</script>'], { type: 'text/html' }));
    });
    const opened = withoutTabs(el);
    const shown = await shownFiles(() => click(link(el, file)));
    expect(asked.map(({ url, method }) => `${method} ${url}`)).to.deep.equal([
      'GET /attachments/sample-expense-report.pdf',
    ]);
    expect(shown).to.deep.equal([`save ${file}: <script>1</script>`]);
    expect(opened).to.deep.equal([]);
  });

  it('is shown in a tab of its own when that is safe', async () => {
    const el = await showCard(concurExpense);
    el.addEventListener('mf-attachment', (event) =>
      event.respondWith(
        Promise.resolve(new Response('%PDF-', { headers: { 'content-type': 'application/pdf' } })),
      ),
    );
    const shown = await shownFiles(() => click(link(el, file)));
    expect(shown).to.deep.equal(['open: %PDF-']);
  });

  it('says that it is on its way, and asks only once', async () => {
    const el = await showCard(concurExpense);
    const { promise, give } = later<Response>();
    el.addEventListener('mf-attachment', (event) => event.respondWith(promise));
    const shown = shownFiles(() =>
      until(
        () => !textOf(el).includes('Getting'),
        () => 'it is still on its way',
      ),
    );
    await click(link(el, file));
    await shows(el, 'Getting the file …');
    expect(link(el, file).ariaBusy).to.equal('true');
    await click(link(el, file));
    give(new Response('text', { headers: { 'content-type': 'text/plain' } }));
    expect(await shown).to.deep.equal([`save ${file}: text`]);
  });

  it('says that it could not be loaded, and can be asked for again', async () => {
    const el = await showCard(concurExpense);
    const answers = [refusal(404), new Response('text')];
    el.addEventListener('mf-attachment', (event) => event.respondWith(answers.shift()!));
    await click(link(el, file));
    await shows(el, 'The file could not be loaded. Try again.');
    expect(said(el)).to.equal('The file could not be loaded. Try again.');
    const shown = await shownFiles(() => click(link(el, file)));
    expect(shown).to.deep.equal([`save ${file}: text`]);
    expect(textOf(el)).not.to.contain('could not be loaded');
  });

  it('says so when the promise is rejected', async () => {
    const el = await showCard(concurExpense);
    el.addEventListener('mf-attachment', (event) => event.respondWith(Promise.reject(new Error('offline'))));
    await click(link(el, file));
    await shows(el, 'The file could not be loaded. Try again.');
  });

  it('says so on a card without actions, too', async () => {
    const el = await showCard({ ...adobeSignAttachments, actions: [] });
    el.addEventListener('mf-attachment', (event) => event.respondWith(refusal(500)));
    await click(link(el, 'Audit trail.pdf'));
    await shows(el, 'The file could not be loaded. Try again.');
    expect(said(el)).to.equal('The file could not be loaded. Try again.');
  });

  it('is opened as it is when nobody answers', async () => {
    const el = await showCard(concurExpense);
    const opened = withoutTabs(el);
    await click(link(el, file));
    expect(opened).to.deep.equal(['attachment /attachments/sample-expense-report.pdf']);
  });

  it('comes from the transport when no listener answers', async () => {
    const el = await showCard(concurExpense, {
      transport: {
        submit: () => Promise.resolve(),
        attachment: ({ name }) => Promise.resolve(new Blob([name], { type: 'text/plain' })),
      },
    });
    const shown = await shownFiles(() => click(link(el, file)));
    expect(shown).to.deep.equal([`save ${file}: ${file}`]);
  });

  it('is not opened when a listener forbids it', async () => {
    const el = await showCard(concurExpense);
    const opened = withoutTabs(el);
    const asked = nextEvent(el, 'mf-attachment');
    el.addEventListener('mf-attachment', (event) => event.preventDefault());
    await click(link(el, file));
    await asked;
    expect(opened).to.deep.equal([]);
  });
});

/** Clicks a link and keeps the browser from following it; gives whether it would have. */
async function isLeftToBrowser(target: HTMLElement): Promise<boolean> {
  const seen = nextEvent(document.documentElement, 'click');
  let left = false;
  document.documentElement.addEventListener(
    'click',
    (event) => {
      left = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  await click(target);
  await seen;
  return left;
}

/** What is opened or saved of files, without doing it. */
async function shownFiles(act: () => Promise<void>): Promise<string[]> {
  const prototype = HTMLAnchorElement.prototype;
  const { click: original } = prototype;
  const followed: HTMLAnchorElement[] = [];
  prototype.click = function () {
    followed.push(this);
  };
  try {
    await act();
    await until(
      () => followed.length > 0,
      () => 'no file was shown',
    );
  } finally {
    prototype.click = original;
  }
  return Promise.all(
    followed.map(async ({ href, download, target }) => {
      const text = await (await fetch(href)).text();
      return target === '_blank' ? `open: ${text}` : `save ${download}: ${text}`;
    }),
  );
}
