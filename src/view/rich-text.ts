import createPurify, { type Config } from 'dompurify';
import type { Finding, Path } from '../diagnostics/diagnostic.js';
import type { Card } from '../schema/model.js';
import type { judgeUrl, UrlPolicy, UrlRefusal } from '../schema/url-policy.js';
import { shallowHtml } from './shallow-html.js';

/*
 * Rich text, loaded when there is some. Imports nothing that the elements import, or a build would split them in two.
 */

/** The card that a rich text is drawn on. */
export interface RichTextPlace {
  readonly shown: Card | null;
  readonly urlPolicy: UrlPolicy | undefined;
  readonly root: ShadowRoot;
}

/** What was found in what the card was read from. */
export interface RichTextFindings {
  readonly found: { readonly findings: readonly Finding[]; readonly input: unknown };
  set(findings: readonly Finding[], input: unknown, shown: boolean): void;
}

/** All that is left in. Whatever else there is goes, and its text stays; of the attributes only a link's URL stays. */
const TAGS = (
  'a b blockquote br caption code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins li mark ol p pre s small span strong sub sup ' +
  'table tbody td tfoot th thead tr u ul'
).split(' ');
const KEPT = new Set(TAGS);

/** Elements that are known and go. After any other `<` there is text, which stays. */
const GOING =
  'abbr acronym address applet area article aside audio base basefont bdi bdo big body button canvas center cite col colgroup data ' +
  'datalist details dfn dialog dir embed fieldset figcaption figure font footer form frame head header hgroup html iframe img input ' +
  'kbd label legend link main map math menu meta meter nav nobr noscript object optgroup option output param picture progress q rp ' +
  'rt ruby samp script search section select source strike style summary svg template textarea time track tt var video wbr';

const NO_TAG = new RegExp(
  `<(?!/?(?:${`${TAGS.join(' ')} ${GOING}`.replaceAll(' ', '|')}|\\w+:\\w+)(?:\\s*/?>|\\s+[\\w:-]+\\s*=)|!(?:--|\\[)|!doctype\\b)`,
  'gi',
);

type TrustedPolicy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;
type Rules = Record<'createHTML' | 'createScriptURL', (text: string) => string>;
interface TrustedWindow {
  readonly trustedTypes?: { createPolicy(name: string, rules: Rules): TrustedPolicy };
}

const policy = (window as TrustedWindow).trustedTypes?.createPolicy('mf-card', {
  // Into the sanitizer's own parser and nowhere else: what comes out is nodes.
  createHTML: (text) => text,
  createScriptURL: () => {
    throw new TypeError('mf-card makes no script');
  },
});

const CONFIG = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ['href'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // Links are judged below, by the same policy as all others.
  ALLOWED_URI_REGEXP: /./s,
  RETURN_DOM_FRAGMENT: true as const,
  ...(policy && { TRUSTED_TYPES_POLICY: policy }),
} satisfies Config;

/** A sanitizer of its own: hooks that a page adds to another one don't reach it. */
const purify = createPurify(window);

interface Made {
  readonly text: string;
  readonly policy: unknown;
  readonly element: HTMLElement;
  readonly findings: readonly Finding[];
}

/** What was drawn last, by place and name: as long as it says the same, it stays. */
const made = new WeakMap<RichTextPlace, Map<string, Made>>();

/**
 * The text as nodes: without ids, names, classes, styles, forms, media, or anything that asks for something.
 *
 * @param name - names it within the place.
 * @param judge - the one of all URLs.
 * @returns the same element until the text or the policy changes.
 */
export function richText(
  text: string,
  name: string,
  place: RichTextPlace,
  findings: RichTextFindings,
  judge: typeof judgeUrl,
): HTMLElement {
  const ours = made.get(place) ?? new Map<string, Made>();
  made.set(place, ours);
  const { urlPolicy } = place;
  let known = ours.get(name);
  if (known?.text !== text || known.policy !== urlPolicy) {
    const refused: Refused[] = [];
    const element = drawn(text, (href) => {
      const { url, refused: why } = judge(href, urlPolicy);
      if (why) refused.push({ href, why });
      return url;
    });
    known = {
      text,
      policy: urlPolicy,
      element,
      findings: refused.map((one) => blocked(one, pathOf(text, place, findings))),
    };
    ours.set(name, known);
  }
  if (known.findings.length) tell(known.findings, findings);
  dress(place.root);
  return known.element;
}

