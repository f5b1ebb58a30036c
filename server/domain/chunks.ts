/** The sizes a chunk may have, in items. */
export const MIN_CHUNK_SIZE = 1;
export const MAX_CHUNK_SIZE = 1_000;
export const DEFAULT_CHUNK_SIZE = 20;

/** How many chunks of a job are worked on at once. */
export const MIN_PARALLELISM = 1;
export const MAX_PARALLELISM = 8;

/** What a chunk of `auto` should take, in milliseconds: long enough that commits do not dominate, short enough to stop soon. */
export const CHUNK_TARGET_MS = { least: 50, ideal: 100, most: 150 } as const;

/**
 * The size that brings a chunk of `auto` to its target, from what chunks cost lately, in milliseconds; `current` while that is
 * near enough, so that a job is not cut anew for every hiccup. Where a chunk costs more than the target whatever its size, so
 * large that its items take as long as that: smaller ones would only be slower. At most `ceiling` items.
 */
export function adaptChunkSize(
  current: number,
  { fixedMs, msPerItem }: { fixedMs: number; msPerItem: number },
  ceiling = MAX_CHUNK_SIZE,
): number {
  const expected = fixedMs + current * msPerItem;
  const fits = expected >= CHUNK_TARGET_MS.least && expected <= CHUNK_TARGET_MS.most;
  if (fits && current <= ceiling) return current;
  const ideal = msPerItem > 0 ? Math.max(CHUNK_TARGET_MS.ideal - fixedMs, fixedMs) / msPerItem : MAX_CHUNK_SIZE;
  return Math.max(MIN_CHUNK_SIZE, Math.min(Math.floor(ideal), ceiling, MAX_CHUNK_SIZE));
}

/** `auto`, at the start: small jobs in small chunks, so that a bar moves; large ones in large chunks, so that commits do not dominate. */
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

/** Where cutting begins: the first order of work, the number of its chunk, and what that chunk waits for. */
export type ChunkStart = Pick<ChunkPlan, 'number' | 'first' | 'after'>;

const AT_THE_BEGINNING: ChunkStart = { number: 0, first: 0, after: 0 };

/**
 * Cuts items into chunks. `levels` holds the dependency level of each item in the order of work, never descending
 * (0: depends on nothing of this job). Items of one level do not wait for each other. With `start` only what is left is cut,
 * anew: the chunks before it stay as they are.
 */
export function planChunks(levels: ArrayLike<number>, size: number, start = AT_THE_BEGINNING): ChunkPlan[] {
  const chunks: ChunkPlan[] = [];
  let firstChunkOfLevel = start.after;
  let level = levels[start.first] ?? 0;
  for (let { first } = start; first < levels.length; first += size) {
    const last = Math.min(first + size, levels.length) - 1;
    const number = start.number + chunks.length;
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
