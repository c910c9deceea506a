import type { SyntaxFact, SyntaxFault } from './fault.js';

/** What somebody who does it once does all the time. */
export type Habit = 'space' | 'comment' | 'quotes' | 'name' | 'comma' | 'text' | 'escape';

export interface TokenFault extends SyntaxFault {
  /** Of faults that come in dozens, such as names without quotes, some are told and the rest counted. */
  readonly habit?: Habit;
}

export interface Token {
  readonly type: '{' | '}' | '[' | ']' | ':' | ',' | 'text' | 'scalar' | 'end';
  /** Offsets in the text, from `start` up to, and without, `end`. */
  readonly start: number;
  readonly end: number;
  /** The token as JSON writes it. */
  readonly json: string;
  readonly faults?: readonly TokenFault[];
  /** Whether `json` is no more than a guess at what was meant. */
  readonly guessed?: boolean;
}

export interface Tokens {
  /** The last one is `end`. */
  readonly tokens: readonly Token[];
  /** Faults between the tokens: comments and spaces that JSON does not know. */
  readonly faults: readonly TokenFault[];
}

/**
 * Cuts a text into the tokens of JSON, and takes what is none for the token that was probably meant: a text in other
 * quotes or broken across lines, a name without quotes, `True`. Of valid JSON it finds no fault. Never throws.
 */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  const faults: TokenFault[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const before = preamble(text, at);
  if (before) {
    faults.push(before);
    at = before.offset + before.length;
  }
  const after = coda(text);
  for (;;) {
    at += matchAt(SPACE, text, at)?.length ?? 0;
    const char = text[at];
    if (char === undefined) break;
    if (at === after?.offset) {
      faults.push(after);
      break;
    }
    const gap = unknownGap(text, at);
    if (gap) {
      faults.push(gap);
      at += gap.length;
      continue;
    }
    const token = tokenAt(text, at, char);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ type: 'end', start: text.length, end: text.length, json: '' });
  return { tokens, faults };
}

