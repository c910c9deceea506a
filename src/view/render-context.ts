import type { TemplateResult } from 'lit';
import type { Locale } from '../messages/formats.js';
import type { Messages } from '../messages/en.js';
import type { ActionInput, Attachment, Card, CardAction, CardField, InputValue } from '../schema/model.js';
import type { CardState } from '../state/card-state.js';

/** Where on the card a URL to open comes from. */
export type OpenReason = 'title' | 'subtitle' | 'link' | 'open-in' | 'attachment';

/** What the user can do to a card. The element is the only one to implement it. */
export interface CardHandlers {
  press(action: CardAction): void;
  submit(action: CardAction): void;
  /** Closes the form, gives up what is on its way, or puts away what has gone wrong in another version of the card. */
  cancel(action: Pick<CardAction, 'slot'>): void;
  enter(action: CardAction, input: ActionInput, value: InputValue): void;
  leave(action: CardAction, input: ActionInput): void;
  /** Narrows a long list of options to those with this text. */
  filter(action: CardAction, input: ActionInput, text: string): void;
  undo(): void;
  /** Shows the version of the card that waits. */
  showUpdate(): void;
  open(event: Event, url: string, reason: OpenReason): void;
  openAction(event: Event, action: CardAction): void;
  attachment(event: Event, attachment: Attachment): void;
  giveUpAttachment(attachment: Attachment): void;
  /** Opens or folds a named part: a long text, or the rows beyond `max-rows`. */
  toggle(part: string): void;
}

/** How a file fares; `received` and `total` are bytes, `total` is `null` while it is not known. */
export type AttachmentState =
  | {
      readonly kind: 'loading';
      readonly abort: AbortController;
      readonly received: number;
      readonly total: number | null;
    }
  | { readonly kind: 'failed'; readonly said: 'attachmentFailed' | 'attachmentSignedOut' };

/** How the files of a card fare, by URL; what is not there is at rest. */
export type AttachmentStates = ReadonlyMap<string, AttachmentState>;

/** A host's own look for a field: gets the field and its wire JSON, gives back a Lit template. */
export type FieldTemplate = (field: CardField, source: unknown, context: RenderContext) => TemplateResult;

/** By field type as on the wire, such as `GENERAL` or a connector's own. */
export type FieldTemplates = Readonly<Record<string, FieldTemplate>>;

/** All that templates know. Made anew for each rendering; of it they change `trueUntil` only. */
export interface RenderContext {
  readonly card: Card;
  readonly state: CardState;
  /** Made when first asked for: ask in a listener, not while drawing. */
  readonly handlers: CardHandlers;
  readonly messages: Messages;
  readonly locale: Locale;
  /** Epoch milliseconds. */
  readonly now: number;
  /**
   * When something that is drawn stops being true, in epoch milliseconds: then the card is drawn again. Lowered by what
   * draws it.
   */
  trueUntil: number;
  /** Whether the card's time has passed: its actions can't be used any more. */
  readonly expired: boolean;
  /** Whether a new version of the card waits until the user is done with this one. */
  readonly hasUpdate: boolean;
  /** 1 to 6. */
  readonly headingLevel: number;
  /** How many fields are shown before the rest is folded; 0 for all. */
  readonly maxRows: number;
  readonly iconFailed: boolean;
  /** Said by assistive technology when it changes. */
  readonly announcement: string;
  readonly attachments: AttachmentStates;
  readonly fieldTemplates: FieldTemplates;
  /**
   * Draws a text that has tags; `null` where rich text is not wanted.
   *
   * @param name - names the text; unique within the card.
   */
  readonly rich: ((text: string, name: string) => string | Element) | null;
}
