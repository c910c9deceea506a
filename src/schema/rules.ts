import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Facts, Path } from '../diagnostics/diagnostic.js';
import type { Card, CardAction } from './model.js';
import { quote } from './verdict.js';

/** One thing that is allowed and yet looks like a mistake. */
interface Rule {
  readonly code: DiagnosticCode;
  /** Says each place it finds, relative to the card, with the facts of the code. */
  find(card: Omit<Card, 'key'>, now: number): readonly { path: Path; facts?: Facts }[];
}

/** What is looked for in each card that was read. Each rule stands for itself; their order is of no account. */
export const RULES: readonly Rule[] = [
  {
    code: 'opposite-actions',
    find: ({ actions }) => {
      const approve = actions.find(({ label }) => /^(approve|accept|yes|confirm)\b/i.test(label));
      const decline = actions.find(({ label }) => /^(decline|reject|deny|refuse|no)\b/i.test(label));
      if (!approve || !decline) return [];
      if (approve.exclusiveSet !== null && approve.exclusiveSet === decline.exclusiveSet) return [];
      return [
        {
          path: ['actions', decline.index],
          facts: { member: quote(decline.label), got: quote(approve.label) },
        },
      ];
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
        ({ kind, index }) => (kind === 'open' || kind === 'dismiss') && wireInputs(source, index) > 0,
      ),
  },
  {
    code: 'expired',
    find: ({ expiresAt }, now) =>
      expiresAt !== null && expiresAt <= now
        ? [{ path: ['expiration_date'], facts: { got: new Date(expiresAt).toISOString() } }]
        : [],
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
    find: ({ fields }) =>
      fields.flatMap(({ items, index }) =>
        items.flatMap((item) =>
          item.kind === 'attachment' && item.name === item.url ? [{ path: ['body', 'fields', index] }] : [],
        ),
      ),
  },
];

function where(actions: readonly CardAction[], is: (action: CardAction) => boolean) {
  return actions
    .filter(is)
    .map(({ index, label }) => ({ path: ['actions', index], facts: { member: quote(label) } }));
}

function wireInputs(source: unknown, index: number): number {
  const { actions } = source as { actions?: { user_input?: unknown }[] };
  const inputs = Array.isArray(actions) ? actions[index]?.user_input : undefined;
  return Array.isArray(inputs) ? inputs.length : 0;
}
