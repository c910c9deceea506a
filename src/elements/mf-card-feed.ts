import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
// eslint-disable-next-line no-restricted-imports -- a tag's name comes from the host's code, never from a card
import { html as staticHtml, literal, type StaticValue } from 'lit/static-html.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/severity.js';
import { en, type Messages } from '../messages/en.js';
import type { Card } from '../schema/model.js';
import { readResponse } from '../schema/read-response.js';
import type { UrlPolicy } from '../schema/url-policy.js';
import { hasUnsentInput, isRemoved } from '../state/card-state.js';
import { CardStore } from '../state/card-store.js';
import { TIME_LIMIT } from '../state/run-action.js';
import { feedStyles } from '../styles/feed.styles.js';
import { tokenStyles } from '../styles/tokens.styles.js';
import type { Transport } from '../transports/transport.js';
import { cardName } from '../view/card-template.js';
import { checkIcon, faultIcon } from '../view/icons.js';
import { EXPORTED_PARTS } from '../view/parts.js';
import type { FieldTemplates } from '../view/render-context.js';
import { messagesContext, storeContext } from './contexts.js';
import { ElementFindings } from './element-findings.js';
import { dress } from './dress.js';
import type { MfActionSettledEvent, MfCardRemovedEvent } from './events.js';
import type { MfCard } from './mf-card.js';
import { readOptions } from './read-options.js';

/**
 * Shows a list of cards, each in an `<mf-card>` of its own. A card that can't be read leaves a notice and its
 * neighbours alone; a text that is no JSON leaves the last good cards where they are.
 *
 * The events of its cards bubble through it: see `<mf-card>`.
 *
 * @tag mf-card-feed
 * @fires {MfDiagnosticsEvent} mf-diagnostics - There is something to say about the JSON.
 * @slot empty - Shown when there is no card.
 * @slot loading - Shown while `loading` is set and there is no card yet.
 * @csspart list - The list.
 * @csspart item - Each card's place in it. The parts of the card itself can be styled through the feed, too.
 * @csspart empty - Says that there is no card.
 * @csspart fault - Says why some or all of the input can't be shown.
 * @csspart skeleton - Stands for a card while the first ones load.
 */
export class MfCardFeed extends LitElement {
  static override styles = [tokenStyles, feedStyles];

  /** The element that shows each card: `mf-card`, or its name under another prefix. */
  protected static cardTag: StaticValue = literal`mf-card`;

  /** JSON text or a value, in any shape that `readCards` takes. */
  @property({ attribute: false }) cards: unknown = undefined;
  /** Whether the first cards are on their way. */
  @property({ type: Boolean, reflect: true }) loading = false;
  /** Takes the actions that no listener answers. Else the nearest provider's. */
  @property({ attribute: false }) transport: Transport | null = null;
  /** Keeps what the user does. Else the nearest provider's, else one of the feed's own. */
  @property({ attribute: false }) store: CardStore | null = null;
  /** Texts to use in place of the English ones. */
  @property({ attribute: false }) messages: Partial<Messages> | null = null;
  /** A host's own templates, by field type. */
  @property({ attribute: false }) fieldTemplates: FieldTemplates = {};
  /** Which URL schemes are allowed beside https, http, mailto, tel and sms. */
  @property({ attribute: false }) urlPolicy: UrlPolicy | undefined = undefined;
  /** Level of each card's heading, 1 to 6; 3 at first. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
  /** IANA zone for dates and times; the device's own at first. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;
  /** How many fields of a card are shown before the rest is folded; 0, as at first, is all. */
  @property({ type: Number, attribute: 'max-rows' }) maxRows = 0;
  /** Milliseconds that an answer to an action may take; 30,000 at first, 0 for as long as it takes. */
  @property({ type: Number, attribute: 'time-limit' }) timeLimit = TIME_LIMIT;

