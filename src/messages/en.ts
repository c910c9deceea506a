/**
 * The library's own texts, in English. `mf-card/messages/de` and its like have the same texts in other languages.
 *
 * @module mf-card/messages/en
 */
import type { DiagnosticTranslation } from '../diagnostics/diagnostic.js';
import { ownWords } from '../schema/own-words.js';
import { isolated } from './isolated.js';

/*
 * For translators: an employee reads these on a phone, between two meetings. Be brief and polite, as business software is
 * in your language; say what happened and what can be done. `docs/languages.md` tells how a language is added.
 */

/** Every text of the library's own, in English. Other languages have the same members. */
export const en = {
  /** The language the texts are in, and with them dates and numbers; `''` for the page's. */
  locale: 'en',
  /** A label and what belongs to it, wherever the two are put together. */
  labelled: (label: string, text: string) => `${label}: ${text}`,

  // The card. `when` is "in 2 hours", "yesterday" or a date, and may stand alone.
  due: (when: string) => `Due ${when}`,
  overdue: (when: string) => `Overdue: ${when}`,
  expires: (when: string) => `Expires ${when}`,
  expired: (when: string) => `Expired ${when}`,
  hasExpired: 'This card has expired. Its actions can’t be used any more.',
  hasExpiredTyped:
    'This card has expired and can’t be sent any more. What you entered is still here to be copied.',
  /** A mark on a card that has changed. */
  updated: 'Updated',
  hasUpdate: 'This card was updated.',
  /** A button: shows the new version of the card. */
  showUpdate: 'Show',
  showMore: 'Show more',
  showLess: 'Show less',
  /** Of the facts of a card. */
  showMoreRows: (count: number) => `Show ${count} more`,
  /** Heard before the card's name. */
  links: 'Related links',
  openAtVendor: 'Open at the source',
  attachmentLoading: 'Getting the file …',
  attachmentProgress: (received: string, total: string) => `${received} of ${total}`,
  attachmentFailed: 'The file could not be loaded.',
  attachmentSignedOut: 'You are not signed in any more. Sign in, then try again.',
  save: 'Save',
  close: 'Close',
  /** Name of a card that has none. */
  unknownCard: 'Card',
  date: 'Date',
  time: 'Time',
  /** Labels of a flight: where it goes to, … */
  destination: 'To',
  flight: 'Flight',
  terminal: 'Terminal',
  gate: 'Gate',
  /** Before the names of those who travel as well. */
  travellers: 'With',

  // Nothing to show
  noCard: 'There is no card to show.',
  unreadable: 'This card can’t be shown.',
  emptyCard: 'This card has nothing to show.',
  /** What is said of faulty card JSON, in another language; see `translated`. */
  diagnostics: null as DiagnosticTranslation | null,
  faultAt: (line: number, column: number) => `Line ${line}, column ${column}`,
  emptyFeed: 'Nothing needs your attention.',
  emptyFilter: 'No card is like that.',
  loadingFeed: 'Loading cards …',
  feedLabel: 'Cards',
  /** A mark on a card that was not seen. */
  unread: 'New',
  newCards: (count: number) => (count === 1 ? '1 new card' : `${count} new cards`),
  goneCard: 'This card is not needed any more.',
  /** Headings of groups of cards. */
  priorityGroup: 'Priority',
  actionableGroup: 'To do',
  informationalGroup: 'For information',
  groupCount: (count: number) => `${count}`,
  loadFailed: 'The cards could not be loaded.',
  refreshFailed: 'New cards could not be loaded. What you see may be out of date.',
  connectorFailed: (connector: string) =>
    `${isolated(connector)} can’t be reached: its newest cards are missing.`,
  loadMore: 'Show more cards',

  /** Those that reading a card takes; see there. */
  ...ownWords,

  // Actions
  submit: 'Submit',
  cancel: 'Cancel',
  sending: 'Sending …',
  retry: 'Try again',
  /** Beside an action that can't be used. */
  blockedAction: 'not available',
  stillSending: 'This takes long. You can cancel it.',
  cancelled: 'Cancelled. It was not sent.',
  dismissed: 'Dismissed.',
  dismissedForNow: (title: string) => `${isolated(title)} is dismissed. You can undo it for a few seconds.`,
  undo: 'Undo',
  undone: 'It is back.',
  removed: (title: string) => `${isolated(title)} is done and goes from the list.`,
  expiredCard: (title: string) => `${isolated(title)} has expired and goes from the list.`,

  // Inputs. `label` is the name of an input; the examples are what is accepted, letter by letter.
  /** Beside the label. */
  required: 'required',
  choose: 'Choose …',
  missing: (label: string) => `${isolated(label)} is needed.`,
  tooShort: (min: number, count: number) => `At least ${min} characters; there are ${count}.`,
  tooLong: (max: number, count: number) => `At most ${max} characters; there are ${count}.`,
  tooLow: (min: number) => `At least ${min}.`,
  tooHigh: (max: number) => `At most ${max}.`,
  notNumber: 'Write a number, such as 12.5.',
  notDigits: 'Write digits only.',
  notTenDigits: 'Write ten digits.',
  notEmail: 'Write an e-mail address, such as name@example.com.',
  notTel: 'Write a telephone number.',
  notUrl: 'Write a web address in full, such as https://example.com.',
  notDate: 'Write a whole date, such as 2026-03-31.',
  notTime: 'Write a whole time, such as 14:30.',
  notDatetime: 'Write a whole date and time.',
  /** Of two and more. */
  faults: (count: number) => `${count} inputs need attention.`,
  search: (label: string) => `Search: ${isolated(label)}`,
  shownOptions: (count: number, all: number) => `${count} of ${all} shown.`,
  remaining: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),

  // Failures. Never say that something was sent, or was not, where it is not known.
  failedTitle: 'That didn’t work',
  failed: 'It was not accepted. What you entered is still here.',
  failedInputs: 'It was not accepted: see what is marked in the form.',
  failedOtherInputs: 'It was not accepted:',
  /** With the status of HTTP, such as 404. */
  refused: (status: number) => `The other side refused it (${status}). What you entered is still here.`,
  noHost: 'Nothing here takes this action. It was not sent.',
  hostFailed: 'Sending failed. It may or may not have arrived; what you entered is still here.',
  offline: 'You are offline. It was not sent; what you entered is still here.',
  timedOut:
    'No answer came in time. It may or may not have arrived; trying again is safe where the system recognises repeats.',
  givenUp:
    'You did not wait for an answer. It may or may not have arrived; trying again is safe where the system recognises repeats.',
  interrupted:
    'The page was left before an answer came. It may or may not have arrived; trying again is safe where the system recognises repeats.',
  redirected: 'It was led to another page, as happens when a sign-in has ended. It was not accepted.',
  signedOut: 'You are not signed in any more. Sign in, then try again; what you entered is still here.',
  identity: 'This action needs to know that it is you, and this page can’t check that. It was not sent.',
  unwritable: 'This action can’t be written in the form it asks for. It was not sent.',
  authRequired: (connector: string) => `Sign in to ${isolated(connector)} again to go on.`,
};

/** The texts a host may replace, one by one or all: see the `messages` property. */
export type Messages = typeof en;
