import type { Approval, ApprovalRequest } from '#contract/approvals.ts';
import { inTransaction } from '#db/client.ts';
import { findApproval, insertApproval } from '#db/queries/approvals.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertJobEvent, wakeTellers } from '#db/queries/insert-events.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { findVisibleJob } from '#db/queries/list-jobs.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { NEEDS_APPROVAL } from '#domain/operation-names.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { planOf } from './plan-of.ts';
import { presentApproval } from './present-approval.ts';

/**
 * Asks somebody else to say yes to the plan of a job, as it is now. @throws Problem `not_supported` for a job that needs none,
 * `wrong_state`, `approval_open`, `plan_changed` when it would do another number of things than the person agreed to
 */
export async function requestApproval(
  services: Services,
  actor: Actor,
  jobId: string,
  { reason, count }: ApprovalRequest,
): Promise<Approval> {
  const { pool, config } = services;
  await requireAction(services, actor, 'batch:control', { type: 'job', id: jobId });
  const visible = await findVisibleJob(pool, jobId, actor.organisationId);
  if (!visible) throw new Problem('not_found');
  if (!NEEDS_APPROVAL.includes(visible.operation)) throw new Problem('not_supported');
  if (visible.operation === 'redact') await requireAction(services, actor, 'definition:redact');
  const approval = await inTransaction(pool, async (sql) => {
    await sql.query('SELECT FROM jobs WHERE id = $1 FOR UPDATE', [jobId]);
    const job = (await findJob(sql, jobId)) as JobRow;
    if (job.status !== 'awaiting_confirmation') throw new Problem('wrong_state', { status: job.status });
    const plan = await planOf(sql, job);
    if (plan.changes === 0) throw new Problem('nothing_to_redact');
    if (plan.changes !== count) throw new Problem('plan_changed');
    plan.refuseReason(reason);
    const id = uuidV7();
    const isNew = await insertApproval(sql, {
      id,
      organisationId: job.organisationId,
      jobId,
      startedBy: job.createdBy,
      requestedBy: actor.id,
      reason,
      planDigest: plan.digest,
      expiresInDays: config.limits.planExpiresDays,
    });
    if (!isNew) throw new Problem('approval_open');
    await insertAuditEntries(sql, actor, [
      {
        action: 'approval.requested',
        subjectType: 'approval',
        subjectId: id,
        jobId,
        reason,
        newHash: plan.digest,
        details: { operation: job.operation, items: job.total, changes: plan.changes },
      },
    ]);
    await insertJobEvent(sql, jobId, 'approval.requested');
    return findApproval(sql, jobId, 'requested');
  });
  if (!approval) throw new Problem('approval_open');
  await wakeTellers(pool);
  return presentApproval(approval, actor);
}
