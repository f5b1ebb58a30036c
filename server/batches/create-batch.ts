import type { Batch, NewBatch, NewJob } from '#contract/batches.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { insertDependencies } from '#db/queries/dependent-jobs.ts';
import { insertKeyItems, spendChallenge } from '#db/queries/enrolment.ts';
import { findUpload } from '#db/queries/find-upload.ts';
import { insertAuditEntries, type NewAuditEntry } from '#db/queries/insert-audit-entries.ts';
import { insertBatchEvent } from '#db/queries/insert-events.ts';
import { insertBatch, insertJob, type NewJobRow } from '#db/queries/insert-job.ts';
import { insertTerms } from '#db/queries/insert-terms.ts';
import { insertArchiveItems } from '#db/queries/proof-items.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { settle } from '#db/queries/settle-selection.ts';
import { countQueuedJobs } from '#db/queries/waiting-jobs.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { DEFAULT_PRIORITY } from '#domain/admission.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';
import { Problem } from '#domain/errors.ts';
import { unmetExpectation } from '#domain/expectations.ts';
import { NAME_OF, PHASES_OF } from '#domain/operation-names.ts';
import { dispatchJobs } from '#server/admission/dispatch-jobs.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { settleMappings } from '#server/column-mappings/settle-mappings.ts';
import type { Services } from '#server/services.ts';
import { readBatch } from './read-batch.ts';
import { requireDecision } from './require-decision.ts';
import { requireReadable } from './require-readable.ts';
import { resolveDependencies } from './resolve-dependencies.ts';

type Origin = { scheduleId?: string };
type Written = { batchId: string; jobIds: string[] };

/**
 * Starts a batch: its rows, its frozen selections and its audit are one transaction. What starts later, or after others, has its
 * selection frozen when its turn comes.
 */
export async function createBatch(
  services: Services,
  actor: Actor,
  input: NewBatch,
  origin: Origin = {},
): Promise<Batch> {
  await requireAction(services, actor, 'batch:start');
  for (const job of input.jobs) await requireDecision(services, actor, job);
  await requireReadable(services, actor, input);
  const written = await inTransaction(services.pool, (sql) => writeBatch(services, sql, actor, input, origin));
  await sendOnItsWay(services, written);
  return readBatch(services, actor, written.batchId);
}

/** The rows of a batch, in the caller's transaction; whether this person may start one is asked before. */
export async function writeBatch(
  { config }: Pick<Services, 'config'>,
  sql: Sql,
  actor: Actor,
  input: NewBatch,
  origin: Origin,
): Promise<Written> {
  const scheduled = isLater(input.scheduledFor);
  const batchId = uuidV7();
  const ids = input.jobs.map(() => uuidV7());
  await refuseTooMany(sql, actor, input.jobs.length, config.limits.maxQueuedJobs);
  const dependencies = await resolveDependencies(sql, actor, input.jobs, ids);
  const made: NewJobRow[] = [];
  for (const [place, job] of input.jobs.entries()) {
    const waits = (dependencies[place]?.length ?? 0) > 0;
    made.push({
      ...(await newJobRow(sql, actor, { id: ids[place] as string, batchId, job })),
      place,
      priority: job.priority ?? input.priority ?? DEFAULT_PRIORITY,
      dependencyPolicy: job.onDependencyFailure ?? 'skip',
      status: scheduled ? 'scheduled' : waits ? 'blocked' : 'queued',
      frozen: !('selection' in job) || 'archives' in job.selection || !(scheduled || waits),
    });
  }
  await insertBatch(sql, {
    id: batchId,
    organisationId: actor.organisationId,
    createdBy: actor.id,
    name: input.name ?? nameOf(made),
    scheduledFor: input.scheduledFor ?? null,
    scheduleId: origin.scheduleId ?? null,
    ...(input.maxConcurrent ? { maxConcurrent: input.maxConcurrent } : {}),
  });
  for (const row of made) await startJob(sql, row, input.jobs[row.place ?? 0] as NewJob, config.limits.maxItems);
  for (const [place, id] of ids.entries()) await insertDependencies(sql, id, dependencies[place] ?? []);
  await audit(sql, actor, batchId, input.name ?? nameOf(made), made);
  await insertBatchEvent(sql, batchId, 'batch.created');
  return { batchId, jobIds: ids };
}

