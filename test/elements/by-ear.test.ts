import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setServerTime, type ActionAnswer } from '../../src/index.js';
import { action, card } from '../cards.js';
import { all, drawn, focused, later, showFeed, until } from '../card-page.js';
import { afterAWhile, holdTime } from '../support/held-time.js';

/** A row of the tables of docs/accessibility.md. */
interface Row {
  readonly does: string;
  readonly focus: string;
  readonly says: string;
}

async function rows(): Promise<Row[]> {
  const text = await (await fetch('/docs/accessibility.md')).text();
  return text
    .split('\n')
    .filter((line) => /^\| (press|type|the host|the card|time)/.test(line))
    .map((line) => {
      const [, does = '', focus = '', says = ''] = line.split('|').map((cell) => cell.trim());
      return { does, focus, says };
    });
}

const DAY = 86_400_000;

/** The cards as they come with this hash; the report expires in so many days. */
const cardsOf = (hash: number, days: number) => [
  card({
    backend_id: 'report',
    hash: String(hash),
    expiration_date: new Date(Date.now() + days * DAY).toISOString(),
    header: { title: 'Travel report' },
    actions: [
      action({
        action_key: 'USER_INPUT',
        remove_card_on_completion: true,
        user_input: [
          { id: 'reason', label: 'Reason', min_length: 5 },
          { id: 'amount', label: 'Amount', format: 'number' },
        ],
      }),
    ],
  }),
  card({
    backend_id: 'town-hall',
    header: { title: 'Town hall' },
    actions: [action({ action_key: 'DISMISS', label: 'Dismiss' })],
  }),
];

describe('given somebody who neither sees nor points', () => {
  let letGo: () => void;
  beforeEach(() => {
    letGo = holdTime();
  });
  afterEach(() => {
    letGo();
    setServerTime(Date.now());
  });

  it('has the focus and hears what the page on accessibility says', async function () {
    this.timeout(30_000);
    let [hash, days] = [0, 20];
    const feed = await showFeed(cardsOf(hash, days));
    let answered = later<ActionAnswer>();
    feed.addEventListener('mf-action', (event) => {
      answered = later();
      event.respondWith(answered.promise);
    });
    const heard: string[] = [];
    for (const region of all(feed, '[role=status]'))
      new MutationObserver(() => {
        if (region.textContent.trim()) heard.push(region.textContent.trim());
      }).observe(region, { childList: true, characterData: true, subtree: true });

    const script = await rows();
    expect(script.length).to.be.above(20);
    for (const { does, focus, says } of script) {
      heard.length = 0;
      const [, key] = /`(.*)`/.exec(does) ?? [];
      if (does.startsWith('press')) await sendKeys({ press: key! });
      else if (does.startsWith('type')) await sendKeys({ type: key! });
      else if (does === 'the host refuses') answered.give({ kind: 'failed', text: 'The report is locked.' });
      else if (does === 'the host accepts') answered.give(undefined);
      else if (does === 'the card is sent anew') feed.cards = cardsOf(++hash, days);
      else if (does === 'the card is sent with a later date') feed.cards = cardsOf(hash, (days += 100));
      else if (does === 'the card expires') setServerTime(Date.now() + (days + 1) * DAY);
      const wait = does === 'time passes' ? afterAWhile : until;
      await wait(
        () => focused() === focus && heard.join() === says,
        () => `${does}: the focus is on "${focused()}", and said was "${heard.join('" and "')}"`,
      );
      // Nothing else follows.
      await drawn(feed);
      expect(heard.join(), does).to.equal(says);
    }
  });
});
