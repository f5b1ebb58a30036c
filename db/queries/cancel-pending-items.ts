import type { Sql } from '#db/client.ts';

/** What was never worked on becomes `cancelled`, counters and all: the third result set, which can be submitted again. */
export async function cancelPendingItems(sql: Sql, jobId: string): Promise<void> {
  await sql.query(
    `WITH ended AS (
       UPDATE job_items SET status = 'cancelled' WHERE job_id = $1 AND status = 'pending' RETURNING 1)
     UPDATE jobs SET cancelled = cancelled + (SELECT count(*) FROM ended), seq = seq + 1 WHERE id = $1`,
    [jobId],
  );
}
