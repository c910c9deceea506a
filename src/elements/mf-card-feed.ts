import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/severity.js';
import type { Messages } from '../messages/en.js';
import type { Card } from '../schema/model.js';
import type { ReadResponse, ResponseReading } from '../schema/read-response.js';
import type { FailedConnector } from '../schema/reading.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import {
  departure,
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
import { arrange, keepEqual, withStaying, type FeedPlace, type WantedCard } from '../state/feed-merge.js';
import { aboutByUrgency, byUrgency, inOrder, type CardOrder } from '../state/feed-order.js';
import { TIME_LIMIT } from '../state/run-action.js';
import { feedSheets } from '../styles/index.js';
import type { Transport } from '../transports/transport.js';
import { cardName } from '../view/card-template.js';
import { checkIcon, faultIcon } from '../view/icons.js';
import type { FieldTemplates } from '../view/render-context.js';
import { nextAnnouncement } from './announcement.js';
import { CardList, keyOf, type CardListOwner } from './card-list.js';
import { messagesContext, storeContext, transportContext } from './contexts.js';
import { ElementFindings } from './element-findings.js';
import { dress } from './dress.js';
import { FeedLoading } from './feed-loading.js';
import { FeedSeen } from './feed-seen.js';
import { MfCardRemovedEvent, MfCardSeenEvent, MfLoadMoreEvent, type MfActionSettledEvent } from './events.js';
import { ignoreHeldKey } from './held-key.js';
import { followLanguage, unfollowLanguage, type LanguageFollower } from './language.js';
import { languageFor, messagesFor } from './messages.js';
import type { MfCard } from './mf-card.js';
import { InputReader, type ReaderPlace } from './read-input.js';
import { whenIdle, type Slice } from './when-idle.js';

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
 * @slot empty - Shown when there is no card.
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
    urlPolicy: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
    timeZone: { attribute: 'time-zone' },
    maxRows: { type: Number, attribute: 'max-rows' },
    timeLimit: { type: Number, attribute: 'time-limit' },
    richText: { type: Boolean, attribute: 'rich-text' },
  };

  /** The element that shows each card: `mf-card`, or its name under another prefix. */
  protected static cardTag = 'mf-card';

  /** JSON text or a value, in any shape that `readCards` takes. */
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
  fieldTemplates: FieldTemplates = {};
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
  #groups: readonly Group[] = [];
  /** Whether the places are other ones than the list shows. */
  #isRearranged = false;
  #waiting: readonly string[] = [];
  #isHeld = false;
  #isHeightKept = false;
  /** Whether what is shown is to be arranged again; `anew`: whatever the user looks at. */
  #toArrange: 'no' | 'again' | 'anew' = 'anew';
  #failed: readonly FailedConnector[] = [];
  readonly #findings: ElementFindings = new ElementFindings(this);
  #announcement = '';
  /** Key of a card that had the focus when it was removed, until that is drawn. */
  #left: string | null = null;
  #lacksCards = false;
  #pointed: string | null = null;
  /** What is being read bit by bit, and how much of it was shown last. */
  #reading: { readonly of: ResponseReading; readonly input: unknown; shown: number } | null = null;
  #slice: Slice | null = null;
  /** Whether nothing was shown before what is being read, or was read last. */
  #isFirst = true;
  /** Whether what is being read, or was read last, is shown whatever the user is at. */
  #letsIn = true;
  /** Whether the user has asked for more cards, and none have come yet. */
  #wantsMore = false;
  #movedAt = -Infinity;
  #busyAt = -Infinity;
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
      this.cards = cards;
    },
  );
  readonly #list = new CardList(this.#listOwner());
  readonly #place = this.#readerPlace();
  readonly #reader = new InputReader(this.#place);
  readonly #seen = new FeedSeen(
    (keys) => this.#sawCards(keys),
    () => this.#release(),
  );

  constructor() {
    super();
    this.addEventListener('mf-card-removed', this.#cardRemoved);
    this.addEventListener('mf-action-settled', this.#cardAnswered);
    this.addEventListener('pointerleave', this.#pointerLeft);
  }

  /** What was found when the cards were read; empty when all is well. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#findings.diagnostics;
  }

  /** Whether something was typed into a card of the feed and not sent. */
  get hasUnsavedInput(): boolean {
    return this.#cards.some((card) => hasUnsentInput(card, this.#store.get(card.key)));
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
    if (this.hasUpdated)
      dress(this.renderRoot as ShadowRoot, (this.constructor as typeof MfCardFeed).elementStyles);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('pointerover', this.#pointerEntered);
    root.addEventListener('pointermove', this.#pointerMoved, { passive: true });
    root.addEventListener('pointerdown', this.#touched);
    root.addEventListener('touchmove', this.#touched, { passive: true });
    root.addEventListener('keydown', this.#keyPressed);
    root.addEventListener('focusout', this.#release);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#seen.start(this.renderRoot);
    followLanguage(this, this.#place);
    if (!this.hasUpdated) return;
    for (const li of this.#items()) this.#seen.watch(li);
    this.#list.resume();
    this.#again();
    if (this.#reading) this.#readInSlices();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen.stop();
    unfollowLanguage(this.#place);
    wakeAt(Infinity, this.#sleeper);
    this.#list.pause();
    this.#slice?.cancel();
    this.#followed?.unfollow(this.#follower);
    this.#followed = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('cards')) this.#answers.clear();
    if (changed.has('cards') || changed.has('urlPolicy') || this.#reader.isStale) this.#readCards();
    if (REARRANGING.some((name) => changed.has(name))) this.#toArrange = 'anew';
    this.#follow();
    if (this.#toArrange !== 'no') this.#arrange();
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
      if (removed !== null && this.#focusedKey === key) this.#left = key;
      if (removed !== null || !this.#list.card(key)) this.#again();
    },
  };

  protected override getUpdateComplete(): Promise<boolean> {
    return this.#findings.said(() => super.getUpdateComplete());
  }

  /** A card that changes its place keeps the focus, which browsers take from what is moved; of what goes it goes on. */
  protected override update(changed: PropertyValues<this>): void {
    const own = this.shadowRoot?.activeElement;
    const left = this.#left ?? this.#focusedKey;
    const items = (left ?? own) && this.#isRearranged ? [...this.#items()] : [];
    let focused = own as HTMLElement | null | undefined;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement as HTMLElement;
    super.update(changed);
    const [store, messages] = this.#furnished ?? [];
    if (FURNITURE.some((name) => changed.has(name)) || store !== this.#store || messages !== this.#messages) {
      this.#furnished = [this.#store, this.#messages];
      this.#list.furnish();
    }
    // Words alone, such as an announcement, are no reason to look at ten thousand cards.
    if (this.#isRearranged) {
      this.#isRearranged = false;
      const lists = [...this.renderRoot.querySelectorAll('ul')];
      this.#list.show(lists.map((list, i) => [list, this.#groups[i]?.places ?? []]));
    }
    this.#showBusy();
    if (focused && !focused.matches(':focus')) focused.focus({ preventScroll: true });
    // Not every browser tells that the focus has gone with what had it.
    if (focused?.isConnected === false) this.#release();
    if (left !== null && !this.#list.card(left)?.isConnected) this.#focusNeighbour(left, items);
    else if (own?.isConnected === false && left === null) this.#focusInstead(own, items);
    this.#left = null;
  }

  /** To the card that takes the place of the one that has gone. One that the user did not send away could be mistaken for it. */
  #focusNeighbour(key: string, items: readonly HTMLLIElement[]): void {
    const place = items.findIndex((li) => keyOf(li) === key);
    const others = [...items.slice(place + 1), ...items.slice(0, place).reverse()];
    const takes =
      this.#left === null ? this.#focusWhole(others) : this.#focusFirst(others, (card) => card.focus());
    if (!takes) this.#focusEmpty();
  }

  /** A button of the feed has gone: the one for more cards because the last ones are there, the others with what they were about. */
  #focusInstead(button: Element, before: readonly HTMLLIElement[]): void {
    const items = [...this.#items()];
    const known = new Set(before);
    const first = button.matches('[part=more]')
      ? items.find((li) => known.size > 0 && !known.has(li))
      : items.find((li) => this.#seen.isVisible(li));
    if (!this.#focusWhole(first ? [first, ...items] : items)) this.#focusEmpty();
  }

  #focusWhole(items: readonly HTMLLIElement[]): boolean {
    return this.#focusFirst(items, (card) => card.focusWhole());
  }

  /** Whether one of these cards takes the focus: a place that is kept for its height and a card that can't be shown do not. */
  #focusFirst(items: readonly HTMLLIElement[], focus: (card: MfCard) => void): boolean {
    return items.some((li) => {
      const card = this.#list.card(keyOf(li) ?? '');
      if (!card?.isConnected) return false;
      focus(card);
      return this.shadowRoot?.activeElement === card;
    });
  }

  #focusEmpty(): void {
    this.renderRoot.querySelector<HTMLElement>('[part=empty]')?.focus();
  }

  override render() {
    const loading = this.#isWaiting;
    const messages = this.#messages;
    return html`
      ${this.#news()}${this.#strips()}
      <div class="lists">
        ${repeat(
          this.#groups,
          ({ name }) => name,
          ({ name, places }) => {
            const list = (label: string) => html`<ul part="list" role="list" aria-label=${label}></ul>`;
            if (name === null) return list(messages.feedLabel);
            const title = this.#groupTitle(name);
            return html`<section part="group">
              <h2 part="group-title" aria-level=${Math.max(1, this.headingLevel - 1)}>
                ${title} <span part="group-count">${messages.groupCount(places.length)}</span>
              </h2>
              ${list(title)}
            </section>`;
          },
        )}
      </div>
      ${this.#places.length ? this.#more() : loading ? this.#skeletons() : this.#empty()} ${this.#faults()}
      <p class="said" role="status" .textContent=${this.#announcement}></p>
    `;
  }

  #news() {
    const count = this.#waiting.length;
    if (!count) return nothing;
    return html`<div part="news">
      <button type="button" part="news-action" @click=${this.#letIn}>
        ${this.#messages.newCards(count)}
      </button>
    </div>`;
  }

  /** Whether the first cards are on their way. */
  get #isWaiting(): boolean {
    return this.loading || (this.#loading.isLoading && this.#places.length === 0);
  }

  #strips() {
    const { loadFailed, refreshFailed, connectorFailed } = this.#messages;
    const failed = this.#failed.map(({ connectorId }) =>
      this.#strip(connectorFailed(this.#connectorName(connectorId)), this.#loading.canLoad),
    );
    return [
      this.#loading.failure
        ? html`<div role="alert">
            <slot name="load-failed"
              >${this.#strip(this.#places.length ? refreshFailed : loadFailed, true)}</slot
            >
          </div>`
        : nothing,
      failed.length ? html`<slot name="connector-failed">${failed}</slot>` : nothing,
    ];
  }

  #strip(text: string, canRetry: boolean) {
    return html`<p part="strip">
      ${faultIcon}<span>${text}</span>${
        canRetry
          ? html`<button
              type="button"
              part="strip-action"
              aria-disabled=${this.#loading.isLoading ? 'true' : nothing}
              @click=${() => void this.refresh()}
            >
              ${this.#messages.retry}
            </button>`
          : nothing
      }
    </p>`;
  }

  #skeletons() {
    return html`<slot name="loading"
      ><div part="skeleton" role="img" aria-label=${this.#messages.loadingFeed}><i></i><i></i><i></i></div
    ></slot>`;
  }

  #empty() {
    // Of what could not be loaded nobody knows whether there is nothing.
    if (this.#unreadable.length || this.#loading.failure || this.#failed.length) return nothing;
    const { emptyFilter, emptyFeed } = this.#messages;
    if (this.#present.length)
      return html`<slot name="no-match"><p part="empty" tabindex="-1">${emptyFilter}</p></slot>`;
    return html`<slot name="empty"><p part="empty" tabindex="-1">${checkIcon}${emptyFeed}</p></slot>`;
  }

  #more() {
    if (!this.hasMore) return nothing;
    return html`<button
      type="button"
      part="more"
      aria-disabled=${this.loading ? 'true' : nothing}
      @click=${this.#askForMore}
    >
      ${this.#messages.loadMore}
    </button>`;
  }

  readonly #askForMore = () => {
    if (this.loading) return;
    this.#wantsMore = true;
    this.dispatchEvent(new MfLoadMoreEvent());
  };

  #faults() {
    const messages = this.#messages;
    const { diagnostics: translation } = messages;
    return this.#unreadable.slice(0, 3).map((found) => {
      const { message, hint, range } = this.#findings.translated(found, translation);
      const place = range
        ? messages.labelled(messages.faultAt(range.start.line, range.start.column), '')
        : '';
      return html`<p part="fault">
        ${faultIcon}<span
          >${messages.unreadable} ${place}<span lang=${translation ? nothing : 'en'}
            >${message} ${hint ?? ''}</span
          ></span
        >
      </p>`;
    });
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
    if (this.groupBy === null || typeof this.groupBy === 'function' || !isUrgencyGroup(name)) return name;
    return this.#messages[`${name}Group`];
  }

  /** A long response is read bit by bit, what comes first being read first. */
  #readCards(): void {
    const { cards: input, order } = this;
    this.#slice?.cancel();
    this.#reading = null;
    this.#reader.forget();
    const reading = this.#reader.begin(input, this.urlPolicy);
    if (!reading) {
      this.#cards = [];
      this.#took({ cards: [], findings: [], failed: [] }, input);
      return;
    }
    this.#isFirst = this.#cards.length === 0;
    this.#letsIn = this.#isFirst || this.#wantsMore;
    this.#reading = { of: reading, input, shown: 0 };
    if (reading.size <= MANY) {
      this.#readOn(() => false);
      return;
    }
    if (order === 'urgency') reading.sort(aboutByUrgency);
    const start = performance.now();
    this.#readOn(() => reading.done % 20 === 0 && performance.now() - start > 8);
  }

  #readOn(stop: () => boolean): void {
    const reading = this.#reading;
    if (!reading) return;
    const { of, input } = reading;
    of.read(stop);
    if (of.done === of.size) {
      this.#reading = null;
      this.#took(of.result(), input);
      return;
    }
    // Half read, it says too little to be merged with what is there. Arranging them takes its time, so it is done seldom.
    if (this.#isFirst && of.done >= 2 * reading.shown) {
      this.#cards = of.result().cards;
      reading.shown = this.#cards.length;
      this.#again();
    }
    this.#readInSlices();
  }

  #readInSlices(): void {
    this.#slice = whenIdle((left) => this.#readOn(() => left() <= 0));
  }

  /** A response that was read in full. */
  #took({ cards, findings, failed }: ReadResponse, input: unknown): void {
    const refused = cards.length === 0 && findings.some(({ code }) => severityOf(code) === 'error');
    if (!refused) this.#replaceCards([...new Map(cards.map((card) => [card.key, card])).values()]);
    for (const [key, answer] of this.#answers) this.#takeAnswer(key, answer);
    this.#failed = failed;
    this.#lacksCards = findings.some(costsCard);
    this.#findings.set(findings, input, this.#lacksCards);
    this.#again();
  }

  #replaceCards(cards: readonly Card[]): void {
    const before = this.#cards;
    const sent = new Set(cards.map(({ key }) => key));
    const staying = before.filter((card) => !sent.has(card.key) && this.#stays(card));
    this.#staying = new Set(staying.map(({ key }) => key));
    this.#cards = withStaying(before, keepEqual(before, cards), this.#staying);
    if (!this.#wantsMore) return;
    // A poll that was under way when the user asked for more may bring what is there.
    const known = new Set(before.map(({ key }) => key));
    if (cards.every(({ key }) => known.has(key))) return;
    this.#wantsMore = false;
    this.#busyAt = performance.now();
  }

  /**
   * Whether a card that is not sent any more stays for now: the user is at it, or it goes by itself in a moment. Once that
   * is over it is not taken from under the focus either.
   */
  #stays(card: Card): boolean {
    const { key } = card;
    const state = this.#store.get(key);
    if (state === UNTOUCHED || state.removed !== null) return false;
    const hasFocus = this.#focusedKey === key;
    return (
      isEditing(card, state, hasFocus) ||
      this.#isEditedAsItWas(card) ||
      departure(card, state, now(), true) !== null ||
      (hasFocus && this.#staying.has(key))
    );
  }

  /** Lets those go that have stayed long enough. */
  #endStaying(): void {
    if (this.#staying.size === 0) return;
    this.#cards = this.#cards.filter((card) => !this.#staying.has(card.key) || this.#stays(card));
    this.#staying = new Set(this.#cards.map(({ key }) => key).filter((key) => this.#staying.has(key)));
  }

  /** From what is shown and what should be to what is shown next. */
  #arrange(): void {
    this.#endStaying();
    const before = this.#places;
    const anew = this.#toArrange === 'anew';
    this.#toArrange = 'no';
    const upTo = anew ? null : this.#lowestStill();
    this.#keepHeight(upTo !== null);
    const { places, waiting, isHeld } = arrange(anew ? [] : before, this.#wanted(), {
      upTo,
      letsIn: this.#letsIn,
      waiting: new Set(anew ? [] : this.#waiting),
      isDropped: (card) => this.#isDropped(card),
    });
    const late = waiting.filter((key) => !this.#waiting.includes(key)).length;
    if (late) this.#announce(this.#messages.newCards(late));
    const here = this.#left === null ? this.#focusedKey : null;
    if (places.some(({ card, gone }) => gone && card.key === here)) this.#announce(this.#messages.goneCard);
    this.#places = places;
    this.#groups = underHeadings(places);
    this.#isRearranged = true;
    this.#waiting = waiting;
    this.#isHeld = isHeld;
    this.#sleep();
  }

  /** A card that has no element yet, waits to be let in or is filtered away can't tell that its time has passed. */
  #sleep(): void {
    const time = now();
    const ahead = time - Date.now();
    const expires = this.#cards.reduce(
      (first, { expiresAt }) => (expiresAt !== null && expiresAt > time ? Math.min(first, expiresAt) : first),
      Infinity,
    );
    // Later than the card itself, which tells the page.
    const next = Math.min(expires, ...this.#leavingUnseen().map(({ at }) => at + ahead));
    wakeAt(this.isConnected ? next + 300 : Infinity, this.#sleeper);
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

  /** Cards that are done or dismissed, and have been filtered away before they were gone for good. */
  #leavingUnseen() {
    return this.#cards.flatMap((card) => {
      const state = this.#store.get(card.key);
      const next = state === UNTOUCHED ? null : departure(card, state, now(), true);
      if (!next || this.#places.some(({ card: { key }, gone }) => key === card.key && !gone)) return [];
      return [{ ...next, card }];
    });
  }

  /** A page that gets shorter than it was scrolled moves what is in view: what is seen of the lists stays filled. */
  #keepHeight(on: boolean): void {
    const lists = this.shadowRoot?.querySelector<HTMLElement>('.lists');
    if (!lists || (!on && !this.#isHeightKept)) return;
    this.#isHeightKept = on;
    const { top, height } = lists.getBoundingClientRect();
    lists.style.minBlockSize = on ? `${Math.max(0, Math.min(height, innerHeight - top))}px` : '';
  }

  /** What should be shown, in its order and under its headings. */
  #wanted(): WantedCard[] {
    const time = now();
    const { groupBy, order, filter } = this;
    const cards = inOrder(
      this.#present.filter(cardTest(filter)),
      typeof order === 'function' ? order : order === 'given' ? null : byUrgency(time),
    );
    if (groupBy === null) return cards.map((card) => ({ card, group: null }));
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
    const focusedKey = this.#focusedKey;
    const time = performance.now();
    const isBusy = time - this.#busyAt < BUSY_TIME;
    const pointed = time - this.#movedAt < POINTER_TIME ? this.#pointed : null;
    const isInView = ({ card }: FeedPlace) => {
      const li = this.#list.item(card.key);
      return li !== null && this.#seen.isVisible(li);
    };
    const last = this.#places.findLast(
      (place) =>
        place.card.key === focusedKey ||
        place.card.key === pointed ||
        this.#hasOpenForm(place) ||
        (isBusy && isInView(place)),
    );
    const first = this.#places.findIndex(isInView);
    return (last ?? (first > 0 ? this.#places[first] : undefined))?.card.key ?? null;
  }

  /** Key of the card that has the focus. */
  get #focusedKey(): string | null {
    const li = this.shadowRoot?.activeElement?.closest('li');
    return li ? keyOf(li) : null;
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
    const [first] = this.#wanted().filter(({ card }) => this.#waiting.includes(card.key));
    this.#toArrange = 'anew';
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (first) this.#list.card(first.card.key)?.focusWhole();
    });
  };

  /** A pointer that lies where a card has come to be has not been moved there. */
  readonly #pointerMoved = () => {
    this.#movedAt = performance.now();
  };

  readonly #pointerEntered = (event: Event) => {
    const li = (event.target as Element).closest('li');
    this.#pointed = li && keyOf(li);
    this.ownerDocument.addEventListener('pointerover', this.#pointerElsewhere);
  };

  /** Safari does not tell that the pointer leaves when what was under it has gone, such as a pressed button. */
  readonly #pointerElsewhere = (event: Event) => {
    if (event.composedPath().includes(this)) return;
    event.currentTarget?.removeEventListener('pointerover', this.#pointerElsewhere);
    this.#pointerLeft();
  };

  /** A finger comes without notice: what was in view when it last came must not move for a while. */
  readonly #touched = ({ type, pointerType }: Partial<PointerEvent>) => {
    if (type === 'touchmove' || pointerType === 'touch') this.#busyAt = performance.now();
  };

  readonly #pointerLeft = () => {
    this.#pointed = null;
    this.#release();
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
    const here = this.shadowRoot?.activeElement?.closest('li');
    if (!here) return;
    const items = [...this.#items()];
    const place = items.indexOf(here);
    if (this.#focusWhole(key === 'PageDown' ? items.slice(place + 1) : items.slice(0, place).reverse()))
      event.preventDefault();
  };

  #items(): Iterable<HTMLLIElement> {
    return this.renderRoot.querySelectorAll<HTMLLIElement>('li');
  }

  /** Whether the user has made a card go. What goes by itself may leave its place for a while. */
  #isDropped(card: Card): boolean {
    const { removed } = this.#store.get(card.key);
    return removed !== null && removed !== 'expired';
  }

  #showBusy(): void {
    const busy = this.#isWaiting || this.#reading || this.#list.isBusy ? 'true' : null;
    for (const list of this.renderRoot.querySelectorAll('ul')) list.ariaBusy = busy;
  }

  #sawCards(keys: readonly string[]): void {
    for (const key of keys) {
      const card = this.#places.find((place) => place.card.key === key)?.card;
      if (!card) continue;
      this.#list.item(key)?.setAttribute('part', 'item');
      // By another feed of the store, or it was restored since it was drawn.
      if (this.#store.isSeen(card)) continue;
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
        if (li.dataset.unread !== undefined) li.dataset.unread = feed.#messages.unread;
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
        const part = feed.#store.isSeen(card) ? 'item' : 'item unread';
        if (li.getAttribute('part') !== part) li.setAttribute('part', part);
        if (part !== 'item') li.dataset.unread = feed.#messages.unread;
        feed.#seen.look(li);
      },
      completed: () => feed.#showBusy(),
    };
  }

  get #messages(): Messages {
    return messagesFor(this, this.#messagesContext.value);
  }
}

/** After a change of these, all is arranged anew: the user, or the page, has asked for it. */
const REARRANGING = ['order', 'filter', 'groupBy', 'store'] as const;

/** Of more cards, those that come first are looked for before they are read. */
const MANY = 200;

/** Milliseconds that a pointer lies still until it counts as forgotten there. */
const POINTER_TIME = 60_000;

/** Milliseconds in which a user who has touched the feed may be about to touch it again, or reads the cards asked for. */
const BUSY_TIME = 10_000;

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

/** The places that stand under one heading. */
interface Group {
  /** `null` for those that stand under none. */
  readonly name: string | null;
  readonly places: readonly FeedPlace[];
}

function underHeadings(places: readonly FeedPlace[]): readonly Group[] {
  const groups = new Map<string | null, FeedPlace[]>();
  for (const place of places) {
    const group = groups.get(place.group);
    if (group) group.push(place);
    else groups.set(place.group, [place]);
  }
  // Without any card there is a list all the same, which says that it waits for them.
  if (groups.size === 0) return [{ name: null, places: [] }];
  return [...groups].map(([name, those]) => ({ name, places: those }));
}

function costsCard({ code }: { readonly code: DiagnosticCode }): boolean {
  return code === 'json-syntax' || code === 'not-a-card';
}
