/** Deeper than this, two values count as different. */
const DEEPEST = 500;

/** Whether two values are the same plain data, whatever the order of members. */
export function sameWire(a: unknown, b: unknown, depth = DEEPEST): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth === 0) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, i) => sameWire(one, b[i], depth - 1));
  if (Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameWire(left[name], right[name], depth - 1))
  );
}
