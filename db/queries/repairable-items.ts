import type { Sql } from '#db/client.ts';

/** The items of a plan that would write something with this finding, or might when somebody says so, in their order. */
export async function findRepairable(sql: Sql, jobId: string, code: string): Promise<number[]> {
  const { rows } = await sql.query<{ position: number }>(
    `SELECT i.position FROM job_items i
     WHERE i.job_id = $1 AND i.decision IN ('new', 'update', 'new_version', 'conflict') AND i.status = 'pending'
       AND i.findings @> $2::jsonb ORDER BY i.position`,
    [jobId, JSON.stringify([{ code }])],
  );
  return rows.map(({ position }) => position);
}
