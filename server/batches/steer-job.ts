import type { Job } from '#contract/jobs.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { dispatchJobs } from '#server/admission/dispatch-jobs.ts';
import type { Services } from '#server/services.ts';
import { readJob } from './read-job.ts';
import { steerableJob } from './visible-job.ts';

/**
 * Changes the state of a job in one transaction and tells it. `change` answers the moved job, or null when the state table
 * has no such arrow from where the job is: that ends in 409 with the state that was found, and nothing has changed.
 */
export async function steerJob(
  services: Services,
  actor: Actor,
  jobId: string,
  change: (sql: Sql, job: JobRow) => Promise<JobRow | null>,
): Promise<Job> {
  const job = await steerableJob(services, actor, jobId);
  await inTransaction(services.pool, async (sql) => {
    if (await change(sql, job)) return;
    const found = await findJob(sql, jobId);
    throw new Problem('wrong_state', { status: found?.status ?? job.status });
  });
  await publishProgress(services.pool, jobId, true);
  // It was done; should this fail, the processors' next round does it.
  await dispatchJobs(services).catch(() => {});
  return readJob(services, actor, jobId);
}
