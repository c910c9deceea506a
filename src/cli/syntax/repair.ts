import { closersOf, COLON, edits, leaveOut, MAX_EDIT_COST, NULL, splitBefore, type Edit } from './edits.js';
import { isAfterComma, type State } from './grammar.js';
import { BEGINNING, putIn, readOn, stepBack, textsOf, type Piece, type Reading } from './reading.js';
import { suspectIn, type Suspect } from './suspect.js';
import type { Token } from './tokens.js';

/** A place where JSON can't go on, and what was read in its stead. */
export interface Break {
  /** The token that does not fit, and where reading had got to. */
  readonly token: Token;
  readonly state: State;
  readonly dropped: readonly Token[];
  readonly added: readonly Token[];
  /** Where something was put in; an offset in the text. */
  readonly addedAt: number;
  /** Whether another JSON text begins there. */
  readonly split: boolean;
  /** For the end of a text that is cut off: where something may have been left open. */
  readonly suspect?: Suspect;
}

export interface Repaired {
  /** Each a valid JSON text; mostly there is one. */
  readonly texts: readonly (readonly Piece[])[];
  readonly breaks: readonly Break[];
  /** Whether there were so many breaks that reading on made no sense. */
  readonly gaveUp: boolean;
}

/** After breaks that cost so much together, what is read is noise. A misplaced comma costs 1. */
const MAX_COST = 200;
/** How many tokens ahead the cheapest way to go on is looked for. */
const AHEAD = 120;
/** How many ways to go on are followed at one break. */
const MAX_WAYS = 60;

/**
 * Makes valid JSON of tokens that are not quite. Where one does not fit, a few are left out or put in, there or
 * shortly before: that edit is made with which what follows can be read at the least cost.
 *
 * @param columnOf - the column of a token that is the first in its line, else `null`.
 */
export function repair(tokens: readonly Token[], columnOf: (token: Token) => number | null): Repaired {
  let best = read(tokens, []);
  const end = best.breaks.at(-1);
  const suspects: Suspect[] = [];
  while (end?.token.type === 'end' && suspects.length < 5) {
    const suspect = suspectIn(best.texts, columnOf);
    if (!suspect || suspects.some(({ index }) => index === suspect.index)) break;
    suspects.push(suspect);
    const next = read(tokens, suspects);
    const breaks = next.breaks.filter(({ token }) => token !== end.token);
    if (next.gaveUp || breaks.length >= best.breaks.length) break;
    best = { ...next, breaks: [...breaks, { ...end, suspect: suspects[0] ?? suspect }] };
    if (next.breaks.length === breaks.length) break;
  }
  return best;
}

/** @param suspects - where to close what seems to have been left open. */
function read(tokens: readonly Token[], suspects: readonly Suspect[]): Repaired {
  const breaks: Break[] = [];
  let reading = BEGINNING;
  let cost = 0;
  for (;;) {
    const suspect = suspects.find(({ index }) => index === reading.index);
    reading = (suspect && putIn(reading, suspect.missing)) ?? reading;
    const stop = suspects.map(({ index }) => index).filter((index) => index > reading.index);
    reading = readOn(tokens, reading, Math.min(...stop, tokens.length));
    const token = tokens[reading.index];
    if (!token || token.type === 'end') break;
    if (stop.includes(reading.index)) continue;
    const edit = bestEdit(tokens, reading);
    const { dropped, added, split } = edit;
    const addedAt = stepBack(edit.reading, added.length).last?.token.end ?? 0;
    breaks.push({ token, state: reading.state, dropped, added, addedAt, split });
    reading = edit.reading;
    if (!split) cost += edit.cost;
    if (cost > MAX_COST) return { texts: [], breaks, gaveUp: true };
  }
  const end = cutOff(tokens, reading);
  return { texts: textsOf(finished(reading)), breaks: [...breaks, ...end], gaveUp: false };
}

/** Closes what is open at the end of the text. */
function finished(reading: Reading): Reading {
  let end = isAfterComma(reading.state) ? stepBack(reading, 1) : reading;
  if (end.state.expect === ':') end = putIn(end, [COLON]) ?? end;
  if (end.state.expect === 'value' && end.state.open) end = putIn(end, [NULL]) ?? end;
  return putIn(end, closersOf(end.state.open)) ?? end;
}

function cutOff(tokens: readonly Token[], { state }: Reading): Break[] {
  const token = tokens.at(-1);
  if (!token || !state.open) return [];
  return [{ token, state, dropped: [], added: [], addedAt: token.start, split: false }];
}

/** A way to go on: where it has got to, what it costs, and the edit that it began with. */
interface Way {
  readonly reading: Reading;
  readonly cost: number;
  readonly first: Edit;
  /** How far reading must get so that the edit was of use. */
  readonly beyond: number;
}

/** The first edit of the cheapest way to read the next tokens; if there is none, of the one that leads furthest. */
function bestEdit(tokens: readonly Token[], broken: Reading): Edit {
  const plain = splitBefore(tokens, broken);
  if (plain) return plain;
  const goal = broken.index + AHEAD;
  const been = new Set<string>();
  const ways = new Ways();
  let furthest: { index: number; edit: Edit } | null = null;
  const goOn = (from: Reading, cost: number, first?: Edit) => {
    for (const edit of edits(tokens, from))
      ways.add({
        reading: edit.reading,
        cost: cost + edit.cost + 1,
        first: first ?? edit,
        beyond: from.index,
      });
  };
  goOn(broken, 0);
  for (let followed = 0; followed < MAX_WAYS;) {
    const way = ways.takeCheapest();
    if (!way) break;
    const { cost, first, beyond } = way;
    const reading = readOn(tokens, way.reading, goal);
    if (reading.index >= goal) return first;
    if (reading.index <= beyond || !isNew(been, keyOf(reading))) continue;
    if (!furthest || reading.index > furthest.index) furthest = { index: reading.index, edit: first };
    if (tokens[reading.index]?.type === 'end') {
      const end = { ...reading, index: goal };
      ways.add({ reading: end, cost: cost + costToEnd(reading.state), first, beyond });
    } else {
      goOn(reading, cost, first);
      followed++;
    }
  }
  return furthest?.edit ?? leaveOut(tokens, broken);
}

/** Ways to go on; of those that cost the same, the ones that begin with the cheaper edit come first. */
class Ways {
  readonly #byCost: Way[][] = [];

  add(way: Way): void {
    (this.#byCost[way.cost * (MAX_EDIT_COST + 1) + way.first.cost] ??= []).push(way);
  }

  takeCheapest(): Way | undefined {
    return this.#byCost.find((ways: Way[] | undefined) => ways?.length)?.shift();
  }
}

function isNew(been: Set<string>, key: string): boolean {
  return been.size < been.add(key).size;
}

/** Ways that have come to the same are one way. */
function keyOf({ index, state }: Reading): string {
  let key = `${index} ${state.expect} `;
  for (let open = state.open; open && key.length < 40; open = open.up) key += open.bracket;
  return key;
}

/** What a text costs that ends here: a text that is cut off may leave much open. */
function costToEnd({ expect, open }: State): number {
  let levels = 0;
  for (let outer = open; outer && levels < 5; outer = outer.up) levels++;
  return expect === 'end' ? 0 : 1 + levels;
}
