/*
 * Cards for measuring: the same ones for the same seed, in Node and in a page. Those of `soundCards` are such that
 * `readCards` finds nothing to say of them.
 */

const WORDS = (
  'account amount annual approval asset audit balance branch budget building carrier category centre charge client ' +
  'code contract cost country customer daily delivery department device discount employee equipment estimate expense ' +
  'facility finance freight group hardware invoice item labour ledger licence limit location maintenance manager ' +
  'market material meeting monthly network number office operation order partner payment payroll period plan policy ' +
  'price procurement product project purchase quantity quarter rate receipt region report request reserve review'
).split(' ');

/** mulberry32: small, and the same everywhere. */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Cards as connectors send them, each about 2.5 KB as JSON: approvals, tasks, files, news. Members that may be left out
 * are there in some and not in others, in several orders, as the cards of several connectors are.
 */
export function soundCards(count, seed = 1) {
  const make = maker(random(seed));
  return Array.from({ length: count }, (_, i) => make.card(i));
}

/** The same, with a fault or up to four in the given part of them. */
export function partlyFaulty(count, part, seed = 1) {
  const next = random(seed + 1);
  return soundCards(count, seed).map((card) => {
    if (next() >= part) return card;
    const faults = 1 + Math.floor(next() * 4);
    for (let i = 0; i < faults; i++) FAULTS[Math.floor(next() * FAULTS.length)](card);
    return card;
  });
}

/** The same, with the given part of all their members spoilt: another type, another form, another name. */
export function faultyThroughout(count, part, seed = 1) {
  const next = random(seed + 2);
  const cards = soundCards(count, seed);
  for (const card of cards) spoil(card, part, next);
  return cards;
}

/**
 * Approvals that all have the same form, as a hand-written page needs them: an icon, a title with a link, a subtitle, a
 * date, a description, six facts, two sections of five, a file; Approve with a form, Decline without. Newest first.
 *
 * @param icon - address of the picture that all of them show.
 */
export function approvals(count, icon, seed = 1) {
  const make = maker(random(seed));
  return Array.from({ length: count }, (_, i) => make.approval(i, icon));
}

/** One card with so many fields. */
export function longCard(fields, seed = 1) {
  const make = maker(random(seed));
  const card = make.card(0);
  card.body.fields = Array.from({ length: fields }, () => make.fact());
  return card;
}

