import type { Sql } from '#db/client.ts';
import type { ItemFilter } from '#domain/item-filter.ts';
import type { Decision, Reason } from '#domain/plan.ts';
import { itemFilterSql } from './item-filter.ts';

export type DecisionCount = { decision: Decision | null; reason: Reason | null; count: number };

/** How the items of a job that match are spread over decisions and their reasons. */
export async function countDecisions(sql: Sql, jobId: string, filter: ItemFilter): Promise<DecisionCount[]> {
  const params: unknown[] = [jobId];
  const { rows } = await sql.query<DecisionCount>(
    `SELECT i.decision, i.reason, count(*)::int AS count FROM job_items i
     WHERE ${itemFilterSql(filter, params)} GROUP BY 1, 2`,
    params,
  );
  return rows;
}
