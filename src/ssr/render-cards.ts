import type { Card } from '../schema/model.js';
import { cardSheets } from '../styles/index.js';
import { cardsOf, drawCard, type DrawOptions } from './draw-card.js';
import { escaped, renderTemplate } from './render-template.js';

/** How cards are drawn that an `<mf-card>` takes over. */
export interface RenderOptions extends DrawOptions {
  /** How many fields are shown before the rest is folded; 0, as at first, is all. */
  readonly maxRows?: number;
  /** Of the page's Content Security Policy, for the styles. */
  readonly nonce?: string;
}

/**
 * Each card as an `<mf-card>` with a declarative shadow root, which shows before any script has run, and with its JSON,
 * from which the element takes it over: what is drawn stays where it is, and nothing flashes.
 *
 * @param input - what `readCards` takes, or cards that it gave. What can't be read is left out: `readCards` tells why; so
 *   is a card with JSON in it that is too deep to be written into a page.
 * @returns HTML, one element after the other. Never throws for what is in the input.
 *
 * Draw with the language and the time zone of the reader: what the page says otherwise is put right there.
 */
export function renderCards(input: unknown, options: RenderOptions = {}): string {
  const { maxRows = 0, nonce } = options;
  const style = `<style${nonce === undefined ? '' : ` nonce="${escaped(nonce)}"`}>${cardStyle()}</style>`;
  const start = `<mf-card${attributes(options)}><template shadowrootmode="open">${style}`;
  return cardsOf(input, options)
    .flatMap((card) => {
      const text = json(card);
      if (text === null) return [];
      const drawn = renderTemplate(drawCard(card, options, maxRows), true);
      return `${start}${drawn}</template><script type="application/json">${text}</script></mf-card>`;
    })
    .join('\n');
}

function attributes({ language, timeZone, headingLevel, maxRows, richText }: RenderOptions): string {
  const given = { lang: language, 'time-zone': timeZone, 'heading-level': headingLevel, 'max-rows': maxRows };
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .concat(richText ? [' rich-text'] : [])
    .join('');
}

let style = '';

function cardStyle(): string {
  return (style ||= cardSheets.map(({ cssText }) => cssText).join(''));
}

/**
 * What the card was read from, with the connector that only the response round it named: it is part of the card's key.
 *
 * @returns `null` where it is too deep to be written out, as no card that is meant well is.
 */
function json({ source, connectorId }: Card): string | null {
  const whole = connectorId === null ? source : { results: [{ connector_id: connectorId, cards: [source] }] };
  try {
    return JSON.stringify(whole).replaceAll('<', '\\u003c');
  } catch {
    return null;
  }
}
