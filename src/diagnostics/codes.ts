/**
 * What is said of a finding. `{member}` and its like are filled in from the facts, last of all, so that a
 * translation needs nothing but sentences.
 */
interface DiagnosticText {
  readonly message: string;
  /** What to do. Where the facts tell of a `repair`, that is said first. */
  readonly hint?: string;
}

const text = (message: string, hint?: string): DiagnosticText => ({
  message,
  ...(hint !== undefined && { hint }),
});

/** Every code, once: what it says of the facts, and what to do. How grave it is: `severity.ts`. */
export const diagnosticTexts = {
  'json-syntax': text('{got}'),
  'duplicate-member': text(
    '{member} is there twice; the first is at {got}.',
    'Only the last one is read. Remove the other.',
  ),
  'byte-order-mark': text(
    'The text begins with a byte order mark (U+FEFF), which not every reader of JSON allows.',
    'Save it as UTF-8 without BOM.',
  ),
  'inexact-number': text('The number {got} is read as {expected}.', 'Write it as a text.'),
  'half-character': text('Half of a character stands here ({got}).', 'Cut texts between characters.'),
  'broken-character': text(
    'A character was lost here (U+FFFD): the text was not UTF-8.',
    'Send and save it as UTF-8.',
  ),
  'not-a-card': text(
    'There is no card here: found {got}.',
    'Give a card, a list of cards, {"objects": […]} or {"results": […]}.',
  ),
  'wrong-type': text('{member} must be {expected}, not {got}.'),
  'missing-member': text('{member} is missing; it must be {expected}.'),
  'bad-date': text(
    '{member} is not a date and time: {got}.',
    'Write it as 2026-03-31T17:00:00Z, with seconds and a zone.',
  ),
  'bad-url': text(
    '{member} is not a valid absolute URL: {got}.',
    'Write it in full, as in https://example.com/page; use null, or leave the member out, for no link.',
  ),
  'bad-id': text('{member} is not a UUID: {got}.', 'Write it as 123e4567-e89b-12d3-a456-426614174000.'),
  'misspelt-member': text('{member} is no member that is read here.', 'Did you mean {expected}?'),
  'misplaced-member': text('{member} is not read here.', 'It belongs in {expected}.'),
  'reserved-name': text(
    '{member} is a name that every object has; it is not read.',
    'Use another name: programs that copy such a member may break.',
  ),
  'forbidden-member': text('{member} is not allowed here.', 'Only the members of the format are.'),
  'bad-value': text('{member} must be {expected}, not {got}.'),
  repaired: text('{member} has an unusual form.'),
  'empty-card': text(
    'This card has nothing to show.',
    'Give it at least a header.title or a body.description; a chat item, a title in its itemDetails.',
  ),
  'empty-part': text('There is nothing to show in this part, so it is left out.', 'Fill it, or remove it.'),
  'no-title': text(
    'This card has no title, so lists and screen readers have no name for it.',
    'Give it a header.title.',
  ),
  'empty-list': text('There are no cards in this response.'),
  'more-cards': text(
    'There are {got} cards; this element shows the first.',
    'Use mf-card-feed to show them all.',
  ),
  'unknown-field-type': text(
    'The field type {got} is not known.',
    'Its title and texts are shown plainly. Known are GENERAL, SECTION, COMMENT, ATTACHMENT_URL, ATTACHMENT and TRIPINFO.',
  ),
  'unknown-action-key': text(
    'The action key {got} is not known: the action asks for its input, if it has any, and is sent.',
  ),
  'unknown-format': text('The input format {got} is not known; a text field is shown.'),
  'unknown-rule': text(
    'The rule {got} of the input {member} is not known; it is not checked.',
    'Known are required, numeric, phone, email and date.',
  ),
  'blocked-url': text(
    '{member} is not used: {expected}, {got}.',
    'https, http, mailto, tel, sms and relative URLs are; a host can allow further schemes.',
  ),
  'blocked-action': text("The action {member} can't be done: {got}."),
  'clashing-value': text(
    'The input {got} has the name of a fixed request value.',
    'What the user answers is sent, the fixed value is not.',
  ),
  'dropped-input': text('The input {member} is left out: {got}.'),
  'no-options': text('The input {member} has no options to choose from; a text field is shown.'),
  'same-option': text(
    'The option {member} has the value of one before it, so it is left out.',
    'Give each a value of its own.',
  ),
  'not-actionable': text(
    'This card says that nothing can be done with it.',
    'It is shown all the same; some clients hide such cards.',
  ),
  'flat-chat-item': text(
    'This chat item has no itemDetails round its members.',
    'They are read as they are. Put all but children into itemDetails, where every client looks for them.',
  ),
  'unsent-headers': text(
    'Of the headers of an action only Content-Type is sent, not {got}.',
    'A host that trusts the connector can take them from the action of the request.',
  ),
  'too-deep': text(
    'Items that lie more than {expected} deep are left out.',
    'Send them as items of their own.',
  ),
  'too-long': text('{member} is cut after {expected} characters.'),
  'too-many': text('Only the first {expected} of {member} are shown.'),
  'min-over-max': text(
    '{member} asks for {expected} characters and allows {got}; the maximum is not kept to.',
    'Raise the maximum, or leave it out.',
  ),
  'opposite-actions': text(
    "{got} and {member} don't exclude each other.",
    'Give both the same mutually_exclusive_set_id, or a user can do one after the other.',
  ),
  'lone-exclusive-set': text(
    'No other action shares the set of {member}, so it excludes nothing.',
    'Give all that exclude each other the same mutually_exclusive_set_id.',
  ),
  'same-action-id': text(
    'The action {member} has the id of an action before it.',
    'Make a new UUID for each.',
  ),
  'several-primary': text(
    'The action {member} is primary, as one before it is.',
    'Let the one that matters most be primary.',
  ),
  'no-inputs': text(
    'The action {member} is USER_INPUT but asks for nothing; it is sent at one press.',
    'Write DIRECT, or give it a user_input.',
  ),
  'unused-inputs': text(
    'The action {member} sends nothing, so its user_input is never shown.',
    'Use USER_INPUT to ask for something.',
  ),
  'input-in-url': text(
    'What the user enters for {member} goes into the URL, where histories and logs keep it.',
    'Use POST.',
  ),
  'repeat-removed': text(
    'The action {member} can be done again, yet takes the card away.',
    'Leave out allow_repeated, or remove_card_on_completion.',
  ),
  'unwritable-content': text("The action {member} can't be sent: nothing here writes {got}."),
  'unseen-characters': text(
    "The label {member} can't be seen, or has characters that make it read as another one.",
    'Write it in plain letters.',
  ),
  expired: text('This card expired at {got}, before it arrived.'),
  'sticky-over': text(
    'This card was to stick until {got}, which is over.',
    'Leave sticky out, or move its until.',
  ),
  'created-later': text(
    'This card says that it was made at {got}, which is still to come.',
    'Let creation_date be when the card was made.',
  ),
  'plain-http': text(
    '{got} goes over plain http: what is sent and shown can be read and changed on the way.',
    'Use https.',
  ),
  'nameless-attachment': text(
    'A file has no name, so {got} is shown in its place.',
    'Give it an attachment_name.',
  ),
  'unlinked-attachment': text(
    "The file {got} has no URL, so it can't be opened.",
    'Give it an attachment_url.',
  ),
  'same-card-twice': text(
    'Another card of this response has the same identity ({got}).',
    'Give each record its own backend_id.',
  ),
} as const satisfies Record<string, DiagnosticText>;

