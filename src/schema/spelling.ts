/**
 * The word that somebody probably meant: the nearest of the known ones, when it is at most two strokes away; of a word with
 * fewer than six letters one, as `stage` is not meant to be `image`.
 *
 * @returns `null` when none is near.
 */
export function meant(word: string, known: Iterable<string>): string | null {
  if (word.length > 40) return null;
  let best: string | null = null;
  let least = word.length > 5 ? 2 : word.length > 2 ? 1 : 0;
  const plain = simplified(word);
  for (const candidate of known) {
    const distance = strokes(plain, simplified(candidate), least);
    if (distance <= least && (best === null || distance < least)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** `mutuallyExclusiveSetId` and `Mutually-Exclusive-Set-Id` are `mutually_exclusive_set_id` in another dress. */
function simplified(word: string): string {
  return word.replace(/[_\-\s]/g, '').toLowerCase();
}

/** Insertions, deletions, changes and swaps of neighbours from one word to the other; more than `most` is `most + 1`. */
function strokes(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? most + 1;
}
