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

function textOf(html: string): string {
  let text = '';
  // The name of a fact, and its value on the same line where there is one.
  let fact: 'none' | 'name' | 'named' | 'value due' = 'none';
  let hasWords = false as boolean;
  const say = (words: string) => {
    const isBlank = words.trim() === '';
    if (isBlank && fact !== 'none' && fact !== 'name') return;
    text += fact === 'value due' ? `: ${words.trimStart()}` : words;
    hasWords ||= !isBlank;
    if (fact === 'value due') fact = 'none';
  };
  for (const token of tokens(html)) {
    if (token.kind === 'text') {
      say(unescaped(token.text));
      continue;
    }
    const { tag, kind } = token;
    if (tag === 'dt' && kind === 'end') {
      fact = hasWords ? 'named' : 'none';
      continue;
    }
    if (tag === 'dt') {
      fact = 'name';
      hasWords = false;
    } else if (tag === 'dd') fact = kind === 'start' && fact === 'named' ? 'value due' : 'none';
    else if (fact === 'named') fact = 'none';
    if (fact !== 'value due') {
      if (tag === 'button' || LINES.has(tag)) text += '\n';
      else if (APART.test(tag)) text += ' ';
    }
    if (kind !== 'start') continue;
    const words = token.attributes.get(tag === 'img' ? 'alt' : tag === 'video' ? 'aria-label' : '');
    if (words) say(` ${unescaped(words)} `);
  }
  return text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => NAMED[name] ?? whole);
}
