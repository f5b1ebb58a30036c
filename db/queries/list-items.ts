import type { Sql } from '#db/client.ts';
import type { Verdict } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import type { ItemFilter } from '#domain/item-filter.ts';
import type { ItemOutcome } from '#domain/item-outcome.ts';
import type { Decision, Reason } from '#domain/plan.ts';
import { itemFilterSql } from './item-filter.ts';
import { keyset, type PageAt, toPage } from './keyset.ts';

export type ItemRow = {
  position: number;
  sourceFile: string | null;
  sourceLine: number | null;
  term: string | null;
  status: ItemOutcome;
  decision: Decision | null;
  reason: Reason | null;
  definitionId: string | null;
  baseVersion: number | null;
  verdict: Verdict | null;
  qualityScore: number | null;
  scoreBefore: number | null;
  findings: Finding[];
  attempts: number;
  problemCode: string | null;
  problemDetail: string | null;
  corrected: { by: string | null; at: string } | null;
};

const BY_POSITION = { columns: [{ sql: 'i.position', type: 'int' }], descending: false };
const COLUMNS = `i.position, i.source_file AS "sourceFile", i.source_line AS "sourceLine", i.term, i.status, i.decision,
  i.reason, i.definition_id AS "definitionId", i.base_version AS "baseVersion", i.verdict,
  i.quality_score AS "qualityScore", i.findings, i.attempts, i.problem_code AS "problemCode",
  i.problem_detail AS "problemDetail", coalesce(i.score_before, (
    SELECT (w.snapshot ->> 'quality_score')::real FROM definition_versions w
    WHERE w.definition_id = i.definition_id AND w.version = i.base_version AND i.decision IN ('update', 'new_version')
      AND i.quality_score IS NOT NULL)) AS "scoreBefore", (
    SELECT jsonb_build_object('by', u.name, 'at', to_char(x.corrected_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    FROM job_item_contents x LEFT JOIN users u ON u.id = x.corrected_by
    WHERE x.job_id = i.job_id AND x.position = i.position AND x.corrected_at IS NOT NULL) AS corrected`;

/** One page of a job's items in their own order, and how many match. */
export async function listItemRows(
  sql: Sql,
  { jobId, filter, at, limit }: { jobId: string; filter: ItemFilter; at: PageAt | null; limit: number },
) {
  const params: unknown[] = [jobId];
  const where = itemFilterSql(filter, params);
  const counted = await sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM job_items i WHERE ${where}`, [
    ...params,
  ]);
  const page = keyset(BY_POSITION, at, params);
  const { rows } = await sql.query<ItemRow & { key: string[] }>(
    `SELECT ${COLUMNS}, ${page.key} AS key FROM job_items i
     WHERE ${where}${page.condition} ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: counted.rows[0]?.total ?? 0 };
}

export type ItemDetailRow = ItemRow & {
  image: Record<string, unknown> | null;
  /** What the file carries (see given-fields.ts); null: there was no file, or it is not known. */
  given: number | null;
  /** What was there when it was decided. */
  base: Record<string, unknown> | null;
  presentVersion: number | null;
};

/** One item with what it would write. */
export async function findItemRow(sql: Sql, jobId: string, position: number): Promise<ItemDetailRow | null> {
  const { rows } = await sql.query<ItemDetailRow>(
    `SELECT ${COLUMNS}, c.image, c.given, v.snapshot AS base, d.version AS "presentVersion" FROM job_items i
     LEFT JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     LEFT JOIN definitions d ON d.id = i.definition_id AND d.deleted_at IS NULL
     LEFT JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.base_version
     WHERE i.job_id = $1 AND i.position = $2`,
    [jobId, position],
  );
  return rows[0] ?? null;
}
