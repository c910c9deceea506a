import fc from 'fast-check';

const MEMBERS = [
  ...['id', 'name', 'backend_id', 'hash', 'importance', 'image', 'creation_date', 'expiration_date'],
  ...['due_date', 'template', 'header', 'links', 'banner', 'body', 'actions', 'sticky', 'tags', 'until'],
  ...['title', 'subtitle', 'description', 'fields', 'type', 'items', 'comments', 'content', 'href', 'text'],
  ...['display_name', 'attachment_name', 'attachment_url', 'attachment_content_length', 'created_at', 'src'],
  ...['trip_details', 'summary', 'trips', 'others', 'timestamp', 'size', 'label', 'action_key', 'url'],
  ...['completed_label', 'request', 'user_input', 'format', 'options', 'min_length', 'max_length', 'value'],
  ...['mfa_required', 'content_type', 'objects', 'cards', 'results', '__proto__', 'constructor', 'toString'],
];

const LEAVES = [
  ...[null, true, false, 0, -1, 1.5, 1e300, 1_593_085_258, '', ' ', 'text', '\u0000', '\ud800', '__proto__'],
  ...['GENERAL', 'SECTION', 'COMMENT', 'ATTACHMENT', 'ATTACHMENT_URL', 'TRIPINFO', 'constructor', 'select'],
  ...['DIRECT', 'USER_INPUT', 'OPEN_IN', 'DISMISS', 'INSTALL_APP', 'GET', 'POST', 'TRACE', 'image', 'video'],
  ...[
    'https://a.example/',
    'http://a.example/',
    '//a.example/',
    'javascript:alert(1)',
    'mailto:a@b.example',
    'false',
    '2026-03-01',
  ],
  ...['2026-03-01T09:00:00Z', '2026-03-01T09:00+18:00', '00000000-0000-0000-0000-000000000000'],
];

/** JSON objects whose members have the names that cards have, with any value in any of them. */
export function wireJson(): fc.Arbitrary<Record<string, unknown>> {
  const { object } = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<unknown>(...LEAVES),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('object'),
    ),
    object: fc
      .array(fc.tuple(fc.constantFrom(...MEMBERS), tie('value')), { maxLength: 12 })
      .map((entries) => Object.fromEntries(entries)),
  }));
  return object;
}

/** The same value, which now throws when anything in it is changed. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
