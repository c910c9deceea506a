import { noChange, nothing } from 'lit';
import { templateDigest } from '../view/template-digest.js';

/** How a value stands in a template: as content, or in an attribute, with what is written round it there. */
type Step =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'content' }
  | { readonly kind: 'attribute'; readonly name: string; readonly strings: readonly string[] }
  | { readonly kind: 'boolean' | 'property'; readonly name: string }
  /** A listener, and whatever else a server has no use for. */
  | { readonly kind: 'ignored' };

interface Template {
  readonly _$litType$: number;
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}

type DirectiveClass = new (info: { readonly type: number }) => { render(...values: unknown[]): unknown };

/**
 * Writes what Lit would draw, without a page: templates, lists, texts and directives that only compute something.
 *
 * @param marked - whether each place of content is put between comments, by which `hydrate.ts` finds it again.
 * @returns HTML; every value in it is escaped.
 */
export function renderTemplate(value: unknown, marked: boolean): string {
  const html = isTemplate(value) ? renderSteps(value, marked) : renderValue(value, marked);
  return marked ? marks(value, html) : html;
}

function renderSteps({ strings, values }: Template, marked: boolean): string {
  let html = '';
  let next = 0;
  /** What `.textContent` sets follows the tag that it stands in. */
  let content = '';
  for (const step of stepsOf(strings)) {
    switch (step.kind) {
      case 'text': {
        const end = content === '' ? -1 : step.text.indexOf('>') + 1;
        html += end > 0 ? step.text.slice(0, end) + content + step.text.slice(end) : step.text;
        if (end > 0) content = '';
        break;
      }
      case 'content':
        html += renderTemplate(values[next++], marked);
        break;
      case 'attribute': {
        const count = step.strings.length - 1;
        html += attribute(step.name, step.strings, values.slice(next, next + count));
        next += count;
        break;
      }
      case 'boolean':
        if (plain(values[next++], 4)) html += ` ${step.name}`;
        break;
      case 'property': {
        const value = plain(values[next++], 3);
        if (step.name === 'textContent') content = escaped(textOf(value));
        else if (step.name === 'value') html += attribute('value', ['', ''], [value]);
        else if ((step.name === 'checked' || step.name === 'selected') && value) html += ` ${step.name}`;
        break;
      }
      case 'ignored':
        next++;
    }
  }
  return html;
}

function renderValue(value: unknown, marked: boolean): string {
  if (typeof value === 'string') return escaped(value);
  if (value === null || value === undefined || value === nothing || value === noChange) return '';
  if (isDirective(value)) return renderTemplate(plain(value, 2), false);
  if (typeof value !== 'object') return escaped(textOf(value));
  if (Symbol.iterator in value)
    return Array.from(value as Iterable<unknown>, (one) => renderTemplate(one, marked)).join('');
  return '';
}

/** Between comments that say what it is: of a template its digest. What a directive makes is drawn anew in the page. */
function marks(value: unknown, html: string): string {
  return `<!--[${isTemplate(value) ? templateDigest(value.strings) : ''}-->${html}<!--]-->`;
}

function attribute(name: string, strings: readonly string[], values: readonly unknown[]): string {
  let text = strings[0] ?? '';
  for (const [i, given] of values.entries()) {
    const value = plain(given, 1);
    if (value === nothing) return '';
    text += textOf(value) + (strings[i + 1] ?? '');
  }
  return ` ${name}="${escaped(text)}"`;
}

/** What a directive stands for, at a place of this type of Lit's `PartType`; any other value as it is. */
function plain(value: unknown, type: number): unknown {
  if (!isDirective(value)) return value;
  const { _$litDirective$: Directive, values } = value;
  return new Directive({ type }).render(...values);
}

function isTemplate(value: unknown): value is Template {
  return typeof value === 'object' && value !== null && '_$litType$' in value && 'strings' in value;
}

function isDirective(
  value: unknown,
): value is { readonly _$litDirective$: DirectiveClass; readonly values: readonly unknown[] } {
  return typeof value === 'object' && value !== null && '_$litDirective$' in value;
}

function textOf(value: unknown): string {
  return value === null || value === undefined || value === nothing || value === noChange
    ? ''
    : // eslint-disable-next-line @typescript-eslint/no-base-to-string -- as Lit has it
      String(value);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For content and for attributes in double quotes. */
export function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char) : text;
}

const plans = new WeakMap<TemplateStringsArray, readonly Step[]>();

function stepsOf(strings: TemplateStringsArray): readonly Step[] {
  let steps = plans.get(strings);
  if (!steps) plans.set(strings, (steps = planned(strings)));
  return steps;
}

/** The beginning of an attribute that a value stands in: `.?@`, its name, its quote, and what is before the value. */
const OPEN = /\s([.?@]?)([^\s=<>"']+)=(?:(["'])([^"']*))?$/;

/** Finds out where each value of a template stands. Templates are written by people, so all of it is well-formed. */
function planned(strings: TemplateStringsArray): readonly Step[] {
  const steps: Step[] = [];
  let inTag = false;
  let open: {
    readonly prefix: string;
    readonly name: string;
    readonly quote: string;
    strings: string[];
  } | null = null;
  for (const [i, part] of strings.entries()) {
    let text = part;
    if (open) {
      const end = open.quote === '' ? 0 : text.indexOf(open.quote);
      open.strings.push(end < 0 ? text : text.slice(0, end));
      if (end < 0) continue;
      steps.push(attributeStep(open));
      text = text.slice(open.quote === '' ? 0 : end + 1);
      open = null;
    }
    inTag = endsInTag(text, inTag);
    const isLast = i === strings.length - 1;
    const found = !isLast && inTag ? OPEN.exec(text) : null;
    const [start, prefix = '', name = '', quote = '', before = ''] = found ?? [];
    steps.push({ kind: 'text', text: start === undefined ? text : text.slice(0, -start.length) });
    if (isLast) break;
    if (start !== undefined) open = { prefix, name, quote, strings: [before] };
    else steps.push({ kind: inTag ? 'ignored' : 'content' });
  }
  return steps.filter((step) => step.kind !== 'text' || step.text !== '');
}

function attributeStep({
  prefix,
  name,
  strings,
}: {
  readonly prefix: string;
  readonly name: string;
  readonly strings: readonly string[];
}): Step {
  if (prefix === '@') return { kind: 'ignored' };
  if (prefix === '?') return { kind: 'boolean', name };
  if (prefix === '.') return { kind: 'property', name };
  return { kind: 'attribute', name, strings };
}

/** Whether a text that begins in a tag, or outside of one, ends in one. */
function endsInTag(text: string, inTag: boolean): boolean {
  for (let quote = '', i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (!inTag) inTag = char === '<' && /[a-z/]/i.test(text[i + 1] ?? '');
    else if (char === '>') inTag = false;
    else if ((char === '"' || char === "'") && text[i - 1] === '=') quote = char;
  }
  return inTag;
}
