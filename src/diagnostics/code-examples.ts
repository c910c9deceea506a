import type { DiagnosticCode } from './codes.js';
import type { Facts } from './diagnostic.js';

/*
 * How each code comes about and what to do, for docs/diagnostics.md; see `npm run schema`. Nothing a page loads
 * imports this.
 */

export interface CodeExample {
  /** What gives rise to it: JSON, or a text that is meant to be JSON. Members that are not to the point are left out. */
  readonly input?: unknown;
  /** The same, where it is too long to be shown. */
  readonly longInput?: () => unknown;
  /** For a code that is not about the input alone. */
  readonly facts?: Facts;
  /** What to do; the hint of the code when it is left out. */
  readonly advice?: string;
}

/** The compiler asks for an entry for each code. */
export const codeExamples: Readonly<Record<DiagnosticCode, CodeExample>> = {
  'json-syntax': {
    input: '{"header": {"title": "Trip to Lisbon",}}',
    advice:
      'Mend the text at the line and column that are named. Nothing of it can be shown until it is JSON: no comments, no commas at the end, names and texts in double quotes.',
  },
  'duplicate-member': {
    facts: { member: 'title', got: 'line 3, column 15' },
    advice: 'Only the last one is read. Remove the other. Said by `mf-card check` alone.',
  },
  'inexact-number': {
    facts: { got: '90071992547409931', expected: '90071992547409940' },
    advice:
      'Write it as a text, in double quotes: readers of JSON keep about 16 digits. Said by `mf-card check` alone.',
  },
  'half-character': {
    facts: { got: 'U+D83D' },
    advice:
      'Cut texts between characters: an emoji takes two `\\u` escapes, and half of it can be neither shown nor sent. Said by `mf-card check` alone.',
  },
  'broken-character': { input: '{"header": {"title": "Caf\ufffd"}}' },
  'byte-order-mark': { advice: 'Save it as UTF-8 without BOM. Said by `mf-card check` alone.', facts: {} },
  'not-a-card': { input: { objects: ['Trip to Lisbon'] } },
  'wrong-type': {
    input: { header: { title: 4711 } },
    advice:
      'Write what is expected. A number is shown as text and a single value is taken for a list of one; anything else is left out.',
  },
  'missing-member': {
    input: { sticky: {} },
    advice: 'Add it. See the [card format](card-format.md) for what it means and an example.',
  },
  'bad-date': { input: { due_date: '31/03/2026' } },
  'bad-url': { input: { image: { href: 'icons/expense.png' } } },
  'bad-id': { input: { id: 'r-4711' } },
  'misplaced-member': {
    input: { header: { title: 'Trip to Lisbon' }, description: 'Two nights at the Hotel Borges.' },
    advice:
      'Move it there. A member of your own that only has the name of one that is read can stay: it is handed to the host.',
  },
  'misspelt-member': {
    input: { backendId: 'r-4711' },
    advice:
      'Write the name that is proposed. A member of your own that only looks like one that is read can stay: it is handed to the host.',
  },
  'reserved-name': { input: { header: { title: 'Trip to Lisbon', constructor: {} } } },
  'forbidden-member': {
    input: { itemDetails: { title: 'Your cart', actions: [{ title: 'Check out', workflowId: 'Checkout' }] } },
    advice: 'Remove it. Of all objects only the actions of chat items may have no members of your own.',
  },
  'bad-value': {
    input: { banner: { items: [{ type: 'picture', href: 'https://static.example.com/lisbon.jpg' }] } },
    advice: 'Write one of those that are named.',
  },
  repaired: {
    input: { name: 4711 },
    advice: 'Nothing is lost; write it in its usual form, so that every client reads it.',
  },
  'empty-card': { input: { id: '8e0a5e0e-6a5c-4f5b-9f3d-2d1b7c9e4f10' } },
  'empty-part': {
    input: { body: { fields: [{ type: 'SECTION', title: 'Costs', items: [{ type: 'GENERAL' }] }] } },
  },
  'no-title': {
    input: { body: { description: 'Two nights at the Hotel Borges.' } },
  },
  'empty-list': {
    input: { objects: [] },
    advice: 'Nothing, when there is nothing to show. A feed says that nothing needs attention.',
  },
  'more-cards': { facts: { got: '3' } },
  'unknown-field-type': {
    input: { body: { fields: [{ type: 'CHART', title: 'Costs', description: 'EUR 1,284.50' }] } },
    advice:
      'Write a [type that is known](card-format.md#field). A type of your own is shown plainly, or as the host draws it by its `fieldTemplates`.',
  },
  'unknown-action-key': {
    input: { actions: [{ action_key: 'USERINPUT', label: 'Decline' }] },
    advice: 'Write one of [those that are known](card-format.md#action).',
  },
  'unknown-format': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Decline',
          type: 'POST',
          url: { href: 'https://flows.example.com/decline' },
          user_input: [{ id: 'colour', label: 'Colour', format: 'colour' }],
        },
      ],
    },
    advice: 'Write a [format that is known](card-format.md#input), or nothing for a line of text.',
  },
  'unknown-rule': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Decline',
          type: 'POST',
          url: { href: 'https://flows.example.com/decline' },
          user_input: [{ id: 'iban', label: 'IBAN', validation: 'required,iban' }],
        },
      ],
    },
  },
  'blocked-url': {
    input: { links: [{ href: 'javascript:print()', text: 'Print' }] },
    advice:
      'Link to a page instead. A host that trusts its connectors with a further scheme, such as one that opens an app, names it in `urlPolicy`; a scheme that can run script is never used.',
  },
  'blocked-action': {
    input: { actions: [{ action_key: 'DIRECT', label: 'Approve', type: 'POST' }] },
    advice:
      'Give the action what it lacks: an http or https URL, a method that a page can send, a request that is an object. Until then its button is there, but nobody can press it.',
  },
  'clashing-value': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Decline',
          type: 'POST',
          url: { href: 'https://flows.example.com/decline' },
          request: { reason: 'none' },
          user_input: [{ id: 'reason', label: 'Reason' }],
        },
      ],
    },
    advice: 'Rename one of the two. What the user answers is sent, the fixed value is not.',
  },
  'dropped-input': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Decline',
          type: 'POST',
          url: { href: 'https://flows.example.com/decline' },
          user_input: [{ label: 'Reason' }],
        },
      ],
    },
    advice: 'Give each input of an action an `id` of its own: it is the name that the answer is sent under.',
  },
  'no-options': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Decline',
          type: 'POST',
          url: { href: 'https://flows.example.com/decline' },
          user_input: [{ id: 'cause', label: 'Cause', format: 'select' }],
        },
      ],
    },
    advice: 'Give it `options`, from the value that is sent to the text that is shown.',
  },
  'same-option': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Decline',
          type: 'POST',
          url: { href: 'https://flows.example.com/decline' },
          user_input: [
            {
              id: 'cause',
              label: 'Cause',
              format: 'select',
              select: [
                { value: 'late', label: 'Too late' },
                { value: 'late', label: 'Too expensive' },
              ],
            },
          ],
        },
      ],
    },
  },
  'not-actionable': { input: { is_actionable: false } },
  'flat-chat-item': { input: { title: 'Your cart', contextId: 'cart-7' } },
  'unsent-headers': {
    input: {
      itemDetails: {
        title: 'Your cart',
        actions: [
          {
            title: 'Check out',
            type: 'POST',
            url: { href: 'https://flows.example.com/cart' },
            headers: { 'X-Cart': '7' },
          },
        ],
      },
    },
  },
  'too-deep': {
    longInput: () => {
      let item: object = { itemDetails: { title: 'Cables' } };
      for (let i = 0; i < 25; i++) item = { itemDetails: { title: 'Accessories' }, children: [item] };
      return item;
    },
  },
  'too-long': {
    longInput: () => ({ header: { title: 'Trip to Lisbon. '.repeat(2000) } }),
    advice: 'Shorten it, and link to the whole.',
  },
  'too-many': {
    longInput: () => ({ tags: Array.from({ length: 1000 }, (_, i) => `tag-${i}`) }),
    advice: 'Send those that matter, and link to the rest.',
  },
  'min-over-max': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Decline',
          type: 'POST',
          url: { href: 'https://flows.example.com/decline' },
          user_input: [{ id: 'reason', label: 'Reason', min_length: 20, max_length: 10 }],
        },
      ],
    },
  },
  'opposite-actions': {
    input: {
      actions: [
        { action_key: 'DIRECT', label: 'Approve', mutually_exclusive_set_id: 'approve' },
        { action_key: 'DIRECT', label: 'Decline', mutually_exclusive_set_id: 'decline' },
      ],
    },
  },
  'lone-exclusive-set': {
    input: {
      actions: [{ action_key: 'DIRECT', label: 'Approve', mutually_exclusive_set_id: 'decide' }],
    },
  },
  'same-action-id': {
    input: {
      actions: [
        { id: '8e0a5e0e-6a5c-4f5b-9f3d-2d1b7c9e4f10', action_key: 'DIRECT', label: 'Approve' },
        { id: '8e0a5e0e-6a5c-4f5b-9f3d-2d1b7c9e4f10', action_key: 'DIRECT', label: 'Forward' },
      ],
    },
  },
  'several-primary': {
    input: {
      actions: [
        { action_key: 'DIRECT', label: 'Approve', primary: true },
        { action_key: 'DIRECT', label: 'Forward', primary: true },
      ],
    },
  },
  'no-inputs': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Approve',
          type: 'POST',
          url: { href: 'https://flows.example.com/approve' },
        },
      ],
    },
  },
  'unused-inputs': {
    input: {
      actions: [
        {
          action_key: 'OPEN_IN',
          label: 'Open',
          url: { href: 'https://expense.example.com/r-4711' },
          user_input: [{ id: 'reason', label: 'Reason' }],
        },
      ],
    },
  },
  'input-in-url': {
    input: {
      actions: [
        {
          action_key: 'USER_INPUT',
          label: 'Decline',
          type: 'GET',
          url: { href: 'https://flows.example.com/decline' },
          user_input: [{ id: 'reason', label: 'Reason' }],
        },
      ],
    },
    advice: 'Use POST. GET is for what asks and changes nothing.',
  },
  'repeat-removed': {
    input: {
      actions: [
        {
          action_key: 'DIRECT',
          label: 'Approve',
          allow_repeated: true,
          remove_card_on_completion: true,
        },
      ],
    },
  },
  'unwritable-content': {
    input: {
      actions: [
        {
          action_key: 'DIRECT',
          label: 'Approve',
          type: 'POST',
          url: { href: 'https://flows.example.com/approve' },
          content_type: 'application/xml',
        },
      ],
    },
    advice:
      'Use `application/x-www-form-urlencoded` or `application/json`; see [what an action sends](requests.md).',
  },
  'unseen-characters': { input: { actions: [{ action_key: 'DIRECT', label: '\u202etcejeR' }] } },
  'sticky-over': {
    input: { sticky: { until: '2020-03-31T17:00:00Z' }, header: { title: 'Trip to Lisbon' } },
  },
  'created-later': {
    input: { creation_date: '2999-03-31T17:00:00Z', header: { title: 'Trip to Lisbon' } },
  },
  expired: {
    input: { expiration_date: '2020-03-31T17:00:00Z', header: { title: 'Trip to Lisbon' } },
    advice: 'Leave such a card out of the response, or move its `expiration_date`.',
  },
  'plain-http': {
    input: {
      actions: [
        { action_key: 'DIRECT', label: 'Approve', url: { href: 'http://flows.example.com/approve' } },
      ],
    },
  },
  'nameless-attachment': {
    input: {
      body: {
        fields: [{ type: 'ATTACHMENT_URL', attachment_url: 'https://flows.example.com/expense/files/81' }],
      },
    },
  },
  'unlinked-attachment': {
    input: {
      body: {
        fields: [
          {
            type: 'ATTACHMENT_URL',
            attachment_name: 'receipt.pdf',
            url: 'https://flows.example.com/expense/files/81',
          },
        ],
      },
    },
  },
  'same-card-twice': {
    input: [
      { backend_id: 'r-4711', header: { title: 'Trip to Lisbon' } },
      { backend_id: 'r-4711', header: { title: 'Trip to Porto' } },
    ],
  },
};
