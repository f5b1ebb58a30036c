import type { Sql } from '#db/client.ts';

/** Stands for a plan: what becomes of each item, of which version, and what would be written; and for what the job was asked to do. */
export async function digestOfPlan(sql: Sql, jobId: string): Promise<string> {
  return digest(
    sql,
    `SELECT concat_ws(E'\\n', (SELECT options::text FROM jobs WHERE id = $1),
       string_agg(concat_ws(' ', i.position, i.definition_id, i.base_version, i.decision, i.reason, c.image ->> 'content_hash'),
         E'\\n' ORDER BY i.position))
     FROM job_items i LEFT JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position WHERE i.job_id = $1`,
    jobId,
  );
}

/** Stands for what a job wrote: each item that succeeded, with the version that came of it. */
export async function digestOfWritten(sql: Sql, jobId: string): Promise<string> {
  return digest(
    sql,
    `SELECT string_agg(concat_ws(' ', position, definition_id, base_version, result_version), E'\\n' ORDER BY position)
     FROM job_items WHERE job_id = $1 AND status = 'succeeded'`,
    jobId,
  );
}

async function digest(sql: Sql, text: string, jobId: string): Promise<string> {
  const { rows } = await sql.query<{ digest: string }>(
    `SELECT encode(sha256(convert_to(coalesce((${text}), ''), 'UTF8')), 'hex') AS digest`,
    [jobId],
  );
  return rows[0]?.digest ?? '';
}

/** How many definitions a plan would write. */
export async function countWrites(sql: Sql, jobId: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM job_items WHERE job_id = $1 AND decision IN ('new', 'update', 'new_version')`,
    [jobId],
  );
  return rows[0]?.count ?? 0;
}
