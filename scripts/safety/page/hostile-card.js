/** A card, and what its host answers, with one text in every place that takes a text. URLs are sound, and of this page. */
export function cardWith(text, unlike = text) {
  const url = (name) => `${location.origin}/blank/${name}`;
  return {
    id: text,
    backend_id: unlike,
    hash: text,
    name: text,
    tags: [text, text],
    header: {
      title: text,
      subtitle: [text, text],
      links: { title: url('title'), subtitle: [url('subtitle'), null] },
    },
    links: [
      { href: url('link'), text },
      { href: url('link'), text },
    ],
    banner: {
      items: [
        { type: 'image', href: url('picture'), title: text, description: text },
        { type: 'video', href: url('video'), title: text, description: text },
      ],
    },
    body: {
      description: text,
      fields: [
        { type: 'GENERAL', title: text, subtitle: text, description: text },
        { type: text, title: text, description: text },
        {
          type: 'SECTION',
          title: text,
          subtitle: text,
          description: text,
          items: [
            { type: 'GENERAL', title: text, description: text },
            {
              type: 'ATTACHMENT_URL',
              title: text,
              description: text,
              attachment_name: text,
              attachment_url: url('file'),
              attachment_content_type: text,
              attachment_method: text,
            },
          ],
        },
        {
          type: 'COMMENT',
          title: text,
          comments: [{ display_name: text, text }],
          content: [{ text }],
        },
        { type: 'ATTACHMENT', title: text, content: [{ title: text, src: url('old'), type: text }] },
        {
          type: 'TRIPINFO',
          title: text,
          trip_details: {
            summary: { event: text, date: text, others: text },
            trips: [{ date: text, time: text, destination: text, flight: text, terminal: text, gate: text }],
          },
        },
      ],
    },
    actions: [
      {
        id: text,
        action_key: 'USER_INPUT',
        label: text,
        completed_label: text,
        mutually_exclusive_set_id: text,
        url: { href: url('action') },
        type: 'POST',
        content_type: 'application/json',
        request: { [text]: text },
        allow_repeated: true,
        user_input: [
          { id: `a${text}`, label: text, format: 'textarea', display_content: text, value: text },
          { id: `b${text}`, label: text, format: 'select', options: { [text]: text, other: text } },
          { id: `c${text}`, label: text, format: text },
        ],
      },
      {
        id: text,
        action_key: text,
        label: text,
        completed_label: text,
        url: { href: url('action') },
        type: 'POST',
        allow_repeated: true,
      },
      {
        id: text,
        action_key: 'OPEN_IN',
        label: text,
        completed_label: text,
        url: { href: url('open') },
        type: 'GET',
      },
    ],
  };
}

/** What a host answers when it refuses. */
export function failureWith(text) {
  return {
    kind: 'failed',
    title: text,
    text,
    fieldErrors: { [`a${text}`]: text, unknown: text },
    links: [{ url: `${location.origin}/blank/way-out`, label: text }],
    canRetry: true,
  };
}

/** In how many places the text stands. */
export const POSITIONS = JSON.stringify([cardWith('@'), failureWith('@')]).split('@').length - 1;
