import type { Sql } from '#db/client.ts';
import type { ItemOutcome } from '#domain/item-outcome.ts';
import { JOB_COLUMNS, type JobRow } from './job-row.ts';

/** The job, held until the transaction ends: neither its state nor its plan changes meanwhile. */
export async function lockJob(sql: Sql, jobId: string): Promise<JobRow | null> {
  const { rows } = await sql.query<JobRow>(`SELECT ${JOB_COLUMNS} FROM jobs j WHERE j.id = $1 FOR UPDATE`, [jobId]);
  return rows[0] ?? null;
}

export type CorrectionState = {
  status: ItemOutcome;
  /** How often the item was corrected. */
  revision: number;
  corrected: { by: string | null; at: string } | null;
};

/** Whether an item can be corrected, and by whom it was; null when there is no such item. */
export async function readCorrection(sql: Sql, jobId: string, position: number): Promise<CorrectionState | null> {
  const { rows } = await sql.query<CorrectionState>(
    `SELECT i.status, c.revision, CASE WHEN c.corrected_at IS NOT NULL THEN
       jsonb_build_object('by', u.name, 'at', to_char(c.corrected_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END
       AS corrected
     FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     LEFT JOIN users u ON u.id = c.corrected_by WHERE i.job_id = $1 AND i.position = $2`,
    [jobId, position],
  );
  return rows[0] ?? null;
}

/** Keeps what a person made of the fields of an item. */
export async function writeCorrection(
  sql: Sql,
  of: { jobId: string; position: number; fields: Record<string, unknown>; userId: string },
): Promise<void> {
  await sql.query(
    `UPDATE job_item_contents SET correction = $3, corrected_by = $4, corrected_at = clock_timestamp(), revision = revision + 1
     WHERE job_id = $1 AND position = $2`,
    [of.jobId, of.position, JSON.stringify(of.fields), of.userId],
  );
}

/** Keeps what a repair of many items made of the fields that a person had typed over before; who did that stays. */
export async function keepRepairedCorrection(
  sql: Sql,
  jobId: string,
  corrections: readonly { position: number; fields: Record<string, unknown> }[],
): Promise<void> {
  if (corrections.length === 0) return;
  await sql.query(
    `UPDATE job_item_contents c SET correction = r.fields, revision = c.revision + 1
     FROM json_to_recordset($2::json) AS r(position int, fields jsonb) WHERE c.job_id = $1 AND c.position = r.position`,
    [jobId, JSON.stringify(corrections)],
  );
}
