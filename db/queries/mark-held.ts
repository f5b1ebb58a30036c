import type { Sql } from '#db/client.ts';
import type { Author } from './apply-definitions.ts';
import type { Tally } from './commit-chunk.ts';

export type HoldChunk = {
  jobId: string;
  organisationId: string;
  author: Author;
  first: number;
  last: number;
  reason: string;
  matter: string;
};

/** A hold that was on a definition, as it must be put back. */
export type LiftedHold = { definitionId: string; matter: string; reason: string; placedBy: string; placedAt: string };

const DUE = `
  due AS MATERIALIZED (
    SELECT i.position, i.work_order, i.definition_id, d.id IS NULL AS gone, d.content_hash
    FROM job_items i
    LEFT JOIN definitions d ON d.id = i.definition_id AND d.organisation_id IS NOT DISTINCT FROM $4 AND d.deleted_at IS NULL
    WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending'
  )`;

/** What both statements end with: `changed` are the definitions for which there was something to do. */
const rest = (action: string) => `
  audited AS (
    INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, action, subject_type,
      subject_id, job_id, old_hash, new_hash, reason)
    SELECT $5, $7, $8, $4, $9, '${action}', 'definition', due.definition_id::text, $1, due.content_hash, due.content_hash,
      concat_ws(' – ', $10::text, $6::text)
    FROM due JOIN changed c ON c.definition_id = due.definition_id
  ), ended AS (
    UPDATE job_items i SET attempts = i.attempts + 1,
      status = (CASE WHEN due.gone THEN 'failed' WHEN c.definition_id IS NULL THEN 'unchanged' ELSE 'succeeded' END)::item_outcome,
      problem_code = CASE WHEN due.gone THEN 'definition_gone' END
    FROM due LEFT JOIN changed c ON c.definition_id = due.definition_id
    WHERE i.job_id = $1 AND i.position = due.position
    RETURNING i.work_order, i.status, i.term, i.definition_id
  )`;

const HOLD = `
  WITH ${DUE}, changed AS (
    INSERT INTO definition_holds (definition_id, matter, reason, placed_by, job_id)
    SELECT definition_id, $10, $6, $5, $1 FROM due WHERE NOT gone ON CONFLICT DO NOTHING RETURNING definition_id
  ), counted AS (
    UPDATE definitions d SET holds = d.holds + 1 FROM changed c WHERE d.id = c.definition_id
  ), ${rest('definition.held')}
  SELECT work_order AS "workOrder", status, term, NULL AS lifted FROM ended`;

const RELEASE = `
  WITH ${DUE}, changed AS (
    DELETE FROM definition_holds h USING due WHERE h.definition_id = due.definition_id AND h.matter = $10
    RETURNING h.definition_id, jsonb_build_object('definitionId', h.definition_id, 'matter', h.matter, 'reason', h.reason,
      'placedBy', h.placed_by, 'placedAt', h.placed_at) AS hold
  ), counted AS (
    UPDATE definitions d SET holds = d.holds - 1 FROM changed c WHERE d.id = c.definition_id
  ), ${rest('definition.released')}
  SELECT e.work_order AS "workOrder", e.status, e.term, c.hold AS lifted
  FROM ended e LEFT JOIN changed c ON c.definition_id = e.definition_id`;

type EndedItem = { workOrder: number; status: keyof Tally; term: string | null; lifted: LiftedHold | null };

/**
 * Puts a legal hold on the definitions of one chunk, or lifts it; once each, however often it is asked. Answers what became of
 * the items, and the holds that were lifted.
 */
export async function markHeld(sql: Sql, what: 'hold' | 'release', chunk: HoldChunk) {
  const { author } = chunk;
  const { rows } = await sql.query<EndedItem>(what === 'hold' ? HOLD : RELEASE, [
    ...[chunk.jobId, chunk.first, chunk.last, chunk.organisationId, author.id, chunk.reason],
    ...[author.name, author.role, author.correlationId, chunk.matter],
  ]);
  const tally: Tally = { succeeded: 0, unchanged: 0, skipped: 0, failed: 0 };
  for (const { status } of rows) tally[status] += 1;
  const last = rows.reduce<EndedItem | null>((a, b) => (a && a.workOrder > b.workOrder ? a : b), null);
  return {
    tally,
    items: rows.length,
    lastTerm: last?.term ?? null,
    lifted: rows.flatMap(({ lifted }) => lifted ?? []),
  };
}

/** The items of a chunk that a roll-back is about. */
const DONE = `
  done AS MATERIALIZED (
    SELECT i.position, i.definition_id FROM job_items i
    WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'succeeded'
  )`;
const ROLLED_BACK = `
  ended AS (
    UPDATE job_items i SET status = 'rolled_back' FROM done WHERE i.job_id = $1 AND i.position = done.position RETURNING i.position
  )
  SELECT count(*)::int AS count FROM ended`;

/** Takes back the holds that one chunk put there. */
export async function undoHold(sql: Sql, jobId: string, { first, last }: { first: number; last: number }) {
  const { rows } = await sql.query<{ count: number }>(
    `WITH ${DONE}, removed AS (
       DELETE FROM definition_holds h USING done WHERE h.definition_id = done.definition_id AND h.job_id = $1
       RETURNING h.definition_id
     ), counted AS (
       UPDATE definitions d SET holds = d.holds - 1 FROM removed r WHERE d.id = r.definition_id
     ), ${ROLLED_BACK}`,
    [jobId, first, last],
  );
  return { rolledBack: rows[0]?.count ?? 0, rollbackConflict: 0 };
}

/** Puts the holds back that one chunk lifted. */
export async function undoRelease(
  sql: Sql,
  jobId: string,
  { first, last }: { first: number; last: number },
  lifted: readonly LiftedHold[],
) {
  const { rows } = await sql.query<{ count: number }>(
    `WITH ${DONE}, again AS (
       INSERT INTO definition_holds (definition_id, matter, reason, placed_by, placed_at)
       SELECT l."definitionId", l.matter, l.reason, l."placedBy", l."placedAt"
       FROM json_to_recordset($4::json) AS l("definitionId" uuid, matter text, reason text, "placedBy" uuid, "placedAt" timestamptz)
       JOIN done ON done.definition_id = l."definitionId"
       ON CONFLICT DO NOTHING RETURNING definition_id
     ), counted AS (
       UPDATE definitions d SET holds = d.holds + 1 FROM again a WHERE d.id = a.definition_id
     ), ${ROLLED_BACK}`,
    [jobId, first, last, JSON.stringify(lifted)],
  );
  return { rolledBack: rows[0]?.count ?? 0, rollbackConflict: 0 };
}
