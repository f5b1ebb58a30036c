import type { Sql } from '#db/client.ts';

/** Sets the priority of jobs that have not ended; answers those that are in the queue, or with a processor, already. */
export async function setPriority(sql: Sql, jobIds: readonly string[], priority: number): Promise<string[]> {
  const { rows } = await sql.query<{ id: string; admitted: boolean }>(
    `UPDATE jobs SET priority = $2, seq = seq + 1, updated_at = clock_timestamp()
     WHERE id = ANY ($1::uuid[]) AND finished_at IS NULL RETURNING id, admitted`,
    [jobIds, priority],
  );
  return rows.filter(({ admitted }) => admitted).map(({ id }) => id);
}

export async function setConcurrency(sql: Sql, batchId: string, maxConcurrent: number): Promise<void> {
  await sql.query('UPDATE batches SET max_concurrent = $2 WHERE id = $1', [batchId, maxConcurrent]);
}
