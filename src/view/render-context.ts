import type { TemplateResult } from 'lit';
import type { Locale } from '../messages/formats.js';
import type { Messages } from '../messages/en.js';
import type { ActionInput, Attachment, Card, CardAction, CardField } from '../schema/model.js';
import type { CardState } from '../state/card-state.js';

/** Where on the card a URL to open comes from. */
export type OpenReason = 'title' | 'subtitle' | 'link' | 'open-in' | 'attachment';

/** What the user can do to a card. The element is the only one to implement it. */
export interface CardHandlers {
  press(action: CardAction): void;
  submit(action: CardAction): void;
  cancel(action: CardAction): void;
  enter(action: CardAction, input: ActionInput, value: string): void;
  leave(action: CardAction, input: ActionInput): void;
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
  | { readonly kind: 'failed' };

/** How the files of a card fare, by URL; what is not there is at rest. */
export type AttachmentStates = ReadonlyMap<string, AttachmentState>;

/** A host's own look for a field: gets the field and its wire JSON, gives back a Lit template. */
export type FieldTemplate = (field: CardField, source: unknown, context: RenderContext) => TemplateResult;

/** By field type as on the wire, such as `GENERAL` or a connector's own. */
export type FieldTemplates = Readonly<Record<string, FieldTemplate>>;

/** All that templates know. Made anew for each rendering; never changed by them. */
export interface RenderContext {
  readonly card: Card;
  readonly state: CardState;
  readonly handlers: CardHandlers;
  readonly messages: Messages;
  readonly locale: Locale;
  /** Epoch milliseconds. */
  readonly now: number;
  /** 1 to 6. */
  readonly headingLevel: number;
  /** How many fields are shown before the rest is folded; 0 for all. */
  readonly maxRows: number;
  readonly iconFailed: boolean;
  /** Said by assistive technology when it changes. */
  readonly announcement: string;
  readonly attachments: AttachmentStates;
  readonly fieldTemplates: FieldTemplates;
}
