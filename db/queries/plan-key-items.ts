import type { Sql } from '#db/client.ts';
import type { StagedItem } from './stage-items.ts';

type PlannedKey = Pick<StagedItem, 'position' | 'decision' | 'reason' | 'findings' | 'problemCode'>;

/** Records what is to become of the items of a job that were there from its start. */
export async function planKeyItems(sql: Sql, jobId: string, items: readonly PlannedKey[]): Promise<void> {
  await sql.query(
    `UPDATE job_items i SET decision = p.decision, reason = p.reason, findings = p.findings, problem_code = p."problemCode"
     FROM json_to_recordset($2::json) AS p(position int, decision plan_decision, reason plan_reason, findings jsonb,
       "problemCode" text)
     WHERE i.job_id = $1 AND i.position = p.position AND i.status = 'pending'`,
    [jobId, JSON.stringify(items)],
  );
}
