import type { Sql } from '#db/client.ts';
import type { RowImage } from '#db/row-image.ts';

/** What an item has become already: the definition, and the version that says what it said. */
export type AppliedItem = { position: number; definitionId: string; version: number; image: RowImage };

/**
 * Of these items of a job, those that are applied: in the job itself, or in one that took them up again after it, or after that.
 * The last one counts. What was taken back since is not applied.
 */
export async function readApplied(sql: Sql, jobId: string, positions: readonly number[]): Promise<AppliedItem[]> {
  const { rows } = await sql.query<AppliedItem>(
    `WITH RECURSIVE taken AS (
       SELECT $1::uuid AS job_id, p AS position, p AS root, 0 AS depth FROM unnest($2::int[]) p
       UNION ALL
       SELECT i.job_id, i.position, t.root, t.depth + 1 FROM taken t
       JOIN jobs j ON j.retry_of = t.job_id JOIN job_items i ON i.job_id = j.id AND i.retry_position = t.position
       WHERE t.depth < 50)
     SELECT DISTINCT ON (t.root) t.root AS position, i.definition_id AS "definitionId", v.version, v.snapshot AS image
     FROM taken t JOIN job_items i ON i.job_id = t.job_id AND i.position = t.position
     JOIN definition_versions v ON v.definition_id = i.definition_id
       AND v.version = coalesce(i.result_version, i.base_version)
     WHERE i.status IN ('succeeded', 'unchanged') ORDER BY t.root, t.job_id DESC`,
    [jobId, positions],
  );
  return rows;
}
