import { expect } from '@open-wc/testing';
import { chatCatalogue, chatFlatCart, chatTicketStatus } from '../../stories/cards/index.js';
import { action, card } from '../cards.js';
import {
  all,
  answer,
  button,
  buttons,
  cardsOf,
  events,
  facts,
  focused,
  heading,
  link,
  nextEvent,
  press,
  said,
  showCard,
  showFeed,
  shows,
  textOf,
  typeInto,
  withoutTabs,
} from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';

const labels = (el: Element) => all(el, '[part~=action]').map(textOf);

describe('given a chat item', () => {
  it('shows its texts, its table and its link', async () => {
    const el = await showCard(chatTicketStatus);
    expect(textOf(heading(el, 'ServiceNow ticket: INC0018842'))).not.to.equal('');
    expect(textOf(el))
      .to.contain('The projector in room Fjord shows no picture')
      .and.to.contain('Facilities have ordered a new lamp.');
    expect(facts(el)).to.deep.equal([
      'Impact: 3 - Low',
      'Status: In progress',
      'Assigned to: Siobhán Kelleher Facilities, Cork',
      'Ticket no: INC0018842',
    ]);
    expect(link(el, 'Open the ticket at ServiceNow').href).to.contain('sys_id=5c20f3aa');
  });

  it('makes a value a link that the page can take over', async () => {
    const el = await showCard(chatTicketStatus);
    const opened = withoutTabs(el);
    link(el, 'INC0018842').click();
    expect(opened).to.deep.equal(['link https://aldervoss.servicenow.example/task.do?sys_id=5c20f3aa']);
  });

  it('says in words what its picture shows, even when that does not load', async () => {
    const el = await showCard(chatTicketStatus);
    expect(all<HTMLImageElement>(el, 'img')[0]!.alt).to.equal('Service desk');
    all(el, 'img')[0]!.dispatchEvent(new Event('error'));
    await el.updateComplete;
    expect(all(el, '[part~=initials]').map((one) => one.ariaLabel)).to.deep.equal(['Service desk']);
  });

  it('explains an action below it, and to assistive technology', async () => {
    const el = await showCard(chatTicketStatus);
    const described = button(el, 'Add a comment').getAttribute('aria-describedby')!;
    expect(textOf(el.shadowRoot!.getElementById(described)!)).to.equal(
      'The person who works on it reads it.',
    );
    expect(button(el, 'View my other tickets').hasAttribute('aria-describedby')).to.equal(false);
  });

  it('opens the page that an action leads to', async () => {
    const el = await showCard(chatTicketStatus);
    const opened = withoutTabs(el);
    link(el, 'Room calendar').click();
    await el.updateComplete;
    expect(opened).to.deep.equal(['open-in https://rooms.aldervoss.example/dune']);
    expect(link(el, 'Room calendar').href).to.equal('https://rooms.aldervoss.example/dune');
  });

  it('asks for what an action needs and sends it', async () => {
    const el = await showCard(chatTicketStatus);
    const requests = answer(el, () => undefined);
    await press(el, 'Add a comment');
    await typeInto(el, 'What should they know?', 'Room Dune is fine');
    await press(el, 'Submit');
    await shows(el, 'Completed');
    expect(requests.map(({ method, body }) => [method, body])).to.deep.equal([
      ['POST', 'ticket=INC0018842&comment=Room+Dune+is+fine'],
    ]);
    expect(buttons(el)).to.contain('View my other tickets');
  });

  it('can be asked again for what it only shows', async () => {
    const el = await showCard(chatTicketStatus);
    const requests = answer(el, () => undefined);
    await press(el, 'View my other tickets');
    await shows(el, 'Completed');
    await press(el, 'View my other tickets');
    expect(requests.length).to.equal(2);
  });
});

