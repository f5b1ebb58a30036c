import type { Sql } from '#db/client.ts';
import type { RowImage } from '#db/row-image.ts';
import type { Own } from '#domain/clearance.ts';
import type { DefinitionContent, Verdict } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import type { Decision, Reason } from '#domain/plan.ts';
import type { PlanFilter } from '#domain/plan-override.ts';
import { itemFilterSql } from './item-filter.ts';
import { ownSql } from './visible-definitions.ts';

export type Overridable = { position: number; decision: Decision; reason: Reason };

const OVERRIDABLE = 'SELECT i.position, i.decision, i.reason FROM job_items i';

/** The items at these positions, as the plan has them. */
export async function findOverridable(sql: Sql, jobId: string, positions: readonly number[]): Promise<Overridable[]> {
  const { rows } = await sql.query<Overridable>(
    `${OVERRIDABLE} WHERE i.job_id = $1 AND i.position = ANY ($2::int[]) AND i.decision IS NOT NULL`,
    [jobId, positions],
  );
  return rows;
}

/** All items that a filter shows, as the plan has them. */
export async function findOverridableBy(sql: Sql, jobId: string, filter: PlanFilter): Promise<Overridable[]> {
  const params: unknown[] = [jobId];
  const where = itemFilterSql(filter, params);
  const { rows } = await sql.query<Overridable>(
    `${OVERRIDABLE} WHERE ${where} AND i.decision IS NOT NULL ORDER BY i.position`,
    params,
  );
  return rows;
}

/** What the items at these positions are called. */
export async function findTerms(
  sql: Sql,
  jobId: string,
  positions: readonly number[],
): Promise<{ position: number; term: string | null }[]> {
  if (positions.length === 0) return [];
  const { rows } = await sql.query<{ position: number; term: string | null }>(
    'SELECT position, term FROM job_items WHERE job_id = $1 AND position = ANY ($2::int[]) ORDER BY position',
    [jobId, positions],
  );
  return rows;
}

export type IdentityRow = {
  position: number;
  identity: Pick<DefinitionContent, 'term' | 'organisationalContext' | 'legalContext' | 'legalBasis' | 'category'>;
};

/** What identifies each of these items, in the order of their positions; without the rest of what they would write. */
export async function readIdentities(sql: Sql, jobId: string, positions: readonly number[]): Promise<IdentityRow[]> {
  const { rows } = await sql.query<IdentityRow>(
    `SELECT position, jsonb_build_object('term', image -> 'term', 'organisationalContext', image -> 'organisational_context',
       'legalContext', image -> 'legal_context', 'legalBasis', image -> 'legal_basis', 'category', image -> 'category')
       AS identity
     FROM job_item_contents WHERE job_id = $1 AND position = ANY ($2::int[]) AND image IS NOT NULL ORDER BY position`,
    [jobId, positions],
  );
  return rows;
}

/** Which of these identities the organisation has a definition of, or an item of the job would write (by its position). */
export async function findTakenKeys(
  sql: Sql,
  { jobId, organisationId, clearance, keys }: Own & { jobId: string; keys: readonly string[] },
): Promise<{ key: string; position: number | null }[]> {
  const { rows } = await sql.query<{ key: string; position: number | null }>(
    `SELECT identity_key AS key, NULL::int AS position FROM definitions d
     WHERE ${ownSql('$2', '$4')} AND identity_key = ANY ($3::text[]) AND status <> 'archived' AND deleted_at IS NULL
     UNION ALL
     SELECT image ->> 'identity_key', position FROM job_item_contents
     WHERE job_id = $1 AND image ->> 'identity_key' = ANY ($3::text[])`,
    [jobId, organisationId, keys, clearance],
  );
  return rows;
}

/** Decides items by hand where what they would write stays as it is. */
export async function decideItems(
  sql: Sql,
  jobId: string,
  decided: readonly { position: number; decision: Decision; reason: Reason; problemCode: string | null }[],
): Promise<void> {
  if (decided.length === 0) return;
  await sql.query(
    `UPDATE job_items i SET decision = o.decision, reason = o.reason, problem_code = o."problemCode"
     FROM jsonb_to_recordset($2::jsonb) AS o(position int, decision plan_decision, reason plan_reason, "problemCode" text)
     WHERE i.job_id = $1 AND i.position = o.position`,
    [jobId, JSON.stringify(decided)],
  );
}

export type StagedImage = {
  position: number;
  image: RowImage;
  findings: Finding[];
  verdict: Verdict;
  qualityScore: number;
  categoryScores: number[] | null;
};

/** What these items would write and what was found in them, in the order of their positions. */
export async function readImages(sql: Sql, jobId: string, positions: readonly number[]): Promise<StagedImage[]> {
  const { rows } = await sql.query<StagedImage>(
    `SELECT i.position, c.image, i.findings, i.verdict, i.quality_score AS "qualityScore", i.category_scores AS "categoryScores"
     FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND i.position = ANY ($2::int[]) AND c.image IS NOT NULL ORDER BY i.position`,
    [jobId, positions],
  );
  return rows;
}

export type RewrittenItem = {
  position: number;
  decision: Decision;
  reason: Reason;
  /** A definition that is new gets an id and has no version to be compared with; null leaves both as they are. */
  newId: string | null;
  verdict: Verdict;
  qualityScore: number;
  categoryScores: readonly number[] | null;
  findings: readonly Finding[];
  image: RowImage;
};

/** Decides items by hand that thereby write something else. */
export async function rewriteItems(sql: Sql, jobId: string, items: readonly RewrittenItem[]): Promise<void> {
  await sql.query(
    `WITH wanted AS MATERIALIZED (
       SELECT * FROM json_to_recordset($2::json) AS w(position int, decision plan_decision, reason plan_reason, "newId" uuid,
         verdict verdict, "qualityScore" real, "categoryScores" real[], findings jsonb, image jsonb)
     ), contents AS (
       UPDATE job_item_contents c SET image = w.image FROM wanted w WHERE c.job_id = $1 AND c.position = w.position)
     UPDATE job_items i SET decision = w.decision, reason = w.reason, problem_code = NULL, verdict = w.verdict,
       quality_score = w."qualityScore", category_scores = w."categoryScores", findings = w.findings,
       definition_id = coalesce(w."newId", i.definition_id),
       base_version = CASE WHEN w."newId" IS NULL THEN i.base_version END
     FROM wanted w WHERE i.job_id = $1 AND i.position = w.position`,
    [jobId, JSON.stringify(items)],
  );
}

/** Everything the gate wants a reason for goes through; whoever calls this keeps the reason. */
export async function overrideGate(sql: Sql, jobId: string): Promise<void> {
  await sql.query(
    `UPDATE job_items SET decision = 'update', reason = 'gate_overridden'
     WHERE job_id = $1 AND decision = 'conflict' AND reason = 'gate_needs_reason'`,
    [jobId],
  );
}

export async function keepOverrideReason(sql: Sql, jobId: string, reason: string): Promise<void> {
  await sql.query(`UPDATE jobs SET options = options || jsonb_build_object('overrideReason', $2::text) WHERE id = $1`, [
    jobId,
    reason,
  ]);
}

/** Counts the decisions of a plan anew. */
export async function countPlan(sql: Sql, jobId: string): Promise<void> {
  await sql.query(
    `UPDATE jobs SET plan = (SELECT jsonb_object_agg(decision, count) FROM (
       SELECT decision, count(*) FROM job_items WHERE job_id = $1 GROUP BY 1) tally) WHERE id = $1`,
    [jobId],
  );
}
