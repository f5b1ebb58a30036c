import type { Batch } from '#contract/batches.ts';
import type { Sql } from '#db/client.ts';
import { type BatchRow, listJobsOf } from '#db/queries/list-jobs.ts';
import { presentJobs } from './present-jobs.ts';

/** Batches with their jobs, as the door shows them. */
export async function presentBatches(sql: Sql, batches: readonly BatchRow[]): Promise<Batch[]> {
  const jobs = await presentJobs(
    sql,
    await listJobsOf(
      sql,
      batches.map((batch) => batch.id),
    ),
  );
  return batches.map(({ id, name, createdAt, createdBy }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    createdBy,
    jobs: jobs.filter((job) => job.batchId === id),
  }));
}
