import type { Sql } from '#db/client.ts';
import { highestOf } from '#domain/clearance.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';
import type { Decision } from '#domain/plan.ts';
import type { StagedItem } from './stage-items.ts';

export type Mark = { position: number; decision: Decision; identityKey: string | null; definitionId: string | null };

/** The items of a plan that stand for one of these identities or definitions; those that will not be written stand for none. */
export async function readMarks(
  sql: Sql,
  jobId: string,
  of: { except: readonly number[]; keys: readonly string[]; definitionIds: readonly string[] },
): Promise<Mark[]> {
  const { rows } = await sql.query<Mark>(
    `SELECT i.position, i.decision, c.image ->> 'identity_key' AS "identityKey", i.definition_id AS "definitionId"
     FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND i.position <> ALL ($2::int[]) AND i.decision NOT IN ('invalid', 'skip', 'duplicate')
       AND (c.image ->> 'identity_key' = ANY ($3::text[]) OR i.definition_id = ANY ($4::uuid[]))
     ORDER BY i.position`,
    [jobId, of.except, of.keys, of.definitionIds],
  );
  return rows;
}

/** The items that are passed over because they say the same as one of these. */
export async function findFollowers(sql: Sql, jobId: string, positions: readonly number[]): Promise<number[]> {
  const { rows } = await sql.query<{ position: number }>(
    `SELECT position FROM job_items i WHERE job_id = $1 AND decision = 'duplicate' AND EXISTS (
       SELECT FROM jsonb_array_elements(i.findings) f WHERE f ->> 'code' = 'duplicate_in_upload'
         AND (f -> 'params' ->> 'item')::int - 1 = ANY ($2::int[])) ORDER BY position`,
    [jobId, positions],
  );
  return rows.map((row) => row.position);
}

/** The items of a plan with one of these terms, in lower case. */
export async function readTermsOf(
  sql: Sql,
  jobId: string,
  terms: readonly string[],
): Promise<{ position: number; term: string; definitionId: string | null }[]> {
  const { rows } = await sql.query<{ position: number; term: string; definitionId: string | null }>(
    `SELECT position, term, definition_id AS "definitionId" FROM job_items
     WHERE job_id = $1 AND decision IS DISTINCT FROM 'invalid' AND lower(term) = ANY ($2::text[])`,
    [jobId, terms],
  );
  return rows;
}

/** Puts items of a plan that were decided anew in the place of what was decided before; their order of work stays. */
export async function restageItems(sql: Sql, jobId: string, items: readonly StagedItem[]): Promise<void> {
  await sql.query(
    `WITH staged AS MATERIALIZED (
       SELECT * FROM json_to_recordset($2::json) AS s(position int, decision plan_decision, reason plan_reason, term text,
         "definitionId" uuid, "baseVersion" int, verdict verdict, "qualityScore" real, "categoryScores" real[], findings jsonb,
         "problemCode" text, image jsonb, given int, raw text)),
     contents AS (
       UPDATE job_item_contents c SET image = nullif(s.image, 'null'), given = s.given, raw = coalesce(c.raw, s.raw)
       FROM staged s WHERE c.job_id = $1 AND c.position = s.position)
     UPDATE job_items i SET decision = s.decision, reason = s.reason, term = s.term, definition_id = s."definitionId",
       base_version = s."baseVersion", verdict = s.verdict, quality_score = s."qualityScore",
       category_scores = s."categoryScores", findings = s.findings, problem_code = s."problemCode"
     FROM staged s WHERE i.job_id = $1 AND i.position = s.position AND i.status = 'pending'`,
    [jobId, JSON.stringify(items)],
  );
  await raiseJob(
    sql,
    jobId,
    items.flatMap(({ image, classification }) => [classification, image?.classification]),
  );
}

/** Links of other items to this term lead somewhere from now on. */
export async function resolveDangling(sql: Sql, jobId: string, term: string): Promise<void> {
  await sql.query(
    `UPDATE job_items i SET findings = (
       SELECT coalesce(jsonb_agg(f ORDER BY n), '[]') FROM jsonb_array_elements(i.findings) WITH ORDINALITY AS x(f, n)
       WHERE NOT (f ->> 'code' = 'reference_dangling' AND lower(f ->> 'value') = lower($2)))
     WHERE i.job_id = $1 AND i.findings @> '[{"code": "reference_dangling"}]'
       AND EXISTS (SELECT FROM jsonb_array_elements(i.findings) f
         WHERE f ->> 'code' = 'reference_dangling' AND lower(f ->> 'value') = lower($2))`,
    [jobId, term],
  );
}

/** What an item of a job has come to be counts for the job: it is classified at least so highly from now on. */
export async function raiseJob(sql: Sql, jobId: string, classifications: readonly unknown[]): Promise<void> {
  const known = CLASSIFICATIONS.filter((one) => classifications.includes(one));
  await sql.query('UPDATE jobs SET classification = $2 WHERE id = $1 AND classification < $2::classification', [
    jobId,
    highestOf(known),
  ]);
}
