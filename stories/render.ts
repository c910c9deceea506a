import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { MfCard, MfCardFeed } from '../src/index.js';

/** Lit would set data whenever a toolbar is used, and take back what the story's page has given its element since. */
const once = (data: unknown) => guard([JSON.stringify(data)], () => data);

/** One card, set as its story says. */
export function renderCard(args: Partial<MfCard>) {
  const {
    card,
    transport = null,
    fieldTemplates = {},
    headingLevel = 2,
    timeZone,
    maxRows,
    lang,
    dir,
  } = args;
  return html`<mf-card
    lang=${ifDefined(lang)}
    dir=${ifDefined(dir)}
    heading-level=${headingLevel}
    time-zone=${ifDefined(timeZone ?? undefined)}
    max-rows=${ifDefined(maxRows)}
    .card=${once(card)}
    .transport=${transport}
    .fieldTemplates=${fieldTemplates}
  ></mf-card>`;
}

/** A feed of cards, set as its story says. */
export function renderFeed(args: Partial<MfCardFeed>) {
  const {
    cards,
    loading = false,
    hasMore = false,
    transport = null,
    headingLevel = 2,
    timeZone,
    maxRows,
  } = args;
  const { order = 'given', groupBy = null, filter = null, src = null } = args;
  return html`<mf-card-feed
    heading-level=${headingLevel}
    time-zone=${ifDefined(timeZone ?? undefined)}
    max-rows=${ifDefined(maxRows)}
    ?loading=${loading}
    ?has-more=${hasMore}
    .order=${order}
    .groupBy=${groupBy}
    .filter=${filter}
    .src=${src}
    .cards=${once(cards)}
    .transport=${transport}
  ></mf-card-feed>`;
}
