import type { Sql } from '#db/client.ts';
import type { Classification, Visibility } from '#domain/definition.ts';
import type { ApplyChunk } from './apply-definitions.ts';
import type { Tally } from './commit-chunk.ts';
import { ownSql } from './visible-definitions.ts';

/** With whom definitions are shared; `organisationIds` only when that is `shared`. */
export type Sharing = { visibility: Visibility; organisationIds: readonly string[] };

/** How a definition was shared before, as it must be put back. */
export type EarlierSharing = { definitionId: string; visibility: Visibility; sharedWith: string[] };

const SHARE = `
  WITH due AS MATERIALIZED (
    SELECT i.position, i.definition_id, d.id IS NULL AS gone, d.content_hash, d.visibility, d.shared_with
    FROM job_items i
    LEFT JOIN definitions d ON d.id = i.definition_id AND ${ownSql('$4', '$10')} AND d.deleted_at IS NULL
    WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending'
  ), changed AS (
    UPDATE definitions d SET visibility = $11::visibility, shared_with = $12::uuid[]
    FROM due WHERE d.id = due.definition_id AND NOT due.gone
      AND (d.visibility, d.shared_with) IS DISTINCT FROM ($11::visibility, $12::uuid[])
    RETURNING d.id
  ), audited AS (
    INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, action, subject_type,
      subject_id, job_id, old_hash, new_hash, reason, details)
    SELECT $5, $7, $8, $4, $9, 'definition.shared', 'definition', due.definition_id::text, $1, due.content_hash, due.content_hash, $6,
      jsonb_build_object('from', due.visibility, 'fromOrganisations', due.shared_with, 'to', $11::text,
        'toOrganisations', $12::uuid[])
    FROM due JOIN changed c ON c.id = due.definition_id
  ), ended AS (
    UPDATE job_items i SET attempts = i.attempts + 1,
      status = (CASE WHEN due.gone THEN 'failed' WHEN c.id IS NULL THEN 'unchanged' ELSE 'succeeded' END)::item_outcome,
      problem_code = CASE WHEN due.gone THEN 'definition_gone' END
    FROM due LEFT JOIN changed c ON c.id = due.definition_id
    WHERE i.job_id = $1 AND i.position = due.position
    RETURNING i.work_order, i.status, i.term, CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('definitionId',
      due.definition_id, 'visibility', due.visibility, 'sharedWith', due.shared_with) END AS earlier
  )
  SELECT work_order AS "workOrder", status, term, earlier FROM ended ORDER BY work_order`;

type EndedItem = { workOrder: number; status: keyof Tally; term: string | null; earlier: EarlierSharing | null };

/** Shares the definitions of one chunk so, and answers what became of the items and how those that changed were shared before. */
export async function markShared(
  sql: Sql,
  chunk: ApplyChunk & { clearance: Classification },
  { visibility, organisationIds }: Sharing,
) {
  const { author } = chunk;
  const { rows } = await sql.query<EndedItem>(SHARE, [
    ...[chunk.jobId, chunk.first, chunk.last, chunk.organisationId, author.id, chunk.reason],
    ...[author.name, author.role, author.correlationId, chunk.clearance, visibility, [...organisationIds].sort()],
  ]);
  const tally: Tally = { succeeded: 0, unchanged: 0, skipped: 0, failed: 0 };
  for (const { status } of rows) tally[status] += 1;
  const earlier = rows.flatMap((row) => row.earlier ?? []);
  return { tally, items: rows.length, lastTerm: rows.at(-1)?.term ?? null, earlier };
}

/** Shares the definitions of one chunk again as they were. */
export async function undoShared(
  sql: Sql,
  jobId: string,
  { first, last }: { first: number; last: number },
  earlier: readonly EarlierSharing[],
) {
  const { rows } = await sql.query<{ count: number }>(
    `WITH done AS MATERIALIZED (
       SELECT i.position, i.definition_id FROM job_items i
       WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'succeeded'
     ), again AS (
       UPDATE definitions d SET visibility = e.visibility, shared_with = e."sharedWith"
       FROM json_to_recordset($4::json) AS e("definitionId" uuid, visibility visibility, "sharedWith" uuid[])
       JOIN done ON done.definition_id = e."definitionId" WHERE d.id = e."definitionId"
     ), ended AS (
       UPDATE job_items i SET status = 'rolled_back' FROM done
       WHERE i.job_id = $1 AND i.position = done.position RETURNING i.position
     )
     SELECT count(*)::int AS count FROM ended`,
    [jobId, first, last, JSON.stringify(earlier)],
  );
  return { rolledBack: rows[0]?.count ?? 0, rollbackConflict: 0 };
}
