/** Words that a key holds in another form than people write. */
const WORDS: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
  id: 'ID',
  url: 'URL',
  eta: 'ETA',
  sla: 'SLA',
};

/**
 * A label for the key of a table's row: connectors send the names of their own fields, such as `ticketNo`, which no
 * schema lists and nobody translates. What is no such name, as `Due date`, is a label already.
 */
export function rowLabel(key: string): string {
  // `iPhone` and `k8s-prod-1` are names of things.
  if (!/^[a-z](?![A-Z])[a-zA-Z0-9]*(?:_[a-zA-Z0-9]+|-[a-zA-Z]+)*$/.test(key)) return key;
  const words = key
    .replace(/[_-]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => WORDS[word.toLowerCase()] ?? (/^[A-Z]{2,}s?$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
