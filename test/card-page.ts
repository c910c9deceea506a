/*
 * Shows cards on the test page, and finds and presses things there by what the user reads. What is not found is
 * thrown, with a list of what was there.
 */
import { aTimeout, fixture, html, nextFrame } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../src/index.js';
import type { ActionAnswer, ActionRequest, MfCard, MfCardFeed } from '../src/index.js';

type Settings<Shown extends MfCard | MfCardFeed> = Partial<
  Pick<
    Shown,
    | 'transport'
    | 'store'
    | 'messages'
    | 'fieldTemplates'
    | 'urlPolicy'
    | 'headingLevel'
    | 'timeZone'
    | 'maxRows'
    | 'timeLimit'
    | 'richText'
    | 'lang'
  >
> &
  Partial<Pick<Extract<Shown, MfCardFeed>, 'order' | 'filter' | 'groupBy' | 'hasMore' | 'src'>>;

/** A card on the page, drawn; `card` is what its property takes. */
export async function showCard(card: unknown, settings: Settings<MfCard> = {}): Promise<MfCard> {
  const el = Object.assign(document.createElement('mf-card'), settings, { card });
  await fixture(html`<main>${el}</main>`);
  await el.updateComplete;
  return el;
}

/** A feed on the page, drawn with its cards; `cards` is what its property takes. */
export async function showFeed(cards: unknown, settings: Settings<MfCardFeed> = {}): Promise<MfCardFeed> {
  const el = Object.assign(document.createElement('mf-card-feed'), settings, { cards });
  await fixture(html`<main>${el}</main>`);
  await drawn(el);
  return el;
}

/** Waits until a feed has drawn what it was given, and each of its cards has. */
export async function drawn(feed: MfCardFeed): Promise<void> {
  await feed.updateComplete;
  await Promise.all(cardsOf(feed).map((card) => card.updateComplete));
}

// ── What the user reads ──

/** What can be read in an element and its shadow roots. White space is one space; a new block starts a new line. */
export function textOf(element: Element): string {
  return read(element)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function read(node: Node): string {
  if (isText(node)) return node.data.replaceAll('\n', ' ');
  if (!isElement(node)) return Array.from(node.childNodes, read).join('');
  if (isSlot(node)) return node.assignedNodes({ flatten: true }).map(read).join('');
  if (node.matches('style, script, [role=status], select') || !node.checkVisibility()) return '';
  const text = Array.from((node.shadowRoot ?? node).childNodes, read).join('');
  return getComputedStyle(node).display.startsWith('inline') ? text : `\n${text}\n`;
}

// Not by their class: in Firefox what is moved to another document is of that document's classes from then on.
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot';
}

/** Waits until a text can be read. */
export async function shows(element: Element, text: string): Promise<void> {
  await until(
    () => textOf(element).includes(text),
    () => `"${text}" is not shown. What is:\n${textOf(element)}`,
  );
}

/** Waits until a text can't be read any more. */
export async function hides(element: Element, text: string): Promise<void> {
  await until(
    () => !textOf(element).includes(text),
    () => `"${text}" is still shown:\n${textOf(element)}`,
  );
}

/** Milliseconds. A browser may be slow, and a card takes some seconds to go by itself. */
const PATIENCE = 12_000;

/** Waits for something to become true. */
export async function until(check: () => boolean, otherwise: () => string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!check()) {
    if (performance.now() > end) throw new Error(otherwise());
    await aTimeout(10);
  }
}

/** The words on the buttons that are there, in their order. */
export function buttons(element: Element): string[] {
  return all(element, 'button').map(nameOf);
}

export function button(element: Element, name: string): HTMLButtonElement {
  return named('button', all<HTMLButtonElement>(element, 'button'), name, nameOf);
}

export function link(element: Element, name: string): HTMLAnchorElement {
  return named('link', all<HTMLAnchorElement>(element, 'a[href]'), name, nameOf);
}

export function heading(element: Element, name: string): HTMLHeadingElement {
  return named('heading', all<HTMLHeadingElement>(element, 'h1, h2, h3, h4, h5, h6'), name, textOf);
}

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The words of an element as one line. */
function nameOf(element: Element): string {
  return textOf(element).replaceAll('\n', ' ');
}

/** The input with this label. */
export function control(element: Element, label: string): Control {
  return named('input', all<Control>(element, 'input, textarea, select'), label, labelOf);
}

/** Whether there is an input at all. */
export function asks(element: Element): boolean {
  return all(element, 'input, textarea, select').length > 0;
}

/** The label of an input as it reads, without the mark of a required one. */
export function labelOf(input: Element): string {
  const [label] = (input as Control).labels ?? [];
  return label ? textOf(label).replace(/ required$/, '') : '';
}

/** What is said about an input beside its label: help, then what is wrong with it. */
export function described(input: Element): string {
  const root = input.getRootNode() as ShadowRoot;
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => textOf(root.getElementById(id) ?? document.createElement('p'))).join(' | ');
}

/** The texts of a list of facts, as `label: value`. */
export function facts(element: Element): string[] {
  return all(element, 'dt').map((label) => `${textOf(label)}: ${textOf(label.nextElementSibling ?? label)}`);
}

/** A `time` with this exact time in its title. */
export function time(element: Element, exact: string): HTMLTimeElement {
  return named('time', all<HTMLTimeElement>(element, 'time'), exact, ({ title }) => title);
}

