import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';
import { type JobStatus, WORKING_STATUSES } from '#domain/job-status.ts';
import type { OperationName } from '#domain/operation-names.ts';
import type { Phase } from '#domain/progress.ts';

/** Jobs of one priority that want a processor and have none; `admitted` ones are on their way to it. */
export type WaitingAtPriority = { priority: number; waiting: number; admitted: number; oldestSeconds: number };

/** Who waits for a processor, highest priority first; priorities nobody waits with are left out. */
export async function readQueueDepth(sql: Sql): Promise<WaitingAtPriority[]> {
  const { rows } = await sql.query<WaitingAtPriority>(
    `SELECT priority, count(*) FILTER (WHERE NOT admitted)::int AS waiting, count(*) FILTER (WHERE admitted)::int AS admitted,
       greatest(0, max(extract(epoch FROM clock_timestamp() - waiting_since)))::float8 AS "oldestSeconds"
     FROM jobs WHERE finished_at IS NULL AND status = ANY ($1::job_status[]) AND (fence IS NULL OR NOT admitted)
     GROUP BY 1 ORDER BY 1 DESC`,
    [WORKING_STATUSES],
  );
  return rows;
}

/** How many jobs that have not ended are in each state. */
export async function countUnfinished(sql: Sql): Promise<Partial<Record<JobStatus, number>>> {
  const { rows } = await sql.query<{ status: JobStatus; count: number }>(
    'SELECT status, count(*)::int AS count FROM jobs WHERE finished_at IS NULL GROUP BY 1',
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

export type WatchedJobRow = {
  id: string;
  batchId: string;
  organisationId: string;
  organisation: string;
  name: string;
  operation: OperationName;
  status: JobStatus;
  phase: Phase;
  priority: number;
  attempt: number;
  takeovers: number;
  takeoversWithoutProgress: number;
  /** By the database's clock. */
  silentSeconds: number;
  /** It is in a processor's hands, as far as the database knows. */
  taken: boolean;
  trips: number;
  problemCode: string | null;
  probeAt: Date | null;
};

export type WatchedJobs = { total: number; jobs: WatchedJobRow[] };

const TAKEN = `j.fence IS NOT NULL AND j.status = ANY ($1::job_status[])`;
const SILENT = `j.updated_at < clock_timestamp() - make_interval(secs => $3)`;

/** The jobs in the hands of processors, the longest at work first; at most `limit` of them, and how many there are. */
export function listJobsInHand(sql: Sql, limit: number, clearance: Classification): Promise<WatchedJobs> {
  return listWatched(sql, `${TAKEN} AND $3::float8 = 0`, 'j.started_at, j.id', [WORKING_STATUSES, limit, 0, clearance]);
}

/**
 * The jobs that want a look, the longest silent first: in a processor's hands without a sign of life for `silentSeconds`, lost by
 * processors since their last progress, or paused by themselves.
 */
export function listStuckJobs(
  sql: Sql,
  silentSeconds: number,
  limit: number,
  clearance: Classification,
): Promise<WatchedJobs> {
  const condition = `(${TAKEN} AND (${SILENT} OR j.takeovers_without_progress > 0)
    OR j.status = 'paused' AND j.probe_at IS NOT NULL)`;
  return listWatched(sql, condition, 'j.updated_at, j.id', [WORKING_STATUSES, limit, silentSeconds, clearance]);
}

async function listWatched(
  sql: Sql,
  condition: string,
  order: string,
  values: [statuses: readonly JobStatus[], limit: number, seconds: number, clearance: Classification],
): Promise<WatchedJobs> {
  const { rows } = await sql.query<WatchedJobRow & { of: number }>(
    `SELECT j.id, j.batch_id AS "batchId", j.organisation_id AS "organisationId", o.name AS organisation, j.name, j.operation,
       j.status, j.phase, j.priority, j.attempt, j.takeovers, j.takeovers_without_progress AS "takeoversWithoutProgress",
       greatest(0, extract(epoch FROM clock_timestamp() - j.updated_at))::float8 AS "silentSeconds",
       j.fence IS NOT NULL AS taken, j.trips, j.problem_code AS "problemCode", j.probe_at AS "probeAt",
       (count(*) OVER ())::int AS of
     FROM jobs j JOIN organisations o ON o.id = j.organisation_id
     WHERE j.finished_at IS NULL AND j.classification <= $4::classification AND ${condition} ORDER BY ${order} LIMIT $2`,
    values,
  );
  return { total: rows[0]?.of ?? 0, jobs: rows.map(({ of: _, ...job }) => job) };
}

export type FailureRow = { scope: 'item' | 'job'; code: string; count: number; jobs: number; lastAt: Date };

/**
 * What failed in the last so many hours, by code: items of the jobs that were at work then, and jobs that ended or paused for
 * something. Taking back an older job is not failing.
 */
export async function countFailures(sql: Sql, hours: number, clearance: Classification): Promise<FailureRow[]> {
  const { rows } = await sql.query<FailureRow>(
    `WITH recent AS MATERIALIZED (
       SELECT j.id, j.updated_at, j.problem_code FROM jobs j
       WHERE j.updated_at > clock_timestamp() - make_interval(hours => $1) AND j.classification <= $2::classification AND (j.undone_by IS NULL OR EXISTS (
         SELECT FROM job_chunks c WHERE c.job_id = j.id AND c.finished_at > clock_timestamp() - make_interval(hours => $1))))
     SELECT 'item' AS scope, i.problem_code AS code, count(*)::int AS count, count(DISTINCT r.id)::int AS jobs,
       max(r.updated_at) AS "lastAt"
     FROM recent r JOIN job_items i ON i.job_id = r.id AND i.problem_code IS NOT NULL
     WHERE i.status = 'failed' GROUP BY 2
     UNION ALL
     SELECT 'job', problem_code, count(*)::int, count(*)::int, max(updated_at) FROM recent
     WHERE problem_code IS NOT NULL GROUP BY 2
     ORDER BY 3 DESC, 1, 2`,
    [hours, clearance],
  );
  return rows;
}
