/** A card with one URL in every place that takes one. */
export function cardWithUrl(url) {
  const post = { type: 'POST', allow_repeated: true, completed_label: 'done' };
  return {
    backend_id: 'urls',
    name: 'urls',
    image: { href: url },
    template: { href: url },
    header: { title: 'title', subtitle: ['subtitle'], links: { title: url, subtitle: [url] } },
    links: [{ href: url, text: 'related' }],
    banner: {
      items: [
        { type: 'image', href: url, title: 'a' },
        { type: 'video', href: url, title: 'b' },
      ],
    },
    body: {
      // To the parser of HTML zeroes and line ends are something else.
      description:
        typeof url === 'string' && !/[\0\r]/.test(url)
          ? `<p><a href="${escaped(url)}">rich</a></p>`
          : '<p>rich</p>',
      fields: [
        {
          type: 'SECTION',
          items: [
            {
              type: 'ATTACHMENT_URL',
              attachment_name: 'file',
              attachment_url: url,
              vendor_attachment_url: url,
            },
          ],
        },
        { type: 'ATTACHMENT', content: [{ title: 'old file', src: url, type: 'image/png' }] },
      ],
    },
    actions: [
      {
        id: 'a',
        action_key: 'OPEN_IN',
        label: 'open',
        url: { href: url },
        type: 'GET',
        completed_label: 'done',
      },
      { id: 'b', action_key: 'DIRECT', label: 'send to it', url: { href: url }, ...post },
      { id: 'c', action_key: 'DIRECT', label: 'send', url: { href: `${location.origin}/blank/a` }, ...post },
    ],
  };
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
