import type { Fact } from '../diagnostics/diagnostic.js';

/** What a value is, in words an author uses. */
export function typeName(value: unknown): Fact {
  if (value === null) return 'null';
  if (Array.isArray(value)) return ['list'];
  const type = typeof value;
  return [
    type === 'string' || type === 'number' || type === 'boolean' || type === 'object' ? type : 'undefined',
  ];
}

/** The beginning of a text that is too long; no character is cut in two. */
export function cut(text: string, most: number): string {
  return `${text.slice(0, /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most)}…`;
}

/** A text in quotes, shortened. */
export function quote(text: string): string {
  return `"${text.length > 60 ? cut(text, 57) : text}"`;
}

/** A text or a number itself; what anything else is. */
export function shown(value: unknown): Fact {
  return typeof value === 'string'
    ? quote(value)
    : typeof value === 'number'
      ? String(value)
      : typeName(value);
}
