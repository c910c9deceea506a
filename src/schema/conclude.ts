import { pathOf, type At } from './at.js';
import type { Card } from './model.js';
import type { Reading } from './reading.js';
import { RULES } from './rules.js';
import { publishedVerdict, type Published } from './verdict.js';

/** What is said of a card or a chat item once it is read: the published verdict, repairs, likely mistakes. */
export function conclude(
  reading: Reading,
  card: Omit<Card, 'key'>,
  published: Published,
  at: At | null,
): void {
  if (isEmpty(card)) reading.note('empty-card', at);
  judge(reading, card.source, published, at);
  lint(reading, card, at);
}

/** Adds the published schema's verdict; what was repaired without its objection is a warning. */
function judge(reading: Reading, source: unknown, published: Published, at: At | null): void {
  const faults = publishedVerdict(published, source, at, reading.repairs);
  if (reading.repairs.size > 0) {
    const judged = new Set(faults.map(({ path }) => JSON.stringify(path)));
    for (const [path, repair] of reading.repairs) {
      if (judged.has(path)) continue;
      const steps = JSON.parse(path) as (string | number)[];
      reading.findings.push({
        code: 'repaired',
        path: steps,
        facts: { member: String(steps.at(-1)), repair },
      });
    }
    reading.repairs.clear();
  }
  for (const fault of faults) reading.findings.push(fault);
}

/** What is allowed and yet looks like a mistake. */
function lint(reading: Reading, card: Omit<Card, 'key'>, at: At | null): void {
  const now = Date.now();
  for (const { code, find } of RULES)
    for (const { path: inner, facts = {} } of find(card, now))
      reading.findings.push({ code, path: [...pathOf(at), ...inner], facts });
}

/** Whether a card has nothing that a user could see. */
export function isEmpty(card: Omit<Card, 'key'>): boolean {
  return (
    (card.title ?? card.description ?? card.name) === null &&
    [card.subtitles, card.links, card.banner, card.fields, card.actions].every((list) => list.length === 0)
  );
}
