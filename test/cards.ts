/*
 * Card JSON as connectors send it, for tests to bend: sound by the published schema, and small.
 */

export type WireObject = Record<string, unknown>;

/** A card with a title and, unless told otherwise, one action. What is overridden with `undefined` is left out. */
export function card(overrides: WireObject = {}): WireObject {
  return whole({
    id: '9d2b6a54-0c9e-4f6e-8f5e-3a1c0d7e9b21',
    backend_id: 'expense-1',
    hash: 'h1',
    header: { title: 'Trip to NYC', subtitle: ['Rahul Ajmera'] },
    body: { fields: [{ type: 'GENERAL', title: 'Amount', description: 'INR 117,088.92' }] },
    actions: [action()],
    ...overrides,
  });
}

/** An action that is sent at once when it is pressed. */
export function action(overrides: WireObject = {}): WireObject {
  return whole({
    id: '5c1f7f5e-6a3c-4f0b-9d6a-2f1f4a7b8c90',
    action_key: 'DIRECT',
    label: 'Approve',
    completed_label: 'Approved',
    url: { href: 'https://flows.example.com/expense/1/approve' },
    type: 'POST',
    ...overrides,
  });
}

function whole(wire: WireObject): WireObject {
  return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));
}
