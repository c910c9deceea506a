import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, render, type PropertyValues } from 'lit';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/severity.js';
import type { Messages } from '../messages/en.js';
import type { Card } from '../schema/model.js';
import type { ReadResponse } from '../schema/read-response.js';
import type { FailedConnector } from '../schema/reading.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import {
  departure,
  hasFailed,
  hasOpenForm,
  hasUnsentInput,
  isEditing,
  isShown,
  UNTOUCHED,
} from '../state/card-state.js';
import { cardRemoved } from '../state/card-steps.js';
import { now, wakeAt, type Sleeper } from '../state/clock.js';
import { CardStore, type StoreFollower } from '../state/card-store.js';
import { cardTest, countCards, type CardCounts, type CardFilter } from '../state/feed-filter.js';
import {
  grouped,
  isUrgencyGroup,
  URGENCY_GROUPS,
  urgencyGroup,
  type CardGrouping,
} from '../state/feed-groups.js';
import { leavingUnseen, nextLeaving, type LeavingCard } from '../state/feed-leaving.js';
import {
  arrange,
  keepEqual,
  underHeadings,
  withStaying,
  type FeedPlace,
  type WantedCard,
} from '../state/feed-merge.js';
import { byUrgency, inOrder, type CardOrder } from '../state/feed-order.js';
import { TIME_LIMIT } from '../state/time-limit.js';
import { feedSheets } from '../styles/index.js';
import type { Transport } from '../transports/transport.js';
import { cardName } from '../view/card-template.js';
import {
  connectorsFailedTemplate,
  emptyTemplate,
  faultTemplate,
  loadFailedTemplate,
  moreTemplate,
  newsTemplate,
  skeletonsTemplate,
} from '../view/feed-template.js';
import type { FieldTemplates } from '../view/render-context.js';
import { nextAnnouncement } from './announcement.js';
import { CardList, type CardListOwner } from './card-list.js';
import { messagesContext, storeContext, transportContext } from './contexts.js';
import { ElementFindings } from './element-findings.js';
import { dressedRoot } from './dress.js';
import { FeedAttention } from './feed-attention.js';
import { FeedFocus } from './feed-focus.js';
import { FeedLists } from './feed-lists.js';
import { FeedLoading } from './feed-loading.js';
import { FeedReading } from './feed-reading.js';
import { FeedSeen } from './feed-seen.js';
import { MfCardRemovedEvent, MfCardSeenEvent, MfLoadMoreEvent, type MfActionSettledEvent } from './events.js';
import { ignoreHeldKey } from './held-key.js';
import { followLanguage, unfollowLanguage, type LanguageFollower } from './language.js';
import { languageFor, messagesFor } from './messages.js';
import { isOtherPolicy } from './other-policy.js';
import { InputReader, isNothing, type ReaderPlace } from './read-input.js';
import { isSecondClick } from './second-click.js';

/**
 * Shows a list of cards, each in an `<mf-card>` of its own: those that need attention first. New data is merged: a card
 * that is known keeps its element and all that the user did to it. A card that can't be read leaves a notice and its
 * neighbours alone; a text that is no JSON leaves the last good cards where they are.
 *
 * What the user points at, types into or looks at does not move: new cards wait behind a button at the top, and what
 * has changed above waits with them.
 *
 * The first cards are there at once, the others follow while the browser has nothing better to do; until then the list
 * is `aria-busy`.
 *
 * The events of its cards bubble through it: see `<mf-card>`.
 *
 * @tag mf-card-feed
 * @fires {MfDiagnosticsEvent} mf-diagnostics - There is something to say about the JSON.
 * @fires {MfCardSeenEvent} mf-card-seen - The user has had a card before their eyes for a second.
 * @fires {MfLoadMoreEvent} mf-load-more - The user wants more cards; only with `has-more`.
 * @slot empty - Shown when there is no card; not before `cards` were given or loaded.
 * @slot no-match - Shown when there are cards, but none that the filter lets through.
 * @slot load-failed - Shown while the cards, or newer ones, could not be loaded, in place of the strip; `refresh()` tries again.
 * @slot connector-failed - Shown while a connector could not send its cards, in place of the strips; `failedConnectors` names them.
 * @slot loading - Shown while `loading` is set and there is no card yet.
 * @csspart list - The list; there is one for each group.
 * @csspart group - A group with its heading.
 * @csspart group-title - Its heading.
 * @csspart group-count - How many cards it has.
 * @csspart item - Each card's place in it; `item unread` until it was seen. The parts of the card itself can be styled through the feed, too.
 * @csspart entry - The `<mf-card>` in it, for its states: `mf-card-feed::part(entry):state(done)`.
 * @csspart gone - Stands in the place of a card that is no longer needed, until the user looks elsewhere.
 * @csspart news - Holds the button over the list that lets new cards in.
 * @csspart news-action - The button.
 * @csspart strip - Says that a connector, or all of them, could not be reached.
 * @csspart strip-action - Its button.
 * @csspart empty - Says that there is no card.
 * @csspart fault - Says why some or all of the input can't be shown.
 * @csspart skeleton - Stands for a card while the first ones load.
 * @csspart more - The button after the last card.
 * @cssprop [--mf-feed-gap=1rem] - Room between two cards. All others are those of `<mf-card>`.
 */
