import type { Sql } from '#db/client.ts';
import { type Assessment, contentFromRow, type RowImage } from '#db/row-image.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { isOfTheRules } from '#domain/validation/of-the-rules.ts';
import type { FoundRow } from './find-neighbours.ts';

export type StagedText = Omit<FoundRow, 'id'> & { id: string | null; position: number };

/** Staged items as their neighbours see them. */
export async function readStagedTexts(sql: Sql, jobId: string, positions: readonly number[]): Promise<StagedText[]> {
  const { rows } = await sql.query<StagedText>(
    `SELECT i.position, i.definition_id AS id, r.term, r.definition, r.preferred_term AS "preferredTerm", r.synonyms, r.category,
       r.organisational_context AS "organisationalContext", r.legal_context AS "legalContext", r.legal_basis AS "legalBasis", r.classification
     FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position,
       LATERAL jsonb_to_record(c.image) AS r(term text, definition text, preferred_term text, synonyms text[],
         category definition_category, organisational_context text[], legal_context text[], legal_basis text[],
         classification classification)
     WHERE i.job_id = $1 AND i.position = ANY ($2::int[])`,
    [jobId, positions],
  );
  return rows;
}

export type StagedAssessment = { position: number; content: DefinitionContent; findings: Finding[] };

/** The whole content of staged items, with the findings that another assessment does not find anew. */
export async function readStagedAssessments(
  sql: Sql,
  jobId: string,
  positions: readonly number[],
): Promise<StagedAssessment[]> {
  const { rows } = await sql.query<{ position: number; findings: Finding[]; image: RowImage }>(
    `SELECT i.position, i.findings, c.image FROM job_items i
     JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND i.position = ANY ($2::int[])`,
    [jobId, positions],
  );
  return rows.map(({ position, findings, image }) => {
    const others = findings.filter(({ code }) => !isOfTheRules(code));
    return { position, findings: others, content: contentFromRow(image) };
  });
}

/** An assessment that takes the place of the one an item was staged with. */
export type Reassessment = Assessment & { position: number; itemFindings: readonly Finding[] };

/** Writes what was found around staged items, onto the items and into what they will write. */
export async function reassessItems(sql: Sql, jobId: string, found: readonly Reassessment[]): Promise<void> {
  if (found.length === 0) return;
  await sql.query(
    `WITH found AS MATERIALIZED (
       SELECT * FROM json_to_recordset($2::json) AS f(position int, verdict verdict, "qualityScore" real,
         "categoryScores" jsonb, findings jsonb, "itemFindings" jsonb)
     ), images AS (
       UPDATE job_item_contents c SET image = c.image || jsonb_build_object('verdict', f.verdict, 'quality_score',
         f."qualityScore", 'category_scores', f."categoryScores", 'findings', f.findings)
       FROM found f WHERE c.job_id = $1 AND c.position = f.position)
     UPDATE job_items i SET verdict = f.verdict, quality_score = f."qualityScore",
       category_scores = ARRAY(SELECT value::real FROM jsonb_array_elements_text(f."categoryScores") AS value),
       findings = f."itemFindings"
     FROM found f WHERE i.job_id = $1 AND i.position = f.position`,
    [jobId, JSON.stringify(found)],
  );
}
