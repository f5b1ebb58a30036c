import type { JobRow } from '#db/queries/job-row.ts';
import { addChunk, type ChunkCosts } from '#domain/chunk-cost.ts';
import { chunkSizeFor } from '#domain/chunks.ts';

/** How many chunks in a row may fail of the same passing error before the job pauses itself. */
const TRIPS_AT = 3;

/** What one processor has learned while it works on a job; another that takes it over begins anew. */
export type Pace = {
  /** The size chunks are cut to at present. */
  chunkSize: number;
  /** True: the job leaves the size to us. */
  adapts: boolean;
  /** What chunks cost lately; null before the first. */
  costs: ChunkCosts | null;
  /** The passing error that chunk after chunk failed of, and how many did. */
  trouble: { code: string; chunks: number } | null;
};

export function paceOf(job: JobRow): Pace {
  const asked = (job.options.chunkSize as number | 'auto' | undefined) ?? 'auto';
  return { chunkSize: chunkSizeFor(asked, job.total), adapts: asked === 'auto', costs: null, trouble: null };
}

/** A chunk was committed: what it took counts, and whatever trouble there was is over. */
export function recordChunk(pace: Pace, { items, ms }: { items: number; ms: number }): void {
  pace.trouble = null;
  if (items > 0) pace.costs = addChunk(pace.costs, items, ms);
}

/** A whole chunk failed of a passing error; true when that was one too many of the same. */
export function recordTrouble(pace: Pace, code: string): boolean {
  const chunks = pace.trouble?.code === code ? pace.trouble.chunks + 1 : 1;
  pace.trouble = { code, chunks };
  return chunks >= TRIPS_AT;
}
