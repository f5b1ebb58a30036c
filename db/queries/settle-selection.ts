import type { Sql } from '#db/client.ts';
import { type Own, sightOfOwn } from '#domain/clearance.ts';
import type { DefinitionFilterValues, SelectionValues } from '#domain/definition-filter.ts';
import { type Expectations, type Unmet, unmetExpectation } from '#domain/expectations.ts';
import { type OperationName, OVER_DELETED, PHASES_OF, READS_SHARED } from '#domain/operation-names.ts';
import { matchSql } from './definition-filter.ts';
import { freezeSelection } from './freeze-selection.ts';
import { requireApproval } from './require-approval.ts';

type Selecting = Own & {
  id: string;
  operation: OperationName;
  selection: Record<string, unknown> | null;
  options: Expectations & { action?: unknown };
};

/** Freezes the selection of a job into its items and looks whether it is what was expected; the first thing that is not. */
export async function settle(sql: Sql, job: Selecting, most: number): Promise<{ total: number; unmet: Unmet | null }> {
  const deleted = OVER_DELETED.includes(job.operation);
  const sight = sightOfOwn(job, { shared: READS_SHARED.includes(job.operation) });
  const total = await freezeSelection(sql, job.id, job.selection as SelectionValues, sight, { deleted });
  await sql.query('UPDATE jobs SET frozen = true WHERE id = $1', [job.id]);
  // Operations that look at everything first know better by then how much they change.
  if (!PHASES_OF[job.operation].includes('checking')) await requireApproval(sql, job, 'selection');
  const unmet = unmetExpectation(job.options, total, most);
  const filter = job.options.preconditions?.filter as DefinitionFilterValues | undefined;
  if (unmet || !filter) return { total, unmet };
  const others = await countOthers(sql, job.id, { ...filter, deleted });
  return { total, unmet: others > 0 ? { code: 'precondition_failed', params: { count: others, total } } : null };
}

/** How many selected definitions do not match. */
async function countOthers(sql: Sql, jobId: string, filter: DefinitionFilterValues): Promise<number> {
  const params: unknown[] = [jobId];
  const { rows } = await sql.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM job_items i JOIN definitions d ON d.id = i.definition_id
     WHERE i.job_id = $1 AND NOT coalesce(${matchSql(filter, params)}, false)`,
    params,
  );
  return rows[0]?.others ?? 0;
}
