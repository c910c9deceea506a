import { closersOf } from './edits.js';
import type { Open } from './grammar.js';
import type { Piece } from './reading.js';
import type { Token } from './tokens.js';

/** A member that stands in the column of an outer object's names: something is probably missing before it. */
export interface Suspect {
  readonly name: Token;
  /** The member of the outer object that stands in the same column. */
  readonly outer: Token;
  /** The brackets that would close what lies between. */
  readonly missing: readonly Token[];
  /** The token before which they belong. */
  readonly index: number;
}

interface Level {
  /** The column of the first name. */
  readonly first: number | null;
  /** The last name, and its column. */
  readonly name: Token;
  readonly column: number | null;
}

/**
 * Where a closing bracket is missing, going by how the lines are indented.
 *
 * @param columnOf - the column of a token that is the first in its line, else `null`.
 */
export function suspectIn(
  texts: readonly (readonly Piece[])[],
  columnOf: (token: Token) => number | null,
): Suspect | null {
  const levels = new Map<Open, Level>();
  for (const { token, before, previous } of texts.flat()) {
    const { open, expect } = before;
    if (!open || token.type !== 'text' || !expect.startsWith('name')) continue;
    const column = columnOf(token);
    const first = levels.get(open)?.first ?? column;
    const comma = previous?.index ?? -1;
    if (column !== null && first !== null && column < first && comma >= 0) {
      for (let outer = open.up; outer; outer = outer.up) {
        const level = levels.get(outer);
        if (level?.column === column)
          return { name: token, outer: level.name, missing: closersOf(open, outer), index: comma };
      }
    }
    levels.set(open, { first, name: token, column });
  }
  return null;
}