/** Letters of the scripts that are written from right to left. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

interface Refused {
  readonly href: string;
  readonly why: UrlRefusal;
}

function blocked({ href, why }: Refused, path: Path): Finding {
  return {
    code: 'blocked-url',
    path,
    facts: { member: 'href', expected: [`url-${why}`], got: quoted(href) },
  };
}

function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** Not while the card is being drawn: the page hears of it. */
function tell(news: readonly Finding[], findings: RichTextFindings): void {
  queueMicrotask(() => {
    const { findings: known, input } = findings.found;
    if (!news.every((one) => known.includes(one))) findings.set([...known, ...news], input, false);
  });
}

function drawn(text: string, usable: (href: string) => string | null): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('part', 'rich-text');
  element.className = 'rich-text';
  const content: DocumentFragment = purify.sanitize(shallowHtml(text.replace(NO_TAG, '&lt;'), KEPT), CONFIG);
  for (const link of content.querySelectorAll('a')) {
    const href = link.getAttribute('href');
    const url = href === null ? null : usable(href);
    if (url === null) link.replaceWith(...link.childNodes);
    else set(link, url);
  }
  // The card's headings are a tree of their own.
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const line = document.createElement('p');
    const words = line.appendChild(document.createElement('strong'));
    words.append(...heading.childNodes);
    heading.replaceWith(line);
  }
  element.append(content);
  const [letter] = /\p{L}/u.exec(element.textContent) ?? [];
  // As dir="auto" would, for which browsers look through all of it again at each node that comes in.
  if (letter) element.dir = RTL.test(letter) ? 'rtl' : 'ltr';
  return element;
}

/** As every link of a card: see `linked.ts`. */
function set(link: HTMLAnchorElement, url: string): void {
  const attributes = {
    href: url,
    part: 'link link-link',
    'data-open': 'link',
    target: '_blank',
    rel: 'noopener noreferrer',
  };
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
}

/** Where the text stands in what the element was given; the whole, when it isn't found. */
function pathOf(text: string, { shown }: RichTextPlace, { found }: RichTextFindings): Path {
  return search(parsed(found.input), text) ?? search(shown?.source, text) ?? [];
}

function parsed(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input);
  } catch {
    return null;
  }
}

function search(value: unknown, text: string): Path | null {
  if (value === text) return [];
  if (typeof value !== 'object' || value === null || ('source' in value && 'key' in value)) return null;
  for (const [member, inner] of Object.entries(value)) {
    const rest = search(inner, text);
    if (rest) return [Array.isArray(value) ? Number(member) : member, ...rest];
  }
  return null;
}

const STYLES = `
.rich-text {
  overflow: hidden;
  white-space: normal;
}
.rich-text :is(p, div, li, dt, dd, td, th, caption, blockquote) {
  unicode-bidi: plaintext;
}
.rich-text :is(p, ul, ol, dl, pre, blockquote, table):not(:first-child) {
  margin-block-start: 0.5em;
}
.rich-text :is(ul, ol) {
  padding-inline-start: 1.4em;
  list-style: disc;
}
.rich-text ol {
  list-style: decimal;
}
.rich-text :is(blockquote, dd) {
  margin-inline: 0;
  padding-inline-start: 0.75em;
  border-inline-start: 2px solid var(--_line);
}
.rich-text :is(pre, code) {
  font-size: 0.9375em;
  white-space: pre-wrap;
}
.rich-text table {
  display: block;
  overflow-x: auto;
  border-spacing: 0;
}
.rich-text :is(td, th) {
  padding: 0.25em 0.75em 0.25em 0;
  text-align: start;
  vertical-align: top;
}
.rich-text hr {
  margin-block: 0.5em;
  border: 0;
  border-block-start: 1px solid var(--_line);
}
.clamped > .rich-text {
  max-block-size: 6em;
}`;

/** By document: in another one, such as a frame's, a sheet of this one is of no use. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** At each drawing: the element sets its own sheets anew when it is moved to another document. */
function dress({ ownerDocument, adoptedStyleSheets }: ShadowRoot): void {
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    // A document without a window shows nothing.
    if (!ownerDocument.defaultView) return;
    sheet = new ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(STYLES);
    sheets.set(ownerDocument, sheet);
  }
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
