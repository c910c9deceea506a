import type { Facts, Severity } from './diagnostic.js';

interface DiagnosticText {
  readonly severity: Severity;
  readonly message: (facts: Facts) => string;
  readonly hint?: (facts: Facts) => string;
}

const text = (
  severity: Severity,
  message: (facts: Facts) => string,
  hint?: string | ((facts: Facts) => string),
): DiagnosticText => ({
  severity,
  message,
  ...(hint !== undefined && { hint: typeof hint === 'string' ? () => hint : hint }),
});

/** Every code, once: how grave it is, what it says of the facts, and what to do. */
export const diagnosticTexts = {
  'json-syntax': text('error', ({ got }) => got ?? 'This is not JSON.'),
  'duplicate-member': text(
    'warning',
    ({ member, got }) => `${member} is there twice; the first is at ${got}.`,
    'Only the last one is read. Remove the other.',
  ),
  'byte-order-mark': text(
    'info',
    () => 'The text begins with a byte order mark (U+FEFF), which not every reader of JSON allows.',
    'Save it as UTF-8 without BOM.',
  ),
  'not-a-card': text(
    'error',
    ({ got }) => `There is no card here: found ${got}.`,
    'Give a card, a list of cards, {"objects": […]} or {"results": […]}.',
  ),
  'wrong-type': text('error', ({ member, expected, got }) => `${member} must be ${expected}, not ${got}.`),
  'missing-member': text('error', ({ member, expected }) => `${member} is missing; it must be ${expected}.`),
  'bad-date': text(
    'error',
    ({ member, got }) => `${member} is not a date and time: ${got}.`,
    'Write it as 2026-03-31T17:00:00Z, with seconds and a zone.',
  ),
  'bad-url': text(
    'error',
    ({ member, got }) => `${member} is not an absolute URL: ${got}.`,
    'Write it in full, as in https://example.com/page; use null, or leave the member out, for no link.',
  ),
  'bad-id': text(
    'error',
    ({ member, got }) => `${member} is not a UUID: ${got}.`,
    'Write it as 123e4567-e89b-12d3-a456-426614174000.',
  ),
  'misspelt-member': text(
    'warning',
    ({ member }) => `${member} is no member that is read here.`,
    ({ expected }) => `Did you mean ${expected}?`,
  ),
  'forbidden-member': text(
    'error',
    ({ member }) => `${member} is not allowed here.`,
    ({ expected }) => (expected ? `Did you mean ${expected}?` : 'Remove it.'),
  ),
  'bad-value': text('error', ({ member, expected, got }) => `${member} must be ${expected}, not ${got}.`),
  repaired: text('warning', ({ member }) => `${member} has an unusual form.`),
  'empty-card': text(
    'warning',
    () => 'This card has nothing to show.',
    'Give it at least a header.title or a body.description.',
  ),
  'empty-list': text('info', () => 'There are no cards in this response.'),
  'more-cards': text(
    'info',
    ({ got }) => `There are ${got} cards; this element shows the first.`,
    'Use mf-card-feed to show them all.',
  ),
  'unknown-field-type': text(
    'warning',
    ({ got }) => `The field type ${got} is not known.`,
    'Its title and texts are shown plainly. Known are GENERAL, SECTION, COMMENT, ATTACHMENT_URL, ATTACHMENT and TRIPINFO.',
  ),
  'unknown-action-key': text(
    'info',
    ({ got }) => `The action key ${got} is not known.`,
    ({ expected }) =>
      `${expected ? `Did you mean ${expected}? ` : ''}It is treated as USER_INPUT when it asks for input, else as DIRECT.`,
  ),
  'unknown-format': text(
    'warning',
    ({ got }) => `The input format ${got} is not known; a text field is shown.`,
  ),
  'blocked-url': text(
    'warning',
    ({ member, got }) => `${member} is not used: ${got}.`,
    'https, http, mailto, tel, sms and relative URLs are; a host can allow further schemes.',
  ),
  'blocked-action': text('warning', ({ member, got }) => `The action ${member} can't be done: ${got}.`),
  'clashing-value': text(
    'warning',
    ({ got }) => `The input ${got} has the name of a fixed request value.`,
    'What the user answers is sent, the fixed value is not.',
  ),
  'dropped-input': text('warning', ({ member, got }) => `The input ${member} is left out: ${got}.`),
  'no-options': text(
    'warning',
    ({ member }) => `The select ${member} has no options; a text field is shown.`,
  ),
  'not-actionable': text(
    'info',
    () => 'This card says that nothing can be done with it.',
    'It is shown all the same; some clients hide such cards.',
  ),
  'flat-chat-item': text(
    'warning',
    () => 'This chat item has no itemDetails round its members.',
    'They are read as they are. Put all but children into itemDetails, where every client looks for them.',
  ),
  'unsent-headers': text(
    'warning',
    ({ got }) => `Of the headers of an action only Content-Type is sent, not ${got}.`,
    'A host that trusts the connector can take them from the action of the request.',
  ),
  'too-deep': text(
    'warning',
    ({ expected }) => `Items that lie more than ${expected} deep are left out.`,
    'Send them as items of their own.',
  ),
  'too-long': text('warning', ({ member, expected }) => `${member} is cut after ${expected} characters.`),
  'too-many': text('warning', ({ member, expected }) => `Only the first ${expected} of ${member} are shown.`),
  'opposite-actions': text(
    'warning',
    ({ member, got }) => `${got} and ${member} don't exclude each other.`,
    'Give both the same mutually_exclusive_set_id, or a user can do one after the other.',
  ),
  'no-inputs': text(
    'info',
    ({ member }) => `The action ${member} is USER_INPUT but asks for nothing; it is sent at one press.`,
    'Write DIRECT, or give it a user_input.',
  ),
  'unused-inputs': text(
    'warning',
    ({ member }) => `The action ${member} sends nothing, so its user_input is never shown.`,
    'Use USER_INPUT to ask for something.',
  ),
  expired: text('warning', ({ got }) => `This card expired at ${got}, before it arrived.`),
  'plain-http': text(
    'warning',
    ({ member }) => `The action ${member} goes over plain http: what the user enters can be read on the way.`,
    'Use https.',
  ),
  'nameless-attachment': text(
    'info',
    () => 'A file has no name, so its URL is shown in its place.',
    'Give it an attachment_name.',
  ),
  'same-card-twice': text(
    'warning',
    ({ got }) => `Another card of this response has the same identity (${got}).`,
    'Give each record its own backend_id.',
  ),
} as const satisfies Record<string, DiagnosticText>;

export type DiagnosticCode = keyof typeof diagnosticTexts;
