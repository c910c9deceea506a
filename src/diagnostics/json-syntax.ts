import type { Diagnostic, Fact } from './diagnostic.js';
import { diagnostic } from './sentences.js';
import { placeOf, rangeOf } from './locate.js';

/** Why a text is not JSON: where it goes wrong, and what was expected there. */
interface SyntaxFault {
  readonly offset: number;
  readonly length: number;
  readonly got: Fact;
  readonly repair?: Fact;
}

/**
 * Finds where a text stops being JSON (RFC 8259). Engines word this differently and one gives no place at
 * all, so a text that `JSON.parse` refused is walked once more. Iterative: depth costs memory, not stack.
 *
 * @returns the diagnostic with its range, or `null` when the text is JSON.
 */
export function jsonSyntaxDiagnostic(text: string): Diagnostic | null {
  const fault = findFault(text);
  if (!fault) return null;
  const { offset, length, ...facts } = fault;
  const range = rangeOf(text, offset, Math.max(length, offset < text.length ? 1 : 0));
  return { ...diagnostic('json-syntax', [], facts), range };
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[^\s,:[\]{}"]+/y;

/** What may come next. */
type Expect = 'value' | 'value-or-]' | 'name' | 'name-or-}' | ':' | 'more' | 'end';

function findFault(text: string): SyntaxFault | null {
  const open: { bracket: '[' | '{'; at: number }[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let expect: Expect = 'value';
  let comma = -1;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  const after = (): Expect => (open.length ? 'more' : 'end');
  for (;;) {
    at += match(SPACE)?.length ?? 0;
    const char = text[at];
    if (char === undefined) return expect === 'end' ? null : cutOff(text, open.at(-1));
    const inObject = open.at(-1)?.bracket === '{';
    switch (expect) {
      case 'end':
        return extra(text, at);
      case ':':
        if (char !== ':') return { offset: at, length: 1, got: ['expected-colon'] };
        at++;
        expect = 'value';
        continue;
      case 'more':
        if (char === ',') {
          comma = at++;
          expect = inObject ? 'name' : 'value';
          continue;
        }
        if (char === (inObject ? '}' : ']')) {
          open.pop();
          at++;
          expect = after();
          continue;
        }
        return notMore(text, at, char, inObject, match(WORD));
      case 'name':
      case 'name-or-}': {
        if (char === '}' && expect === 'name-or-}') {
          open.pop();
          at++;
          expect = after();
          continue;
        }
        if (char !== '"') return notName(text, at, char, comma, expect, match(WORD));
        const end = endOfText(text, at);
        if (typeof end !== 'number') return end;
        at = end;
        expect = ':';
        continue;
      }
      default:
        if (char === ']' && expect === 'value-or-]') {
          open.pop();
          at++;
          expect = after();
          continue;
        }
        if (char === '{' || char === '[') {
          open.push({ bracket: char, at });
          at++;
          expect = char === '{' ? 'name-or-}' : 'value-or-]';
          continue;
        }
        if (char === '"') {
          const end = endOfText(text, at);
          if (typeof end !== 'number') return end;
          at = end;
          expect = after();
          continue;
        }
        {
          const word = match(WORD);
          if (word !== null && /^(true|false|null)$/.test(word)) {
            at += word.length;
          } else {
            const number = match(NUMBER);
            if (number === null || number !== word) return notValue(text, at, char, comma, word);
            at += number.length;
          }
          expect = after();
        }
    }
  }
}

function cutOff(text: string, open: { bracket: '[' | '{'; at: number } | undefined): SyntaxFault {
  const offset = text.length;
  if (!open) return { offset, length: 0, got: ['no-text'], repair: ['paste-cards'] };
  const [what, close] = open.bracket === '{' ? (['the-object', '}'] as const) : (['the-list', ']'] as const);
  return {
    offset,
    length: 0,
    got: ['cut-off', [what], placeFact(text, open.at)],
    repair: ['bracket-missing', close],
  };
}

function placeFact(text: string, offset: number): Fact {
  const { line, column } = placeOf(text, offset);
  return ['place', String(line), String(column)];
}

function extra(text: string, offset: number): SyntaxFault {
  const char = text[offset] ?? '';
  if (isComment(text, offset)) return comment(offset);
  if (char === '}' || char === ']')
    return { offset, length: 1, got: ['closes-more', char], repair: ['bracket-too-many'] };
  if (char === '{' || char === '[')
    return { offset, length: 1, got: ['second-text'], repair: ['make-a-list'] };
  const early = char === ',' || char === '"';
  return { offset, length: 1, got: ['more-follows'], ...(early && { repair: ['closes-early'] }) };
}

function notMore(
  text: string,
  offset: number,
  char: string,
  inObject: boolean,
  word: string | null,
): SyntaxFault {
  if (isComment(text, offset)) return comment(offset);
  const close = inObject ? '}' : ']';
  const got: Fact = ['expected-more', close, char];
  if (char === ']' || char === '}') return { offset, length: 1, got, repair: ['still-open', close] };
  if (char === ':')
    return { offset, length: 1, got, repair: [inObject ? 'colon-too-many' : 'member-in-list'] };
  return { offset, length: word?.length ?? 1, got: ['expected-before', close], repair: ['comma-missing'] };
}

function notName(
  text: string,
  offset: number,
  char: string,
  comma: number,
  expect: Expect,
  word: string | null,
): SyntaxFault {
  if (char === '}' && expect === 'name') return afterComma(text, offset, char, comma);
  if (isComment(text, offset)) return comment(offset);
  if (char === "'" || word !== null) return { offset, length: word?.length ?? 1, got: ['name-quotes'] };
  return { offset, length: 1, got: ['expected-name', char] };
}

function notValue(
  text: string,
  offset: number,
  char: string,
  comma: number,
  word: string | null,
): SyntaxFault {
  if (char === ']' && comma >= 0) return afterComma(text, offset, char, comma);
  if (isComment(text, offset)) return comment(offset);
  if (text.startsWith('<<<<<<<', offset))
    return { offset, length: 7, got: ['conflict'], repair: ['resolve-it'] };
  if (char === '<') return { offset, length: 1, got: ['html'], repair: ['served-instead'] };
  // Neither seen nor known: it would stand in the message as nothing.
  if (char < ' ' || /[\x7f-\xa0\u200b-\u200f\u2028\u2029\u2060\ufeff]/.test(char)) {
    const name = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return { offset, length: 1, got: ['odd-character', name], repair: ['replace-it'] };
  }
  // What some servers put before JSON: the word of a stream, a guard, the name of a function.
  const rest = text.slice(offset);
  if (text.slice(0, offset).trim() === '' && /^(?:(?![[{])[^]){1,80}[[{]/.test(rest) && !/^["\d-]/.test(rest))
    return { offset, length: rest.search(/[[{]/), got: ['not-json'], repair: ['remove-before'] };
  if (word === null) return { offset, length: 1, got: ['expected-value', char] };
  const known: Record<string, string> = {
    True: 'true',
    False: 'false',
    None: 'null',
    undefined: 'null',
    NaN: 'null',
  };
  const better = Object.hasOwn(known, word) ? known[word] : undefined;
  return {
    offset,
    length: word.length,
    got: ['no-value', word.length > 40 ? `${word.slice(0, 40)}…` : word],
    repair: better ? ['write', better] : [/^[+.\d-]/.test(word) ? 'write-numbers' : 'text-quotes'],
  };
}

function afterComma(text: string, offset: number, char: string, comma: number): SyntaxFault {
  return { offset, length: 1, got: ['comma-last', char], repair: ['remove-comma', placeFact(text, comma)] };
}

/** The offset after a quoted text, or which part of it JSON refuses. A pattern would take a stack as deep as it is long. */
function endOfText(text: string, start: number): number | SyntaxFault {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char < ' ') {
      const kind = char === '\n' || char === '\r' ? 'line-break' : 'control';
      return { offset: at, length: 1, got: [kind], repair: [`${kind}-why`] };
    }
    if (char === '"') return at + 1;
    if (char !== '\\') continue;
    const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    escape.lastIndex = at;
    const found = escape.exec(text);
    if (!found)
      return { offset: at, length: 2, got: ['no-escape', text.slice(at, at + 2)], repair: ['backslash'] };
    at += found[0].length - 1;
  }
  return { offset: start, length: 1, got: ['never-ends'], repair: ['quote-missing'] };
}

function isComment(text: string, offset: number): boolean {
  return text.startsWith('//', offset) || text.startsWith('/*', offset);
}

function comment(offset: number): SyntaxFault {
  return { offset, length: 2, got: ['no-comments'], repair: ['remove-it'] };
}
