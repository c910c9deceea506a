import { tokenStyles } from '../styles/tokens.styles.js';
import { cardsOf, drawCard, type DrawOptions } from './draw-card.js';
import { escaped, renderTemplate } from './render-template.js';
import { tokens, VOID, type Token } from './tokens.js';

/** How a card is written for mail and print. */
export interface HtmlOptions extends DrawOptions {
  /** What relative URLs are resolved against: a mail has no address of its own. */
  readonly base?: string;
}

/**
 * A card as HTML that needs nothing else: no script, no style sheet, no shadow root. Its styles are attributes, in the
 * colours of the light scheme, as mail programs want them. Actions are named and can't be pressed; links are links.
 *
 * @param card - what `readCards` takes, or cards that it gave; of several one follows the other.
 * @returns a fragment to be put into the body of a document. Never throws for what is in the input.
 */
export function toHtml(card: unknown, options: HtmlOptions = {}): string {
  return cardsOf(card, options)
    .map((one) => staticHtml(renderTemplate(drawCard(one, options), false), options))
    .join('\n');
}

/** Elements that some mail programs don't know, and those that do something in a page. */
const PLAIN: Readonly<Record<string, string>> = {
  article: 'div',
  header: 'div',
  footer: 'div',
  section: 'div',
  nav: 'div',
  figure: 'div',
  figcaption: 'div',
  button: 'span',
  time: 'span',
  video: 'a',
};

const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};

/** The colour that a role has in the light scheme. */
function light(role: string): string {
  const [, colour = ''] =
    new RegExp(`--_${role}:\\s*var\\(\\s*--mf-[\\w-]+,\\s*light-dark\\((#\\w+)`).exec(tokenStyles.cssText) ??
    [];
  return colour;
}

const MUTED = `color:${light('muted')};`;
const LINE = `1px solid ${light('line')}`;
const LINK = `color:${light('accent')};`;

/** By tag and by part, a part over its tag. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 8px;',
  dl: 'margin:0 0 8px;',
  dt: `float:left;clear:left;margin:0 8px 0 0;${MUTED}`,
  dd: 'margin:0 0 4px;white-space:pre-line;',
  ul: 'margin:0 0 8px;padding:0;list-style:none;',
  ol: 'margin:0 0 8px;padding:0;list-style:none;',
  li: 'margin:0 0 4px;',
  a: LINK,
  img: 'max-width:100%;',
  small: `display:block;${MUTED}`,
  card: `max-width:640px;margin:0 0 16px;padding:20px;border:${LINE};border-radius:12px;background:${light('surface')};color:${light('text')};font:15px/1.45 system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere;page-break-inside:avoid;`,
  icon: 'width:30px;height:30px;border-radius:6px;vertical-align:top;',
  origin: `margin:0 0 4px;font-size:12px;${MUTED}`,
  title: 'margin:0 0 4px;font-size:19px;font-weight:650;line-height:1.25;',
  'field-title': 'margin:8px 0 4px;font-size:15px;font-weight:650;',
  subtitle: `margin:0 0 4px;${MUTED}`,
  'field-subtitle': `margin:0 0 4px;font-size:13px;${MUTED}`,
  badge: `margin:0 8px 0 0;font-size:13px;font-weight:600;${MUTED}`,
  soon: `margin:0 8px 0 0;font-size:13px;font-weight:600;color:${light('warning')};`,
  over: `margin:0 8px 0 0;font-size:13px;font-weight:600;color:${light('danger')};`,
  description: 'margin:0 0 8px;white-space:pre-line;',
  'field-text': 'margin:0 0 8px;white-space:pre-line;',
  'comment-by': `margin:0;font-size:13px;${MUTED}`,
  'comment-text': 'margin:0 0 8px;white-space:pre-line;',
  'attachment-details': MUTED,
  field: 'margin:0 0 8px;',
  footer: `margin:12px 0 0;padding:12px 0 0;border-top:${LINE};`,
  action: `display:inline-block;margin:0 12px 0 0;font-weight:600;${MUTED}`,
  open: `display:inline-block;margin:0 12px 0 0;font-weight:600;${LINK}`,
  explanation: `margin:0 0 8px;font-size:13px;${MUTED}`,
};

function staticHtml(html: string, { base }: HtmlOptions): string {
  return Array.from(tokens(html), (token) => written(token, base)).join('');
}

function written(token: Token, base: string | undefined): string {
  if (token.kind === 'text') return token.text;
  const tag = PLAIN[token.tag] ?? token.tag;
  // In the page some neighbours are kept apart by their layout alone.
  if (token.kind === 'end') return `</${tag}>${/^(?:a|b|span)$/.test(tag) ? ' ' : ''}`;
  const { attributes, parts } = token;
  const given = (KEPT[tag] ?? []).map((name) => [name, attributes.get(name)]);
  if (token.tag === 'video') given.push(['href', attributes.get('src')]);
  const known = parts.findLast((part) => Object.hasOwn(STYLES, part)) ?? token.tag;
  given.push(['style', Object.hasOwn(STYLES, known) ? STYLES[known] : undefined]);
  const kept = given.map(([name = '', value]) =>
    value === undefined ? '' : ` ${name}="${/^(?:src|href)$/.test(name) ? absolute(value, base) : value}"`,
  );
  const start = `<${tag}${kept.join('')}>`;
  if (token.tag === 'video') return start + (attributes.get('aria-label') ?? attributes.get('src') ?? '');
  return VOID.has(tag) ? `${start} ` : start;
}

/** @param url - escaped; so is what is returned. */
function absolute(url: string, base: string | undefined): string {
  if (base === undefined) return url;
  try {
    return escaped(new URL(url.replaceAll('&amp;', '&'), base).href);
  } catch {
    return url;
  }
}
