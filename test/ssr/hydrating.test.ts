import { aTimeout, expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MfCard } from '../../src/index.js';
import { renderCards } from '../../src/ssr/index.js';
import { button, click, textOf, until } from '../card-page.js';

/*
 * With Lit as it is built for development, whose inner names are others than those of the built package: see
 * `test/package/hydrate.e2e.test.ts`.
 */

const card = {
  id: 'a',
  header: { title: 'Expense report', subtitle: ['Liam Ortiz'] },
  body: {
    fields: [
      { type: 'GENERAL', title: 'Amount', description: '12 EUR' },
      {
        type: 'SECTION',
        title: 'Files',
        items: [{ type: 'ATTACHMENT_URL', attachment_name: 'a.pdf', attachment_url: '/a' }],
      },
    ],
  },
  actions: [
    {
      id: 'ok',
      action_key: 'DIRECT',
      label: 'Approve',
      completed_label: 'Approved',
      type: 'POST',
      url: { href: '/ok' },
    },
  ],
};

/** As the parser of a page makes it. */
function parsed(html: string): MfCard {
  const place = document.createElement('div');
  place.setHTMLUnsafe(html);
  document.body.append(place);
  return place.querySelector('mf-card')!;
}

function nodesOf({ shadowRoot }: MfCard): Node[] {
  const walker = document.createTreeWalker(
    shadowRoot!.querySelector('article')!,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

describe('given a card that a server has drawn', () => {
  afterEach(() => {
    document.querySelectorAll('div:has(> mf-card)').forEach((place) => {
      place.remove();
    });
  });

  it('is taken over as it stands', async () => {
    const el = parsed(renderCards(card));
    const before = nodesOf(el);
    await el.updateComplete;
    const after = nodesOf(el);
    expect(before.length).to.be.greaterThan(30);
    expect(after.map((node, i) => node === before[i])).to.deep.equal(before.map(() => true));
    expect(el.shadowRoot!.querySelector('style') === null).to.equal(true);
  });

  it('takes what the user does, and new versions', async () => {
    const el = parsed(renderCards(card));
    await el.updateComplete;
    el.addEventListener('mf-action', (event) => {
      event.respondWith(Promise.resolve());
    });
    await click(button(el, 'Approve'));
    await el.updateComplete;
    expect(textOf(el)).to.contain('Approved');
    el.card = { ...card, header: { title: 'Second report' }, body: {} };
    await el.updateComplete;
    expect(textOf(el)).to.contain('Second report').and.not.to.contain('12 EUR');
  });

  it('is drawn anew where it is another one', async () => {
    const el = parsed(renderCards(card));
    el.card = { header: { title: 'Other' } };
    await el.updateComplete;
    expect(textOf(el)).to.contain('Other').and.not.to.contain('Expense');
    expect(el.shadowRoot!.querySelectorAll('article').length).to.equal(1);
  });
});

describe('given a page that still comes when the elements are defined', () => {
  it('shows the card at the cut all along, and those after it', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentDocument!;
    const view = frame.contentWindow as Window & typeof globalThis;
    page.open();
    const write = (html: string) => {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else feeds a parser bit by bit
      page.write(html);
    };
    const [drawn, json] = renderCards(card).split('<script');
    write(`<!doctype html><body>${drawn}`);
    const script = page.createElement('script');
    script.type = 'module';
    script.src = new URL('../../src/index.ts', import.meta.url).href;
    page.head.append(script);
    await view.customElements.whenDefined('mf-card');
    // What must not happen would have by then: the card drawn without its JSON.
    await aTimeout(300);
    const texts = () =>
      [...page.querySelectorAll('mf-card')].map((el) =>
        el.shadowRoot!.querySelector('h3')?.textContent.trim(),
      );
    const styles = () =>
      [...page.querySelectorAll('mf-card')].map((el) => el.shadowRoot!.querySelector('style'));
    expect(texts()).to.deep.equal(['Expense report']);
    write(`<script${json}${renderCards({ ...card, id: 'b' })}`);
    write('<p>');
    await until(
      () => texts().length === 2 && styles().every((style) => style === null),
      () => `of ${texts().length} cards one is not taken over`,
    );
    expect(texts()).to.deep.equal(['Expense report', 'Expense report']);
    expect(page.querySelectorAll('mf-card:has(> template)').length).to.equal(0);
    page.close();
    expect(styles()).to.deep.equal([null, null]);
    frame.remove();
  });
});
