import { printableCharacter, widthOf } from './printable.js';

/** A line of the text and, to be printed under it, a marker of where something is. */
export interface Excerpt {
  readonly source: string;
  readonly marker: string;
}

const TAB = 4;

/**
 * What to show of a line, on a terminal where not every character takes one column.
 *
 * @param start - zero-based, in UTF-16 units, as is `end`; at least one column is marked.
 * @param width - in columns; of a longer line only what is round the marker is shown.
 */
export function excerpt(line: string, start: number, end: number, width: number): Excerpt {
  const room = Math.max(width, 20) - '……'.length;
  // Of a response in one line, of a million characters, each finding shows a few.
  const left = boundary(line, start - 2 * room);
  const right = boundary(line, start + 2 * room);
  const cells = cellsOf(line.slice(left, right));
  const from = columnAt(cells, start - left);
  const to = Math.max(from + 1, columnAt(cells, end - left));
  const total = columnAt(cells, Infinity);
  const isWhole = left === 0 && right === line.length;
  if (isWhole && Math.max(total, to) <= width)
    return {
      source: cells.map(({ text }) => text).join(''),
      marker: ' '.repeat(from) + '^'.repeat(to - from),
    };
  const first = Math.max(0, Math.min(from - Math.floor(room / 3), total - room));
  const last = first + room;
  const inside = cells.filter(({ column, text, width: w }) => text && column >= first && column + w <= last);
  const before = first > 0 || left > 0 ? '…' : '';
  const after = last < total || right < line.length ? '…' : '';
  const gap = (inside[0]?.column ?? first) - before.length;
  return {
    source: before + inside.map(({ text }) => text).join('') + after,
    marker: ' '.repeat(from - gap) + '^'.repeat(Math.max(1, Math.min(to, last) - from)),
  };
}

/** The index nearest to another one at which the line can be cut, not within a character of two units. */
function boundary(line: string, index: number): number {
  const at = Math.max(0, Math.min(index, line.length));
  return at > 0 && (line.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}

interface Cell {
  /** Where the character stands in the line, in UTF-16 units. */
  readonly at: number;
  readonly column: number;
  readonly width: number;
  readonly text: string;
}

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  let column = 0;
  for (const character of line) {
    const text = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : printableCharacter(character);
    const width = character === '\t' ? text.length : widthOf(text);
    cells.push({ at, column, width, text });
    at += character.length;
    column += width;
  }
  return cells;
}

function columnAt(cells: readonly Cell[], at: number): number {
  const cell = cells.find((one) => one.at >= at);
  const last = cells.at(-1);
  return cell?.column ?? (last ? last.column + last.width : 0);
}
