import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MfCardFeed } from '../../src/index.js';
import { action, card, type WireObject } from '../cards.js';
import { all, cardTitled, control, drawn, lookAway, press, showFeed, titles } from '../card-page.js';

afterEach(() => lookAway());

const changes: Record<string, (feed: MfCardFeed) => void> = {
  'the cards get headings': (feed) => {
    feed.groupBy = 'priority';
  },
  'all headings are other ones': (feed) => {
    feed.order = 'given';
    feed.groupBy = ({ title }) => `Of ${title === 'A' ? 'today' : 'later'}`;
    feed.cards = [titled('C'), asking('A'), titled('D')];
  },
  'the headings change places': (feed) => {
    feed.order = 'given';
    feed.cards = [titled('C'), titled('B'), asking('A')];
  },
  'the card comes under the heading of others': (feed) => {
    feed.groupBy = ({ title }) => (title === 'C' ? 'Group of A' : 'Group of C');
  },
};

describe('given a date that is half typed', () => {
  let takesKeys = true;

  // WebKitGTK takes a date from its calendar alone.
  before(async () => {
    const bare = document.createElement('input');
    bare.type = 'date';
    document.body.append(bare);
    bare.focus();
    await sendKeys({ type: '12122026' });
    takesKeys = bare.value === '2026-12-12';
    bare.remove();
  });

  for (const [change, happens] of Object.entries(changes))
    for (const moves of [true, false])
      it(`is not lost when ${change}${moves ? '' : ', where the browser can’t move elements'}`, async function () {
        if (!takesKeys) this.skip();
        const letGo = moves ? () => undefined : withoutMoving();
        try {
          const groupBy = change.includes('get headings')
            ? null
            : ({ title }: { title: string | null }) => `Group of ${title}`;
          const feed = await showFeed([asking('A'), titled('B'), titled('C')], { groupBy });
          await press(cardTitled(feed, 'A'), 'Approve');
          const date = control(cardTitled(feed, 'A'), 'When') as HTMLInputElement;
          date.focus();
          await sendKeys({ type: '1212' });
          happens(feed);
          await drawn(feed);
          await sendKeys({ type: '2026' });
          expect(date.value).to.equal('2026-12-12');
        } finally {
          letGo();
        }
      });

  it('leaves the groups in their order, and none that has no card', async () => {
    const feed = await showFeed([titled('A'), titled('B'), titled('C')], {
      order: 'given',
      groupBy: ({ title }) => `Group of ${title}`,
    });
    feed.cards = [titled('D'), titled('C'), titled('A')];
    feed.groupBy = ({ title }) => `Group of ${title}`;
    await drawn(feed);
    expect(titles(feed)).to.deep.equal(['D', 'C', 'A']);
    expect(all(feed, 'ul').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Group of D',
      'Group of C',
      'Group of A',
    ]);
    expect(all(feed, 'section').length).to.equal(3);
  });
});

function withoutMoving(): () => void {
  const owners = [Element.prototype, DocumentFragment.prototype, Document.prototype];
  const own = owners.map((owner) => Object.getOwnPropertyDescriptor(owner, 'moveBefore'));
  for (const owner of owners) Reflect.deleteProperty(owner, 'moveBefore');
  return () => {
    owners.forEach((owner, i) => {
      const one = own[i];
      if (one) Object.defineProperty(owner, 'moveBefore', one);
    });
  };
}

function titled(title: string, overrides: WireObject = {}): WireObject {
  return card({ backend_id: title, header: { title }, ...overrides });
}

function asking(title: string): WireObject {
  return titled(title, {
    actions: [action({ user_input: [{ id: 'when', label: 'When', format: 'date' }] })],
  });
}
