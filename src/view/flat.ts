import { html as lit, type TemplateResult } from 'lit';

/*
 * A card is some hundred nodes whose texts change and whose structure hardly does. Lit gives each nested template
 * two marker nodes, a part, a clone and an insertion of its own; here what is nested is written into the template
 * round it, so that the body of a card is one clone. The strings come from the source files alone: a card decides
 * which of them follow each other, never what they say (docs/decisions/0004).
 */

/** What may follow in one literal: how the strings go on depends on what stands in each place. */
interface Shape {
  text: Shape | null;
  value: Shape | null;
  /** By the strings of a nested template, or by the length of a list. */
  nested: Map<TemplateStringsArray | number, Shape> | null;
  /** The strings of all that led here, once somebody asked for them. */
  merged: TemplateStringsArray | null;
}

/** As many steps as the shapes of a page are likely to take; beyond, they are made anew. */
const MOST_STEPS = 50_000;
let steps = 0;
let shapes = new WeakMap<TemplateStringsArray, Shape>();
const merged = new WeakSet<TemplateStringsArray>();

/**
 * Lit's `html`, whose results become part of the template that they are put into, alone or in a list. A text that is
 * all an element holds is set as its `textContent`.
 *
 * When the structure changes, as by one row more, all of it is drawn anew: use Lit's own `html` for what comes and
 * goes while the user is at it, such as a form. As a value here, that is drawn as ever.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult {
  let shape = shapes.get(strings);
  if (!shape) shapes.set(strings, (shape = newShape()));
  const flat: unknown[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'string') {
      flat.push(value);
      shape = isWhole(strings, i) ? (shape.text ??= newShape()) : (shape.value ??= newShape());
    } else if (Array.isArray(value)) {
      shape = into(shape, value.length);
      for (const one of value) shape = step(shape, one, flat);
    } else {
      shape = step(shape, value, flat);
    }
  }
  const result = lit((shape.merged ??= merge(strings, values)));
  // Not as arguments: there may be more of them than a stack holds.
  return Object.assign(result, { values: flat });
}

/** Has a result of {@link html} drawn in a part of its own: it can change its structure, and nothing else moves. */
export function apart(result: TemplateResult): unknown {
  return new Apart(result);
}

class Apart {
  readonly result: TemplateResult;

  constructor(result: TemplateResult) {
    this.result = result;
  }
}

/** Nothing at all, without a node for it. */
export const none = html``;

/** Strings for {@link html} that are put together from constants, such as a tag's name and its level. */
export function template(...strings: string[]): TemplateStringsArray {
  return Object.assign(strings, { raw: strings });
}

function step(shape: Shape, value: unknown, flat: unknown[]): Shape {
  if (isFlat(value)) {
    for (const inner of value.values) flat.push(inner);
    return into(shape, value.strings);
  }
  flat.push(value instanceof Apart ? value.result : value);
  return (shape.value ??= newShape());
}

function into(shape: Shape, key: TemplateStringsArray | number): Shape {
  shape.nested ??= new Map();
  let next = shape.nested.get(key);
  if (!next) shape.nested.set(key, (next = newShape()));
  return next;
}

function newShape(): Shape {
  steps++;
  return { text: null, value: null, nested: null, merged: null };
}

function isFlat(value: unknown): value is TemplateResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    merged.has((value as { strings?: unknown }).strings as TemplateStringsArray)
  );
}

/** Whether a place is all that an element holds: `<b>${…}</b>`. */
function isWhole(strings: TemplateStringsArray, i: number): boolean {
  return strings[i]?.endsWith('>') === true && strings[i + 1]?.startsWith('</') === true;
}

function merge(strings: TemplateStringsArray, values: readonly unknown[]): TemplateStringsArray {
  if (steps > MOST_STEPS) {
    shapes = new WeakMap();
    steps = 0;
  }
  const result: string[] = [];
  let open = strings[0] ?? '';
  values.forEach((value, i) => {
    if (typeof value === 'string' && isWhole(strings, i)) {
      result.push(`${open.slice(0, -1)} .textContent=`);
      open = '>';
    } else {
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
        const inner = isFlat(one) ? one.strings : ['', ''];
        for (let k = 0; k < inner.length - 1; k++) {
          result.push(open + (inner[k] ?? ''));
          open = '';
        }
        open += inner.at(-1) ?? '';
      }
    }
    open += strings[i + 1] ?? '';
  });
  const whole = template(...result, open);
  merged.add(whole);
  return whole;
}
