import { eastAsianWidth } from 'get-east-asian-width';

// Control characters could drive the terminal; those of direction could make the line read as another one.
const HARMFUL = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** A text in one line, safe to print. */
export function printable(text: string): string {
  return Array.from(text, printableCharacter).join('');
}

/** A control character becomes its picture (␛), another harmful one `�`. */
export function printableCharacter(character: string): string {
  if (!HARMFUL.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** How many columns of a terminal a character takes. */
export function widthOf(character: string): number {
  if (/^(?:\p{M}|[\u200b-\u200d])$/u.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}
