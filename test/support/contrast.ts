/** A colour as it is drawn: red, green, blue, each 0 to 255, and how much of it there is, 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A pair of colours that are next to each other, and what for. */
export interface Pair {
  readonly what: string;
  readonly ratio: number;
  /** What WCAG 2.2 asks for: 4.5 for text, 3 for what is no text. */
  readonly needed: number;
}

const known = new Map<string, Colour>();
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** Any colour that CSS knows, as the browser paints it. */
function colour(css: string): Colour {
  let found = known.get(css);
  if (found) return found;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  found = [red, green, blue, alpha / 255];
  known.set(css, found);
  return found;
}

function over([r, g, b, a]: Colour, ground: Colour): Colour {
  const mixed = (top: number, below: number) => top * a + below * (1 - a);
  return [mixed(r, ground[0]), mixed(g, ground[1]), mixed(b, ground[2]), 1];
}

function luminance([r, g, b]: Colour): number {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** What lies behind the words of an element: its background, over those of all that it lies in. */
function groundOf(element: Element | null): Colour {
  if (!element) return colour('canvas');
  const own = colour(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, groundOf(parentOf(element)));
}

/**
 * All pairs of colours that are drawn in an element and its shadow roots: each text and each picture of the elements' own on
 * its ground, placeholders, the edge or the ground of each control against what it lies on, and the focus ring on each
 * ground. Connectors' pictures and what the browser draws itself are not the elements' own.
 */
export function pairsIn(root: Element): Pair[] {
  const pairs = new Map<string, Pair>();
  const add = (what: string, one: Colour, ground: Colour, needed: number) => {
    const pair = { what, ratio: contrast(over(one, ground), ground), needed };
    const before = pairs.get(what);
    if (!before || pair.ratio < before.ratio) pairs.set(what, pair);
  };
  for (const element of elementsIn(root)) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const name = element.getAttribute('part') ?? element.localName;
    const ground = groundOf(element);
    if (hasWords(element)) add(`text of ${name}`, colour(style.color), ground, 4.5);
    if (element instanceof SVGSVGElement)
      add(`picture in ${element.parentElement?.getAttribute('part') ?? ''}`, colour(style.color), ground, 3);
    if (element.matches('article')) add('focus ring on the card', colour(ringOf(element)), ground, 3);
    if (element.matches('footer, form, .attachment'))
      add(`focus ring on ${name}`, colour(ringOf(element)), ground, 3);
    if (!element.matches(CONTROLS)) continue;
    if (element.matches('[placeholder]'))
      add(`placeholder of ${name}`, colour(getComputedStyle(element, '::placeholder').color), ground, 4.5);
    // What can't be used now need not be found, and a button without edge and ground is found by its words.
    if (element.matches('[disabled], [aria-disabled=true], [readonly]')) continue;
    const behind = groundOf(parentOf(element));
    const edge = colour(style.borderTopColor);
    const hasEdge = style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0 && edge[3] > 0;
    const candidates = [...(hasEdge ? [over(edge, behind)] : []), ground];
    const [best = ground] = candidates.sort((a, b) => contrast(b, behind) - contrast(a, behind));
    if (hasEdge || contrast(ground, behind) > 1.1) add(`edge of ${name}`, best, behind, 3);
  }
  return [...pairs.values()];
}

const CONTROLS =
  '.action, [part~=control]:not([type=range]), [part~=choices], [part=more], [part=news-action]';

function ringOf(element: Element): string {
  const probe = document.createElement('i');
  probe.style.color = 'var(--_focus)';
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function hasWords(element: Element): boolean {
  if (element.matches('.said, option, input, textarea')) return element.matches('input, textarea');
  return Array.from(element.childNodes).some((node) => node instanceof Text && node.data.trim() !== '');
}

function elementsIn(root: Element): Element[] {
  return Array.from((root.shadowRoot ?? root).querySelectorAll('*')).flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element) : []),
  ]);
}
