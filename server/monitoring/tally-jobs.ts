import type pg from 'pg';
import { type CountedJob, countChunkDurations, countFailedByCode, listCountedJobs } from '#db/queries/job-totals.ts';
import type { OperationName } from '#domain/operation-names.ts';

/** Upper ends of the buckets, in seconds: an automatic chunk aims at 0.05 to 0.15, a query is given up after 15. */
export const CHUNK_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/** So many jobs are looked at in one query, so that none of them takes long. */
const SLICE = 200;

type Histogram = { counts: number[]; sum: number };

/** Of one operation: items that failed, by code, and how long its chunks took. */
type OperationTally = { failed: Map<string, number>; chunks: Histogram };
export type Tallies = Map<OperationName, OperationTally>;

/**
 * Counts failed items and chunk durations over all jobs there ever were, from committed rows. What a job that has ended adds never
 * changes (not even when it is taken back), so it is read once and remembered: a look costs no more than the jobs at work.
 */
export function createTally(pool: pg.Pool): () => Promise<Tallies> {
  const ended: Tallies = new Map();
  const remembered = new Set<string>();
  let since: Date | null = null;
  return async () => {
    const { jobs, next } = await listCountedJobs(pool, since);
    const fresh = jobs.filter(({ id }) => !remembered.has(id));
    const current: Tallies = new Map([...ended].map(([operation, tally]) => [operation, structuredClone(tally)]));
    for (let first = 0; first < fresh.length; first += SLICE) {
      const slice = fresh.slice(first, first + SLICE);
      const found = await readSlice(pool, slice);
      for (const [job, tally] of found) {
        add(current, job.operation, tally);
        if (!job.ended) continue;
        add(ended, job.operation, tally);
        remembered.add(job.id);
      }
    }
    since = next;
    return current;
  };
}

async function readSlice(pool: pg.Pool, jobs: readonly CountedJob[]): Promise<Map<CountedJob, OperationTally>> {
  const ids = jobs.map(({ id }) => id);
  const tallies = new Map(jobs.map((job) => [job.id, emptyTally()]));
  for (const { jobId, code, count } of await countFailedByCode(pool, ids)) tallies.get(jobId)?.failed.set(code, count);
  for (const { jobId, bucket, count, seconds } of await countChunkDurations(pool, ids, CHUNK_BOUNDS)) {
    const chunks = tallies.get(jobId)?.chunks;
    if (!chunks) continue;
    chunks.counts[bucket] = count;
    chunks.sum += seconds;
  }
  return new Map(jobs.map((job) => [job, tallies.get(job.id) ?? emptyTally()]));
}

function emptyTally(): OperationTally {
  return { failed: new Map(), chunks: { counts: new Array(CHUNK_BOUNDS.length + 1).fill(0), sum: 0 } };
}

function add(tallies: Tallies, operation: OperationName, { failed, chunks }: OperationTally): void {
  const into = tallies.get(operation) ?? emptyTally();
  tallies.set(operation, into);
  for (const [code, count] of failed) into.failed.set(code, (into.failed.get(code) ?? 0) + count);
  for (const [bucket, count] of chunks.counts.entries())
    into.chunks.counts[bucket] = (into.chunks.counts[bucket] ?? 0) + count;
  into.chunks.sum += chunks.sum;
}