export class MfCardFeed extends LitElement {
  static override styles = feedSheets;
  static override properties = {
    cards: { attribute: false },
    loading: { type: Boolean, reflect: true },
    src: {},
    poll: { type: Number },
    hasMore: { type: Boolean, attribute: 'has-more' },
    order: {},
    filter: { attribute: false },
    groupBy: { attribute: 'group-by' },
    transport: { attribute: false },
    store: { attribute: false },
    messages: { attribute: false },
    fieldTemplates: { attribute: false },
    urlPolicy: { attribute: false, hasChanged: isOtherPolicy },
    headingLevel: { type: Number, attribute: 'heading-level' },
    timeZone: { attribute: 'time-zone' },
    maxRows: { type: Number, attribute: 'max-rows' },
    timeLimit: { type: Number, attribute: 'time-limit' },
    richText: { type: Boolean, attribute: 'rich-text' },
  };

  /** The element that shows each card: `mf-card`, or its name under another prefix. */
  protected static cardTag = 'mf-card';

  /**
   * JSON text or a value, in any shape that `readCards` takes. While it is `undefined` or `null` nobody knows what there is
   * to do, and nothing is shown; an empty list says that there is nothing.
   */
  cards: unknown = undefined;
  /** Whether the first cards are on their way. */
  loading = false;
  /** Where to load the cards from: through the transport where it can load, else as the page does. */
  src: string | null = null;
  /** Milliseconds between the end of a load and the next one; 0, as at first, for never. */
  poll = 0;
  /** Whether there are more cards to ask for with `mf-load-more`. */
  hasMore = false;
  /**
   * `urgency`, as at first: sticky, importance, due, newest; `given`: as they come; or a comparator of the host's own.
   */
  order: 'urgency' | 'given' | CardOrder = 'urgency';
  /** Which cards are shown; all when `null`. */
  filter: CardFilter | ((card: Card) => boolean) | null = null;
  /**
   * `priority`: under the headings Priority, To do and For information; or a function that gives the heading of a card.
   * `null`, as at first: no headings.
   */
  groupBy: 'priority' | CardGrouping | null = null;
  /** Takes the actions that no listener answers. Else the nearest provider's. */
  transport: Transport | null = null;
  /** Keeps what the user does. Else the nearest provider's, else one of the feed's own. */
  store: CardStore | null = null;
  /** Texts to use in place of the English ones. */
  messages: Partial<Messages> | null = null;
  /** A host's own templates, by field type. */
  fieldTemplates: FieldTemplates | null = {};
  /** Which URL schemes are allowed beside https, http, mailto, tel and sms. */
  urlPolicy: UrlPolicy | undefined = undefined;
  /** Level of each card's heading, 1 to 6; 3 at first. The headings of groups are one above. */
  headingLevel = 3;
  /** IANA zone for dates and times; the device's own at first. */
  timeZone: string | null = null;
  /** How many fields of a card are shown before the rest is folded; 0, as at first, is all. */
  maxRows = 0;
  /** Milliseconds that an answer to an action may take; 30,000 at first, 0 for as long as it takes. */
  timeLimit = TIME_LIMIT;
  /** Whether HTML in descriptions, comments and explanations is shown as such: see `<mf-card>`. */
  richText = false;

