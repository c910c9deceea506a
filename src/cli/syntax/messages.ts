import { closerOf, isAfterComma, type Open } from './grammar.js';
import type { Lines } from '../lines.js';
import type { Break } from './repair.js';
import type { Habit, Token, TokenFault } from './tokens.js';

/** What to tell the author of a break: where it is, what was expected there, and how the text was read in the end. */
export function breakFault(broken: Break, lines: Lines): TokenFault {
  const { token, state } = broken;
  if (token.type === 'end') return cutOff(broken, lines);
  const fault = (message: string, ...hints: (string | null)[]): TokenFault => {
    const hint = hints.filter(Boolean).join(' ');
    const habit = habitOf(broken);
    return {
      offset: token.start,
      length: token.end - token.start,
      message,
      ...(hint !== '' && { hint }),
      ...(habit && { habit }),
    };
  };
  const { open, expect } = state;
  const found = `found ${shown(token)}`;
  const instead = readInstead(broken, lines);
  switch (expect) {
    case 'end':
      if (token.type === '}' || token.type === ']')
        return fault(
          `${shown(token)} closes more than was opened.`,
          'Is there one too many, or does one before it close too early?',
          instead,
        );
      if (broken.split && broken.dropped.length === 0)
        return fault('A second JSON text begins here.', 'Put several cards into a list: [ … , … ].');
      return fault(
        'The JSON text ended before this, yet more follows.',
        broken.split
          ? 'Put several cards into a list: [ … , … ].'
          : 'Does a "}" or "]" before this close too early?',
        instead,
      );
    case ':':
      return fault(`Expected ":" after the member's name, ${found}.`, instead);
    case 'more':
      if (isOne(broken.added, ',') && broken.dropped.length === 0)
        return fault(
          `Expected "," or "${closerOf(open) ?? ''}" before this.`,
          'Is a comma missing at the end of what comes before?',
        );
      if (open?.bracket === '[' && token.type === ':')
        return fault(
          `Expected "," or "]", ${found}.`,
          broken.added.some(({ type }) => type === ']')
            ? 'A list has no named members: is a "]" missing before this one?'
            : 'A list has no named members.',
          instead,
        );
      return fault(`Expected "," or "${closerOf(open) ?? ''}", ${found}.`, stillOpen(open, lines), instead);
    default:
      if (isAfterComma(state) && (token.type === '}' || token.type === ']'))
        return fault(
          `A comma stands before this ${shown(token)}.`,
          isOne(broken.dropped, ',') && broken.added.length === 0
            ? `Remove the one at ${placeText(broken.dropped[0], lines)}: JSON has none after the last element.`
            : instead,
        );
      return expect.startsWith('name')
        ? fault(`Expected the name of a member, ${found}.`, instead)
        : fault(`Expected a value, ${found}.`, instead);
  }
}

function habitOf({ dropped, added, split }: Break): Habit | null {
  if (split && dropped.length === 0) return 'text';
  return dropped.length + added.length === 1 && isOne([...dropped, ...added], ',') ? 'comma' : null;
}

function cutOff({ token, state, suspect }: Break, lines: Lines): TokenFault {
  const { open } = state;
  const what = open ? `the ${nameOf(open)} that begins at ${placeText(open, lines)}` : 'a value';
  const hint = suspect
    ? `Is ${quoted(suspect.missing)} missing before ${shown(suspect.name)} at ${placeText(suspect.name, lines)}? ` +
      `It stands in the column of ${shown(suspect.outer)} at ${placeText(suspect.outer, lines)}.`
    : `Is a "${closerOf(open) ?? '}'}" missing, or was the text cut off?`;
  return {
    offset: token.start,
    length: 0,
    message: `The text ends before ${what} does.`,
    hint,
  };
}

/** Says how the text was read, so that the author can see which findings below rest on a guess. */
function readInstead({ token, dropped, added, addedAt }: Break, lines: Lines): string | null {
  const parts: string[] = [];
  if (dropped.length > 0) {
    const names = dropped.map((one) =>
      one === token ? `this ${shown(one)}` : `the ${shown(one)} at ${placeText(one, lines)}`,
    );
    parts.push(
      dropped.length > 4
        ? `this and the ${dropped.length - 1} after it were not there`
        : `${joined(names)} ${dropped.length > 1 ? 'were' : 'was'} not there`,
    );
  }
  if (added.length > 0) {
    parts.push(`${quoted(added)} stood at ${placeText({ start: addedAt }, lines)}`);
  }
  return parts.length > 0 ? `Read on as if ${parts.join(' and ')}.` : null;
}

function stillOpen(open: Open | null, lines: Lines): string | null {
  return open && `The ${nameOf(open)} that begins at ${placeText(open, lines)} is still open.`;
}

function nameOf({ bracket }: Open): string {
  return bracket === '{' ? 'object' : 'list';
}

function placeText(at: { readonly start: number } | undefined, lines: Lines): string {
  const { line, column } = lines.place(at?.start ?? 0);
  return `line ${line}, column ${column}`;
}

function shown({ json }: Token): string {
  const text = json.startsWith('"') ? json.slice(1, -1) : json;
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

function quoted(tokens: readonly Token[]): string {
  return `"${tokens.map(({ json }) => json).join(' ')}"`;
}

function isOne(tokens: readonly Token[], type: Token['type']): boolean {
  return tokens.length === 1 && tokens[0]?.type === type;
}

function joined(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : (names[0] ?? '');
}
