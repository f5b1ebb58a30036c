/** The middle value; of an even number of values the mean of the two in the middle. @throws RangeError without values */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** The smallest value that at least `percent` (0-100) of the values do not exceed (nearest rank). @throws RangeError */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = ascending(values);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(rank, 1) - 1] as number;
}

/** One round: the product and what it is held against, measured one right after the other, in milliseconds. */
export type Pair = { product: number; baseline: number };

/**
 * How the product compares over several rounds. The ratio is the median of the rounds' own ratios: what else the machine was
 * doing differs more between rounds than within one.
 */
export function compare(pairs: readonly Pair[]): { productMs: number; baselineMs: number; ratio: number } {
  return {
    productMs: median(pairs.map(({ product }) => product)),
    baselineMs: median(pairs.map(({ baseline }) => baseline)),
    ratio: median(pairs.map(({ product, baseline }) => product / baseline)),
  };
}

function ascending(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('There is nothing to take a statistic of.');
  return [...values].sort((a, b) => a - b);
}
