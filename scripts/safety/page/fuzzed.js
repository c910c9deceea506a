/**
 * Cards made at random: sound ones, changed by structure, with payloads in some of their texts and URLs. The same for
 * the same seed and number.
 */
export function fuzzed({ mutate, fullCard, seededRandom }, seed, i, leaves) {
  const random = seededRandom(seed * 1_000_003 + i);
  const [card] = mutate([fullCard()], random);
  return [withPayloads(card, random, leaves)];
}

function withPayloads(value, random, leaves) {
  if (typeof value === 'string') return random() < 0.1 ? leaves[Math.floor(random() * leaves.length)] : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => withPayloads(each, random, leaves));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withPayloads(each, random, leaves)]),
  );
}
