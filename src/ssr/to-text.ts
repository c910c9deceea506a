import { cardsOf, drawCard, type DrawOptions } from './draw-card.js';
import { renderTemplate } from './render-template.js';
import { tokens } from './tokens.js';

/**
 * All that a card says, as plain text: for notifications, search and logs. A line for each fact (`Amount: 12 EUR`), each
 * comment, each file and each action; the title is among the first ones.
 *
 * @param card - what `readCards` takes, or cards that it gave; of several each begins after an empty line.
 * @returns no markup, and nothing escaped: escape it where it is put into HTML. Never throws for what is in the input.
 */
export function toText(card: unknown, options: DrawOptions = {}): string {
  return cardsOf(card, options)
    .map((one) => textOf(renderTemplate(drawCard(one, options), false)))
    .join('\n\n');
}

const LINES = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** Between those that stand in one line. */
const APART = /^(?:button|time|td|th|small|span|b|a|img|video)$/;

/** A colon, and the value follows on the same line. For use by nobody else. */
const COLON = ':\ue000';

function textOf(html: string): string {
  let text = '';
  for (const token of tokens(html)) {
    if (token.kind === 'text') {
      text += unescaped(token.text);
      continue;
    }
    const { tag } = token;
    if (tag === 'dt' && token.kind === 'end') text += COLON;
    else if (tag === 'dd' && token.kind === 'start') text += ' ';
    else if (tag === 'button' || LINES.has(tag)) text += '\n';
    else if (APART.test(tag)) text += ' ';
    if (token.kind !== 'start') continue;
    const words = token.attributes.get(tag === 'img' ? 'alt' : tag === 'video' ? 'aria-label' : '');
    if (words) text += ` ${unescaped(words)} `;
  }
  return text
    .replace(/:\ue000\s*/g, ': ')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '' && line !== ':')
    .join('\n');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => NAMED[name] ?? whole);
}
