/*
 * What templates draw: camelCase, absent is `null`, lists always there, instants in epoch milliseconds,
 * URLs already judged by the URL policy (a refused one is `null`). The wire names end in the reader.
 */

/** One card, ready to draw. Made by {@link readCards} only. */
export interface Card {
  /** Identity across polls: connector and backend id, else connector and hash, else id, else the content. */
  readonly key: string;
  readonly id: string | null;
  /** The connector's family name, such as `Concur`. */
  readonly name: string | null;
  readonly connectorId: string | null;
  readonly backendId: string | null;
  /** Changes when the content does. Set by the connector. */
  readonly hash: string | null;
  /** 0 is the most important; `null` sorts last. */
  readonly importance: number | null;
  readonly iconUrl: string | null;
  /** What the picture shows, in words; `null` where it only decorates. */
  readonly iconText: string | null;
  readonly createdAt: number | null;
  readonly expiresAt: number | null;
  readonly dueAt: number | null;
  readonly title: string | null;
  readonly titleUrl: string | null;
  readonly subtitles: readonly LinkedText[];
  readonly links: readonly LinkedText[];
  readonly banner: readonly BannerItem[];
  readonly description: string | null;
  readonly fields: readonly CardField[];
  /** In the order of the wire, most important first; then those of nested items, see {@link CardAction.grouped}. */
  readonly actions: readonly CardAction[];
  readonly stickyUntil: number | null;
  readonly tags: readonly string[];
  /** `false` where the connector says that there is nothing to do: a feed leaves the card out. */
  readonly isActionable: boolean;
  /** What a chat item says of its conversation; `null` for a card. */
  readonly chat: ChatFacts | null;
  /** The wire JSON, untouched, with every member this library does not know. */
  readonly source: unknown;
}

/** Where a chat item stands in its conversation. As on the wire: nothing of it is drawn. */
export interface ChatFacts {
  /** `text`, `button`, `status`, `item`, `confirmation`, …: for a host that lays out a conversation. */
  readonly type: string | null;
  readonly contextId: string | null;
  readonly workflowId: string | null;
  /** `Complete` ends the flow, `Incomplete` expects more. */
  readonly workflowStep: string | null;
}

/** Text, and where it leads; `url` is `null` when it leads nowhere. */
export interface LinkedText {
  readonly text: string;
  readonly url: string | null;
}

/** A picture or a video of the banner. */
export interface BannerItem {
  readonly kind: 'image' | 'video';
  /** `null` where it can't be used: then there are words at least. */
  readonly url: string | null;
  readonly title: string | null;
  readonly description: string | null;
}

/** A picture, and what it shows in words. */
export interface Picture {
  readonly url: string;
  readonly text: string | null;
}

/**
 * What kind of field it is; `unknown` is drawn from whatever it holds. A table of a chat item is a `section`, an
 * item within it is `nested`.
 */
export type FieldKind = 'general' | 'section' | 'comment' | 'attachment' | 'trip' | 'nested' | 'unknown';

/** One field of the body. Members beyond those its kind is made for are kept, so that nothing sent is lost. */
export interface CardField {
  readonly kind: FieldKind;
  /** As on the wire, such as `GENERAL`. */
  readonly type: string;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly description: string | null;
  readonly items: readonly (FactItem | Attachment)[];
  readonly comments: readonly Comment[];
  readonly trip: Trip | null;
  readonly nested: NestedItem | null;
  /** Where its wire JSON lies in `card.source`. */
  readonly path: WirePath;
}

/** Member names and positions, from the outside in. */
export type WirePath = readonly (string | number)[];

/** What an item within a chat item has beyond its title, subtitle and description: one thing in a cart, say. */
export interface NestedItem {
  readonly titleUrl: string | null;
  readonly summary: string | null;
  readonly picture: Picture | null;
  readonly links: readonly LinkedText[];
  /** Its tables, then the items within it. */
  readonly fields: readonly CardField[];
  /** Its own, each of them among `card.actions` as well. */
  readonly actions: readonly CardAction[];
}

/** A label and its value. */
export interface FactItem {
  readonly kind: 'fact';
  readonly title: string | null;
  readonly description: string | null;
  /** Makes the value a link. */
  readonly url: string | null;
  readonly picture: Picture | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
}

/** A file. Its `url` usually needs the host's credentials, so the host is asked first. */
export interface Attachment {
  readonly kind: 'attachment';
  /** The file's name, else the title: never empty. */
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly url: string | null;
  /** HTTP method for `url`. */
  readonly method: string;
  readonly contentType: string | null;
  readonly sizeBytes: number | null;
  /** The same file on the vendor's own site. */
  readonly vendorUrl: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
}

