import type { Token } from './tokens.js';

/** What may come next. */
export type Expect = 'value' | 'value-or-]' | 'name' | 'name-or-}' | ':' | 'more' | 'end';

/** An object or list that is not closed yet, and the one round it. */
export interface Open {
  readonly bracket: '{' | '[';
  readonly start: number;
  readonly up: Open | null;
}

/** How far JSON has got. Never changed, so that several ways to go on can be tried from one. */
export interface State {
  readonly expect: Expect;
  readonly open: Open | null;
}

export const START: State = { expect: 'value', open: null };

/** The state after a token, or `null` where JSON does not allow it. */
export function step({ expect, open }: State, { type, start }: Token): State | null {
  switch (expect) {
    case 'end':
      return null;
    case ':':
      return type === ':' ? { expect: 'value', open } : null;
    case 'more':
      if (type === ',') return { expect: open?.bracket === '{' ? 'name' : 'value', open };
      return type === closerOf(open) ? closed(open) : null;
    case 'name':
    case 'name-or-}':
      if (type === 'text') return { expect: ':', open };
      return type === '}' && expect === 'name-or-}' ? closed(open) : null;
    case 'value':
    case 'value-or-]':
      if (type === '{') return { expect: 'name-or-}', open: { bracket: type, start, up: open } };
      if (type === '[') return { expect: 'value-or-]', open: { bracket: type, start, up: open } };
      if (type === 'text' || type === 'scalar') return after(open);
      return type === ']' && expect === 'value-or-]' ? closed(open) : null;
  }
}

/** Whether an element or member must follow because of a comma. */
export function isAfterComma({ expect, open }: State): boolean {
  return expect === 'name' || (expect === 'value' && open?.bracket === '[');
}

export function closerOf(open: Open | null): '}' | ']' | null {
  if (open === null) return null;
  return open.bracket === '{' ? '}' : ']';
}

function closed(open: Open | null): State {
  return after(open?.up ?? null);
}

function after(open: Open | null): State {
  return { expect: open ? 'more' : 'end', open };
}
