import type { Place, Range } from '../diagnostics/diagnostic.js';

/** The lines of a text, found once. They end at `\n`, `\r\n` or `\r`. */
export class Lines {
  readonly #text: string;
  /** Offsets at which lines begin. */
  readonly #starts = [0];

  constructor(text: string) {
    this.#text = text;
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(index + end.length);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The place at which a line begins; lines count from 1. */
  start(number: number): Place {
    return { line: number, column: 1, offset: this.#starts[number - 1] ?? 0 };
  }

  /** A line without its end; lines count from 1. */
  line(number: number): string {
    let end = this.#starts[number] ?? this.#text.length;
    // Without a regular expression, which would go through all of a long line.
    while (/[\r\n]/.test(this.#text.charAt(end - 1)) && end > (this.#starts[number - 1] ?? 0)) end--;
    return this.#text.slice(this.#starts[number - 1], end);
  }

  place(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }

  range(start: number, end: number): Range {
    return { start: this.place(start), end: this.place(end) };
  }
}
