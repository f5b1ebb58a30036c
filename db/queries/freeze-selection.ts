import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import { ofDeleted, type SelectionValues } from '#domain/definition-filter.ts';
import { selectionSql } from './definition-filter.ts';
import { withPatience } from './with-patience.ts';

/**
 * Freezes a selection into the items of a job in one insert-select, each at the version it has now, and sets the job's
 * total and its classification, the highest of theirs; in the caller's transaction. Returns how many there are of those `sight` has. With
 * `deleted` it is about what was deleted, otherwise about what was not, whatever the selection says.
 */
export async function freezeSelection(
  sql: Sql,
  jobId: string,
  selection: SelectionValues,
  sight: Sight,
  { deleted = false } = {},
): Promise<number> {
  const params: unknown[] = [jobId];
  const among = selectionSql(deleted ? ofDeleted(selection) : selection, sight, params);
  const condition = deleted ? among : `${among} AND d.deleted_at IS NULL`;
  const insert = `WITH chosen AS MATERIALIZED (
      SELECT d.term, d.id, d.version, d.verdict, d.quality_score, d.category_scores, d.classification,
        row_number() OVER (ORDER BY lower(d.term), d.id)::int - 1 AS number
      FROM definitions d WHERE ${condition}
    ), frozen AS (
      INSERT INTO job_items (job_id, position, work_order, term, definition_id, base_version, verdict, quality_score, category_scores)
      SELECT $1, number, number, term, id, version, verdict, quality_score, category_scores FROM chosen)
    SELECT count(*)::int AS total, max(classification) AS highest FROM chosen`;
  const { rows } = await withPatience(sql, () => sql.query<{ total: number; highest: string | null }>(insert, params));
  const { total = 0, highest = null } = rows[0] ?? {};
  await sql.query('UPDATE jobs SET total = $2, classification = coalesce($3, classification) WHERE id = $1', [
    jobId,
    total,
    highest,
  ]);
  return total;
}
