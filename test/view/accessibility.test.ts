import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActionAnswer, MfCard } from '../../src/index.js';
import {
  adobeSignAttachments,
  concurExpense,
  coupaRequisition,
  jiraComments,
  sampleCards,
  servicenowApproval,
  workdayTimeOff,
} from '../../stories/cards/index.js';
import { card } from '../cards.js';
import {
  answer,
  asks,
  click,
  drawn,
  later,
  link,
  press,
  refusal,
  showCard,
  showFeed,
  shows,
} from '../card-page.js';
import { axeViolations } from '../support/axe.js';
import { endTransitions } from '../support/transitions.js';

/** What a card can look like beside its first look, and the way there. */
const states: Record<string, () => Promise<MfCard>> = {
  'an open form': async () => {
    const el = await showCard(workdayTimeOff);
    await press(el, 'Send back');
    return el;
  },
  'faulty inputs': async () => {
    const el = await showCard(workdayTimeOff);
    await press(el, 'Send back');
    await press(el, 'Submit');
    await shows(el, 'Reason is needed.');
    return el;
  },
  'few characters left': async () => {
    const el = await showCard(workdayTimeOff);
    await press(el, 'Send back');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'x'.repeat(70) });
    await shows(el, '10 characters left');
    return el;
  },
  'a form on its way': async () => {
    const el = await showCard(concurExpense);
    answer(el, () => later<ActionAnswer>().promise);
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Sending …');
    return el;
  },
  'an action on its way': async () => {
    const el = await showCard(servicenowApproval);
    answer(el, () => later<ActionAnswer>().promise);
    await press(el, 'Approve');
    return el;
  },
  'a failure': async () => {
    const el = await showCard(concurExpense);
    answer(el, () =>
      refusal(409, {
        title: 'Already decided',
        error_message: 'Maria approved this report.',
        actions: [{ label: 'Open in Concur', url: { href: 'https://concur.example/' } }],
      }),
    );
    await press(el, 'Approve');
    await press(el, 'Submit');
    await shows(el, 'Already decided');
    return el;
  },
  'a failure that can be tried again': async () => {
    const el = await showCard(servicenowApproval);
    await press(el, 'Approve');
    await shows(el, 'Try again');
    return el;
  },
  'a result': async () => {
    const el = await showCard(servicenowApproval);
    answer(el, () => undefined);
    await press(el, 'Approve');
    await shows(el, 'Approved');
    return el;
  },
  'a result that can be repeated': async () => {
    const el = await showCard(jiraComments);
    answer(el, () => undefined);
    await press(el, 'Add comment');
    await sendKeys({ type: 'Seen' });
    await press(el, 'Submit');
    await shows(el, 'Comment added');
    expect(asks(el)).to.equal(false);
    return el;
  },
  'a file on its way': async () => {
    const el = await showCard(adobeSignAttachments);
    const { readable, writable } = new TransformStream<Uint8Array>();
    el.addEventListener('mf-attachment', (event) =>
      event.respondWith(new Response(readable, { headers: { 'content-length': '4000' } })),
    );
    await click(link(el, 'Audit trail.pdf'));
    void writable.getWriter().write(new Uint8Array(1000));
    await shows(el, '1 kB of 4 kB');
    return el;
  },
  'a file that did not come': async () => {
    const el = await showCard(adobeSignAttachments);
    el.addEventListener('mf-attachment', (event) => event.respondWith(refusal(404)));
    await click(link(el, 'Audit trail.pdf'));
    await shows(el, 'could not be loaded');
    return el;
  },
  'folded rows': () => showCard(coupaRequisition, { maxRows: 4 }),
  'broken JSON': () => showCard('{"id": }'),
  'nothing in it': () => showCard({}),
};

for (const scheme of ['light', 'dark'] as const)
  describe(`given a page in ${scheme} colours`, () => {
    // Nothing else depends on the scheme.
    const rules = scheme === 'dark' ? ['color-contrast'] : undefined;

    before(() => {
      // With a background of its own, as axe takes a page without one for white.
      document.documentElement.style.cssText = `color-scheme: ${scheme}; background: canvas`;
    });

    after(() => {
      document.documentElement.style.cssText = '';
    });

    for (const { name, json } of sampleCards)
      it(`has no fault in the sample card ${name}`, async () => {
        expect(await axeViolations(await showCard(json), rules)).to.deep.equal([]);
      });

    for (const [state, reach] of Object.entries(states))
      it(`has no fault in a card with ${state}`, async () => {
        const el = await reach();
        endTransitions(el);
        expect(await axeViolations(el, rules)).to.deep.equal([]);
      });

    it('has no fault in a feed', async () => {
      const feed = await showFeed([servicenowApproval, concurExpense, card(), 42, {}]);
      expect(await axeViolations(feed, rules)).to.deep.equal([]);
    });

    it('has no fault in a feed without cards', async () => {
      const feed = await showFeed([]);
      expect(await axeViolations(feed, rules)).to.deep.equal([]);
      feed.loading = true;
      await drawn(feed);
      expect(await axeViolations(feed, rules)).to.deep.equal([]);
    });
  });
