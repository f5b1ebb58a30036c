import type { Sql } from '#db/client.ts';
import type { RowImage } from '#db/row-image.ts';
import type { Classification, Verdict } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import type { Decision, Reason } from '#domain/plan.ts';

/** An item of an import as the check leaves it: decided, with what it would write. */
export type StagedItem = {
  position: number;
  decision: Decision;
  reason: Reason;
  sourceFile: string | null;
  sourceLine: number | null;
  term: string | null;
  definitionId: string | null;
  baseVersion: number | null;
  verdict: Verdict | null;
  qualityScore: number | null;
  categoryScores: number[] | null;
  findings: readonly Finding[];
  /** Why applying it will count as failed, when it will. */
  problemCode: string | null;
  image: RowImage | null;
  /** The fields the file carries (see given-fields.ts); absent: there was no file. */
  given?: number | null;
  raw: string | null;
  /** The item it is, in the job that this one retries. */
  retryPosition?: number | null;
  correction?: Correction | null;
  /** The highest of what it would write and what is there; of an import only, which does not know it before. */
  classification?: Classification;
};

/** What a person made of the fields of an item, and who and when. */
export type Correction = { fields: Record<string, unknown>; by: string | null; at: string };

/**
 * Adds items of an import; as JSON, because the driver would quote every text of an array by itself. Images are most of it, so they
 * are a parameter of their own: within a record they would be parsed twice.
 */
export async function stageItems(sql: Sql, jobId: string, items: readonly StagedItem[]): Promise<void> {
  await sql.query(
    `WITH staged AS MATERIALIZED (
       SELECT * FROM ROWS FROM (
         json_to_recordset($2::json) AS (position int, decision plan_decision, reason plan_reason, "sourceFile" text,
           "sourceLine" int, term text, "definitionId" uuid, "baseVersion" int, verdict verdict, "qualityScore" real,
           "categoryScores" real[], findings jsonb, "problemCode" text, given int, raw text, "retryPosition" int,
           correction jsonb),
         jsonb_array_elements($3::jsonb)
       ) AS s(position, decision, reason, "sourceFile", "sourceLine", term, "definitionId", "baseVersion", verdict,
         "qualityScore", "categoryScores", findings, "problemCode", given, raw, "retryPosition", correction, image)),
     contents AS (
       INSERT INTO job_item_contents (job_id, position, image, given, raw, correction, corrected_by, corrected_at)
       SELECT $1, position, nullif(image, 'null'), given, raw, correction -> 'fields', (correction ->> 'by')::uuid,
         (correction ->> 'at')::timestamptz FROM staged)
     INSERT INTO job_items (job_id, position, work_order, decision, reason, source_file, source_line, term, definition_id,
       base_version, verdict, quality_score, category_scores, findings, problem_code, retry_position)
     SELECT $1, position, position, decision, reason, "sourceFile", "sourceLine", term, "definitionId", "baseVersion",
       verdict, "qualityScore", "categoryScores", findings, "problemCode", "retryPosition" FROM staged`,
    [
      jobId,
      JSON.stringify(items.map(({ image: _, ...item }) => item)),
      JSON.stringify(items.map(({ image }) => image)),
    ],
  );
}

/** Forgets what a check staged, so that it can begin again after a crash; nothing of it was written to definitions. */
export async function discardStagedItems(sql: Sql, jobId: string): Promise<void> {
  await sql.query('DELETE FROM job_item_contents WHERE job_id = $1', [jobId]);
  await sql.query('DELETE FROM job_items WHERE job_id = $1', [jobId]);
}

/** Items that change their order in one statement, so that none comes near the time a statement may take. */
const ORDERS_AT_ONCE = 10_000;

/** Puts items in another order of work than that of their positions. */
export async function setWorkOrder(sql: Sql, jobId: string, positions: Int32Array, orders: Int32Array): Promise<void> {
  for (let start = 0; start < positions.length; start += ORDERS_AT_ONCE) {
    const end = start + ORDERS_AT_ONCE;
    await sql.query(
      `UPDATE job_items i SET work_order = o.work_order FROM unnest($2::int[], $3::int[]) AS o(position, work_order)
       WHERE i.job_id = $1 AND i.position = o.position`,
      [jobId, [...positions.subarray(start, end)], [...orders.subarray(start, end)]],
    );
  }
}

/** Adds a finding to items that were staged before it could be known. */
export async function addFindings(
  sql: Sql,
  jobId: string,
  found: readonly { position: number; finding: Finding }[],
): Promise<void> {
  if (found.length === 0) return;
  await sql.query(
    `UPDATE job_items i SET findings = i.findings || f.findings
     FROM (SELECT position, jsonb_agg(finding) AS findings
           FROM jsonb_to_recordset($2::jsonb) AS x(position int, finding jsonb) GROUP BY position) f
     WHERE i.job_id = $1 AND i.position = f.position`,
    [jobId, JSON.stringify(found)],
  );
}
