/** How much the newest chunk counts against all before it. */
const NEWEST = 0.3;

/** What chunks cost lately, as running means; begin with `null`. */
export type ChunkCosts = {
  items: number;
  ms: number;
  /** How the two vary, together and the items alone. */
  covariance: number;
  variance: number;
};

/** The costs after one more chunk of so many items, which took so many milliseconds. */
export function addChunk(costs: ChunkCosts | null, items: number, ms: number): ChunkCosts {
  if (costs === null) return { items, ms, covariance: 0, variance: 0 };
  const [moreItems, moreMs] = [items - costs.items, ms - costs.ms];
  return {
    items: costs.items + NEWEST * moreItems,
    ms: costs.ms + NEWEST * moreMs,
    covariance: (1 - NEWEST) * (costs.covariance + NEWEST * moreItems * moreMs),
    variance: (1 - NEWEST) * (costs.variance + NEWEST * moreItems * moreItems),
  };
}

/**
 * What a chunk costs whatever its size, and what each item adds, in milliseconds: the line through the chunks so far. While all
 * were of one size nothing tells the two apart, and everything counts as the items'.
 */
export function costOf({ items, ms, covariance, variance }: ChunkCosts): { fixedMs: number; msPerItem: number } {
  const slope = variance > 1 ? covariance / variance : ms / items;
  // A line that noise has tilted too far says that chunks are free, or that items are.
  const msPerItem = Math.min(Math.max(slope, (0.1 * ms) / items), ms / items);
  return { fixedMs: Math.max(0, ms - msPerItem * items), msPerItem };
}
