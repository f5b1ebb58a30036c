import type { Sql } from '#db/client.ts';
import type { Verdict } from '#domain/definition.ts';
import type { Reason } from '#domain/plan.ts';

export type TermItem = { position: number; term: string };

/** The terms of a chunk that are still to be looked up. */
export async function readTerms(sql: Sql, jobId: string, first: number, last: number): Promise<TermItem[]> {
  const { rows } = await sql.query<TermItem>(
    `SELECT position, term FROM job_items
     WHERE job_id = $1 AND work_order BETWEEN $2 AND $3 AND status = 'pending' ORDER BY work_order`,
    [jobId, first, last],
  );
  return rows;
}

export type TermOutcome = {
  position: number;
  found: boolean;
  reason: Reason;
  /** The first definition found. */
  definitionId: string | null;
  verdict: Verdict | null;
  qualityScore: number | null;
};

/** Records what a look-up found: a term that is not there is `skipped`, with the reason. */
export async function endTerms(sql: Sql, jobId: string, outcomes: readonly TermOutcome[]): Promise<void> {
  await sql.query(
    `UPDATE job_items i SET attempts = i.attempts + 1, reason = o.reason, definition_id = o."definitionId",
       verdict = o.verdict, quality_score = o."qualityScore",
       status = (CASE WHEN o.found THEN 'succeeded' ELSE 'skipped' END)::item_outcome
     FROM json_to_recordset($2::json) AS o(position int, found boolean, reason plan_reason, "definitionId" uuid,
       verdict verdict, "qualityScore" real)
     WHERE i.job_id = $1 AND i.position = o.position`,
    [jobId, JSON.stringify(outcomes)],
  );
}
