import type { Approval, ApprovalRequest } from '#contract/approvals.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { findApproval } from '#db/queries/approvals.ts';
import { wakeTellers } from '#db/queries/insert-events.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { requireApproval, undoNeedsApproval } from '#db/queries/require-approval.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { nextStatus } from '#domain/job-status.ts';
import { UNDOABLE_OPERATIONS } from '#domain/operation-names.ts';
import { overridePlan } from '#server/batches/override-plan.ts';
import { requireDecision } from '#server/batches/require-decision.ts';
import { steerableJob } from '#server/batches/visible-job.ts';
import type { Services } from '#server/services.ts';
import { askFor } from './ask-for.ts';
import { planOf } from './plan-of.ts';
import { presentApproval } from './present-approval.ts';

type Asking = Omit<ApprovalRequest, 'subject'> & Partial<Pick<ApprovalRequest, 'subject'>>;

/**
 * Asks somebody else to say yes to the plan of a job as it is now, with what this person decided of it by hand, or to taking back
 * what it did. @throws Problem `not_supported` for what needs none, `wrong_state`, `approval_open`, `plan_changed` when it would do
 * another number of things than the person agreed to
 */
export async function requestApproval(
  services: Services,
  actor: Actor,
  jobId: string,
  request: Asking,
): Promise<Approval> {
  const { pool, config } = services;
  const { subject = 'plan', reason, count } = request;
  const visible = await steerableJob(services, actor, jobId);
  await requireDecision(services, actor, visible);
  const approval = await inTransaction(pool, async (sql) => {
    await sql.query('SELECT FROM jobs WHERE id = $1 FOR UPDATE', [jobId]);
    const job = (await findJob(sql, jobId)) as JobRow;
    if (subject === 'undo') await prepareUndo(sql, job);
    else await preparePlan(sql, job, request);
    const plan = await planOf(sql, (await findJob(sql, jobId)) as JobRow, subject);
    if (plan.changes === 0) throw new Problem(job.operation === 'redact' ? 'nothing_to_redact' : 'nothing_to_approve');
    if (plan.changes !== count) throw new Problem('plan_changed');
    plan.refuseReason(reason);
    await askFor(sql, job, { by: actor, subject, plan, reason, expiresInDays: config.limits.planExpiresDays });
    return findApproval(sql, jobId, 'requested');
  });
  if (!approval) throw new Problem('approval_open');
  await wakeTellers(pool);
  await publishProgress(pool, jobId, true);
  return presentApproval(approval, actor);
}

async function preparePlan(sql: Sql, job: JobRow, request: Asking): Promise<void> {
  if (job.status !== 'awaiting_confirmation') {
    // What needs none is told so in any state: nobody has to wait for a plan to learn it.
    if (!job.needsApproval) throw new Problem('not_supported');
    throw new Problem('wrong_state', { status: job.status });
  }
  if (await findApproval(sql, job.id, 'requested')) throw new Problem('approval_open');
  if (job.operation !== 'redact') await overridePlan(sql, job, request);
  if (!(await requireApproval(sql, job, 'plan'))) throw new Problem('not_supported');
}

async function prepareUndo(sql: Sql, job: JobRow): Promise<void> {
  if (!UNDOABLE_OPERATIONS.includes(job.operation)) throw new Problem('not_supported');
  if (nextStatus(job.status, 'undo') === null) throw new Problem('wrong_state', { status: job.status });
  if (!(await undoNeedsApproval(sql, job))) throw new Problem('not_supported');
  await sql.query('UPDATE jobs SET undo_needs_approval = true WHERE id = $1', [job.id]);
}
