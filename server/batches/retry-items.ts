import type { Batch } from '#contract/batches.ts';
import type { Retry } from '#contract/jobs.ts';
import { inTransaction } from '#db/client.ts';
import { copyImportItems, copyItems } from '#db/queries/copy-items.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertBatchEvent } from '#db/queries/insert-events.ts';
import { insertBatch, insertJob } from '#db/queries/insert-job.ts';
import { listArtifacts } from '#db/queries/list-artifacts.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { requireApproval } from '#db/queries/require-approval.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { isFinal } from '#domain/job-status.ts';
import { lacksItsFile } from '#domain/lacks-its-file.ts';
import { PHASES_OF } from '#domain/operation-names.ts';
import { dispatchJobs } from '#server/admission/dispatch-jobs.ts';
import type { Services } from '#server/services.ts';
import { readBatch } from './read-batch.ts';
import { requireDecision } from './require-decision.ts';
import { steerableJob } from './visible-job.ts';

/**
 * A new job over the items of an ended one that failed or were never worked on, or over all when its file was never made; linked
 * to it, decided anew.
 */
export async function retryItems(services: Services, actor: Actor, jobId: string, { items }: Retry): Promise<Batch> {
  const job = await steerableJob(services, actor, jobId);
  await requireDecision(services, actor, job);
  if (!isFinal(job.status)) throw new Problem('wrong_state', { status: job.status });
  // Its challenge was answered, and is used up.
  if (job.operation === 'enrol') throw new Problem('not_supported');
  if (items === 'corrected' && !job.uploadId) throw new Problem('not_supported');
  if (items === 'all') {
    const artifacts = (await listArtifacts(services.pool, [jobId])).get(jobId) ?? [];
    if (!lacksItsFile({ ...job, artifacts })) throw new Problem('nothing_to_retry');
  }
  const [batchId, retryId] = [uuidV7(), uuidV7()];
  const { organisationId, operation, name, options, selection, uploadId, classification } = job;
  await inTransaction(services.pool, async (sql) => {
    const owner = { organisationId, createdBy: actor.id, name };
    await insertBatch(sql, { id: batchId, ...owner });
    const phase = PHASES_OF[operation][0] ?? 'applying';
    const sees = { clearance: actor.clearance, classification };
    const origin = { retryOf: jobId, copiedItems: true, correlationId: actor.origin.correlationId };
    await insertJob(sql, {
      id: retryId,
      batchId,
      ...owner,
      operation,
      phase,
      options,
      selection,
      uploadId,
      ...origin,
      ...sees,
    });
    const copy = uploadId ? copyImportItems : copyItems;
    if ((await copy(sql, retryId, jobId, items)) === 0) throw new Problem('nothing_to_retry');
    if (!PHASES_OF[operation].includes('checking'))
      await requireApproval(sql, { id: retryId, organisationId, operation, options }, 'selection');
    await insertAuditEntries(sql, actor, [
      { action: 'job.retried', subjectType: 'job', subjectId: jobId, jobId, details: { items, retry: retryId } },
    ]);
    await insertBatchEvent(sql, batchId, 'batch.created');
  });
  await publishProgress(services.pool, retryId, true);
  await dispatchJobs(services).catch(() => {});
  return readBatch(services, actor, batchId);
}
