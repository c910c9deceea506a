/* The cards of the examples: made up, and always of today. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (offset) => `${new Date(Date.now() + offset).toISOString().slice(0, 19)}Z`;

const post = (id, label, done, more = {}) => ({
  id: `${id}-7f0d-4a86-9a55-4c5d1d9a6b01`,
  action_key: more.user_input ? 'USER_INPUT' : 'DIRECT',
  label,
  completed_label: done,
  type: 'POST',
  url: { href: `https://flows.example.com/${id}` },
  mutually_exclusive_set_id: 'decision',
  ...more,
});

const decision = (id) => [
  post(`${id}a`, 'Approve', 'Approved', { primary: true }),
  post(`${id}b`, 'Decline', 'Declined', {
    user_input: [
      {
        id: 'reason',
        label: 'Reason',
        format: 'textarea',
        min_length: 1,
        max_length: 200,
        display_content: 'The requester will read it.',
      },
    ],
  }),
];

export function expense() {
  return {
    name: 'Expenses',
    backend_id: 'r-4711',
    creation_date: at(-3 * HOUR),
    due_date: at(1.2 * DAY),
    importance: 1,
    header: { title: 'Trip to Lisbon', subtitle: ['Mara Lindqvist', 'Report r-4711'] },
    body: {
      fields: [
        { type: 'GENERAL', title: 'Amount', description: 'EUR 1,284.50' },
        { type: 'GENERAL', title: 'Cost centre', description: '4100 Field sales' },
        {
          type: 'COMMENT',
          title: 'Comments',
          comments: [
            { display_name: 'Mara Lindqvist', text: 'The hotel bill follows.', creation_date: at(-2 * HOUR) },
          ],
        },
      ],
    },
    actions: decision('0c1f5a9'),
  };
}

export function leaveRequest() {
  return {
    name: 'Time off',
    backend_id: 'leave-88',
    creation_date: at(-1.1 * DAY),
    due_date: at(4 * DAY),
    importance: 2,
    header: { title: 'Five days in May', subtitle: ['Tomasz Nowak'] },
    body: {
      fields: [
        { type: 'GENERAL', title: 'From', description: '4 May' },
        { type: 'GENERAL', title: 'To', description: '8 May' },
        { type: 'GENERAL', title: 'Days left after it', description: '17' },
      ],
    },
    actions: decision('5e7d31c'),
  };
}

export function incident() {
  return {
    name: 'On call',
    backend_id: 'inc-3021',
    creation_date: at(-8 * 60_000),
    importance: 0,
    header: { title: 'Checkout answers slowly', subtitle: ['payments-eu', 'since 09:12'] },
    body: { description: 'The 95th percentile is at 4.2 s. Two of six instances do not take traffic.' },
    actions: [post('77aa10f', 'I am on it', 'Acknowledged', { primary: true })],
  };
}

export function news() {
  return {
    name: 'Intranet',
    backend_id: 'news-12',
    creation_date: at(-2 * DAY),
    header: { title: 'The canteen has a new menu' },
    body: {
      description: 'From Monday on there are two vegan dishes a day. The opening hours stay as they are.',
    },
    links: [{ href: 'https://intranet.example.com/canteen', text: 'All of it' }],
  };
}
