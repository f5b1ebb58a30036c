import type { Sql } from '#db/client.ts';
import type { Admission, Occupied, WaitingJob } from '#domain/admission.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';

/** One admission at a time, whoever does it: two at once would each think the last place theirs. */
const ADMISSION_LOCK = 7_031_001;
/** More than can be admitted at once in any installation; the rest is looked at next time. */
const AT_MOST = 2_000;

/** Held until the end of the transaction. */
export async function lockAdmission(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [ADMISSION_LOCK]);
}

/** The jobs that want a processor and have none yet, in the order in which they came. */
export async function listWaitingJobs(sql: Sql): Promise<WaitingJob[]> {
  const { rows } = await sql.query<WaitingJob>(
    `SELECT j.id, j.batch_id AS "batchId", j.organisation_id AS "organisationId", j.priority,
       b.max_concurrent AS "maxConcurrent"
     FROM jobs j JOIN batches b ON b.id = j.batch_id
     WHERE j.finished_at IS NULL AND NOT j.admitted AND j.status = ANY ($1::job_status[])
     ORDER BY j.waiting_since, j.place, j.id LIMIT ${AT_MOST}`,
    [WORKING_STATUSES],
  );
  return rows;
}

/** How many jobs are with processors, or on their way there. */
export async function countAdmittedJobs(sql: Sql): Promise<Occupied> {
  const { rows } = await sql.query<{ batchId: string; organisationId: string; count: number }>(
    `SELECT batch_id AS "batchId", organisation_id AS "organisationId", count(*)::int AS count FROM jobs
     WHERE admitted AND finished_at IS NULL GROUP BY 1, 2`,
  );
  const occupied: Occupied = { batches: new Map(), organisations: new Map() };
  for (const { batchId, organisationId, count } of rows) {
    occupied.batches.set(batchId, count);
    occupied.organisations.set(organisationId, (occupied.organisations.get(organisationId) ?? 0) + count);
  }
  return occupied;
}

export async function markAdmitted(sql: Sql, admissions: readonly Admission[]): Promise<void> {
  await sql.query('UPDATE jobs SET admitted = true WHERE id = ANY ($1::uuid[])', [admissions.map(({ id }) => id)]);
}

/** Takes back an admission, so that the job is looked at again with everybody else. */
export async function withdrawAdmission(sql: Sql, jobIds: readonly string[]): Promise<void> {
  await sql.query('UPDATE jobs SET admitted = false WHERE id = ANY ($1::uuid[]) AND finished_at IS NULL', [jobIds]);
}

/** How many jobs of an organisation wait for their turn, their time or others. */
export async function countQueuedJobs(sql: Sql, organisationId: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM jobs WHERE organisation_id = $1 AND finished_at IS NULL
       AND status IN ('scheduled', 'blocked', 'queued')`,
    [organisationId],
  );
  return rows[0]?.count ?? 0;
}
