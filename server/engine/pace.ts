import type { JobRow } from '#db/queries/job-row.ts';
import { chunkSizeFor } from '#domain/chunks.ts';

/** How many chunks in a row may fail of the same passing error before the job pauses itself. */
const TRIPS_AT = 3;
/** How much the newest chunk counts in what an item takes. */
const SMOOTHING = 0.3;

/** What one processor has learned while it works on a job; another that takes it over begins anew. */
export type Pace = {
  /** The size chunks are cut to at present. */
  chunkSize: number;
  /** True: the job leaves the size to us. */
  adapts: boolean;
  /** Milliseconds one item took lately; null before the first chunk. */
  msPerItem: number | null;
  /** The passing error that chunk after chunk failed of, and how many did. */
  trouble: { code: string; chunks: number } | null;
};

export function paceOf(job: JobRow): Pace {
  const asked = (job.options.chunkSize as number | 'auto' | undefined) ?? 'auto';
  return { chunkSize: chunkSizeFor(asked, job.total), adapts: asked === 'auto', msPerItem: null, trouble: null };
}

/** A chunk was committed: what it took counts, and whatever trouble there was is over. */
export function recordChunk(pace: Pace, { items, ms }: { items: number; ms: number }): void {
  pace.trouble = null;
  if (items === 0) return;
  const sample = ms / items;
  pace.msPerItem = pace.msPerItem === null ? sample : pace.msPerItem + SMOOTHING * (sample - pace.msPerItem);
}

/** A whole chunk failed of a passing error; true when that was one too many of the same. */
export function recordTrouble(pace: Pace, code: string): boolean {
  const chunks = pace.trouble?.code === code ? pace.trouble.chunks + 1 : 1;
  pace.trouble = { code, chunks };
  return chunks >= TRIPS_AT;
}