/** The cards that a feed shows. */
export function cardsOf(feed: MfCardFeed): MfCard[] {
  return Array.from(feed.renderRoot.querySelectorAll<MfCard>('li > *')).filter((card) =>
    card.checkVisibility(),
  );
}

/** The headings of the cards that a feed shows. */
export function titles(feed: MfCardFeed): string[] {
  return cardsOf(feed).map(titleOf);
}

function titleOf(card: Element): string {
  return textOf(all(card, '[part=title]')[0] ?? card);
}

export function cardTitled(feed: MfCardFeed, title: string): MfCard {
  return named('card', cardsOf(feed), title, titleOf);
}

/** What assistive technology was last told by a card, or by the feed itself. */
export function said(element: MfCard | MfCardFeed): string {
  return statusRegion(element).textContent.trim();
}

/** All that assistive technology is told from now on. */
export function listen(element: MfCard | MfCardFeed): string[] {
  const region = statusRegion(element);
  const heard: string[] = [];
  new MutationObserver(() => heard.push(region.textContent.trim())).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return heard;
}

function statusRegion(element: MfCard | MfCardFeed): Element {
  const region = element.renderRoot.querySelector('[role=status]');
  if (!region) throw new Error(`There is no status region in:\n${textOf(element)}`);
  return region;
}

/** What has the focus, by its label or its own words; empty when nothing has. */
export function focused(): string {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  if (!here || here === document.body) return '';
  return labelOf(here) || textOf(here);
}

/** Elements in an element and the shadow roots below it. */
export function all<Found extends Element = HTMLElement>(element: Element, selector: string): Found[] {
  const inside = element.shadowRoot ?? element;
  return Array.from(inside.querySelectorAll('*')).flatMap((child) => [
    ...(child.matches(selector) ? [child as Found] : []),
    ...(child.shadowRoot ? all<Found>(child, selector) : []),
  ]);
}

function named<Found extends Element>(
  kind: string,
  candidates: readonly Found[],
  name: string,
  nameOf: (candidate: Found) => string,
): Found {
  const found = candidates.find((candidate) => nameOf(candidate) === name);
  if (found) return found;
  const there = candidates.map((candidate) => `"${nameOf(candidate)}"`).join(', ') || 'none';
  throw new Error(`There is no ${kind} "${name}". There are: ${there}`);
}

// ── What the user does ──

/** Clicks the middle of an element with the mouse; more times than one as fast as the mouse goes. */
export async function click(target: Element, times = 1): Promise<void> {
  const { x, y } = await middleOf(target);
  await Promise.all(Array.from({ length: times }, () => sendMouse({ type: 'click', position: [x, y] })));
}

/** Down and up, with something in between. */
export async function clickWhile(target: Element, meanwhile: () => Promise<unknown>): Promise<void> {
  const { x, y } = await middleOf(target);
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await meanwhile();
  await sendMouse({ type: 'up' });
}

/** The pointer and the focus leave for the page's own ground. */
export async function lookAway(): Promise<void> {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused instanceof HTMLElement) focused.blur();
  await sendMouse({ type: 'move', position: [0, 0] });
  await sendMouse({ type: 'move', position: [1, 1] });
}

/** A double click: the second one goes to what is under the pointer by then. */
export async function doubleClick(target: Element, count = 2): Promise<void> {
  await executeServerCommand('double-click', { ...(await middleOf(target)), count });
}

/** A tap with the finger. */
export async function tap(target: Element): Promise<void> {
  await executeServerCommand('tap', await middleOf(target));
}

/** Where an element is on the screen, once it has come into view and rests there. */
export async function middleOf(target: Element): Promise<{ x: number; y: number }> {
  for (let before = NaN; ;) {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = target.getBoundingClientRect();
    if (y === before) return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    before = y;
    await nextFrame();
  }
}

/** Presses a button with the mouse. */
export async function press(element: Element, name: string): Promise<void> {
  await click(button(element, name));
}

/** Clicks into an input and types. */
export async function typeInto(element: Element, label: string, text: string): Promise<void> {
  await click(control(element, label));
  await sendKeys({ type: text });
}

// ── What the page hears and answers ──

/** The next event of a type. */
export function nextEvent<Type extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: Type,
): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}

/** All events of a type from now on. */
export function events<Type extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: Type,
): HTMLElementEventMap[Type][] {
  const heard: HTMLElementEventMap[Type][] = [];
  target.addEventListener(type, (event) => heard.push(event));
  return heard;
}

/** Answers each action, and gives what was sent so far. */
export function answer(
  target: HTMLElement,
  answers: (request: ActionRequest) => Promise<ActionAnswer> | ActionAnswer,
): ActionRequest[] {
  const requests: ActionRequest[] = [];
  target.addEventListener('mf-action', (event) => {
    requests.push(event.request);
    event.respondWith(answers(event.request));
  });
  return requests;
}

/** Forbids what would open a tab, and gives what would have been opened, as `reason url`. */
export function withoutTabs(target: HTMLElement): string[] {
  const opened: string[] = [];
  target.addEventListener('mf-open', (event) => {
    event.preventDefault();
    opened.push(`${event.reason} ${event.url}`);
  });
  // Should that not be enough, a tab in front of this one would stop all tests.
  target.addEventListener('click', (event) => {
    if (event.composedPath().some((here) => here instanceof HTMLAnchorElement)) event.preventDefault();
  });
  return opened;
}

/** An answer that comes when the test says so. */
export function later<Value>(): { promise: Promise<Value>; give: (value: Value) => void } {
  let give: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

/** A connector's refusal. */
export function refusal(status: number, body: unknown = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
