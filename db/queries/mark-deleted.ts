import type { Sql } from '#db/client.ts';
import type { ApplyChunk } from './apply-definitions.ts';
import type { Tally } from './commit-chunk.ts';
import { openRelationsTo } from './write-relations.ts';

type Direction = {
  /** What becomes of the marks. */
  set: string;
  /** Which definitions there is something to do for. */
  when: string;
  /** Those it is done for already, by somebody else. */
  already: string;
  /** The snapshot of the version that comes of it. */
  snapshot: string;
  action: string;
};

const DELETE: Direction = {
  set: 'deleted_at = clock_timestamp(), deleted_by = $5',
  when: 'd.deleted_at IS NULL AND d.holds = 0',
  already: 'd.deleted_at IS NOT NULL',
  snapshot: `c.snapshot || jsonb_build_object('deleted_at', c.deleted_at, 'deleted_by', $5::uuid)`,
  action: 'definition.deleted',
};

const RESTORE: Direction = {
  set: 'deleted_at = NULL, deleted_by = NULL',
  when: `d.deleted_at IS NOT NULL AND NOT due.taken`,
  already: 'd.deleted_at IS NULL',
  snapshot: `c.snapshot - 'deleted_at' - 'deleted_by'`,
  action: 'definition.restored',
};

/**
 * Deletes the definitions of one chunk, or puts them back: a mark, a new version and an audit entry each, in one statement. One
 * that was changed since it was selected fails alone (`stale_version`), and so does one whose identity was taken while it was
 * deleted (`identity_taken`), or a legal hold is on it (`legal_hold`); where another has done it meanwhile, nothing changes.
 */
function statement({ set, when, already, snapshot, action }: Direction): string {
  return `
  WITH due AS MATERIALIZED (
    SELECT i.position, i.work_order, i.definition_id, i.base_version, v.snapshot, d.id IS NULL AS gone, d.holds > 0 AS held,
      coalesce(${already}, false) AS already,
      EXISTS (SELECT FROM definitions o WHERE o.organisation_id = $4 AND o.identity_key = d.identity_key
        AND o.status <> 'archived' AND o.deleted_at IS NULL AND o.id <> d.id AND d.status <> 'archived') AS taken
    FROM job_items i
    LEFT JOIN definitions d ON d.id = i.definition_id AND d.organisation_id IS NOT DISTINCT FROM $4
    LEFT JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.base_version
    WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending'
  ), changed AS (
    UPDATE definitions d SET ${set}, version = d.version + 1, updated_at = clock_timestamp(), updated_by = $5
    FROM due WHERE d.id = due.definition_id AND d.version = due.base_version AND ${when}
    RETURNING d.id, d.version, d.content_hash, d.deleted_at, due.snapshot
  ), versioned AS (
    INSERT INTO definition_versions (definition_id, version, snapshot, content_hash, reason, created_by, job_id)
    SELECT c.id, c.version, ${snapshot}, c.content_hash, $6, $5, $1 FROM changed c
  ), audited AS (
    INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, action, subject_type,
      subject_id, job_id, old_hash, new_hash, reason)
    SELECT $5, $7, $8, $4, $9, '${action}', 'definition', c.id::text, $1, c.content_hash, c.content_hash, $6 FROM changed c
  ), ended AS (
    UPDATE job_items i SET
      attempts = i.attempts + 1,
      result_version = c.version,
      status = (CASE WHEN c.id IS NOT NULL THEN 'succeeded' WHEN due.already THEN 'unchanged' ELSE 'failed' END)::item_outcome,
      problem_code = CASE WHEN c.id IS NOT NULL OR due.already THEN NULL WHEN due.gone THEN 'definition_gone'
        WHEN due.taken THEN 'identity_taken' WHEN due.held THEN 'legal_hold' ELSE 'stale_version' END
    FROM due LEFT JOIN changed c ON c.id = due.definition_id
    WHERE i.job_id = $1 AND i.position = due.position
    RETURNING i.work_order, i.status, i.term, c.id
  )
  SELECT work_order AS "workOrder", status, term, id FROM ended`;
}

const STATEMENTS = { delete: statement(DELETE), restore: statement(RESTORE) };

type EndedItem = { workOrder: number; status: keyof Tally; term: string | null; id: string | null };

/** Does `what` with the definitions of one chunk; returns what became of the items and the term that was worked on last. */
export async function markDeleted(
  sql: Sql,
  what: 'delete' | 'restore',
  { jobId, organisationId, author, first, last, reason }: ApplyChunk,
): Promise<{ tally: Tally; items: number; lastTerm: string | null }> {
  const values = [
    jobId,
    first,
    last,
    organisationId,
    author.id,
    reason,
    author.name,
    author.role,
    author.correlationId,
  ];
  const { rows } = await sql.query<EndedItem>(STATEMENTS[what], values);
  const changed = rows.flatMap(({ id }) => id ?? []);
  if (what === 'delete' && changed.length > 0) await openRelationsTo(sql, changed);
  return tallyOf(rows);
}

function tallyOf(rows: readonly EndedItem[]) {
  const tally: Tally = { succeeded: 0, unchanged: 0, skipped: 0, failed: 0 };
  let last: EndedItem | undefined;
  for (const row of rows) {
    tally[row.status]++;
    if (!last || row.workOrder > last.workOrder) last = row;
  }
  return { tally, items: rows.length, lastTerm: last?.term ?? null };
}
