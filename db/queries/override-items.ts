import type { Sql } from '#db/client.ts';
import type { RowImage } from '#db/row-image.ts';
import type { Decision, Reason } from '#domain/plan.ts';

export type OverridableItem = { position: number; decision: Decision; reason: Reason; image: RowImage | null };

/** The items a person wants decided otherwise, as the plan has them. */
export async function readOverridable(
  sql: Sql,
  jobId: string,
  positions: readonly number[],
): Promise<OverridableItem[]> {
  const { rows } = await sql.query<OverridableItem>(
    `SELECT i.position, i.decision, i.reason, c.image FROM job_items i
     JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND i.position = ANY ($2::int[])`,
    [jobId, positions],
  );
  return rows;
}

/** Decides items by hand; `image` replaces what would be written where the new decision writes something else. */
export async function overrideItems(
  sql: Sql,
  jobId: string,
  overrides: readonly { position: number; decision: Decision; image?: RowImage }[],
): Promise<void> {
  const values = [jobId, JSON.stringify(overrides)];
  await sql.query(
    `UPDATE job_items i SET decision = o.decision, reason = 'by_hand', problem_code = NULL
     FROM jsonb_to_recordset($2::jsonb) AS o(position int, decision plan_decision)
     WHERE i.job_id = $1 AND i.position = o.position`,
    values,
  );
  await sql.query(
    `UPDATE job_item_contents c SET image = o.image FROM jsonb_to_recordset($2::jsonb) AS o(position int, image jsonb)
     WHERE c.job_id = $1 AND c.position = o.position AND o.image IS NOT NULL`,
    values,
  );
  await countPlan(sql, jobId);
}

/** Everything the gate wants a reason for goes through; whoever calls this keeps the reason. */
export async function overrideGate(sql: Sql, jobId: string): Promise<void> {
  await sql.query(
    `UPDATE job_items SET decision = 'update', reason = 'gate_overridden'
     WHERE job_id = $1 AND decision = 'conflict' AND reason = 'gate_needs_reason'`,
    [jobId],
  );
  await countPlan(sql, jobId);
}

export async function keepOverrideReason(sql: Sql, jobId: string, reason: string): Promise<void> {
  await sql.query(`UPDATE jobs SET options = options || jsonb_build_object('overrideReason', $2::text) WHERE id = $1`, [
    jobId,
    reason,
  ]);
}

async function countPlan(sql: Sql, jobId: string): Promise<void> {
  await sql.query(
    `UPDATE jobs SET plan = (SELECT jsonb_object_agg(decision, count) FROM (
       SELECT decision, count(*) FROM job_items WHERE job_id = $1 GROUP BY 1) tally) WHERE id = $1`,
    [jobId],
  );
}
