/*
 * What is open with the systems behind the connector, and the cards it makes of that.
 */
import { createHash, randomUUID } from 'node:crypto';

const hour = 3_600_000;

/** Work that waits for somebody, as the systems have it. Each has its own way to go well or wrong: see connector.mjs. */
export function openTasks() {
  return new Map(
    [
      {
        id: 'expense-4711',
        kind: 'expense',
        title: 'Expense report: Lisbon offsite',
        by: ['Ingrid Solheim', 'Marketing'],
        facts: { Amount: '€ 1,284.60', Purpose: 'Autumn planning, 3 days', 'Cost center': '4410 Brand' },
        files: [
          { name: 'Hotel receipt.png', path: 'receipt.png', type: 'image/png' },
          { name: 'Expense report.pdf', path: 'report.pdf', type: 'application/pdf' },
        ],
      },
      {
        id: 'requisition-208',
        kind: 'requisition',
        title: 'Purchase: 12 monitors',
        by: ['Wei Ling Tan', 'Facilities'],
        facts: { Total: '€ 4,188.00', Supplier: 'Norddisplay GmbH', Budget: 'Workplace, Q3' },
        files: [],
      },
      {
        id: 'access-93',
        kind: 'access',
        title: 'Access to the data warehouse',
        by: ['Mateusz Wójcik', 'Analytics'],
        facts: { Role: 'Read only', Until: '31 December', Reason: 'Churn study' },
        files: [],
      },
      {
        id: 'absence-55',
        kind: 'absence',
        title: 'Time off: 5 working days',
        by: ['Chidinma Okafor', 'Service design'],
        facts: { From: 'Monday, 12 October', To: 'Friday, 16 October', Left: '9 days' },
        files: [],
      },
    ].map((task, i) => [task.id, { ...task, at: Date.now() - (i + 1) * 2 * hour }]),
  );
}

const looks = {
  expense: { name: 'Expenses', icon: 'travel' },
  requisition: { name: 'Procurement', icon: 'procurement' },
  access: { name: 'Service desk', icon: 'service-desk' },
  absence: { name: 'Time off', icon: 'time-off' },
};

/**
 * A card of a task.
 *
 * @param prefix - what every URL begins with: the address under which the client reaches the connector.
 */
export function cardOf({ id, kind, title, by, facts, files, at }, prefix) {
  const { name, icon } = looks[kind];
  const action = (key, label, completed_label, more = {}) => ({
    id: randomUUID(),
    action_key: more.user_input ? 'USER_INPUT' : 'DIRECT',
    label,
    completed_label,
    type: 'POST',
    url: { href: `${prefix}tasks/${id}/${key}` },
    request: { task: id },
    mutually_exclusive_set_id: 'decision',
    remove_card_on_completion: true,
    ...more,
  });
  const reason = {
    id: 'reason',
    label: 'Reason',
    format: 'textarea',
    min_length: 5,
    max_length: 200,
    display_content: `${by[0]} will read it.`,
  };
  const cover = { id: 'cover', label: 'Who covers', format: 'text', min_length: 1 };
  const approval = kind === 'absence' ? { user_input: [cover] } : {};
  const fileItem = (file) => ({
    type: 'ATTACHMENT_URL',
    attachment_name: file.name,
    attachment_content_type: file.type,
    attachment_url: `${prefix}files/${file.path}`,
    attachment_method: 'GET',
  });
  const body = {
    fields: [
      ...Object.entries(facts).map(([label, value]) => ({
        type: 'GENERAL',
        title: label,
        description: value,
      })),
      ...(files.length ? [{ type: 'SECTION', title: 'Files', items: files.map(fileItem) }] : []),
    ],
  };
  return {
    id: randomUUID(),
    backend_id: id,
    // Of what the user reads: ids and dates are new each time.
    hash: createHash('sha256')
      .update(JSON.stringify([title, by, facts, files]))
      .digest('hex'),
    name,
    creation_date: new Date(at).toISOString(),
    image: { href: `${prefix}icons/${icon}.svg` },
    header: { title, subtitle: by },
    body,
    actions: [
      action('approve', 'Approve', 'Approved', { primary: true, ...approval }),
      action('decline', 'Decline', 'Declined', { user_input: [reason] }),
    ],
  };
}
