import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import type { MfCard, MfCardFeed } from '../../src/index.js';
import { drawn } from '../card-page.js';
import { always, stepsOf } from '../support/feed-commands.js';
import { aimOf, Model, NAMES, wireOf, type Entry, type Name } from '../support/feed-model.js';
import { tries } from '../support/tries.js';

/*
 * The histories of test/state/feed-model.unit.test.ts, as far as they need no clock, in a page: what can be read there
 * must be what the model says. The feed is out of view, so that only what the user does holds cards in their places.
 */

class Page {
  readonly feed: MfCardFeed;
  readonly places: readonly HTMLElement[];

  constructor(feed: MfCardFeed, places: readonly HTMLElement[]) {
    this.feed = feed;
    this.places = places;
  }

  card(name: Name): MfCard {
    const cards = [...this.feed.shadowRoot!.querySelectorAll('mf-card')];
    return cards.find((card) => titleOf(card).startsWith(name))!;
  }

  button(name: Name, label: string): HTMLButtonElement | undefined {
    const all = this.card(name).shadowRoot!.querySelectorAll('button');
    return [...all].find((one) => one.textContent.trim() === label);
  }

  input(name: Name): HTMLInputElement {
    return this.card(name).shadowRoot!.querySelector('input')!;
  }

  /** Focus and pointer leave the feed. The focus may be on its way to where a form was. */
  async lookAway(): Promise<void> {
    await this.settle();
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active instanceof HTMLElement) active.blur();
    this.feed.dispatchEvent(new PointerEvent('pointerleave'));
  }

  async settle(): Promise<void> {
    await drawn(this.feed);
    await drawn(this.feed);
  }
}

function titleOf(card: MfCard): string {
  return card.shadowRoot!.querySelector('h3')?.textContent.trim() ?? '';
}

/** The model, and which version of a card stands there while something is typed into it. */
class PageModel extends Model {
  readonly edited = new Map<Name, Entry>();
  /** Where the open form of a card sends to. */
  readonly aims = new Map<Name, string>();

  /** Not sent any more, but something is typed into them. */
  #staying: readonly Name[] = [];

  override take(answer: readonly Entry[]): void {
    const known = [...answer];
    this.#staying = [];
    this.known.forEach((entry, i) => {
      if (!this.edited.has(entry.name) || answer.some(({ name }) => name === entry.name)) return;
      known.splice(i, 0, entry);
      this.#staying = [...this.#staying, entry.name];
    });
    super.take(known);
  }

  override arrange(): void {
    this.known = this.known.filter(({ name }) => !this.#staying.includes(name) || this.edited.has(name));
    super.arrange();
  }

  override bringBack(): void {
    super.bringBack();
    // A card that was away, and comes back with its form, is edited as it is now.
    for (const name of this.edited.keys())
      if (!this.shown.some((entry) => entry.name === name)) this.edited.delete(name);
    for (const entry of this.shown) {
      const { name, version, gone } = entry;
      if (!gone && !this.edited.has(name) && this.forms.has(name) && this.aims.get(name) === aimOf(version))
        this.edited.set(name, entry);
    }
  }

  read(): unknown {
    return {
      shown: this.shown.map((entry) => {
        const { name, version } = this.edited.get(entry.name) ?? entry;
        return entry.gone ? 'gone' : `${name}, version ${version}`;
      }),
      typed: [...this.edited.keys()].map((name) => (this.entryOf(name) ? this.noteOf(name) : '')),
      waiting: this.waiting.length,
    };
  }

  noteOf(name: Name): string {
    const { version } = this.edited.get(name) ?? this.entryOf(name)!;
    return this.notes.get(`${name} ${aimOf(version)}`) ?? '';
  }
}

function readPage(model: PageModel, page: Page): unknown {
  const root = page.feed.shadowRoot!;
  return {
    shown: [...root.querySelectorAll('li')].map((li) => {
      const card = li.querySelector('mf-card');
      return card ? titleOf(card) : 'gone';
    }),
    typed: [...model.edited.keys()].map((name) => (model.entryOf(name) ? page.input(name).value : '')),
    waiting: Number(/\d+/.exec(root.querySelector('[part=news]')?.textContent ?? '')?.[0] ?? 0),
  };
}

const { step, toAnyCard, ofConnector } = stepsOf<PageModel, Page>(async (text, run, model, page) => {
  await run(model, page);
  await page.settle();
  expect(readPage(model, page), text).to.deep.equal(model.read());
});

let typed = 0;

const commands = [
  ...ofConnector(fc.constant(1)),
  ...[1, 2, 3, 4, 5].map(() =>
    fc.constant(
      step('refresh', always, (model, { feed }) => {
        model.take(model.records);
        feed.cards = { objects: model.records.map(wireOf) };
      }),
    ),
  ),
  toAnyCard('type', always, async (model, page, name) => {
    if (!model.edited.has(name)) page.button(name, 'Comment')!.click();
    await page.settle();
    const input = page.input(name);
    input.value = `text ${++typed}`;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    model.forms.add(name);
    if (!model.edited.has(name)) model.edited.set(name, model.entryOf(name)!);
    const aim = aimOf(model.edited.get(name)!.version);
    model.aims.set(name, aim);
    model.notes.set(`${name} ${aim}`, input.value);
    await page.lookAway();
    model.arrange();
  }),
  toAnyCard(
    'close the form',
    ({ edited }, name) => edited.has(name),
    async (model, page, name) => {
      page.button(name, 'Cancel')!.click();
      model.forms.delete(name);
      model.edited.delete(name);
      await page.lookAway();
      model.arrange();
    },
  ),
  fc.constant(
    step(
      'let in what waits',
      ({ waiting }) => waiting.length > 0,
      async (model, page) => {
        page.feed.shadowRoot!.querySelector<HTMLButtonElement>('[part=news] button')!.click();
        await page.lookAway();
        model.letIn();
      },
    ),
  ),
  fc.constant(
    step('move the feed', always, (model, { feed, places }) => {
      places.find((place) => !place.contains(feed))!.append(feed);
      model.arrange();
    }),
  ),
];

describe('given records, refreshes and a user that come in any order', () => {
  it('can be read as the model says, with all that was typed', async function () {
    this.timeout(1_200_000);
    const box = await fixture<HTMLElement>(
      html`<div style="position: fixed; inset-inline-start: -4000px; inline-size: 600px">
        <p></p>
        <p></p>
      </div>`,
    );
    const places = [...box.querySelectorAll('p')];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...NAMES]),
        fc.commands(commands, { maxCommands: 60, size: 'max' }),
        async (names, history) => {
          const feed = document.createElement('mf-card-feed');
          places[0]!.append(feed);
          const model = new PageModel();
          model.records = names.map((name, i) => ({
            name,
            version: 0,
            importance: i % 3,
            copy: ++model.copies,
          }));
          model.take(model.records);
          feed.cards = { objects: model.records.map(wireOf) };
          await drawn(feed);
          try {
            await fc.asyncModelRun(() => ({ model, real: new Page(feed, places) }), history);
          } finally {
            feed.remove();
          }
        },
      ),
      { numRuns: tries(30, 5000), seed: 20260301 },
    );
  });
});
