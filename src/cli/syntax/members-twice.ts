import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
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

/** Members that an object has more than once, as a finding each. `JSON.parse` takes the last one and says nothing. */
export function membersTwice(tokens: readonly Token[], lines: Lines): Diagnostic[] {
  const found: Diagnostic[] = [];
  const levels: Level[] = [];
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
      case 'text': {
        if (!level?.names || !level.named) break;
        const name = JSON.parse(token.json) as string;
        const first = level.names.get(name);
        level.step = name;
        level.named = false;
        if (first)
          found.push(
            twice(
              levels.map(({ step }) => step),
              name,
              token,
              first,
              lines,
            ),
          );
        else level.names.set(name, token);
        break;
      }
      default:
    }
  }
  return found;
}

function twice(path: Path, member: string, token: Token, first: Token, lines: Lines): Diagnostic {
  const { line, column } = lines.place(first.start);
  return {
    ...diagnostic('duplicate-member', path, { member, got: ['place', String(line), String(column)] }),
    range: lines.range(token.start, token.end),
  };
}
