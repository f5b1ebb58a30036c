import { inTransaction } from '#db/client.ts';
import { replanChunks } from '#db/queries/replan-chunks.ts';
import { costOf } from '#domain/chunk-cost.ts';
import { adaptChunkSize, chunkSizeFor, MAX_CHUNK_SIZE, MIN_CHUNK_SIZE } from '#domain/chunks.ts';
import type { JobAtWork } from './job-at-work.ts';
import { chunkCeiling } from './memory-budget.ts';
import { itemsPerSecondOf } from './rate-limit.ts';

/**
 * Cuts what is left of a job anew when its chunks take too long or are over too soon, when memory runs short, or when they are
 * larger than a second's allowance. Each lane may call it after each chunk: mostly there is nothing to do.
 */
export async function adaptChunks(at: JobAtWork): Promise<void> {
  const { pace, engine, fence } = at;
  const { job } = at.work;
  const ceiling = Math.min(chunkCeiling(at, pace.chunkSize), Math.max(1, itemsPerSecondOf(job) ?? MAX_CHUNK_SIZE));
  const adapted =
    pace.adapts && pace.costs ? adaptChunkSize(pace.chunkSize, costOf(pace.costs), ceiling) : pace.chunkSize;
  const wanted = Math.min(Math.max(adapted, leastOf(at)), ceiling);
  if (wanted === pace.chunkSize) return;
  pace.chunkSize = wanted;
  await inTransaction(engine.pool, (sql) => replanChunks(sql, { id: job.id, fence }, wanted));
}

/** A small job stays as finely cut as it began, so that its bar moves. */
function leastOf({ pace, operation, work }: JobAtWork): number {
  return pace.adapts ? Math.min(operation.leastPerChunk ?? MIN_CHUNK_SIZE, chunkSizeFor('auto', work.job.total)) : 0;
}
