import type { Sql } from '#db/client.ts';
import { IMAGE_COLUMNS, type RowImage, STATE_COLUMNS } from '#db/row-image.ts';
import type { Decision } from '#domain/plan.ts';
import type { Author } from './apply-definitions.ts';

const columns = IMAGE_COLUMNS.join(', ');
const ofImage = IMAGE_COLUMNS.map((column) => `r.${column}`).join(', ');

/** An item to redact, with its definition locked; null versions: it is gone, or no longer the one the plan is about. */
export type RedactItem = {
  position: number;
  decision: Decision;
  term: string | null;
  definitionId: string;
  baseVersion: number;
  isCurrent: boolean;
  /** A legal hold was put on it, perhaps since the plan was made. */
  isHeld: boolean;
  /** Every version there is, the latest first. */
  versions: { version: number; snapshot: Record<string, unknown>; reason: string | null }[];
};

/** The items of a chunk that wait to be redacted; nobody changes their definitions until the transaction ends. */
export async function lockToRedact(
  sql: Sql,
  { id, organisationId }: { id: string; organisationId: string },
  first: number,
  last: number,
): Promise<RedactItem[]> {
  await sql.query(
    `SELECT FROM definitions d JOIN job_items i ON i.definition_id = d.id
     WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending' ORDER BY d.id FOR UPDATE OF d`,
    [id, first, last],
  );
  const { rows } = await sql.query<RedactItem>(
    `SELECT i.position, i.decision, i.term, i.definition_id AS "definitionId", i.base_version AS "baseVersion",
       coalesce(d.version = i.base_version AND d.deleted_at IS NULL, false) AS "isCurrent", coalesce(d.holds > 0, false) AS "isHeld",
       (SELECT jsonb_agg(jsonb_build_object('version', v.version, 'snapshot', v.snapshot, 'reason', v.reason)
          ORDER BY v.version DESC) FROM definition_versions v WHERE v.definition_id = d.id) AS versions
     FROM job_items i LEFT JOIN definitions d ON d.id = i.definition_id AND d.organisation_id IS NOT DISTINCT FROM $4
     WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending' ORDER BY i.work_order`,
    [id, first, last, organisationId],
  );
  return rows;
}

export type RedactedVersion = {
  definitionId: string;
  version: number;
  snapshot: Record<string, unknown>;
  contentHash: string;
  reason: string | null;
};

/** Puts other texts in the place of those of versions there are: the one thing that ever changes what was. */
export async function overwriteVersions(sql: Sql, versions: readonly RedactedVersion[]): Promise<void> {
  await sql.query(
    `UPDATE definition_versions v SET snapshot = n.snapshot, content_hash = n."contentHash", reason = n.reason
     FROM jsonb_to_recordset($1::jsonb) AS n("definitionId" uuid, version int, snapshot jsonb, "contentHash" text, reason text)
     WHERE v.definition_id = n."definitionId" AND v.version = n.version`,
    [JSON.stringify(versions)],
  );
}

export type RedactedDefinition = { definitionId: string; image: RowImage; counts: Record<string, number> };

/** The definitions as they are from now on, each a new version, with its audit entry; what was approved stays approved. */
export async function writeRedacted(
  sql: Sql,
  definitions: readonly RedactedDefinition[],
  { jobId, organisationId, author, reason }: { jobId: string; organisationId: string; author: Author; reason: string },
): Promise<void> {
  const state = STATE_COLUMNS.map((column) => `'${column}', w.${column}`).join(', ');
  await sql.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("definitionId" uuid, image jsonb, counts jsonb)
     ), written AS (
       UPDATE definitions d SET (${columns}) = ROW(${ofImage}), version = d.version + 1, updated_at = clock_timestamp(),
         updated_by = $4
       FROM given g, LATERAL jsonb_populate_record(NULL::definitions, g.image) r
       WHERE d.id = g."definitionId"
       RETURNING d.id, d.version, d.content_hash, ${STATE_COLUMNS.map((column) => `d.${column}`).join(', ')}, g.image, g.counts
     ), versioned AS (
       INSERT INTO definition_versions (definition_id, version, snapshot, content_hash, reason, created_by, job_id)
       SELECT w.id, w.version, w.image || jsonb_strip_nulls(jsonb_build_object(${state})), w.content_hash, $5, $4, $2
       FROM written w)
     INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, action, subject_type, subject_id,
       job_id, new_hash, reason, details)
     SELECT $4, $6, $7, $3, $8, 'definition.redacted', 'definition', w.id::text, $2, w.content_hash, $5,
       jsonb_build_object('redactions', w.counts) FROM written w`,
    [
      JSON.stringify(definitions),
      jobId,
      organisationId,
      author.id,
      reason,
      author.name,
      author.role,
      author.correlationId,
    ],
  );
}

export type RedactOutcome = {
  position: number;
  status: 'succeeded' | 'unchanged' | 'skipped' | 'failed';
  problemCode: string | null;
};

export async function endRedactItems(sql: Sql, jobId: string, outcomes: readonly RedactOutcome[]): Promise<void> {
  await sql.query(
    `UPDATE job_items i SET status = o.status, problem_code = o."problemCode", attempts = i.attempts + 1,
       result_version = CASE WHEN o.status = 'succeeded' THEN i.base_version + 1 END
     FROM jsonb_to_recordset($2::jsonb) AS o(position int, status item_outcome, "problemCode" text)
     WHERE i.job_id = $1 AND i.position = o.position`,
    [jobId, JSON.stringify(outcomes)],
  );
}

/** What was done for good is not there to be put back; `code` says what that was. */
export async function keepFinal(
  sql: Sql,
  jobId: string,
  first: number,
  last: number,
  code: 'redaction_final' | 'anonymised_for_good' | 'erased_for_good',
): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE job_items SET status = 'rollback_conflict', problem_code = $4
     WHERE job_id = $1 AND work_order BETWEEN $2 AND $3 AND status = 'succeeded'`,
    [jobId, first, last, code],
  );
  return rowCount ?? 0;
}
