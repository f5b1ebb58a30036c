import type { Sql } from '#db/client.ts';

/** One chunk that is done, or several consecutive ones. */
export type ChunkSpanRow = {
  number: number;
  lastNumber: number;
  chunks: number;
  items: number;
  startedAt: Date;
  finishedAt: Date;
  durationMs: number;
  longestMs: number;
  attempts: number;
  retried: number;
  error: string | null;
  undone: number;
};

export type ChunkRange = { from: number; until: number };

/** How many chunks a job has, how many of them are done, and how many of those lie in the range. */
export async function countDoneChunks(
  sql: Sql,
  jobId: string,
  { from, until }: ChunkRange,
): Promise<{ total: number; done: number; inRange: number }> {
  const { rows } = await sql.query<{ total: number; done: number; inRange: number }>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE done)::int AS done,
       count(*) FILTER (WHERE done AND number BETWEEN $2 AND $3)::int AS "inRange" FROM job_chunks WHERE job_id = $1`,
    [jobId, from, until],
  );
  return rows[0] ?? { total: 0, done: 0, inRange: 0 };
}

/** Time without a chunk that is a share of the whole like this, and so many seconds at least, parts two spans. */
const PAUSE_SHARE = 0.02;
const LEAST_PAUSE_SECONDS = 3;

/**
 * The chunks of a job in the range that are done, in their order, `groupSize` consecutive ones to a span. No span stretches over
 * a long pause: what is shown as work took place.
 */
export async function listChunkSpans(
  sql: Sql,
  jobId: string,
  { from, until }: ChunkRange,
  groupSize: number,
): Promise<ChunkSpanRow[]> {
  const { rows } = await sql.query<ChunkSpanRow>(
    `WITH done AS (
       SELECT number, items, started_at, finished_at, attempts, error_code, undone,
         greatest(0, extract(epoch FROM finished_at - started_at) * 1000)::float8 AS ms,
         started_at - max(finished_at) OVER (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS idle,
         greatest((max(finished_at) OVER () - min(started_at) OVER ()) * ${PAUSE_SHARE},
           make_interval(secs => ${LEAST_PAUSE_SECONDS})) AS pause
       FROM job_chunks WHERE job_id = $1 AND done AND number BETWEEN $2 AND $3),
     parted AS (SELECT *, count(*) FILTER (WHERE idle > pause) OVER (ORDER BY number) AS part FROM done),
     numbered AS (
       SELECT *, (row_number() OVER (PARTITION BY part ORDER BY number) - 1) / $4::int AS span FROM parted)
     SELECT min(number) AS number, max(number) AS "lastNumber", count(*)::int AS chunks, sum(items)::int AS items,
       min(started_at) AS "startedAt", max(finished_at) AS "finishedAt",
       percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS "durationMs", max(ms) AS "longestMs", max(attempts) AS attempts,
       count(*) FILTER (WHERE attempts > 1)::int AS retried, mode() WITHIN GROUP (ORDER BY error_code) AS error,
       count(*) FILTER (WHERE undone)::int AS undone
     FROM numbered GROUP BY part, span ORDER BY 1`,
    [jobId, from, until, groupSize],
  );
  return rows;
}
