import { diagnostic, type Diagnostic } from './diagnostic.js';
import { placeOf, rangeOf } from './locate.js';

/** Why a text is not JSON: where it goes wrong, and what was expected there. */
interface SyntaxFault {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly hint?: string;
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
  const { offset, message, hint } = fault;
  const range = rangeOf(text, offset, Math.max(fault.length, offset < text.length ? 1 : 0));
  return {
    ...diagnostic('json-syntax', [], { got: message, ...(hint !== undefined && { repair: hint }) }),
    range,
  };
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
        if (char !== ':') return { offset: at, length: 1, message: `Expected ":" after the member's name.` };
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
  if (!open)
    return {
      offset,
      length: 0,
      message: 'There is no text.',
      hint: 'Paste a card, or a response with cards.',
    };
  const { line, column } = placeOf(text, open.at);
  const [name, close] = open.bracket === '{' ? ['object', '}'] : ['list', ']'];
  return {
    offset,
    length: 0,
    message: `The text ends before the ${name} that begins at line ${line}, column ${column} does.`,
    hint: `Is a "${close}" missing, or was the text cut off?`,
  };
}

function extra(text: string, offset: number): SyntaxFault {
  const char = text[offset] ?? '';
  if (isComment(text, offset)) return comment(offset);
  if (char === '}' || char === ']')
    return {
      offset,
      length: 1,
      message: `"${char}" closes more than was opened.`,
      hint: 'Is there one too many, or does one before it close too early?',
    };
  if (char === '{' || char === '[')
    return {
      offset,
      length: 1,
      message: 'A second JSON text begins here.',
      hint: 'Put several cards into a list: [ … , … ].',
    };
  if (char === ',' || char === '"')
    return {
      offset,
      length: 1,
      message: 'The JSON text ended before this, yet more follows.',
      hint: 'Does a "}" or "]" before this close too early?',
    };
  return { offset, length: 1, message: 'The JSON text ended before this, yet more follows.' };
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
  if (char === ']' || char === '}')
    return {
      offset,
      length: 1,
      message: `Expected "," or "${close}", found "${char}".`,
      hint: `The ${inObject ? 'object' : 'list'} round this is still open.`,
    };
  if (char === ':')
    return {
      offset,
      length: 1,
      message: `Expected "," or "${close}", found ":".`,
      hint: inObject
        ? 'Is there one ":" too many?'
        : 'A list has no named members: is a "]" missing before this one?',
    };
  return {
    offset,
    length: word?.length ?? 1,
    message: `Expected "," or "${close}" before this.`,
    hint: 'Is a comma missing at the end of what comes before?',
  };
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
  if (char === "'" || word !== null)
    return {
      offset,
      length: word?.length ?? 1,
      message: char === '/' ? 'JSON has no comments.' : 'The name of a member must stand in double quotes.',
      ...(char === '/' && { hint: 'Remove it.' }),
    };
  return { offset, length: 1, message: `Expected the name of a member, found "${char}".` };
}

function notValue(
  text: string,
  offset: number,
  char: string,
  comma: number,
  word: string | null,
): SyntaxFault {
  if (char === ']' && comma >= 0) return afterComma(text, offset, char, comma);
  if (char === '<')
    return {
      offset,
      length: 1,
      message: 'This is HTML or XML, not JSON.',
      hint: 'A sign-in or error page may have been served in place of the cards.',
    };
  if (word === null) return { offset, length: 1, message: `Expected a value, found "${char}".` };
  if (char === '/')
    return { offset, length: word.length, message: 'JSON has no comments.', hint: 'Remove it.' };
  const known: Record<string, string> = {
    True: 'true',
    False: 'false',
    None: 'null',
    undefined: 'null',
    NaN: 'null',
  };
  const better = Object.hasOwn(known, word) ? known[word] : undefined;
  const shown = word.length > 40 ? `${word.slice(0, 40)}…` : word;
  return {
    offset,
    length: word.length,
    message: `${shown} is not a JSON value.`,
    hint: better
      ? `Write ${better}.`
      : /^[+.\d-]/.test(word)
        ? 'Write numbers as in -12.5 or 0.5.'
        : 'Texts stand in double quotes.',
  };
}

function afterComma(text: string, offset: number, char: string, comma: number): SyntaxFault {
  const { line, column } = placeOf(text, comma);
  return {
    offset,
    length: 1,
    message: `A comma stands before this "${char}".`,
    hint: `Remove the one at line ${line}, column ${column}: JSON has none after the last element.`,
  };
}

/** The offset after a quoted text, or which part of it JSON refuses. A pattern would take a stack as deep as it is long. */
function endOfText(text: string, start: number): number | SyntaxFault {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char < ' ')
      return {
        offset: at,
        length: 1,
        message:
          char === '\n' || char === '\r'
            ? 'A line break inside a text.'
            : 'A control character inside a text.',
        hint:
          char === '\n' || char === '\r'
            ? 'Write \\n, or join the lines. Is a closing quote missing?'
            : 'Write it as an escape, such as \\t.',
      };
    if (char === '"') return at + 1;
    if (char !== '\\') continue;
    const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    escape.lastIndex = at;
    const found = escape.exec(text);
    if (!found)
      return {
        offset: at,
        length: 2,
        message: `${text.slice(at, at + 2)} is not an escape JSON knows.`,
        hint: 'Write a backslash as \\\\.',
      };
    at += found[0].length - 1;
  }
  return {
    offset: start,
    length: 1,
    message: 'The text that begins here never ends.',
    hint: 'Is a closing quote missing?',
  };
}

function isComment(text: string, offset: number): boolean {
  return text.startsWith('//', offset) || text.startsWith('/*', offset);
}

function comment(offset: number): SyntaxFault {
  return { offset, length: 2, message: 'JSON has no comments.', hint: 'Remove it.' };
}