  #cards: readonly Card[] = [];
  readonly #findings: ElementFindings = new ElementFindings(this);
  #announcement = '';
  #lacksCards = false;
  readonly #ownStore = new CardStore();
  readonly #storeContext = new ContextConsumer(this, { context: storeContext, subscribe: true });
  readonly #messagesContext = new ContextConsumer(this, { context: messagesContext, subscribe: true });

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
    return this.#cards.some((card) => hasUnsentInput(card, this.#store.get(card.key)));
  }

  /** For the browser: a page has moved the feed to another document. */
  adoptedCallback(): void {
    if (this.hasUpdated)
      dress(this.renderRoot as ShadowRoot, (this.constructor as typeof MfCardFeed).elementStyles);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('cards') || changed.has('urlPolicy')) this.#read();
  }

  protected override getUpdateComplete(): Promise<boolean> {
    return this.#findings.said(() => super.getUpdateComplete());
  }

  /** A card that changes its place keeps the focus, which browsers take from what is moved. */
  protected override update(changed: PropertyValues<this>): void {
    let focused = this.shadowRoot?.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    super.update(changed);
    if (focused instanceof HTMLElement && !focused.matches(':focus')) focused.focus({ preventScroll: true });
  }

  override render() {
    const shown = this.#cards.filter((card) => !isRemoved(card, this.#store.get(card.key)));
    const { loading } = this;
    return html`
      <ul
        part="list"
        role="list"
        aria-label=${this.#messages.feedLabel}
        aria-busy=${loading ? 'true' : nothing}
      >
        ${repeat(
          shown,
          ({ key }) => key,
          (card) => this.#item(card),
        )}
      </ul>
      ${shown.length ? nothing : loading ? this.#skeletons() : this.#empty()} ${this.#faults()}
      <p class="said" role="status" .textContent=${this.#announcement}></p>
    `;
  }

  #item(card: Card) {
    const tag = (this.constructor as typeof MfCardFeed).cardTag;
    return staticHtml`<li part="item">
      <${tag}
        exportparts=${EXPORTED_PARTS}
        .card=${card}
        .store=${this.#store}
        .transport=${this.transport}
        .messages=${this.#messages}
        .fieldTemplates=${this.fieldTemplates}
        .urlPolicy=${this.urlPolicy}
        .headingLevel=${this.headingLevel}
        .timeZone=${this.timeZone}
        .maxRows=${this.maxRows}
        .timeLimit=${this.timeLimit}
      ></${tag}>
    </li>`;
  }

  #skeletons() {
    return html`<slot name="loading"
      ><div part="skeleton" role="img" aria-label=${this.#messages.loadingFeed}><i></i><i></i><i></i></div
    ></slot>`;
  }

  #empty() {
    if (this.#unreadable.length) return nothing;
    return html`<slot name="empty"><p part="empty">${checkIcon}${this.#messages.emptyFeed}</p></slot>`;
  }

  #faults() {
    const messages = this.#messages;
    const { diagnostics: translation } = messages;
    return this.#unreadable.slice(0, 3).map((found) => {
      const { message, hint, range } = this.#findings.translated(found, translation);
      const place = range ? `${messages.faultAt(range.start.line, range.start.column)}: ` : '';
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

  #read(): void {
    const { cards: input } = this;
    const { cards, findings } =
      input === undefined || input === null
        ? { cards: [], findings: [] }
        : readResponse(input, readOptions(this, this.urlPolicy));
    const refused = cards.length === 0 && findings.some(({ code }) => severityOf(code) === 'error');
    if (!refused) this.#cards = [...new Map(cards.map((card) => [card.key, card])).values()];
    this.#lacksCards = findings.some(costsCard);
    this.#findings.set(findings, input, this.#lacksCards);
  }

  /** What the connector has sent for a card stands until the next `cards`. */
  readonly #cardAnswered = ({ request, outcome }: MfActionSettledEvent) => {
    if (outcome.kind !== 'done' || outcome.card === undefined) return;
    const [next] = readResponse(outcome.card, readOptions(this, this.urlPolicy)).cards;
    // Under another key it would be drawn by another element, which knows nothing of the focus.
    if (next?.key !== request.cardKey) return;
    this.#cards = this.#cards.map((card) => (card.key === request.cardKey ? next : card));
    this.requestUpdate();
  };

  /** The focus goes to the card that takes the place of the one that goes, and what happened is said. */
  readonly #cardRemoved = (event: MfCardRemovedEvent) => {
    const leaving = event.target;
    const cards = [...this.renderRoot.querySelectorAll<MfCard>('li > *')];
    const going = cards.find((card) => event.composedPath().includes(card));
    if (!going || leaving !== this) return;
    const hadFocus = going.shadowRoot?.activeElement != null;
    const position = cards.indexOf(going);
    const next = cards[position + 1] ?? cards[position - 1];
    // Of a dismissal the card has told while it could be undone.
    const said = event.reason === 'dismissed' ? '' : this.#messages.removed(cardName(event.card));
    void this.#dropRemoved(said, hadFocus ? next : undefined);
  };

  /** The card marks itself removed right after its event. The words go first, so that the same ones are said again. */
  async #dropRemoved(said: string, focusNext: MfCard | undefined): Promise<void> {
    this.#announcement = '';
    await Promise.resolve();
    this.requestUpdate();
    await this.updateComplete;
    focusNext?.focus();
    this.#announcement = said;
    this.requestUpdate();
  }

  get #store(): CardStore {
    return this.store ?? this.#storeContext.value ?? this.#ownStore;
  }

  #merged: { from: Partial<Messages> | null; messages: Messages } = { from: null, messages: en };

  get #messages(): Messages {
    const from = this.messages ?? this.#messagesContext.value ?? null;
    if (this.#merged.from !== from) this.#merged = { from, messages: { ...en, ...from } };
    return this.#merged.messages;
  }
}

function costsCard({ code }: { readonly code: DiagnosticCode }): boolean {
  return code === 'json-syntax' || code === 'not-a-card';
}
