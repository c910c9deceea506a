import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { airwatchInstall, concurExpense, travelItinerary } from '../../stories/cards/index.js';
import { action, card } from '../cards.js';
import {
  buttons,
  click,
  events,
  focused,
  link,
  nextEvent,
  said,
  showCard,
  shows,
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

  it('keeps the focus when it may be opened again', async () => {
    const el = await showCard(travelItinerary);
    withoutTabs(el);
    link(el, 'Check in').focus();
    await sendKeys({ press: 'Enter' });
    await until(
      () => said(el) === 'Opened check-in',
      () => said(el),
    );
    expect(focused()).to.equal('Check in');
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
