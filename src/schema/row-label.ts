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
  if (!/^[a-z][a-zA-Z0-9]*(?:[_-][a-zA-Z0-9]+)*$/.test(key)) return key;
  const words = key
    .replace(/[_-]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
    .map((word) => WORDS[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
