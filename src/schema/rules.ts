import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Facts } from '../diagnostics/diagnostic.js';
import { encodeRequest, FORM_TYPE, type EncodeFailure } from './encode-request.js';
import { quote } from './facts.js';
import type { Card, CardAction, WirePath } from './model.js';
import { isUnseen } from './unseen.js';
import { wireAt } from './wire-at.js';
import { isWire, type Wire } from './wire.js';

/** Something about a card that is allowed and yet looks like a mistake. */
interface CardRule {
  readonly code: DiagnosticCode;
  /** Says each place it finds, relative to the card, with the facts of the code. */
  find(card: Card, now: number): readonly RuleFinding[];
}

/** The same about one of its actions. */
interface ActionRule {
  readonly code: DiagnosticCode;
  is(action: CardAction, card: Card): boolean;
  /** The member at fault, in an action of a card and of a chat item. */
  readonly member: string;
  readonly inChat?: string;
  readonly facts?: (action: CardAction) => Facts;
}

interface RuleFinding {
  readonly path: WirePath;
  readonly facts?: Facts;
}

/* Each rule stands for itself; their order is of no account. Most cards break none: those make nothing anew. */

const DAY = 86_400_000;
const SET = 'mutually_exclusive_set_id';
const NOWHERE: readonly RuleFinding[] = [];

// By name: one that stands in a function is made anew at each call.
const APPROVAL = /^(approve|accept|yes|confirm)\b/i;
const REFUSAL = /^(?:(?:decline|reject|deny|refuse)\b|no(?:,? thanks?)?$)/i;
const TURNED = /[\u202d\u202e]/;

export const CARD_RULES: readonly CardRule[] = [
  {
    code: 'no-title',
    // Bots talk without titles.
    find: ({ title, chat, source }) =>
      (title === null || isUnseen(title)) && chat === null
        ? [{ path: isWire(wireAt(source, ['header'])) ? ['header', 'title'] : ['header'] }]
        : NOWHERE,
  },
  {
    code: 'misplaced-member',
    find: ({ chat, source }) =>
      isWire(source) ? misplaced(source, chat === null ? HOMES : CHAT_HOMES) : NOWHERE,
  },
  {
    code: 'expired',
    find: ({ expiresAt }, now) =>
      expiresAt !== null && expiresAt <= now ? timed(['expiration_date'], expiresAt) : NOWHERE,
  },
  {
    code: 'sticky-over',
    find: ({ stickyUntil }, now) =>
      stickyUntil !== null && stickyUntil <= now ? timed(['sticky', 'until'], stickyUntil) : NOWHERE,
  },
  {
    code: 'created-later',
    // Clocks differ.
    find: ({ createdAt }, now) =>
      createdAt !== null && createdAt > now + DAY ? timed(['creation_date'], createdAt) : NOWHERE,
  },
  {
    code: 'opposite-actions',
    find: (card) => {
      const found = opposites(card);
      if (!found) return NOWHERE;
      const [approve, decline] = found;
      const path = decline.exclusiveSet === null ? decline.path : [...decline.path, SET];
      return [{ path, facts: { member: quote(decline.label), got: quote(approve.label) } }];
    },
  },
  {
    code: 'lone-exclusive-set',
    find: (card) => {
      const { actions } = card;
      if (isOneSet(actions) || opposites(card)) return NOWHERE;
      const times = new Map<string | null, number>();
      for (const { exclusiveSet } of actions) times.set(exclusiveSet, (times.get(exclusiveSet) ?? 0) + 1);
      const isAlone = ({ exclusiveSet }: CardAction) =>
        exclusiveSet !== null && times.get(exclusiveSet) === 1;
      return actions.filter(isAlone).map((action) => inAction(action, SET));
    },
  },
  {
    code: 'same-action-id',
    find: ({ actions }) => {
      if (actions.length < 2) return NOWHERE;
      const [one, other] = actions;
      if (actions.length === 2 && one?.id !== other?.id) return NOWHERE;
      const seen = new Set<string>();
      const isAgain = ({ id }: CardAction) => id !== null && seen.size === seen.add(id).size;
      return actions.filter(isAgain).map((action) => inAction(action, 'id'));
    },
  },
];

