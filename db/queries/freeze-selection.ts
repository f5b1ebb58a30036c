import type { Sql } from '#db/client.ts';
import { ofDeleted, type SelectionValues } from '#domain/definition-filter.ts';
import { selectionSql } from './definition-filter.ts';
import { withPatience } from './with-patience.ts';

/**
 * Freezes a selection into the items of a job in one insert-select, each at the version it has now, and sets the job's
 * total; in the caller's transaction. Returns how many there are; `scope` is the organisation whose definitions may be read, null for every one. With
 * `deleted` it is about what was deleted, otherwise about what was not, whatever the selection says.
 */
export async function freezeSelection(
  sql: Sql,
  jobId: string,
  selection: SelectionValues,
  scope: string | null,
  { deleted = false } = {},
): Promise<number> {
  const params: unknown[] = [jobId];
  const among = selectionSql(deleted ? ofDeleted(selection) : selection, scope, params);
  const condition = deleted ? among : `${among} AND d.deleted_at IS NULL`;
  const insert = `INSERT INTO job_items (job_id, position, work_order, term, definition_id, base_version, verdict, quality_score,
      category_scores)
    SELECT $1, number, number, term, id, version, verdict, quality_score, category_scores FROM (
      SELECT d.term, d.id, d.version, d.verdict, d.quality_score, d.category_scores,
        row_number() OVER (ORDER BY lower(d.term), d.id)::int - 1 AS number
      FROM definitions d WHERE ${condition}) chosen`;
  const { rowCount } = await withPatience(sql, () => sql.query(insert, params));
  const total = rowCount ?? 0;
  await sql.query('UPDATE jobs SET total = $2 WHERE id = $1', [jobId, total]);
  return total;
}
