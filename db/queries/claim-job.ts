import type { Sql } from '#db/client.ts';
import { MAX_TAKEOVERS_WITHOUT_PROGRESS } from '#domain/backoff.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { JOB_COLUMNS, type JobRow } from './job-row.ts';

/**
 * Makes `fence` the one that may commit. A job whose fence was still set was lost by another processor: a takeover, counted
 * until the next committed chunk. Null when nothing is left to do for it.
 */
export async function claimJob(
  sql: Sql,
  jobId: string,
  fence: string,
): Promise<(JobRow & { poisonous: boolean }) | null> {
  const { rows } = await sql.query<JobRow & { poisonous: boolean }>(
    `UPDATE jobs j SET fence = $2, attempt = j.attempt + 1, seq = j.seq + 1,
       takeovers_without_progress = CASE WHEN j.fence IS NULL THEN 0 ELSE j.takeovers_without_progress + 1 END,
       takeovers = j.takeovers + (j.fence IS NOT NULL)::int,
       started_at = coalesce(j.started_at, clock_timestamp()),
       phase_started_at = coalesce(j.phase_started_at, clock_timestamp()),
       updated_at = clock_timestamp()
     WHERE j.id = $1 AND j.status = ANY ($3::job_status[])
     RETURNING ${JOB_COLUMNS}, j.takeovers_without_progress >= $4 AS poisonous`,
    [jobId, fence, WORKING_STATUSES, MAX_TAKEOVERS_WITHOUT_PROGRESS],
  );
  return rows[0] ?? null;
}

/** Lets go of a job on an orderly stop, so that the next processor's claim is not counted as a loss. */
export async function releaseJob(sql: Sql, jobId: string, fence: string): Promise<void> {
  await sql.query('UPDATE jobs SET fence = NULL WHERE id = $1 AND fence = $2 AND finished_at IS NULL', [jobId, fence]);
}

/** From so many takeovers on in its life, a job gets no benefit of the doubt any more: see `forgiveTakeover`. */
const MOST_FORGIVEN = 12;

/**
 * Called by a processor that had stood still and finds that another has taken its job over: the job did not kill it, so that
 * takeover says nothing against the job. Only the first dozen are forgiven, because a job may also be what makes processors
 * stand still.
 */
export async function forgiveTakeover(sql: Sql, jobId: string): Promise<void> {
  await sql.query(
    `UPDATE jobs SET takeovers_without_progress = takeovers_without_progress - 1
     WHERE id = $1 AND takeovers_without_progress > 0 AND takeovers <= $2 AND finished_at IS NULL`,
    [jobId, MOST_FORGIVEN],
  );
}
