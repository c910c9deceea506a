import type { DiagnosticCode } from '../../diagnostics/codes.js';
import type { Diagnostic, Facts, Range } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/sentences.js';
import type { Lines } from '../lines.js';
import type { Token } from './tokens.js';

interface Level {
  /** The names of an object's members; a list has none. */
  readonly names: Map<string, Token> | null;
  step: string | number;
  /** Whether the next text is a name. */
  named: boolean;
}

/**
 * Steps of a path. Of what lies deeper the path leads to what it is in: in a text nested without end, each finding would
 * otherwise hold as many steps as there are findings.
 */
const LONGEST_PATH = 500;

/**
 * What `JSON.parse` drops without a word, as a finding each: of members that an object has more than once all but the last,
 * the digits of long numbers, and the other half of a character.
 */
export function lostByParsing(tokens: readonly Token[], lines: Lines): Diagnostic[] {
  const found: Diagnostic[] = [];
  const levels: Level[] = [];
  const tell = (code: DiagnosticCode, facts: Facts, range: Range) => {
    const path = levels.slice(0, LONGEST_PATH).map(({ step }) => step);
    found.push({ ...diagnostic(code, path, facts), range });
  };
  for (const token of tokens) {
    const level = levels.at(-1);
    switch (token.type) {
      case '{':
        levels.push({ names: new Map(), step: '', named: true });
        break;
      case '[':
        levels.push({ names: null, step: 0, named: false });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level?.names) level.named = true;
        else if (typeof level?.step === 'number') level.step++;
        break;
      case 'scalar': {
        const kept = token.guessed ? null : inexact(token.json);
        if (kept !== null)
          tell('inexact-number', { got: token.json, expected: kept }, lines.range(token.start, token.end));
        break;
      }
      case 'text': {
        if (level?.names && level.named) {
          const name = JSON.parse(token.json) as string;
          const first = level.names.get(name);
          level.step = name;
          level.named = false;
          if (first) {
            const { line, column } = lines.place(first.start);
            const got = ['place', String(line), String(column)] as const;
            tell('duplicate-member', { member: name, got }, lines.range(token.start, token.end));
          } else level.names.set(name, token);
        }
        const half = halfCharacter(token.json);
        if (half) {
          // A text that was mended does not stand there as it is.
          const start = token.faults ? token.start : token.start + half.at;
          const end = token.faults ? token.end : start + half.json.length;
          tell('half-character', { got: `U+${half.code}` }, lines.range(start, end));
        }
        break;
      }
      default:
    }
  }
  return found;
}

/** How a number is kept whose digits are too many; `null` for others. Nobody minds the last digits of a fraction. */
function inexact(json: string): string | null {
  const kept = String(Number(json));
  if (kept.endsWith('Infinity')) return kept;
  return /^-?\d+$/.test(json) && digits(kept) !== digits(json) ? kept : null;
}

/** Without the zeros at the end, which is how `1e+21` and `1000000000000000000000` are one number. */
function digits(number: string): string {
  return number.replace(/e.*|[-.]/g, '').replace(/0+$/, '');
}

/** Escapes of both halves, of one, and all others. */
const ESCAPE = /\\u(?:d[89ab]..\\ud[c-f]..|(d[89a-f]..)|....)|\\./gi;

/** The first escape of half a character. From bytes there comes no other one. */
function halfCharacter(json: string): { at: number; json: string; code: string } | null {
  for (const { 0: escape, 1: code, index } of json.matchAll(ESCAPE))
    if (code !== undefined) return { at: index, json: escape, code: code.toUpperCase() };
  return null;
}