/** What somebody said, and when. */
export interface Comment {
  readonly author: string | null;
  readonly text: string;
  readonly createdAt: number | null;
}

/** An itinerary: its summary, its stops, and its legs. */
export interface Trip {
  readonly stops: readonly TripStop[];
  readonly event: string | null;
  readonly date: string | null;
  readonly others: readonly string[];
  readonly legs: readonly TripLeg[];
}

/** A stop of a trip, in the older form. */
export interface TripStop {
  readonly title: string | null;
  readonly text: string | null;
  readonly imageUrl: string | null;
}

/** Texts as sent: a leg's date and time are local to the airport and never moved. */
export interface TripLeg {
  readonly date: string | null;
  readonly time: string | null;
  readonly destination: string | null;
  readonly flight: string | null;
  readonly terminal: string | null;
  readonly gate: string | null;
}

/**
 * What pressing an action does:
 * `send` submits its request (asking for inputs first when it has any), `open` opens `url`,
 * `dismiss` takes the card away without asking anybody, `sign-in` asks the host to renew the connector's sign-in,
 * `none` can't be done (see `blockedBy`).
 */
export type ActionKind = 'send' | 'open' | 'dismiss' | 'sign-in' | 'none';

/** The methods that the published schema allows; two of them are never sent. */
export type HttpMethod = 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT' | 'TRACE';

/** Why an action can't be done. */
export type ActionBlock = 'no-url' | 'blocked-url' | 'method' | 'request';

/** Something that the user can do, ready to draw and to encode. */
export interface CardAction {
  readonly kind: ActionKind;
  /** Names this action within its card across polls; ids on the wire are neither stable nor unique. */
  readonly slot: string;
  /** Where its wire JSON lies in `card.source`. */
  readonly path: WirePath;
  readonly id: string | null;
  /** `DIRECT`, `USER_INPUT`, … as on the wire; in a chat item, which has none, what the action amounts to. */
  readonly actionKey: string;
  readonly label: string;
  /** Explains the action. */
  readonly description: string | null;
  readonly completedLabel: string;
  readonly primary: boolean;
  readonly url: string | null;
  readonly method: HttpMethod;
  readonly contentType: string;
  /** Fixed values to send along. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly inputs: readonly ActionInput[];
  readonly allowRepeated: boolean;
  readonly removesCard: boolean;
  /** Of the actions that share it only one can be done. */
  readonly exclusiveSet: string | null;
  /** Anything but an absent member or `false` counts as `true`. */
  readonly mfaRequired: boolean;
  readonly blockedBy: ActionBlock | null;
  /** Whether it stands with the nested item that it belongs to, not at the foot of the card. */
  readonly grouped: boolean;
}

/** How an input is asked for, and how its answer is judged. */
export type InputFormat =
  | 'text'
  | 'textarea'
  | 'password'
  | 'number'
  | 'range'
  | 'email'
  | 'tel'
  | 'url'
  | 'date'
  | 'time'
  | 'datetime'
  | 'select'
  | 'radio'
  | 'checkbox';

/** Rules of old connectors beside the format: whole digits, ten digits, an address, a calendar date. */
export type InputRule = 'numeric' | 'phone' | 'email' | 'date';

/** What an input holds: a list only for a checkbox with options. */
export type InputValue = string | readonly string[];

/** One thing that the user is asked for. */
export interface ActionInput {
  /** The key its value is sent under. */
  readonly id: string;
  readonly label: string;
  readonly format: InputFormat;
  /** Explains the field. */
  readonly help: string | null;
  /** In their order. A checkbox without any is a single box, whose value is `true`. */
  readonly options: readonly InputOption[];
  /** Whether it must be filled: it has a `min_length`, or the rule `required`. */
  readonly required: boolean;
  /** In UTF-16 units, of what is typed; 0 is no limit. */
  readonly minLength: number;
  readonly maxLength: number;
  readonly rules: readonly InputRule[];
  /** Of a number; `null` is no limit. */
  readonly min: number | null;
  readonly max: number | null;
  /** Value at first; one that the options don't have is none. */
  readonly preset: InputValue;
}

/** Something to choose, with the value that is sent for it. */
export interface InputOption {
  readonly value: string;
  readonly label: string;
}

/** What the user answered, by input id. */
export type ActionValues = Readonly<Record<string, InputValue>>;
