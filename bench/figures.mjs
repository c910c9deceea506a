/** @param part - 0.5 for the median, 0.25 and 0.75 for the quartiles. */
export function quantile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * part;
  const below = sorted[Math.floor(position)];
  return below + (sorted[Math.ceil(position)] - below) * (position % 1);
}

export function median(numbers) {
  return quantile(numbers, 0.5);
}

/**
 * What the samples of one measure come to, beside those of the one that all are compared with. A ratio is made within a
 * round: what slows the machine down for a while slows both.
 *
 * @param samples - by round; a round may be missing.
 * @param base - the same of the other.
 * @returns `rounds`: how many there were; `median`; `ratio`: the median of the rounds' ratios, with its quartiles; null
 *   where there is no base, or it is 0.
 */
export function figure(samples, base = []) {
  const own = Object.values(samples);
  const ratios = Object.entries(samples)
    .map(([round, value]) => value / base[round])
    .filter(Number.isFinite);
  return {
    rounds: own.length,
    median: median(own),
    ratio: ratios.length ? median(ratios) : null,
    quartiles: ratios.length ? [quantile(ratios, 0.25), quantile(ratios, 0.75)] : null,
  };
}

/** How steeply `ys` rise with `xs`: the line that fits them best (least squares). */
export function slope(xs, ys) {
  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  let up = 0;
  let along = 0;
  xs.forEach((x, i) => {
    up += (x - middleX) * (ys[i] - middleY);
    along += (x - middleX) ** 2;
  });
  return up / along;
}
