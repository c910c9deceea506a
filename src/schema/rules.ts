import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Fact, Facts } from '../diagnostics/diagnostic.js';
import { encodeRequest, FORM_TYPE, type EncodeFailure } from './encode-request.js';
import type { Card, CardAction, WirePath } from './model.js';
import { isWire } from './reading.js';
import { quote } from './verdict.js';
import { wireAt } from './wire-at.js';

/** One thing that is allowed and yet looks like a mistake. */
interface Rule {
  readonly code: DiagnosticCode;
  /** Says each place it finds, relative to the card, with the facts of the code. */
  find(card: Omit<Card, 'key'>, now: number): readonly Finding[];
}

interface Finding {
  readonly path: WirePath;
  readonly facts?: Facts | undefined;
}

const DAY = 86_400_000;

/** What is looked for in each card that was read. Each rule stands for itself; their order is of no account. */
export const RULES: readonly Rule[] = [
  {
    code: 'no-title',
    // Bots talk without titles.
    find: ({ title, chat, source }) =>
      title === null && chat === null
        ? [{ path: isWire(wireAt(source, ['header'])) ? ['header', 'title'] : ['header'] }]
        : NOWHERE,
  },
  {
    code: 'expired',
    find: ({ expiresAt }, now) => past(expiresAt, now, ['expiration_date']),
  },
  {
    code: 'sticky-over',
    find: ({ stickyUntil }, now) => past(stickyUntil, now, ['sticky', 'until']),
  },
  {
    code: 'created-later',
    // Clocks differ.
    find: ({ createdAt }, now) =>
      createdAt !== null && createdAt > now + DAY
        ? [{ path: ['creation_date'], facts: { got: new Date(createdAt).toISOString() } }]
        : NOWHERE,
  },
  {
    code: 'opposite-actions',
    find: (card) => {
      const [approve, decline] = opposites(card);
      return approve && decline
        ? [
            {
              path: decline.exclusiveSet === null ? decline.path : [...decline.path, SET],
              facts: { member: quote(decline.label), got: quote(approve.label) },
            },
          ]
        : NOWHERE;
    },
  },
  {
    code: 'lone-exclusive-set',
    find: (card) => {
      const sets = card.actions.flatMap(({ exclusiveSet }) => exclusiveSet ?? []);
      if (sets.length === 0 || opposites(card).length > 0) return NOWHERE;
      const seen = new Set<string>();
      const shared = new Set(sets.filter((set) => seen.size === seen.add(set).size));
      return where(
        card.actions,
        ({ exclusiveSet }) => exclusiveSet !== null && !shared.has(exclusiveSet),
        SET,
      );
    },
  },
  {
    code: 'same-action-id',
    find: ({ actions }) => {
      if (actions.length < 2) return NOWHERE;
      const seen = new Set<string>();
      return where(actions, ({ id }) => id !== null && seen.size === seen.add(id).size, 'id');
    },
  },
  {
    code: 'several-primary',
    find: ({ actions }) => {
      const first = actions.find(({ primary }) => primary);
      return first ? where(actions, (action) => action.primary && action !== first, 'primary') : NOWHERE;
    },
  },
  {
    code: 'no-inputs',
    find: ({ actions }) =>
      where(
        actions,
        ({ kind, actionKey, inputs }) => kind === 'send' && actionKey === 'USER_INPUT' && !inputs.length,
        'action_key',
      ),
  },
  {
    code: 'unused-inputs',
    find: ({ actions, source }) =>
      where(
        actions,
        ({ kind, path }) => (kind === 'open' || kind === 'dismiss') && wireInputs(source, path) > 0,
        'user_input',
      ),
  },
  {
    code: 'input-in-url',
    find: ({ actions }) =>
      where(
        actions,
        ({ method, inputs }) => inputs.length > 0 && (method === 'GET' || method === 'HEAD'),
        'type',
      ),
  },
  {
    code: 'repeat-removed',
    find: ({ actions }) =>
      where(actions, ({ allowRepeated, removesCard }) => allowRepeated && removesCard, 'allow_repeated'),
  },
  {
    code: 'unwritable-content',
    find: ({ actions, chat }) =>
      where(
        actions,
        (action) => isUnwritable(action, 'content-type'),
        chat === null ? 'content_type' : 'headers',
        ({ contentType }) => quote(contentType),
      ),
  },
  {
    code: 'unwritable-content',
    find: ({ actions, chat }) =>
      where(
        actions,
        (action) => isUnwritable(action, 'not-writable'),
        chat === null ? 'request' : 'payload',
        () => ['deep-request'],
      ),
  },
  {
    code: 'unseen-characters',
    find: ({ actions, chat }) =>
      where(actions, ({ label }) => isUnseen(label), chat === null ? 'label' : 'title'),
  },
];

const SET = 'mutually_exclusive_set_id';
const NOWHERE: readonly Finding[] = [];

function past(instant: number | null, now: number, path: WirePath): readonly Finding[] {
  return instant !== null && instant <= now
    ? [{ path, facts: { got: new Date(instant).toISOString() } }]
    : NOWHERE;
}

/** @param member - of the action, which is at fault. */
function where(
  actions: readonly CardAction[],
  is: (action: CardAction) => boolean,
  member: string,
  got?: (action: CardAction) => Fact,
): readonly Finding[] {
  // Most cards have none: they need no new list.
  let found: Finding[] | undefined;
  for (const action of actions) {
    if (!is(action)) continue;
    const facts = { member: quote(action.label), ...(got && { got: got(action) }) };
    (found ??= []).push({ path: [...action.path, member], facts });
  }
  return found ?? NOWHERE;
}

function isUnwritable(action: CardAction, why: EncodeFailure): boolean {
  // Whatever is plain text in a form can be written.
  const isPlain = action.contentType === FORM_TYPE && !Object.values(action.request).some(isHolder);
  if (action.kind !== 'send' || isPlain) return false;
  const encoded = encodeRequest(action, {});
  return !encoded.ok && encoded.reason === why;
}

function isHolder(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Two actions that undo each other and can both be done; none when there are no such. */
function opposites({ actions, chat }: Omit<Card, 'key'>): CardAction[] {
  // A chat item has no way to say that two of its actions exclude each other.
  if (actions.length < 2 || chat !== null) return [];
  const approve = actions.find(({ label }) => /^(approve|accept|yes|confirm)\b/i.test(label));
  const decline = actions.find(({ label }) => /^(decline|reject|deny|refuse|no)\b/i.test(label));
  if (!approve || !decline) return [];
  return approve.exclusiveSet !== null && approve.exclusiveSet === decline.exclusiveSet
    ? []
    : [approve, decline];
}

function wireInputs(source: unknown, path: WirePath): number {
  const inputs = wireAt(source, [...path, 'user_input']);
  return Array.isArray(inputs) ? inputs.length : 0;
}

/** Nothing in it can be seen, or it is turned round to read as another word. */
function isUnseen(text: string): boolean {
  // Most labels have a letter first, and nothing beyond the scripts of Europe.
  return (
    /[^ -\u02ff]/.test(text) &&
    /^[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]*$|[\u202d\u202e]/u.test(text)
  );
}
