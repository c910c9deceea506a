import type { Diagnostic, Range } from '../diagnostics/diagnostic.js';
import { jsonSyntaxDiagnostic } from '../diagnostics/json-syntax.js';
import { Lines } from './lines.js';
import { lostByParsing } from './syntax/lost-by-parsing.js';
import { both, syntaxDiagnostic, type SyntaxFact } from './syntax/fault.js';
import { breakFault } from './syntax/messages.js';
import type { Piece } from './syntax/reading.js';
import { repair } from './syntax/repair.js';
import { tokenize, type Habit, type Token, type TokenFault } from './syntax/tokens.js';

/** What could be made out of a text that is not JSON. */
export interface Recovered {
  /** What the text was probably meant to say: one value, for each JSON text in it. */
  readonly values: readonly RecoveredValue[];
  /** Every fault of the syntax, in the order of the text, with its range. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RecoveredValue {
  readonly value: unknown;
  /** The value as JSON text, without a space. */
  readonly json: string;
  /** Gives findings with a range in `json` their range in the text as it is; leaves out those about mere guesses. */
  readonly placed: (diagnostics: readonly Diagnostic[]) => Diagnostic[];
}

/**
 * Reads a text as far as it can be made out, whatever is wrong with it, and names each fault.
 *
 * Parsers that tolerate faults stop where the first value ends. In a card that was pasted together that is often in the
 * middle: a brace closes too early and the body and the actions come after it. So at each fault the cheapest way to read
 * all that follows is looked for.
 *
 * @returns for valid JSON its value and no fault but what parsing loses. Never throws.
 */
export function recover(text: string): Recovered {
  const lines = new Lines(text);
  const refusal = jsonSyntaxDiagnostic(text);
  // A page in place of the cards: nothing to make out.
  if (refusal && /^\ufeff?\s*(?:<|$)/.test(text)) return { values: [], diagnostics: [refusal] };
  const { tokens, faults } = tokenize(text);
  const { texts, breaks, gaveUp } = repair(tokens, (token) => columnOf(token, text));
  const found = [
    ...faults,
    ...texts.flat().flatMap(({ token }) => token.faults ?? []),
    ...breaks.map((broken) => breakFault(broken, lines)),
    ...(gaveUp ? [tooMany(breaks.at(-1)?.token)] : []),
  ];
  const syntax = summed(found).map((fault) => syntaxDiagnostic(fault, lines));
  if (refusal && syntax.length === 0) syntax.push(refusal);
  const lost = texts.flatMap((pieces) =>
    lostByParsing(
      pieces.map(({ token }) => token),
      lines,
    ),
  );
  return {
    values: texts.map((pieces) => recoveredValue(pieces, lines)),
    diagnostics: [...syntax, ...lost].sort(byPlace),
  };
}

/** In the order of the text; findings at one place keep theirs. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0);
}

/** The column of a token that is the first in its line, else `null`. */
function columnOf({ start }: Token, text: string): number | null {
  let before = start - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return /[^\n\r]/.test(text[before] ?? '\n') ? null : start - before;
}

function tooMany(token: Token | undefined): TokenFault {
  return {
    offset: token?.start ?? 0,
    length: 1,
    got: ['more-wrong'],
    repair: ['check-again'],
  };
}

/** How many faults of one kind are told. */
const TOLD: Record<Habit, number> = {
  space: 1,
  quotes: 1,
  name: 1,
  text: 1,
  comment: 20,
  comma: 20,
  escape: 20,
};

/** Of faults that come in dozens the first ones; the last of these tells how many more there are. */
function summed(faults: readonly TokenFault[]): TokenFault[] {
  const told: TokenFault[] = [];
  const kinds = new Map<Habit, TokenFault[]>();
  for (const fault of faults) {
    const alike = fault.habit && kinds.get(fault.habit);
    if (alike) alike.push(fault);
    else if (fault.habit) kinds.set(fault.habit, [fault]);
    else told.push(fault);
  }
  for (const [habit, alike] of kinds) {
    alike.sort((a, b) => a.offset - b.offset);
    const more = alike.length - TOLD[habit];
    told.push(...alike.slice(0, TOLD[habit]));
    const last = told.at(-1);
    if (more <= 0 || !last) continue;
    const follow: SyntaxFact = more > 1 ? ['more-alike', String(more)] : ['one-more'];
    told.splice(-1, 1, { ...last, repair: both(last.repair ?? null, follow) ?? follow });
  }
  return told;
}

function recoveredValue(pieces: readonly Piece[], lines: Lines): RecoveredValue {
  const starts: number[] = [];
  let json = '';
  for (const { token } of pieces) {
    starts.push(json.length);
    json += token.json;
  }
  const pieceAt = (offset: number) => pieces[Math.max(0, lastUpTo(starts, offset))]?.token;
  return {
    value: JSON.parse(json) as unknown,
    json,
    placed: (diagnostics) =>
      diagnostics.flatMap((finding) => {
        const range = finding.range && rangeOf(finding.range, pieceAt, lines);
        return range ? { ...finding, range } : [];
      }),
  };
}

/** `null` for what was only guessed. */
function rangeOf(
  { start, end }: Range,
  pieceAt: (offset: number) => Token | undefined,
  lines: Lines,
): Range | null {
  const first = pieceAt(start.offset);
  const last = pieceAt(Math.max(start.offset, end.offset - 1));
  if (!first || !last || (first.guessed && first === last)) return null;
  return lines.range(first.start, Math.max(first.end, last.end));
}

/** The index of the last number that is not above another; the numbers rise. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
