import type { Diagnostic, Path, Place, Range } from './diagnostic.js';

/**
 * Gives each diagnostic its range in the JSON text that it is about: of the value at its path; of a member's
 * name where the name is what is wrong; and of the opening bracket of what should hold a member that is missing.
 *
 * @param text - valid JSON. Of a member that is there twice the last counts, as it does for `JSON.parse`.
 * @returns the same diagnostics, in their order, each with a `range`. One pass over the text, however many there are.
 */
export function located(text: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.length === 0) return [];
  const root = wanted(diagnostics.map(({ path }) => path));
  new Scan(text).value(root);
  const lines = lineStarts(text);
  return diagnostics.map((finding) => {
    const [start, end] = spanOf(root, finding);
    return { ...finding, range: { start: placeAt(lines, start), end: placeAt(lines, end) } };
  });
}

/** A place that somebody asks for, with what was found there. */
interface Wanted {
  readonly inner: Map<string, Wanted>;
  /** Offsets of the value. */
  start: number;
  end: number;
  /** Offsets of the member's name, quotes included. */
  nameStart: number;
  nameEnd: number;
}

function node(): Wanted {
  return { inner: new Map(), start: -1, end: -1, nameStart: -1, nameEnd: -1 };
}

function wanted(paths: readonly Path[]): Wanted {
  const root = node();
  for (const path of paths) {
    let here = root;
    for (const step of path) {
      const key = String(step);
      let next = here.inner.get(key);
      if (!next) here.inner.set(key, (next = node()));
      here = next;
    }
  }
  return root;
}

function spanOf(root: Wanted, { path, code }: Diagnostic): [number, number] {
  let here = root;
  for (const step of path) {
    const next = here.inner.get(String(step));
    if (!next || next.start < 0) return [here.start, here.start + 1];
    here = next;
  }
  return ABOUT_NAMES.has(code) && here.nameStart >= 0
    ? [here.nameStart, here.nameEnd]
    : [here.start, here.end];
}

/** What is wrong is what a member is called. */
const ABOUT_NAMES = new Set<string>([
  'misplaced-member',
  'misspelt-member',
  'forbidden-member',
  'reserved-name',
]);

/** Of a text only the opening quote: a pattern would take a stack as deep as the text is long. */
const TOKEN = /[\s,:\ufeff]*(["[\]{}]|[^\s,:[\]{}"]+)/y;

/** Walks valid JSON, going into what is wanted and over all else. */
class Scan {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(into: Wanted): void {
    const token = this.#token();
    into.start = this.#at - token.length;
    if (token === '{' && into.inner.size) this.#object(into);
    else if (token === '[' && into.inner.size) this.#list(into);
    else if (token === '{' || token === '[') this.#skip();
    into.end = this.#at;
  }

  #object(into: Wanted): void {
    for (let name = this.#token(); name !== '}' && name !== ''; name = this.#token()) {
      const nameEnd = this.#at;
      const member = into.inner.get(JSON.parse(name) as string);
      if (!member) {
        this.#over();
        continue;
      }
      // What an earlier member of the same name held is not what was read.
      forget(member);
      member.nameStart = nameEnd - name.length;
      member.nameEnd = nameEnd;
      this.value(member);
    }
  }

  #list(into: Wanted): void {
    for (let i = 0; this.#peek() !== ']'; i++) {
      const element = into.inner.get(String(i));
      if (element) this.value(element);
      else if (!this.#over()) return;
    }
    this.#token();
  }

  /** Over one value; `false` at the end of the text. */
  #over(): boolean {
    const token = this.#token();
    if (token === '{' || token === '[') this.#skip();
    return token !== '';
  }

  /** To the end of the object or list that was just entered. */
  #skip(): void {
    for (let depth = 1; depth > 0;) {
      const token = this.#token();
      if (token === '{' || token === '[') depth++;
      else if (token === '}' || token === ']') depth--;
      else if (token === '') return;
    }
  }

  #token(): string {
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.#text);
    if (!found) return '';
    this.#at = TOKEN.lastIndex;
    const token = found[1] ?? '';
    return token === '"' ? this.#textFrom(this.#at - 1) : token;
  }

  #textFrom(start: number): string {
    const text = this.#text;
    while (this.#at < text.length && text[this.#at] !== '"') this.#at += text[this.#at] === '\\' ? 2 : 1;
    return text.slice(start, ++this.#at);
  }

  #peek(): string {
    const before = this.#at;
    const token = this.#token();
    this.#at = before;
    return token || ']';
  }
}

function forget(place: Wanted): void {
  place.start = -1;
  place.inner.forEach(forget);
}

/** Offsets at which lines begin. Lines end at `\n`, `\r\n` or `\r`. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

function placeAt(lines: readonly number[], offset: number): Place {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1, offset };
}

/** The range of a stretch of text. */
export function rangeOf(text: string, offset: number, length: number): Range {
  const lines = lineStarts(text);
  return { start: placeAt(lines, offset), end: placeAt(lines, offset + length) };
}

/** The place of one character. */
export function placeOf(text: string, offset: number): Place {
  return placeAt(lineStarts(text), offset);
}
