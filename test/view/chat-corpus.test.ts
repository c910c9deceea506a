import { expect } from '@open-wc/testing';
import type { ActionRequest } from '../../src/index.js';
import { sendKeys } from '@web/test-runner-commands';
import { all, answer, cardsOf, click, showCard, showFeed, textOf, type Control } from '../card-page.js';
import { figure } from '../support/figure.js';
import { sharedText, NO_SHARED } from '../support/shared.js';
import { skip } from '../support/skip.js';

type Wire = Record<string, unknown>;

/** What a wire action must send, found without the reader. */
interface Expected {
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
}

const ANSWER = 'My mouse & I';

describe('given what bots really send', function () {
  this.timeout(120_000);

  it('shows every text, link and action of it', async function () {
    const files = await botFiles();
    if (files === null) return skip(this, NO_SHARED);
    let count = 0;
    for (const { file, objects } of files) {
      for (const wire of objects) {
        expect(missing(await showCard(wire), wire), file).to.deep.equal([]);
        count++;
      }
      const feed = await showFeed({ objects });
      expect(cardsOf(feed).length, file).to.equal(objects.length);
    }
    await figure(`chat, drawn: ${files.length} files, ${count} objects, every text, link and action of each`);
    expect([files.length, count]).to.deep.equal([19, 47]);
  });

  it('sends what each action should send', async function () {
    const files = await botFiles();
    if (files === null) return skip(this, NO_SHARED);
    let count = 0;
    for (const { file, objects } of files) {
      for (const wire of objects) {
        const expected = actionsOf(wire).map(expectedOf);
        for (const [position, one] of expected.entries()) {
          const sent = await pressed(wire, position, expected);
          expect(sent, `${file}: ${one.title}`).to.deep.equal(one);
          count++;
        }
      }
    }
    await figure(`chat, pressed: ${count} actions, each sent the right method, address and body`);
    expect(count).to.equal(40);
  });
});

/** Draws an item anew, presses one of its actions, fills in what it asks for, and says what was sent. */
async function pressed(wire: Wire, position: number, expected: readonly Expected[]): Promise<Expected> {
  const el = await showCard(wire);
  const requests: ActionRequest[] = answer(el, () => undefined);
  const { title } = expected[position]!;
  // Several may be called the same: the nth of them is meant.
  const nth = expected.slice(0, position).filter((before) => before.title === title).length;
  const alike = all(el, '[part~=action]').filter((one) => textOf(one) === title);
  // Those of items within the item stand before its own.
  const own = actionsOf({ ...wire, children: [] }).filter((action) => action.title === title).length;
  const order = [...alike.slice(alike.length - own), ...alike.slice(0, alike.length - own)];
  await click(order[nth]!);
  await el.updateComplete;
  const [submit] = all(el, '[part~=submit]');
  if (submit) {
    for (const control of all<Control>(el, 'form [part~=control]')) {
      await click(control);
      await sendKeys({ type: ANSWER });
    }
    await click(submit);
    await el.updateComplete;
  }
  const [sent] = requests;
  if (!sent) throw new Error(`${title} sent nothing`);
  return { title, method: sent.method, url: sent.url, body: sent.body };
}

function expectedOf(action: Wire): Expected {
  const {
    title,
    type,
    url,
    payload = {},
    userInput = [],
  } = action as {
    title: string;
    type: string;
    url: { href: string };
    payload?: Record<string, string>;
    userInput?: { id: string }[];
  };
  const values = new URLSearchParams({
    ...payload,
    ...Object.fromEntries(userInput.map(({ id }) => [id, ANSWER])),
  });
  const text = values.toString();
  if (type === 'GET')
    return {
      title,
      method: type,
      url: text ? `${url.href}${url.href.includes('?') ? '&' : '?'}${text}` : url.href,
      body: null,
    };
  return { title, method: type, url: url.href, body: type === 'DELETE' && text === '' ? null : text };
}

function actionsOf(wire: Wire): Wire[] {
  const details = (wire.itemDetails ?? wire) as { actions?: Wire[] };
  const children = (wire.children ?? []) as Wire[];
  return [...(details.actions ?? []), ...children.flatMap(actionsOf)];
}

async function botFiles(): Promise<{ file: string; objects: Wire[] }[] | null> {
  const index = await sharedText('corpus/index.json');
  if (index === null) return null;
  const bots = (JSON.parse(index) as { file: string; kind: string }[]).filter(({ kind }) => kind === 'bot');
  return Promise.all(
    bots.map(async ({ file }) => ({
      file,
      ...(JSON.parse((await sharedText(`corpus/${file}`)) ?? '') as { objects: Wire[] }),
    })),
  );
}

const labels = (el: Element) => all(el, '[part~=action]').map(textOf);

/** What of a wire item can't be found on the page, where each action is counted. */
function missing(el: Element, wire: Wire): string[] {
  const shown = plain(textOf(el));
  const hrefs = all<HTMLAnchorElement>(el, 'a').map((one) => one.getAttribute('href'));
  const offered = labels(el);
  return found(wire)
    .filter(([member, text]) => {
      if (member === 'link') return !hrefs.includes(text);
      if (member !== 'action') return !shown.includes(plain(text));
      const position = offered.indexOf(text);
      if (position >= 0) offered.splice(position, 1);
      return position < 0;
    })
    .map(([member, text]) => `${member}: ${text}`);
}

/** Its texts, links and actions, found without the reader: what an action is sent to is no link. */
function found(wire: Wire): [member: string, text: string][] {
  const details = (wire.itemDetails ?? wire) as Wire & { tabularData?: Wire[]; actions?: Wire[] };
  const rows = (details.tabularData ?? []).flatMap((table) => [table, ...((table.data ?? []) as Wire[])]);
  const children = (wire.children ?? []) as Wire[];
  return [
    ...[details, ...rows].flatMap(textsOf),
    ...(details.actions ?? []).flatMap(({ title, description }): [string, string][] => [
      ['action', String(title)],
      ['description', String(description)],
    ]),
    ...children.flatMap(found),
  ];
}

function textsOf(holder: Wire): [string, string][] {
  const { href } = (holder.url ?? {}) as Wire;
  return [
    ...['title', 'subtitle', 'shortDescription', 'description'].map(
      (member) => [member, holder[member]] as const,
    ),
    ['link', href] as const,
  ].flatMap(([member, text]): [string, string][] =>
    typeof text === 'string' && text.trim() !== '' ? [[member, text]] : [],
  );
}

/** So that the key `ticketNo` is found in `Ticket no`. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}
