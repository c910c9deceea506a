import { html, nothing, render, type RenderOptions, type TemplateResult } from 'lit';
import { isTemplateResult, setCommittedValue } from 'lit/directive-helpers.js';
import type { ChildPart, Part } from 'lit/directive.js';
import { templateDigest } from './template-digest.js';

/*
 * Takes over what `ssr/render-template.ts` has written: Lit then believes that it has drawn it. Lit's own way to do so sets
 * every property, `textContent` among them, and so writes each text of a card once more.
 *
 * Loaded when there is something to take over. Of what Lit keeps to itself it needs two names, each of which is one in
 * Lit's builds for development and another in all others.
 */

/** A place in a template, by the number of its node among elements and comments. */
interface TemplatePlace {
  readonly type: number;
  readonly index: number;
  readonly name: string;
  readonly strings: readonly string[];
  readonly ctor: new (...args: unknown[]) => Part & { readonly type: number };
}

type Instance = Readonly<Record<string, unknown>>;

type NewInstance = new (template: unknown, parent: ChildPart) => Instance;
type NewChildPart = new (start: Node, end: Node, parent: unknown, options: RenderOptions) => ChildPart;

const ATTRIBUTE = 1;
const CHILD = 2;
const PROPERTY = 3;

/**
 * Has Lit take over what a server has drawn into `root`.
 *
 * @param value - what is to be drawn there.
 * @returns whether it could: not when it is something else. Then nothing has changed but for listeners.
 */
export function hydrate(value: unknown, root: ShadowRoot, options: RenderOptions): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  try {
    let first = walker.nextNode();
    while (first && !isComment(first)) first = walker.nextSibling();
    if (!first) return false;
    const { part } = new Hydration(walker, options).take(value, first, undefined);
    (root as { _$litPart$?: ChildPart })._$litPart$ = part;
    return true;
  } catch (error) {
    if (error instanceof Other) return false;
    throw error;
  }
}

/** What is there is not what would be drawn. */
class Other extends Error {}

class Hydration {
  readonly #walker: TreeWalker;
  readonly #options: RenderOptions;
  readonly #ChildPart: NewChildPart;
  readonly #Instance: NewInstance;
  readonly #parts: string;

  constructor(walker: TreeWalker, options: RenderOptions) {
    this.#walker = walker;
    this.#options = options;
    // Lit doesn't export its classes, but they are those of what it has drawn.
    const probe = render(html`<i></i>`, document.createElement('i'));
    const instance = committed(probe);
    this.#ChildPart = probe.constructor as unknown as NewChildPart;
    this.#Instance = instance.constructor as NewInstance;
    this.#parts = nameIn(instance, '_$parts', '_$AV');
  }

  /** Takes over one place, whose opening comment it gets; the walker ends at the closing one. */
  take(value: unknown, start: Node, parent: unknown): { readonly part: ChildPart } {
    if (!isComment(start) || !start.data.startsWith('[')) throw new Other();
    const end = closing(start);
    const part = new this.#ChildPart(start, end, parent, this.#options);
    if (isTemplateResult(value) && 'strings' in value) {
      if (start.data.slice(1) !== templateDigest(value.strings)) throw new Other();
      setCommittedValue(part, this.#instance(value, part));
    } else if (Array.isArray(value) && start.nextSibling !== end) {
      setCommittedValue(
        part,
        value.map((one) => {
          const next = this.#walker.nextNode();
          if (!next || next === end) throw new Other();
          return this.take(one, next, part).part;
        }),
      );
      if (this.#walker.nextNode() !== end) throw new Other();
    } else if (start.nextSibling instanceof Text && start.nextSibling.nextSibling === end) {
      const { data } = start.nextSibling;
      if (isText(value)) setCommittedValue(part, String(value) === data ? value : data);
      // Words that a directive or an element stands for here.
      else start.nextSibling.remove();
    } else if (start.nextSibling !== end) {
      const range = document.createRange();
      range.setStartAfter(start);
      range.setEndBefore(end);
      range.deleteContents();
    }
    this.#walker.currentNode = end;
    return { part };
  }

  #instance(result: TemplateResult, part: ChildPart): Instance {
    const template = templateOf(part as unknown as TemplateSource, result);
    const instance = new this.#Instance(template, part);
    const parts = instance[this.#parts] as (Part | undefined)[];
    let index = -1;
    let at = 0;
    for (const place of template.parts) {
      for (; index < place.index; index++) if (!this.#walker.nextNode()) throw new Other();
      const node = this.#walker.currentNode;
      if (place.type === CHILD) {
        parts.push(this.take(result.values[at++], node, instance).part);
        continue;
      }
      // A directive for an element: Lit has to draw it.
      if (place.type !== ATTRIBUTE || !(node instanceof Element)) throw new Other();
      const count = place.strings.length - 1;
      const own = new place.ctor(node, place.name, place.strings, instance, this.#options);
      commitEqual(own, node, place, result.values.slice(at, at + count));
      parts.push(own);
      at += count;
    }
    return instance;
  }
}

/** Attributes and texts that are as they should be need not be set. All else is: listeners, properties. */
function commitEqual(
  part: Part & { readonly type: number },
  element: Element,
  { name, strings }: TemplatePlace,
  values: readonly unknown[],
): void {
  const [only] = values;
  if (part.type === PROPERTY) {
    if (name === 'textContent' && element.textContent === only) setCommittedValue(part, only);
    return;
  }
  if (part.type !== ATTRIBUTE || !values.every((value) => value === nothing || isText(value))) return;
  const text = values.includes(nothing)
    ? null
    : strings.reduce((so, next, i) => so + textOf(values[i - 1]) + next);
  if (element.getAttribute(name) !== text) return;
  setCommittedValue(part, strings.length > 2 || strings[0] !== '' || strings[1] !== '' ? [...values] : only);
}

function isText(value: unknown): value is string | number | boolean | null | undefined {
  return value === null || !['object', 'function', 'symbol'].includes(typeof value);
}

function textOf(value: unknown): string {
  return isText(value) ? String(value ?? '') : '';
}

function isComment(node: Node): node is Comment {
  return node.nodeType === Node.COMMENT_NODE;
}

/** The comment that closes what another one opens, among its siblings. */
function closing(start: Comment): Comment {
  let depth = 0;
  for (let node: Node | null = start; node; node = node.nextSibling) {
    if (!isComment(node)) continue;
    if (node.data.startsWith('[')) depth++;
    else if (node.data === ']' && --depth === 0) return node;
  }
  throw new Other();
}

type TemplateSource = Readonly<
  Record<
    '_$getTemplate' | '_$AC',
    ((result: TemplateResult) => { readonly parts: TemplatePlace[] }) | undefined
  >
>;

function templateOf(
  part: TemplateSource,
  result: TemplateResult,
): { readonly parts: readonly TemplatePlace[] } {
  return part._$getTemplate?.(result) ?? part._$AC?.(result) ?? { parts: [] };
}

function committed(part: unknown): object {
  return (part as Record<string, object>)[nameIn(part as object, '_$committedValue', '_$AH')] ?? {};
}

function nameIn(object: object, long: string, short: string): string {
  return long in object ? long : short;
}
