import type { Sql } from '#db/client.ts';

/** What one chunk did to the counters. */
export type Tally = {
  succeeded: number;
  unchanged: number;
  skipped: number;
  failed: number;
};

export const NO_TALLY: Readonly<Tally> = Object.freeze({ succeeded: 0, unchanged: 0, skipped: 0, failed: 0 });

export function addTally(a: Readonly<Tally>, b: Readonly<Tally>): Tally {
  return {
    succeeded: a.succeeded + b.succeeded,
    unchanged: a.unchanged + b.unchanged,
    skipped: a.skipped + b.skipped,
    failed: a.failed + b.failed,
  };
}

export type FinishedChunk = {
  number: number;
  items: number;
  attempts: number;
  /** What its last attempt took. */
  ms: number;
  output: unknown;
  /** What the last attempt but this one failed of. */
  error?: string | null;
};

/** Marks a chunk done, in its own transaction. When it began is told by the database's clock: processors' clocks differ. */
export async function finishChunk(sql: Sql, jobId: string, chunk: FinishedChunk): Promise<void> {
  await sql.query(
    `UPDATE job_chunks SET done = true, items = $3, attempts = $4,
       started_at = clock_timestamp() - make_interval(secs => $5::float8 / 1000), finished_at = clock_timestamp(),
       output = $6, error_code = $7 WHERE job_id = $1 AND number = $2`,
    [
      jobId,
      chunk.number,
      chunk.items,
      chunk.attempts,
      chunk.ms,
      chunk.output === undefined ? null : JSON.stringify(chunk.output),
      chunk.error ?? null,
    ],
  );
}

/** Whether the time a job may take is up, by the database's clock; a condition over `jobs`. */
export const LATE = `coalesce(clock_timestamp() > started_at + make_interval(secs => (options ->> 'timeoutSeconds')::float8), false)`;

/** The job as a committed chunk leaves it. */
export type Counters = {
  failed: number;
  status: 'running' | 'pausing' | 'cancelling';
  /** The job has been at work for longer than it may. */
  late: boolean;
};

/**
 * The last statement of a chunk's transaction: moves the counters, `steps` committed chunks further. Null when this
 * processor may not commit (taken over, rolling back, ended): the caller rolls back. A chunk in flight when somebody asks to
 * pause, or to stop and keep, may still finish. It comes last so that the job's row is locked as briefly as can be.
 */
export async function moveCounters(
  sql: Sql,
  job: { id: string; fence: string },
  tally: Readonly<Tally>,
  { steps = 1, currentItem = null as string | null } = {},
): Promise<Counters | null> {
  const { rows } = await sql.query<Counters>(
    `UPDATE jobs SET succeeded = succeeded + $3, unchanged = unchanged + $4, skipped = skipped + $5, failed = failed + $6,
       current_item = coalesce($7, current_item), seq = seq + $8, takeovers_without_progress = 0, trips = 0,
       updated_at = clock_timestamp()
     WHERE id = $1 AND fence = $2 AND status IN ('running', 'pausing', 'cancelling') RETURNING failed, status, ${LATE} AS late`,
    [job.id, job.fence, tally.succeeded, tally.unchanged, tally.skipped, tally.failed, currentItem, steps],
  );
  return rows[0] ?? null;
}
