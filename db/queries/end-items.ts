import type { Sql } from '#db/client.ts';
import { discardStagedItems } from './stage-items.ts';

/** An item that failed, and why; `detail` is for a person to read and holds no SQL. */
export type ItemFailure = { position: number; code: string; detail: string | null };

/** The items of a range that have failed, as seen inside the transaction that let them fail. */
export async function findFailures(sql: Sql, jobId: string, first: number, last: number): Promise<ItemFailure[]> {
  const { rows } = await sql.query<ItemFailure>(
    `SELECT position, coalesce(problem_code, 'internal_error') AS code, problem_detail AS detail FROM job_items
     WHERE job_id = $1 AND work_order BETWEEN $2 AND $3 AND status = 'failed' ORDER BY position`,
    [jobId, first, last],
  );
  return rows;
}

/** Records failures, after so many attempts, of items that are still pending; not the counters. Returns how many it recorded. */
export async function failItems(
  sql: Sql,
  jobId: string,
  failures: readonly ItemFailure[],
  attempts = 1,
): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE job_items i SET status = 'failed', attempts = i.attempts + $3, problem_code = f.code, problem_detail = f.detail
     FROM jsonb_to_recordset($2::jsonb) AS f(position int, code text, detail text)
     WHERE i.job_id = $1 AND i.position = f.position AND i.status = 'pending'`,
    [jobId, JSON.stringify(failures), attempts],
  );
  return rowCount ?? 0;
}

/** What was never worked on becomes `cancelled`, counters and all: the third result set, which can be submitted again. */
export async function cancelPendingItems(sql: Sql, jobId: string): Promise<void> {
  await sql.query(
    `WITH ended AS (
       UPDATE job_items SET status = 'cancelled' WHERE job_id = $1 AND status = 'pending' RETURNING 1)
     UPDATE jobs SET cancelled = cancelled + (SELECT count(*) FROM ended), seq = seq + 1 WHERE id = $1`,
    [jobId],
  );
}

/** Ends the items of a job whose plan nobody has decided over, and keeps it from everybody else; false when that is over. */
export async function endUndecided(sql: Sql, jobId: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT FROM jobs WHERE id = $1 AND status = 'awaiting_confirmation' FOR UPDATE`,
    [jobId],
  );
  if (rowCount !== 1) return false;
  await cancelPendingItems(sql, jobId);
  return true;
}

/**
 * Ends what a job that is stopped has not worked on. One over an upload that was stopped before its check was complete knows only
 * part of it: that part is forgotten, so that nobody takes it for the whole and submits just that again.
 */
export async function endUnprocessed(sql: Sql, jobId: string): Promise<void> {
  const { rowCount } = await sql.query(
    `UPDATE jobs SET total = 0, checked = 0 WHERE id = $1 AND upload_id IS NOT NULL AND plan IS NULL AND NOT copied_items`,
    [jobId],
  );
  if (rowCount === 1) await discardStagedItems(sql, jobId);
  await cancelPendingItems(sql, jobId);
}

/** What the plan already knows to fail, fails now, counters and all: for a job that goes no further than its check. */
export async function failPlannedItems(sql: Sql, jobId: string): Promise<void> {
  await sql.query(
    `WITH ended AS (
       UPDATE job_items SET status = 'failed' WHERE job_id = $1 AND status = 'pending' AND problem_code IS NOT NULL
       RETURNING 1)
     UPDATE jobs SET failed = failed + (SELECT count(*) FROM ended), seq = seq + 1 WHERE id = $1`,
    [jobId],
  );
}

/** Ends a dry run: nothing was written, so what would have been is `skipped`, and what is the same is `unchanged`. */
export async function endDryRun(sql: Sql, jobId: string): Promise<void> {
  await failPlannedItems(sql, jobId);
  await sql.query(
    `WITH ended AS (
       UPDATE job_items SET status = (CASE WHEN decision = 'unchanged' THEN 'unchanged' ELSE 'skipped' END)::item_outcome
       WHERE job_id = $1 AND status = 'pending' RETURNING status)
     UPDATE jobs SET skipped = skipped + (SELECT count(*) FROM ended WHERE status = 'skipped'),
       unchanged = unchanged + (SELECT count(*) FROM ended WHERE status = 'unchanged'), seq = seq + 1 WHERE id = $1`,
    [jobId],
  );
}

/** The item at an order of work cannot be taken back and stays as it is; returns how many that are: one, or none. */
export async function keepItem(
  sql: Sql,
  jobId: string,
  workOrder: number,
  { code, detail }: Omit<ItemFailure, 'position'>,
): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE job_items SET status = 'rollback_conflict', problem_code = $3, problem_detail = $4
     WHERE job_id = $1 AND work_order = $2 AND status = 'succeeded'`,
    [jobId, workOrder, code, detail],
  );
  return rowCount ?? 0;
}
