import type { Sql } from '#db/client.ts';
import type { RowImage } from '#db/row-image.ts';
import type { Finding } from '#domain/finding.ts';

export type StagedRow = {
  position: number;
  term: string | null;
  sourceFile: string | null;
  sourceLine: number | null;
  definitionId: string | null;
  baseVersion: number | null;
  findings: Finding[];
  problemCode: string | null;
  problemDetail: string | null;
  image: RowImage | null;
  /** The fields the file carries (see given-fields.ts); null: not known. */
  given: number | null;
  raw: string | null;
  /** The fields as a person corrected them. */
  correction: Record<string, unknown> | null;
  correctedBy: string | null;
  correctedAt: Date | null;
  /** The item it is, in the job that this one retries. */
  retryPosition: number | null;
};

const SELECT = `SELECT i.position, i.term, i.source_file AS "sourceFile", i.source_line AS "sourceLine",
    i.definition_id AS "definitionId", i.base_version AS "baseVersion", i.findings, i.problem_code AS "problemCode",
    i.problem_detail AS "problemDetail", c.image, c.given, c.raw, c.correction,
    c.corrected_by AS "correctedBy", c.corrected_at AS "correctedAt", i.retry_position AS "retryPosition"
  FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position`;

/** A run of staged items behind a position, with what they would write; -1 begins at the first. */
export async function readStagedItems(sql: Sql, jobId: string, after: number, limit: number): Promise<StagedRow[]> {
  const { rows } = await sql.query<StagedRow>(
    `${SELECT} WHERE i.job_id = $1 AND i.position > $2 ORDER BY i.position LIMIT $3`,
    [jobId, after, limit],
  );
  return rows;
}

/** The same, of the items that failed, or will when the plan is carried out. */
export async function readFailedItems(sql: Sql, jobId: string, after: number, limit: number): Promise<StagedRow[]> {
  const { rows } = await sql.query<StagedRow>(
    `${SELECT} WHERE i.job_id = $1 AND i.position > $2 AND (i.status = 'failed' OR i.status = 'pending' AND i.problem_code IS NOT NULL)
     ORDER BY i.position LIMIT $3`,
    [jobId, after, limit],
  );
  return rows;
}

/** How many those are. */
export async function countErrorItems(sql: Sql, jobId: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM job_items i
     WHERE i.job_id = $1 AND (i.status = 'failed' OR i.status = 'pending' AND i.problem_code IS NOT NULL)`,
    [jobId],
  );
  return rows[0]?.count ?? 0;
}

/** The items at these positions, whatever became of them. */
export async function readItemsAt(sql: Sql, jobId: string, positions: readonly number[]): Promise<StagedRow[]> {
  const { rows } = await sql.query<StagedRow>(
    `${SELECT} WHERE i.job_id = $1 AND i.position = ANY ($2::int[]) ORDER BY i.position`,
    [jobId, positions],
  );
  return rows;
}

/** Takes the staged rows of these positions away, to be staged anew. */
export async function removeStagedItems(sql: Sql, jobId: string, positions: readonly number[]): Promise<void> {
  await sql.query('DELETE FROM job_item_contents WHERE job_id = $1 AND position = ANY ($2::int[])', [jobId, positions]);
  await sql.query('DELETE FROM job_items WHERE job_id = $1 AND position = ANY ($2::int[])', [jobId, positions]);
}
