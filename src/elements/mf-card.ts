// First, so that bundlers lay all of the reader side by side: see `styles/index.ts`.
import { InputReader, isNothing } from './read-input.js';
import { ContextConsumer, ContextEvent } from '@lit/context';
import { html, LitElement, type PropertyValues } from 'lit';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Messages } from '../messages/en.js';
import { safeLocale } from '../messages/formats.js';
import type { Card } from '../schema/model.js';
import { isSameVersion } from '../schema/card-key.js';
import { isEmpty } from '../schema/conclude.js';
import { judgeUrl, type UrlPolicy } from '../schema/url-policy.js';
import type { ActionStatus } from '../state/action-lifecycle.js';
import {
  UNTOUCHED,
  hasUnsentInput,
  isEditing,
  isExpired,
  isAnother,
  isGone,
  noteShown,
  statusOf,
  type CardState,
} from '../state/card-state.js';
import { cardRemoved, cardReturned, dismissalUndone } from '../state/card-steps.js';
import { CardStore } from '../state/card-store.js';
import { now, wakeAt, type Sleeper } from '../state/clock.js';
import { TIME_LIMIT } from '../state/time-limit.js';
import { cardSheets } from '../styles/index.js';
import type { Transport } from '../transports/transport.js';
import { cardTemplate } from '../view/card-template.js';
import { noticeTemplate } from '../view/notice.js';
import { withoutTags } from '../view/text.js';
import type { AttachmentStates, FieldTemplates, RenderContext } from '../view/render-context.js';
import { CardInteraction, type CardPlace } from './card-interaction.js';
import { CardStateController } from './card-state-controller.js';
import { messagesContext, storeContext, transportContext } from './contexts.js';
import { ElementFindings } from './element-findings.js';
import { dressedRoot } from './dress.js';
import { followLanguage, hostOf, unfollowLanguage, type LanguageFollower } from './language.js';
import { languageFor, messagesFor } from './messages.js';
import { isOtherPolicy } from './other-policy.js';
import { isNowhere, keepingFocus } from './same-focus.js';
import { markUpdated } from './updated-mark.js';

const NO_FILES: AttachmentStates = new Map();

/** What takes over cards that a server has drawn, once there was one. */
let hydrate: typeof import('../view/hydrate.js').hydrate | undefined;

/** What draws rich text, once there was some. */
let rich: typeof import('../view/rich-text.js') | undefined;

/** An update is marked until it was in view this often, so many milliseconds apart; and no longer once the user is at it. */
const LOOKS = 2;
const LOOK_EVERY = 5000;

