import type { Batch } from '#contract/batches.ts';
import type { Sql } from '#db/client.ts';
import { type BatchRow, listJobsOf } from '#db/queries/list-jobs.ts';
import type { Actor } from '#domain/access.ts';
import { batchProgress } from '#domain/batch-progress.ts';
import { presentJobs } from './present-jobs.ts';

/** Batches with their jobs, as the door shows them. */
export async function presentBatches(
  sql: Sql,
  batches: readonly BatchRow[],
  actor: Pick<Actor, 'clearance'>,
): Promise<Batch[]> {
  const jobs = await presentJobs(
    sql,
    await listJobsOf(
      sql,
      batches.map((batch) => batch.id),
    ),
    actor,
  );
  return batches.map((batch) => {
    const ofBatch = jobs.filter((job) => job.batchId === batch.id);
    return {
      id: batch.id,
      name: batch.name,
      createdAt: batch.createdAt.toISOString(),
      createdBy: batch.createdBy,
      maxConcurrent: batch.maxConcurrent,
      scheduleId: batch.scheduleId,
      scheduledFor: batch.scheduledFor?.toISOString() ?? null,
      progress: batchProgress(ofBatch),
      jobs: ofBatch,
    };
  });
}
