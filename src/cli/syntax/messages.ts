import type { Lines } from '../lines.js';
import { both, placeFact, type SyntaxFact } from './fault.js';
import { closerOf, isAfterComma, type Open } from './grammar.js';
import type { Break } from './repair.js';
import type { Habit, Token, TokenFault } from './tokens.js';

/** What to tell the author of a break: where it is, what was expected there, and how the text was read in the end. */
export function breakFault(broken: Break, lines: Lines): TokenFault {
  const { token, state } = broken;
  if (token.type === 'end') return cutOff(broken, lines);
  const instead = readInstead(broken, lines);
  const habit = habitOf(broken);
  const fault = (got: SyntaxFact, repair: SyntaxFact | null = null, also = instead): TokenFault => {
    const advice = both(repair, also);
    return {
      offset: token.start,
      length: token.end - token.start,
      got,
      ...(advice !== null && { repair: advice }),
      ...(habit && { habit }),
    };
  };
  const { open, expect } = state;
  const found = shown(token);
  const closer = closerOf(open) ?? '';
  switch (expect) {
    case 'end':
      if (token.type === '}' || token.type === ']')
        return fault(['closes-more', found], ['bracket-too-many']);
      if (broken.split && broken.dropped.length === 0) return fault(['second-text'], ['make-a-list'], null);
      return fault(['more-follows'], [broken.split ? 'make-a-list' : 'closes-early']);
    case ':':
      return fault(['colon-expected', found]);
    case 'more':
      if (isOne(broken.added, ',') && broken.dropped.length === 0)
        return fault(['expected-before', closer], ['comma-missing'], null);
      if (open?.bracket === '[' && token.type === ':')
        return fault(
          ['expected-more', ']', found],
          [broken.added.some(({ type }) => type === ']') ? 'member-in-list' : 'no-named-members'],
        );
      return fault(['expected-more', closer, found], stillOpen(open, lines));
    default:
      if (isAfterComma(state) && (token.type === '}' || token.type === ']'))
        return isOne(broken.dropped, ',') && broken.added.length === 0
          ? fault(
              ['comma-last', found],
              ['remove-comma', placeFact(lines, broken.dropped[0]?.start ?? 0)],
              null,
            )
          : fault(['comma-last', found], ['comma-or-bracket']);
      return fault([expect.startsWith('name') ? 'expected-name' : 'expected-value', found]);
  }
}

function habitOf({ dropped, added, split }: Break): Habit | null {
  if (split && dropped.length === 0) return 'text';
  return dropped.length + added.length === 1 && isOne([...dropped, ...added], ',') ? 'comma' : null;
}

function cutOff({ token, state, suspect }: Break, lines: Lines): TokenFault {
  const { open } = state;
  const at = ({ start }: Token | Open) => placeFact(lines, start);
  return {
    offset: token.start,
    length: 0,
    got: open ? ['cut-off', nameOf(open), at(open)] : ['value-cut-off'],
    repair: suspect
      ? [
          'suspect',
          joined(suspect.missing),
          shown(suspect.name),
          at(suspect.name),
          shown(suspect.outer),
          at(suspect.outer),
        ]
      : ['bracket-missing', closerOf(open) ?? '}'],
  };
}

/** Says how the text was read, so that the author can see which findings below rest on a guess. */
function readInstead({ token, dropped, added, addedAt }: Break, lines: Lines): SyntaxFact | null {
  const notThere = dropped.length > 0 ? withoutTokens(token, dropped, lines) : null;
  const stood: SyntaxFact | null =
    added.length > 0 ? ['stood-at', joined(added), placeFact(lines, addedAt)] : null;
  if (notThere !== null && stood !== null) return ['read-on', ['and', notThere, stood]];
  const one = notThere ?? stood;
  return one && ['read-on', one];
}

function withoutTokens(token: Token, dropped: readonly Token[], lines: Lines): SyntaxFact {
  if (dropped.length > 4) return ['rest-not-there', String(dropped.length - 1)];
  const names = dropped.map((one): SyntaxFact =>
    one === token ? ['this-token', shown(one)] : ['token-at', shown(one), placeFact(lines, one.start)],
  );
  const last = names.pop() ?? '';
  if (names.length === 0) return ['one-not-there', last];
  return ['not-there', ['and', names.reduce((before, name) => ['comma', before, name]), last]];
}

function stillOpen(open: Open | null, lines: Lines): SyntaxFact | null {
  return open && ['open-since', nameOf(open), placeFact(lines, open.start)];
}

function nameOf({ bracket }: Open): SyntaxFact {
  return [bracket === '{' ? 'the-object' : 'the-list'];
}

function shown({ json }: Token): string {
  const text = json.startsWith('"') ? json.slice(1, -1) : json;
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function joined(tokens: readonly Token[]): string {
  return tokens.map(({ json }) => json).join(' ');
}

function isOne(tokens: readonly Token[], type: Token['type']): boolean {
  return tokens.length === 1 && tokens[0]?.type === type;
}
