// Written from the zod schemas in card.ts and chat-item.ts by `npm run schema`. Don't edit.
/** The published card schema as plain data; see {@link Shape}. */
export const cardShape = {
  'id?': 'uuid',
  'importance?': 'integer',
  'image?': { href: 'uri' },
  'creation_date?': 'date-time',
  'expiration_date?': 'date-time',
  'due_date?': 'date-time',
  'template?': { href: 'uri' },
  'header?': {
    'title?': 'string',
    'subtitle?': ['string'],
    'links?': { 'title?': 'uri', 'subtitle?': ['uri|null'] },
  },
  'links?': [{ href: 'uri', text: 'string' }],
  'banner?': {
    'items?': [{ type: 'video|image', 'title?': 'string', 'description?': 'string', href: 'uri' }],
  },
  'body?': {
    'description?': 'string',
    'fields?': [
      {
        'type?': 'string',
        'title?': 'string',
        'subtitle?': 'string',
        'description?': 'string',
        'content?': [{}],
        'comments?': [{ 'display_name?': 'string', 'text?': 'string', 'creation_date?': 'date-time' }],
        'items?': [
          {
            'type?': 'string',
            'title?': 'string',
            'description?': 'string',
            'attachment_name?': 'string',
            'vendor_attachment_url?': 'string',
            'attachment_content_type?': 'string',
            'attachment_content_length?': 'integer',
            'attachment_url?': 'string',
            'attachment_method?': 'string',
            'created_at?': 'date-time',
            'updated_at?': 'date-time',
          },
        ],
      },
    ],
  },
  'hash?': 'string',
  'backend_id?': 'string',
  'actions?': [
    {
      id: 'uuid',
      action_key: 'string',
      label: 'string',
      'mutually_exclusive_set_id?': 'string',
      completed_label: 'string',
      'primary?': 'boolean',
      'mfa_required?': 'boolean',
      url: { href: 'uri' },
      type: 'DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE',
      'content_type?': 'string',
      'request?': {},
      'allow_repeated?': 'boolean',
      'remove_card_on_completion?': 'boolean',
      'user_input?': [
        {
          id: 'string',
          label: 'string',
          'format?': 'string',
          'display_content?': 'string',
          'options?': {},
          'min_length?': 'integer>=0',
          'max_length?': 'integer>=0',
        },
      ],
    },
  ],
  'sticky?': { until: 'date-time', 'type?': 'string' },
  'tags?': ['string'],
} as const;

/** The published chatbot schema likewise. */
export const chatShape = {
  'itemDetails?': {
    'id?': 'string',
    'contextId?': 'string',
    'title?': 'string',
    'subtitle?': 'string',
    'shortDescription?': 'string',
    'description?': 'string',
    'image?': { href: 'uri', 'alternateText?': 'string' },
    'type?': 'string',
    'url?': { href: 'uri', 'title?': 'string' },
    'workflowId?': 'string',
    'workflowStep?': 'string',
    'tabularData?': [
      {
        'title?': 'string',
        'description?': 'string',
        'type?': 'string',
        'data?': [
          {
            'id?': 'string',
            'title?': 'string',
            'subtitle?': 'string',
            'shortDescription?': 'string',
            'description?': 'string',
            'image?': { href: 'uri', 'alternateText?': 'string' },
            'url?': { href: 'uri', 'title?': 'string' },
          },
        ],
      },
    ],
    'actions?': [
      {
        'title?': 'string',
        'description?': 'string',
        'image?': { href: 'uri', 'alternateText?': 'string' },
        'url?': { href: 'uri', 'title?': 'string' },
        'userInput?': [
          {
            'id?': 'string',
            'label?': 'string',
            'format?': 'string',
            'options?': {},
            'minLength?': 'integer',
            'maxLength?': 'integer',
            'value?': 'string',
          },
        ],
        'payload?': {},
        'headers?': {},
        'type?': 'string',
        'navigationType?': 'applicationPage|browser',
        '*': 'never',
      },
    ],
  },
  'children?': ['#'],
} as const;
