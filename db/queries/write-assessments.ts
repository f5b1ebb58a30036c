import type { Sql } from '#db/client.ts';
import { type Assessment, contentFromRow, IMAGE_COLUMNS } from '#db/row-image.ts';
import type { Own } from '#domain/clearance.ts';
import type { DefinitionContent, Verdict } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { classifiedSql } from './visible-definitions.ts';

const ofDefinition = IMAGE_COLUMNS.map((column) => `d.${column}`).join(', ');

export type AssessedItem = {
  position: number;
  term: string | null;
  definitionId: string;
  /** Null when the definition is gone or deleted. */
  present: { version: number; content: DefinitionContent; assessment: Assessment } | null;
};

/** The definitions of a chunk as they are now, kept from changing until the end of the transaction. */
export async function lockAssessed(
  sql: Sql,
  job: Own & { id: string },
  first: number,
  last: number,
): Promise<AssessedItem[]> {
  // In one order, so that two checks over the same definitions do not wait for each other in a circle.
  await sql.query(
    `SELECT FROM definitions d WHERE d.organisation_id IS NOT DISTINCT FROM $2 AND ${classifiedSql('$5')} AND d.id IN (
       SELECT definition_id FROM job_items WHERE job_id = $1 AND work_order BETWEEN $3 AND $4 AND status = 'pending')
     ORDER BY d.id FOR NO KEY UPDATE`,
    [job.id, job.organisationId, first, last, job.clearance],
  );
  const { rows } = await sql.query(
    `SELECT i.position, i.term AS item_term, i.definition_id AS item_definition_id, d.version, ${ofDefinition}
     FROM job_items i
     LEFT JOIN definitions d ON d.id = i.definition_id AND d.organisation_id IS NOT DISTINCT FROM $2
       AND ${classifiedSql('$5')} AND d.deleted_at IS NULL
     WHERE i.job_id = $1 AND i.work_order BETWEEN $3 AND $4 AND i.status = 'pending' ORDER BY i.work_order`,
    [job.id, job.organisationId, first, last, job.clearance],
  );
  return rows.map((row) => ({
    position: row.position,
    term: row.item_term,
    definitionId: row.item_definition_id,
    present:
      row.version === null ? null : { version: row.version, content: contentFromRow(row), assessment: judged(row) },
  }));
}

function judged(row: Record<string, unknown>): Assessment {
  return {
    verdict: row.verdict as Verdict,
    qualityScore: row.quality_score as number,
    categoryScores: row.category_scores as number[] | null,
    ruleSetVersion: row.rule_set_version as string,
    findings: row.findings as Finding[],
  };
}

export type NewAssessment = Assessment & { position: number; definitionId: string; version: number };

/**
 * Writes what a check found onto definitions and items. Answers the positions of those for which that is something else than
 * what was there, which keep the score it replaces; the others are `unchanged`. The version stays: a verdict is no content.
 */
export async function writeAssessments(
  sql: Sql,
  jobId: string,
  found: readonly (NewAssessment & { scoreBefore: number })[],
): Promise<Set<number>> {
  const { rows } = await sql.query<{ position: number }>(
    `WITH found AS MATERIALIZED (
       SELECT * FROM json_to_recordset($2::json) AS f(position int, "definitionId" uuid, version int, verdict verdict,
         "qualityScore" real, "categoryScores" real[], "ruleSetVersion" text, findings jsonb, "scoreBefore" real)
     ), changed AS (
       UPDATE definitions d SET verdict = f.verdict, quality_score = f."qualityScore",
         category_scores = f."categoryScores", rule_set_version = f."ruleSetVersion", findings = f.findings
       FROM found f WHERE d.id = f."definitionId" AND d.version = f.version
         AND (d.verdict, d.quality_score, d.category_scores, d.rule_set_version, d.findings)
           IS DISTINCT FROM (f.verdict, f."qualityScore", f."categoryScores", f."ruleSetVersion", f.findings)
       RETURNING f.position
     ), ended AS (
       UPDATE job_items i SET attempts = i.attempts + 1, result_version = f.version, verdict = f.verdict,
         quality_score = f."qualityScore", category_scores = f."categoryScores", findings = f.findings,
         score_before = CASE WHEN c.position IS NOT NULL THEN f."scoreBefore" END,
         status = (CASE WHEN c.position IS NULL THEN 'unchanged' ELSE 'succeeded' END)::item_outcome
       FROM found f LEFT JOIN changed c ON c.position = f.position
       WHERE i.job_id = $1 AND i.position = f.position)
     SELECT position FROM changed`,
    [jobId, JSON.stringify(found)],
  );
  return new Set(rows.map(({ position }) => position));
}

/** Puts earlier assessments back, each where the definition is still the version that was checked. */
export async function undoAssessments(
  sql: Sql,
  jobId: string,
  { first, last }: { first: number; last: number },
  earlier: readonly NewAssessment[],
): Promise<{ rolledBack: number; rollbackConflict: number }> {
  const { rows } = await sql.query<{ status: string }>(
    `WITH earlier AS MATERIALIZED (
       SELECT * FROM json_to_recordset($4::json) AS f(position int, "definitionId" uuid, version int, verdict verdict,
         "qualityScore" real, "categoryScores" real[], "ruleSetVersion" text, findings jsonb)
     ), restored AS (
       UPDATE definitions d SET verdict = f.verdict, quality_score = f."qualityScore",
         category_scores = f."categoryScores", rule_set_version = f."ruleSetVersion", findings = f.findings
       FROM earlier f WHERE d.id = f."definitionId" AND d.version = f.version RETURNING f.position)
     UPDATE job_items i SET
       status = (CASE WHEN r.position IS NULL THEN 'rollback_conflict' ELSE 'rolled_back' END)::item_outcome,
       problem_code = CASE WHEN r.position IS NULL THEN 'edited_since' END
     FROM job_items done LEFT JOIN restored r ON r.position = done.position
     WHERE i.job_id = $1 AND done.job_id = $1 AND i.position = done.position
       AND done.work_order BETWEEN $2 AND $3 AND done.status = 'succeeded'
     RETURNING i.status`,
    [jobId, first, last, JSON.stringify(earlier)],
  );
  const rolledBack = rows.filter(({ status }) => status === 'rolled_back').length;
  return { rolledBack, rollbackConflict: rows.length - rolledBack };
}
