import type { Sql } from '#db/client.ts';
import type { ItemOutcome } from '#domain/item-outcome.ts';
import type { Reason } from '#domain/plan.ts';

/** What a chunk is to lock: a version of a definition as it was frozen, or a file that a job made. */
export type ItemToLock = {
  position: number;
  term: string | null;
  definition: { id: string; version: number; snapshot: Record<string, unknown>; contentHash: string } | null;
  archive: { id: string; fileName: string; sha256: string } | null;
};

/** The items of a chunk that are still to be locked; both null for one whose subject is gone. */
export async function readItemsToLock(sql: Sql, jobId: string, first: number, last: number): Promise<ItemToLock[]> {
  const { rows } = await sql.query<ItemToLock>(
    `SELECT i.position, i.term,
       CASE WHEN v.version IS NOT NULL THEN jsonb_build_object('id', d.id, 'version', v.version, 'snapshot', v.snapshot,
         'contentHash', v.content_hash) END AS definition,
       CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'fileName', a.file_name, 'sha256', a.sha256) END AS archive
     FROM job_items i JOIN jobs j ON j.id = i.job_id
     LEFT JOIN definitions d ON d.id = i.definition_id AND d.organisation_id = j.organisation_id AND d.deleted_at IS NULL
     LEFT JOIN definition_versions v ON v.definition_id = d.id AND v.version = i.base_version
     LEFT JOIN artifacts a ON a.id = i.source_file::uuid AND a.organisation_id = j.organisation_id
     WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending' ORDER BY i.work_order`,
    [jobId, first, last],
  );
  return rows;
}

export type ItemEnd = { position: number; status: ItemOutcome; reason: Reason | null; problemCode: string | null };

/** Records what became of items that are decided one by one. */
export async function endItems(sql: Sql, jobId: string, ends: readonly ItemEnd[]): Promise<void> {
  await sql.query(
    `UPDATE job_items i SET attempts = i.attempts + 1, status = e.status, reason = coalesce(e.reason, i.reason),
       problem_code = e."problemCode"
     FROM json_to_recordset($2::json) AS e(position int, status item_outcome, reason plan_reason, "problemCode" text)
     WHERE i.job_id = $1 AND i.position = e.position`,
    [jobId, JSON.stringify(ends)],
  );
}

/**
 * Makes files that jobs of this organisation made the items of a job, in this order, for a clearance; answers how many there are of
 * them. The job is classified as the highest of the jobs they came from.
 */
export async function insertArchiveItems(
  sql: Sql,
  job: { id: string; organisationId: string; clearance: string },
  artifactIds: readonly string[],
): Promise<number> {
  const { rows } = await sql.query<{ total: number }>(
    `WITH asked AS (SELECT id, min(place) AS place FROM unnest($2::uuid[]) WITH ORDINALITY AS x(id, place) GROUP BY id),
     chosen AS MATERIALIZED (
       SELECT a.id, a.file_name, j.classification, (row_number() OVER (ORDER BY k.place))::int - 1 AS number
       FROM asked k JOIN artifacts a ON a.id = k.id JOIN jobs j ON j.id = a.job_id
       WHERE a.organisation_id = $3 AND a.kind IN ('archive', 'export_file') AND j.classification <= $4::classification),
     items AS (
       INSERT INTO job_items (job_id, position, work_order, term, source_file)
       SELECT $1, number, number, file_name, id::text FROM chosen),
     job AS (
       UPDATE jobs SET total = (SELECT count(*) FROM chosen),
         classification = coalesce((SELECT max(classification) FROM chosen), classification) WHERE id = $1)
     SELECT count(*)::int AS total FROM chosen`,
    [job.id, artifactIds, job.organisationId, job.clearance],
  );
  return rows[0]?.total ?? 0;
}