export const ACTION_RULES: readonly ActionRule[] = [
  {
    code: 'several-primary',
    member: 'primary',
    is: (action, { actions }) => action.primary && actions.find(({ primary }) => primary) !== action,
  },
  {
    code: 'no-inputs',
    member: 'action_key',
    is: ({ kind, actionKey, inputs }) => kind === 'send' && actionKey === 'USER_INPUT' && !inputs.length,
  },
  {
    code: 'unused-inputs',
    member: 'user_input',
    is: ({ kind, path }, { source }) => (kind === 'open' || kind === 'dismiss') && hasInputs(source, path),
  },
  {
    code: 'input-in-url',
    member: 'type',
    is: ({ method, inputs }) => inputs.length > 0 && (method === 'GET' || method === 'HEAD'),
  },
  {
    code: 'repeat-removed',
    member: 'allow_repeated',
    is: ({ allowRepeated, removesCard }) => allowRepeated && removesCard,
  },
  {
    code: 'unwritable-content',
    member: 'content_type',
    inChat: 'headers',
    is: (action) => isUnwritable(action, 'content-type'),
    facts: ({ contentType }) => ({ got: quote(contentType), repair: ['writable-types'] }),
  },
  {
    code: 'unwritable-content',
    member: 'request',
    inChat: 'payload',
    is: (action) => isUnwritable(action, 'not-writable'),
    facts: () => ({ got: ['deep-request'], repair: ['less-deep'] }),
  },
  {
    code: 'unseen-characters',
    member: 'label',
    inChat: 'title',
    // Nothing in it can be seen, or it is turned round to read as another word.
    is: ({ label }) => isUnseen(label) || TURNED.test(label),
  },
];

/** Where members belong that are looked for elsewhere at times; `''` is the card itself. */
const HOMES = new Map([
  ['title', 'header'],
  ['subtitle', 'header'],
  ['description', 'body'],
  ['fields', 'body'],
  ['actions', ''],
  ['links', ''],
  ['banner', ''],
  ['image', ''],
]);
const CHAT_HOMES = new Map([
  ['title', 'itemDetails'],
  ['description', 'itemDetails'],
  ['actions', 'itemDetails'],
  ['children', ''],
]);
const HOLDERS = ['', 'header', 'body', 'itemDetails'];

/** What would be shown one level further out or in, and is missing there. */
function misplaced(source: Wire, homes: ReadonlyMap<string, string>): readonly RuleFinding[] {
  // A chat item may also have all its members round it: it is read as it is.
  if (homes === CHAT_HOMES && !isWire(source.itemDetails)) return NOWHERE;
  const at = (holder: string) => (holder ? source[holder] : source);
  let found = NOWHERE;
  for (const holder of HOLDERS) {
    const from = at(holder);
    if (!isWire(from)) continue;
    for (const name in from) {
      const home = homes.get(name);
      // A header has links of its own.
      if (home === undefined || home === holder || !from[name] || holder + name === 'headerlinks') continue;
      const right = at(home);
      if (isWire(right) && right[name]) continue;
      const path = holder ? [holder, name] : [name];
      found = [...found, { path, facts: { member: name, expected: home || ['card-itself'] } }];
    }
  }
  return found;
}

function timed(path: WirePath, instant: number): readonly RuleFinding[] {
  return [{ path, facts: { got: new Date(instant).toISOString() } }];
}

export function inAction({ path, label }: CardAction, member: string, facts?: Facts): RuleFinding {
  return { path: [...path, member], facts: { member: quote(label), ...facts } };
}

function isUnwritable(action: CardAction, why: EncodeFailure): boolean {
  // Whatever is plain text in a form can be written.
  const isPlain = action.contentType === FORM_TYPE && !hasHolder(action.request);
  if (action.kind !== 'send' || isPlain) return false;
  const encoded = encodeRequest(action, {});
  return !encoded.ok && encoded.reason === why;
}

function hasHolder(values: Readonly<Record<string, unknown>>): boolean {
  for (const name in values) if (typeof values[name] === 'object' && values[name] !== null) return true;
  return false;
}

/** Whether there is no set, or one alone with several actions in it: as in nearly all cards. */
function isOneSet(actions: readonly CardAction[]): boolean {
  let set: string | null = null;
  let count = 0;
  for (const { exclusiveSet } of actions) {
    if (exclusiveSet === null) continue;
    if (count > 0 && exclusiveSet !== set) return false;
    set = exclusiveSet;
    count++;
  }
  return count !== 1;
}

/** Two actions that undo each other and can both be done; `null` when there are no such. */
function opposites({ actions, chat }: Card): readonly [CardAction, CardAction] | null {
  // A chat item has no way to say that two of its actions exclude each other.
  if (actions.length < 2 || chat !== null) return null;
  const approve = unopposed(actions, APPROVAL, REFUSAL);
  const decline = approve && unopposed(actions, REFUSAL, APPROVAL);
  return decline ? [approve, decline] : null;
}

/** The first of these that does more than open something or go away, and has no opposite in its own set. */
function unopposed(actions: readonly CardAction[], these: RegExp, those: RegExp): CardAction | undefined {
  return actions.find(
    ({ kind, label, exclusiveSet: set }) =>
      kind !== 'open' &&
      kind !== 'dismiss' &&
      these.test(label) &&
      (set === null || !actions.some((other) => other.exclusiveSet === set && those.test(other.label))),
  );
}

function hasInputs(source: unknown, path: WirePath): boolean {
  const action = wireAt(source, path);
  const inputs = isWire(action) ? action.user_input : null;
  return Array.isArray(inputs) && inputs.length > 0;
}
