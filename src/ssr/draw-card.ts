import { en, type Messages } from '../messages/en.js';
import { languageOfTexts, safeLocale } from '../messages/formats.js';
import { isEmpty } from '../schema/conclude.js';
import type { Card } from '../schema/model.js';
import { readResponse } from '../schema/read-response.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { isExpired, UNTOUCHED } from '../state/card-state.js';
import { now as clock } from '../state/clock.js';
import { cardTemplate } from '../view/card-template.js';
import type { CardHandlers, FieldTemplates, RenderContext } from '../view/render-context.js';
import { withoutTags } from '../view/text.js';

/** How cards are drawn where there is no page. What is left out is as an element has it. */
export interface DrawOptions {
  /**
   * Language of dates and numbers, and of texts that come in several, BCP 47; that of `messages` when left out, or when
   * they are in another one; else English.
   */
  readonly language?: string;
  /** IANA zone for dates and times; the server's own when left out, which is seldom the reader's. */
  readonly timeZone?: string;
  /** Texts in place of the English ones, one or all. */
  readonly messages?: Partial<Messages>;
  /** Level of the cards' headings, 1 to 6; 3 when left out. */
  readonly headingLevel?: number;
  /** Your own Lit templates, by field type. */
  readonly fieldTemplates?: FieldTemplates;
  /** Which URL schemes are allowed beside https, http, mailto, tel and sms. */
  readonly urlPolicy?: UrlPolicy;
  /** Whether texts with tags are rich text: then their words are shown, as it takes a page to show more. */
  readonly richText?: boolean;
  /** The time that it is, in epoch milliseconds; the server's when left out. */
  readonly now?: number;
}

/** Listeners ask for them, and nothing is listened to in a server. */
const NO_HANDLERS = {} as CardHandlers;

/** The cards that there is something to see of. Never throws. */
export function cardsOf(input: unknown, { language = '', messages, urlPolicy }: DrawOptions): Card[] {
  const spoken = languageOfTexts(language, messages?.locale);
  const { cards } = readResponse(input, {
    languages: [spoken],
    ...(messages && { words: { ...en, ...messages } }),
    ...(urlPolicy && { urlPolicy }),
  });
  return cards.filter((card) => !isEmpty(card));
}

/** A card that nobody has touched, as the element draws it: a Lit template. */
export function drawCard(
  card: Card,
  {
    language = '',
    timeZone,
    messages = {},
    headingLevel = 3,
    fieldTemplates = {},
    richText = false,
    now = clock(),
  }: DrawOptions,
  maxRows = 0,
): unknown {
  const context: RenderContext = {
    card,
    state: UNTOUCHED,
    handlers: NO_HANDLERS,
    messages: { ...en, ...messages },
    locale: safeLocale(languageOfTexts(language, messages.locale), timeZone ?? null),
    now,
    trueUntil: Infinity,
    expired: isExpired(card, now),
    hasUpdate: false,
    headingLevel: headingLevel >= 1 ? Math.floor(headingLevel) : 3,
    maxRows,
    iconFailed: false,
    announcement: '',
    attachments: new Map(),
    fieldTemplates,
    rich: richText ? withoutTags : null,
  };
  return cardTemplate(context);
}
