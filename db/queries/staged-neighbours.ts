import type { Sql } from '#db/client.ts';
import { contentFromRow, type RowImage } from '#db/row-image.ts';
import type { Classification, DefinitionContent, Relation } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import type { StagedText } from './reassess-items.ts';

/** What stands in a plan as a definition of its own; a conflict writes nothing unless somebody says so. */
const WRITTEN = `i.decision IN ('new', 'unchanged', 'update', 'new_version')`;
/** A family of thousands that are written alike is known by fewer. */
const MOST_NEIGHBOURS = 5000;

export type StagedSubject = { position: number; id: string; content: DefinitionContent; findings: Finding[] };

/** Those of these items that may have something around them: what cannot be written, and what comes twice, has not. */
export async function readStagedSubjects(
  sql: Sql,
  jobId: string,
  positions: readonly number[],
): Promise<StagedSubject[]> {
  const { rows } = await sql.query<Omit<StagedSubject, 'content'> & { image: RowImage }>(
    `SELECT i.position, i.definition_id AS id, i.findings, c.image FROM job_items i
     JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND i.position = ANY ($2::int[]) AND (${WRITTEN} OR i.decision = 'conflict')
       AND i.definition_id IS NOT NULL AND c.image IS NOT NULL ORDER BY i.position`,
    [jobId, positions],
  );
  return rows.map(({ image, ...row }) => ({ ...row, content: contentFromRow(image) }));
}

export type StagedNeighbour = StagedText & { textKeys: number[] };

/**
 * The items of a plan that go by one of these names (in lower case), or of which the text has one of these keys (see
 * text-keys.ts), in the order of their positions. Reads the whole plan once, however much is asked.
 */
export async function findStagedNeighbours(
  sql: Sql,
  jobId: string,
  { names, keys }: { names: readonly string[]; keys: readonly number[] },
): Promise<StagedNeighbour[]> {
  const { rows } = await sql.query<StagedNeighbour>(
    `SELECT i.position, i.definition_id AS id, r.term, r.definition, r.preferred_term AS "preferredTerm", r.synonyms,
       r.category, r.organisational_context AS "organisationalContext", r.legal_context AS "legalContext",
       r.legal_basis AS "legalBasis", r.text_keys AS "textKeys", r.classification
     FROM (
       -- Fenced off, because a whole record takes three times as long to take apart as what it is found by.
       SELECT i.position, i.definition_id, c.image FROM job_items i
       JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position,
       LATERAL jsonb_to_record(c.image) AS found(term text, preferred_term text, synonyms text[], text_keys int[])
       WHERE i.job_id = $1 AND ${WRITTEN} AND (lower(found.term) = ANY ($2::text[])
         OR lexport_other_names(found.preferred_term, found.synonyms) && $2::text[] OR found.text_keys && $3::int[])
       OFFSET 0) i,
     LATERAL jsonb_to_record(i.image) AS r(term text, definition text, preferred_term text, synonyms text[],
       category definition_category, organisational_context text[], legal_context text[], legal_basis text[],
       text_keys int[], classification classification)
     ORDER BY i.position LIMIT ${MOST_NEIGHBOURS}`,
    [jobId, names, keys],
  );
  return rows;
}

/** Which of these definitions the plan writes, so that what is stored of them is not what will be there. */
export async function findReplaced(sql: Sql, jobId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT i.definition_id AS id FROM job_items i WHERE i.job_id = $1 AND i.definition_id = ANY ($2::uuid[]) AND ${WRITTEN}`,
    [jobId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export type StagedRelations = {
  position: number;
  definitionId: string;
  term: string;
  relations: Relation[];
  classification: Classification;
  /** What a warning says a link of it leads to, though there is nothing. */
  dangling: string[];
};

/** The items of a plan that refer to others. */
export async function readStagedRelations(sql: Sql, jobId: string): Promise<StagedRelations[]> {
  const { rows } = await sql.query<StagedRelations>(
    `SELECT i.position, i.definition_id AS "definitionId", i.term, c.image -> 'relations' AS relations,
       c.image ->> 'classification' AS classification,
       ARRAY(SELECT f -> 'params' ->> 'target' FROM jsonb_array_elements(i.findings) f
         WHERE f ->> 'code' = 'reference_dangling') AS dangling
     FROM job_items i
     JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND (${WRITTEN} OR i.decision = 'conflict') AND jsonb_array_length(c.image -> 'relations') > 0`,
    [jobId],
  );
  return rows;
}

/** The items of which a finding leads to one of these, by its position or its id. */
export async function findRemarkingOn(sql: Sql, jobId: string, positions: readonly number[]): Promise<number[]> {
  const { rows } = await sql.query<{ position: number }>(
    `WITH meant AS MATERIALIZED (
       SELECT '#' || (position + 1) AS one FROM unnest($2::int[]) AS position
       UNION SELECT definition_id::text FROM job_items
       WHERE job_id = $1 AND position = ANY ($2::int[]) AND definition_id IS NOT NULL)
     SELECT i.position FROM job_items i
     WHERE i.job_id = $1 AND i.findings::text LIKE '%"other%' AND EXISTS (
       SELECT FROM jsonb_array_elements(i.findings) f CROSS JOIN LATERAL unnest(
         string_to_array(f -> 'params' ->> 'pathIds', ' ') || (f -> 'params' ->> 'otherId') ||
         ('#' || (f -> 'params' ->> 'otherItem'))) AS named
       WHERE named IN (SELECT one FROM meant))
     ORDER BY i.position`,
    [jobId, positions],
  );
  return rows.map(({ position }) => position);
}

/** Takes warnings about links away from items of a plan, and adds others. */
export async function replaceDangling(
  sql: Sql,
  jobId: string,
  settled: readonly { position: number; target: string }[],
  fresh: readonly { position: number; finding: Finding }[],
): Promise<void> {
  if (settled.length + fresh.length === 0) return;
  await sql.query(
    `WITH settled AS MATERIALIZED (SELECT * FROM json_to_recordset($2::json) AS s(position int, target text)),
       fresh AS MATERIALIZED (SELECT * FROM json_to_recordset($3::json) AS n(position int, finding jsonb))
     UPDATE job_items i SET findings = coalesce((SELECT jsonb_agg(f ORDER BY place)
         FROM jsonb_array_elements(i.findings) WITH ORDINALITY AS kept(f, place)
         WHERE f ->> 'code' <> 'reference_dangling' OR NOT EXISTS (SELECT FROM settled s
           WHERE s.position = i.position AND s.target = f -> 'params' ->> 'target')), '[]') ||
       coalesce((SELECT jsonb_agg(n.finding) FROM fresh n WHERE n.position = i.position), '[]')
     WHERE i.job_id = $1 AND i.position IN (SELECT position FROM settled UNION SELECT position FROM fresh)`,
    [jobId, JSON.stringify(settled), JSON.stringify(fresh)],
  );
}
