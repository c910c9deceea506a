/** How deep tags may be nested. Mails nest a dozen tables. */
const DEEPEST = 100;

/** Their end tags may be left out: where one of these is open, the opening tag ends it. */
const ENDS = new Map(
  Object.entries({
    p: 'p',
    li: 'li p',
    dt: 'dt dd p',
    dd: 'dt dd p',
    td: 'td th p',
    th: 'td th p',
    tr: 'tr td th p',
    thead: 'caption tr td th p',
    tbody: 'caption thead tbody tr td th p',
    tfoot: 'caption thead tbody tr td th p',
  }).map(([name, ended]) => [name, new Set(ended.split(' '))]),
);

/** What is between their tags is no text that anybody reads. */
const UNREAD = new Set(
  'annotation-xml audio desc foreignobject head iframe math noembed noframes noscript script style svg template title video xmp'.split(
    ' ',
  ),
);

const VOID = new Set(['br', 'hr']);

const MARKUP =
  /<!--(?:-?>|[^]*?(?:--!?>|$))|<[!?][^>]*>?|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>?|</gi;
const OPENING = /<[a-z]/gi;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/**
 * The same HTML, nested at most 100 deep: tags that lie deeper go, and their text stays.
 *
 * WebKit's parser (2.50) never ends where a table's cell is closed 510 elements deep. What opens no more than 100 tags is
 * given back as it is; of all else nothing is left that a parser could take for deeper than it was found to be here: only
 * the tags that are kept, each closed in its turn, without any attribute but `href`.
 *
 * @param kept - the names of the tags that are left in, in small letters.
 */
export function shallowHtml(html: string, kept: ReadonlySet<string>): string {
  if ((html.match(OPENING)?.length ?? 0) <= DEEPEST) return html;
  const out: string[] = [];
  const open: string[] = [];
  const counts = new Map<string, number>();

  function opens(name: string, attributes: string): void {
    const ended = ENDS.get(name);
    while (ended?.has(open.at(-1) ?? '')) ends();
    if (VOID.has(name)) out.push(`<${name}>`);
    else {
      if (open.push(name) <= DEEPEST) out.push(name === 'a' ? `<a${hrefOf(attributes)}>` : `<${name}>`);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }

  function closes(name: string): void {
    if (!counts.get(name)) return;
    while (open.at(-1) !== name) ends();
    ends(true);
  }

  /** A paragraph may have ended already, where a list or a table followed: an end tag would make an empty one. */
  function ends(written = false): void {
    const depth = open.length;
    const name = open.pop() ?? '';
    counts.set(name, (counts.get(name) ?? 0) - 1);
    if (depth <= DEEPEST && (written || name !== 'p')) out.push(`</${name}>`);
  }

  const unended = new Set<string>();
  let from = 0;
  for (let found = MARKUP.exec(html); found; found = MARKUP.exec(html)) {
    const [whole, slash, written, attributes = ''] = found;
    out.push(html.slice(from, found.index));
    from = MARKUP.lastIndex;
    const name = written?.toLowerCase();
    if (name === undefined) out.push(whole === '<' ? '&lt;' : '');
    else if (kept.has(name) && slash) closes(name);
    else if (kept.has(name)) opens(name, attributes);
    else if (!slash && UNREAD.has(name) && !unended.has(name)) {
      const end = new RegExp(`</${name}\\b`, 'gi');
      end.lastIndex = from;
      if (end.test(html)) MARKUP.lastIndex = from = end.lastIndex - name.length - 2;
      else unended.add(name);
    }
  }
  out.push(html.slice(from));
  while (open.length) ends();
  return out.join('');
}

function hrefOf(attributes: string): string {
  const found = [...attributes.matchAll(ATTRIBUTE)].find(([, name]) => name?.toLowerCase() === 'href');
  const href = found?.[2] ?? found?.[3] ?? found?.[4];
  return href === undefined ? '' : ` href="${href.replaceAll('"', '&quot;')}"`;
}
