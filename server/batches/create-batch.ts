import type { Batch, NewBatch, NewJob } from '#contract/batches.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { findUpload } from '#db/queries/find-upload.ts';
import { freezeSelection } from '#db/queries/freeze-selection.ts';
import { insertAuditEntries, type NewAuditEntry } from '#db/queries/insert-audit-entries.ts';
import { insertBatch, insertJob, type NewJobRow } from '#db/queries/insert-job.ts';
import { insertTerms } from '#db/queries/insert-terms.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { NAME_OF, PHASES_OF } from '#domain/operation-names.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { readBatch } from './read-batch.ts';

/** Starts a batch: its rows, its frozen selection, its audit and its place in the queue are one transaction. */
export async function createBatch(services: Services, actor: Actor, { name, jobs }: NewBatch): Promise<Batch> {
  await requireAction(services, actor, 'batch:start');
  const batchId = uuidV7();
  const jobIds = await inTransaction(services.pool, async (sql) => {
    const made: NewJobRow[] = [];
    for (const job of jobs) made.push(await newJobRow(sql, actor, batchId, job));
    const title = name ?? made[0]?.name ?? '';
    await insertBatch(sql, { id: batchId, organisationId: actor.organisationId, createdBy: actor.id, name: title });
    for (const [index, row] of made.entries()) await startJob(sql, actor, row, jobs[index] as NewJob);
    await audit(sql, actor, batchId, title, made);
    for (const { id } of made) await services.queue.enqueue(sql, id);
    return made.map(({ id }) => id);
  });
  for (const id of jobIds) await publishProgress(services.pool, id, true);
  return readBatch(services, actor, batchId);
}

async function newJobRow(sql: Sql, actor: Actor, batchId: string, job: NewJob): Promise<NewJobRow> {
  const common = {
    id: uuidV7(),
    batchId,
    organisationId: actor.organisationId,
    createdBy: actor.id,
    options: job.options,
    retryOf: null,
    correlationId: actor.origin.correlationId,
  };
  if (job.operation === 'import') {
    const upload = await findUpload(sql, job.uploadId, actor.organisationId);
    if (!upload) throw new Problem('foreign_upload');
    return {
      ...common,
      operation: 'import',
      name: upload.fileName,
      phase: 'uploading',
      selection: null,
      uploadId: upload.id,
    };
  }
  const { operation } = job;
  const selection = 'selection' in job ? job.selection : null;
  const phase = PHASES_OF[operation][0] ?? 'applying';
  return { ...common, operation, name: NAME_OF[operation], phase, selection, uploadId: null };
}

/** Writes the job and freezes what it is about. Starting is for one's own organisation, also for who may read more. */
async function startJob(sql: Sql, actor: Actor, row: NewJobRow, job: NewJob): Promise<void> {
  await insertJob(sql, row);
  if ('terms' in job) await insertTerms(sql, row.id, job.terms);
  if (!('selection' in job)) return;
  const deleted = job.operation === 'restore';
  const total = await freezeSelection(sql, row.id, job.selection, actor.organisationId, { deleted });
  if (total === 0) throw new Problem('empty_selection');
}

async function audit(sql: Sql, actor: Actor, batchId: string, name: string, jobs: readonly NewJobRow[]): Promise<void> {
  const entries: NewAuditEntry[] = jobs.map(({ id, operation, uploadId, options }) => ({
    action: 'job.created',
    subjectType: 'job',
    subjectId: id,
    jobId: id,
    details: { operation, uploadId, options },
  }));
  await insertAuditEntries(sql, actor, [
    { action: 'batch.created', subjectType: 'batch', subjectId: batchId, details: { name, jobs: jobs.length } },
    ...entries,
  ]);
}