const SPACE = /[ \t\n\r]+/y;
const ODD_SPACE = /[\s\u200b-\u200f\u2060\ufeff]+/y;
const COMMENT = /\/\/[^\n\r]*|\/\*/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** An address, or all up to the next space, bracket, quote, comma or comment. */
const WORD = /[a-z][a-z\d+.-]*:\/\/[^\s,"]*|(?:(?!\/[/*])[^\s,:[\]{}"])+/iy;
/** The words that follow it, up to a comment. */
const WORDS = /(?:(?!\/[/*])[^\n\r,:[\]{}"])*/y;
/** What may follow a text. */
const AFTER_TEXT = /[^\S\n\r]*(?:[,:\]}\n\r]|$)/y;
/** Other quotes, with what may close them. */
const QUOTES: Record<string, string> = {
  "'": "'",
  '`': '`',
  '‘': '’‘',
  '’': '’',
  '‚': '‘’',
  '“': '”“"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
};
const OTHER_WORDS: Record<string, string> = {
  True: 'true',
  False: 'false',
  None: 'null',
  undefined: 'null',
  NaN: 'null',
};

const JSON_BEGINS = /^(?:[[{"/\d-]|true|false|null)/;

/** What stands before the JSON: the head of an answer, `var card =`, the name of a function. */
function preamble(text: string, from: number): TokenFault | null {
  const at = from + (matchAt(/\s*/y, text, from)?.length ?? 0);
  const first = text.charAt(at);
  const quoted = Object.hasOwn(QUOTES, first) && !text.startsWith('```', at);
  if (quoted || JSON_BEGINS.test(text.slice(at, at + 5))) return null;
  const rest = text.slice(at);
  const length = [/^[ \t]*[{[]/m, /[{[]/].map((begin) => rest.search(begin)).find((index) => index > 0);
  if (length === undefined) return null;
  return {
    offset: at,
    length: rest.slice(0, length).trimEnd().length,
    got: ['not-json'],
    repair: ['remove-before'],
  };
}

/** What stands after it: the end of a statement, of a call, of a block of code. */
function coda(text: string): TokenFault | null {
  const whole = text.trimEnd();
  const [found] = /(?:\)?\s{0,9};|\)|```)$/.exec(whole.slice(-20)) ?? [''];
  const offset = whole.length - found.length;
  if (!found || !/[}\]]\s*$/.test(whole.slice(0, offset).slice(-20))) return null;
  return { offset, length: found.length, got: ['not-json'], repair: ['remove-it'] };
}

function tokenAt(text: string, at: number, char: string): Token {
  switch (char) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
      return { type: char, start: at, end: at + 1, json: char };
    case '"':
      return quoted(text, at);
    default:
      return quotedOtherwise(text, at, char) ?? word(text, at);
  }
}

function unknownGap(text: string, offset: number): TokenFault | null {
  const space = matchAt(ODD_SPACE, text, offset)?.replace(/[ \t\n\r][^]*/, '');
  if (space) {
    const name = `U+${space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return {
      offset,
      length: space.length,
      got: ['odd-character', name],
      repair: ['replace-it'],
      habit: 'space',
    };
  }
  const comment = matchAt(COMMENT, text, offset);
  if (comment === null) return null;
  const close = comment === '/*' ? text.indexOf('*/', offset + 2) : offset + comment.length - 2;
  return {
    offset,
    length: (close < 0 ? text.length : close + 2) - offset,
    got: [close < 0 ? 'endless-comment' : 'no-comments'],
    repair: ['remove-it'],
    habit: 'comment',
  };
}

function quoted(text: string, start: number): Token {
  const stop = endOfLineOrText(text, start + 1);
  if (text[stop] === '"') return textToken(text, start, stop + 1, unfitCharacters(text, start + 1, stop));
  const joined = stop < text.length ? endOnLaterLine(text, stop) : null;
  if (joined !== null) return textToken(text, start, joined + 1, unfitCharacters(text, start + 1, joined));
  const end = start + text.slice(start, stop).replace(/\s*,?\s*$/, '').length;
  const faults =
    stop < text.length
      ? unfitCharacters(text, start + 1, stop + 1)
      : [
          {
            offset: start,
            length: stop - start,
            got: ['never-ends'] as const,
            repair: ['quote-missing'] as const,
          },
        ];
  return textToken(text, start, end, faults, end);
}

/** A token for what stands between two quotes; `close` is the offset of the second. */
function textToken(
  text: string,
  start: number,
  end: number,
  faults: readonly TokenFault[],
  close = end - 1,
): Token {
  const raw = text.slice(start, close);
  return {
    type: 'text',
    start,
    end,
    json: faults.length ? `${mended(raw)}"` : text.slice(start, end),
    ...(faults.length && { faults }),
  };
}

/** The offset of the quote that ends a text, or of the end of its line. */
function endOfLineOrText(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === '\n' || char === '\r') return at;
    if (char === '\\' && !/[\n\r]/.test(text[at + 1] ?? '\n')) at++;
  }
  return text.length;
}

/** The offset of the quote that ends a text a few lines further down, if the text does go on there. */
function endOnLaterLine(text: string, from: number): number | null {
  let at = from;
  for (let lines = 0; lines < 5; lines++) {
    at += text.startsWith('\r\n', at) ? 2 : 1;
    at = endOfLineOrText(text, at);
    if (at >= text.length) return null;
    if (text[at] === '"') return matchAt(AFTER_TEXT, text, at + 1) === null ? null : at;
  }
  return null;
}

// eslint-disable-next-line no-control-regex -- they are what it looks for
const UNFIT = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\0-\x1f]|\\/g;

/** What may not stand in a JSON text, between two offsets: each backslash, and the first of all else. */
function unfitCharacters(text: string, from: number, to: number): TokenFault[] {
  const faults: TokenFault[] = [];
  for (const { 0: found, index } of text.slice(from, to).matchAll(UNFIT)) {
    const offset = from + index;
    if (found === '\\')
      faults.push({
        offset,
        length: 2,
        got: ['no-escape', text.slice(offset, offset + 2)],
        repair: ['backslash'],
        habit: 'escape',
      });
    else if (found.length === 1 && faults.every(({ habit }) => habit)) {
      const kind = found === '\n' || found === '\r' ? 'line-break' : 'control';
      faults.push({ offset, length: 1, got: [kind], repair: [`${kind}-why`] });
    }
  }
  return faults;
}

/** Lines are joined as the words in them ask for, and what is no escape is taken for a backslash. */
function mended(raw: string): string {
  const glue = raw.replace(/\s*[\n\r]\s*/g, '').includes(' ') ? ' ' : '';
  return raw
    .replace(/\s*[\n\r]\s*/g, glue)
    .replace(UNFIT, (found) =>
      found === '\\' ? '\\\\' : found.length > 1 ? found : JSON.stringify(found).slice(1, -1),
    );
}

function quotedOtherwise(text: string, start: number, quote: string): Token | null {
  const closing = QUOTES[quote];
  if (closing === undefined || text.startsWith('```', start)) return null;
  for (let at = start + 1; at < text.length && text[at] !== '\n' && text[at] !== '\r'; at++) {
    if (text[at] === '\\') at++;
    else if (closing.includes(text[at] ?? '') && matchAt(AFTER_TEXT, text, at + 1) !== null) {
      return {
        type: 'text',
        start,
        end: at + 1,
        json: JSON.stringify(text.slice(start + 1, at).replace(/\\(['"`\\])/g, '$1')),
        faults: [
          {
            offset: start,
            length: at + 1 - start,
            got: ['double-quotes'],
            repair: ['write-quotes', quote],
            habit: 'quotes',
          },
        ],
      };
    }
  }
  return null;
}

function word(text: string, start: number): Token {
  const found = matchAt(WORD, text, start) ?? text.charAt(start);
  const end = start + found.length;
  if (found === 'true' || found === 'false' || found === 'null' || NUMBER.test(found))
    return { type: 'scalar', start, end, json: found };
  if (/^\s*:(?!\/\/)/.test(text.slice(end, end + 100))) return bareName(found, start, end);
  const meant = Object.hasOwn(OTHER_WORDS, found) ? OTHER_WORDS[found] : undefined;
  if (meant !== undefined) return guess('scalar', start, end, meant, found, ['write', meant]);
  if (/^[+.\d-]/.test(found) && Number.isFinite(Number(found)))
    return guess('scalar', start, end, String(Number(found)), found, ['write-numbers']);
  const all = (found + (matchAt(WORDS, text, end) ?? '')).trimEnd();
  return guess('text', start, start + all.length, JSON.stringify(all), all, ['text-quotes']);
}

function bareName(name: string, start: number, end: number): Token {
  return {
    type: 'text',
    start,
    end,
    json: JSON.stringify(name),
    faults: [
      {
        offset: start,
        length: end - start,
        got: ['name-quotes'],
        repair: ['write-quoted', short(name)],
        habit: 'name',
      },
    ],
  };
}

function guess(
  type: 'text' | 'scalar',
  start: number,
  end: number,
  json: string,
  found: string,
  repair: SyntaxFact,
): Token {
  return {
    type,
    start,
    end,
    json,
    guessed: true,
    faults: [{ offset: start, length: end - start, got: ['no-value', short(found)], repair }],
  };
}

function short(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
