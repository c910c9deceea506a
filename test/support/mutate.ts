/*
 * Changes sound cards in the ways in which connectors get them wrong: by structure, not by characters. The same seed
 * makes the same changes, so that a failure can be made again.
 */

type Json = unknown;
type Holder = Record<string | number, Json>;

/** Numbers from 0 up to, and without, 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * One to three changes at random places of a copy: within a list of cards, or within a response.
 *
 * @param names - that members are given in place of their own.
 */
export function mutate<Cards>(cards: Cards, random: () => number, names = CARD_NAMES): Cards {
  // It is held by an object, so that every card has a holder.
  const root: Holder = { cards: structuredClone(cards) };
  const changes = 1 + Math.floor(random() * 3);
  for (let i = 0; i < changes; i++) {
    const places = placesOf(root).filter(([holder]) => holder !== root);
    if (places.length === 0) break;
    const [holder, name] = pick(places, random);
    pick(changesOf, random)(holder, name, random, places, names);
  }
  return root.cards as Cards;
}

/** One of these, each as often as it has places that can be changed; so that every place of them is as likely. */
export function pickByPlaces<Cards>(from: readonly Cards[], random: () => number): Cards {
  const sizes = from.map((cards) => placesOf({ cards }).length);
  let rest = random() * sizes.reduce((sum, size) => sum + size, 0);
  return from[sizes.findIndex((size) => (rest -= size) < 0)] as Cards;
}

type Change = (
  holder: Holder,
  name: string | number,
  random: () => number,
  places: Place[],
  names: readonly string[],
) => void;
type Place = [holder: Holder, name: string | number];

const changesOf: readonly Change[] = [
  remove,
  (holder, name) => (holder[name] = null),
  (holder, name, random) => (holder[name] = pick(OTHER_TYPES, random)()),
  (holder, name, random) => (holder[name] = pickLike(name, holder[name], random)),
  (holder, name, random) => (holder[name] = pickLike(name, holder[name], random)),
  // Most texts have no rule: those that have one are changed more often.
  (holder, name, random, places) => {
    const ruled = places.filter(([, each]) => each in VALUES);
    const [otherHolder, other] = ruled.length > 0 ? pick(ruled, random) : ([holder, name] as const);
    otherHolder[other] = pickLike(other, otherHolder[other], random);
  },
  (holder, name) => (holder[name] = [holder[name]]),
  (holder, name) => (holder[name] = { href: holder[name], text: 'nested' }),
  (holder, name) => {
    const value = holder[name];
    if (typeof value === 'object' && value !== null) holder[name] = Object.values(value)[0] ?? null;
  },
  (holder, name, random, _places, names) => rename(holder, name, random, names),
  (holder, name, random, _places, names) => {
    const value = holder[name];
    const target = isObject(value) ? value : holder;
    if (Array.isArray(target)) return;
    const added = pick(names, random);
    target[added] = pickLike(added, undefined, random);
  },
  (holder, name, random, places) => {
    const [other, otherName] = pick(places, random);
    holder[name] = structuredClone(other[otherName]);
  },
];

function remove(holder: Holder, name: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else Reflect.deleteProperty(holder, name);
}

function rename(holder: Holder, name: string | number, random: () => number, names: readonly string[]): void {
  if (Array.isArray(holder)) return;
  const value = holder[name];
  remove(holder, name);
  holder[pick([`${name}s`, String(name).toUpperCase(), ...names], random)] = value;
}

function placesOf(root: Holder): Place[] {
  const places: Place[] = [];
  const walk = (holder: Holder) => {
    for (const name of Object.keys(holder)) {
      places.push([holder, Array.isArray(holder) ? Number(name) : name]);
      const value = holder[name];
      if (isObject(value)) walk(value);
    }
  };
  walk(root);
  return places;
}

