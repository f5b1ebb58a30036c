import type { Sql } from '#db/client.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { batchStatus } from '#domain/batch-progress.ts';
import { type EventType, TEST_EVENT } from '#domain/events.ts';
import { isFinal, type JobStatus } from '#domain/job-status.ts';

/** The channel on which those who tell of events are woken. */
export const OUTBOX_CHANNEL = 'lexport_outbox';

const JOB = `jsonb_build_object('id', j.id, 'name', j.name, 'operation', j.operation, 'status', j.status, 'total', j.total,
  'succeeded', j.succeeded, 'unchanged', j.unchanged, 'skipped', j.skipped, 'failed', j.failed, 'cancelled', j.cancelled,
  'rolledBack', j.rolled_back, 'rollbackConflict', j.rollback_conflict, 'problem', j.problem_code)`;
const BATCH = `jsonb_build_object('id', b.id, 'name', b.name,
  'jobs', (SELECT count(*)::int FROM jobs WHERE batch_id = b.id))`;
const OF_JOB = `'batch', ${BATCH}, 'job', ${JOB}, 'startedBy', jsonb_build_object('id', j.created_by)`;
const PEOPLE = 'array_remove(ARRAY[j.created_by, j.undone_by], NULL)';

/** Wakes whoever tells of events; after the commit, never in a chunk's transaction. */
export async function wakeTellers(sql: Sql): Promise<void> {
  await sql.query(`SELECT pg_notify($1, 'woken')`, [OUTBOX_CHANNEL]);
}

/** Puts an event of a job into the outbox, with the job as it is now; in the transaction of what it tells of. */
export async function insertJobEvent(sql: Sql, jobId: string, type: EventType): Promise<void> {
  await sql.query(
    `INSERT INTO events (id, organisation_id, type, data, people)
     SELECT $1, j.organisation_id, $2, jsonb_build_object(${OF_JOB}), ${PEOPLE}
     FROM jobs j JOIN batches b ON b.id = j.batch_id WHERE j.id = $3`,
    [uuidV7(), type, jobId],
  );
}

/** The same of a batch with its jobs as they are now. */
export async function insertBatchEvent(sql: Sql, batchId: string, type: EventType): Promise<void> {
  const statuses = await statusesOf(sql, batchId);
  await writeBatchEvent(sql, batchId, type, statuses);
}

/**
 * Puts the end of a batch into the outbox when all its jobs have ended. Of two that end at the same time the second one waits for
 * the first and sees it; so call it when the transaction has locked all the jobs it wants.
 */
export async function tellEndOfBatch(sql: Sql, batchId: string): Promise<void> {
  await sql.query('SELECT FROM batches WHERE id = $1 FOR NO KEY UPDATE', [batchId]);
  const statuses = await statusesOf(sql, batchId);
  if (statuses.every(isFinal)) await writeBatchEvent(sql, batchId, 'batch.finished', statuses);
}

/** Files that are there, or that have gone. */
export async function insertArtifactEvents(
  sql: Sql,
  artifactIds: readonly string[],
  type: 'artifact.created' | 'artifact.expired',
): Promise<void> {
  await sql.query(
    `INSERT INTO events (id, organisation_id, type, data, people)
     SELECT given.event_id, a.organisation_id, $3, jsonb_build_object(${OF_JOB}, 'artifact', jsonb_build_object('id', a.id,
         'kind', a.kind, 'fileName', a.file_name, 'mediaType', a.media_type, 'size', a.size, 'sha256', a.sha256,
         'expiresAt', a.expires_at)), ${PEOPLE}
     FROM unnest($1::uuid[], $2::uuid[]) AS given(artifact_id, event_id) JOIN artifacts a ON a.id = given.artifact_id
       JOIN jobs j ON j.id = a.job_id JOIN batches b ON b.id = j.batch_id`,
    [artifactIds, artifactIds.map(() => uuidV7()), type],
  );
}

type WebhookEvent = {
  organisationId: string;
  type: 'webhook.disabled' | typeof TEST_EVENT;
  webhook: { id: string; name: string; host: string; reason?: string };
};

/** About a webhook itself. A test goes to that webhook alone, so it counts as told. Answers the event. */
export async function insertWebhookEvent(
  sql: Sql,
  { organisationId, type, webhook }: WebhookEvent,
): Promise<{ id: string; createdAt: Date; data: Record<string, unknown> }> {
  const [id, data] = [uuidV7(), { webhook }];
  const { rows } = await sql.query<{ createdAt: Date }>(
    `INSERT INTO events (id, organisation_id, type, data, people, told_at)
     VALUES ($1, $2, $3, $4, '{}', CASE WHEN $3 = '${TEST_EVENT}' THEN clock_timestamp() END)
     RETURNING created_at AS "createdAt"`,
    [id, organisationId, type, data],
  );
  return { id, createdAt: rows[0]?.createdAt ?? new Date(), data };
}

async function writeBatchEvent(
  sql: Sql,
  batchId: string,
  type: EventType,
  statuses: readonly JobStatus[],
): Promise<void> {
  await sql.query(
    `INSERT INTO events (id, organisation_id, type, data, people)
     SELECT $1, b.organisation_id, $2, jsonb_build_object('batch', ${BATCH} || jsonb_build_object('status', $4::text),
         'jobs', (SELECT coalesce(jsonb_agg(${JOB} ORDER BY j.place), '[]') FROM jobs j WHERE j.batch_id = b.id),
         'startedBy', jsonb_build_object('id', b.created_by)), ARRAY[b.created_by]
     FROM batches b WHERE b.id = $3`,
    [uuidV7(), type, batchId, batchStatus(statuses)],
  );
}

async function statusesOf(sql: Sql, batchId: string): Promise<JobStatus[]> {
  const { rows } = await sql.query<{ status: JobStatus }>('SELECT status FROM jobs WHERE batch_id = $1', [batchId]);
  return rows.map(({ status }) => status);
}