/**
 * Shows one card: its header, its fields, and its actions with their forms.
 *
 * Keeps nothing the user did; that is in the store, by card key. So the element can be removed, moved or given
 * the next version of its card at any time. Language and direction come from the nearest `lang` and `dir`.
 *
 * A new version (another `hash`, or other content where there is none) is drawn in place and marked; one that comes
 * while the user is at a form, or while an action is on its way, waits until they are done or ask for it. When the card
 * expires its actions can't be used any more; what it says can still be read, until a feed or a host hides it:
 * `mf-card:state(expired)`.
 *
 * Texts are shown as they are. With the attribute `rich-text`, descriptions, comments and explanations of inputs that have
 * HTML tags are shown as HTML, cut to a strict list (docs/security.md); what that takes is loaded when there is such a
 * text. Until then, and if it can't be loaded, the text is shown without its tags.
 *
 * @tag mf-card
 * @fires {MfActionEvent} mf-action - The user has sent an action. Answer with `respondWith()`.
 * @fires {MfActionSettledEvent} mf-action-settled - An action has an outcome, and the card shows it.
 * @fires {MfInvalidEvent} mf-invalid - The user wanted to send a form that is not filled in as it has to be.
 * @fires {MfOpenEvent} mf-open - The user opens a URL. Cancelable; a new tab is the default.
 * @fires {MfAttachmentEvent} mf-attachment - The user wants a file. Answer with `respondWith()`.
 * @fires {MfCardRemovedEvent} mf-card-removed - The card goes for good: nothing can be undone any more.
 * @fires {MfAuthRequiredEvent} mf-auth-required - The connector's sign-in has lapsed.
 * @fires {MfDiagnosticsEvent} mf-diagnostics - There is something to say about the JSON.
 * @slot - Shown while no card was given.
 * @csspart card - The card itself.
 * @csspart header - Icon, origin, title, subtitles, deadlines.
 * @csspart header-texts - All of these but the icon.
 * @csspart icon - The connector's picture; `icon initials` where there is none.
 * @csspart origin - Connector and time of creation.
 * @csspart connector - The connector's name.
 * @csspart created - When the card was made.
 * @csspart title - The heading.
 * @csspart subtitle - Each line below it.
 * @csspart link - Every link to open, with its place: `title-link`, `subtitle-link`, `link-link`.
 * @csspart deadlines - Holds the badges.
 * @csspart badge - `due` or `expires`, with `calm`, `soon` or `over`; or `updated`, on a card that has changed.
 * @csspart banner - Pictures and videos.
 * @csspart banner-item - One of them: `image` or `video`.
 * @csspart banner-image - The picture.
 * @csspart banner-video - The video.
 * @csspart banner-caption - Its title and description.
 * @csspart description - The text above the fields.
 * @csspart facts - A list of facts.
 * @csspart fact - One label with its value.
 * @csspart fact-title - The label.
 * @csspart fact-subtitle - What stands below a label.
 * @csspart fact-value - The value.
 * @csspart fact-picture - A picture beside it.
 * @csspart field - A group, with its kind: `section`, `comment`, `attachment`, `trip`, `nested`, `general`, `unknown`.
 * @csspart field-title - Its heading.
 * @csspart field-subtitle - The line below it.
 * @csspart field-text - Its text.
 * @csspart field-picture - The picture of an item within a chat item.
 * @csspart field-link - A link of such an item.
 * @csspart comments - A list of comments.
 * @csspart comment - One comment.
 * @csspart comment-by - Its author and time.
 * @csspart comment-author - Its author.
 * @csspart comment-time - Its time.
 * @csspart comment-text - Its text.
 * @csspart attachments - A list of files.
 * @csspart attachment - One file, with `loading` or `failed`.
 * @csspart attachment-texts - All that is said of it.
 * @csspart attachment-name - Its link.
 * @csspart attachment-title - The connector's title for it.
 * @csspart attachment-text - Its description.
 * @csspart attachment-details - Type, size, time.
 * @csspart attachment-time - When it was changed.
 * @csspart attachment-progress - How far it has come.
 * @csspart attachment-again - The button that gives up, or tries again.
 * @csspart viewer - Shows a picture or a PDF over the page.
 * @csspart viewer-bar - Its name and its buttons.
 * @csspart viewer-name - Its name.
 * @csspart viewer-save - Saves it.
 * @csspart viewer-close - Closes it.
 * @csspart viewer-image - The picture.
 * @csspart viewer-document - The PDF.
 * @csspart attachment-source - The link to the vendor's own page.
 * @csspart attachment-fault - Says that it could not be loaded.
 * @csspart trip-summary - What the trip is and when.
 * @csspart trip-event - What the trip is for.
 * @csspart trip-date - Its date.
 * @csspart trip-others - Who else travels.
 * @csspart trip-stops - The stops.
 * @csspart trip-stop - One stop.
 * @csspart trip-image - Its picture.
 * @csspart trip-legs - The legs.
 * @csspart trip-leg - One leg.
 * @csspart links - Related links.
 * @csspart long-text - A long text, with `clamped`.
 * @csspart toggle - The button that shows more or less; `rows` for the fields.
 * @csspart footer - Holds all that is about actions.
 * @csspart actions - The row of actions.
 * @csspart action - Each button, with `primary`, `pending`, `locked`, `blocked`, `open`, `open-form`, `submit`, `cancel`, `retry`.
 * @csspart action-done - What an action says once it is done.
 * @csspart action-note - The same beside an action that can be repeated.
 * @csspart explained - An action with its description.
 * @csspart explanation - The description.
 * @csspart form - The form of an action.
 * @csspart form-actions - Its buttons.
 * @csspart input - A label with its control, and `faulty`; with its format: `text`, `textarea`, `password`, `number`, `range`,
 *   `email`, `tel`, `url`, `date`, `time`, `datetime`, `select`, `radio`, `checkbox`.
 * @csspart label - The label.
 * @csspart required - The mark of an input that must be filled.
 * @csspart help - The text that explains an input.
 * @csspart control - The text field, text area, select or slider; `search` for the box over a long list.
 * @csspart slider - A slider with its value.
 * @csspart slider-value - The value.
 * @csspart choices - A list of radio buttons or boxes; `long-list` when it can be searched.
 * @csspart chosen - What is chosen in a list that can be searched.
 * @csspart choice - One of them with its text.
 * @csspart tick - The radio button or box.
 * @csspart fault - What is wrong with it.
 * @csspart faults - Names all inputs with a fault, when there are many.
 * @csspart faults-title - Says how many.
 * @csspart fault-link - Leads to one of them.
 * @csspart remaining - How many characters are left.
 * @csspart waiting - Says that a new version of the card waits until the user is done.
 * @csspart waiting-action - The button that shows it.
 * @csspart expired - Says that the card's time has passed, and why its actions can't be used.
 * @csspart undo - What is left of a card that was dismissed.
 * @csspart undo-action - The button that brings it back.
 * @csspart failure - What went wrong with an action.
 * @csspart failure-texts - All that is said of it.
 * @csspart failure-title - In a few words.
 * @csspart failure-text - In a sentence.
 * @csspart failure-links - Ways out that the connector offers.
 * @csspart notice - Says why there is nothing to show.
 * @csspart notice-title - In a few words.
 * @csspart notice-text - In a sentence.
 * @csspart notice-place - The line and column.
 * @csspart rich-text - A text that is shown as HTML, with the attribute `rich-text`.
 * @csspart glyph - Each small picture.
 * @cssstate pending - An action is on its way.
 * @cssstate done - An action is done, for good.
 * @cssstate failed - An action has failed, and was not tried again.
 * @cssstate auth-required - An action waits for a sign-in to the connector.
 * @cssstate expired - The card's time has passed.
 * @cssstate dismissed - The user has dismissed the card, and can still undo it.
 * @cssstate removed - The card is gone, and takes no room.
 * @cssprop [--mf-accent] - Colour of the primary action; links and focus follow.
 * @cssprop [--mf-on-accent] - Text on it.
 * @cssprop [--mf-link=var(--mf-accent)] - Links, and buttons without a ground.
 * @cssprop [--mf-focus=var(--mf-accent)] - The ring round what has the focus.
 * @cssprop [--mf-surface] - The card's ground.
 * @cssprop [--mf-surface-inset] - Ground of the foot, of files and trips.
 * @cssprop [--mf-text] - Text.
 * @cssprop [--mf-text-muted] - Labels, times, help.
 * @cssprop [--mf-line] - Hairlines.
 * @cssprop [--mf-control-line] - Borders of buttons and controls.
 * @cssprop [--mf-success] - Done.
 * @cssprop [--mf-warning] - Due soon.
 * @cssprop [--mf-danger] - Faults, failures, overdue.
 * @cssprop [--mf-on-danger=var(--mf-surface)] - Text on it.
 * @cssprop [--mf-font] - The font family.
 * @cssprop [--mf-font-size=0.9375rem] - Size of the text; all other sizes follow.
 * @cssprop [--mf-space=0.5rem] - The unit that gaps and paddings are multiples of.
 * @cssprop [--mf-radius=0.75rem] - The card's corners; inner ones follow.
 * @cssprop [--mf-radius-inner] - Corners of buttons, controls, files; 0.6 of the card's.
 * @cssprop [--mf-shadow] - The card's shadow.
 * @cssprop [--mf-card-line=var(--mf-line)] - The card's border.
 * @cssprop [--mf-card-padding] - Room at the card's sides; 6% of its width, between 1.5 and 2.5 spaces.
 * @cssprop [--mf-title-font] - Font family of the title.
 * @cssprop [--mf-title-size=1.25em] - Its size.
 * @cssprop [--mf-title-weight=650] - Its weight.
 * @cssprop [--mf-icon-size=1.875rem] - The connector's icon.
 * @cssprop [--mf-icon-radius] - Its corners; half of the card's.
 * @cssprop [--mf-label-width=clamp(7em, 35%, 12em)] - Room for the labels of facts.
 * @cssprop [--mf-footer-surface=var(--mf-surface-inset)] - Ground of the foot, where the actions are.
 * @cssprop [--mf-action-size=2.5rem] - Height of buttons and controls; at least 2.75rem under a finger.
 * @cssprop [--mf-action-radius=var(--mf-radius-inner)] - Corners of buttons.
 * @cssprop [--mf-control-radius=var(--mf-radius-inner)] - Corners of text fields.
 * @cssprop [--mf-badge-radius=1em] - Corners of what says that a date has passed.
 */
