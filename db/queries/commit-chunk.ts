import type { Sql } from '#db/client.ts';

/** What one chunk did to the counters. */
export type Tally = {
  succeeded: number;
  unchanged: number;
  skipped: number;
  failed: number;
};

export type ChunkCommit = {
  jobId: string;
  fence: string;
  number: number;
  items: number;
  attempts: number;
  startedAt: Date;
  tally: Tally;
  currentItem: string | null;
  output: unknown;
};

/**
 * The end of a chunk's transaction: the chunk is done, the counters move. Null when this processor may not commit (taken
 * over, stopped, finished): the caller rolls back. The counters come last, so that their row is locked as briefly as can be.
 */
export async function commitChunk(sql: Sql, commit: ChunkCommit): Promise<{ failed: number } | null> {
  await sql.query(
    `UPDATE job_chunks SET done = true, items = $3, attempts = $4, started_at = $5, finished_at = clock_timestamp(),
       output = $6 WHERE job_id = $1 AND number = $2`,
    [
      commit.jobId,
      commit.number,
      commit.items,
      commit.attempts,
      commit.startedAt,
      commit.output === undefined ? null : JSON.stringify(commit.output),
    ],
  );
  const { tally } = commit;
  const { rows } = await sql.query<{ failed: number }>(
    `UPDATE jobs SET succeeded = succeeded + $3, unchanged = unchanged + $4, skipped = skipped + $5, failed = failed + $6,
       current_item = coalesce($7, current_item), seq = seq + 1, takeovers_without_progress = 0,
       updated_at = clock_timestamp()
     WHERE id = $1 AND fence = $2 AND status = 'running' RETURNING failed`,
    [commit.jobId, commit.fence, tally.succeeded, tally.unchanged, tally.skipped, tally.failed, commit.currentItem],
  );
  return rows[0] ?? null;
}
