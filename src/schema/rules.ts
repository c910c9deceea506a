import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Facts } from '../diagnostics/diagnostic.js';
import type { Attachment, Card, CardAction, FactItem, WirePath } from './model.js';
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

/** What is looked for in each card that was read. Each rule stands for itself; their order is of no account. */
export const RULES: readonly Rule[] = [
  {
    code: 'opposite-actions',
    find: ({ actions, chat }) => {
      // A chat item has no way to say that two of its actions exclude each other.
      if (actions.length < 2 || chat !== null) return NOWHERE;
      const approve = actions.find(({ label }) => /^(approve|accept|yes|confirm)\b/i.test(label));
      const decline = actions.find(({ label }) => /^(decline|reject|deny|refuse|no)\b/i.test(label));
      if (!approve || !decline) return NOWHERE;
      if (approve.exclusiveSet !== null && approve.exclusiveSet === decline.exclusiveSet) return NOWHERE;
      return [{ path: decline.path, facts: { member: quote(decline.label), got: quote(approve.label) } }];
    },
  },
  {
    code: 'no-inputs',
    find: ({ actions }) =>
      where(
        actions,
        ({ kind, actionKey, inputs }) => kind === 'send' && actionKey === 'USER_INPUT' && !inputs.length,
      ),
  },
  {
    code: 'unused-inputs',
    find: ({ actions, source }) =>
      where(
        actions,
        ({ kind, path }) => (kind === 'open' || kind === 'dismiss') && wireInputs(source, path) > 0,
      ),
  },
  {
    code: 'expired',
    find: ({ expiresAt }, now) =>
      expiresAt !== null && expiresAt <= now
        ? [{ path: ['expiration_date'], facts: { got: new Date(expiresAt).toISOString() } }]
        : NOWHERE,
  },
  {
    code: 'plain-http',
    find: ({ actions }) =>
      where(actions, ({ url }) => url !== null && /^http:/i.test(url)).map(({ path, facts }) => ({
        path: [...path, 'url'],
        facts,
      })),
  },
  {
    code: 'nameless-attachment',
    find: ({ fields }) => {
      if (!fields.some(({ items }) => items.some(isNameless))) return NOWHERE;
      return fields.flatMap(({ items, path }) => items.filter(isNameless).map(() => ({ path })));
    },
  },
];

const NOWHERE: readonly Finding[] = [];

function where(actions: readonly CardAction[], is: (action: CardAction) => boolean): readonly Finding[] {
  // Most cards have none: they need no new lists.
  if (!actions.some(is)) return NOWHERE;
  return actions.filter(is).map(({ path, label }) => ({ path, facts: { member: quote(label) } }));
}

function wireInputs(source: unknown, path: WirePath): number {
  const inputs = wireAt(source, [...path, 'user_input']);
  return Array.isArray(inputs) ? inputs.length : 0;
}

function isNameless(item: FactItem | Attachment): boolean {
  return item.kind === 'attachment' && item.name === item.url;
}
