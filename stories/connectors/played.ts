import { expect, userEvent, waitFor } from 'storybook/test';
import type { ActionRequest, MfCard, MfOpenEvent } from '../../src/index.js';
import { mockTransport } from '../../src/transports/index.js';
import { insideCard, pick } from '../play.js';

/** What a user does with an action of a card, and what becomes of it. Texts are those on the card, in its language. */
interface Deed {
  /** The label of its button. */
  readonly press: string;
  /** What is entered into its form: by the beginning of a label the text, or what is chosen. */
  readonly enter?: Readonly<Record<string, string>>;
  /** What the card says then. */
  readonly says: string;
  /** The labels of those that can't be pressed any more. */
  readonly gone?: readonly string[];
  /** The values the connector gets. */
  readonly sent?: ActionRequest['values'];
}

interface Played {
  readonly canvasElement: HTMLElement;
}

/** All that is said of the JSON but that its pictures lie beside the stories, and have no absolute address. */
function findings({ diagnostics }: MfCard) {
  return diagnostics.filter(({ path }) => path.at(-2) !== 'image').map(({ message }) => message);
}

/** Does it as a user would, one deed after the other, with a host that takes everything. */
export function does(...deeds: Deed[]) {
  return async ({ canvasElement }: Played) => {
    const { element } = await insideCard(canvasElement);
    const transport = mockTransport();
    element.transport = transport;
    await expect(findings(element)).toEqual([]);
    for (const deed of deeds) {
      await doOne(canvasElement, deed);
      const request = transport.requests.at(-1);
      if (deed.sent) await expect(request?.values).toEqual(deed.sent);
    }
    await expect(transport.requests.length).toBe(deeds.length);
  };
}

async function doOne(canvasElement: HTMLElement, { press, enter = {}, says, gone = [] }: Deed) {
  const { element, shown } = await insideCard(canvasElement);
  const [button] = await shown.findAllByRole('button', { name: press });
  await userEvent.click(button!);
  const entries = Object.entries(enter);
  for (const [label, text] of entries) await fillIn(canvasElement, label, text);
  // Its words are those of the page's language.
  if (entries.length > 0)
    await userEvent.click(element.shadowRoot!.querySelector<HTMLElement>('[part~=submit]')!);
  const [done] = await shown.findAllByText(says, { selector: 'span' });
  await expect(done).toBeVisible();
  await waitFor(() => expect(shown.getByRole('status')).toHaveTextContent(says));
  for (const label of gone) await expect(shown.queryByRole('button', { name: label })).toBeNull();
}

async function fillIn(canvasElement: HTMLElement, label: string, text: string) {
  const { shown } = await insideCard(canvasElement);
  const name = (full: string) => full.startsWith(label);
  const choice = shown.queryByRole('radiogroup', { name });
  if (choice) {
    await userEvent.click(shown.getByRole('radio', { name: text }));
    return;
  }
  const [control] = await shown.findAllByLabelText(name, { selector: 'input, select, textarea' });
  if (control instanceof HTMLSelectElement) {
    // By the option itself: its text has a template's comments round it.
    const option = [...control.options].find((one) => one.text === text);
    await userEvent.selectOptions(control, option ?? text);
  } else if (/^(date|time)/.test((control as HTMLInputElement).type)) await pick(control!, text);
  else await userEvent.type(control!, text);
}

/** Presses a link that leads to another page. The host hears of it; the card says that it was opened. */
export function opens({ press, url, says }: { press: string; url: string; says?: string }) {
  return async ({ canvasElement }: Played) => {
    const { element, shown } = await insideCard(canvasElement);
    await expect(findings(element)).toEqual([]);
    const opened: string[] = [];
    element.addEventListener('mf-open', (event: MfOpenEvent) => {
      event.preventDefault();
      opened.push(event.url);
    });
    const [link] = shown.getAllByRole('link', { name: press });
    await expect(link).toBeVisible();
    await userEvent.click(link!);
    await expect(opened).toEqual([url]);
    if (says !== undefined) await waitFor(() => expect(shown.getByRole('status')).toHaveTextContent(says));
  };
}
