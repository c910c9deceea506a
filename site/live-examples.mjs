/*
 * For VitePress: what blocks of code do, below them. A page that starts with a doctype runs in a frame; a card, or a part
 * of one under the heading of its kind, is shown as a card; tokens and parts dress one. `<!-- live: feed -->` and
 * `<!-- live: host -->` stand in a page where an example takes more than its code. On GitHub nothing is seen of it.
 */
const PAGES_OF_CARDS = ['getting-started', 'card-format', 'chat-format', 'migration', 'editor'];

const CARD = { header: { title: 'Trip to Lisbon' } };
const APPROVE = {
  id: '0c1f5a9e-7f0d-4a86-9a55-4c5d1d9a6b01',
  action_key: 'USER_INPUT',
  label: 'Decline',
  completed_label: 'Declined',
  type: 'POST',
  url: { href: 'https://flows.example.com/expense/decline' },
};
const ORDER = {
  title: 'Add to cart',
  url: { href: 'https://flows.example.com/shop/cart' },
  type: 'POST',
};
const inItem = (details) => ({ itemDetails: { title: 'The printer is out of order', ...details } });
const inField = (field) => ({ ...CARD, body: { fields: [field] } });

/** What makes a card of an example that is a part of one, by the heading it stands under. */
const wholes = {
  'card-format': {
    Header: (header) => ({ header }),
    'Header links': (links) => ({
      header: { title: 'Trip to Lisbon', subtitle: ['Mara Lindqvist', 'Report r-4711'], links },
    }),
    'Related link': (link) => ({ ...CARD, links: [link] }),
    Banner: (banner) => ({ ...CARD, banner }),
    'Banner item': (item) => ({ ...CARD, banner: { items: [item] } }),
    Body: (body) => ({ ...CARD, body }),
    Field: inField,
    'Item of a section': (item) => inField({ type: 'SECTION', title: 'Hotel', items: [item] }),
    Comment: (comment) => inField({ type: 'COMMENT', title: 'Comments', comments: [comment] }),
    Action: (action) => ({ ...CARD, actions: [action] }),
    Input: (input) => ({ ...CARD, actions: [{ ...APPROVE, user_input: [input] }] }),
  },
  'chat-format': {
    'Item details': (details) => ({ itemDetails: details }),
    Table: (table) => inItem({ tabularData: [table] }),
    Row: (row) => inItem({ tabularData: [{ title: 'Details', data: [row] }] }),
    Action: (action) => inItem({ title: 'Laptop, 14 inch', actions: [action] }),
    Input: (input) => inItem({ title: 'Laptop, 14 inch', actions: [{ ...ORDER, userInput: [input] }] }),
    Image: (image) => inItem({ title: 'Laptop, 14 inch', image }),
    Link: (url) => inItem({ url }),
  },
};

export function liveExamples(md) {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, i, options, env, self) => {
    const html = fence(tokens, i, options, env, self);
    const live = liveOf(tokens[i], headingAbove(tokens, i), (env.relativePath ?? '').replace(/\.md$/, ''));
    return live ? `${html}\n${live}\n` : html;
  };

  const block = md.renderer.rules.html_block ?? ((tokens, i) => tokens[i].content);
  md.renderer.rules.html_block = (tokens, i, ...rest) => {
    const [, name] = /^<!-- live: (feed|host) -->/.exec(tokens[i].content) ?? [];
    return name ? `<Live${name === 'feed' ? 'Feed' : 'Host'} />\n` : block(tokens, i, ...rest);
  };
}

function liveOf({ info, content }, heading, page) {
  const [language, ...words] = info.trim().split(/\s+/);
  if (language === 'html' && /^<!doctype/i.test(content) && content.includes('mf-card.bundle.js'))
    return component('LivePage', content);
  if (language === 'css' && page === 'theming') return component('LiveTheme', content);
  if (language !== 'json' || !PAGES_OF_CARDS.includes(page) || words.length > 0) return null;
  const value = parsed(content);
  const whole = wholes[page]?.[heading];
  const card = whole ? whole(value) : isCard(value) ? value : null;
  return card && component('LiveCard', JSON.stringify(card));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isCard(value) {
  return (
    value !== null &&
    ['header', 'body', 'actions', 'objects', 'results', 'itemDetails'].some((member) => member in value)
  );
}

function component(name, source) {
  return `<${name} source="${encodeURIComponent(source)}" />`;
}

function headingAbove(tokens, i) {
  for (let at = i; at > 0; at--)
    if (tokens[at].type === 'heading_open' && tokens[at].tag === 'h2') return tokens[at + 1].content;
  return null;
}
