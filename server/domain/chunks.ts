/** The sizes a chunk may have, in items. */
export const MIN_CHUNK_SIZE = 1;
export const MAX_CHUNK_SIZE = 1_000;
export const DEFAULT_CHUNK_SIZE = 20;

/** How many chunks of a job are worked on at once. */
export const MIN_PARALLELISM = 1;
export const MAX_PARALLELISM = 8;

/** `auto`: small jobs in small chunks, so that a bar moves; large ones in large chunks, so that commits do not dominate. */
export function chunkSizeFor(asked: number | 'auto', total: number): number {
  if (asked !== 'auto') return asked;
  if (total <= 400) return DEFAULT_CHUNK_SIZE;
  return Math.min(MAX_CHUNK_SIZE / 2, Math.ceil(total / 20));
}

/**
 * Consecutive items of one transaction: orders `first` to `last` (0-based, inclusive). It may only be applied once the
 * first `after` chunks of the job are done, so that what an item depends on is there before it, with any number of lanes.
 */
export type ChunkPlan = { number: number; first: number; last: number; after: number };

/**
 * Cuts items into chunks. `levels` holds the dependency level of each item in the order of work, never descending
 * (0: depends on nothing of this job). Items of one level do not wait for each other.
 */
export function planChunks(levels: ArrayLike<number>, size: number): ChunkPlan[] {
  const chunks: ChunkPlan[] = [];
  let firstChunkOfLevel = 0;
  let level = levels[0] ?? 0;
  for (let first = 0; first < levels.length; first += size) {
    const last = Math.min(first + size, levels.length) - 1;
    const number = chunks.length;
    const lowest = levels[first] ?? 0;
    const highest = levels[last] ?? 0;
    if (lowest !== level) {
      level = lowest;
      firstChunkOfLevel = number;
    }
    chunks.push({ number, first, last, after: highest === lowest ? firstChunkOfLevel : number });
    if (highest !== lowest) {
      // What follows in this chunk's highest level may depend on the lower levels inside it, so it waits for this one too.
      level = highest;
      firstChunkOfLevel = number + 1;
    }
  }
  return chunks;
}
