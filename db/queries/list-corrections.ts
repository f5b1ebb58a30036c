import type { Sql } from '#db/client.ts';

/** More than these are in the CSV of the report, a line each. */
const MOST = 1_000;

type CorrectionRow = { position: number; term: string | null; by: string | null; at: string };

/** The items of a job that people put right: how many, and of the first of them who did it and when. */
export async function listCorrections(sql: Sql, jobId: string): Promise<{ count: number; items: CorrectionRow[] }> {
  // That there is a correction is what the index knows.
  const { rows } = await sql.query<CorrectionRow & { count: number }>(
    `SELECT i.position, i.term, u.name AS by, count(*) OVER ()::int AS count,
       to_char(c.corrected_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
     FROM job_item_contents c JOIN job_items i ON i.job_id = c.job_id AND i.position = c.position
     LEFT JOIN users u ON u.id = c.corrected_by
     WHERE c.job_id = $1 AND c.correction IS NOT NULL AND c.corrected_at IS NOT NULL ORDER BY i.position LIMIT ${MOST}`,
    [jobId],
  );
  return { count: rows[0]?.count ?? 0, items: rows.map(({ count: _, ...row }) => row) };
}