/** What comes after the transaction of `writeBatch`: its jobs are told of and sent on their way. */
export async function sendOnItsWay(services: Services, { jobIds }: Written): Promise<void> {
  for (const id of jobIds) await publishProgress(services.pool, id, true);
  // The batch is there; should this fail, the processors' next round sends its jobs on their way.
  await dispatchJobs(services).catch(() => {});
}

function isLater(moment: string | undefined): boolean {
  if (moment === undefined) return false;
  if (new Date(moment).getTime() <= Date.now()) throw new Problem('scheduled_in_the_past');
  return true;
}

function nameOf(jobs: readonly NewJobRow[]): string {
  const [first, ...others] = jobs;
  return others.length === 0 ? (first?.name ?? '') : `${first?.name} + ${others.length}`;
}

async function refuseTooMany(sql: Sql, actor: Actor, adding: number, limit: number): Promise<void> {
  const count = await countQueuedJobs(sql, actor.organisationId);
  if (count + adding > limit) throw new Problem('too_many_queued', { count, limit });
}

async function newJobRow(
  sql: Sql,
  actor: Actor,
  { id, batchId, job }: { id: string; batchId: string; job: NewJob },
): Promise<NewJobRow> {
  const { operation } = job;
  const upload = 'uploadId' in job ? await findUpload(sql, job.uploadId, actor) : null;
  if ('uploadId' in job && !upload) throw new Problem('foreign_upload');
  return {
    id,
    batchId,
    organisationId: actor.organisationId,
    createdBy: actor.id,
    clearance: actor.clearance,
    // Terms are classified by what is found of them; of anything else that is not known yet, it is as high as who asks may see.
    ...(operation === 'query' ? { classification: CLASSIFICATIONS[0] } : {}),
    operation,
    name: job.name ?? upload?.fileName ?? NAME_OF[operation],
    phase: PHASES_OF[operation][0] ?? 'applying',
    options: job.operation === 'import' ? await settleMappings(sql, actor, job.options) : job.options,
    selection: 'selection' in job ? job.selection : null,
    uploadId: upload?.id ?? null,
    retryOf: null,
    correlationId: actor.origin.correlationId,
  };
}

/** Writes the job and freezes what it is about. Starting is for one's own organisation, also for who may read more. */
async function startJob(sql: Sql, row: NewJobRow, job: NewJob, most: number): Promise<void> {
  await insertJob(sql, row);
  if ('terms' in job) {
    await insertTerms(sql, row.id, job.terms);
    refuseUnmet(unmetExpectation(job.options, job.terms.length, most));
  }
  if ('hashes' in job) {
    await insertTerms(sql, row.id, job.hashes);
    refuseUnmet(unmetExpectation(job.options, job.hashes.length, most));
  }
  if ('keys' in job) await insertKeys(sql, row, job);
  if (!('selection' in job) || row.frozen === false) return;
  if ('archives' in job.selection) {
    const chosen = await insertArchiveItems(sql, row, job.selection.archives);
    if (chosen === 0) throw new Problem('empty_selection');
    return;
  }
  const { total, unmet } = await settle(sql, row, most);
  refuseUnmet(unmet);
  if (total === 0) throw new Problem('empty_selection');
}

/** @throws Problem `challenge_spent` */
async function insertKeys(sql: Sql, row: NewJobRow, job: Extract<NewJob, { operation: 'enrol' }>): Promise<void> {
  const { organisationId, id: jobId } = row;
  const nonce = await spendChallenge(sql, { id: job.challengeId, organisationId, jobId });
  if (!nonce) throw new Problem('challenge_spent');
  await insertKeyItems(sql, jobId, job.keys);
}

function refuseUnmet(unmet: ReturnType<typeof unmetExpectation>): void {
  if (unmet) throw new Problem(unmet.code, unmet.params);
}

async function audit(sql: Sql, actor: Actor, batchId: string, name: string, jobs: readonly NewJobRow[]): Promise<void> {
  const entries: NewAuditEntry[] = jobs.map(({ id, operation, uploadId, options, status }) => ({
    action: 'job.created',
    subjectType: 'job',
    subjectId: id,
    jobId: id,
    details: { operation, uploadId, options, status },
  }));
  await insertAuditEntries(sql, actor, [
    { action: 'batch.created', subjectType: 'batch', subjectId: batchId, details: { name, jobs: jobs.length } },
    ...entries,
  ]);
}