function maker(next) {
  const int = (least, most) => least + Math.floor(next() * (most - least + 1));
  const chance = (part) => next() < part;
  const words = (least, most) => {
    const text = Array.from({ length: int(least, most) }, () => WORDS[int(0, WORDS.length - 1)]).join(' ');
    return text[0].toUpperCase() + text.slice(1);
  };
  const hex = (length) => Array.from({ length }, () => int(0, 15).toString(16)).join('');
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  const instant = (from, days) => new Date(from + int(0, days * 86_400) * 1000).toISOString();
  const past = () => instant(1_700_000_000_000, 300);
  const future = () => instant(4_000_000_000_000, 300);
  const list = (least, most, one) => Array.from({ length: int(least, most) }, one);
  const sometimes = (part, members) => (chance(part) ? members() : {});
  const host = () => `https://${WORDS[int(0, WORDS.length - 1)]}.example.com`;

  const fact = () => ({
    type: 'GENERAL',
    title: words(1, 2),
    description: `${words(2, 5)} ${int(10, 99_999)}`,
  });
  const file = () => ({
    type: 'ATTACHMENT_URL',
    title: 'Click here to download',
    attachment_name: `${words(1, 2).replace(' ', '-')}.pdf`,
    attachment_url: `${host()}/files/${hex(10)}?inline=true`,
    attachment_method: 'GET',
    attachment_content_type: 'application/pdf',
    ...sometimes(0.5, () => ({ attachment_content_length: int(2000, 4_000_000) })),
  });
  const section = () => ({ type: 'SECTION', title: words(1, 3), items: list(2, 5, fact) });
  const comments = () => ({
    type: 'COMMENT',
    title: 'Comments',
    comments: list(1, 2, () => ({
      display_name: words(2, 2),
      text: words(6, 14),
      creation_date: past(),
    })),
  });
  const action = (key, label, done, set, i) => ({
    id: uuid(),
    action_key: key,
    label,
    completed_label: done,
    url: { href: `${host()}/api/requests/${i}/${label.toLowerCase().replace(' ', '-')}` },
    type: 'POST',
    request: { record: hex(8), kind: WORDS[i % WORDS.length] },
    ...sometimes(0.5, () => ({ primary: key === 'DIRECT', allow_repeated: false })),
    ...(set === null ? {} : { mutually_exclusive_set_id: set, remove_card_on_completion: true }),
    ...(key === 'USER_INPUT' && {
      user_input: [{ id: 'comment', label: 'Comment', format: 'textarea', min_length: 1, max_length: 200 }],
    }),
  });
  const open = (i) => ({
    id: uuid(),
    action_key: 'OPEN_IN',
    label: 'Open',
    completed_label: 'Opened',
    type: 'GET',
    url: { href: `${host()}/requests/${i}#details` },
    allow_repeated: true,
  });
  const approval = (i) => [
    action('DIRECT', 'Approve', 'Approved', 'approval', i),
    action('USER_INPUT', 'Decline', 'Declined', 'approval', i),
  ];
  const task = (i) => [action('USER_INPUT', 'Comment', 'Sent', null, i), open(i)];
  const header = (i) => ({
    title: `${words(2, 4)} ${100_000 + i}`,
    ...sometimes(0.8, () => ({
      subtitle: [`Requested by ${words(2, 2)}`, ...(chance(0.3) ? [words(2, 3)] : [])],
    })),
    ...sometimes(0.6, () => ({
      links: { title: `${host()}/requests/${i}`, ...sometimes(0.3, () => ({ subtitle: [null] })) },
    })),
  });
  const identity = (i) => ({ id: uuid(), backend_id: `r-${hex(6)}-${i}`, hash: hex(40) });
  const dates = () => ({
    creation_date: past(),
    ...sometimes(0.3, () => ({ due_date: future() })),
    ...sometimes(0.3, () => ({ expiration_date: future() })),
  });
  const image = () => ({ image: { href: `${host()}/images/connector.png` } });
  const body = (facts, more) => ({
    body: { description: `${words(8, 16)}.`, fields: [...Array.from({ length: facts }, fact), ...more] },
  });

  const kinds = [
    (i) => ({
      ...identity(i),
      name: 'Concur',
      ...image(),
      ...dates(),
      header: header(i),
      ...body(int(4, 6), [section(), section()]),
      actions: approval(i),
    }),
    (i) => ({
      ...image(),
      ...body(int(3, 4), [section(), comments(), { type: 'SECTION', title: 'Files', items: [file()] }]),
      actions: approval(i),
      ...identity(i),
      ...dates(),
      header: header(i),
      template: { href: `${host()}/templates/generic.hbs` },
    }),
    (i) => ({
      ...identity(i),
      ...dates(),
      importance: int(0, 5),
      header: header(i),
      ...body(int(6, 9), [file(), comments()]),
      links: list(1, 2, () => ({ href: `${host()}/help/${hex(4)}`, text: words(2, 3) })),
      actions: task(i),
      tags: list(1, 3, () => WORDS[int(0, WORDS.length - 1)]),
    }),
    (i) => ({
      id: uuid(),
      hash: hex(40),
      creation_date: past(),
      ...image(),
      header: header(i),
      banner: {
        items: [
          { type: 'image', href: `${host()}/news/${i}.jpg`, title: words(2, 4), description: words(5, 9) },
        ],
      },
      ...body(int(4, 6), [section(), section()]),
      sticky: { until: future(), type: 'BANNER' },
      actions: [open(i)],
    }),
  ];

  const facts = (count) => Array.from({ length: count }, fact);
  const uniform = (i, icon) => ({
    ...identity(i),
    name: 'Purchase orders',
    image: { href: icon },
    creation_date: new Date(1_700_000_000_000 - i * 60_000).toISOString(),
    header: {
      title: `${words(2, 4)} ${100_000 + i}`,
      subtitle: [`Requested by ${words(2, 2)}`],
      links: { title: `${host()}/requests/${i}` },
    },
    body: {
      description: `${words(8, 16)}.`,
      fields: [
        ...facts(6),
        { type: 'SECTION', title: words(2, 3), items: facts(5) },
        { type: 'SECTION', title: words(2, 3), items: facts(5) },
        { type: 'SECTION', title: 'Files', items: [file()] },
      ],
    },
    actions: [
      { ...action('USER_INPUT', 'Approve', 'Approved', 'approval', i), primary: true },
      { ...action('DIRECT', 'Decline', 'Declined', 'approval', i), primary: false },
    ],
  });

  // Approvals are what most cards are.
  const often = [0, 1, 0, 2, 1, 0, 3, 1];
  return { fact, card: (i) => kinds[often[i % often.length]](i), approval: uniform };
}

/** What is wrong with real cards, most often. */
const FAULTS = [
  (card) => (card.id = 'not-a-uuid'),
  (card) => (card.creation_date = '31/03/2030 17:00'),
  (card) => (card.due_date = 1_900_000_000.5),
  (card) => (card.header.subtitle = 'one text'),
  (card) => (card.header.links = { title: 'requests/17' }),
  (card) => (card.importance = 'high'),
  (card) => (card.backendId = 'r-1'),
  (card) => (card.image = 'https://images.example.com/connector.png'),
  (card) => (card.body.fields[0].description = 1284.5),
  (card) => (card.body.fields[0].type = 'CHART'),
  (card) => (card.body.fields[1] = 'a text'),
  (card) => (card.links = [{ href: 'javascript:print()', text: 'Print' }]),
  (card) => delete card.actions[0].completed_label,
  (card) => (card.actions[0].url = {}),
  (card) => (card.actions[0].type = 'post'),
  (card) => (card.actions[0].action_key = 'USERINPUT'),
];

/** Goes through all members and elements; each has the same chance. */
function spoil(value, part, next) {
  for (const step of Object.keys(value)) {
    const inner = value[step];
    if (next() < part) {
      const ways = Array.isArray(value) ? OTHER_VALUES : OTHER_FORMS;
      ways[Math.floor(next() * ways.length)](value, step);
    } else if (typeof inner === 'object' && inner !== null) spoil(inner, part, next);
  }
}

const OTHER_VALUES = [
  (holder, step) => (holder[step] = 7),
  (holder, step) => (holder[step] = null),
  (holder, step) => (holder[step] = { text: 'an object' }),
  (holder, step) => (holder[step] = 'a text'),
];

const OTHER_FORMS = [
  ...OTHER_VALUES,
  (holder, step) => delete holder[step],
  (holder, step) => {
    holder[`${step.slice(0, -1)}x`] = holder[step];
    delete holder[step];
  },
];