export class MfCard extends LitElement {
  static override styles = cardSheets;
  static override properties = {
    card: { attribute: false },
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

  /**
   * JSON text or a value, in any shape that `readCards` takes; the first card is shown. While it is `undefined`, that of a
   * child `<script type="application/json">`; `null` is no card, whatever the child says.
   */
  card: unknown = undefined;
  /** Takes the actions that no listener answers. Else the nearest provider's. */
  transport: Transport | null = null;
  /** Keeps what the user does. Else the nearest provider's, else one of the element's own. */
  store: CardStore | null = null;
  /** Texts to use in place of the English ones. */
  messages: Partial<Messages> | null = null;
  /** A host's own templates, by field type. */
  fieldTemplates: FieldTemplates | null = {};
  /** Which URL schemes are allowed beside https, http, mailto, tel and sms. */
  urlPolicy: UrlPolicy | undefined = undefined;
  /** Level of the card's heading, 1 to 6; 3 at first. */
  headingLevel = 3;
  /** IANA zone for dates and times; the device's own at first. */
  timeZone: string | null = null;
  /** How many fields are shown before the rest is folded; 0, as at first, is all. */
  maxRows = 0;
  /** Milliseconds that an answer to an action may take; 30,000 at first, 0 for as long as it takes. */
  timeLimit = TIME_LIMIT;
  /**
   * Whether HTML in descriptions, comments and explanations is shown as such: paragraphs, lists, tables, emphasis, code
   * and links, without anything else. `false` at first: every text is shown as it is.
   */
  richText = false;

  #card: Card | null = null;
  /** Its next version, while the user is at this one. */
  #update: Card | null = null;
  #isExpired = false;
  /** How often an update still has to be looked at to be known. */
  #looks = 0;
  #trueUntil = Infinity;
  /** Whether what comes is the answer to what the user has sent. */
  #isReplaced = false;
  readonly #findings: ElementFindings = new ElementFindings(this);
  #failedIcon: string | null = null;
  #richLoading: Promise<void> | null = null;
  #childObserver: MutationObserver | null = null;
  #ownStore: CardStore | null = null;
  #states: Pick<CustomStateSet, 'add' | 'delete'> | null = null;
  #storeContext: ContextConsumer<typeof storeContext, this> | null = null;
  #messagesContext: ContextConsumer<typeof messagesContext, this> | null = null;
  readonly #place = new MfCard.#Place(this);
  readonly #reader: InputReader = new InputReader(this.#place);
  /** In which language, and with which texts, it was drawn. */
  #drawnIn = '';
  #drawnWith: Messages | null = null;
  #interaction: CardInteraction | null = null;
  #hasLostFocus = false;
  readonly #followed = new CardStateController(
    this,
    () => this.#card && { store: this.#store, cardKey: this.#card.key },
  );

