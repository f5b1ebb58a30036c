import type { Sql } from '#db/client.ts';
import { IMAGE_COLUMNS, STATE_COLUMNS } from '#db/row-image.ts';
import type { Author } from './apply-definitions.ts';
import { openRelationsTo, writeRelations } from './write-relations.ts';

const COLUMNS = [...IMAGE_COLUMNS, ...STATE_COLUMNS];
const columns = COLUMNS.join(', ');
const ofSnapshot = COLUMNS.map((column) => `r.${column}`).join(', ');

/**
 * Takes back what one chunk wrote: what it created is removed (which frees the identity key), what it changed, deleted or put
 * back goes back to the snapshot before, as a new version. A definition edited since, or with a legal hold on it, is left
 * alone: `rollback_conflict`.
 */
const UNDO = `
  WITH done AS MATERIALIZED (
    SELECT i.position, i.decision, i.definition_id, i.base_version, i.result_version
    FROM job_items i
    WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'succeeded'
  ), deleted AS (
    DELETE FROM definitions d USING done
    WHERE done.decision = 'new' AND d.id = done.definition_id AND d.version = done.result_version
      AND d.organisation_id IS NOT DISTINCT FROM $4 AND d.holds = 0
    RETURNING d.id, NULL::int AS version, d.content_hash AS old_hash, NULL::text AS new_hash, NULL::jsonb AS snapshot
  ), restored AS (
    UPDATE definitions d SET (${columns}) = ROW(${ofSnapshot}), version = d.version + 1,
      updated_at = clock_timestamp(), updated_by = $5
    FROM done JOIN definition_versions v ON v.definition_id = done.definition_id AND v.version = done.base_version
      JOIN definition_versions left_behind
        ON left_behind.definition_id = done.definition_id AND left_behind.version = done.result_version,
      LATERAL jsonb_populate_record(NULL::definitions, v.snapshot) r
    WHERE done.decision IS DISTINCT FROM 'new' AND d.id = done.definition_id
      AND d.version = done.result_version AND d.organisation_id IS NOT DISTINCT FROM $4 AND d.holds = 0
    RETURNING d.id, d.version, left_behind.content_hash AS old_hash, d.content_hash AS new_hash, v.snapshot
  ), reversed AS (
    SELECT * FROM deleted UNION ALL SELECT * FROM restored
  ), versioned AS (
    INSERT INTO definition_versions (definition_id, version, snapshot, content_hash, reason, created_by, job_id)
    SELECT id, version, snapshot, new_hash, $6, $5, $1 FROM restored
  ), audited AS (
    INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, action, subject_type,
      subject_id, job_id, old_hash, new_hash, reason)
    SELECT $5, $7, $8, $4, $9,
      CASE WHEN version IS NULL OR snapshot ? 'deleted_at' THEN 'definition.deleted' ELSE 'definition.restored' END,
      'definition', id::text, $1, old_hash, new_hash, $6 FROM reversed
  ), ended AS (
    UPDATE job_items i SET
      status = (CASE WHEN r.id IS NULL THEN 'rollback_conflict' ELSE 'rolled_back' END)::item_outcome,
      problem_code = CASE WHEN r.id IS NULL THEN CASE WHEN EXISTS (SELECT FROM definitions held
        WHERE held.id = done.definition_id AND held.version = done.result_version AND held.holds > 0) THEN 'legal_hold'
        ELSE 'edited_since' END END
    FROM done LEFT JOIN reversed r ON r.id = done.definition_id
    WHERE i.job_id = $1 AND i.position = done.position
    RETURNING i.status, r.id, r.version, r.snapshot ? 'deleted_at' AS gone
  )
  SELECT status, id, version, gone FROM ended`;

export type UndoTally = { rolledBack: number; rollbackConflict: number };

export async function undoDefinitions(
  sql: Sql,
  chunk: { jobId: string; organisationId: string; author: Author; first: number; last: number; reason: string },
): Promise<UndoTally> {
  const { author } = chunk;
  const { rows } = await sql.query<{ status: string; id: string | null; version: number | null; gone: boolean }>(UNDO, [
    chunk.jobId,
    chunk.first,
    chunk.last,
    chunk.organisationId,
    author.id,
    chunk.reason,
    author.name,
    author.role,
    author.correlationId,
  ]);
  const restored = rows.filter((row) => row.version !== null).map((row) => row.id as string);
  if (restored.length > 0) await writeRelations(sql, restored);
  const gone = rows.filter((row) => row.gone).map((row) => row.id as string);
  if (gone.length > 0) await openRelationsTo(sql, gone);
  const rolledBack = rows.filter((row) => row.status === 'rolled_back').length;
  return { rolledBack, rollbackConflict: rows.length - rolledBack };
}
