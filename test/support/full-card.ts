import { action, card, type WireObject } from '../cards.js';

/** A card with a member of every kind that the published schema names, all of them sound. A new one at each call. */
export function fullCard(): WireObject {
  return card({
    name: 'Concur',
    importance: 1,
    image: { href: 'https://static.example.com/concur.png' },
    creation_date: '2019-03-01T09:00:00Z',
    expiration_date: '2099-04-01T09:00:00.5+05:30',
    due_date: '2099-03-31T17:00:00-08:00',
    template: { href: 'https://flows.example.com/templates/generic.hbs' },
    header: {
      title: 'Trip to NYC',
      subtitle: ['Rahul Ajmera', 'Cost centre 7'],
      links: { title: 'https://concur.example.com/1', subtitle: ['https://concur.example.com/u/7', null] },
    },
    links: [{ href: 'https://concur.example.com/policy', text: 'Travel policy' }],
    banner: {
      items: [
        { type: 'image', href: 'https://static.example.com/r.png', title: 'Receipt', description: 'A scan' },
        { type: 'video', href: 'https://static.example.com/v.mp4' },
      ],
    },
    body: {
      description: 'Please approve this report.',
      fields: [
        { type: 'GENERAL', title: 'Amount', subtitle: 'with tax', description: 'INR 117,088.92' },
        {
          type: 'SECTION',
          title: 'Taxi',
          items: [
            { type: 'GENERAL', title: 'Type', description: 'Taxi', created_at: '2099-02-27T08:00:00Z' },
            {
              type: 'ATTACHMENT_URL',
              title: 'Click here to download',
              description: 'Receipt',
              attachment_name: 'taxi.pdf',
              attachment_url: 'https://flows.example.com/files/1',
              attachment_method: 'GET',
              attachment_content_type: 'application/pdf',
              attachment_content_length: 12345,
              vendor_attachment_url: 'https://concur.example.com/files/1',
              updated_at: '2099-02-28T08:00:00Z',
            },
          ],
        },
        {
          type: 'COMMENT',
          title: 'Comments',
          comments: [{ display_name: 'Ann', text: 'Looks fine', creation_date: '2099-03-01T10:00:00Z' }],
        },
        { type: 'COMMENT', content: [{ text: 'Client visit' }] },
      ],
    },
    actions: [
      action({
        action_key: 'USER_INPUT',
        primary: true,
        mfa_required: false,
        mutually_exclusive_set_id: 'decide',
        content_type: 'application/json',
        request: { report: '1' },
        allow_repeated: false,
        remove_card_on_completion: true,
        user_input: [
          { id: 'comment', label: 'Comment', format: 'textarea', min_length: 1, max_length: 100 },
          { id: 'reason', label: 'Reason', format: 'select', display_content: 'Why', options: { a: 'A' } },
        ],
      }),
      action({
        id: 'a3f9c1de-2b77-4c53-8d5a-90e1b6f04d12',
        label: 'Open',
        mutually_exclusive_set_id: 'decide',
        action_key: 'OPEN_IN',
        type: 'GET',
        url: { href: 'https://concur.example.com/1' },
      }),
    ],
    sticky: { until: '2099-03-31T17:00:00Z', type: 'default' },
    tags: ['approval', 'urgent'],
  });
}