/** What a finding is about, in a word that stays the same in all languages: one of docs/diagnostics.md. */
export type DiagnosticCode = keyof typeof diagnosticTexts;

/** The words that facts name: the only part of a fact that is in a language. `{0}` is what the fact brings along. */
export const diagnosticWords = {
  // What a value is, or should be
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  list: 'a list',
  objects: 'a list of objects',
  undefined: 'nothing',
  integer: 'a whole number',
  'integer>=0': 'a whole number from 0',
  uri: 'an absolute URL',
  'uri|null': 'an absolute URL or null',
  'date-time': 'a date and time',
  uuid: 'a UUID',
  'one-of': 'one of {0}',
  'the-text': 'the text {0}',
  'text-of-json': 'JSON written as a text, so twice over',
  'this-card': 'this card',
  'card-itself': 'the card itself',
  'each-of': 'each of {0}',
  cards: 'the cards',
  findings: 'the findings',
  place: 'line {0}, column {1}',

  // What was done about it
  'read-as': 'It was read as {0}.',
  'read-in': 'It was read in {0}.',
  'left-out': 'It was left out.',
  'response-within': 'It holds a response: put the cards themselves into the list.',
  'card-within': 'It holds cards in {0}: give what is in there alone.',
  'no-such-option': 'No option has it, so none is chosen.',
  'no-such-time': 'It is no date or time that can be shown there, so there is none at first.',
  'its-href': 'its href',
  'list-of-one': 'a list of one',
  choices: 'a list of choices',
  both: '{0} {1}',
  'did-you-mean': 'Did you mean {0}?',

  // Why a URL is not used
  'url-blank': 'it is blank',
  'url-too-long': 'it is too long',
  'url-unsafe': 'such a URL can run script or read local content',
  'url-scheme': 'its scheme is not allowed here',
  'url-media': 'this page loads no pictures and videos from there',

  // Why a request can't be written, and what to do about it
  'writable-types': 'Use application/x-www-form-urlencoded or application/json.',
  'deep-request': 'a request as deep as its own',
  'less-deep': 'Nest its values less.',

  // Why an action can't be done
  'action-no-url': 'it has no URL',
  'action-method': "the method {0} can't be sent from a page",
  'action-blocked-url': 'its URL is for opening, not for sending to',
  'action-credentials': 'its URL holds a name or a password, which no page can send',
  'action-unreadable-url': 'no browser can read its URL',
  'action-request': 'its {0} must be an object, not {1}',

  // Why a text is no JSON, and what to do about it
  'no-text': 'There is no text.',
  'paste-cards': 'Paste a card, or a response with cards.',
  'cut-off': 'The text ends before {0} that begins at {1} does.',
  'the-object': 'the object',
  'the-list': 'the list',
  'bracket-missing': 'Is a "{0}" missing, or was the text cut off?',
  'closes-more': '"{0}" closes more than was opened.',
  'bracket-too-many': 'Is there one too many, or does one before it close too early?',
  'second-text': 'A second JSON text begins here.',
  'make-a-list': 'Put several cards into a list: [ … , … ].',
  'more-follows': 'The JSON text ended before this, yet more follows.',
  'closes-early': 'Does a "}" or "]" before this close too early?',
  'no-comments': 'JSON has no comments.',
  'remove-it': 'Remove it.',
  'expected-colon': 'Expected ":" after the member\'s name.',
  'expected-more': 'Expected "," or "{0}", found "{1}".',
  'expected-before': 'Expected "," or "{0}" before this.',
  'still-open': 'What was opened last is closed by "{0}".',
  'colon-too-many': 'Is there one ":" too many?',
  'member-in-list': 'A list has no named members: is a "]" missing before this one?',
  'comma-missing': 'Is a comma missing at the end of what comes before?',
  'name-quotes': 'The name of a member must stand in double quotes.',
  'expected-name': 'Expected the name of a member, found "{0}".',
  'expected-value': 'Expected a value, found "{0}".',
  'comma-last': 'A comma stands before this "{0}".',
  'remove-comma': 'Remove the one at {0}: JSON has none after the last element.',
  'not-json': 'This is not JSON.',
  'remove-before': 'Remove what stands before the first "{" or "[".',
  'odd-character': "A character that can't be seen stands here, {0}; JSON does not know it.",
  'replace-it': 'Replace it by a space, or remove it.',
  conflict: 'A merge conflict begins here.',
  'resolve-it': 'Keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
  html: 'This is HTML or XML, not JSON.',
  'served-instead': 'A sign-in or error page may have been served in place of the cards.',
  'no-value': '{0} is not a JSON value.',
  write: 'Write {0}.',
  'write-numbers': 'Write numbers as in -12.5 or 0.5.',
  'text-quotes': 'Texts stand in double quotes.',
  'line-break': 'A line break inside a text.',
  'line-break-why': 'Write \\n, or join the lines. Is a closing quote missing?',
  control: 'A control character inside a text.',
  'control-why': 'Write it as an escape, such as \\t.',
  'no-escape': '{0} is not an escape JSON knows.',
  backslash: 'Write a backslash as \\\\.',
  'never-ends': 'The text that begins here never ends.',
  'quote-missing': 'Is a closing quote missing?',

  // Why an input is left out
  'input-no-id': 'it has no id to be sent under',
  'input-same-id': 'another one has the same id',
} as const satisfies Record<string, string>;

/** The name of one of the `diagnosticWords`. */
export type DiagnosticWord = keyof typeof diagnosticWords;
