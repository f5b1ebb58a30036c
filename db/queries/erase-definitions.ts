import type { Sql } from '#db/client.ts';
import type { ApplyChunk } from './apply-definitions.ts';
import type { Tally } from './commit-chunk.ts';

export type DueToErase = {
  position: number;
  definitionId: string;
  decision: string;
  version: number | null;
  base: number;
  held: boolean;
};

/** The items of a chunk that wait to be deleted for good; nobody changes their definitions until the transaction ends. */
export async function lockToErase(sql: Sql, { jobId, organisationId, first, last }: ApplyChunk): Promise<DueToErase[]> {
  await sql.query(
    `SELECT FROM definitions d JOIN job_items i ON i.definition_id = d.id
     WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending' ORDER BY d.id FOR UPDATE OF d`,
    [jobId, first, last],
  );
  const { rows } = await sql.query<DueToErase>(
    `SELECT i.position, i.definition_id AS "definitionId", i.decision, i.base_version AS base, d.version,
       coalesce(d.holds > 0, false) AS held
     FROM job_items i LEFT JOIN definitions d ON d.id = i.definition_id AND d.organisation_id = $4 AND d.deleted_at IS NOT NULL
     WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3 AND i.status = 'pending' ORDER BY i.work_order`,
    [jobId, first, last, organisationId],
  );
  return rows;
}

/**
 * Deletes these definitions with all of their versions, links and answers, and what items of any job keep of them: their terms, what
 * was staged and remarked. What stays is that there was one: its id, in items and in the audit trail, with the hash of what it said.
 */
export async function eraseDefinitions(
  sql: Sql,
  ids: readonly string[],
  { jobId, organisationId, author, reason }: Omit<ApplyChunk, 'first' | 'last'>,
): Promise<void> {
  await sql.query(
    `WITH gone AS (
       DELETE FROM definitions WHERE id = ANY ($1::uuid[]) AND organisation_id = $2 AND deleted_at IS NOT NULL
       RETURNING id, content_hash)
     INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, action, subject_type, subject_id,
       job_id, old_hash, reason)
     SELECT $3, $4, $5, $2, $6, 'definition.erased', 'definition', id::text, $7, content_hash, $8 FROM gone`,
    [ids, organisationId, author.id, author.name, author.role, author.correlationId, jobId, reason],
  );
  await sql.query(
    `DELETE FROM job_item_contents c USING job_items i
     WHERE i.definition_id = ANY ($1::uuid[]) AND c.job_id = i.job_id AND c.position = i.position`,
    [ids],
  );
  await sql.query(
    `UPDATE job_items SET term = NULL, findings = '[]', problem_detail = NULL WHERE definition_id = ANY ($1::uuid[])`,
    [ids],
  );
  await sql.query(
    `UPDATE jobs SET current_item = NULL WHERE current_item IS NOT NULL AND finished_at IS NOT NULL
       AND id IN (SELECT job_id FROM job_items WHERE definition_id = ANY ($1::uuid[]))`,
    [ids],
  );
}

export type EraseOutcome = { position: number; status: keyof Tally; problemCode: string | null };

export async function endEraseItems(sql: Sql, jobId: string, outcomes: readonly EraseOutcome[]): Promise<void> {
  await sql.query(
    `UPDATE job_items i SET status = o.status, problem_code = o."problemCode", attempts = i.attempts + 1
     FROM jsonb_to_recordset($2::jsonb) AS o(position int, status item_outcome, "problemCode" text)
     WHERE i.job_id = $1 AND i.position = o.position`,
    [jobId, JSON.stringify(outcomes)],
  );
}

/** Every other job that was ever about one of these definitions. */
export async function jobsAbout(sql: Sql, jobId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT DISTINCT job_id AS id FROM job_items WHERE definition_id = ANY ($1::uuid[]) AND job_id <> $2',
    [ids, jobId],
  );
  return rows.map(({ id }) => id);
}
