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

/** A text in quotes, shortened. */
export function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** A text or a number itself; what anything else is. */
export function shown(value: unknown): Fact {
  return typeof value === 'string'
    ? quote(value)
    : typeof value === 'number'
      ? String(value)
      : typeName(value);
}
