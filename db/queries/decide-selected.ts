import type { Sql } from '#db/client.ts';
import type { Decision, Reason } from '#domain/plan.ts';

type DecidedRow = { decision: Decision; problemCode: string | null; count: number };

export type SelectedPlan = {
  /** What becomes of those that can. */
  reason: Extract<Reason, 'to_delete' | 'to_erase'>;
  /** The definitions are deleted ones. */
  deleted: boolean;
  /** What a legal hold is on fails, or is left as it is. */
  held: 'fails' | 'stays';
};

/**
 * Decides over a run of selected definitions that are written without staging anything, each at the version it has now. Answers
 * how many of each decision there are.
 */
export async function decideSelected(
  sql: Sql,
  job: { id: string; organisationId: string },
  { first, last }: { first: number; last: number },
  { reason, deleted, held }: SelectedPlan,
): Promise<DecidedRow[]> {
  const { rows } = await sql.query<DecidedRow>(
    `WITH decided AS (
       UPDATE job_items i SET base_version = coalesce(n.version, i.base_version),
         decision = (CASE WHEN n.id IS NULL THEN 'invalid' WHEN n.held THEN $7 ELSE 'update' END)::plan_decision,
         reason = (CASE WHEN n.id IS NULL THEN 'definition_gone' WHEN n.held THEN 'legal_hold' ELSE $5 END)::plan_reason,
         problem_code = CASE WHEN n.id IS NULL THEN 'definition_gone' WHEN n.held AND $7 = 'conflict' THEN 'legal_hold' END
       FROM job_items o LEFT JOIN (SELECT d.id, d.version, d.holds > 0 AS held FROM definitions d
         WHERE d.organisation_id = $2 AND (d.deleted_at IS NOT NULL) = $6) n ON n.id = o.definition_id
       WHERE i.job_id = $1 AND o.job_id = $1 AND o.position = i.position AND o.position BETWEEN $3 AND $4
       RETURNING i.decision, i.problem_code)
     SELECT decision, problem_code AS "problemCode", count(*)::int AS count FROM decided GROUP BY 1, 2`,
    [job.id, job.organisationId, first, last, reason, deleted, held === 'fails' ? 'conflict' : 'skip'],
  );
  return rows;
}

/** Ends the items of a chunk that a plan leaves as they are; returns how many. */
export async function endSkipped(sql: Sql, jobId: string, first: number, last: number): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE job_items SET status = 'skipped', attempts = attempts + 1
     WHERE job_id = $1 AND work_order BETWEEN $2 AND $3 AND status = 'pending' AND decision = 'skip'`,
    [jobId, first, last],
  );
  return rowCount ?? 0;
}
