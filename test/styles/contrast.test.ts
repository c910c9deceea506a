import { expect } from '@open-wc/testing';
import type { ActionAnswer, MfCard } from '../../src/index.js';
import { INPUTS, tripAsking, type AskedFormat } from '../../stories/cards/every-format.js';
import {
  adobeSignAttachments,
  concurExpense,
  coupaRequisition,
  jiraComments,
  sampleCards,
  servicenowApproval,
  townhallBanner,
} from '../../stories/cards/index.js';
import { action, card } from '../cards.js';
import { answer, button, drawn, later, link, refusal, showCard, showFeed, shows } from '../card-page.js';
import { pairsIn } from '../support/contrast.js';
import { figure } from '../support/figure.js';
import { endTransitions } from '../support/transitions.js';

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const themes = ['default', 'neutral', 'hub', 'intranet', 'mail'];

/** Every sample card, and the states that a card and a feed can come to. */
async function showAll(): Promise<Element[]> {
  const shown: Element[] = [];
  for (const { json } of sampleCards) shown.push(await showCard(json));
  for (const state of STATES) shown.push(await state());
  const feed = await showFeed([card(), servicenowApproval, 42], { groupBy: 'priority' });
  feed.hasMore = true;
  const loading = await showFeed([]);
  loading.loading = true;
  await Promise.all([feed, loading].map(drawn));
  return [...shown, feed, loading, await showFeed([])];
}

async function pressed(wire: unknown, words: string[], given?: () => ActionAnswer | Promise<ActionAnswer>) {
  const el = await showCard(wire);
  if (given) answer(el, given);
  for (const word of words) {
    button(el, word).click();
    await el.updateComplete;
  }
  return el;
}

const STATES: readonly (() => Promise<MfCard>)[] = [
  () => pressed(tripAsking(...(Object.keys(INPUTS) as AskedFormat[])), ['Plan the trip', 'Submit']),
  () => pressed(concurExpense, ['Approve', 'Submit'], () => later<ActionAnswer>().promise),
  () => pressed(servicenowApproval, ['Approve'], () => later<ActionAnswer>().promise),
  async () => {
    const el = await pressed(servicenowApproval, ['Approve'], () => undefined);
    await shows(el, 'Approved');
    return el;
  },
  async () => {
    const repeated = card({ actions: [action({ allow_repeated: true }), action({ label: 'Decline' })] });
    const el = await pressed(repeated, ['Approve'], () => undefined);
    await shows(el, 'Approved');
    return el;
  },
  async () => {
    const ways = [{ label: 'Open in Concur', url: { href: 'https://concur.example/' } }];
    const refused = () =>
      refusal(409, { title: 'Already decided', error_message: 'By Maria.', actions: ways });
    const el = await pressed(servicenowApproval, ['Approve'], refused);
    await shows(el, 'Already decided');
    return el;
  },
  () => pressed(townhallBanner, ['Dismiss']),
  () => showCard(card({ due_date: inDays(9), expiration_date: inDays(1) })),
  () => showCard(card({ due_date: inDays(-2), expiration_date: inDays(-1) })),
  async () => {
    const el = await showCard(card());
    el.card = card({ hash: 'h2', header: { title: 'Trip to Rome' } });
    await shows(el, 'Updated');
    return el;
  },
  async () => {
    const el = await pressed(jiraComments, ['Add comment']);
    el.card = { ...(jiraComments as object), hash: 'another' };
    await shows(el, 'This card was updated.');
    return el;
  },
  async () => {
    const el = await showCard(adobeSignAttachments);
    el.addEventListener('mf-attachment', (event) => event.respondWith(refusal(404)));
    link(el, 'Audit trail.pdf').click();
    await shows(el, 'could not be loaded');
    return el;
  },
  () => showCard(coupaRequisition, { maxRows: 4 }),
  () => showCard('{"id": }'),
  () => showCard({}),
];

describe('given every sample card and every state, in each theme', () => {
  after(() => {
    document.documentElement.style.cssText = '';
    document.documentElement.removeAttribute('data-mf-theme');
  });

  it('draws text with a contrast of 4.5:1, and controls and focus rings with 3:1, in light and in dark', async function () {
    this.timeout(60_000);
    const sheet = document.createElement('style');
    const files = themes
      .slice(1)
      .map((name) => fetch(new URL(`../../src/themes/${name}.css`, import.meta.url)));
    sheet.textContent = (await Promise.all((await Promise.all(files)).map((file) => file.text()))).join('\n');
    const shown = await showAll();
    const tooFaint: string[] = [];
    for (const theme of themes) {
      const { dataset, style } = document.documentElement;
      if (theme !== 'default') document.head.append(sheet);
      dataset.mfTheme = theme;
      for (const scheme of ['light', 'dark']) {
        style.cssText = `color-scheme: ${scheme}; background: canvas`;
        shown.forEach(endTransitions);
        const pairs = shown.flatMap(pairsIn);
        expect(new Set(pairs.map(({ what }) => what)).size).to.be.greaterThan(90);
        const lowest = (needed: number) =>
          Math.min(...pairs.filter((pair) => pair.needed === needed).map(({ ratio }) => ratio)).toFixed(2);
        await figure(
          `contrast, ${theme} ${scheme}: ${pairs.length} pairs, text from ${lowest(4.5)}:1, else from ${lowest(3)}:1`,
        );
        for (const { what, ratio, needed } of pairs)
          if (ratio < needed) tooFaint.push(`${theme} ${scheme}: ${what} ${ratio.toFixed(2)}`);
      }
    }
    sheet.remove();
    expect([...new Set(tooFaint)]).to.deep.equal([]);
  });
});