  /** What was found when the card was read; empty when all is well. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#findings.diagnostics;
  }

  /** Whether something was typed into one of the card's forms and not sent. */
  get hasUnsavedInput(): boolean {
    const { state } = this.#followed;
    return (
      this.#card !== null &&
      (hasUnsentInput(this.#card, state) ||
        (!isGone(state) && this.#interaction?.hasUnfinished(state) === true))
    );
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = dressedRoot(this);
    // Before what lies in it hears of it: the second click of two is kept from all of that.
    root.addEventListener('click', this.#place, true);
    root.addEventListener('pointerdown', this.#place, true);
    root.addEventListener('keydown', this.#place);
    // It does not bubble.
    root.addEventListener('error', this.#place, true);
    return root;
  }

  override connectedCallback(): void {
    if (!this.#mayBeGivenRoot) this.#connect();
    else
      setTimeout(() => {
        if (this.isConnected && !(this.renderRoot as ShadowRoot | undefined)) this.#connect();
      });
  }

  /** The parser has come no further than its tag; it gives no shadow root to what has one. */
  get #mayBeGivenRoot(): boolean {
    return !this.store && !this.shadowRoot && !this.firstChild && this.#isComing;
  }

  get #isComing(): boolean {
    return this.#input === undefined && this.ownerDocument.readyState === 'loading';
  }

  #connect(): void {
    super.connectedCallback();
    // Inside a feed both are given, and a thousand cards need not ask.
    if (!this.store)
      this.#storeContext ??= new ContextConsumer(this, { context: storeContext, subscribe: true });
    if (!this.messages)
      this.#messagesContext ??= new ContextConsumer(this, { context: messagesContext, subscribe: true });
    followLanguage(this, this.#place);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unfollowLanguage(this.#place);
    wakeAt(Infinity, this.#place);
    const interaction = this.#interaction;
    if (!interaction) return;
    interaction.stopWatching();
    interaction.moves++;
    // What is only moved is back at once.
    queueMicrotask(() => (this.isConnected ? interaction.files.moved() : interaction.files.clear()));
  }

  /** For the browser: a page has moved the card to another document. */
  adoptedCallback(): void {
    dressedRoot(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.has('card') || changed.has('urlPolicy') || this.#reader.isStale)
      this.#read(this.#input, changed.has('urlPolicy'));
    if (this.#update && !this.#isEdited) this.#show(this.#update);
    const card = this.#card;
    const wasExpired = this.#isExpired;
    this.#isExpired = card !== null && isExpired(card, now());
    if (card) this.#bringBack(card);
    const { state } = this.#followed;
    this.#showStates(card, state);
    if (!card || !this.isConnected) return;
    if (this.#isExpired && !wasExpired) this.#handlers.expire(card, state);
    if (this.#interaction || state !== UNTOUCHED) this.#handlers.watchDeparture(card, state);
  }

  /**
   * What was removed comes back with another hash, as it was at first, what could still be brought back with what was typed;
   * what had only expired also with a later date.
   */
  #bringBack(card: Card): void {
    const { state } = this.#followed;
    if (state.removed === 'expired') {
      if (!this.#isExpired) this.#store.update(card.key, cardReturned);
    } else if (isAnother(card, state)) {
      if (state.removed !== null) {
        this.#store.reset(card.key);
        return;
      }
      this.#store.update(card.key, dismissalUndone);
      this.#interaction?.announce(this.#messages.undone);
    }
  }

  override render() {
    const card = this.#card;
    this.#drawnIn = this.#language;
    this.#drawnWith = this.#messages;
    this.#trueUntil = Infinity;
    if (!card || isEmpty(card)) {
      const fault = this.#findings.diagnostics.find(({ severity }) => severity === 'error');
      if (!fault && isNothing(this.#input)) return html`<slot @slotchange=${this.#readChild}></slot>`;
      const { emptyCard, unreadable, noCard, diagnostics } = this.#messages;
      const title = card ? emptyCard : fault ? unreadable : noCard;
      return noticeTemplate(title, fault && this.#findings.translated(fault, diagnostics), this.#messages);
    }
    const handlers = () => this.#handlers;
    const context: RenderContext = {
      card,
      state: this.#followed.state,
      get handlers() {
        return handlers();
      },
      messages: this.#messages,
      locale: safeLocale(this.#drawnIn, this.timeZone),
      now: now(),
      trueUntil: Infinity,
      expired: this.#isExpired,
      hasUpdate: this.#update !== null,
      headingLevel: this.headingLevel >= 1 ? Math.floor(this.headingLevel) : 3,
      maxRows: this.maxRows,
      iconFailed: this.#failedIcon === card.iconUrl,
      announcement: this.#interaction?.announcement ?? '',
      attachments: this.#interaction?.files.states ?? NO_FILES,
      fieldTemplates: this.fieldTemplates ?? {},
      rich: this.richText ? (text, name) => this.#rich(text, name) : null,
    };
    const drawn = cardTemplate(context);
    this.#trueUntil = context.trueUntil;
    return drawn;
  }

  #rich(text: string, name: string): string | Element {
    if (rich) return rich.richText(text, name, this.#place, this.#findings, judgeUrl);
    this.#richLoading ??= import('../view/rich-text.js')
      .then(
        (loaded) => {
          rich = loaded;
          this.requestUpdate();
        },
        // The words are there; the next drawing tries again.
        () => undefined,
      )
      .finally(() => {
        this.#richLoading = null;
      });
    return withoutTags(text);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const settled = await this.#findings.said(() => super.getUpdateComplete());
    return this.#richLoading?.then(() => this.getUpdateComplete()) ?? settled;
  }

  /** What a server has drawn stays as it stands, until there is what takes it over; without that it is drawn anew. */
  protected override scheduleUpdate(): Promise<void> | undefined {
    const draw = () => void super.scheduleUpdate();
    if (!this.hasUpdated && this.renderRoot.firstChild && (!hydrate || this.#isComing))
      return this.#canTakeOver().then(draw, draw);
    draw();
    return undefined;
  }

  /** Its JSON comes after what is drawn. */
  async #canTakeOver(): Promise<void> {
    while (this.#isComing) await new Promise((done) => setTimeout(done, 50));
    ({ hydrate } = await import('../view/hydrate.js'));
  }

  /** @internal Draws at once what would be drawn soon: for a feed, which draws its cards bit by bit. */
  override performUpdate(): void {
    super.performUpdate();
  }

  protected override update(changed: PropertyValues<this>): void {
    const root = this.renderRoot as ShadowRoot;
    if (!this.hasUpdated && root.firstChild) {
      root.querySelector('style')?.remove();
      if (!hydrate?.(this.render(), root, this.renderOptions)) root.replaceChildren();
    }
    this.#hasLostFocus = keepingFocus(root, () => super.update(changed));
  }

  override updated(): void {
    this.#interaction?.moveFocus();
    // What had it is gone; once all is said and done, nothing may have taken its place.
    if (this.#hasLostFocus)
      setTimeout(() => {
        if (isNowhere(this.renderRoot as ShadowRoot)) this.focusWhole();
      });
    if (this.#looks) markUpdated(this.renderRoot, this.#messages.updated);
    if (this.isConnected) this.#waitOn();
  }

  #waitOn(): void {
    wakeAt(this.#looks ? Math.min(this.#trueUntil, now() + LOOK_EVERY) : this.#trueUntil, this.#place);
  }

  /** Something that is shown is not true any more, or it is time to see whether the update was in view. */
  #wake(): void {
    const looking = this.#looks > 0;
    if (looking && isInView(this) && --this.#looks === 0) this.#dropMark();
    if (looking && now() < this.#trueUntil) this.#waitOn();
    else this.requestUpdate();
  }

  #languageChanged(): void {
    if (this.#drawnIn !== this.#language || this.#drawnWith !== this.#messages) this.requestUpdate();
  }

  #dropMark(): void {
    this.#looks = 0;
    this.renderRoot.querySelector('.updated')?.remove();
  }

  /** Moves the focus to the card as a whole, which is then read out by its title. */
  focusWhole(): void {
    const article = this.renderRoot.querySelector<HTMLElement>('article');
    if (!article) return;
    // Only for as long as it has the focus: a click into its text is not meant for it.
    article.tabIndex = -1;
    article.addEventListener('blur', () => article.removeAttribute('tabindex'), { once: true });
    article.focus();
  }

  /** Moves the focus to the first thing in the card that takes it, else to the card as a whole. */
  override focus(options?: FocusOptions): void {
    // What is hidden or disabled takes none.
    for (const one of this.renderRoot.querySelectorAll<HTMLElement>('a[href], button, [tabindex]')) {
      one.focus(options);
      if (one.matches(':focus')) return;
    }
    this.focusWhole();
    if (!(this.renderRoot as ShadowRoot).activeElement) super.focus(options);
  }

  /** @param atOnce - whether it is shown whatever the user is at. */
  #read(input: unknown, atOnce: boolean): void {
    this.#reader.forget();
    const { cards, findings } = this.#reader.read(input, this.urlPolicy);
    const shown = this.#card;
    // What can't be read does not take a form from under the user's hands.
    const [next = !isNothing(input) && this.#isEdited ? shown : null] = cards;
    if (shown === null || shown.key !== next?.key) this.#begin(next);
    else if (isSameVersion(shown, next) && this.#canGoOnIn(next)) this.#take(next);
    else if (this.#isReplaced) {
      this.#take(next);
      this.#dropMark();
    } else if (atOnce || !this.#isEdited) this.#show(next);
    else {
      if (!this.#update) this.#handlers.awaitUpdate();
      this.#update = next;
    }
    this.#isReplaced = false;
    if (cards.length > 1)
      findings.push({ code: 'more-cards', path: [], facts: { got: String(cards.length) } });
    this.#findings.set(findings, input, this.#card === null || isEmpty(this.#card));
  }

  /** Another card. One that has expired before it came is not removed: it was never there. */
  #begin(next: Card | null): void {
    const interaction = this.#interaction;
    if (interaction) {
      interaction.files.clear();
      if (this.#card) interaction.leaveCard(this.#card);
      // Of a card that came as the answer of the one before, that one's result is said.
      if (!this.#isReplaced) interaction.announcement = '';
    }
    this.#take(next);
    if (this.#looks) this.#dropMark();
    this.#isExpired = next !== null && isExpired(next, now());
    if (next && this.#isExpired)
      this.#store.update(next.key, (state) =>
        state.removed !== null || isEditing(next, state, true) ? state : cardRemoved(state, next, 'expired'),
      );
  }

  /** Another version of the card, which the user is told of. */
  #show(next: Card): void {
    this.#take(next);
    this.#looks = LOOKS;
  }

  #take(next: Card | null): void {
    if (next) noteShown(next);
    this.#card = next;
    this.#update = null;
  }

  /** Whether the user is at it, so that it must not change under their hands. */
  get #isEdited(): boolean {
    const { state } = this.#followed;
    return this.#card !== null && state !== UNTOUCHED && this.#handlers.isEditing(this.#card, state);
  }

  /** Some connectors keep a hash though an action is another one, such as with an address that is signed anew each time. */
  #canGoOnIn(next: Card): boolean {
    return !this.#isEdited || this.#handlers.isEditing(next, this.#followed.state);
  }

  /** Made when something happens to the card: most are only read. */
  get #handlers(): CardInteraction {
    return (this.#interaction ??= new CardInteraction(this.#place));
  }

  get #input(): unknown {
    return this.card === undefined ? this.#childText() : this.card;
  }

  readonly #readChild = () => {
    if (this.card === undefined) this.requestUpdate('card', null);
  };

  /** The JSON of a child `<script type="application/json">`; nothing for as long as a part of it is still to come. */
  #childText(): string | undefined {
    const text = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (text === undefined) return undefined;
    // Observed twice it is observed once.
    (this.#childObserver ??= new MutationObserver(this.#readChild)).observe(this, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const page = this.ownerDocument;
    try {
      if (page.readyState === 'loading') JSON.parse(text);
      return text;
    } catch {
      page.addEventListener('DOMContentLoaded', this.#readChild);
      return undefined;
    }
  }

  /** For `mf-card:state(…)`. */
  #showStates(card: Card | null, state: CardState): void {
    this.#showState('removed', card !== null && state.removed !== null && state.removed !== 'expired');
    this.#showState('expired', this.#isExpired);
    this.#showState('dismissed', state.dismissedAt !== null);
    const kinds =
      card && state !== UNTOUCHED ? card.actions.map((action) => kindOf(statusOf(state, action))) : [];
    for (const kind of SHOWN_KINDS) this.#showState(kind, kinds.includes(kind));
  }

  #makeStates(): Set<string> {
    try {
      return (this.attachInternals() as Partial<ElementInternals>).states ?? new Set();
    } catch {
      // Not every web view has them, and no document that the element is not defined in: then a card looks as ever.
      return new Set();
    }
  }

  /** Most cards are only read and never have one: what keeps them is made with the first. */
  #showState(name: string, on: boolean): void {
    if (!on && !this.#states) return;
    this.#states ??= this.#makeStates();
    if (on) this.#states.add(name);
    else this.#states.delete(name);
  }

  get #store(): CardStore {
    return this.store ?? this.#storeContext?.value ?? (this.#ownStore ??= new CardStore());
  }

  get #transport(): Transport | null {
    if (this.transport) return this.transport;
    let provided: Transport | null = null;
    this.dispatchEvent(
      new ContextEvent(transportContext, this, (value) => {
        provided = value;
      }),
    );
    return provided;
  }

  get #messages(): Messages {
    return messagesFor(this, this.#messagesContext?.value);
  }

  get #language(): string {
    return languageFor(this, this.#messages);
  }

  /** What the interaction may know of the element: a class, so that a thousand cards share its functions. */
  static readonly #Place = class implements CardPlace, EventListenerObject, LanguageFollower, Sleeper {
    readonly #element: MfCard;

    constructor(element: MfCard) {
      this.#element = element;
    }

    handleEvent(event: Event) {
      this.#element.#handlers.handleEvent(event);
      // Who pressed something of the version before has yet to see that it is another one.
      const isSeen = !event.defaultPrevented && event.type !== 'error' && event.type !== 'pointerdown';
      if (this.#element.#looks && isSeen) this.#element.#dropMark();
    }

    wake() {
      this.#element.#wake();
    }

    languageChanged() {
      this.#element.#languageChanged();
    }

    get shown() {
      return this.#element.#card;
    }

    get currentStore() {
      return this.#element.#store;
    }

    get currentMessages() {
      return this.#element.#messages;
    }

    get language() {
      return this.#element.#language;
    }

    get currentTransport() {
      return this.#element.#transport;
    }

    get timeLimit() {
      return this.#element.timeLimit;
    }

    get urlPolicy() {
      return this.#element.urlPolicy;
    }

    get root() {
      return this.#element.renderRoot as ShadowRoot;
    }

    dispatchEvent(event: Event) {
      return this.#element.dispatchEvent(event);
    }

    ancestors() {
      const found: EventTarget[] = [];
      for (let node: Node | null = this.#element; node;)
        found.push((node = node.parentNode ?? hostOf(node)) ?? window);
      return found;
    }

    requestUpdate() {
      this.#element.requestUpdate();
    }

    replace(card: unknown) {
      if (this.#element.#reader.read(card, this.#element.urlPolicy).cards.length === 0) return;
      this.#element.#isReplaced = card !== this.#element.card;
      this.#element.card = card;
    }

    showUpdate() {
      this.#element.#take(this.#element.#update ?? this.#element.#card);
      this.#element.requestUpdate();
    }

    focusWhole() {
      this.#element.focusWhole();
    }

    iconFailed() {
      this.#element.#failedIcon = this.#element.#card?.iconUrl ?? null;
      this.#element.requestUpdate();
    }
  };
}

/** What has become of an action, as a state of its card: what can be done again leaves none. */
const SHOWN_KINDS = ['pending', 'done', 'failed', 'auth-required'] as const;

function kindOf(status: ActionStatus): ActionStatus['kind'] {
  return status.kind === 'done' && status.repeatable ? 'idle' : status.kind;
}

/** Whether some of it is on the screen. */
function isInView(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight && document.visibilityState === 'visible';
}
