import type { Facts } from '../diagnostics/diagnostic.js';
import { pathOf, type At } from './at.js';
import type { Card } from './model.js';
import { isWire, type Reading } from './reading.js';
import { RULES } from './rules.js';
import { meant } from './spelling.js';
import { publishedVerdict, type Published } from './verdict.js';

/** What is said of a card or a chat item once it is read: the published verdict, repairs, likely mistakes. */
export function conclude(
  reading: Reading,
  card: Omit<Card, 'key'>,
  published: Published,
  at: At | null,
): void {
  judge(reading, card.source, published, at);
  if (isEmpty(card)) reading.note('empty-card', at, inEmpty(card.source));
  else lint(reading, card, at);
}

/** Adds the published schema's verdict; what was repaired without its objection is a warning. */
function judge(reading: Reading, source: unknown, published: Published, at: At | null): void {
  // One more than there is room for, so that it is known that there are more.
  const faults = publishedVerdict(published, source, at, reading.repairs, reading.room + 1);
  if (reading.repairs.size > 0) {
    const judged = new Set(faults.map(({ path }) => JSON.stringify(path)));
    for (const [path, repair] of reading.repairs) {
      if (judged.has(path)) continue;
      const steps = JSON.parse(path) as (string | number)[];
      reading.add({ code: 'repaired', path: steps, facts: { member: String(steps.at(-1)), repair } });
    }
    reading.repairs.clear();
  }
  for (const fault of faults) reading.add(fault);
}

/** What is allowed and yet looks like a mistake. */
function lint(reading: Reading, card: Omit<Card, 'key'>, at: At | null): void {
  const now = Date.now();
  for (const { code, find } of RULES)
    for (const { path: inner, facts = {} } of find(card, now))
      reading.add({ code, path: [...pathOf(at), ...inner], facts });
}

/** Why there may be nothing to see in it: the envelope's name is misspelt, or a response lies in a list of cards. */
function inEmpty(source: unknown): Facts {
  const members = isWire(source) ? Object.keys(source).slice(0, 20) : [];
  if (members.some((member) => ENVELOPES.includes(member))) return { repair: ['response-within'] };
  const like = members.map((member) => meant(member, ENVELOPES)).find((name) => name !== null);
  return like ? { repair: ['did-you-mean', like] } : {};
}

const ENVELOPES = ['objects', 'results', 'cards'];

/** Whether a card has nothing that a user could see. */
export function isEmpty(card: Omit<Card, 'key'>): boolean {
  return (
    (card.title ?? card.description ?? card.name) === null &&
    [card.subtitles, card.links, card.banner, card.fields, card.actions].every((list) => list.length === 0)
  );
}
