import type { MfCard, MfCardFeed } from '../src/index.js';

type Shown = Partial<Pick<MfCard, 'card' | 'headingLevel' | 'maxRows' | 'timeZone' | 'lang' | 'dir'>> &
  Partial<Pick<MfCardFeed, 'cards' | 'groupBy' | 'hasMore' | 'loading' | 'src'>>;

/**
 * HTML to paste into a page, which then shows what a story shows: the element, and a script that gives it its JSON and
 * answers its actions.
 *
 * @returns `null` when the story has no JSON of its own, and no feed that is about to have some.
 */
export function snippetOf(args: Shown): string | null {
  const feed = 'cards' in args || 'loading' in args || 'src' in args;
  const json = feed ? args.cards : args.card;
  const element = feed ? 'feed' : 'card';
  const tag = feed ? 'mf-card-feed' : 'mf-card';
  if (json === undefined || json === null)
    return feed ? pasted(`<${tag}${attributesOf(args)}></${tag}>`) : null;
  return `<${tag}${attributesOf(args)}></${tag}>

<script type="module">
  import 'mf-card'; // without a build step: './mf-card.bundle.js'

  const ${element} = document.querySelector('${tag}');
  ${element}.addEventListener('mf-action', (event) => {
    console.log(event.request);
    // Your server's answer comes here: fetch(toFetchRequest(event.request))
    event.respondWith(Promise.resolve({ kind: 'done' }));
  });
  ${element}.${feed ? 'cards' : 'card'} = ${script(json)};
</script>
`;
}

/** What needs no JSON, with the script that defines the elements, and with what else that does. */
export function pasted(markup: string, script = ''): string {
  return `${markup}

<script type="module">
  import 'mf-card'; // without a build step: './mf-card.bundle.js'
${script}</script>
`;
}

const ATTRIBUTES = {
  lang: 'lang',
  dir: 'dir',
  headingLevel: 'heading-level',
  maxRows: 'max-rows',
  timeZone: 'time-zone',
  groupBy: 'group-by',
  hasMore: 'has-more',
  loading: 'loading',
  src: 'src',
} as const;

/** What can be written into the tag. What is off, or a function, has no attribute. */
function attributesOf(args: Shown): string {
  return Object.entries(ATTRIBUTES)
    .map(([property, attribute]) => {
      const value = args[property as keyof typeof ATTRIBUTES];
      if (value === true) return ` ${attribute}`;
      return (typeof value === 'string' || typeof value === 'number') && value
        ? ` ${attribute}="${String(value).replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`
        : '';
    })
    .join('');
}

/** Indented as the script round it. No text can end the script. */
export function script(json: unknown): string {
  return JSON.stringify(json, null, 2)
    .replace(/<(?=[/!])/g, '\\x3c')
    .replace(/\n/g, '\n  ');
}
