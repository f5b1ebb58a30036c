import type { Batch, BatchPatch, JobPatch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { findBatchRow } from '#db/queries/list-jobs.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { setConcurrency, setPriority } from '#db/queries/set-priority.ts';
import type { Actor } from '#domain/access.ts';
import { sightOfOwn } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { isFinal } from '#domain/job-status.ts';
import { dispatchJobs } from '#server/admission/dispatch-jobs.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { readBatch } from './read-batch.ts';
import { readJob } from './read-job.ts';
import { steerableJob } from './visible-job.ts';

/** Has a job go before others, or after them; it tells while the job waits. */
export async function changeJob(services: Services, actor: Actor, jobId: string, { priority }: JobPatch): Promise<Job> {
  const job = await steerableJob(services, actor, jobId);
  if (isFinal(job.status)) throw new Problem('wrong_state', { status: job.status });
  await inTransaction(services.pool, async (sql) => {
    await prioritise(services, sql, [jobId], priority);
    await insertAuditEntries(sql, actor, [
      {
        action: 'job.prioritised',
        subjectType: 'job',
        subjectId: jobId,
        jobId,
        details: { before: job.priority, after: priority },
      },
    ]);
  });
  await publishProgress(services.pool, jobId, true);
  await dispatchJobs(services).catch(() => {});
  return readJob(services, actor, jobId);
}

/** The same for every job of a batch that has not ended, and how many of them may be worked on at once. */
export async function changeBatch(
  services: Services,
  actor: Actor,
  batchId: string,
  patch: BatchPatch,
): Promise<Batch> {
  await requireAction(services, actor, 'batch:control', { type: 'batch', id: batchId });
  if (!(await findBatchRow(services.pool, batchId, sightOfOwn(actor)))) throw new Problem('not_found');
  const { jobs } = await readBatch(services, actor, batchId);
  const waiting = jobs.filter(({ status }) => !isFinal(status)).map(({ id }) => id);
  if (waiting.length === 0) throw new Problem('wrong_state', { status: jobs[0]?.status ?? 'completed' });
  await inTransaction(services.pool, async (sql) => {
    if (patch.priority !== undefined) await prioritise(services, sql, waiting, patch.priority);
    if (patch.maxConcurrent !== undefined) await setConcurrency(sql, batchId, patch.maxConcurrent);
    await insertAuditEntries(sql, actor, [
      { action: 'batch.changed', subjectType: 'batch', subjectId: batchId, details: patch },
    ]);
  });
  for (const id of waiting) await publishProgress(services.pool, id, true);
  await dispatchJobs(services).catch(() => {});
  return readBatch(services, actor, batchId);
}

async function prioritise(services: Services, sql: Sql, jobIds: readonly string[], priority: number): Promise<void> {
  for (const id of await setPriority(sql, jobIds, priority)) await services.queue.reprioritise(sql, id, priority);
}