function isObject(value: Json): value is Holder {
  return typeof value === 'object' && value !== null;
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** A value of its own: what is changed later must not be a value of all. */
function pickLike(name: string | number, value: Json, random: () => number): Json {
  return structuredClone(pick(valuesLike(name, value), random));
}

function valuesLike(name: string | number, value: Json): readonly Json[] {
  return VALUES[name] ?? (typeof value === 'number' ? NUMBERS : typeof value === 'boolean' ? FLAGS : TEXTS);
}

const OTHER_TYPES: readonly (() => Json)[] = [
  ...[() => 0, () => 1.5, () => -1, () => '', () => 'text', () => true, () => false],
  ...[() => [], () => ({}), () => [null], () => [{}], () => ({ length: 1, 0: 'x' }), () => ['text', 7]],
];

const TEXTS: readonly Json[] = ['', ' ', 'text', 'ünïcödé 🙂', '\u0000', '\ud800', 'null', 0, false, null];
const FLAGS: readonly Json[] = [true, false, 'true', 'false', 0, 1, null];
const NUMBERS: readonly Json[] = [
  ...[0, -0, 1, -1, 7, 1.5, -0.5, 1e21, 1e-7, 5e-324, 1e308, 2 ** 53, 2 ** 53 + 2, 1.0000000000000002, 0.1],
  ...['1', '', null, true],
];

const UUIDS: readonly Json[] = [
  ...['00000000-0000-0000-0000-000000000000', 'BBE38F0B-D21B-4486-9B24-726A77E9F35F', 'card'],
  ...[
    'bbe38f0bd21b44869b24726a77e9f35f',
    '{bbe38f0b-d21b-4486-9b24-726a77e9f35f}',
    'ffffffff-ffff-ffff-ffff-fffffffffff',
  ],
  ...['urn:uuid:bbe38f0b-d21b-4486-9b24-726a77e9f35f', 'bbe38f0b-d21b-4486-9b24-726a77e9f35f\n', ''],
  ...['gbe38f0b-d21b-4486-9b24-726a77e9f35f', 'bbe38f0b-d21b-9486-0b24-726a77e9f35f', 7],
];

/** What dates are made of: some parts fit, some don't. */
export const DATE_PARTS = {
  date: [
    '2026-03-01',
    '2024-02-29',
    '2026-02-29',
    '1900-02-29',
    '2000-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '9999-12-31',
    '10000-01-01',
    '+002026-03-01',
    '2026-3-1',
    '20260301',
    '2026-03-00',
  ],
  joint: ['T', 'T', 'T', 't', ' ', '\t', '\u00a0', '', '  ', '_'],
  time: [
    '09:00:00',
    '23:59:59',
    '24:00:00',
    '23:59:60',
    '23:59:61',
    '22:59:60',
    '00:59:60',
    '18:29:60',
    '09:60:00',
    '09:00:61',
    '09:00',
    '9:00:00',
    '09:00:00.5',
    '09:00:00.123456789',
    '09:00:00.',
    '09:00:00,5',
    '090000',
    '23:59:60.999',
    '',
  ],
  zone: [
    'Z',
    'Z',
    'Z',
    'z',
    '+00:00',
    '-00:00',
    '+05:30',
    '-05:30',
    '+18:00',
    '+0530',
    '+05',
    '-23:59',
    '+24:00',
    '+05:60',
    '+5:30',
    '',
    ' Z',
    'UTC',
    'Z ',
    '[UTC]',
    '−05:30',
  ],
} as const;

/** What URIs are made of: some parts fit, some don't. */
export const URI_PARTS = {
  scheme: [
    'https:',
    'https:',
    'HTTP:',
    'mailto:',
    'urn:',
    'x-app+1.0:',
    '',
    '1http:',
    'ht tp:',
    'java script:',
    ':',
    'é:',
  ],
  authority: [
    '//a.example',
    '//a.example:8080',
    '//a.example:port',
    '//user:pw@a.example',
    '//a@b@c',
    '//[::1]',
    '//[::1]:80',
    '//[v1.fe:80]',
    '//[2001:db8::7]',
    '//[::1%25eth0]',
    '//[1:2]',
    '//[]',
    '//[::ffff:1.2.3.4]',
    '//[::ffff:999.2.3.4]',
    '//[1::2::3]',
    '//%41.example',
    '//a_b',
    '//ü.example',
    '//',
    '',
    '//1.2.3.4',
    '//256.1.1.1',
    '//a b',
    '/[::1]',
    '///x',
  ],
  path: [
    '',
    '/',
    '/a/b',
    '/a%20b',
    '/a%2',
    '/a%zz',
    '/a b',
    '/ü',
    '/a:b@c',
    '//x',
    '/[x]',
    '/{id}',
    "/~!$&'()*+,;=",
    '/a|b',
    '/a\\b',
    'a@b.example',
    'isbn:1',
    '?',
    '/"',
    '/<b>',
    '/\n',
    '/^',
  ],
  query: ['', '?', '?a=b', '?a=b?c/d', '?a=[1]', '?ü', '?a b', '?%', '?a=%41', '??'],
  fragment: ['', '#', '#top', '#a/b?c', '##', '#ü', '#[x]', '#%zz', '# '],
} as const;

const DATES: readonly Json[] = [
  ...DATE_PARTS.date.map((date) => `${date}T09:00:00Z`),
  ...DATE_PARTS.joint.map((joint) => `2026-03-01${joint}09:00:00Z`),
  ...DATE_PARTS.time.map((time) => `2026-03-01T${time}Z`),
  ...DATE_PARTS.zone.map((zone) => `2026-03-01T09:00:00${zone}`),
  ...['', 'now', '2026-03-01', 1593085258, 1593085258.5, null, '2026-03-01T09:00:00Z\n'],
];

const URIS: readonly Json[] = [
  ...URI_PARTS.scheme.map((scheme) => `${scheme}//a.example/`),
  ...URI_PARTS.authority.map((authority) => `https:${authority}/x`),
  ...URI_PARTS.path.map((path) => `https://a.example${path}`),
  ...URI_PARTS.path.map((path) => `urn:${path}`),
  ...URI_PARTS.query.map((query) => `https://a.example/${query}`),
  ...URI_PARTS.fragment.map((fragment) => `https://a.example/${fragment}`),
  ...[
    '',
    '/relative',
    '//a.example/x',
    'javascript:alert(1)',
    'data:text/html,x',
    null,
    7,
    'https://a.example/\n',
  ],
];

const METHODS: readonly Json[] = [
  'GET',
  'TRACE',
  'get',
  'FETCH',
  '',
  'image',
  'video',
  'gif',
  'GENERAL',
  null,
  7,
];

/** Values that fit, nearly fit, or don't, by the member that holds them. */
const VALUES: Readonly<Record<string, readonly Json[]>> = {
  id: UUIDS,
  importance: NUMBERS,
  attachment_content_length: NUMBERS,
  min_length: NUMBERS,
  max_length: NUMBERS,
  creation_date: DATES,
  expiration_date: DATES,
  due_date: DATES,
  created_at: DATES,
  updated_at: DATES,
  until: DATES,
  href: URIS,
  attachment_url: URIS,
  image: [{ href: 'https://a.example/' }, { href: 'x' }, {}, [], 'https://a.example/', null],
  url: [{ href: 'https://a.example/' }, { href: '' }, {}, { href: null }, 'https://a.example/', null],
  type: METHODS,
  mfa_required: FLAGS,
  primary: FLAGS,
  allow_repeated: FLAGS,
  remove_card_on_completion: FLAGS,
  options: [{}, { a: 'A' }, { a: 1 }, [], [{ value: 'a' }], 'a', null],
  request: [{}, { a: null }, [], 'a=b', null],
  title: [...TEXTS, ...URIS.slice(0, 4)],
  subtitle: [[], ['A'], 'A', [null], ['https://a.example/', null, ''], [7], [['A']], null],
  links: [
    [],
    {},
    { title: 'https://a.example/' },
    { subtitle: [null, 'x'] },
    [{ href: 'https://a.example/' }],
    null,
  ],
  label: TEXTS,
  content: [[], [{}], ['A'], {}, [null], [[]], null],
  items: [[], [{}], {}, [null], [{ type: 'image', href: 'https://a.example/' }], 'A'],
  tags: [[], ['A'], [7], 'A', [null], null],
  sticky: [{}, { until: '2026-03-01T09:00:00Z' }, { until: 7 }, [], null],
};

const CARD_NAMES: readonly string[] = Object.keys(VALUES);

/** Of chat items. */
export const CHAT_NAMES: readonly string[] = (
  'itemDetails children id contextId title subtitle shortDescription description image href alternateText url type ' +
  'workflowId workflowStep tabularData data actions userInput payload headers navigationType label format options ' +
  'minLength maxLength value'
).split(' ');
