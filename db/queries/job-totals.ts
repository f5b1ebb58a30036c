import type { Sql } from '#db/client.ts';
import type { OperationName } from '#domain/operation-names.ts';

/**
 * The jobs whose outcomes are counted once and for all, as a condition over `jobs j`: a check that is begun again counts anew, so
 * a job counts from the moment its check is over. No arrow of the state table leads back before that, so no sum ever falls.
 */
const COUNTS = `(j.finished_at IS NOT NULL OR j.status IN ('finalizing', 'cancelling', 'rolling_back')
  OR EXISTS (SELECT FROM job_chunks c WHERE c.job_id = j.id))`;

/** A chunk that ends while we look may be seen by a later look only. */
const OVERLAP = '1 minute';

export type OutcomeTotals = {
  operation: OperationName;
  /** Also those that were taken back later, or were to be: what was once done stays counted. */
  succeeded: number;
  unchanged: number;
  skipped: number;
  cancelled: number;
  rolledBack: number;
  rollbackConflict: number;
};

/** How many items ever ended how, by operation; never less than before. Failures are counted by code instead. */
export async function sumOutcomes(sql: Sql): Promise<OutcomeTotals[]> {
  const { rows } = await sql.query<OutcomeTotals>(
    `SELECT j.operation, sum(j.succeeded + j.rolled_back + j.rollback_conflict)::float8 AS succeeded,
       sum(j.unchanged)::float8 AS unchanged, sum(j.skipped)::float8 AS skipped, sum(j.cancelled)::float8 AS cancelled,
       sum(j.rolled_back)::float8 AS "rolledBack", sum(j.rollback_conflict)::float8 AS "rollbackConflict"
     FROM jobs j WHERE ${COUNTS} GROUP BY 1 ORDER BY 1`,
  );
  return rows;
}

/** How often a processor was lost with a job, ever. */
export async function sumTakeovers(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ takeovers: number }>(
    'SELECT coalesce(sum(takeovers), 0)::float8 AS takeovers FROM jobs',
  );
  return rows[0]?.takeovers ?? 0;
}

export type CountedJob = { id: string; operation: OperationName; ended: boolean };

/** The jobs that count and have not ended, or ended since; and the moment from which to ask next. */
export async function listCountedJobs(sql: Sql, since: Date | null): Promise<{ jobs: CountedJob[]; next: Date }> {
  const { rows: clock } = await sql.query<{ next: Date }>(`SELECT clock_timestamp() - interval '${OVERLAP}' AS next`);
  const { rows } = await sql.query<CountedJob>(
    `SELECT j.id, j.operation, j.finished_at IS NOT NULL AS ended FROM jobs j
     WHERE (j.finished_at IS NULL OR $1::timestamptz IS NULL OR j.finished_at > $1) AND ${COUNTS}`,
    [since],
  );
  return { jobs: rows, next: clock[0]?.next ?? new Date(0) };
}

/** How many items of these jobs failed, by job and code. */
export async function countFailedByCode(
  sql: Sql,
  jobIds: readonly string[],
): Promise<{ jobId: string; code: string; count: number }[]> {
  const { rows } = await sql.query(
    `SELECT job_id AS "jobId", problem_code AS code, count(*)::int AS count FROM job_items
     WHERE job_id = ANY ($1::uuid[]) AND problem_code IS NOT NULL AND status = 'failed' GROUP BY 1, 2`,
    [jobIds],
  );
  return rows;
}

export type ChunkBucket = { jobId: string; bucket: number; count: number; seconds: number };

/**
 * How long the chunks of these jobs took: how many per bucket of `bounds` (seconds, ascending; a bound belongs to the bucket below
 * it), by job. Chunks that are done stay as they are.
 */
export async function countChunkDurations(
  sql: Sql,
  jobIds: readonly string[],
  bounds: readonly number[],
): Promise<ChunkBucket[]> {
  // width_bucket counts a bound to the bucket above it; of the negated values it is the other way round.
  const { rows } = await sql.query<ChunkBucket>(
    `SELECT job_id AS "jobId", ($3 - width_bucket(-seconds, $2::float8[]))::int AS bucket, count(*)::int AS count,
       sum(seconds) AS seconds
     FROM (SELECT job_id, greatest(0, extract(epoch FROM finished_at - started_at))::float8 AS seconds FROM job_chunks
           WHERE job_id = ANY ($1::uuid[]) AND done AND finished_at IS NOT NULL AND started_at IS NOT NULL) c
     GROUP BY 1, 2`,
    [jobIds, bounds.map((bound) => -bound).toReversed(), bounds.length],
  );
  return rows;
}
