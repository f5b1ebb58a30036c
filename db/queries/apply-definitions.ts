import type { Sql } from '#db/client.ts';
import { IMAGE_COLUMNS } from '#db/row-image.ts';
import type { Tally } from './commit-chunk.ts';
import { writeRelations } from './write-relations.ts';

const columns = IMAGE_COLUMNS.join(', ');
const ofImage = IMAGE_COLUMNS.map((column) => `r.${column}`).join(', ');
/** The decisions that write a definition. */
const WRITES = `('new', 'update', 'new_version')`;

/**
 * Applies the staged items of one chunk, set-based and inside the database: definitions, versions, audit and item outcomes in
 * one statement. An item whose definition is no longer the one it was decided against fails alone (`stale_version`), and so does
 * a new one whose identity has been taken meanwhile (`identity_taken`), and one that a legal hold was put on (`legal_hold`). The organisation is compared in a way that no index
 * serves: of one that has just begun to fill the planner knows nothing, and would look through all of it for each item.
 */
const APPLY = `
  WITH staged AS MATERIALIZED (
    SELECT i.position, i.decision, i.definition_id, i.base_version, i.problem_code, c.image, v.content_hash AS old_hash,
      CASE WHEN i.reason IN ('gate_overridden', 'by_hand') THEN concat_ws(' – ', $6::text, $10::text) ELSE $6 END AS why
    FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
    LEFT JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.base_version
    WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending'
  ), inserted AS (
    INSERT INTO definitions (id, organisation_id, created_by, updated_by, ${columns})
    SELECT s.definition_id, $4, $5, $5, ${ofImage}
    FROM staged s, LATERAL jsonb_populate_record(NULL::definitions, s.image) r
    WHERE s.decision = 'new'
    ON CONFLICT DO NOTHING
    RETURNING id, version, content_hash, approved_at
  ), updated AS (
    UPDATE definitions d SET (${columns}) = ROW(${ofImage}), version = d.version + 1,
      approved_by = r.approved_by,
      approved_at = CASE WHEN r.approved_by IS NOT NULL THEN coalesce(r.approved_at, clock_timestamp()) END,
      updated_at = clock_timestamp(), updated_by = $5
    FROM staged s, LATERAL jsonb_populate_record(NULL::definitions, s.image) r
    WHERE s.decision IN ('update', 'new_version') AND d.id = s.definition_id
      AND d.version = s.base_version AND d.organisation_id IS NOT DISTINCT FROM $4 AND d.deleted_at IS NULL AND d.holds = 0
    RETURNING d.id, d.version, d.content_hash, d.approved_at
  ), written AS (
    SELECT * FROM inserted UNION ALL SELECT * FROM updated
  ), versioned AS (
    INSERT INTO definition_versions (definition_id, version, snapshot, content_hash, reason, created_by, job_id)
    SELECT w.id, w.version, CASE WHEN w.approved_at IS NULL THEN s.image
        ELSE s.image || jsonb_build_object('approved_at', w.approved_at) END, w.content_hash, s.why, $5, $1
    FROM written w JOIN staged s ON s.definition_id = w.id AND s.decision IN ${WRITES}
  ), audited AS (
    INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, action, subject_type,
      subject_id, job_id, old_hash, new_hash, reason)
    SELECT $5, $7, $8, $4, $9, CASE WHEN s.decision = 'new' THEN 'definition.created' ELSE 'definition.updated' END,
      'definition', w.id::text, $1, s.old_hash, w.content_hash, s.why
    FROM written w JOIN staged s ON s.definition_id = w.id AND s.decision IN ${WRITES}
  ), ended AS (
    UPDATE job_items i SET
      attempts = i.attempts + 1,
      result_version = w.version,
      status = (CASE
        WHEN s.decision IN ${WRITES} THEN CASE WHEN w.id IS NULL THEN 'failed' ELSE 'succeeded' END
        WHEN s.decision = 'unchanged' THEN 'unchanged'
        WHEN s.problem_code IS NOT NULL THEN 'failed'
        ELSE 'skipped' END)::item_outcome,
      problem_code = CASE
        WHEN s.decision IN ${WRITES} AND w.id IS NULL
          THEN CASE WHEN s.decision = 'new' THEN 'identity_taken' WHEN EXISTS (SELECT FROM definitions held
            WHERE held.id = s.definition_id AND held.version = s.base_version AND held.holds > 0) THEN 'legal_hold'
            ELSE 'stale_version' END
        ELSE s.problem_code END
    FROM staged s LEFT JOIN written w ON w.id = s.definition_id AND s.decision IN ${WRITES}
    WHERE i.job_id = $1 AND i.position = s.position
    RETURNING i.work_order, i.status, i.term, w.id,
      s.decision <> 'new' OR jsonb_array_length(s.image -> 'relations') > 0 AS related
  )
  SELECT work_order AS "workOrder", status, term, id, related FROM ended`;

type EndedItem = { workOrder: number; status: keyof Tally; term: string | null; id: string | null; related: boolean };

/** On whose behalf a chunk is written, as its audit entries name them. */
export type Author = { id: string; name: string; role: string; correlationId: string | null };

export type ApplyChunk = {
  jobId: string;
  organisationId: string;
  author: Author;
  first: number;
  last: number;
  reason: string;
  /** Said in addition of what a person, or the job, had to overrule the gate for. */
  overrideReason?: string | null;
};

/** Writes one chunk of what a plan decided; returns what became of its items and the term that was worked on last. */
export async function applyDefinitions(
  sql: Sql,
  { jobId, organisationId, author, first, last, reason, overrideReason = null }: ApplyChunk,
): Promise<{ tally: Tally; items: number; lastTerm: string | null }> {
  const { rows } = await sql.query<EndedItem>({
    name: 'apply-definitions',
    text: APPLY,
    values: [
      ...[jobId, first, last, organisationId, author.id, reason],
      ...[author.name, author.role, author.correlationId, overrideReason],
    ],
  });
  const relinked = rows.filter((row) => row.id !== null && row.related).map((row) => row.id as string);
  if (relinked.length > 0) await writeRelations(sql, relinked);
  const tally: Tally = { succeeded: 0, unchanged: 0, skipped: 0, failed: 0 };
  let lastRow: EndedItem | undefined;
  for (const row of rows) {
    tally[row.status]++;
    if (!lastRow || row.workOrder > lastRow.workOrder) lastRow = row;
  }
  return { tally, items: rows.length, lastTerm: lastRow?.term ?? null };
}