  #cards: readonly Card[] = [];
  /** Keys of those among them that no connector sends any more. */
  #staying: ReadonlySet<string> = new Set();
  #places: readonly FeedPlace[] = [];
  /** The places at each of the last three times that something came into view, or left it. */
  #looked: readonly (readonly FeedPlace[])[] = [];
  /** Whether the places are other ones than the list shows. */
  #isRearranged = false;
  #waiting: ReadonlySet<string> = new Set();
  #isHeld = false;
  #isHeightKept = false;
  /** Whether what is shown is to be arranged again; `anew`: whatever the user looks at. */
  #toArrange: 'no' | 'again' | 'anew' = 'anew';
  #failed: readonly FailedConnector[] = [];
  readonly #findings: ElementFindings = new ElementFindings(this);
  #announcement = '';
  #lacksCards = false;
  /** Whether what is being read, or was read last, is shown whatever the user is at. */
  #letsIn = true;
  /** Whether the user has asked for more cards, and none have come yet. */
  #wantsMore = false;
  #furnished: readonly [CardStore, Messages] | null = null;
  /** What connectors have answered with since `cards` were given, by card key. */
  readonly #answers = new Map<string, unknown>();
  readonly #ownStore = new CardStore();
  #followed: CardStore | null = null;
  readonly #storeContext = new ContextConsumer(this, { context: storeContext, subscribe: true });
  readonly #messagesContext = new ContextConsumer(this, { context: messagesContext, subscribe: true });
  readonly #transportContext = new ContextConsumer(this, { context: transportContext, subscribe: true });
  readonly #loading: FeedLoading = new FeedLoading(
    this,
    () => ({
      transport: this.transport ?? this.#transportContext.value ?? null,
      src: this.src,
      poll: this.poll,
      timeLimit: this.timeLimit,
    }),
    (cards) => {
      // An answer without cards is an answer all the same.
      this.cards = cards ?? [];
    },
  );
  readonly #list = new CardList(this.#listOwner());
  readonly #lists = new FeedLists();
  readonly #place = this.#readerPlace();
  readonly #reader = new InputReader(this.#place);
  readonly #reading = new FeedReading(this.#reader, {
    began: (cards) => {
      this.#cards = cards;
      this.#again();
    },
    took: (response, input) => this.#took(response, input),
  });
  readonly #seen = new FeedSeen(
    (keys) => this.#sawCards(keys),
    () => {
      this.#looked = [...this.#looked.slice(-2), this.#places];
      this.#release();
    },
  );
  readonly #focus = new FeedFocus(() => this.shadowRoot, this.#list, this.#seen);
  readonly #attention = new FeedAttention(this, () => this.#release());

  constructor() {
    super();
    this.addEventListener('mf-card-removed', this.#cardRemoved);
    this.addEventListener('mf-action-settled', this.#cardAnswered);
  }

  /** What was found when the cards were read; empty when all is well. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#findings.diagnostics;
  }

  /** Whether something was typed into a card of the feed and not sent. */
  get hasUnsavedInput(): boolean {
    return this.#cards.some(
      (card) => hasUnsentInput(card, this.#store.get(card.key)) || this.#isEditedAsItWas(card),
    );
  }

  /** How many cards there are, whatever the filter: for a page that offers one. */
  get counts(): CardCounts {
    return countCards(this.#present);
  }

  /** Connectors whose newest answer says that something went wrong there, with the HTTP status that it gives. */
  get failedConnectors(): readonly FailedConnector[] {
    return this.#failed;
  }

  /**
   * Loads the cards now, from `src` or through the transport; waits for a load that is under way.
   *
   * @returns when it has come to an end, well or not. Never rejects; with nothing to load from it does nothing.
   */
  refresh(): Promise<void> {
    return this.#loading.refresh();
  }

  /** For the browser: a page has moved the feed to another document. */
  adoptedCallback(): void {
    dressedRoot(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = dressedRoot(this);
    this.#attention.follow(root);
    root.addEventListener('keydown', this.#keyPressed);
    root.addEventListener('focusout', this.#release);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#seen.start(this.renderRoot);
    followLanguage(this, this.#place);
    if (!this.hasUpdated) return;
    for (const li of this.#focus.items) this.#seen.watch(li);
    this.#list.resume();
    this.#again();
    this.#reading.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen.stop();
    unfollowLanguage(this.#place);
    wakeAt(Infinity, this.#sleeper);
    this.#list.pause();
    this.#reading.pause();
    this.#followed?.unfollow(this.#follower);
    this.#followed = null;
    // What is seen elsewhere in the meantime is not heard of.
    this.#furnished = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('cards')) this.#answers.clear();
    const cards = this.#cards;
    const asked = REARRANGING.some((name) => changed.has(name)) ? this.#wanted() : null;
    if (changed.has('store') || (asked && this.#isOther(asked, changed))) this.#toArrange = 'anew';
    else if (asked) this.#again();
    if (changed.has('cards') || changed.has('urlPolicy') || this.#reader.isStale) this.#readCards();
    this.#follow();
    if (this.#toArrange !== 'no') this.#arrange(asked, cards);
  }

  #follow(): void {
    const store = this.#store;
    if (!this.isConnected || store === this.#followed) return;
    this.#followed?.unfollow(this.#follower);
    store.follow(this.#follower);
    this.#followed = store;
    if (this.#toArrange === 'no') this.#toArrange = 'again';
  }

  /** A card may go or come back by another feed of the same store, or by the page. */
  readonly #follower: StoreFollower = {
    stateChanged: (key, before) => {
      const { removed } = this.#store.get(key);
      if (removed === before.removed) {
        // Whether the user is still at it: with each key that is pressed, so all others are left alone.
        const staying = this.#staying.has(key) && this.#cards.find((card) => card.key === key);
        if (staying && !this.#stays(staying)) this.#again();
        return;
      }
      if (removed !== null && this.#focus.key === key) this.#focus.left = key;
      if (removed !== null || !this.#list.card(key)) this.#again();
    },
    seenChanged: (key) => {
      const li = this.#list.item(key);
      if (li) this.#markUnread(li, this.#list.card(key)?.card as Card);
    },
  };

  #markUnread(li: HTMLLIElement, card: Card): void {
    const isSeen = this.#store.isSeen(card);
    li.setAttribute('part', isSeen ? 'item' : 'item unread');
    if (!isSeen) li.dataset.unread = this.#messages.unread;
  }

  protected override getUpdateComplete(): Promise<boolean> {
    return this.#findings.said(() => super.getUpdateComplete());
  }

  protected override update(changed: PropertyValues<this>): void {
    const before = this.#focus.before(this.#isRearranged);
    super.update(changed);
    const [store, messages] = this.#furnished ?? [];
    if (FURNITURE.some((name) => changed.has(name)) || store !== this.#store || messages !== this.#messages) {
      this.#furnished = [this.#store, this.#messages];
      this.#list.furnish();
    }
    // Words alone, such as an announcement, are no reason to look at ten thousand cards.
    if (this.#isRearranged) {
      this.#isRearranged = false;
      this.#lists.show(underHeadings(this.#places), (lists) => this.#list.show(lists));
    }
    this.#showHeadings();
    this.#showBusy();
    // Not every browser tells that the focus has gone with what had it.
    if (before.innermost?.isConnected === false) this.#release();
    this.#focus.after(before);
  }

  override render() {
    const loading = this.#isWaiting;
    const messages = this.#messages;
    return html`
      ${newsTemplate(this.#waiting.size, messages, this.#letIn)}${this.#strips()} ${this.#lists.place}
      ${this.#places.length ? nothing : loading ? skeletonsTemplate(messages) : this.#empty()}
      ${this.#places.length || this.#wantsMore || !loading ? this.#more() : nothing} ${this.#faults()}
      <p class="said" role="status" .textContent=${this.#announcement}></p>
    `;
  }

  #showHeadings(): void {
    const messages = this.#messages;
    for (const { section, list, name, places } of this.#lists.shown) {
      const title = name === null ? messages.feedLabel : this.#groupTitle(name);
      if (list.ariaLabel !== title) list.ariaLabel = title;
      section.part.toggle('group', name !== null);
      const heading = html`<h2 part="group-title" aria-level=${Math.max(1, this.headingLevel - 1)}>
        ${title} <span part="group-count">${messages.groupCount(places.length)}</span>
      </h2>`;
      render(name === null ? nothing : heading, section, { renderBefore: list });
    }
  }

  /** Whether the first cards are on their way. */
  get #isWaiting(): boolean {
    return this.loading || (this.#loading.isLoading && this.#places.length === 0);
  }

  #strips() {
    const loading = this.#loading;
    const retry = { isUnderWay: loading.isLoading, again: () => void this.refresh() };
    const failed = this.#failed.map(({ connectorId }) => this.#connectorName(connectorId));
    return [
      loading.failure ? loadFailedTemplate(this.#places.length > 0, this.#messages, retry) : nothing,
      failed.length
        ? connectorsFailedTemplate(failed, this.#messages, loading.canLoad ? retry : null)
        : nothing,
    ];
  }

  #empty() {
    // Of what did not come, or could not be loaded, nobody knows whether there is nothing.
    if (isNothing(this.cards) || this.#unreadable.length || this.#loading.failure || this.#failed.length)
      return nothing;
    const isFiltered = this.#present.length > 0;
    // Nobody knows that there is nothing to do among those that are still to come.
    return this.hasMore && !isFiltered ? nothing : emptyTemplate(isFiltered, this.#messages);
  }

  #more() {
    return this.hasMore ? moreTemplate(this.loading, this.#messages, this.#askForMore) : nothing;
  }

  readonly #askForMore = (event: MouseEvent) => {
    if (this.loading || isSecondClick(event)) return;
    this.#wantsMore = true;
    this.dispatchEvent(new MfLoadMoreEvent());
  };

  #faults() {
    const messages = this.#messages;
    return this.#unreadable
      .slice(0, 3)
      .map((found) => faultTemplate(this.#findings.translated(found, messages.diagnostics), messages));
  }

  /** Findings that cost a whole card, or all of them. */
  get #unreadable(): readonly Diagnostic[] {
    return this.#lacksCards ? this.#findings.diagnostics.filter(costsCard) : [];
  }

  /** Cards that may be shown, whatever the filter. One that expires on the page goes when it has told the page. */
  get #present(): readonly Card[] {
    const time = now();
    return this.#cards.filter((card) => {
      const state = this.#store.get(card.key);
      return (
        isShown(card, state, time) ||
        (card.isActionable && state.removed === null && this.#list.card(card.key) !== null)
      );
    });
  }

  #groupTitle(name: string): string {
    if (!this.groupBy || typeof this.groupBy === 'function' || !isUrgencyGroup(name)) return name;
    return this.#messages[`${name}Group`];
  }

  #readCards(): void {
    const isFirst = this.#cards.length === 0;
    this.#letsIn = isFirst || this.#wantsMore;
    const { urlPolicy, order } = this;
    this.#reading.start(this.cards, { urlPolicy, isFirst, byUrgency: order === 'urgency' });
  }

  /** A response that was read in full. */
  #took({ cards, findings, failed }: ReadResponse, input: unknown): void {
    const refused = cards.length === 0 && findings.some(({ code }) => severityOf(code) === 'error');
    if (!refused) this.#replaceCards([...new Map(cards.map((card) => [card.key, card])).values()], failed);
    for (const [key, answer] of this.#answers) this.#takeAnswer(key, answer);
    this.#failed = failed;
    this.#lacksCards = findings.some(costsCard);
    this.#findings.set(findings, input, this.#lacksCards);
    this.#again();
  }

  /** @param failed - connectors whose cards may be there, though they are not sent. */
  #replaceCards(cards: readonly Card[], failed: readonly FailedConnector[]): void {
    const before = this.#cards;
    const sent = new Set(cards.map(({ key }) => key));
    const out = new Set(failed.map(({ connectorId }) => connectorId));
    const kept = new Set<string>();
    const staying = new Set<string>();
    for (const card of before) {
      const { key, connectorId } = card;
      if (sent.has(key)) continue;
      if (connectorId !== null && out.has(connectorId)) kept.add(key);
      else if (this.#stays(card)) staying.add(key);
    }
    this.#staying = staying;
    this.#cards = withStaying(before, keepEqual(before, cards), new Set([...kept, ...staying]));
    if (!this.#wantsMore) return;
    // A poll that was under way when the user asked for more may bring what is there.
    const known = new Set(before.map(({ key }) => key));
    if (cards.every(({ key }) => known.has(key))) return;
    this.#wantsMore = false;
    this.#attention.busy();
  }

  /**
   * Whether a card that is not sent any more stays for now: the user is at it, or it goes by itself in a moment. Once that
   * is over it is not taken from under the focus either.
   */
  #stays(card: Card): boolean {
    const { key } = card;
    const state = this.#store.get(key);
    if (state === UNTOUCHED || state.removed !== null) return false;
    const hasFocus = this.#focus.key === key;
    return (
      isEditing(card, state, hasFocus) ||
      this.#isEditedAsItWas(card) ||
      departure(card, state, now(), true) !== null ||
      (hasFocus && this.#staying.has(key))
    );
  }

  /** Lets those go that have stayed long enough; what has failed can be read until the next cards come. */
  #endStaying(): void {
    if (this.#staying.size === 0) return;
    this.#cards = this.#cards.filter(
      (card) =>
        !this.#staying.has(card.key) ||
        this.#stays(card) ||
        Object.values(this.#store.get(card.key).statuses).some(hasFailed),
    );
    this.#staying = new Set(this.#cards.map(({ key }) => key).filter((key) => this.#staying.has(key)));
  }

  /**
   * From what is shown and what should be to what is shown next.
   *
   * @param asked - what should be of these cards, where that is known.
   */
  #arrange(asked: readonly WantedCard[] | null, of: readonly Card[]): void {
    this.#endStaying();
    const before = this.#places;
    const anew = this.#toArrange === 'anew';
    this.#toArrange = 'no';
    const upTo = anew ? null : this.#lowestStill();
    this.#keepHeight(upTo !== null);
    const wanted = asked && of === this.#cards ? asked : this.#wanted();
    const { places, waiting, isHeld } = arrange(anew ? [] : before, wanted, {
      upTo,
      letsIn: this.#letsIn,
      waiting: anew ? new Set() : this.#waiting,
      isDropped: (card) => this.#isDropped(card),
    });
    const late = waiting.filter((key) => !this.#waiting.has(key)).length;
    if (late) this.#announce(this.#messages.newCards(late));
    const here = this.#focus.left === null ? this.#focus.key : null;
    if (places.some(({ card, gone }) => gone && card.key === here)) this.#announce(this.#messages.goneCard);
    this.#places = places;
    this.#isRearranged = true;
    this.#waiting = new Set(waiting);
    this.#isHeld = isHeld;
    this.#sleep();
  }

  #sleep(): void {
    // Later than the card itself, which tells the page.
    wakeAt(
      this.isConnected ? nextLeaving(this.#cards, this.#leavingUnseen()) + 300 : Infinity,
      this.#sleeper,
    );
  }

  readonly #sleeper: Sleeper = {
    wake: () => {
      for (const { card, reason, at } of this.#leavingUnseen()) {
        if (at > Date.now()) continue;
        this.dispatchEvent(new MfCardRemovedEvent(card, reason));
        this.#store.update(card.key, (state) => cardRemoved(state, card, reason));
      }
      this.#again();
    },
  };

  #leavingUnseen(): readonly LeavingCard[] {
    return leavingUnseen(this.#cards, this.#store, (key) =>
      this.#places.some(({ card, gone }) => card.key === key && !gone),
    );
  }

  /** A page that gets shorter than it was scrolled moves what is in view: what is seen of the lists stays filled. */
  #keepHeight(on: boolean): void {
    if (!on && !this.#isHeightKept) return;
    this.#isHeightKept = on;
    const { place } = this.#lists;
    const { top, height } = place.getBoundingClientRect();
    place.style.minBlockSize = on ? `${Math.max(0, Math.min(height, innerHeight - top))}px` : '';
  }

  /**
   * Whether the page has asked for another arrangement. Frameworks give the same filter as a new object each time they draw,
   * and the same function as a new one.
   */
  #isOther(wanted: readonly WantedCard[], changed: PropertyValues<this>): boolean {
    const { groupBy, order, filter } = this;
    const before = this.#wanted({ groupBy, order, filter, ...Object.fromEntries(changed) });
    return (
      wanted.length !== before.length ||
      wanted.some(({ card, group }, i) => card !== before[i]?.card || group !== before[i].group)
    );
  }

  /** What should be shown, in its order and under its headings. */
  #wanted({ groupBy, order, filter }: Arrangement = this): WantedCard[] {
    const time = now();
    const cards = inOrder(
      this.#present.filter(cardTest(filter)),
      typeof order === 'function' ? order : order === 'given' ? null : byUrgency(time),
    );
    if (!groupBy) return cards.map((card) => ({ card, group: null }));
    const groups =
      typeof groupBy === 'function'
        ? grouped(cards, groupBy)
        : grouped(cards, (card) => urgencyGroup(card, time), URGENCY_GROUPS);
    return groups.flatMap(({ name, cards: those }) => those.map((card) => ({ card, group: name })));
  }

  /**
   * Key of the last card that must not move: the one under the pointer, with the focus or with an open form; the last in
   * view right after the user has touched the feed, or has got more cards; and the first in view when it isn't the feed's
   * first.
   */
  #lowestStill(): string | null {
    const { key: focused } = this.#focus;
    const { isBusy, pointedKey: pointed } = this.#attention;
    const isInView = ({ card }: FeedPlace) => {
      const li = this.#list.item(card.key);
      return li !== null && this.#seen.isVisible(li);
    };
    const last = this.#places.findLast(
      (place) =>
        place.card.key === focused ||
        place.card.key === pointed ||
        this.#hasOpenForm(place) ||
        (isBusy && isInView(place)),
    );
    if (last) return last.card.key;
    // Of what has just come nobody has told yet whether it is in view: the user need not have scrolled past it.
    const known = (this.#looked[0] ?? []).filter(({ card }) => this.#list.item(card.key));
    const first = known.findIndex(isInView);
    return first > 0 ? (known[first]?.card.key ?? null) : null;
  }

  #hasOpenForm({ card, gone }: FeedPlace): boolean {
    const state = this.#store.get(card.key);
    return !gone && (hasOpenForm(card, state) || this.#isEditedAsItWas(card));
  }

  /** Whether the user is at an older version of the card, which its element shows until they are done. */
  #isEditedAsItWas({ key }: Card): boolean {
    return this.#store.get(key).openForm !== null && this.#list.card(key)?.hasUnsavedInput === true;
  }

  /** The user looks elsewhere: what has waited comes now. New cards wait until they are asked for. */
  readonly #release = () => {
    // The focus may leave because the feed has just been drawn.
    if (this.#isHeld || this.#isHeightKept || this.#staying.size) queueMicrotask(() => this.#again());
  };

  #again(): void {
    if (this.#toArrange === 'no') this.#toArrange = 'again';
    this.requestUpdate();
  }

  readonly #letIn = () => {
    const first = this.#wanted().find(({ card }) => this.#waiting.has(card.key));
    this.#toArrange = 'anew';
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (first) this.#list.card(first.card.key)?.focusWhole();
    });
  };

  /** From card to card, except where the keys have a meaning of their own. */
  readonly #keyPressed = (event: Event) => {
    ignoreHeldKey(event as KeyboardEvent);
    const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event as KeyboardEvent;
    if (
      (key !== 'PageDown' && key !== 'PageUp') ||
      altKey ||
      ctrlKey ||
      metaKey ||
      shiftKey ||
      defaultPrevented
    )
      return;
    const [origin] = event.composedPath() as Element[];
    if (origin?.matches('input, textarea, select, video, [contenteditable]')) return;
    if (this.#focus.step(key === 'PageDown' ? 'next' : 'previous')) event.preventDefault();
  };

  /** Whether the user has made a card go. What goes by itself may leave its place for a while. */
  #isDropped(card: Card): boolean {
    const { removed } = this.#store.get(card.key);
    return removed !== null && removed !== 'expired';
  }

  #showBusy(): void {
    const busy = this.#isWaiting || this.#reading.isUnderWay || this.#list.isBusy ? 'true' : null;
    for (const { list } of this.#lists.shown) list.ariaBusy = busy;
  }

  #sawCards(keys: readonly string[]): void {
    for (const key of keys) {
      const card = this.#places.find((place) => place.card.key === key)?.card;
      // It may have been by another feed of the store.
      if (!card || this.#store.isSeen(card)) continue;
      this.#store.markSeen(card);
      this.dispatchEvent(new MfCardSeenEvent(card));
    }
  }

  /** What the connector has sent for a card stands until the next `cards`. */
  readonly #cardAnswered = ({ request, outcome }: MfActionSettledEvent) => {
    if (outcome.kind !== 'done' || outcome.card === undefined) return;
    this.#answers.set(request.cardKey, outcome.card);
    this.#takeAnswer(request.cardKey, outcome.card);
    this.#again();
  };

  /** Under another key it would be drawn by another element, which knows nothing of the focus. */
  #takeAnswer(key: string, answer: unknown): void {
    const [next] = this.#reader.read(answer, this.urlPolicy).cards;
    if (next?.key === key) this.#cards = this.#cards.map((card) => (card.key === key ? next : card));
  }

  /** What happened is said. */
  readonly #cardRemoved = (event: MfCardRemovedEvent) => {
    const leaving = event.target;
    const going = this.#list.card(event.card.key);
    if (!going || leaving !== this || !event.composedPath().includes(going)) return;
    // Of a dismissal the card has told while it could be undone.
    const { removed, expiredCard } = this.#messages;
    const words = { dismissed: null, completed: removed, expired: expiredCard }[event.reason];
    void this.#dropRemoved(words?.(cardName(event.card)) ?? '');
  };

  /** The card marks itself removed right after its event. The words go first, so that the same ones are said again. */
  async #dropRemoved(said: string): Promise<void> {
    this.#announcement = '';
    await Promise.resolve();
    this.#again();
    await this.updateComplete;
    this.#announce(said);
    this.requestUpdate();
  }

  #announce(text: string): void {
    this.#announcement = nextAnnouncement(this.#announcement, text);
  }

  #connectorName(id: string | null): string {
    const named = this.#cards.find(({ connectorId, name }) => connectorId === id && name !== null);
    return named?.name ?? id ?? this.#messages.thisConnector;
  }

  get #store(): CardStore {
    return this.store ?? this.#storeContext.value ?? this.#ownStore;
  }

  #readerPlace(): ReaderPlace & LanguageFollower {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- its members are read when they are needed
    const feed = this;
    return {
      get currentMessages() {
        return feed.#messages;
      },
      get language() {
        return languageFor(feed, feed.#messages);
      },
      languageChanged: () => feed.requestUpdate(),
    };
  }

  #listOwner(): CardListOwner {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- its members are read when they are needed
    const feed = this;
    return {
      get tag() {
        return (feed.constructor as typeof MfCardFeed).cardTag;
      },
      get goneText() {
        return feed.#messages.goneCard;
      },
      furnish: (card, li) => {
        // One that is being made is marked when it is filled.
        if (card.card !== undefined) feed.#markUnread(li, card.card as Card);
        Object.assign(card, {
          store: feed.#store,
          transport: feed.transport,
          messages: feed.#messages,
          fieldTemplates: feed.fieldTemplates,
          urlPolicy: feed.urlPolicy,
          headingLevel: feed.headingLevel,
          timeZone: feed.timeZone,
          maxRows: feed.maxRows,
          timeLimit: feed.timeLimit,
          richText: feed.richText,
        });
      },
      filled: (li, card) => {
        feed.#markUnread(li, card);
        feed.#seen.look(li);
      },
      completed: () => feed.#showBusy(),
    };
  }

  get #messages(): Messages {
    return messagesFor(this, this.#messagesContext.value);
  }
}

/** After a change of these that makes one, all is arranged anew: the user, or the page, has asked for it. */
const REARRANGING = ['order', 'filter', 'groupBy'] as const;

type Arrangement = Pick<MfCardFeed, (typeof REARRANGING)[number]>;

/** What every card gets from its feed. */
const FURNITURE = [
  'store',
  'transport',
  'messages',
  'fieldTemplates',
  'urlPolicy',
  'headingLevel',
  'timeZone',
  'maxRows',
  'timeLimit',
  'richText',
] as const;

function costsCard({ code }: { readonly code: DiagnosticCode }): boolean {
  return code === 'json-syntax' || code === 'not-a-card';
}
