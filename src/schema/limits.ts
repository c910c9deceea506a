/** How much of a response is read. What is over a limit is left out and announced; nothing fails. */
export interface Limits {
  /** Cards in one response. */
  readonly cards: number;
  /** Elements of any list in a card: fields, items, comments, actions, options … */
  readonly list: number;
  /** Pictures and videos of a banner. */
  readonly media: number;
  /** Items within items of a chat item. */
  readonly depth: number;
  /** Characters (UTF-16 units) of any text. */
  readonly text: number;
  /** Findings about one response; whether there is an error among them is known all the same. */
  readonly findings: number;
}

/** Deeper items are neither read nor judged, whatever a host asks for: a stack holds some thousand calls, and each item takes a dozen. */
export const DEEPEST = 250;

/** The limits that hold when none are given. */
export const DEFAULT_LIMITS: Limits = {
  cards: 20_000,
  list: 500,
  media: 12,
  depth: 20,
  text: 20_000,
  findings: 10_000,
};
