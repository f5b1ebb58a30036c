import type { Sql } from '#db/client.ts';
import { approvalKindOf, type Extent, needsApproval } from '#domain/approval-rules.ts';
import type { OperationName } from '#domain/operation-names.ts';
import { readApprovalSettings } from './approval-settings.ts';

type Judged = {
  id: string;
  organisationId: string;
  operation: OperationName;
  options: { action?: unknown };
  needsApproval?: boolean;
};

/**
 * Marks a job as one that nobody confirms alone when its organisation wants that of so much work: of all its items, or of those its
 * plan would write. Whether it is one; the mark is never taken off again.
 */
export async function requireApproval(sql: Sql, job: Judged, of: 'selection' | 'plan'): Promise<boolean> {
  if (job.needsApproval) return true;
  const kind = approvalKindOf(job.operation, job.options);
  if (kind === null) return false;
  const rule = (await readApprovalSettings(sql, job.organisationId)).rules[kind];
  if (rule.moreThan === null && !rule.established) return false;
  if (!needsApproval(rule, await extentOf(sql, job.id, EXTENT[of]))) return false;
  await sql.query('UPDATE jobs SET needs_approval = true WHERE id = $1', [job.id]);
  return true;
}

/** Whether taking back what a job did waits for somebody else; changes nothing. */
export async function undoNeedsApproval(sql: Sql, job: Pick<Judged, 'id' | 'organisationId'>): Promise<boolean> {
  const rule = (await readApprovalSettings(sql, job.organisationId)).rules.undo;
  if (rule.moreThan === null && !rule.established) return false;
  return needsApproval(rule, await extentOf(sql, job.id, `i.status = 'succeeded'`));
}

/** Which items of a job count. */
const EXTENT = {
  selection: 'true',
  plan: `i.decision IN ('new', 'update', 'new_version')`,
};

/** Established is what is so now, and what would be so afterwards. */
async function extentOf(sql: Sql, jobId: string, which: string): Promise<Extent> {
  const { rows } = await sql.query<Extent>(
    `SELECT count(*)::int AS items,
       coalesce(bool_or(d.status = 'established' OR c.image ->> 'status' = 'established'), false) AS established
     FROM job_items i LEFT JOIN definitions d ON d.id = i.definition_id
       LEFT JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND ${which}`,
    [jobId],
  );
  return rows[0] ?? { items: 0, established: false };
}