describe('given items within a chat item', () => {
  it('shows each as a group of its own, the inner ones a heading level below', async () => {
    const el = await showCard(chatCatalogue);
    const groups = all(el, '[part~=nested]');
    expect(groups.map((group) => textOf(group.querySelector('[part=field-title]')!))).to.deep.equal([
      'Norrland 14',
      'Norrland Dock',
      'Saffron Tab',
    ]);
    expect(['Norrland 14', 'Norrland Dock'].map((name) => heading(el, name).localName)).to.deep.equal([
      'h4',
      'h5',
    ]);
    expect(facts(groups[0]!)).to.deep.equal(['Price: EUR 1,849.00', 'Delivery time: 6 working days']);
    expect(link(groups[0]!, 'Data sheet').href).to.equal('https://catalogue.aldervoss.example/norrland-14');
    expect(all<HTMLImageElement>(el, '[part=field-picture]').map(({ alt }) => alt)).to.deep.equal([
      'A dark blue laptop',
      'A tablet with a brown case',
    ]);
  });

  it('shows their actions in them, and its own at its foot', async () => {
    const el = await showCard(chatCatalogue);
    expect(labels(el)).to.deep.equal(['Add to cart', 'Add to cart', 'Add to cart', 'View my cart']);
    expect(textOf(all(el, 'footer')[0]!)).to.equal('View my cart');
  });

  it('sends the action of the group in which it was pressed', async () => {
    const el = await showCard(chatCatalogue);
    const requests = answer(el, () => undefined);
    const [, dock] = all(el, '[part~=nested]');
    await press(dock!, 'Add to cart');
    await shows(dock!, 'Completed');
    const [sent] = requests;
    expect([sent!.method, sent!.body, sent!.actionKey]).to.deep.equal([
      'PUT',
      'itemId=norrland-dock',
      'DIRECT',
    ]);
    expect(sent!.action).to.equal(chatCatalogue.children[0]!.children![0]!.itemDetails.actions[0]);
    expect(labels(el)).to.deep.equal(['Add to cart', 'Add to cart', 'View my cart']);
  });

  it('opens a form in the group, says there what went wrong, and moves the focus along', async () => {
    const el = await showCard(chatCatalogue);
    answer(el, () => new Response('{"error": "Sold out"}', { status: 400 }));
    const [laptop, , tablet] = all(el, '[part~=nested]');
    await press(laptop!, 'Add to cart');
    await el.updateComplete;
    expect(laptop!.querySelector('form')?.matches(':focus-within')).to.equal(true);
    await press(el, 'Submit');
    await shows(laptop!, 'Sold out');
    expect(textOf(tablet!)).not.to.contain('Sold out');
    expect(said(el)).to.contain('Sold out');
    await press(laptop!, 'Cancel');
    await el.updateComplete;
    expect(focused()).to.equal('Add to cart');
  });

  it('keeps two things apart that are alike', async () => {
    const el = await showCard(chatFlatCart);
    const requests = answer(el, () => undefined);
    const second = all(el, '[part~=nested]')[1]!;
    await press(second, 'Remove from cart');
    await shows(second, 'Completed');
    expect(requests.map(({ url }) => url.slice(-3))).to.deep.equal(['/42']);
    expect(labels(el)).to.deep.equal(['Remove from cart', 'Empty this cart', 'Check out']);
  });

  it('shows what a folded list hides, with its actions', async () => {
    const el = await showCard(chatCatalogue, { maxRows: 1 });
    expect(labels(el)).to.deep.equal(['Add to cart', 'Add to cart', 'View my cart']);
    await press(el, 'Show 1 more');
    expect(labels(el).length).to.equal(4);
  });
});

describe('given chat items in a feed', () => {
  it('shows one for each, beside cards, also of those that are alike', async () => {
    const cart = { itemDetails: { title: 'Norrland 14', type: 'item' } };
    const feed = await showFeed({ objects: [cart, cart, card(), chatTicketStatus] });
    expect(cardsOf(feed).length).to.equal(4);
  });
});

describe('given a connector whose sign-in has lapsed', () => {
  const results = [
    { connector_id: 'Jira', connector_status: { status: 500, backend_status: 401 } },
    { connector_id: 'Concur', cards: [card()] },
  ];

  it('asks the page to renew it, and sends nothing', async () => {
    const el = await showCard({ results });
    expect(textOf(el)).to.contain('Sign in to Jira');
    const actions = events(el, 'mf-action');
    const asked = nextEvent(el, 'mf-auth-required');
    await press(el, 'Sign in');
    const event = await asked;
    expect([event.connectorId, event.card.title]).to.deep.equal(['Jira', 'Sign in to Jira']);
    expect(actions.length).to.equal(0);
  });

  it('shows that it is done, and can be asked again', async () => {
    const el = await showCard({ results });
    const asked = events(el, 'mf-auth-required');
    await press(el, 'Sign in');
    asked[0]!.retry();
    await shows(el, 'Signed in');
    expect(said(el)).to.equal('Signed in');
    await press(el, 'Sign in');
    expect(asked.length).to.equal(2);
  });

  it('goes when it is dismissed', async () => {
    const letGo = holdTime();
    const feed = await showFeed({ results });
    expect(cardsOf(feed).length).to.equal(2);
    await press(feed, 'Dismiss');
    await afterAWhile(
      () => cardsOf(feed).length === 1,
      () => 'it is still there',
    );
    letGo();
    expect(cardsOf(feed).map((one) => textOf(one).includes('Jira'))).to.deep.equal([false]);
  });
});

describe('given a label in several languages', () => {
  const wire = card({ actions: [action({ label: { 'en-US': 'Approve', de: 'Genehmigen' } })] });

  it('shows the one of the page', async () => {
    expect(buttons(await showCard(wire))).to.deep.equal(['Approve']);
    expect(buttons(await showCard(wire, { lang: 'de-AT' }))).to.deep.equal(['Genehmigen']);
    expect(buttons(await showFeed([wire], { lang: 'de' }))).to.deep.equal(['Genehmigen']);
  });
});
